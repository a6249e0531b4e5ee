-- The reports of exported lines (NDJSON), in ClickHouse, in a table of its own in the order of month, region and enterprise.
-- Two parameters: files, a path or pattern below the folder for user files, and region, whose lines they are.
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
SELECT JSONExtractString(line, 'document', 'period') AS period, {region:String} AS region,
       JSONExtractString(line, 'verdict') AS verdict,
       JSONExtractString(line, 'document', 'enterprise', 'uscc') AS uscc,
       JSONExtractString(line, 'document', 'enterprise', 'name') AS enterprise,
       JSONExtract(line, 'document', 'enterprise', 'village', 'Nullable(String)') AS village,
       JSONExtract(line, 'document', 'enterprise', 'industry', 'Nullable(String)') AS industry,
       JSONExtract(line, 'document', 'enterprise', 'risk_class', 'Nullable(String)') AS risk_class,
       JSONExtract(line, 'document', 'enterprise', 'workers', 'Nullable(Int32)') AS workers,
       JSONExtractInt(line, 'document', 'revision') AS revision,
       JSONExtractString(line, 'document', 'sealed_at') AS sealed_at,
       JSONExtractString(line, 'document_sha256') AS document_sha256,
       JSONExtractString(line, 'file') AS file,
       JSONExtractString(line, 'file_sha256') AS file_sha256,
       JSONLength(line, 'remarks') AS remarks, JSONLength(line, 'differences') AS differences,
       -- Only figures that the desk computed again; what a report declares about itself does not count.
       JSONType(line, 'computed') = 'Object' AS has_figures,
       JSONExtract(line, 'computed', 'grade', 'Nullable(String)') AS grade,
       JSONExtract(line, 'computed', 'total', 'Nullable(Int64)') AS total,
       JSONExtract(line, 'computed', 'elements', 'Array(Tuple(number Nullable(Int32), score Nullable(Int64)))') AS elements,
       JSONExtract(line, 'computed', 'targets', 'Array(Tuple(area Nullable(String), code Nullable(String), met Nullable(Bool)))') AS targets,
       JSONExtract(line, 'computed', 'ledger',
                   'Tuple(open Nullable(Int64), open_major Nullable(Int64), overdue Nullable(Int64), added Nullable(Int64), closed Nullable(Int64))') AS ledger
FROM file({files:String}, 'LineAsString');
