-- The reports of exported lines (NDJSON), in Spark SQL, which reads the files each time.
-- Two variables: files, a path or pattern, and region, whose lines they are.
CREATE OR REPLACE TEMPORARY VIEW lines (
  verdict STRING, file STRING, file_sha256 STRING, document_sha256 STRING, remarks ARRAY<STRING>, differences ARRAY<STRING>,
  computed STRUCT<total: BIGINT, grade: STRING,
                  elements: ARRAY<STRUCT<number: INT, score: BIGINT>>,
                  targets: ARRAY<STRUCT<area: STRING, code: STRING, met: BOOLEAN>>,
                  ledger: STRUCT<open: BIGINT, open_major: BIGINT, overdue: BIGINT, added: BIGINT, closed: BIGINT>>,
  document STRUCT<period: STRING, revision: INT, sealed_at: STRING,
                  enterprise: STRUCT<uscc: STRING, name: STRING, village: STRING, industry: STRING, risk_class: STRING, workers: INT>>
) USING json OPTIONS (path '${files}');

CREATE OR REPLACE TEMPORARY VIEW reports AS
SELECT document.period AS period, '${region}' AS region, verdict,
       document.enterprise.uscc AS uscc, document.enterprise.name AS enterprise, document.enterprise.village AS village,
       document.enterprise.industry AS industry, document.enterprise.risk_class AS risk_class, document.enterprise.workers AS workers,
       document.revision AS revision, document.sealed_at AS sealed_at, document_sha256, file, file_sha256,
       CAST(size(remarks) AS BIGINT) AS remarks, CAST(size(differences) AS BIGINT) AS differences,
       -- Only figures that the desk computed again; what a report declares about itself does not count.
       computed IS NOT NULL AS has_figures, computed.grade AS grade, computed.total AS total,
       computed.elements AS elements, computed.targets AS targets, computed.ledger AS ledger
FROM lines;
