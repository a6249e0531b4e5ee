-- What must not be in the reports, in DuckDB; after lines.sql or store.sql. Each row of faults is a report that is at fault, and why.
CREATE OR REPLACE TEMP VIEW faults AS
SELECT '同一企业同一月份有两份不同的有效月报' AS fault, period, string_agg(DISTINCT region, ' ') AS region, uscc, count(DISTINCT document_sha256)::VARCHAR AS value
FROM reports WHERE verdict = 'trusted' GROUP BY period, uscc HAVING count(DISTINCT document_sha256) > 1
UNION ALL
SELECT '同一份月报出现多次', period, string_agg(region, ' '), uscc, document_sha256
FROM reports GROUP BY period, uscc, document_sha256 HAVING count(*) > 1
UNION ALL
SELECT one.fault, period, region, uscc, one.value
FROM (SELECT period, region, uscc, unnest([
    {fault: '结果不是 trusted 或 unregistered', wrong: verdict NOT IN ('trusted', 'unregistered'), value: verdict},
    {fault: '月份不是 2026-11 这样', wrong: NOT regexp_full_match(period, '\d{4}-(0[1-9]|1[0-2])'), value: period},
    {fault: '统一社会信用代码不是 18 位', wrong: NOT regexp_full_match(uscc, '[0-9A-HJ-NP-RT-UW-Y]{18}'), value: uscc},
    {fault: '风险等级不是 A、B、C、D', wrong: risk_class NOT IN ('A', 'B', 'C', 'D'), value: risk_class},
    {fault: '版次小于 1', wrong: revision < 1, value: revision::VARCHAR},
    {fault: '等次不是 excellent、pass、fail', wrong: grade NOT IN ('excellent', 'pass', 'fail'), value: grade},
    {fault: '总分不在 0 到 1000 之间', wrong: total NOT BETWEEN 0 AND 1000, value: total::VARCHAR},
    {fault: '要素不是 1 到 8，或得分不在 0 到 1000 之间',
     wrong: len(list_filter(elements, lambda one: one.number NOT BETWEEN 1 AND 8 OR coalesce(one.score, 0) NOT BETWEEN 0 AND 1000)) > 0,
     value: elements::VARCHAR},
    {fault: '指标不是 P1 到 P4', wrong: len(list_filter(targets, lambda one: one.code NOT IN ('P1', 'P2', 'P3', 'P4'))) > 0, value: targets::VARCHAR},
    {fault: '未销号的隐患比其中的重大隐患或逾期的少', wrong: ledger.open < greatest(ledger.open_major, ledger.overdue), value: ledger::VARCHAR}
  ]) AS one FROM reports)
-- What is unknown, such as the grade of a report without figures, is at fault nowhere but in these.
WHERE coalesce(one.wrong, one.fault[:2] IN ('结果', '月份', '统一', '版次'));
