#!/usr/bin/env bash
# engine.sh FILE: the engine behind one IPP printer, steered by files in $LAB_PRINTER_DIR/ctl:
#   jam, empty   while the file exists: report it and wait, before the first page
#   delay        seconds for the whole job
#   fail         exit status to leave with: the printer aborts the job; fail-after: pages before that
#   lie          report no page counts
dir=${LAB_PRINTER_DIR:?}
ctl=$dir/ctl
pages=$(pdfinfo "$1" 2>/dev/null | awk '/^Pages:/ {print $2}')
total=$((${pages:-0} * ${IPP_COPIES:-1}))
log() { echo "$1 job=${IPP_JOB_ID:-0} name=${IPP_JOB_NAME:-} $2" >>"$dir/engine.log"; }
count() { [ -e "$ctl/lie" ] || echo "ATTR: job-impressions-completed=$1" >&2; }
wait_while() {
  [ -e "$ctl/$1" ] || return 0
  log BLOCKED "$2"
  echo "STATE: +$2-error" >&2
  while [ -e "$ctl/$1" ]; do sleep 0.05; done
  echo "STATE: -$2-error" >&2
}
log START "pages=$total copies=${IPP_COPIES:-} sides=${IPP_SIDES:-} color=${IPP_PRINT_COLOR_MODE:-} sha256=$(sha256sum <"$1" | cut -c1-64)"
echo "ATTR: job-impressions=$total" >&2
wait_while jam media-jam
wait_while empty media-empty
if [ -e "$ctl/delay" ]; then
  seconds=$(cat "$ctl/delay")
  for i in 1 2 3 4 5 6 7 8 9 10; do
    sleep "$(awk "BEGIN {print $seconds / 10}")"
    count $((total * i / 10))
  done
fi
if [ -e "$ctl/fail" ]; then
  done_pages=0
  [ -e "$ctl/fail-after" ] && done_pages=$(cat "$ctl/fail-after")
  count "$done_pages"
  log FAIL "pages=$done_pages"
  exit "$(cat "$ctl/fail")"
fi
count "$total"
log DONE "pages=$total"
