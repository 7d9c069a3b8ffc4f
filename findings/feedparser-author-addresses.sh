#!/bin/sh
# feedparser 6.0.14 cuts an author's mail address after the fourth letter of its last part.
#
# One would guess: RSS 2.0 has "address (name)" in <author>, and feedparser is what most Python readers of feeds use. It
# gives the address and the name of press@river.earth (Amina Example) as they stand.
#
# What is so: author_detail has the address press@river.eart and the name "h (Amina Example", and so it goes with
# .museum, .foundation and .international. The last part may have two to four letters; what is over lands in the name,
# or is the name where there was none. The address that is left looks like one. "author" keeps the text whole, and an
# Atom feed, which has the address in an element of its own, is right.
#
# Source: feedparser 6.0.14 (PyPI), run on feeds of our own; RSS 2.0 specification, <author>.
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet feedparser==6.0.14
cat > run.py <<'PY'
import feedparser

print("feedparser", feedparser.__version__)
for author in ["press@bees.org (Amina Example)", "press@river.info (Amina Example)",
               "press@river.earth (Amina Example)", "news@bees.museum (Amina Example)",
               "news@ministry.international", "Amina Example (news@bees.foundation)"]:
    item = "<item><title>Bees</title><author>" + author + "</author></item>"
    entry = feedparser.parse("<rss version='2.0'><channel>" + item + "</channel></rss>").entries[0]
    print(author, "->", entry.author_detail.get("email"), "|", entry.author_detail.get("name"))
feed = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Bees</title>
<author><name>Amina Example</name><email>press@river.earth</email></author></entry></feed>"""
entry = feedparser.parse(feed).entries[0]
print("Atom ->", entry.author_detail.email, "|", entry.author_detail.name)
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TXT'
feedparser 6.0.14
press@bees.org (Amina Example) -> press@bees.org | Amina Example
press@river.info (Amina Example) -> press@river.info | Amina Example
press@river.earth (Amina Example) -> press@river.eart | h (Amina Example
news@bees.museum (Amina Example) -> news@bees.muse | um (Amina Example
news@ministry.international -> news@ministry.inte | rnational
Amina Example (news@bees.foundation) -> news@bees.foun | Amina Example (dation
Atom -> press@river.earth | Amina Example
TXT
cmp seen expected
