-- The reports of exported lines (NDJSON), in DuckDB.
-- Two variables: files, a path or pattern, and region, whose lines they are; without a region the column is empty.
CREATE OR REPLACE TEMP VIEW reports AS
SELECT document.period AS period, coalesce(getvariable('region')::VARCHAR, '') AS region, verdict,
       document.enterprise.uscc AS uscc, document.enterprise.name AS enterprise, document.enterprise.village AS village,
       document.enterprise.industry AS industry, document.enterprise.risk_class AS risk_class,
       document.enterprise.workers AS workers, document.revision AS revision, document.sealed_at AS sealed_at,
       document_sha256, file, file_sha256, len(remarks) AS remarks, len(differences) AS differences,
       -- Only figures that the desk computed again; what a report declares about itself does not count.
       computed IS NOT NULL AS has_figures, computed.grade AS grade, computed.total AS total,
       computed.elements AS elements, computed.targets AS targets, computed.ledger AS ledger
FROM read_json(getvariable('files'), format = 'newline_delimited', maximum_object_size = 33554432,
  columns = {
    verdict: 'VARCHAR', file: 'VARCHAR', file_sha256: 'VARCHAR', document_sha256: 'VARCHAR',
    remarks: 'JSON[]', differences: 'JSON[]',
    computed: 'STRUCT(total BIGINT, grade VARCHAR,
                      elements STRUCT(number INTEGER, score BIGINT)[],
                      targets STRUCT(area VARCHAR, code VARCHAR, met BOOLEAN)[],
                      ledger STRUCT(open BIGINT, open_major BIGINT, overdue BIGINT, added BIGINT, closed BIGINT))',
    document: 'STRUCT(period VARCHAR, revision INTEGER, sealed_at VARCHAR,
                      enterprise STRUCT(uscc VARCHAR, name VARCHAR, village VARCHAR, industry VARCHAR, risk_class VARCHAR, workers INTEGER))'
  });
