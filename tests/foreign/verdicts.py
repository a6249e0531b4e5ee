"""Asks the program from within a host and prints its lines as JSON: python verdicts.py HOST PROGRAM FOLDER

For the host "python" the program is the one compiled to WebAssembly.
"""

import base64
import json
import os
import pathlib
import sys
import tempfile

DOCS = pathlib.Path(__file__).parents[2] / "docs"


def line(name, content):
    return json.dumps({"file": os.path.basename(name), "base64": base64.b64encode(content).decode()})


def clickhouse(program, folder):
    """A function of SQL over a column of texts, as docs/at-scale.md has it."""
    from chdb.session import Session

    function = (DOCS / "at-scale/clickhouse/function.xml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        own = function.replace("<command>anziping ", f'<command>"{program}" ')
        pathlib.Path(place, "verify.xml").write_text(own, encoding="utf-8")
        session = Session(f"{place}/data?user_defined_executable_functions_config={place}/*.xml")
        session.query((DOCS / "at-scale/clickhouse/function.sql").read_text(encoding="utf-8"))
        answer = session.query(
            f"""SELECT file, verify(text) AS found FROM
                (SELECT _file AS file, raw_blob AS text FROM file('{folder}/*', RawBLOB)
                 UNION ALL SELECT _file, '' FROM file('{folder}/*', One) WHERE _size = 0)""",
            "JSONEachRow",
        )
        rows = [json.loads(row) for row in answer.bytes().decode().splitlines()]
        return [{"file": row["file"], **row["found"]} for row in rows]


def spark(program, folder):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    files = session.sparkContext.binaryFiles(folder)
    lines = files.map(lambda pair: line(*pair)).pipe(f'"{program}" lines').collect()
    return [json.loads(line) for line in lines]


def python(program, folder):
    from wasmtime import Engine, ExitTrap, Linker, Module, Store, WasiConfig

    engine = Engine()
    linker = Linker(engine)
    linker.define_wasi()
    with tempfile.TemporaryDirectory() as place:
        given, answered = pathlib.Path(place, "input"), pathlib.Path(place, "output")
        files = pathlib.Path(folder).iterdir()
        given.write_text("\n".join(line(file.name, file.read_bytes()) for file in files), encoding="utf-8")
        store = Store(engine)
        wasi = WasiConfig()
        wasi.argv = ["anziping", "lines"]
        wasi.stdin_file, wasi.stdout_file = str(given), str(answered)
        store.set_wasi(wasi)
        start = linker.instantiate(store, Module.from_file(engine, program)).exports(store)["_start"]
        try:
            start(store)
        except ExitTrap as ended:
            assert ended.code in (0, 1), ended
        return [json.loads(line) for line in answered.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    host, program, folder = sys.argv[1:]
    print(json.dumps({"clickhouse": clickhouse, "spark": spark, "python": python}[host](program, folder)))
