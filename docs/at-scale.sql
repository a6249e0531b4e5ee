-- The roll-up of one month over the exported NDJSON, in DuckDB. Every figure is computed in integers, tenths of a point, as the page does.
-- Put the address of the files and the month in the first statement; several files may be named by a pattern.
CREATE OR REPLACE TEMP VIEW reports AS
SELECT verdict, computed, document
FROM read_json(getvariable('files'), format = 'newline_delimited', maximum_object_size = 33554432,
               columns = {verdict: 'VARCHAR', computed: 'JSON', document: 'JSON'})
WHERE document ->> '$.period' = getvariable('period');

CREATE OR REPLACE TEMP TABLE trusted AS
SELECT document ->> '$.enterprise.uscc' AS uscc,
       document ->> '$.enterprise.name' AS enterprise,
       document ->> '$.enterprise.village' AS village,
       document ->> '$.enterprise.industry' AS industry,
       document ->> '$.enterprise.risk_class' AS risk_class,
       -- Only figures that the desk computed again; what a report declares about itself does not count.
       coalesce(json_type(computed) = 'OBJECT', false) AS has_figures,
       computed
FROM reports WHERE verdict = 'trusted';

-- How many, and by grade.
CREATE OR REPLACE TEMP VIEW counts AS
SELECT count(*) AS reports,
       count(*) FILTER (NOT has_figures) AS without_figures,
       count(*) FILTER (computed ->> '$.grade' = 'excellent') AS excellent,
       count(*) FILTER (computed ->> '$.grade' = 'pass') AS pass,
       count(*) FILTER (computed ->> '$.grade' = 'fail') AS fail
FROM trusted;

-- Mean, median and lowest in tenths; mean and median half up.
CREATE OR REPLACE TEMP VIEW scores AS
SELECT 0 AS element, (computed ->> '$.total')::BIGINT AS score FROM trusted WHERE has_figures
UNION ALL
SELECT (one ->> '$.number')::INT, (one ->> '$.score')::BIGINT
FROM (SELECT unnest((computed -> '$.elements')::JSON[]) AS one FROM trusted WHERE has_figures);

CREATE OR REPLACE TEMP VIEW spreads AS
SELECT element, n AS count, (2 * total + n) // (2 * n) AS mean,
       (sorted[(n - 1) // 2 + 1] + sorted[n // 2 + 1] + 1) // 2 AS median, sorted[1] AS lowest
FROM (SELECT element, count(score) AS n, sum(score)::BIGINT AS total, list_sort(list(score) FILTER (score IS NOT NULL)) AS sorted
      FROM scores GROUP BY element)
WHERE n > 0 ORDER BY element;

-- Which targets are reached, by area.
CREATE OR REPLACE TEMP VIEW targets AS
SELECT one ->> '$.area' AS area, one ->> '$.code' AS code, count(*) FILTER ((one ->> '$.met')::BOOLEAN) AS met, count(*) AS total
FROM (SELECT unnest((computed -> '$.targets')::JSON[]) AS one FROM trusted WHERE has_figures)
GROUP BY ALL ORDER BY area, code;

-- Hazards at the end of the month.
CREATE OR REPLACE TEMP VIEW hazards AS
SELECT sum((computed ->> '$.ledger.open')::BIGINT)::BIGINT AS open, sum((computed ->> '$.ledger.open_major')::BIGINT)::BIGINT AS open_major,
       sum((computed ->> '$.ledger.overdue')::BIGINT)::BIGINT AS overdue, sum((computed ->> '$.ledger.added')::BIGINT)::BIGINT AS added,
       sum((computed ->> '$.ledger.closed')::BIGINT)::BIGINT AS closed
FROM trusted WHERE has_figures;

-- The same by anything that the document says, here by industry.
CREATE OR REPLACE TEMP VIEW industries AS
SELECT industry, count(*) AS reports, count(*) FILTER (computed ->> '$.grade' = 'fail') AS failed,
       (2 * sum((computed ->> '$.total')::BIGINT)::BIGINT + count(*)) // (2 * count(*)) AS mean,
       sum((computed ->> '$.ledger.open_major')::BIGINT)::BIGINT AS open_major
FROM trusted WHERE has_figures GROUP BY industry ORDER BY industry;
