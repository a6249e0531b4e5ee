"""What is in a box with the papers of a year: unpacked by Python, its table of contents read from the page in it.

`box.py BOX FOLDER` prints as JSON the names of the entries, the rows of the table, and the text of each paper;
`box.py --paper FILE` the text of one paper.
"""

import io
import json
import sys
import urllib.parse
import zipfile
from html.parser import HTMLParser


class Rows(HTMLParser):
    """The cells of the table, and where their links lead."""

    def __init__(self):
        super().__init__()
        self.rows, self.scripts = [], 0

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append({"text": "", "link": None})
        elif tag == "a":
            self.rows[-1][-1]["link"] = urllib.parse.unquote(dict(attrs)["href"])
        elif tag == "script":
            self.scripts += 1

    def handle_data(self, data):
        if self.rows and self.rows[-1]:
            self.rows[-1][-1]["text"] += data.strip()


def paper(file):
    """The document of a file of a word processor."""
    return zipfile.ZipFile(file).read("word/document.xml").decode("utf-8")


if sys.argv[1] == "--paper":
    print(json.dumps(paper(sys.argv[2])))
    sys.exit()
box = zipfile.ZipFile(sys.argv[1])
damaged = box.testzip()
box.extractall(sys.argv[2])
rows = Rows()
rows.feed(box.read("index.html").decode("utf-8"))
entries = [{"name": entry.filename, "utf8": bool(entry.flag_bits & 0x800)} for entry in box.infolist()]
papers = {name: paper(io.BytesIO(box.read(name))) for name in box.namelist() if name.endswith(".docx")}
print(json.dumps({"damaged": damaged, "entries": entries, "rows": rows.rows, "scripts": rows.scripts, "papers": papers}))
