-- The reports of a store, in Spark SQL, which reads of it what a query needs. One variable: store, the folder that duckdb/load.sql writes.
CREATE OR REPLACE TEMPORARY VIEW reports (
  verdict STRING, uscc STRING, enterprise STRING, village STRING, industry STRING, risk_class STRING, workers INT,
  revision INT, sealed_at STRING, document_sha256 STRING, file STRING, file_sha256 STRING, remarks BIGINT, differences BIGINT,
  has_figures BOOLEAN, grade STRING, total BIGINT,
  elements ARRAY<STRUCT<number: INT, score: BIGINT>>,
  targets ARRAY<STRUCT<area: STRING, code: STRING, met: BOOLEAN>>,
  ledger STRUCT<open: BIGINT, open_major: BIGINT, overdue: BIGINT, added: BIGINT, closed: BIGINT>,
  period STRING, region STRING
) USING parquet OPTIONS (path '${store}');
