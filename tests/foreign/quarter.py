"""Adds up ledgers of hazards by quarter and year, as Order 16 article 14 asks: python quarter.py YEAR < ledgers.json

Standard input holds a list of ledgers, each a list of hazards as the page keeps them. It shares no code with the program.
"""

import calendar
import datetime
import json
import sys

year = int(sys.argv[1])
DONE = {"closed", "appraised"}


def day(text):
    return datetime.date.fromisoformat(text)


def months(first, last):
    return datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1])


def lives(hazard):
    """Each stretch of days in which it was open: first day, and the day of closing or none."""
    again = hazard.get("reopenings", [])
    begins = [day(hazard["found_on"])] + [day(one["on"]) for one in again]
    ends = [day(one["closed_on"]) for one in again]
    ends.append(day(hazard["closed_on"]) if hazard["stage"] in DONE else None)
    return list(zip(begins, ends))


def grade(hazards, begin, end):
    all_lives = [life for hazard in hazards for life in lives(hazard)]
    return {
        "carried": sum(opened < begin and (closed is None or closed >= begin) for opened, closed in all_lives),
        "found": sum(begin <= opened <= end for opened, _ in all_lives),
        "closed": sum(closed is not None and begin <= closed <= end for _, closed in all_lives),
        "open": sum(opened <= end and (closed is None or closed > end) for opened, closed in all_lives),
    }


def said(hazard, field):
    return bool((hazard.get(field) or "").strip())


def table(hazards, begin, end):
    def in_work(hazard):
        return any(opened <= end and (closed is None or closed >= begin) for opened, closed in lives(hazard))

    major = [hazard for hazard in hazards if hazard["grade"] == "major"]
    at_work = [hazard for hazard in major if in_work(hazard)]
    fields = {"measures": "measures", "funds": "funds", "people": "owner", "deadline": "deadline", "contingency": "plan"}
    plans = {name: sum(said(hazard, field) for hazard in at_work) for name, field in fields.items()}
    return {
        "general": grade([hazard for hazard in hazards if hazard["grade"] != "major"], begin, end),
        "major": grade(major, begin, end),
        "plans": {"hazards": len(at_work), **plans},
        "yuan": sum(int(hazard["funds"]) for hazard in hazards if said(hazard, "funds") and in_work(hazard)),
    }


stretches = {f"{year}-q{quarter}": months(quarter * 3 - 2, quarter * 3) for quarter in range(1, 5)}
stretches[str(year)] = months(1, 12)
print(json.dumps([{name: table(ledger, *span) for name, span in stretches.items()} for ledger in json.load(sys.stdin)]))
