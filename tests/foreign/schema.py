"""Holds documents against the schemas: python schema.py SCHEMAS DOCUMENTS prints {file: first fault or null} as JSON.

Ranges that JSON Schema knows only as names (uint8, uint32, uint64) count, as docs/format.md says.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

ranges = FormatChecker(formats=())
for bits in (8, 32, 64):
    ranges.checks(f"uint{bits}")(lambda value, bits=bits: not isinstance(value, int) or 0 <= value < 2**bits)

schemas, documents = map(Path, sys.argv[1:])
read = lambda path: json.loads(path.read_text(encoding="utf-8"))
validators = {schema["$id"]: Draft202012Validator(schema, format_checker=ranges) for schema in map(read, schemas.glob("*.json"))}


def fault(document):
    error = next(validators[document["schema"]].iter_errors(document), None)
    return error and f"{error.json_path}: {error.message}"[:300]


print(json.dumps({path.name: fault(read(path)) for path in sorted(documents.iterdir())}))
