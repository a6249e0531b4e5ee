"""Loads exported lines into a store of Parquet, with DuckDB: python load.py FILES REGION PERIOD STORE"""

import os
import sys

import duckdb

SQL = os.path.join(os.path.dirname(__file__), "../../docs/at-scale/duckdb")

database = duckdb.connect()
for name, value in zip(("files", "region", "period", "store"), sys.argv[1:], strict=True):
    database.execute(f"SET VARIABLE {name} = ?", [value])
for step in ("lines", "checks", "load"):
    with open(f"{SQL}/{step}.sql", encoding="utf-8") as file:
        database.execute(file.read())
