#!/usr/bin/env bash
# Whole-process figures of the main job: 300 participants, 8 pages each, 20 rooms, two variants, a mark on
# every page, into a folder. Prints CPU seconds (program and its render worker), the larger one's memory,
# the files' sizes against their bound, and what a page costs to read. Medians of five runs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:?usage: bench.sh PROGRAM COREBENCH}")
corebench=$(realpath "${2:?usage: bench.sh PROGRAM COREBENCH}")
base=$(mktemp -d /tmp/tirazh-bench.XXXXXX)
trap 'rm -rf "$base"' EXIT
mkdir "$base/exam"
cp "$here"/vpr-math-5/variant-{1,2}.pdf "$base/exam/"
awk 'BEGIN {
  print "Код участника;Класс;Кабинет;Место"
  for (i = 0; i < 300; i++)
    printf "%d;5А;%d;%d%s\n", 50001 + i, 101 + int(i / 15), int((i % 15) / 2) + 1, i % 15 % 2 ? "Б" : "А"
}' >"$base/exam/list.csv"
cat >"$base/exam/exam.yaml" <<'YAML'
id: BENCH1
title: Bench
date: 2026-04-21
list: list.csv
spares: {perVariant: 0}
works:
  - subject: Математика
    grade: 5
    materials:
      - {give: participant, files: [variant-1.pdf, variant-2.pdf], pages: 1-8}
YAML

median() { sort -n | sed -n 3p; }
for run in 1 2 3 4 5; do
  rm -rf "$base/exam/.tirazh" "$base/out"
  /usr/bin/time -f '%U %S %M' -o "$base/time.$run" "$program" -C "$base/exam" print --to "$base/out" >/dev/null 2>&1
done
cpu=$(for run in 1 2 3 4 5; do awk '{print $1 + $2}' "$base/time.$run"; done | median)
memory=$(for run in 1 2 3 4 5; do awk '{print $3 / 1024}' "$base/time.$run"; done | median)
files=$(find "$base/out" -name '*.pdf' | wc -l)
bytes=$(cat "$base"/out/*.pdf | wc -c)
pages=$(for file in "$base"/out/*.pdf; do pdfinfo "$file" | awk '/^Pages:/ {print $2}'; done | awk '{n += $1} END {print n}')
source=$(cat "$base"/exam/*.pdf | wc -c)
bound=$((files * source * 13 / 10 + pages * 1024))
start=$(date +%s%N)
for file in "$base"/out/*.pdf; do pdftotext "$file" /dev/null; done
read_ms=$(awk "BEGIN {printf \"%.2f\", ($(date +%s%N) - $start) / 1000000 / $pages}")

printf 'print, 300 x 8 pages, 20 rooms   CPU %.2f s (bound 1.5)   memory %.0f MB (bound 80)\n' "$cpu" "$memory"
printf 'files %d, pages %d   %d bytes (bound %d)\n' "$files" "$pages" "$bytes" "$bound"
printf 'pdftotext   %s ms a page (bound about 2)\n' "$read_ms"

# Planning alone, papers not measured: 500 participants in 20 rooms.
awk 'BEGIN {
  print "Код участника;Класс;Кабинет"
  for (i = 0; i < 500; i++) printf "%d;5А;%d\n", 50001 + i, 101 + int(i / 25)
}' >"$base/plan.csv"
printf 'plan, 500 participants   %s ms (bound 50)\n' "$("$corebench" plan "$base/plan.csv")"

# Planning alone, on seats: a school, a town, a region.
for people in 1000 10000 100000; do
  figures=$(/usr/bin/time -f '%M' -o "$base/time.plan" "$corebench" people "$people")
  printf 'plan, %d people on seats   %s (bound 2 s at 100000)   memory %d MB (bound 500)\n' \
    "$people" "$figures" "$(($(cat "$base/time.plan") / 1024))"
done

# Reading a list of 100,000 people, and nothing else.
awk 'BEGIN {
  print "Код участника;ФИО;Класс;Кабинет;Место"
  for (i = 0; i < 100000; i++)
    printf "%d;Иванов Иван %d;%dА;%d;%d%s\n", 100000 + i, i, 1 + i % 11, int(i / 25), int(i % 25 / 2) + 1, i % 2 ? "Б" : "А"
}' >"$base/large.csv"
for run in 1 2 3 4 5; do
  /usr/bin/time -f '%e %M' -o "$base/list.$run" "$corebench" list "$base/large.csv" >/dev/null
done
printf 'list of 100,000 rows (CSV)   %.2f s (bound 3)   memory %.0f MB (bound 300)\n' \
  "$(cat "$base"/list.[1-5] | awk '{print $1}' | median)" \
  "$(cat "$base"/list.[1-5] | awk '{print $2 / 1024}' | median)"
