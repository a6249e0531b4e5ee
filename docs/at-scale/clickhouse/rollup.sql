-- The roll-up of one month, in ClickHouse; after lines.sql or store.sql. One parameter: period, the month.
-- Figures as in duckdb/rollup.sql: integers, tenths of a point.
CREATE OR REPLACE TABLE trusted ENGINE = MergeTree ORDER BY uscc AS
SELECT * FROM reports WHERE verdict = 'trusted' AND period = {period:String};

-- How many, and by grade.
CREATE OR REPLACE VIEW counts AS
SELECT count() AS reports, countIf(NOT has_figures) AS without_figures,
       countIf(grade = 'excellent') AS excellent, countIf(grade = 'pass') AS pass, countIf(grade = 'fail') AS fail
FROM trusted;

-- Mean, median and lowest in tenths; mean and median half up.
CREATE OR REPLACE VIEW scores AS
SELECT 0 AS element, total AS score FROM trusted WHERE has_figures
UNION ALL
SELECT one.1 AS element, one.2 AS score FROM (SELECT arrayJoin(elements) AS one FROM trusted WHERE has_figures);

CREATE OR REPLACE VIEW spreads AS
SELECT element, n AS count, intDiv(2 * whole + n, 2 * n) AS mean,
       intDiv(sorted[intDiv(n - 1, 2) + 1] + sorted[intDiv(n, 2) + 1] + 1, 2) AS median, sorted[1] AS lowest
FROM (SELECT element, toInt64(count(score)) AS n, sum(score) AS whole, arraySort(groupArray(score)) AS sorted FROM scores GROUP BY element)
WHERE n > 0 ORDER BY element;

-- Which targets are reached, by area.
CREATE OR REPLACE VIEW targets AS
SELECT one.1 AS area, one.2 AS code, countIf(one.3) AS met, count() AS total
FROM (SELECT arrayJoin(targets) AS one FROM trusted WHERE has_figures)
GROUP BY area, code ORDER BY area, code;

-- Hazards at the end of the month.
CREATE OR REPLACE VIEW hazards AS
SELECT sum(ledger.1) AS open, sum(ledger.2) AS open_major, sum(ledger.3) AS overdue, sum(ledger.4) AS added, sum(ledger.5) AS closed
FROM trusted WHERE has_figures;

-- The same by anything that the document says, here by industry.
CREATE OR REPLACE VIEW industries AS
SELECT industry, count() AS reports, countIf(grade = 'fail') AS failed,
       intDiv(2 * sum(trusted.total) + toInt64(count()), 2 * toInt64(count())) AS mean, sum(ledger.2) AS open_major
FROM trusted WHERE has_figures GROUP BY industry ORDER BY industry;
