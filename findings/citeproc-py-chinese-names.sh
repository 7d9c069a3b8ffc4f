#!/bin/sh
# citeproc-py 0.11.1 prints Chinese names back to front, and with a blank in them.
#
# One would guess: CSL 1.0.2 has names in scripts other than Latin, Greek, Cyrillic and Arabic shown family name first
# at all times and without a separator. A processor of CSL prints the author 王 (family) 伟 (given) as 王伟.
#
# What is so: it prints "伟 王", and "王, 伟" where a style asks for the family name first. Nothing in the record or the
# style changes that: the code never looks at the script of a name. The list of what is missing, in its own description,
# is about disambiguation and punctuation and does not name this. pandoc 3.9 prints 王伟 from the same record and style.
#
# Source: citeproc-py 0.11.1 and pandoc 3.9 as pypandoc_binary 1.17 brings it (PyPI), run on a record and a style of our
# own; CSL 1.0.2 specification, "Name-part Order".
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet citeproc-py==0.11.1 pypandoc_binary==1.17
cat > style.csl <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-GB">
  <info><title>Names</title><id>https://a.example/names</id><updated>2015-01-01T00:00:00+00:00</updated></info>
  <citation><layout><names variable="author"/></layout></citation>
  <bibliography><layout><group delimiter=" | ">
    <names variable="author"><name and="text" delimiter=", "/></names>
    <names variable="author"><name and="text" delimiter=", " name-as-sort-order="all" sort-separator=", "/></names>
  </group></layout></bibliography>
</style>
XML
cat > items.json <<'JSON'
[{"id": "bees", "type": "report", "language": "zh",
  "author": [{"family": "王", "given": "伟"}, {"family": "Example", "given": "Anna"}]}]
JSON
cat > run.py <<'PY'
import importlib.metadata, json, pypandoc, warnings
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

warnings.simplefilter("ignore")
style = CitationStylesStyle("style.csl", validate=False)
entries = CitationStylesBibliography(style, CiteProcJSON(json.load(open("items.json"))), formatter.plain)
entries.register(Citation([CitationItem("bees")]))
print("citeproc-py", importlib.metadata.version("citeproc-py"), "->", *entries.bibliography())
text = '---\nbibliography: items.json\ncsl: style.csl\nnocite: "@*"\n---\n'
cited = pypandoc.convert_text(text, "plain", format="markdown", extra_args=["--citeproc", "--wrap=none"])
print("pandoc", pypandoc.get_pandoc_version(), "->", cited.strip())
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TXT'
citeproc-py 0.11.1 -> 伟 王 and Anna Example | 王, 伟 and Example, Anna
pandoc 3.9 -> 王伟 and Anna Example | 王伟 and Example, Anna
TXT
cmp seen expected
