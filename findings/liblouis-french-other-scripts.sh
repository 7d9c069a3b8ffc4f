#!/bin/sh
# The French braille tables of liblouis 3.24 turn every letter of Arabic, Cyrillic or Chinese into a blank cell.
#
# One would guess: a letter that a braille table does not have comes out as its number in Unicode, as liblouis does for
# most tables. It is long, but a reader sees that something stands there, and can ask what.
#
# What is so: in the tables of unified French braille (fr-bfu-comp6, -comp8, -g2) each such letter is one blank cell,
# and so it is in zhcn-g1 of current Chinese braille, as far as Arabic and Cyrillic go. In a French list of people the
# line of Иван is as empty as the line of somebody without a name, and between the Latin words of a title nothing shows
# that a word is missing. Even "№ 4" is "4". Tables of the other languages of the United Nations show eight cells for a
# letter that they do not have, or the letter.
#
# Source: liblouis-bin, liblouis20 and liblouis-data 3.24.0-1 (Debian 12), run on words of our own.
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version='3.24.0-1'
apt-get download -qq "liblouis-bin=$version" "liblouis20=$version" "liblouis-data=$version" > download.log 2>&1 ||
  { cat download.log; exit 1; }
for package in *.deb; do dpkg-deb -x "$package" root; done
LD_LIBRARY_PATH=$(dirname root/usr/lib/*/liblouis.so.20) LOUIS_TABLEPATH=root/usr/share/liblouis/tables LC_ALL=C.UTF-8
export LD_LIBRARY_PATH LOUIS_TABLEPATH LC_ALL
echo "liblouis $version" > seen
for table in fr-bfu-comp6.utb fr-bfu-comp8.utb fr-bfu-g2.ctb zhcn-g1.ctb \
  en-ueb-g1.ctb es-g1.ctb ru-litbrl.ctb ar-ar-g1.utb; do
  for word in Anna أمينة Иван 王 '№ 4'; do
    printf '%s %s -> ' "$table" "$word"
    printf '%s\n' "$word" | root/usr/bin/lou_translate --forward "unicode.dis,$table" 2> warnings.log
  done
done >> seen
cat seen
cat > expected <<'TXT'
liblouis 3.24.0-1
fr-bfu-comp6.utb Anna -> ⠨⠁⠝⠝⠁
fr-bfu-comp6.utb أمينة -> ⠀⠀⠀⠀⠀
fr-bfu-comp6.utb Иван -> ⠀⠀⠀⠀
fr-bfu-comp6.utb 王 -> ⠀
fr-bfu-comp6.utb № 4 -> ⠀⠀⠠⠹
fr-bfu-comp8.utb Anna -> ⡁⠝⠝⠁
fr-bfu-comp8.utb أمينة -> ⠀⠀⠀⠀⠀
fr-bfu-comp8.utb Иван -> ⠀⠀⠀⠀
fr-bfu-comp8.utb 王 -> ⠀
fr-bfu-comp8.utb № 4 -> ⠀⠀⠹
fr-bfu-g2.ctb Anna -> ⠨⠂⠝⠁
fr-bfu-g2.ctb أمينة -> ⠀⠀⠀⠀⠀
fr-bfu-g2.ctb Иван -> ⠀⠀⠀⠀
fr-bfu-g2.ctb 王 -> ⠀
fr-bfu-g2.ctb № 4 -> ⠀⠀⠠⠹
zhcn-g1.ctb Anna -> ⠠⠁⠝⠝⠁
zhcn-g1.ctb أمينة -> ⠀⠀⠀⠀⠀
zhcn-g1.ctb Иван -> ⠀⠀⠀⠀
zhcn-g1.ctb 王 -> ⠶⠂
zhcn-g1.ctb № 4 -> ⠀⠀⠼⠙
en-ueb-g1.ctb Anna -> ⠠⠁⠝⠝⠁
en-ueb-g1.ctb أمينة -> ⠄⡳⠭⠚⠋⠃⠉⠄⠄⡳⠭⠚⠋⠙⠑⠄⠄⡳⠭⠚⠋⠙⠁⠄⠄⡳⠭⠚⠋⠙⠋⠄⠄⡳⠭⠚⠋⠃⠊⠄
en-ueb-g1.ctb Иван -> ⠄⡳⠭⠚⠙⠁⠓⠄⠄⡳⠭⠚⠙⠉⠃⠄⠄⡳⠭⠚⠙⠉⠚⠄⠄⡳⠭⠚⠙⠉⠙⠄
en-ueb-g1.ctb 王 -> ⠄⡳⠭⠛⠉⠓⠃⠄
en-ueb-g1.ctb № 4 -> ⠄⡳⠭⠃⠁⠁⠋⠄⠀⠼⠙
es-g1.ctb Anna -> ⠨⠁⠝⠝⠁
es-g1.ctb أمينة -> ⠄⡳⠭⠴⠖⠆⠒⠄⠄⡳⠭⠴⠖⠲⠢⠄⠄⡳⠭⠴⠖⠲⠁⠄⠄⡳⠭⠴⠖⠲⠖⠄⠄⡳⠭⠴⠖⠆⠔⠄
es-g1.ctb Иван -> ⠄⡳⠭⠴⠲⠂⠦⠄⠄⡳⠭⠴⠲⠒⠆⠄⠄⡳⠭⠴⠲⠒⠴⠄⠄⡳⠭⠴⠲⠒⠙⠄
es-g1.ctb 王 -> ⠄⡳⠭⠶⠒⠦⠃⠄
es-g1.ctb № 4 -> ⠄⡳⠭⠆⠂⠂⠖⠄⠀⠼⠙
ru-litbrl.ctb Anna -> ⠨⠁⠝⠝⠁
ru-litbrl.ctb أمينة -> ⠄⡳⠭⠴⠖⠆⠒⠄⠄⡳⠭⠴⠖⠲⠢⠄⠄⡳⠭⠴⠖⠲⠁⠄⠄⡳⠭⠴⠖⠲⠖⠄⠄⡳⠭⠴⠖⠆⠔⠄
ru-litbrl.ctb Иван -> ⠊⠺⠁⠝
ru-litbrl.ctb 王 -> ⠄⡳⠭⠶⠒⠦⠃⠄
ru-litbrl.ctb № 4 -> ⠝⠼⠙
ar-ar-g1.utb Anna -> ⠠⠁⠝⠝⠁
ar-ar-g1.utb أمينة -> ⠌⠍⠊⠝⠡
ar-ar-g1.utb Иван -> ⠄⡳⠭⠴⠲⠂⠦⠄⠄⡳⠭⠴⠲⠒⠆⠄⠄⡳⠭⠴⠲⠒⠴⠄⠄⡳⠭⠴⠲⠒⠙⠄
ar-ar-g1.utb 王 -> ⠄⡳⠭⠶⠒⠦⠃⠄
ar-ar-g1.utb № 4 -> ⠄⡳⠭⠆⠂⠂⠖⠄⠀⠼⠙
TXT
cmp seen expected
