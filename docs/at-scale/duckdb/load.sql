-- Loads the lines of one region and month into the store, in DuckDB; after lines.sql.
-- Two more variables: period, the month, and store, a folder. Loaded again, the month of a region replaces what was there.
-- Of a report that was corrected the last revision is loaded; of one that came twice, one. What is at fault stops everything.
CREATE OR REPLACE TEMP TABLE read AS SELECT * FROM reports WHERE period = getvariable('period');

CREATE OR REPLACE TEMP VIEW reports AS
SELECT * FROM read
QUALIFY revision = max(revision) OVER (PARTITION BY uscc, verdict)
    AND row_number() OVER (PARTITION BY document_sha256 ORDER BY file) = 1;

SELECT CASE WHEN count(*) > 0
            THEN error(count(*) || ' 处不合要求，什么也没有写入；例如：' || min(fault || '：' || uscc || '，' || coalesce(value, '空'))) END AS faults
FROM faults;

COPY (SELECT * FROM reports ORDER BY uscc) TO (getvariable('store'))
     (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (period, region), WRITE_PARTITION_COLUMNS true, OVERWRITE_OR_IGNORE true, FILENAME_PATTERN 'reports_{i}');
