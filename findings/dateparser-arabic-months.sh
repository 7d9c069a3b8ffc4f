#!/bin/sh
# dateparser 1.5.0 finds today's day and month in an Arabic deadline as the United Nations write it.
#
# One would guess: documents of the United Nations name a month twice in Arabic, "15 أيلول/سبتمبر 2015". dateparser has
# Arabic, and knows both names in its locales for Syria and others; it finds 15 September, or else nothing.
#
# What is so: search_dates() finds the year alone and fills in the day and month of the day on which it is run, so a
# deadline of 15 September 2015 becomes 2 December 2015 for whoever runs it on a 2 December, with digits of either kind.
# It says nothing of it. parse() finds nothing in the same date, with the locales that know the first name as well. The
# date with only the second name, and the same sentence in English, Russian and Chinese, are found.
#
# Source: dateparser 1.5.0 (PyPI), run on sentences of our own, with 2 December 2026 for today.
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet dateparser==1.5.0
cat > run.py <<'PY'
import datetime, dateparser
from dateparser.search import search_dates

print("dateparser", dateparser.__version__)
today = {"RELATIVE_BASE": datetime.datetime(2026, 12, 2)}
for text in ["The deadline is 15 September 2015.", "Срок: 15 сентября 2015 г.", "截止日期为2015年9月15日。",
             "آخر موعد هو 15 سبتمبر 2015", "آخر موعد هو 15 أيلول/سبتمبر 2015", "آخر موعد هو ١٥ أيلول/سبتمبر ٢٠١٥"]:
    found = search_dates(text, settings=today) or []
    print(text, "->", *[day.strftime("%Y-%m-%d") for _, day in found])
for text, locales in [("15 أيلول 2015", ["ar-SY"]), ("15 أيلول/سبتمبر 2015", ["ar-SY"]),
                      ("15 أيلول/سبتمبر 2015", None)]:
    day = dateparser.parse(text, locales=locales, settings=today)
    print(text, locales, "->", day and day.strftime("%Y-%m-%d"))
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TXT'
dateparser 1.5.0
The deadline is 15 September 2015. -> 2015-09-15
Срок: 15 сентября 2015 г. -> 2015-09-15
截止日期为2015年9月15日。 -> 2015-09-15
آخر موعد هو 15 سبتمبر 2015 -> 2015-09-15
آخر موعد هو 15 أيلول/سبتمبر 2015 -> 2015-12-02
آخر موعد هو ١٥ أيلول/سبتمبر ٢٠١٥ -> 2015-12-02
15 أيلول 2015 ['ar-SY'] -> 2015-09-15
15 أيلول/سبتمبر 2015 ['ar-SY'] -> None
15 أيلول/سبتمبر 2015 None -> None
TXT
cmp seen expected
