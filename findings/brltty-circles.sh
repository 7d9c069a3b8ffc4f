#!/bin/sh
# BRLTTY 6.5 shows a filled circle, an empty one, a tick, a cross and arrows as one and the same cell.
#
# One would guess: BRLTTY reads terminals, so its text tables know what programs in terminals draw: frames and bars, but
# also ● and ○ for chosen and free, ✓ for done, ▲ ▼ and → for what goes up, down or on. Two signs with two meanings have
# two cells.
#
# What is so: in the tables of Arabic, English, French, Russian and Spanish frames (│ ─) and bars (█ ▌) have cells, and ×
# has one, but ○ ◐ ✓ ✗ ▲ ▼ → all come out as the cell for unknown letters, the one that a Chinese character gets as
# well, and so does ● in all but the Russian one. Of the 88 text tables of the package 87 show ● and ○ alike. Falling
# back to like letters, which BRLTTY does when it can, changes nothing here. A list of things to choose from, ● for the
# chosen one, reads as one where all are chosen, or none.
#
# Source: brltty 6.5-7+deb12u1 (Debian 12), its brltty-trtxt with the text tables of the package.
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version='6.5-7+deb12u1'
apt-get download -qq "brltty=$version" libicu72 > download.log 2>&1 || { cat download.log; exit 1; }
for package in *.deb; do dpkg-deb -x "$package" root; done
LD_LIBRARY_PATH=$(dirname root/usr/lib/*/libicuuc.so.72) LC_ALL=C.UTF-8
export LD_LIBRARY_PATH LC_ALL
tables=root/etc/brltty
braille() { printf '%s\n' "$2" | root/usr/bin/brltty-trtxt -T "$tables" -i "$1" -o unicode -; }
{
  echo "brltty $version"
  echo "   ● ○ ◐ ✓ ✗ ▲ ▼ → 王 │ ─ █ ▌ × * !"
  for table in ar en es fr ru; do echo "$table $(braille "$table" '● ○ ◐ ✓ ✗ ▲ ▼ → 王 │ ─ █ ▌ × * !')"; done
  alike=0 different=
  for file in "$tables"/Text/*.ttb; do
    table=$(basename "$file" .ttb)
    if [ "$(braille "$table" ●)" = "$(braille "$table" ○)" ]
    then alike=$((alike + 1))
    else different="$different $table"
    fi
  done
  echo "tables that show ● and ○ alike: $alike; others:$different"
} > seen
cat seen
cat > expected <<'TXT'
brltty 6.5-7+deb12u1
   ● ○ ◐ ✓ ✗ ▲ ▼ → 王 │ ─ █ ▌ × * !
ar ⣦ ⣦ ⣦ ⣦ ⣦ ⣦ ⣦ ⣦ ⣦ ⣿ ⠶ ⣿ ⡇ ⢦ ⢔ ⠖
en ⠹ ⠹ ⠹ ⠹ ⠹ ⠹ ⠹ ⠹ ⠹ ⣿ ⠶ ⣿ ⡇ ⡡ ⠡ ⠮
es ⠢ ⠢ ⠢ ⠢ ⠢ ⠢ ⠢ ⠢ ⠢ ⣿ ⠶ ⣿ ⡇ ⣡ ⠲ ⡖
fr ⠢ ⠢ ⠢ ⠢ ⠢ ⠢ ⠢ ⠢ ⠢ ⣿ ⠶ ⣿ ⡇ ⣔ ⠔ ⠖
ru ⠔ ⠹ ⠹ ⠹ ⠹ ⠹ ⠹ ⠹ ⠹ ⣿ ⠶ ⣿ ⡇ ⢎ ⡔ ⠐
tables that show ● and ○ alike: 87; others: ru
TXT
cmp seen expected
