/// Titles, sheets, merged cells.
let titles: [Mess] = [
  Mess(
    "a sheet per room",
    files: ["sheet-per-room.xlsx", "sheet-per-room.ods", "sheet-per-room-libreoffice.xlsx"],
    people: [
      "#1|Абрикосов Артём Павлович|-|204|-",
      "#2|Берёзкина Анна Романовна|-|204|-",
      "#3|Горошков Глеб Олегович|5Б|205|-",
      "#4|Дынина Ева Денисовна|5Б|205|-",
      "#5|Вишневский Лев Антонович|5А|206|2А",
    ],
    findings: [
      "warn list.sheet-skipped лист «Организаторы»",
      "note list.given.room лист «204»",
      "note list.given.room лист «Кабинет 205»",
      "note list.given.room лист «Лист3», строка 2",
      "note list.given.class лист «Лист3», строка 2",
      "note list.repair.seat лист «Лист3», ячейка C5",
      "note list.no-some-seats",
      "note list.no-codes",
    ]),
  Mess(
    "a sheet per class",
    files: ["sheet-per-class.xlsx", "sheet-per-class.ods"],
    people: [
      "50001|Абрикосов Артём Павлович|5А|204|-",
      "50002|Берёзкина Анна Романовна|5А|204|-",
      "50003|Вишневский Лев Антонович|5А|204|-",
      "50030|Горошков Глеб Олегович|5Б|205|-",
      "50031|Дынина Ева Денисовна|5Б|205|-",
    ],
    findings: [
      "note list.given.class лист «5А»",
      "note list.given.class лист «5 «Б»»",
      "note list.given.class лист «5В»",
      "stop list.no-room лист «5В», строка 1",
      "note list.no-seats",
    ]),
  Mess(
    "titles between people, two tables, totals",
    files: ["blocks.xlsx", "blocks.ods"],
    people: [
      "#1|Абрикосов Артём Павлович|5А|204|1А",
      "#2|Берёзкина Анна Романовна|5А|204|1Б",
      "#3|Вишневский Лев Антонович|5А|204|2А",
      "#4|Горошков Глеб Олегович|5Б|205|1А",
      "#5|Дынина Ева Денисовна|5Б|205|1Б",
      "#6|Ежевикин Олег Юрьевич|5В|206|1А",
    ],
    findings: [
      "note list.given.room лист «Рассадка», строка 6",
      "note list.given.room лист «Рассадка», строка 12",
      "note list.skipped.total лист «Рассадка», строка 10",
      "note list.skipped.total лист «Рассадка», строка 15",
      "note list.skipped.title лист «Рассадка», строка 5",
      "note list.skipped.empty лист «Рассадка»",
      "note list.given.room лист «Рассадка», строка 17",
      "note list.no-codes",
    ]),
  Mess(
    "tables side by side, a sheet that contradicts its title",
    files: ["side-by-side.xlsx", "side-by-side.ods"],
    people: [
      "#1|Абрикосов Артём Павлович|5А|204|1А",
      "#2|Берёзкина Анна Романовна|5А|204|1Б",
      "#3|Вишневский Лев Антонович|5А|204|2А",
      "#4|Горошков Глеб Олегович|5А|205|1А",
      "#5|Дынина Ева Денисовна|5А|205|1Б",
      "#6|Жуков Пётр|-|207|1А",
    ],
    findings: [
      "note list.given.room лист «Рассадка», строка 2",
      "note list.given.class лист «Рассадка», строка 1",
      "note list.given.room лист «Рассадка», строка 2",
      "note list.given.class лист «Рассадка», строка 1",
      "stop list.rooms-differ лист «Каб. 206», строка 1",
      "note list.given.room лист «Каб. 206», строка 1",
      "note list.no-codes",
    ]),
  Mess(
    "merged cells and a heading of two rows",
    files: ["merged.xlsx", "merged.ods"],
    people: [
      "#1|Абрикосов Артём Павлович|5А|204|1А",
      "#2|Берёзкина Анна Романовна|5А|204|1Б",
      "#3|Вишневский Лев Антонович|5А|204|2А",
      "#4|Горошков Глеб Олегович|5Б|205|1А",
      "#5|Дынина Ева Денисовна|5Б|205|1Б",
    ],
    findings: [
      "note list.repair.room лист «Список», ячейка F3",
      "note list.repair.room лист «Список», ячейка F6",
      "note list.repair.class лист «Список», ячейка E3",
      "note list.repair.class лист «Список», ячейка E6",
      "note list.no-codes",
    ]),
  Mess(
    "titles in a text file",
    files: ["one-class-cp1251.csv"],
    people: [
      "#1|Абрикосов Артём Павлович|5А|204|1А",
      "#2|Берёзкина Анна Романовна|5А|204|1Б",
      "#3|Вишневский Лев Антонович|5А|204|2А",
    ],
    findings: [
      "note list.encoding",
      "note list.given.room строка 1",
      "note list.given.class строка 2",
      "note list.skipped.total строка 7",
      "note list.no-codes",
    ]),

]
