#!/bin/sh
# PyMuPDF 2.0 reads Arabic digits in a PDF backwards: 12.5 becomes 5.21 and the year 2015 becomes 5102.
#
# One would guess: a PDF has glyphs in places, so a reader turns round what was drawn from the right. Digits run from left
# to right in Arabic too (UAX #9, class AN), so a number is read as it is drawn, and surely so in a line of its own.
#
# What is so: each run of Arabic digits comes out last digit first, in a line of its own, in an Arabic sentence and in
# an English one. The result is a number like another, and nothing tells that it is wrong; figures in Latin digits, in
# the same file, are right. PDFium reads all four lines below as they were written, and a picture of the page shows
# ١٢٫٥. Tables drawn from reports of countries in Arabic have such figures in every row.
#
# Source: pymupdf 2.0 and pypdfium2 5.15.2, run on a PDF that fpdf2 2.8.9 with uharfbuzz 0.57.0 makes (PyPI), in DejaVu
# Sans of fonts-dejavu-core 2.37-6 (Debian 12).
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq 'fonts-dejavu-core=2.37-6' > download.log 2>&1 || { cat download.log; exit 1; }
dpkg-deb -x fonts-dejavu-core_*.deb root
python3 -m venv venv
venv/bin/pip install --quiet --no-deps pymupdf==2.0
venv/bin/pip install --quiet pypdfium2==5.15.2 fpdf2==2.8.9 uharfbuzz==0.57.0
cat > run.py <<'PY'
import fpdf, pymupdf, pypdfium2

lines = ["١٢٫٥", "12.5", "من ٢٠١٥ إلى ٢٠١٩", "in ٢٠١٥, Nairobi"]
paper = fpdf.FPDF()
paper.add_page()
paper.add_font("DejaVu", "", "root/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
paper.set_font("DejaVu", size=14)
paper.set_text_shaping(True)
for line in lines:
    paper.cell(180, 10, line, new_x="LMARGIN", new_y="NEXT")
paper.output("paper.pdf")
print("PyMuPDF", pymupdf.__version__)
first = pymupdf.open("paper.pdf")[0].get_text().strip().split("\n")
second = pypdfium2.PdfDocument("paper.pdf")[0].get_textpage().get_text_range().strip().split("\r\n")
for line, one, other in zip(lines, first, second):
    print(ascii(line), "  PyMuPDF " + ascii(one.strip()), "  PDFium  " + ascii(other.strip()), sep="\n")
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TXT'
PyMuPDF 2.0
'\u0661\u0662\u066b\u0665'
  PyMuPDF '\u0665\u066b\u0662\u0661'
  PDFium  '\u0661\u0662\u066b\u0665'
'12.5'
  PyMuPDF '12.5'
  PDFium  '12.5'
'\u0645\u0646 \u0662\u0660\u0661\u0665 \u0625\u0644\u0649 \u0662\u0660\u0661\u0669'
  PyMuPDF '\u0645\u0646 \u0665\u0661\u0660\u0662 \u0625\u0644\u0649 \u0669\u0661\u0660\u0662'
  PDFium  '\u0645\u0646 \u0662\u0660\u0661\u0665 \u0625\u0644\u0649 \u0662\u0660\u0661\u0669'
'in \u0662\u0660\u0661\u0665, Nairobi'
  PyMuPDF 'in  ,\u0665\u0661\u0660\u0662Nairobi'
  PDFium  'in \u0662\u0660\u0661\u0665, Nairobi'
TXT
cmp seen expected
