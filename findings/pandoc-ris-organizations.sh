#!/bin/sh
# pandoc 3.9 makes a person of every organization that is the author of a RIS record.
#
# One would guess: RIS writes persons as "family, given". An author without a comma is an organization, and pandoc takes
# it as one name that is never divided ("literal" in CSL).
#
# What is so: the last word becomes the family name and the words before it the given name, so a report of the United
# Nations Example Programme is cited as "Programme, United Nations Example", sorted under P, and shortened to
# "Programme" or "Programme, U. N. E." by other styles. A single word ("UNEP") becomes a family name. In BibTeX braces
# keep such a name whole; in RIS braces do not help, but a comma at the end of the name does. A small word in a name is
# taken for the particle of a noble family: the Ministry of Water and Land is "Water and Land, Ministry of".
#
# Source: pandoc 3.9 as pypandoc_binary 1.17 brings it (PyPI), run on records of our own.
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pypandoc_binary==1.17
cat > run.py <<'PY'
import json, pypandoc

print("pandoc", pypandoc.get_pandoc_version())
for author in ["Example, Anna", "United Nations Example Programme", "UNEP", "Ministry of Water and Land",
               "{United Nations Example Programme}", "United Nations Example Programme,"]:
    record = "TY  - RPRT\nAU  - " + author + "\nPY  - 2015\nTI  - Bees\nER  - \n\n"
    name = json.loads(pypandoc.convert_text(record, "csljson", format="ris"))[0]["author"][0]
    cited = pypandoc.convert_text(record, "plain", format="ris", extra_args=["--citeproc", "--wrap=none"])
    print(author, "->", json.dumps(name, sort_keys=True), "->", cited.strip())
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TXT'
pandoc 3.9
Example, Anna -> {"family": "Example", "given": "Anna"} -> Example, Anna. 2015. Bees.
United Nations Example Programme -> {"family": "Programme", "given": "United Nations Example"} -> Programme, United Nations Example. 2015. Bees.
UNEP -> {"family": "UNEP"} -> UNEP. 2015. Bees.
Ministry of Water and Land -> {"dropping-particle": "of", "family": "Water and Land", "given": "Ministry"} -> Water and Land, Ministry of. 2015. Bees.
{United Nations Example Programme} -> {"dropping-particle": "{United", "family": "Nations Example Programme}"} -> Nations Example Programme}, {United. 2015. Bees.
United Nations Example Programme, -> {"family": "United Nations Example Programme"} -> United Nations Example Programme. 2015. Bees.
TXT
cmp seen expected
