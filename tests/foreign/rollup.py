"""Runs a query of docs/at-scale*.sql and prints its figures as JSON: python rollup.py ENGINE SQL NDJSON PERIOD"""

import json
import sys

VIEWS = ("counts", "spreads", "targets", "hazards", "industries")


def duckdb(sql, files, period):
    import duckdb

    database = duckdb.connect()
    database.execute("SET VARIABLE files = ?", [files])
    database.execute("SET VARIABLE period = ?", [period])
    database.execute(sql)

    def rows(view):
        found = database.execute(f"SELECT * FROM {view}")
        names = [column[0] for column in found.description]
        return [dict(zip(names, row)) for row in found.fetchall()]

    return rows


def clickhouse(sql, files, period):
    from chdb.session import Session

    session = Session()
    for statement in statements(sql):
        given = {name: value for name, value in (("files", files), ("period", period)) if f"{{{name}:" in statement}
        session.query(statement, params=given)

    def rows(view):
        found = session.query(f"SELECT * FROM {view}", "JSONEachRow").bytes().decode()
        # By default 64 bits are written as texts, since JavaScript could not hold them.
        return [{name: whole(value) for name, value in json.loads(line).items()} for line in found.splitlines()]

    return rows


def spark(sql, files, period):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.conf.set("files", files)
    session.conf.set("period", period)
    for statement in statements(sql):
        session.sql(statement)
    return lambda view: [row.asDict() for row in session.table(view).collect()]


def whole(value):
    return int(value) if isinstance(value, str) and value.lstrip("-").isdigit() else value


def statements(sql):
    return [statement for statement in sql.split(";\n") if statement.strip()]


engine, sql, files, period = sys.argv[1:]
with open(sql, encoding="utf-8") as file:
    rows = {"duckdb": duckdb, "clickhouse": clickhouse, "spark": spark}[engine](file.read(), files, period)
print(json.dumps({view: rows(view) for view in VIEWS}))
