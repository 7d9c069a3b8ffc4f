#!/bin/sh
# A program that the screen reader yasr started hears of no hangup when yasr is gone.
#
# One would guess: yasr holds one end of the terminal that it makes for the program; with yasr killed, or the line to it cut,
# that end closes and the kernel sends the program SIGHUP, as it does below a shell, tmux or script(1).
#
# What is so: yasr hands its own end on to the program, which so keeps its terminal open itself. It gets no signal and reads no
# end of file, and stays for ever, unless it closes descriptors that it did not ask for (ptsname(3) tells which they are).
#
# Source: yasr 0.6.9-11 (Debian 12).
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '[yasr]\nsynthesizer=emacspeak server\nsynthesizer port=|cat > /dev/null\n' > .yasr.conf
sed -n '/^\[/,$p' /etc/yasr/yasr.conf | grep -v '^synthesizer' | grep -v '^\[yasr\]' >> .yasr.conf || true
cat > inside.py <<'P'
import os, signal, sys, time
def note(text):
    with open("seen", "a") as seen: seen.write(text + "\n")
signal.signal(signal.SIGHUP, lambda *_: (note("hangup"), os._exit(0)))
own = os.ttyname(0)
held = []
for descriptor in range(3, 64):
    try:
        if os.readlink("/proc/self/fd/%d" % descriptor).endswith("ptmx"):
            index = [line.split()[1] for line in open("/proc/self/fdinfo/%d" % descriptor) if line.startswith("tty-index")]
            held += [descriptor] if own == "/dev/pts/" + index[0] else []
    except OSError: pass
if sys.argv[1] == "closing":
    for descriptor in held: os.close(descriptor)
note("other ends of its own terminal: %d" % len(held))
time.sleep(4)
note("no hangup")
P
cat > outside.py <<'P'
import os, pty, select, signal, sys, time
program, descriptor = pty.fork()
if program == 0:
    command = ["yasr", "--", sys.executable, "inside.py", sys.argv[2]]
    if sys.argv[1] == "script": command = ["script", "-qc", " ".join(command[2:]), "/dev/null"]
    os.execvpe(command[0], command, dict(os.environ, HOME=os.getcwd(), TERM="linux"))
end, killed = time.time() + 7, False
while time.time() < end:
    if select.select([descriptor], [], [], 0.1)[0]:
        try: os.read(descriptor, 65536)
        except OSError: pass
    if not killed and os.path.exists("seen") and "terminal" in open("seen").read():
        os.kill(program, signal.SIGKILL)
        killed = True
P
dpkg-query -W yasr
for way in "script keeping" "yasr keeping" "yasr closing"; do
  rm -f seen
  python3 outside.py $way
  echo "$way: $(tr '\n' ';' < seen)" | tee -a all
done
grep -q 'script keeping: other ends of its own terminal: 0;hangup;' all
grep -q 'yasr keeping: other ends of its own terminal: [1-9];no hangup;' all
grep -q 'yasr closing: other ends of its own terminal: [1-9];hangup;' all
