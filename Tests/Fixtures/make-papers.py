#!/usr/bin/env python3
"""Makes papers/: invented exam papers, each with one thing about it (see README.md).

Needs reportlab and the font DejaVu Sans. Same bytes at each run.
"""
import io
import os
import zipfile

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

rl_config.invariant = 1
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "papers")
pdfmetrics.registerFont(TTFont("DejaVu", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))

TASKS = [
    "1. Вычислите: 48 : 6 + 17.",
    "Ответ: ____________",
    "2. Сколько сантиметров в трёх метрах?",
    "Ответ: ____________",
    "3. Найдите площадь прямоугольника 4 × 9.",
    "Ответ: ____________",
]
MORE = [
    "4. Запишите число четыреста семь.",
    "Ответ: ____________",
    "5. У Оли было 12 тетрадей, она отдала треть. Сколько осталось?",
    "Ответ: ____________",
]
HEAD = "ВПР. Математика. 5 класс."


def paper(pages):
    """A PDF of pages, each a list of lines; a line (text, size) is set larger."""
    data = io.BytesIO()
    page = canvas.Canvas(data, pagesize=A4)
    for lines in pages:
        y = 800
        for line in lines:
            text, size = line if isinstance(line, tuple) else (line, 11)
            page.setFont("DejaVu", size)
            page.drawString(60, y, text)
            y -= size * 2
        page.showPage()
    page.save()
    return data.getvalue()


def write(name, content):
    with open(os.path.join(OUT, name), "wb") as file:
        file.write(content)


def pack(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, (2026, 4, 20, 12, 0, 0)), content)
    return data.getvalue()


def variant(line, more=()):
    """Two pages that say their variant as `line`."""
    return paper([[HEAD, line] + TASKS + list(more), [HEAD, line] + MORE + list(more)])


os.makedirs(OUT, exist_ok=True)
for name, lines in {
    "ordinal": ("1 вариант", "2 вариант"),
    "roman": ("Вариант I", "Вариант II"),
    "letter": ("Вариант А", "Вариант Б"),
    "coded": ("Вариант МА2290101", "Вариант МА2290102"),
    "unsaid": ("Задания", "Задания"),
}.items():
    for number, line in enumerate(lines, 1):
        write(f"{name}-{number}.pdf", variant(line, [f"Набор {'первый' if number == 1 else 'второй'}"]))

KEY = ["1) 25", "2) 300", "3) 36", "4) 407", "5) 8"]
write("key-named.pdf", paper([[HEAD, "Вариант 1"] + TASKS, [HEAD, "Вариант 1", ("Ключи", 16)] + KEY]))
write("key-unnamed.pdf", paper([[HEAD, "Вариант 1"] + TASKS, [HEAD, "Вариант 1", ("Эталон", 16)] + KEY]))
write("phrase-in-task.pdf", paper([
    [HEAD + "   КОД", "Вариант 1"] + TASKS,
    [HEAD + "   КОД", "Вариант 1", "4. Прочитайте критерии оценивания сочинения и оцените его."] + MORE,
]))
write("plain.pdf", paper([
    ["Контрольная работа по математике. 5 класс", "Вариант 1"] + TASKS, MORE + ["6. Начертите квадрат."],
]))
write("criteria-beside.zip", pack([
    ("Вариант 1.pdf", variant("Вариант 1")),
    ("Вариант 2.pdf", variant("Вариант 2")),
    ("Критерии.pdf", paper([[HEAD, ("Система оценивания проверочной работы", 14)] + KEY])),
    ("Инструкция.pdf", paper([[("Инструкция для организатора в аудитории", 14), "Раздайте листы."]])),
]))
write("second-is-word.zip", pack([
    ("Вариант 1.pdf", variant("Вариант 1")), ("Вариант 2.docx", b"PK invented, not a document"),
]))
