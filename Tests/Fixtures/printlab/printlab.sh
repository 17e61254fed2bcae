#!/usr/bin/env bash
# printlab.sh BASE N: a private CUPS server and N loopback IPP printers, for tests and the demo.
#
# Prints `READY <socket>`, `PRINTER <name> <port> <folder>` for each printer, then `UP`. Runs until its
# standard input closes, so that nothing is left behind even when whoever started it crashes, and ends
# what it started by process id. BASE must be short: a socket's path holds 107 bytes.
# Commands on standard input: kill-cupsd | start-cupsd | kill NAME | start NAME | quit
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
base=$1
count=$2
mkdir -p "$base"
chmod 755 "$base"
if [ ${#base} -gt 80 ]; then echo "ERROR the path is too long"; exit 2; fi

declare -A pid port
dbus=
cupsd=

free_port() { local p=$1; while ss -Hltn "sport = :$p" | grep -q .; do p=$((p + 1)); done; echo "$p"; }
wait_port() { for _ in $(seq 500); do ss -Hltn "sport = :$1" | grep -q . && return 0; sleep 0.01; done; return 1; }
wait_gone() { for _ in $(seq 500); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.01; done; return 1; }

# ippeveprinter refuses to run without a system bus, even when it announces nothing.
start_dbus() {
  cat >"$base/dbus.conf" <<CONF
<busconfig><type>system</type><listen>unix:path=$base/dbus.sock</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow send_destination="*"/><allow receive_sender="*"/>
<allow own="*"/></policy></busconfig>
CONF
  dbus-daemon --config-file="$base/dbus.conf" --nofork --nopidfile >"$base/dbus.log" 2>&1 </dev/null &
  dbus=$!
  disown
  for _ in $(seq 300); do [ -S "$base/dbus.sock" ] && break; sleep 0.01; done
  export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$base/dbus.sock
}

start_cupsd() {
  setsid /usr/sbin/cupsd -f -c "$base/cups/etc/cupsd.conf" -s "$base/cups/etc/cups-files.conf" \
    >>"$base/cups/log/stderr" 2>&1 </dev/null &
  cupsd=$!
  disown
  for _ in $(seq 500); do lpstat -r 2>/dev/null | grep -q 'is running' && return 0; sleep 0.01; done
  return 1
}

start_printer() {
  local name=$1 dir=$base/$1 formats=application/pdf
  mkdir -p "$dir/ctl" "$dir/tls" "$dir/spool"
  [ -f "$dir/ctl/formats" ] && formats=$(cat "$dir/ctl/formats")
  LAB_PRINTER_DIR=$dir setsid /usr/sbin/ippeveprinter -r off -n localhost -p "${port[$name]}" \
    -f "$formats" -2 -s 60 -k -K "$dir/tls" -d "$dir/spool" -c "$here/engine.sh" -v "$name" \
    >>"$dir/printer.log" 2>&1 </dev/null &
  pid[$name]=$!
  disown
}

end_group() { kill -"$1" -- "-$2" 2>/dev/null; wait_gone "$2"; }

down() {
  local name
  for name in "${!pid[@]}"; do end_group KILL "${pid[$name]}"; done
  [ -n "$cupsd" ] && end_group TERM "$cupsd"
  if [ -n "$dbus" ]; then kill "$dbus" 2>/dev/null; wait_gone "$dbus"; fi
}
trap 'down; exit 0' TERM INT HUP

start_dbus
bash "$here/cupsd-config.sh" "$base/cups"
export CUPS_SERVER=$base/cups/run/cups.sock
next=$((20000 + ($$ % 400) * 50))
for i in $(seq "$count"); do
  next=$(free_port "$next")
  port[lab$i]=$next
  next=$((next + 1))
  start_printer "lab$i"
done
start_cupsd || { echo "ERROR cupsd did not start"; cat "$base/cups/log/stderr"; down; exit 1; }
for i in $(seq "$count"); do
  wait_port "${port[lab$i]}" || { echo "ERROR lab$i did not start"; down; exit 1; }
  lpadmin -p "lab$i" -E -v "ipp://localhost:${port[lab$i]}/ipp/print" -m everywhere \
    -o printer-error-policy=stop-printer || { echo "ERROR no queue lab$i"; down; exit 1; }
done
echo "READY $CUPS_SERVER"
for i in $(seq "$count"); do echo "PRINTER lab$i ${port[lab$i]} $base/lab$i"; done
echo "UP"
while read -r command name; do
  case $command in
    kill-cupsd) end_group KILL "$cupsd"; echo OK ;;
    start-cupsd) start_cupsd && echo OK || echo FAILED ;;
    kill) end_group KILL "${pid[$name]}"; echo OK ;;
    start) start_printer "$name"; wait_port "${port[$name]}" && echo OK || echo FAILED ;;
    quit) break ;;
  esac
done
down
echo DOWN
