"""Makes the lists of Tests/Fixtures/lists that have a mess of their own.

Needs python3-openpyxl, python3-xlsxwriter and LibreOffice (soffice). All names are invented.
The files are kept in the repository: programs write a file anew with other dates inside.
"""
import datetime, io, os, shutil, subprocess, sys, tempfile, zipfile
import openpyxl, xlsxwriter
from openpyxl.worksheet.table import Table

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lists")
PEOPLE = [
    ("50001", "Абрикосов Артём Павлович", "5А", "204", "1А"),
    ("50002", "Берёзкина Анна Романовна", "5А", "204", "1Б"),
    ("50003", "Вишневский Лев Антонович", "5А", "204", "2А"),
    ("50030", "Горошков Глеб Олегович", "5Б", "205", "1А"),
    ("50031", "Дынина Ева Денисовна", "5Б", "205", "1Б"),
]
HEAD = ["Код участника", "ФИО", "Класс", "Кабинет", "Место"]


def out(name):
    return os.path.join(OUT, name)


def libreoffice(source, kind, name):
    """Lets LibreOffice write `name` from the file `source`."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", "--convert-to", kind, "--outdir", folder, source],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        stem = os.path.splitext(os.path.basename(source))[0]
        shutil.copy(os.path.join(folder, stem + "." + kind.split(":")[0]), out(name))


def rows(sheet, *rows):
    for row in rows:
        sheet.append(list(row))


def book(name):
    made = openpyxl.Workbook()
    made.active.title = name
    return made, made.active


def number_formats():
    made = xlsxwriter.Workbook(out("number-formats.xlsx"))
    sheet = made.add_worksheet("Список")
    zeros = made.add_format({"num_format": "000000"})
    room = made.add_format({"num_format": '"каб. "0'})
    power = made.add_format({"num_format": "0.00E+00"})
    money = made.add_format({"num_format": "#,##0"})
    day = made.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_row(0, 0, HEAD + ["Дата рождения"])
    formats = [zeros, zeros, power, money, None]
    for index, (code, name, group, where, seat) in enumerate(PEOPLE):
        sheet.write_number(index + 1, 0, int(code), formats[index])
        sheet.write_string(index + 1, 1, name)
        sheet.write_string(index + 1, 2, group)
        sheet.write_number(index + 1, 3, int(where), room)
        sheet.write_string(index + 1, 4, seat)
        sheet.write_datetime(index + 1, 5, datetime.datetime(2014, 5, 1 + index), day)
    made.close()
    libreoffice(out("number-formats.xlsx"), "ods", "number-formats.ods")


def fractions():
    """Numbers that mean two: by their format, and one whose last zero may be lost."""
    made, sheet = book("Список")
    seats = [(1.2, "0.00"), (1.02, "0.00"), (11.2, None), (1.1, None), (1.2, None), (1.12, None)]
    classes = [(5.1, "0.00"), (5.1, "0.0"), (5.2, None), (5.3, None), (5.1, None), (5.1, None)]
    sheet.append(HEAD)
    for index, ((seat, shown), (group, written)) in enumerate(zip(seats, classes)):
        sheet.append([50001 + index, "Сомов Пётр " + "АБВГДЕ"[index], group, 201 + index, seat])
        for cell, code in ((f"E{index + 2}", shown), (f"C{index + 2}", written)):
            if code:
                sheet[cell].number_format = code
    made.save(out("fractions.xlsx"))


def merged_columns():
    made, sheet = book("Список")
    rows(
        sheet, ["Код", "ФИО", "Класс", "Литера", "Предмет", "Кабинет", "Ряд", "Место"],
        [50001, "Сомов Пётр", 5, "А", "Математика", 204, 1, 1],
        [50002, "Котов Илья", None, None, None, 204, None, 2],
        [50003, "Лосев Егор", 5, "Б", "Русский язык", 204, 2, 1])
    for area in ("C2:C3", "D2:D3", "E2:E3", "G2:G3"):
        sheet.merge_cells(area)
    made.save(out("merged-columns.xlsx"))


def dates():
    made, sheet = book("Список")
    rows(sheet, HEAD, *PEOPLE)
    sheet["E3"] = datetime.date(2026, 1, 2)
    sheet["E3"].number_format = "d-mmm"
    sheet["D5"] = datetime.date(2026, 5, 2)
    sheet["D5"].number_format = "dd.mm.yyyy"
    made.save(out("dates.xlsx"))
    libreoffice(out("dates.xlsx"), "ods", "dates.ods")


def formulas():
    made, sheet = book("Список")
    rows(sheet, HEAD, *PEOPLE)
    sheet["B3"] = '=CONCATENATE("Берёзкина"," ","Анна")'
    sheet["D6"] = "=1/0"
    made.save(out("formulas-openpyxl.xlsx"))
    libreoffice(out("formulas-openpyxl.xlsx"), "xlsx", "formulas-libreoffice.xlsx")
    libreoffice(out("formulas-openpyxl.xlsx"), "ods", "formulas.ods")
    made = xlsxwriter.Workbook(out("formulas-xlsxwriter.xlsx"))
    sheet = made.add_worksheet("Список")
    for index, row in enumerate([HEAD] + PEOPLE):
        sheet.write_row(index, 0, row)
    sheet.write_formula("C4", '="5"&"А"')
    made.close()


def hidden():
    made, sheet = book("Список")
    rows(sheet, HEAD + ["Место прошлого года"], *[row + ("9Я",) for row in PEOPLE])
    sheet.insert_cols(5)
    sheet["E1"] = "Вариант"
    for row in range(2, 7):
        sheet.cell(row, 5, 7)
    sheet.column_dimensions["E"].hidden = True
    sheet.row_dimensions[4].hidden = True
    other = made.create_sheet("Архив")
    rows(other, HEAD, ("59999", "Старый Список", "5А", "204", "9А"))
    other.sheet_state = "hidden"
    made.save(out("hidden.xlsx"))
    libreoffice(out("hidden.xlsx"), "ods", "hidden.ods")


def sheet_per_room():
    made, sheet = book("204")
    rows(sheet, ["№ п/п", "ФИО"], [1, PEOPLE[0][1]], [2, PEOPLE[1][1]])
    rows(made.create_sheet("Кабинет 205"), ["ФИО", "Класс"], PEOPLE[3][1:3], PEOPLE[4][1:3])
    sheet = made.create_sheet("Лист3")
    rows(sheet, ["Список участников ВПР"], ["Кабинет № 206, 5 «А» класс"], [],
         ["№", "Ф.И.О. (полностью)", "Место"], [1, PEOPLE[2][1], "2-а"])
    sheet.merge_cells("A2:C2")
    rows(made.create_sheet("Организаторы"), ["ФИО", "Кабинет"], ["Учителева Вера", "204"])
    made.save(out("sheet-per-room.xlsx"))
    libreoffice(out("sheet-per-room.xlsx"), "ods", "sheet-per-room.ods")
    libreoffice(out("sheet-per-room.xlsx"), "xlsx", "sheet-per-room-libreoffice.xlsx")


def repeated_people():
    """A common list beside lists of rooms, which repeat its people without codes."""
    made, sheet = book("Все")
    rows(sheet, HEAD, *PEOPLE)
    rows(made.create_sheet("204"), HEAD[1:2] + HEAD[4:], *[(p[1], p[4]) for p in PEOPLE[:3]])
    rows(made.create_sheet("Каб. 205"), HEAD, *PEOPLE[3:])
    made.save(out("repeated-people.xlsx"))
    made, sheet = book("Все")
    rows(sheet, HEAD, *PEOPLE)
    rows(made.create_sheet("Рассадка"), HEAD, *PEOPLE)
    made.save(out("repeated-sheet.xlsx"))
    libreoffice(out("repeated-sheet.xlsx"), "ods", "repeated-sheet.ods")


def sheet_per_class():
    made, sheet = book("5А")
    rows(sheet, ["Код", "ФИО", "Кабинет"], *[(c, n, r) for c, n, g, r, s in PEOPLE[:3]])
    rows(made.create_sheet("5 «Б»"), ["Код", "ФИО", "Каб."],
         *[(c, n, r) for c, n, g, r, s in PEOPLE[3:]])
    rows(made.create_sheet("5В"), ["Код", "ФИО"], ["50060", "Ежевикин Олег"])
    made.save(out("sheet-per-class.xlsx"))
    libreoffice(out("sheet-per-class.xlsx"), "ods", "sheet-per-class.ods")


def blocks():
    """Titles between people, two tables on a sheet, totals, remarks, counted columns."""
    made, sheet = book("Рассадка")
    rows(
        sheet, ["МБОУ «Школа № 0»"], ["Рассадка участников, 21.04.2026"], [],
        ["№ п/п", "Фамилия, имя, отчество", "Класс", "Место"], [1, 2, 3, 4],
        ["Кабинет 204"], *[(i + 1, n, g, s) for i, (c, n, g, r, s) in enumerate(PEOPLE[:3])],
        ["Итого:", 3], [], ["Аудитория:", "205"],
        *[(i + 1, n, g, s) for i, (c, n, g, r, s) in enumerate(PEOPLE[3:])],
        ["Всего участников", 2], [], ["Кабинет 206"], ["Ответственный: Иванова И. И."],
        ["№ п/п", "ФИО", "Класс", "Место"], [1, "Ежевикин Олег Юрьевич", "5В", "1А"], [],
        ["Директор ____________ Петрова П. П."])
    sheet.merge_cells("A6:D6")
    made.save(out("blocks.xlsx"))
    libreoffice(out("blocks.xlsx"), "ods", "blocks.ods")


def side_by_side():
    """Two rooms printed on one page, a sheet that contradicts its title."""
    made, sheet = book("Рассадка")
    head = ["№", "ФИО", "Место"]
    rows(sheet, ["Рассадка, 5А класс"], ["Кабинет 204", None, None, None, "Кабинет 205"],
         head + [None] + head)
    for index in range(3):
        left = [index + 1, PEOPLE[index][1], PEOPLE[index][4], None]
        right = [index + 1, PEOPLE[3 + index][1], PEOPLE[3 + index][4]] if index < 2 else []
        sheet.append(left + right)
    sheet.merge_cells("A1:G1")
    rows(made.create_sheet("Каб. 206"), ["Кабинет 207"], ["ФИО", "Место"], ["Жуков Пётр", "1А"])
    made.save(out("side-by-side.xlsx"))
    libreoffice(out("side-by-side.xlsx"), "ods", "side-by-side.ods")


def merged():
    """A room merged over its people, a heading of two rows, a name in three columns."""
    made, sheet = book("Список")
    rows(sheet, ["№", "Участник", None, None, "Класс", "Место проведения", None],
         [None, "Фамилия", "Имя", "Отчество", None, "Кабинет", "Место"])
    sheet.merge_cells("B1:D1")
    sheet.merge_cells("F1:G1")
    for column in "AE":
        sheet.merge_cells(f"{column}1:{column}2")
    for index, (code, name, group, where, seat) in enumerate(PEOPLE):
        sheet.append([index + 1] + name.split() + [group, int(where), seat])
    for first, last in [(3, 5), (6, 7)]:
        for row in range(first + 1, last + 1):
            sheet.cell(row, 5).value = sheet.cell(row, 6).value = None
        sheet.merge_cells(f"E{first}:E{last}")
        sheet.merge_cells(f"F{first}:F{last}")
    made.save(out("merged.xlsx"))
    libreoffice(out("merged.xlsx"), "ods", "merged.ods")


def spelling():
    made = xlsxwriter.Workbook(out("spelling.xlsx"))
    sheet = made.add_worksheet("Список")
    bold = made.add_format({"bold": True})
    sheet.write_row(0, 0, HEAD)
    mess = [
        ("50001", "Абрикосов  Артём Павлович", "5 «А»", "каб. 204", "1-А"),
        ("50002", "Берёзкина Анна Pомановна", "5-а", "№ 204", "1 Б"),
        ("50003 ", "Вишнев\u00adский Лев Антонович", "5A", "204\u00a0", "2A"),
        ("50 030", "\u200bГорошков Глеб Олегович", "5 Б класс", "Кабинет № 205", "место 1а"),
        ("50031", "Дынина Ева Dенисовна", "5б", "205", "1Б"),
        ("50032", "Еремеи\u0306 Олег", "5Б", "cпортзал", "1"),
        ("50033", "Жуков Пётр", "5Б", "Спортзал", "2"),
    ]
    for index, row in enumerate(mess):
        sheet.write_row(index + 1, 0, row)
    sheet.write_rich_string("B8", bold, "Жуков ", "Пётр")
    made.close()
    libreoffice(out("spelling.xlsx"), "ods", "spelling.ods")


def doubts():
    made, sheet = book("Список")
    rows(sheet, HEAD, *PEOPLE)
    rows(
        sheet, ("50004", "Абрикосов Артем Павлович", "5А", "204", "2Б"),
        ("60005", "Ежевикин Олег", "5А", "204", "3А"), ("50006", "Жуков Пётр", "5А", None, "3Б"),
        ("50007", "Зимин Ян", "5А", "204", "1А"), ("50030", "Ильин Ян", "5Б", "205", "2А"),
        ("500х8", "Квасов Ян", "5Б", "205", "2Б"), (None, 17, "5Б", "205", "3А"),
        (None, None, "5Б", "205", "3Б"))
    made.save(out("doubts.xlsx"))


def conditions():
    made, sheet = book("Список")
    head = ["Код", "ФИО", "Класс", "Кабинет", "Особые условия (ОВЗ)"]
    said = ["слабовидящий, А3, +30 минут", "отдельный кабинет; доп. время 1,5 часа", "нет",
            "ЗПР", "слабовидящая, сурдоперевод"]
    rows(sheet, head, *[p[:4] + (c,) for p, c in zip(PEOPLE, said)])
    rows(sheet, ["50032", "Ежевикин Олег", "5Б", "205", "шрифт Брайля"],
         ["50033", "Жуков Пётр", "5Б", "205", None])
    made.save(out("conditions.xlsx"))
    libreoffice(out("conditions.xlsx"), "ods", "conditions.ods")


def repeated():
    """Equal rows and columns, far-away formatting: LibreOffice writes repeats."""
    made, sheet = book("Список")
    rows(sheet, ["ФИО", "Кабинет"], ["Абрикосов Артём", 204], [], [], ["Берёзкина Анна", 204])
    sheet["A1048576"].font = sheet["XFD9"].font = openpyxl.styles.Font(bold=True)
    sheet["A900000"].number_format = "0.0"
    libre = tempfile.mkdtemp()
    made.save(os.path.join(libre, "repeated.xlsx"))
    libreoffice(os.path.join(libre, "repeated.xlsx"), "ods", "repeated.ods")


def remarks():
    made, sheet = book("Список")
    rows(sheet, HEAD, *PEOPLE)
    sheet["B2"].comment = openpyxl.comments.Comment("пересадить", "Автор")
    sheet["D3"].hyperlink = "https://example.org/"
    made.save(out("remarks.xlsx"))
    libreoffice(out("remarks.xlsx"), "ods", "remarks.ods")


def google():
    """The shape in which Google Sheets exports: 40001.0, no sizes of anything, empty styled rows."""
    cell = '<c r="{}{}" s="1" t="s"><v>{}</v></c>'
    strings = HEAD + [p[1] for p in PEOPLE] + ["5А", "5Б"] + ["1А", "1Б", "2А"]
    at = {text: index for index, text in enumerate(strings)}
    body = "<row r='1'>" + "".join(cell.format(c, 1, at[h]) for c, h in zip("ABCDE", HEAD)) + "</row>"
    for index, (code, name, group, where, seat) in enumerate(PEOPLE):
        n = index + 2
        body += (f'<row r="{n}"><c r="A{n}" s="1"><v>{code}.0</v></c>' + cell.format("B", n, at[name])
                 + cell.format("C", n, at[group]) + f'<c r="D{n}" s="1"><v>{where}.0</v></c>'
                 + cell.format("E", n, at[seat]) + "</row>")
    for n in range(7, 1001):
        body += f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>'
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default ContentType="application/xml" Extension="xml"/><Default ContentType="application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" PartName="/xl/workbook.xml"/><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml" PartName="/xl/worksheets/sheet1.xml"/><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml" PartName="/xl/sharedStrings.xml"/><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml" PartName="/xl/styles.xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{rel}"><workbookPr/><sheets><sheet state="visible" name="Ответы" sheetId="1" r:id="rId3"/></sheets><definedNames/><calcPr/></workbook>',
        "xl/styles.xml": f'<styleSheet {main}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf borderId="0" fillId="0" fontId="0" numFmtId="0" xfId="0"/><xf borderId="0" fillId="0" fontId="0" numFmtId="0" xfId="0"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst {main} count="{len(strings)}" uniqueCount="{len(strings)}">' + "".join(f"<si><t>{s}</t></si>" for s in strings) + "</sst>",
        "xl/worksheets/sheet1.xml": f'<worksheet {main}><sheetData>{body}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(out("google.xlsx"), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2026, 4, 1, 0, 0, 0)), head + text, zipfile.ZIP_DEFLATED)


def texts():
    def write(name, text, encoding="utf-8"):
        with open(out(name), "wb") as file:
            file.write(text.encode(encoding))
    head = ";".join(HEAD)
    lines = [";".join(p) for p in PEOPLE]
    write("sep-line.csv", "sep=,\r\n" + "\r\n".join([head] + lines).replace(";", ",") + "\r\n", "utf-8-sig")
    write("open-quote.csv", "\n".join([head, lines[0], lines[1].replace("Берёз", '"Берёз')] + lines[2:]) + "\n")
    write("power.csv", "\n".join([head, lines[0].replace("50001", "5,0001E+04"),
                                  lines[1].replace("50002", "5,00E+04")] + lines[2:]) + "\n")
    write("one-class-cp1251.csv", "\r\n".join(
        ["Кабинет 204;;", "Класс: 5А;;", "№ п/п;ФИО;Место"]
        + [f"{i + 1};{p[1]};{p[4]}" for i, p in enumerate(PEOPLE[:3])] + ["Итого;3;"]) + "\r\n", "cp1251")


def parts():
    """plain.xlsx with its parts called otherwise, as other programs call them."""
    source = zipfile.ZipFile(out("plain.xlsx"))

    def renamed(name, change):
        with zipfile.ZipFile(out(name), "w", zipfile.ZIP_DEFLATED) as target:
            for entry in source.namelist():
                part, content = change(entry, source.read(entry))
                target.writestr(zipfile.ZipInfo(part, (2026, 4, 20, 12, 0, 0)), content)

    renamed("capital-parts.xlsx", lambda part, content: (
        part.replace("sharedStrings", "SharedStrings").replace("worksheets", "Worksheets"),
        content.replace(b"sharedStrings.xml", b"SharedStrings.xml").replace(b"worksheets/", b"Worksheets/")))
    renamed("lacks-text.xlsx", lambda part, content: (
        part.replace("sharedStrings", "other"), content.replace(b"sharedStrings.xml", b"gone.xml")))
    made = openpyxl.Workbook()
    rows(made.active, HEAD, *PEOPLE)
    rows(made.create_sheet("Второй"), HEAD, *[("6" + row[0][1:],) + row[1:] for row in PEOPLE])
    made.save(out("lacks-sheet.xlsx"))
    source = zipfile.ZipFile(io.BytesIO(open(out("lacks-sheet.xlsx"), "rb").read()))
    renamed("lacks-sheet.xlsx", lambda part, content: (part.replace("sheet2", "lost"), content))
    source = zipfile.ZipFile(out("plain.xlsx"))
    renamed("absolute-parts.xlsx", lambda part, content: (
        part, content.replace(b'Target="worksheets/', b'Target="/xl/worksheets/')
        .replace(b'Target="sharedStrings', b'Target="/xl/sharedStrings')))


def refused():
    libreoffice(out("plain.xlsx"), "xls", "old.xls")


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for make in [number_formats, fractions, merged_columns, dates, formulas, hidden, sheet_per_room, repeated_people, sheet_per_class, blocks,
                 side_by_side, merged, spelling, doubts, conditions, repeated, remarks, google, texts, parts, refused]:
        if not wanted or make.__name__ in wanted:
            make()
