"""Makes the lists that only a running LibreOffice can write: filtered, with a password.

Needs python3-uno and LibreOffice (soffice). All names are invented.
"""
import os, subprocess, time
import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.sheet import TableFilterField

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lists")
ROWS = (
    ("Код участника", "ФИО", "Класс", "Кабинет", "Место"),
    ("50001", "Абрикосов Артём Павлович", "5А", "204", "1А"),
    ("50002", "Берёзкина Анна Романовна", "5А", "204", "1Б"),
    ("50003", "Вишневский Лев Антонович", "5А", "204", "2А"),
    ("50030", "Горошков Глеб Олегович", "5Б", "205", "1А"),
    ("50031", "Дынина Ева Денисовна", "5Б", "205", "1Б"),
)
EXCEL = "Calc MS Excel 2007 XML"


def made(kind, name, value):
    result = kind()
    result.Name, result.Value = name, value
    return result


def desktop():
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(60):
        try:
            there = resolver.resolve(
                "uno:socket,host=localhost,port=2733;urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", there)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("soffice does not answer")


def store(document, name, form, *more):
    document.storeToURL(
        "file://" + os.path.join(OUT, name), (made(PropertyValue, "FilterName", form),) + more)


def main():
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--accept=socket,host=localhost,port=2733;urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    desk = desktop()
    document = desk.loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, (made(PropertyValue, "Hidden", True),))
    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "Список"
    cells = sheet.getCellRangeByName("A1:E6")
    cells.setDataArray(ROWS)
    store(document, "password.ods", "calc8", made(PropertyValue, "Password", "secret"))
    secret = uno.Any("[]com.sun.star.beans.NamedValue", (
        made(NamedValue, "OOXPassword", "secret"), made(NamedValue, "CryptoType", "Standard")))
    locked = PropertyValue()
    locked.Name, locked.Value = "EncryptionData", secret
    store(document, "password.xlsx", EXCEL, locked)
    shown = TableFilterField()
    shown.Field, shown.StringValue = 3, "204"
    shown.Operator = uno.Enum("com.sun.star.sheet.FilterOperator", "EQUAL")
    wanted = cells.createFilterDescriptor(True)
    wanted.ContainsHeader = True
    wanted.setFilterFields((shown,))
    cells.filter(wanted)
    store(document, "filtered.ods", "calc8")
    store(document, "filtered.xlsx", EXCEL)
    document.close(True)
    desk.terminate()
    office.wait(20)


main()
