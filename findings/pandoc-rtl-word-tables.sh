#!/bin/sh
# pandoc 3.6.1 writes the tables and the title of a right-to-left Word document from left to right.
#
# One would guess: `dir: rtl` in the metadata is how pandoc's manual says that a document runs from right to left. Each
# paragraph and run of the document for Word comes out marked so (w:bidi, w:rtl), so its tables are turned round too.
#
# What is so: the tables of the document have no w:bidiVisual (ECMA-376 Part 1, 17.4.1), which is what puts the first
# column at the right; a Word file from an Arabic table of two columns shows the second one first to whoever reads from the
# right. The paragraph of the title has no w:bidi either (17.3.1.6), unlike the headings below it, so it is the one that is
# set from the left. HTML of the same text is right, since dir="rtl" turns tables with the page.
#
# Source: pandoc 3.6.1 as pypandoc_binary 1.15 brings it (PyPI), run on a text of our own.
# Date: 2026-12-01.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pypandoc_binary==1.15
cat > run.py <<'PY'
import zipfile, pypandoc

text = """---
lang: ar
dir: rtl
title: تقرير
---

## الجدول الأول

| النشاط | الموعد |
|--------|--------|
| تحليل الاحتياجات | نيسان/أبريل |
"""
print("pandoc", pypandoc.get_pandoc_version())
pypandoc.convert_text(text, "docx", format="markdown", outputfile="a.docx")
body = zipfile.ZipFile("a.docx").read("word/document.xml").decode()
title, heading = [p for p in body.split("<w:p>") if "تقرير" in p or "الجدول الأول" in p][:2]
print("the heading is right to left:", "<w:bidi" in heading)
print("the title is right to left:", "<w:bidi" in title)
print("tables:", body.count("<w:tbl>"), "of which right to left:", body.count("bidiVisual"))
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TEXT'
pandoc 3.6.1
the heading is right to left: True
the title is right to left: False
tables: 1 of which right to left: 0
TEXT
cmp seen expected
