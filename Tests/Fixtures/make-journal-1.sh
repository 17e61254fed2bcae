#!/usr/bin/env bash
# make-journal-1.sh PROGRAM OUT: the journal of a small exam, as PROGRAM keeps it, copied to OUT.
#
# Five people in three rooms: 204 is printed by a printer and a copy of it again, 205 waits, 301 lies
# in a file; two people have no code. PROGRAM is one that writes journals of version 1.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "$1")
out=$(realpath -m "$2")
base=/tmp/tirazh-journal-1
mkdir "$base" && mkdir "$base/exam" "$base/lab"
trap 'rm -rf "$base"' EXIT
chmod 755 "$base"
cp "$here"/../../examples/vpr-math-5/{variant-1,variant-2,instruction}.pdf "$base/exam"
cat >"$base/exam/exam.yaml" <<'YAML'
title: ВПР. Математика, 5 класс
id: 7F3A2C
school: МБОУ «Школа № 0»
date: 21.04.2026
starts: "9:00"
language: ru
list: список.csv
works:
  - id: math5
    subject: Математика
    grade: 5
    materials:
      - {id: work, give: participant, files: [variant-1.pdf, variant-2.pdf]}
      - {id: инструкция, give: organiser, file: instruction.pdf}
YAML
cat >"$base/exam/список.csv" <<'CSV'
Код;ФИО;Класс;Кабинет;Место
50001;Ковалёва Анна Петровна;5А;204;1А
50002;Орлов Иван Сергеевич;5А;204;1Б
;Зимина Вера Олеговна;5Б;205;
;Лебедев Пётр Ильич;5Б;205;
50005;Сомов Егор Львович;5Б;301;1А
CSV
run() { "$program" -C "$base/exam" "$@" </dev/null; }

run print 301 --to "$base/exam/out"
coproc LAB { exec bash "$here/printlab/printlab.sh" "$base/lab" 1; }
lab_in=${LAB[1]} lab=$LAB_PID
while read -r word rest <&"${LAB[0]}"; do
  case $word in
    READY) export CUPS_SERVER=$rest ;;
    UP) break ;;
    ERROR) echo "print lab: $rest" >&2; exit 1 ;;
  esac
done
run print 204
run reprint 204 204-01 --reason брак
exec {lab_in}>&-
wait "$lab" || true
mkdir -p "$(dirname "$out")"
cp "$base/exam/.tirazh/journal.sqlite" "$out"
chmod 644 "$out"
