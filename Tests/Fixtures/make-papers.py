#!/usr/bin/env python3
"""Makes papers/: invented exam papers, each with one thing about it (see README.md).

Needs reportlab, pikepdf, Pillow and the font DejaVu Sans. Same bytes at each run.
"""
import io
import os
import zipfile

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from pikepdf import Array, Dictionary, Name, String
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
write("answers-beside.zip", pack([
    ("Вариант 1.pdf", variant("Вариант 1")), ("Вариант 2.pdf", variant("Вариант 2")),
    ("Лист.pdf", paper([["1) 25", "2) 300", "3) 36", "4) 407"]])),
]))
write("second-is-word.zip", pack([
    ("Вариант 1.pdf", variant("Вариант 1")), ("Вариант 2.docx", b"PK invented, not a document"),
]))


# What a printer would get otherwise than a screen shows.
def changed(content, change):
    """A PDF changed by pikepdf; the same bytes at each run."""
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(data, static_id=True)
    return data.getvalue()


ONE = paper([[HEAD + "   КОД", "Вариант 1"] + TASKS])
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def layer(state, usage, automatic):
    """A page with a layer «Ответы», shown or not by the default configuration, and what it says of printing."""

    def change(pdf):
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Ответы")))
        if usage:
            group.Usage = Dictionary(Print=Dictionary(PrintState=Name("/" + usage)))
        default = Dictionary(Order=Array([group]))
        default[Name("/" + state)] = Array([group])
        if automatic:
            default.AS = Array([Dictionary(Event=Name.Print, Category=Array([Name.Print]), OCGs=Array([group]))])
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=default)
        page = pdf.pages[0]
        page.Resources.Properties = Dictionary(Answers=group)
        page.contents_add(b"/OC /Answers BDC 0 g 300 60 200 40 re f EMC")

    return changed(ONE, change)


write("layer-print-off.pdf", layer("ON", "OFF", True))
write("layer-print-off-unasked.pdf", layer("ON", "OFF", False))
write("layer-print-on.pdf", layer("OFF", "ON", True))
write("layer-doubtful.pdf", layer("OFF", "ON", False))
write("layer-off.pdf", layer("OFF", None, False))


def fonts(change_font):
    def change(pdf):
        for font in pdf.pages[0].Resources.Font.values():
            change_font(pdf, font)

    return changed(ONE, change)


def half(pdf, font):
    if "/FontDescriptor" in font:
        data = font.FontDescriptor.FontFile2.read_bytes()
        font.FontDescriptor.FontFile2 = pdf.make_stream(data[: len(data) // 3])


def unmapped(pdf, font):
    if "/ToUnicode" in font:
        del font.ToUnicode


write("font-cut.pdf", fonts(half))
write("font-unmapped.pdf", fonts(unmapped))


def xfa(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))
    pdf.Root.NeedsRendering = True


write("form-dynamic.pdf", changed(ONE, xfa))


def portfolio(files):
    def change(pdf):
        for name, content in files:
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, mime_type="application/pdf")
        pdf.Root.Collection = Dictionary(Type=Name.Collection, View=Name.D)

    return changed(paper([["Обложка"]]), change)


def unreadable(pdf):
    for spec in pdf.Root.Names.EmbeddedFiles.Names[1::2]:
        spec.EF.F = pdf.make_stream(b"not deflated", Filter=Name.FlateDecode)
        spec.EF.UF = spec.EF.F


PORTFOLIO = portfolio([(f"Вариант {number}.pdf", variant(f"Вариант {number}")) for number in (1, 2)])
write("portfolio.pdf", PORTFOLIO)
write("portfolio.zip", pack([("Работы.pdf", PORTFOLIO)]))
write("portfolio-nested.pdf", portfolio([("Работы.pdf", PORTFOLIO)]))
write("portfolio-archive.pdf", portfolio([("Работы.zip", pack([("Вариант 1.pdf", variant("Вариант 1"))]))]))
write("portfolio-unreadable.pdf", changed(PORTFOLIO, unreadable))
write("portfolio-other.pdf", portfolio([("Вариант 1.docx", b"PK invented, not a document")]))


def unit(factor, size):
    def change(pdf):
        page = pdf.pages[0]
        page.obj[Name.UserUnit] = factor
        if size:
            page.MediaBox = Array([0, 0, 595.28 * size, 841.89 * size])
            page.contents_add(b"q %g 0 0 %g 0 0 cm" % (size, size), prepend=True)
            page.contents_add(b"Q")

    return changed(ONE, change)


write("unit-a2.pdf", unit(2, None))
write("unit-a4.pdf", unit(2, 0.5))


def field(flags):
    def change(pdf):
        widget = pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("task"), V=String("5. Сложите 2 и 3"), F=flags,
            Rect=Array([60, 200, 400, 220]), DA=String("/Helv 12 Tf 0 g")))
        pdf.pages[0].obj[Name.Annots] = Array([widget])
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), NeedAppearances=True)

    return changed(ONE, change)


