#!/bin/sh
# espeak-ng 1.52 reads a French number aloud when an ordinary blank divides it, and not when a no-break blank does.
#
# One would guess: French typography, and CLDR after it, put U+202F or U+00A0 between thousands, so that no line ends in
# a number. A French voice knows that number and says "dix mille" for it; if it knew one blank only, it would be that
# one.
#
# What is so: "10 000" with the blank of the keyboard is "dix mille". With either no-break blank it is "dix", and then
# "zéro zéro zéro"; 1 234 567 falls into "un", "deux cent trente-quatre" and "cinq cent soixante-sept", three numbers in
# a row. German is the same. In Spanish and Russian each of the three blanks breaks the number, and only a dot or
# nothing at all keeps it together. Whoever sets numbers for the eye by the rules makes them wrong for the ear, in three
# of the six languages of the United Nations.
#
# Source: espeak-ng 1.52.0 as espeakng-loader 0.2.4 brings it (PyPI), its phonemes of numbers of our own.
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet espeakng-loader==0.2.4
cat > run.py <<'PY'
import ctypes, espeakng_loader

voice = ctypes.CDLL(espeakng_loader.get_library_path())
voice.espeak_Info.restype = voice.espeak_TextToPhonemes.restype = ctypes.c_char_p
voice.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0x8000)
print("espeak-ng", voice.espeak_Info(None).decode())
for language, numbers in [("fr", ["10000", "10 000", "10\u00a0000", "10\u202f000", "1 234 567", "1\u202f234\u202f567"]),
                          ("de", ["10 000", "10\u202f000"]),
                          ("es", ["10.000", "10 000", "10\u00a0000"]),
                          ("ru", ["10.000", "10 000", "10\u00a0000"])]:
    voice.espeak_SetVoiceByName(language.encode())
    for number in numbers:
        text = ctypes.pointer(ctypes.c_char_p(number.encode()))
        print(language, ascii(number), "->", voice.espeak_TextToPhonemes(text, 1, 0).decode())
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TXT'
espeak-ng 1.52.0
fr '10000' -> di m'il
fr '10 000' -> di m'il
fr '10\xa0000' -> d'i zerozero zer'o
fr '10\u202f000' -> d'i zerozero zer'o
fr '1 234 567' -> W~ milj'O~_! dYsA~ trA~tkatr m'il_! sE~ksA~ swasA~ts'Et
fr '1\u202f234\u202f567' -> 'W~ dYsA~ trA~tk'atr sE~ksA~ swasA~ts'Et
de '10 000' -> ts'e:n t'aUz@nt
de '10\u202f000' -> ts'e:n n'Uln'Ul n'Ul
es '10.000' -> dj'ET m'il
es '10 000' -> dj'ET T'e**oT'e**o T'e**o
es '10\xa0000' -> dj'ET T'e**oT'e**o T'e**o
ru '10.000' -> d;'es;It; t'ys;itS;
ru '10 000' -> d;'es;It; n'ojln'ojl n'ojl
ru '10\xa0000' -> d;'es;It; n'ojln'ojl n'ojl
TXT
cmp seen expected
