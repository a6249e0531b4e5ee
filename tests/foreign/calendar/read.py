"""Reads an iCalendar file with a library that shares nothing with this project and prints what it found, one entry a line."""

import sys
from pathlib import Path

from icalendar import Calendar

raw = Path(sys.argv[1]).read_bytes()
assert raw.count(b"\n") == raw.count(b"\r\n"), "lines end with CRLF"
assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "lines are folded at 75 octets"
for event in Calendar.from_ical(raw).walk("VEVENT"):
    alarm = event.walk("VALARM")[0]
    text = [str(event["SUMMARY"]), str(event.get("DESCRIPTION", ""))]
    day, end = event["DTSTART"].dt, event["DTEND"].dt
    print("\t".join([str(event["UID"]), day.isoformat(), end.isoformat(), str(alarm["TRIGGER"].dt), *text]).replace("\n", "⏎"))
