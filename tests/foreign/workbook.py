"""Prints every sheet of a workbook as JSON, as openpyxl reads it, or the one table of a text, as Python's csv does: [[name, [[cell, …], …]], …]"""

import csv
import datetime
import json
import sys

import openpyxl



def text(cell):
    """A day as ISO 8601 writes it: openpyxl gives every day a time."""
    is_day = isinstance(cell, datetime.datetime) and cell.time() == datetime.time()
    return cell.date().isoformat() if is_day else str(cell)


path = sys.argv[1]
if path.endswith(".csv"):
    # RFC 4180, behind the byte order mark that spreadsheets want.
    with open(path, encoding="utf-8-sig", newline="") as text:
        sheets = [["", list(csv.reader(text, strict=True))]]
else:
    sheets = [[sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]] for sheet in openpyxl.load_workbook(path).worksheets]
print(json.dumps(sheets, default=text))
