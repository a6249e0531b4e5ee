-- The reports of a store, in ClickHouse, in a table of its own in the order of month, region and enterprise.
-- One parameter: store, the folder that duckdb/load.sql writes, below the folder for user files.
CREATE OR REPLACE TABLE reports (
  period String, region String, verdict String,
  uscc String, enterprise String, village Nullable(String), industry Nullable(String), risk_class Nullable(String), workers Nullable(Int32),
  revision Int32, sealed_at String, document_sha256 String, file String, file_sha256 String, remarks Int64, differences Int64,
  has_figures Bool, grade Nullable(String), total Nullable(Int64),
  elements Array(Tuple(number Nullable(Int32), score Nullable(Int64))),
  targets Array(Tuple(area Nullable(String), code Nullable(String), met Nullable(Bool))),
  ledger Tuple(open Nullable(Int64), open_major Nullable(Int64), overdue Nullable(Int64), added Nullable(Int64), closed Nullable(Int64))
) ENGINE = MergeTree PARTITION BY period ORDER BY (period, region, uscc);

INSERT INTO reports
SELECT period, region, verdict, uscc, enterprise, village, industry, risk_class, workers, revision, sealed_at, document_sha256, file, file_sha256,
       remarks, differences, has_figures, grade, total, elements, targets, ledger
FROM file(concat({store:String}, '/*/*/*.parquet'), 'Parquet') SETTINGS use_hive_partitioning = 0;
