"""Writes a workbook again as another program does after it was opened and saved; with HEADING and TEXT its first row under that heading says TEXT."""

import sys

import openpyxl

source, target, *change = sys.argv[1:]
book = openpyxl.load_workbook(source)
if change:
    heading, text = change
    for sheet in book.worksheets:
        for cell in next(sheet.iter_rows(max_row=1)):
            if cell.value == heading:
                sheet.cell(row=2, column=cell.column, value=text)
book.save(target)
