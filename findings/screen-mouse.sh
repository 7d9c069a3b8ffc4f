#!/bin/sh
# GNU screen 4.9 keeps a lone Escape back, for ever, once a program in it asked for the mouse.
#
# One would guess: a multiplexer that has to tell Escape from the beginning of a report waits a moment (its maptimeout is 300
# ms) and then hands Escape on, as it does while no program wants the mouse.
#
# What is so: after ESC [ ? 1000 h a lone Escape is handed on only together with the next key. The program sees Alt with
# that key, or a sequence that nobody typed, a second later or an hour later. After ESC [ ? 1000 l all is well again.
#
# Source: screen 4.9.0-4 (Debian 12).
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
chmod 700 .
cat > see.py <<'P'
import os, pty, select, subprocess, sys, time, tty
folder, mode = sys.argv[1:3]
if folder == "inside":
    os.write(1, mode.encode().decode("unicode_escape").encode())
    tty.setraw(0)
    end, start = time.time() + 4, time.time()
    with open("seen", "a") as seen:
        while time.time() < end:
            if select.select([0], [], [], 0.1)[0]:
                came = os.read(0, 100)
                seen.write("%r\n" % came)
                seen.flush()
    sys.exit()
environment = dict(os.environ, SCREENDIR=folder, TERM="xterm-256color", LANG="C.UTF-8")
program, descriptor = pty.fork()
if program == 0:
    os.execvpe("screen", ["screen", "-c", "/dev/null", sys.executable, "see.py", "inside", mode], environment)
def read(seconds):
    end = time.time() + seconds
    while time.time() < end:
        if select.select([descriptor], [], [], 0.1)[0]:
            try: os.read(descriptor, 65536)
            except OSError: return
read(1)
os.write(descriptor, b"\x1b")
read(1.5)
os.write(descriptor, b"j")
read(3)
P
screen --version
for mode in '\x1b[?1000l' '\x1b[?1000h'; do
  : > seen
  python3 see.py "$folder" "$mode"
  echo "$mode: $(tr '\n' ' ' < seen)" | tee -a all
done
grep -q "1000l: b'.x1b' b'j'" all && grep -q "1000h: b'.x1bj'" all
