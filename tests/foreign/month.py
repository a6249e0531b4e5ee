"""Judges and adds up an office's month from the signed files alone: python month.py FOLDER

FOLDER holds desk.json (period, due day, days of work, list, keys, excuses, returns), list.json (the check list) and a folder for each day
with the files that came. It shares no code with the program: signatures are checked by docs/verify/verify.py, points are counted
anew from the answers as docs/format.md says. Whether one of the four targets is reached is taken from the file.
"""

import calendar
import collections
import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import sys
from fractions import Fraction

folder = pathlib.Path(sys.argv[1])
desk = json.loads((folder / "desk.json").read_text())
check_list = json.loads((folder / "list.json").read_text())
period, days = desk["period"], desk["days"]
listed = {one["uscc"]: one for one in desk["enterprises"]}
owner = {kid: one["uscc"] for one in desk["enterprises"] for kid in one["kids"]}
verifier = pathlib.Path(__file__).parents[2] / "docs/verify/verify.py"


def day(text):
    return datetime.date.fromisoformat(text[:10])


def half_up(value):
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def holds(rule, facts):
    if rule == "always":
        return True
    names = set(re.findall("[a-z_]+", rule)) - {"and", "or", "not"}
    return bool(eval(rule, {"__builtins__": {}}, {name: facts.get(name, False) for name in names}))


def lifetimes(hazard):
    again = hazard.get("reopenings", [])
    opened = [hazard.get("found_on") or hazard["reported_on"]] + [one["on"] for one in again]
    closed = [one["closed_on"] for one in again] + [hazard.get("closed_on") if hazard["stage"] == "closed" else None]
    return list(zip(opened, closed))


def ledger(report):
    first, last = report["from"], report["to"]
    counts = dict.fromkeys(("open", "open_major", "overdue", "added", "closed"), 0)
    major = []
    for hazard in report["hazards"]:
        for opened, closed in lifetimes(hazard):
            counts["added"] += first <= opened <= last
            counts["closed"] += closed is not None and first <= closed <= last
            if opened <= last and (closed is None or closed > last):
                counts["open"] += 1
                counts["open_major"] += hazard["grade"] == "major"
                if hazard["grade"] == "major":
                    major.append(hazard)
        opened, closed = [life for life in lifetimes(hazard) if life[0] <= last][-1]
        late = hazard.get("deadline") is not None and hazard["deadline"] < last
        counts["overdue"] += late and (closed is None or closed > last)
    return counts, major


def figures(report):
    """Points of items, elements and the whole, in basis points and tenths; None against a check list that is not here."""
    if report["catalogue"] != desk["list"]:
        return None
    counts, major = ledger(report)
    enterprise, last = report["enterprise"], day(report["to"])
    facts = dict.fromkeys(report["facts"], True) | {enterprise["industry"]: True, "workers": enterprise["workers"]}
    if counts["open_major"]:
        facts |= {fact["id"]: True for fact in check_list["facts"] if fact["group"] == "derived"}
    signed = min(day(report["sealed_at"]), last + datetime.timedelta(days=31))
    looked = (day(report["from"]), max(last, signed))
    answers = {answer["id"]: answer for answer in report["items"]}
    scores, vetoes, short = {}, [], []
    asked = not_applicable = carried = 0
    for element in check_list["elements"]:
        points = weights = 0
        for item in element["items"]:
            if not holds(item["applies"], facts):
                continue
            asked += 1
            answer = answers.get(item["id"], {})
            mark, full = answer.get("mark"), None
            confirmed = answer.get("confirmed_on") and day(answer["confirmed_on"])
            taken_over = answer.get("carried", False) or not (confirmed and looked[0] <= confirmed <= looked[1])
            computed = item.get("computed")
            if computed and computed["from"] == "screening" and holds(computed["when"], facts) and report.get("screening"):
                tally = report["screening"]["tally"]
                done, total, taken_over = tally["checked"], tally["applicable"], tally["checked"] == 0
                full = None if total == 0 else Fraction(min(done, total), total)
                mark = None
            elif mark == "na":
                not_applicable += not taken_over
                carried += taken_over
                continue
            elif mark == "unsure":
                full = Fraction(0)
                taken_over = False
            elif item["kind"] == "ratio":
                done, total = answer.get("done"), answer.get("total")
                full = Fraction(0) if total is None else None if total == 0 else Fraction(done, total)
            else:
                full = {"yes": Fraction(1), "partly": Fraction(1, 2), "no": Fraction(0)}.get(mark, Fraction(0))
            carried += taken_over and bool(answer or computed)
            if full is None:
                continue
            basis = half_up(full * 10_000)
            points, weights = points + basis * item["weight"], weights + item["weight"]
            if full < 1:
                short.append([item["id"], basis])
            veto = item.get("veto")
            if veto and holds(veto["when"], facts) and answer and mark != "unsure":
                not_met = mark == "no" if item["kind"] != "ratio" else False
                if full < 1 and (veto["on"] != "no" or not_met):
                    vetoes.append(item["id"])
        if weights:
            scores[element["number"]] = Fraction(points, weights)
    weight = {element["number"]: element["weight"] for element in check_list["elements"]}
    total = sum(score * weight[number] for number, score in scores.items()) / sum(weight[number] for number in scores)
    tenths = half_up(total / 10)
    capped = bool(vetoes) or counts["open_major"] > 0
    grade = "fail" if capped or tenths < 700 else "excellent" if tenths >= 900 else "pass"
    return {
        "total": tenths,
        "grade": grade,
        "elements": {number: half_up(score / 10) for number, score in scores.items()},
        "ledger": counts,
        "major": major,
        "asked": asked,
        "not_applicable": not_applicable,
        "carried": carried,
        "short": short,
    }


