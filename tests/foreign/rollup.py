"""Runs docs/at-scale.sql with DuckDB and prints its figures as JSON: python rollup.py SQL NDJSON PERIOD"""

import json
import sys

import duckdb

sql, files, period = sys.argv[1:]
database = duckdb.connect()
database.execute("SET VARIABLE files = ?", [files])
database.execute("SET VARIABLE period = ?", [period])
database.execute(open(sql, encoding="utf-8").read())


def rows(view):
    found = database.execute(f"SELECT * FROM {view}")
    names = [column[0] for column in found.description]
    return [dict(zip(names, row)) for row in found.fetchall()]


print(json.dumps({view: rows(view) for view in ("counts", "spreads", "targets", "hazards", "industries")}))
