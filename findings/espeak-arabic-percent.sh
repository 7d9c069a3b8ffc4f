#!/bin/sh
# The Arabic voice of espeak-ng 1.52 leaves out the percent sign, and the signs that divide a number in Arabic.
#
# One would guess: every voice says a percent sign, and the Arabic one knows the Arabic sign (U+066A), the decimal sign
# (U+066B) and the sign of thousands (U+066C) at least as well as those of Latin script, as it knows Arabic digits.
#
# What is so: 5% and ٥٪ are both "khamsa", five; nothing is said of the sign, with or without a blank before it, and no
# pause stands for it. The voices of English, French, Russian and Spanish say it. ٣٫٥ is "thalatha khamsa", three five,
# where 3.5 has a word for the point; ١٬٠٠٠ is one, zero, zero, zero, where 1,000 and ١٠٠٠ are a thousand. So of the
# ways to write 3.5 per cent the one of Arabic typography is read worst, and in none can it be heard that it is a share.
# The word بالمئة is read.
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
for language, numbers in [("ar", ["5", "5%", "5 %", "٥٪", "5 بالمئة", "3.5", "٣٫٥", "1,000", "١٠٠٠", "١٬٠٠٠"]),
                          ("en", ["5%"]), ("fr", ["5 %"]), ("ru", ["5 %"]), ("es", ["5 %"])]:
    voice.espeak_SetVoiceByName(language.encode())
    for number in numbers:
        text = ctypes.pointer(ctypes.c_char_p(number.encode()))
        print(language, number, "->", voice.espeak_TextToPhonemes(text, 1, 0).decode())
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TXT'
espeak-ng 1.52.0
ar 5 -> x'amsa
ar 5% -> x'amsa
ar 5 % -> x'amsa
ar ٥٪ -> x'amsa
ar 5 بالمئة -> x'amsa bilm?t
ar 3.5 -> Tal'a:Ta f,a:s[il x'amsa
ar ٣٫٥ -> Tal'a:Ta x'amsa
ar 1,000 -> ?'alf
ar ١٠٠٠ -> ?'alf
ar ١٬٠٠٠ -> w'a:Hid s[-'ifRs[-'ifR s[-'ifR
en 5% -> f'aIv p3s'Ent
fr 5 % -> s'E~k purs'A~
ru 5 % -> p;'At; p@-rats'Ent
es 5 % -> T'inko porTj'Ento
TXT
cmp seen expected
