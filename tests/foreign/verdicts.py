"""Asks the program from within an engine and prints its lines as JSON: python verdicts.py ENGINE PROGRAM FOLDER"""

import base64
import json
import os
import sys
import tempfile


def clickhouse(program, folder):
    from chdb.session import Session

    with tempfile.TemporaryDirectory() as place:
        script = os.path.join(place, "verify.sh")
        with open(script, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nexec "{program}" lines\n')
        os.chmod(script, 0o755)
        session = Session(f"{place}/data?user_scripts_path={place}")
        answer = session.query(
            f"""SELECT * FROM executable('verify.sh', JSONEachRow,
                'file String, verdict String, reason Nullable(String), at Nullable(String), document_sha256 Nullable(String)',
                (SELECT _file AS file, base64Encode(raw_blob) AS base64 FROM file('{folder}/*', RawBLOB)))
                SETTINGS input_format_skip_unknown_fields = 1""",
            "JSONEachRow",
        )
        return [json.loads(line) for line in answer.bytes().decode().splitlines()]


def spark(program, folder):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()

    def given(pair):
        name, content = pair
        return json.dumps({"file": os.path.basename(name), "base64": base64.b64encode(content).decode()})

    lines = session.sparkContext.binaryFiles(folder).map(given).pipe(f'"{program}" lines').collect()
    return [json.loads(line) for line in lines]


engine, program, folder = sys.argv[1:]
print(json.dumps({"clickhouse": clickhouse, "spark": spark}[engine](program, folder)))
