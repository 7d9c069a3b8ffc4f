#!/bin/sh
# pyte 0.8.2 loses the rest of a line after a direction mark, a joiner or a Burmese, Khmer or Bengali vowel sign.
#
# One would guess: pyte's documentation says that characters of no width do not change the screen, and in fact Arabic
# vowel marks go into the cell before them. A mark such as U+200F or a vowel sign goes there too, or is left out, and
# the text goes on.
#
# What is so: at the first character of no width whose combining class is 0 (all direction marks and isolates, U+200C,
# U+200D, and vowel signs such as U+102C and U+17B6) everything up to the next control sequence is gone: a name in
# Burmese is its first letter, and a line that starts with an isolate is empty. What comes after the control sequence is
# drawn in its place. Which letters do it depends on wcwidth: under 0.2.5 the three vowel signs below and the isolates
# had a width, and did no harm.
#
# Source: pyte 0.8.2 with wcwidth 0.9.4 (PyPI), run on texts of our own; pyte's documentation of Screen.draw.
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pyte==0.8.2 wcwidth==0.9.4
cat > run.py <<'PY'
import importlib.metadata, pyte

print("pyte", importlib.metadata.version("pyte"), "wcwidth", importlib.metadata.version("wcwidth"))
for text in ["مُحَمَّد, Cairo", "أمينة\u200f (UNEP), Cairo", "\u2068Amina\u2069, Nairobi", "می\u200cشود, Tehran",
             "ကြာ, Yangon", "ភាសា, Phnom Penh", "বাংলা, Dhaka"]:
    screen = pyte.Screen(40, 1)
    pyte.Stream(screen).feed(text + "\033[1m next")
    print(ascii(text), "->", ascii(screen.display[0].rstrip()))
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TXT'
pyte 0.8.2 wcwidth 0.9.4
'\u0645\u064f\u062d\u064e\u0645\u064e\u0651\u062f, Cairo' -> '\u0645\u064f\u062d\u064e\u0645\u064e\u0651\u062f, Cairo next'
'\u0623\u0645\u064a\u0646\u0629\u200f (UNEP), Cairo' -> '\u0623\u0645\u064a\u0646\u0629 next'
'\u2068Amina\u2069, Nairobi' -> ' next'
'\u0645\u06cc\u200c\u0634\u0648\u062f, Tehran' -> '\u0645\u06cc next'
'\u1000\u103c\u102c, Yangon' -> '\u1000 next'
'\u1797\u17b6\u179f\u17b6, Phnom Penh' -> '\u1797 next'
'\u09ac\u09be\u0982\u09b2\u09be, Dhaka' -> '\u09ac next'
TXT
cmp seen expected
