#!/bin/sh
# liblouis 3.24 spells out the invisible marks of direction: eight cells of braille each, in Arabic as well.
#
# One would guess: U+200F, U+061C and the isolates U+2067 to U+2069 are there for the eye alone, and braille runs from
# left to right in every language. A table for Arabic, of all, leaves them out; so do the others.
#
# What is so: the tables of Arabic, English, Spanish, Russian and most of Chinese write each of them as the number of an
# unknown letter, '\x2068', which is eight cells. A name between two isolates, as is advised where names of either
# direction stand in a line, has sixteen cells of noise about it, two fifths of a display of forty. French has a blank
# for each, inside a word as well, and one table of Taiwan has signs of its own for U+200E and U+200F. U+200B and
# U+2060, no more visible, are left out in Arabic. In a page, <bdi> or dir does what isolates do and leaves no letter
# behind.
#
# Source: liblouis-bin, liblouis20 and liblouis-data 3.24.0-1 (Debian 12), run on letters of our own.
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
braille() { printf "$1\n" | root/usr/bin/lou_translate --forward "unicode.dis,$2" 2> warnings.log; }
{
  echo "liblouis $version"
  echo "ar-ar-g1.utb, أمينة: $(braille 'أمينة' ar-ar-g1.utb)"
  echo "ar-ar-g1.utb, أمينة between U+2067 and U+2069: $(braille '\342\201\247أمينة\342\201\251' ar-ar-g1.utb)"
  echo "cells for U+200E U+200F U+061C U+2066 U+2067 U+2068 U+2069, and for U+200B U+2060"
  for table in ar-ar-g1.utb ar-ar-g2.ctb en-ueb-g1.ctb es-g1.ctb ru-litbrl.ctb zhcn-cbs.ctb zh-tw.ctb \
    fr-bfu-comp6.utb; do
    printf '%s' "$table"
    for mark in '\342\200\216' '\342\200\217' '\330\234' '\342\201\246' '\342\201\247' '\342\201\250' '\342\201\251' \
      '\342\200\213' '\342\201\240'; do
      printf ' %s' "$(braille "$mark" "$table" | tr -d '\n' | wc -m)"
    done
    echo
  done
} > seen
cat seen
cat > expected <<'TXT'
liblouis 3.24.0-1
ar-ar-g1.utb, أمينة: ⠌⠍⠊⠝⠡
ar-ar-g1.utb, أمينة between U+2067 and U+2069: ⠄⡳⠭⠆⠴⠖⠶⠄⠌⠍⠊⠝⠡⠄⡳⠭⠆⠴⠖⠔⠄
cells for U+200E U+200F U+061C U+2066 U+2067 U+2068 U+2069, and for U+200B U+2060
ar-ar-g1.utb 8 8 8 8 8 8 8 0 0
ar-ar-g2.ctb 8 8 8 8 8 8 8 0 0
en-ueb-g1.ctb 8 8 8 8 8 8 8 1 0
es-g1.ctb 8 8 8 8 8 8 8 0 0
ru-litbrl.ctb 8 8 8 8 8 8 8 0 0
zhcn-cbs.ctb 8 8 8 8 8 8 8 1 0
zh-tw.ctb 2 2 8 8 8 8 8 0 0
fr-bfu-comp6.utb 1 1 1 1 1 1 1 0 0
TXT
cmp seen expected
