-- The roll-up of one month, in Spark SQL; after lines.sql or store.sql. One variable: period, the month.
-- Figures as in duckdb/rollup.sql: integers, tenths of a point.
CREATE OR REPLACE TEMPORARY VIEW trusted AS
SELECT * FROM reports WHERE verdict = 'trusted' AND period = '${period}';

-- How many, and by grade.
CREATE OR REPLACE TEMPORARY VIEW counts AS
SELECT count(*) AS reports, count_if(NOT has_figures) AS without_figures, count_if(grade = 'excellent') AS excellent,
       count_if(grade = 'pass') AS pass, count_if(grade = 'fail') AS fail
FROM trusted;

-- Mean, median and lowest in tenths; mean and median half up.
CREATE OR REPLACE TEMPORARY VIEW scores AS
SELECT 0 AS element, total AS score FROM trusted WHERE has_figures
UNION ALL
SELECT one.number, one.score FROM (SELECT explode(elements) AS one FROM trusted WHERE has_figures);

CREATE OR REPLACE TEMPORARY VIEW spreads AS
SELECT element, n AS count, (2 * total + n) div (2 * n) AS mean,
       (sorted[CAST((n - 1) div 2 AS INT)] + sorted[CAST(n div 2 AS INT)] + 1) div 2 AS median, sorted[0] AS lowest
FROM (SELECT element, count(score) AS n, sum(score) AS total, sort_array(collect_list(score)) AS sorted FROM scores GROUP BY element)
WHERE n > 0 ORDER BY element;

-- Which targets are reached, by area.
CREATE OR REPLACE TEMPORARY VIEW targets AS
SELECT one.area, one.code, count_if(one.met) AS met, count(*) AS total
FROM (SELECT explode(targets) AS one FROM trusted WHERE has_figures)
GROUP BY one.area, one.code ORDER BY area, code;

-- Hazards at the end of the month.
CREATE OR REPLACE TEMPORARY VIEW hazards AS
SELECT sum(ledger.open) AS open, sum(ledger.open_major) AS open_major, sum(ledger.overdue) AS overdue,
       sum(ledger.added) AS added, sum(ledger.closed) AS closed
FROM trusted WHERE has_figures;

-- The same by anything that the document says, here by industry.
CREATE OR REPLACE TEMPORARY VIEW industries AS
SELECT industry, count(*) AS reports, count_if(grade = 'fail') AS failed,
       (2 * sum(total) + count(*)) div (2 * count(*)) AS mean, sum(ledger.open_major) AS open_major
FROM trusted WHERE has_figures GROUP BY industry ORDER BY industry;
