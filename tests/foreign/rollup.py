"""Adds a month up by docs/at-scale/ENGINE and prints its figures as JSON.

python rollup.py ENGINE lines|store PLACE PERIOD, where PLACE is a file of exported lines, or the folder of a store
"""

import json
import os
import sys

SQL = os.path.join(os.path.dirname(__file__), "../../docs/at-scale")
VIEWS = ("counts", "spreads", "targets", "hazards", "industries")


def duckdb(sql, given):
    import duckdb

    database = duckdb.connect()
    for name, value in given.items():
        database.execute(f"SET VARIABLE {name} = ?", [value])
    database.execute(sql)

    def rows(view):
        found = database.execute(f"SELECT * FROM {view}")
        names = [column[0] for column in found.description]
        return [dict(zip(names, row)) for row in found.fetchall()]

    return rows


def clickhouse(sql, given):
    from chdb.session import Session

    session = Session()
    for statement in statements(sql):
        wanted = {name: value for name, value in given.items() if f"{{{name}:" in statement}
        session.query(statement, params=wanted)

    def rows(view):
        found = session.query(f"SELECT * FROM {view}", "JSONEachRow").bytes().decode()
        # By default 64 bits are written as texts, since JavaScript could not hold them.
        return [{name: whole(value) for name, value in json.loads(line).items()} for line in found.splitlines()]

    return rows


def spark(sql, given):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    for name, value in given.items():
        session.conf.set(name, value)
    for statement in statements(sql):
        session.sql(statement)
    return lambda view: [row.asDict() for row in session.table(view).collect()]


def whole(value):
    return int(value) if isinstance(value, str) and value.lstrip("-").isdigit() else value


def statements(sql):
    return [statement for statement in sql.split(";\n") if statement.strip()]


def sql(engine, step):
    with open(f"{SQL}/{engine}/{step}.sql", encoding="utf-8") as file:
        return file.read()


engine, source, place, period = sys.argv[1:]
given = {{"lines": "files", "store": "store"}[source]: place, "region": "", "period": period}
rows = {"duckdb": duckdb, "clickhouse": clickhouse, "spark": spark}[engine](sql(engine, source) + "\n" + sql(engine, "rollup"), given)
print(json.dumps({view: rows(view) for view in VIEWS}))