def is_honest(report, computed):
    declared = report["declared"]
    same = {one["number"]: one["score"] for one in declared["elements"]} == computed["elements"]
    counts = all(declared["ledger"][name] == count for name, count in computed["ledger"].items())
    return same and counts and (declared["total"], declared["grade"]) == (computed["total"], computed["grade"])


files = sorted((path for at in days for path in (folder / at).iterdir()), key=lambda path: (path.parent.name, path.name))
said = subprocess.run([sys.executable, verifier, *files], capture_output=True, text=True, check=False).stdout.splitlines()
end = max(day(period + "-01").replace(day=calendar.monthrange(*map(int, period.split("-")))[1]), day(period + "-01"))
due = end if desk["due_day"] == 0 else next(
    date for date in (end + datetime.timedelta(days=count) for count in range(62)) if date.day == desk["due_day"]
)


def judge(inbox, taken):
    """Verdicts of files by name: of their keys, and then of each among the others of its enterprise and month."""
    verdicts, seen, trust = {}, {}, {}
    for path, report, kids in inbox:
        if report is None:
            verdicts[path.name] = "rejected"
            continue
        sha256 = hashlib.sha256(json.dumps(report, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()
        if report["demo"]:
            verdicts[path.name] = "demo"
        elif sha256 in seen:
            verdicts[path.name] = "duplicate"
        else:
            uscc = report["enterprise"]["uscc"]
            known = [owner.get(kid) for kid in kids]
            seen[sha256] = (path.name, report)
            if known == [uscc]:
                trust[sha256] = "trusted"
            else:
                trust[sha256] = "mismatched" if known[0] or listed.get(uscc, {"kids": []})["kids"] else "unregistered"
    for sha256, (name, report) in seen.items():
        same = [
            (other, one["revision"])
            for other, (_, one) in seen.items()
            if other != sha256 and (one["enterprise"]["uscc"], one["period"]) == (report["enterprise"]["uscc"], report["period"])
            and trust[other] == trust[sha256]
        ]
        same += [(other, revision) for uscc, month, revision, other, _ in taken if other != sha256 and (uscc, month) == (report["enterprise"]["uscc"], report["period"])]
        if any(revision > report["revision"] for _, revision in same):
            verdicts[name] = "superseded"
        elif any(revision == report["revision"] for _, revision in same):
            verdicts[name] = "forked"
        else:
            verdicts[name] = trust[sha256]
    return verdicts, {name: sha256 for sha256, (name, _) in seen.items()}


inbox, taken = [], []
for at in days:
    for path, line in zip(files, said):
        if path.parent.name == at:
            good = line.startswith("good")
            report = json.loads(path.read_text())["document"] if good else None
            inbox.append((path, report, line.split()[1:]))
    verdicts, names = judge(inbox, taken)
    for path, report, _ in inbox:
        if verdicts[path.name] == "trusted" and names[path.name] not in {one[3] for one in taken}:
            computed = figures(report)
            if computed and is_honest(report, computed):
                taken.append((report["enterprise"]["uscc"], report["period"], report["revision"], names[path.name], at))
verdicts, names = judge(inbox, taken)

trusted = [report for path, report, _ in inbox if verdicts[path.name] == "trusted" and report["period"] == period]
earlier = f"{int(period[:4]) - (period[5:] == '01')}-{(int(period[5:]) - 2) % 12 + 1:02}"
before = [report for path, report, _ in inbox if verdicts[path.name] == "trusted" and report["period"] == earlier]
computed = [(report, figures(report)) for report in trusted]
computed = [(report, one) for report, one in computed if one]


def spread(values):
    values = sorted(values)
    count = len(values)
    middle = values[(count - 1) // 2] + values[count // 2]
    return {"count": count, "mean": half_up(Fraction(sum(values), count)), "median": (middle + 1) // 2, "lowest": values[0]}


def groups(key):
    members = collections.defaultdict(list)
    for report, one in computed:
        members[key(report["enterprise"]) or ""].append(one)
    return {
        name: {
            "reports": len(ones),
            "mean": spread([one["total"] for one in ones])["mean"],
            "failed": sum(one["grade"] == "fail" for one in ones),
            "open": sum(one["ledger"]["open"] for one in ones),
            "open_major": sum(one["ledger"]["open_major"] for one in ones),
            "overdue": sum(one["ledger"]["overdue"] for one in ones),
        }
        for name, ones in members.items()
    }


targets = collections.defaultdict(lambda: [[0, 0] for _ in range(4)])
for report, _ in computed:
    for target in report["declared"]["targets"]:
        count = targets[target["area"]][int(target["code"][1]) - 1]
        count[0] += target["met"]
        count[1] += 1

worst = collections.defaultdict(lambda: [0, 0])
for _, one in computed:
    for item, basis in one["short"]:
        worst[item][0] += 1
        worst[item][1] += basis == 0

# Who is missing.
order = ["refused", "demo", "mismatched", "forked", "unregistered"]
came = {}
has_trusted = {report["enterprise"]["uscc"] for report in trusted}
for path, report, _ in inbox:
    if report is None:
        uscc, how = next((uscc for uscc in listed if uscc in path.name), None), "refused"
    elif report["period"] == period and verdicts[path.name] in order:
        uscc, how = report["enterprise"]["uscc"], verdicts[path.name]
    else:
        continue
    if uscc:
        came[uscc] = max(came.get(uscc, how), how, key=order.index)
excused = {one["uscc"]: one["why"] for one in desk["excused"] if day(one["since"]) <= end}
taken_in = {uscc: at for uscc, month, _, _, at in taken if month == period}
absent = {}
for uscc in listed:
    if uscc in has_trusted:
        continue
    absent[uscc] = (
        f"taken in {taken_in[uscc]}" if uscc in taken_in else
        f"uncounted {came[uscc]}" if uscc in came else
        f"excused {excused[uscc]}" if uscc in excused else "not sent"
    )

# Who was late: by the day of signing or of taking in, unless an earlier revision came in time.
late = []
for path, report, _ in inbox:
    if report is None or report["period"] != period or path.name not in names:
        continue
    received = next((at for _, _, _, sha256, at in taken if sha256 == names[path.name]), None)
    if day(report["sealed_at"]) <= due and (received is None or day(received) <= due):
        continue
    in_time = any(
        other is not None and other["enterprise"]["uscc"] == report["enterprise"]["uscc"] and other["period"] == period
        and other["revision"] < report["revision"] and day(other["sealed_at"]) <= due and not other["demo"]
        for _, other, _ in inbox
    )
    if not in_time:
        late.append(path.name)



def is_open(hazard, last):
    return any(opened <= last and (closed is None or closed > last) for opened, closed in lifetimes(hazard))


def courses(reports):
    """The major hazards of one enterprise, from its reports in their order: months, deadlines, where each has come to."""
    known = {}
    for report in reports:
        month, last = report["period"], report["to"]
        stated = {hazard["id"]: hazard for hazard in report["hazards"]}
        known = {name: course for name, course in known.items() if course["end"] != "closed"}
        for name, hazard in stated.items():
            if name not in known and hazard["grade"] == "major" and is_open(hazard, last):
                known[name] = {"months": [], "deadlines": [], "end": "open"}
        for name, course in known.items():
            hazard = stated.get(name)
            if hazard is None:
                course["end"] = course["end"] if "gone" in course["end"] else {"gone": month}
            elif not is_open(hazard, last):
                course["end"] = "closed"
            else:
                was_lower = "downgraded" in course["end"]
                course["end"] = "open" if hazard["grade"] == "major" else course["end"] if was_lower else {"downgraded": month}
                course["months"].append(month)
                if hazard.get("deadline") and course["deadlines"][-1:] != [hazard["deadline"]]:
                    course["deadlines"].append(hazard["deadline"])
    if reports[-1]["period"] != period:
        known = {name: course for name, course in known.items() if course["end"] != "closed"}
        for course in known.values():
            course["end"] = "no_report" if course["end"] == "open" else course["end"]
    return known


by_enterprise = collections.defaultdict(list)
for path, report, _ in inbox:
    if verdicts[path.name] == "trusted" and report["period"] <= period:
        by_enterprise[report["enterprise"]["uscc"]].append(report)
followed = sorted(
    [uscc, name, course["months"], course["deadlines"], course["end"]]
    for uscc, reports in by_enterprise.items()
    for name, course in courses(sorted(reports, key=lambda report: report["period"])).items()
)


def is_answered(given):
    return any(
        (report.get("answers_return") or {}).get("sha256") == given["return_sha256"]
        and (report["enterprise"]["uscc"], report["period"]) == (given["uscc"], given["period"])
        and report["revision"] > given["revision"]
        for reports in by_enterprise.values() for report in reports
    )


before = {report["enterprise"]["uscc"]: figures(report) for report in before}
print(json.dumps({
    "verdicts": verdicts,
    "taken": sorted([uscc, month, revision, at] for uscc, month, revision, _, at in taken),
    "absent": absent,
    "late": sorted(late),
    "reports": len(trusted),
    "grades": {grade: sum(one["grade"] == grade for _, one in computed) for grade in ("excellent", "pass", "fail")},
    "total": spread([one["total"] for _, one in computed]),
    "elements": {number: spread([one["elements"][number] for _, one in computed if number in one["elements"]]) for number in range(1, 9)},
    "hazards": {name: sum(one["ledger"][name] for _, one in computed) for name in ("open", "open_major", "overdue", "added", "closed")},
    "harm": {name: sum(int(report["month"].get(name, 0)) for report in trusted) for name in ("accidents", "deaths", "serious_injuries", "minor_injuries")},
    "major": sorted([report["enterprise"]["uscc"], hazard["id"], hazard.get("deadline", "9999") < report["to"]] for report, one in computed for hazard in one["major"]),
    "targets": targets,
    "groups": {
        "class": groups(lambda one: one["risk_class"]),
        "village": groups(lambda one: one["village"]),
        "industry": groups(lambda one: one["industry"]),
    },
    "worst": worst,
    "habits": {report["enterprise"]["uscc"]: [one["asked"], one["not_applicable"], one["carried"]] for report, one in computed if one["not_applicable"] + one["carried"]},
    "movements": {report["enterprise"]["uscc"]: [before[report["enterprise"]["uscc"]]["total"], one["total"]] for report, one in computed if before.get(report["enterprise"]["uscc"])},
    "courses": followed,
    "help": {report["enterprise"]["uscc"]: " / ".join(line.strip() for line in report["month"].get("help_needed", "").splitlines() if line.strip()) for report in trusted},
    "leads": sorted([report["enterprise"]["uscc"], lead["criterion"]] for report in trusted for lead in (report.get("screening") or {}).get("leads", [])),
    "returns": [[given["uscc"], is_answered(given)] for given in desk["given"]],
}))
