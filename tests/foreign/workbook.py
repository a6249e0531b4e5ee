"""Prints every sheet of a workbook as JSON, as openpyxl reads it: [[name, [[cell, …], …]], …]"""

import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]] for sheet in book.worksheets], default=str))
