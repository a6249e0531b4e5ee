-- The roll-up of one month, in DuckDB; after lines.sql or store.sql. One variable: period, the month.
-- Every figure is computed in integers, tenths of a point, as the page does.
CREATE OR REPLACE TEMP VIEW trusted AS
SELECT * FROM reports WHERE verdict = 'trusted' AND period = getvariable('period');

-- How many, and by grade.
CREATE OR REPLACE TEMP VIEW counts AS
SELECT count(*) AS reports,
       count(*) FILTER (NOT has_figures) AS without_figures,
       count(*) FILTER (grade = 'excellent') AS excellent,
       count(*) FILTER (grade = 'pass') AS pass,
       count(*) FILTER (grade = 'fail') AS fail
FROM trusted;

-- Mean, median and lowest in tenths; mean and median half up.
CREATE OR REPLACE TEMP VIEW scores AS
SELECT 0 AS element, total AS score FROM trusted WHERE has_figures
UNION ALL
SELECT one.number, one.score
FROM (SELECT unnest(elements) AS one FROM trusted WHERE has_figures);

CREATE OR REPLACE TEMP VIEW spreads AS
SELECT element, n AS count, (2 * total + n) // (2 * n) AS mean,
       (sorted[(n - 1) // 2 + 1] + sorted[n // 2 + 1] + 1) // 2 AS median, sorted[1] AS lowest
FROM (SELECT element, count(score) AS n, sum(score)::BIGINT AS total, list_sort(list(score) FILTER (score IS NOT NULL)) AS sorted
      FROM scores GROUP BY element)
WHERE n > 0 ORDER BY element;

-- Which targets are reached, by area.
CREATE OR REPLACE TEMP VIEW targets AS
SELECT one.area AS area, one.code AS code, count(*) FILTER (one.met) AS met, count(*) AS total
FROM (SELECT unnest(targets) AS one FROM trusted WHERE has_figures)
GROUP BY ALL ORDER BY area, code;

-- Hazards at the end of the month.
CREATE OR REPLACE TEMP VIEW hazards AS
SELECT sum(ledger.open)::BIGINT AS open, sum(ledger.open_major)::BIGINT AS open_major,
       sum(ledger.overdue)::BIGINT AS overdue, sum(ledger.added)::BIGINT AS added,
       sum(ledger.closed)::BIGINT AS closed
FROM trusted WHERE has_figures;

-- The same by anything that the document says, here by industry.
CREATE OR REPLACE TEMP VIEW industries AS
SELECT industry, count(*) AS reports, count(*) FILTER (grade = 'fail') AS failed,
       (2 * sum(total)::BIGINT + count(*)) // (2 * count(*)) AS mean,
       sum(ledger.open_major)::BIGINT AS open_major
FROM trusted WHERE has_figures GROUP BY industry ORDER BY industry;
