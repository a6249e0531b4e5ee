"""Prints what stands in an OpenDocument text as JSON, without white space.

{"text": all of it, "tables": [[[cell, …], …], …], "pictures": [[millimetres across, down], …]}
"""

import json
import sys
import xml.etree.ElementTree as tree
import zipfile

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
UNITS = {"cm": 10, "mm": 1, "in": 25.4, "pt": 25.4 / 72}


def said(element):
    """All text below an element; that of a picture is its description."""
    if element.tag == DRAW + "frame":
        return ""
    inner = "".join(said(child) + (child.tail or "") for child in element)
    return (element.text or "") + inner


def plain(text):
    return "".join(text.split())


def cells(row):
    return [plain(said(cell)) for cell in row if cell.tag == TABLE + "table-cell"]


def millimetres(length):
    return round(float(length[:-2]) * UNITS[length[-2:]])


def size(frame):
    return [millimetres(frame.get(SVG + side)) for side in ("width", "height")]


with zipfile.ZipFile(sys.argv[1]) as file:
    body = tree.fromstring(file.read("content.xml")).find(f"{OFFICE}body/{OFFICE}text")
# What the format declares before the text is no part of it.
for declared in list(body):
    if declared.tag == TEXT + "sequence-decls":
        body.remove(declared)
tables = [[cells(row) for row in table.iter(TABLE + "table-row")] for table in body.iter(TABLE + "table")]
pictures = [size(frame) for frame in body.iter(DRAW + "frame") if frame.find(DRAW + "image") is not None]
print(json.dumps({"text": plain(said(body)), "tables": tables, "pictures": pictures}))
