#!/bin/sh
# icalendar 7.3.2 turns a duration of 24 hours into one of a day, so a night of the clock change moves ends and alarms.
#
# One would guess: RFC 5545, section 3.3.6, keeps the two apart: days and weeks follow the calendar, hours are exact. A
# library for that format writes PT24H as it read it, and reckons the end of such an event in hours.
#
# What is so: PT24H comes out as P1D, PT48H as P2D and PT36H as P1DT12H, since a duration is kept as a timedelta, which
# cannot tell 24 hours from a day. The ends that it reckons are those of days as well: 24 hours from Saturday 10:00 in
# Berlin, over the night in which the clocks go forward, end at 10:00 instead of 11:00, after 23 hours. An alarm 24
# hours before, once read and written, rings after an hour more or less than was asked for. In Nairobi, and on other
# nights, nothing shows.
#
# Source: icalendar 7.3.2 with tzdata 2026.6 (PyPI), run on a calendar of our own; RFC 5545, section 3.3.6.
# Date: 2026-12-02.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet icalendar==7.3.2 tzdata==2026.6
cat > run.py <<'PY'
import icalendar

print("icalendar", icalendar.__version__)
for duration in ["PT24H", "PT48H", "PT36H", "PT23H", "P1D"]:
    text = "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN",
        "BEGIN:VEVENT", "UID:1@a.example", "DTSTAMP:20160301T000000Z", "SUMMARY:Comments open",
        "DTSTART;TZID=Europe/Berlin:20160326T100000", "DURATION:" + duration,
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Soon", "TRIGGER:-" + duration, "END:VALARM",
        "END:VEVENT", "END:VCALENDAR", ""])
    calendar = icalendar.Calendar.from_ical(text)
    lines = calendar.to_ical().decode().split("\r\n")
    written = [line for line in lines if line.startswith(("DURATION", "TRIGGER"))]
    event = calendar.walk("VEVENT")[0]
    print("read", duration, "wrote", *written)
    print("  from", event.start.isoformat(), "to", event.end.isoformat())
PY
venv/bin/python run.py > seen
cat seen
cat > expected <<'TXT'
icalendar 7.3.2
read PT24H wrote DURATION:P1D TRIGGER:-P1D
  from 2016-03-26T10:00:00+01:00 to 2016-03-27T10:00:00+02:00
read PT48H wrote DURATION:P2D TRIGGER:-P2D
  from 2016-03-26T10:00:00+01:00 to 2016-03-28T10:00:00+02:00
read PT36H wrote DURATION:P1DT12H TRIGGER:-P1DT12H
  from 2016-03-26T10:00:00+01:00 to 2016-03-27T22:00:00+02:00
read PT23H wrote DURATION:PT23H TRIGGER:-PT23H
  from 2016-03-26T10:00:00+01:00 to 2016-03-27T09:00:00+02:00
read P1D wrote DURATION:P1D TRIGGER:-P1D
  from 2016-03-26T10:00:00+01:00 to 2016-03-27T10:00:00+02:00
TXT
cmp seen expected
