#!/usr/bin/env bash
# The main job on the example: check, plan, a preview, then printing to a private CUPS server with
# four IPP printers. Everything started here is ended here; the machine's own CUPS is not touched.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:?usage: demo.sh PROGRAM}")
base=$(mktemp -d /tmp/tirazh-demo.XXXXXX)
chmod 755 "$base"
exam=$base/exam
cp -r "$here/vpr-math-5" "$exam"
rm -rf "$exam/sources"
export SWIFT_BACKTRACE=enable=no

say() { printf '\n\033[1m$ tirazh %s\033[0m\n' "$*"; }
run() { say "$*"; "$program" -C "$exam" "$@"; }

coproc LAB { exec bash "$here/../Tests/Fixtures/printlab/printlab.sh" "$base/lab" 4; }
lab_in=${LAB[1]}
finish() { exec {lab_in}>&-; wait "$LAB_PID" 2>/dev/null || true; }
trap finish EXIT
while read -r word rest <&"${LAB[0]}"; do
  case $word in
    READY) export CUPS_SERVER=$rest ;;
    UP) break ;;
    ERROR) echo "print lab: $rest" >&2; exit 1 ;;
  esac
done

# The printers take their time, as printers do, so that there is progress to see.
for printer in 1 2 3 4; do echo $((printer + 2)) >"$base/lab/lab$printer/ctl/delay"; done

run check
run plan
run preview 204 --out "$base/preview"
run preview 205 --out "$base/preview" --png >/dev/null
run print
run status
say "print        (a second time)"
"$program" -C "$exam" print

echo
echo "Packs as the printers received them:"
find "$base/lab" -name '*.pdf' -path '*spool*' -size +0 | sort | sed 's/^/  /'
echo "Previews: $base/preview"
echo "The exam's folder: $exam"
echo "The same exam in a browser:  $program serve $exam --open"
