#!/usr/bin/env bash
# Fuzzes the readers one after another: fuzz.sh SECONDS [READER ...]; `make fuzz` takes a minute for each.
# Needs libFuzzer and lld, both part of the Swift toolchain. Fails if anything was found.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?usage: fuzz.sh SECONDS [READER ...]}
shift
readers=("$@")
[ $# -gt 0 ] || readers=(xlsx ods csv yaml archive layout page)
build=.build-fuzz
found=$build/found
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
mkdir -p "$found" "$build/logs"

# One -sanitize: a second one would take the place of the first, and with it the coverage.
TIRAZH_FUZZ=1 swift build --build-path "$build" -c release --product fuzz -Xswiftc -use-ld=lld \
  -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link,address >"$build/logs/build.log" 2>&1 ||
  { tail -n 40 "$build/logs/build.log" >&2; exit 1; }

# What each reader starts from.
seeds() {
  case $1 in
  xlsx | ods | csv) find Tests/Fixtures/{lists,found} examples -name "*.$1" ;;
  yaml) find examples Tests/Fuzz/Seeds/yaml -name '*.yaml' ;;
  layout) find Layouts -name '*.yaml' ;;
  archive) find Tests/Fixtures/archives Tests/Fixtures/found -type f -size -100k ;;
  page) find Tests/Fuzz/Seeds/page -type f ;;
  esac
}

# Traps end the process at once: the backtrace of libFuzzer is enough.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=malloc_context_size=2:quarantine_size_mb=16
status=0
for reader in "${readers[@]}"; do
  mkdir "$corpus/$reader"
  seeds "$reader" | while read -r seed; do
    cp "$seed" "$corpus/$reader/$(echo "$seed" | tr / -)"
  done
  # Packed anew, a workbook is larger than the file it comes from.
  case $reader in xlsx | ods | archive) length=100000 ;; *) length=8192 ;; esac
  options=(-max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -detect_leaks=0 -max_len=$length
    -artifact_prefix="$found/$reader-" -print_final_stats=1)
  words=Tests/Fuzz/Dictionaries/$reader.dict
  [ ! -f "$words" ] || options+=(-dict="$words")
  log=$build/logs/$reader.log
  verdict='nothing found'
  "$build/release/fuzz" "--$reader" "$corpus/$reader" "${options[@]}" >"$log" 2>&1 || {
    status=1
    verdict="FOUND: $(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1) ($log)"
  }
  awk -v reader="$reader" -v verdict="$verdict" '
    match($0, /cov: [0-9]+/) { last = substr($0, RSTART + 5, RLENGTH - 5); if (!first) first = last }
    /number_of_executed_units/ { runs = $2 }
    END { printf "%-8s %9d runs   coverage %5d -> %5d   %s\n", reader, runs, first, last, verdict }
  ' "$log"
done
[ $status = 0 ] || echo "Found inputs are in $found. To see one again:"
[ $status = 0 ] || echo "SWIFT_BACKTRACE=enable=no $build/release/fuzz --READER -detect_leaks=0 FILE"
exit $status