write("field-undrawn.pdf", field(4))
write("field-hidden.pdf", field(2))


def widthless(pdf, font):
    if "/Widths" in font:
        font.Widths = Array([0] * len(font.Widths))


write("letters-piled.pdf", fonts(widthless))


def slips(pdf):
    """What programs put right by themselves: one Q too many, a link and a font that lead nowhere."""
    page = pdf.pages[0]
    page.contents_add(b"Q\n/Nowhere 12 Tf\n")
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 60, 90, 80]), Dest=Array([Name.Nowhere]))
    page.obj[Name.Annots] = Array([pdf.make_indirect(link)])


write("slips.pdf", changed(ONE, slips))


def picture(cut):
    """A drawing beside the tasks as a JPEG, or what is left of it after a broken download."""

    def change(pdf):
        image = Image.new("L", (400, 200), 255)
        ImageDraw.Draw(image).ellipse((20, 20, 380, 180), outline=0, width=6)
        data = io.BytesIO()
        image.save(data, "JPEG", quality=90)
        content = data.getvalue()
        stream = pdf.make_stream(content[: int(len(content) * cut)])
        stream.update(Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=400, Height=200, ColorSpace=Name.DeviceGray, BitsPerComponent=8,
            Filter=Name.DCTDecode))
        page = pdf.pages[0]
        page.Resources.XObject = Dictionary(Im0=pdf.make_indirect(stream))
        page.contents_add(b"q 200 0 0 100 60 200 cm /Im0 Do Q")

    return changed(ONE, change)


write("picture.pdf", picture(1))
write("picture-cut.pdf", picture(0.6))
write("file-cut.pdf", ONE[: int(len(ONE) * 0.97)])


def scan(ground, noise=0, text=True):
    """A picture of a page on paper of some tone, with the recognised text behind it."""
    image = Image.new("L", (827, 1169), ground)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(FONT, 20)
    for row, line in enumerate([HEAD + "   КОД", "Вариант 1"] + TASKS):
        draw.text((90, 60 + row * 44), line, 20, font)
    if noise:
        pixels = image.load()
        state = 1
        for y in range(image.height):
            for x in range(image.width):
                state = (state * 1103515245 + 12345) % 2**31
                if pixels[x, y] == ground:
                    pixels[x, y] = max(0, min(255, ground + (state >> 16) % (2 * noise + 1) - noise))
    picture = io.BytesIO()
    image.save(picture, "JPEG", quality=60)
    picture.seek(0)
    from reportlab.lib.utils import ImageReader
    data = io.BytesIO()
    page = canvas.Canvas(data, pagesize=A4)
    page.drawImage(ImageReader(picture), 0, 0, *A4)
    if text:
        hidden = page.beginText(60, 800)
        hidden.setTextRenderMode(3)
        hidden.setFont("DejaVu", 11)
        for line in [HEAD + "   КОД", "Вариант 1"] + TASKS:
            hidden.textLine(line)
        page.drawText(hidden)
    page.save()
    return data.getvalue()


write("scan-grey.pdf", scan(243))
write("scan-dark-grey.pdf", scan(205))
write("scan-noisy.pdf", scan(232, noise=10))
write("scan-bare.pdf", scan(243, text=False))


def no_line():
    """A page whose corners leave room for the mark's symbol alone, at the lower right."""
    data = io.BytesIO()
    page = canvas.Canvas(data, pagesize=A4)
    page.setFont("DejaVu", 11)
    for row, line in enumerate([HEAD + "   КОД", "Вариант 1"] + TASKS):
        page.drawString(60, 800 - row * 22, line)
    for x in (30, 300, 400, 480):
        page.drawString(x, 812, "школа № 0")
    for x in (30, 130, 230, 330, 400, 460):
        page.drawString(x, 40, "продолжение"[:9])
    page.save()
    return data.getvalue()


write("no-line.pdf", no_line())


def full():
    """A page written from edge to edge: no place for a mark."""
    data = io.BytesIO()
    page = canvas.Canvas(data, pagesize=A4)
    page.setFont("DejaVu", 8)
    for row, y in enumerate(range(825, 10, -12)):
        line = [HEAD + "   КОД", "Вариант 1"][row] if row < 2 else f"строка {row} · " + "слово и ещё слово · " * 6
        page.drawString(16, y, line)
        page.drawRightString(580, y, "край листа" if row > 2 else "ВПР 2026")
    page.save()
    return data.getvalue()


write("full.pdf", full())


def glyph_missing():
    """A font whose outlines for some letters are gone: their codes lead to glyph 0."""
    data = io.BytesIO()
    page = canvas.Canvas(data, pagesize=A4)
    page.setFont("DejaVu", 11)
    for row, line in enumerate([HEAD + "   КОД", "Вариант 1", "1. Запишите: \U0001F3EB\u6559\u5BA4 по-русски."] + TASKS):
        page.drawString(60, 800 - row * 22, line)
    page.save()
    return data.getvalue()


write("glyph-missing.pdf", glyph_missing())
