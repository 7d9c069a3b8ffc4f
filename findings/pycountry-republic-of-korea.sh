#!/bin/sh
# pycountry 26.2.16 finds the Democratic People's Republic of Korea, and nothing else, for "Republic of Korea".
#
# One would guess: "Republic of Korea" is what the United Nations call the country KR. A search that forgives spelling
# gives KR first, perhaps with KP after it, as it does for "Republic of Moldova" and other official names.
#
# What is so: search_fuzzy() gives a list of one country, and it is the other Korea. The entry of KR has the words in
# another order ("Korea, Republic of") and no official name, so the only place where the words stand together is inside
# the official name of KP, and the search takes a part of a name for a match. One answer looks like a sure one: whoever
# takes the first entry moves every focal point of the Republic of Korea to its neighbour. "South Korea" is found, and
# so are the other republics below.
#
# Source: pycountry 26.2.16 (PyPI).
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pycountry==26.2.16
cat > run.py <<'PY'
import importlib.metadata, pycountry

print("pycountry", importlib.metadata.version("pycountry"))
for name in ["Republic of Korea", "the Republic of Korea", "South Korea", "Democratic People's Republic of Korea",
             "Republic of Moldova", "United Republic of Tanzania", "Islamic Republic of Iran"]:
    try:
        found = [country.alpha_2 for country in pycountry.countries.search_fuzzy(name)]
    except LookupError:
        found = ["nothing"]
    print(name, "->", *found)
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TXT'
pycountry 26.2.16
Republic of Korea -> KP
the Republic of Korea -> nothing
South Korea -> KR
Democratic People's Republic of Korea -> KP
Republic of Moldova -> MD
United Republic of Tanzania -> TZ
Islamic Republic of Iran -> IR
TXT
cmp seen expected
