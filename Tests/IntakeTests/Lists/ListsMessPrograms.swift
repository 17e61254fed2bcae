/// Numbers, formulas, hidden parts.
let programs: [Mess] = [
  Mess(
    "what programs add",
    files: ["google.xlsx", "remarks.xlsx", "remarks.ods", "sep-line.csv"],
    findings: []),
  Mess(
    "numbers by their format",
    files: ["number-formats.xlsx", "number-formats.ods"],
    people: [
      "050001|Абрикосов Артём Павлович|5А|204|1А",
      "050002|Берёзкина Анна Романовна|5А|204|1Б",
      "50003|Вишневский Лев Антонович|5А|204|2А",
      "50030|Горошков Глеб Олегович|5Б|205|1А",
      "50031|Дынина Ева Денисовна|5Б|205|1Б",
    ],
    findings: [
      "note list.repair.room лист «Список», ячейка D2",
      "note list.repair.room лист «Список», ячейка D3",
      "note list.repair.room лист «Список», ячейка D4",
      "note list.repair.room лист «Список», ячейка D5",
      "note list.repair.room лист «Список», ячейка D6",
    ]),
  Mess(
    "dates that were no dates",
    files: ["dates.xlsx", "dates.ods"],
    people: [
      "50001|Абрикосов Артём Павлович|5А|204|1А",
      "50002|Берёзкина Анна Романовна|5А|204|-",
      "50003|Вишневский Лев Антонович|5А|204|2А",
      "50031|Дынина Ева Денисовна|5Б|205|1Б",
    ],
    findings: [
      "stop list.cell лист «Список», ячейка E3",
      "stop list.cell лист «Список», ячейка D5",
      "note list.no-some-seats",
    ]),
  Mess(
    "formulas with results",
    files: ["formulas-libreoffice.xlsx", "formulas.ods"],
    people: [
      "50001|Абрикосов Артём Павлович|5А|204|1А",
      "50002|Берёзкина Анна|5А|204|1Б",
      "50003|Вишневский Лев Антонович|5А|204|2А",
      "50030|Горошков Глеб Олегович|5Б|205|1А",
    ],
    findings: [
      "stop list.cell лист «Список», ячейка D6"
    ]),
  Mess(
    "formulas without results",
    files: ["formulas-openpyxl.xlsx"],
    people: [
      "50001|Абрикосов Артём Павлович|5А|204|1А",
      "50002|-|5А|204|1Б",
      "50003|Вишневский Лев Антонович|5А|204|2А",
      "50030|Горошков Глеб Олегович|5Б|205|1А",
    ],
    findings: [
      "stop list.cell лист «Список», ячейка B3",
      "stop list.cell лист «Список», ячейка D6",
    ]),
  Mess(
    "a formula with a result put there for show",
    files: ["formulas-xlsxwriter.xlsx"],
    people: [
      "50001|Абрикосов Артём Павлович|5А|204|1А",
      "50002|Берёзкина Анна Романовна|5А|204|1Б",
      "50003|Вишневский Лев Антонович|-|204|2А",
      "50030|Горошков Глеб Олегович|5Б|205|1А",
      "50031|Дынина Ева Денисовна|5Б|205|1Б",
    ],
    findings: [
      "stop list.cell лист «Список», ячейка C4"
    ]),
  Mess(
    "hidden rows, columns and sheets",
    files: ["hidden.xlsx", "hidden.ods"],
    people: [
      "50001|Абрикосов Артём Павлович|5А|204|1А",
      "50002|Берёзкина Анна Романовна|5А|204|1Б",
      "50030|Горошков Глеб Олегович|5Б|205|1А",
      "50031|Дынина Ева Денисовна|5Б|205|1Б",
    ],
    findings: [
      "warn list.hidden-sheets",
      "warn list.hidden-rows лист «Список»",
      "warn list.hidden-columns лист «Список»",
    ]),
  Mess(
    "rows a filter hides",
    files: ["filtered.xlsx", "filtered.ods"],
    people: Array(Mess.everybody.prefix(3)),
    findings: ["warn list.hidden-rows лист «Список»"]),
  Mess(
    "repeated empty rows",
    files: ["repeated.ods"],
    people: [
      "#1|Абрикосов Артём|-|204|-",
      "#2|Берёзкина Анна|-|204|-",
    ],
    findings: [
      "note list.skipped.empty лист «Список»",
      "note list.no-seats",
      "note list.no-codes",
    ]),
  Mess(
    "codes as powers of ten",
    files: ["power.csv"],
    people: [
      "50001|Абрикосов Артём Павлович|5А|204|1А",
      "#2|Берёзкина Анна Романовна|5А|204|1Б",
      "50003|Вишневский Лев Антонович|5А|204|2А",
      "50030|Горошков Глеб Олегович|5Б|205|1А",
      "50031|Дынина Ева Денисовна|5Б|205|1Б",
    ],
    findings: [
      "note list.repair.code строка 2, столбец A",
      "stop list.cell строка 3, столбец A",
      "warn list.no-some-codes",
    ]),
]
