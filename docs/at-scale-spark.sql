-- The roll-up of one month over the exported NDJSON, in Spark SQL. Figures as in at-scale.sql: integers, tenths of a point.
-- Two variables: files, a path or pattern, and period, the month.
CREATE OR REPLACE TEMPORARY VIEW reports (
  verdict STRING,
  computed STRUCT<total: BIGINT, grade: STRING,
                  elements: ARRAY<STRUCT<number: INT, score: BIGINT>>,
                  targets: ARRAY<STRUCT<area: STRING, code: STRING, met: BOOLEAN>>,
                  ledger: STRUCT<open: BIGINT, open_major: BIGINT, overdue: BIGINT, added: BIGINT, closed: BIGINT>>,
  document STRUCT<period: STRING, enterprise: STRUCT<uscc: STRING, name: STRING, village: STRING, industry: STRING, risk_class: STRING>>
) USING json OPTIONS (path '${files}');

CREATE OR REPLACE TEMPORARY VIEW trusted AS
-- Only figures that the desk computed again; what a report declares about itself does not count.
SELECT document.enterprise.*, computed IS NOT NULL AS has_figures, computed
FROM reports WHERE verdict = 'trusted' AND document.period = '${period}';

-- How many, and by grade.
CREATE OR REPLACE TEMPORARY VIEW counts AS
SELECT count(*) AS reports, count_if(NOT has_figures) AS without_figures, count_if(computed.grade = 'excellent') AS excellent,
       count_if(computed.grade = 'pass') AS pass, count_if(computed.grade = 'fail') AS fail
FROM trusted;

-- Mean, median and lowest in tenths; mean and median half up.
CREATE OR REPLACE TEMPORARY VIEW scores AS
SELECT 0 AS element, computed.total AS score FROM trusted WHERE has_figures
UNION ALL
SELECT one.number, one.score FROM (SELECT explode(computed.elements) AS one FROM trusted WHERE has_figures);

CREATE OR REPLACE TEMPORARY VIEW spreads AS
SELECT element, n AS count, (2 * total + n) div (2 * n) AS mean,
       (sorted[CAST((n - 1) div 2 AS INT)] + sorted[CAST(n div 2 AS INT)] + 1) div 2 AS median, sorted[0] AS lowest
FROM (SELECT element, count(score) AS n, sum(score) AS total, sort_array(collect_list(score)) AS sorted FROM scores GROUP BY element)
WHERE n > 0 ORDER BY element;

-- Which targets are reached, by area.
CREATE OR REPLACE TEMPORARY VIEW targets AS
SELECT one.area, one.code, count_if(one.met) AS met, count(*) AS total
FROM (SELECT explode(computed.targets) AS one FROM trusted WHERE has_figures)
GROUP BY one.area, one.code ORDER BY area, code;

-- Hazards at the end of the month.
CREATE OR REPLACE TEMPORARY VIEW hazards AS
SELECT sum(computed.ledger.open) AS open, sum(computed.ledger.open_major) AS open_major, sum(computed.ledger.overdue) AS overdue,
       sum(computed.ledger.added) AS added, sum(computed.ledger.closed) AS closed
FROM trusted WHERE has_figures;

-- The same by anything that the document says, here by industry.
CREATE OR REPLACE TEMPORARY VIEW industries AS
SELECT industry, count(*) AS reports, count_if(computed.grade = 'fail') AS failed,
       (2 * sum(computed.total) + count(*)) div (2 * count(*)) AS mean, sum(computed.ledger.open_major) AS open_major
FROM trusted WHERE has_figures GROUP BY industry ORDER BY industry;
