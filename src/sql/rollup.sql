-- Sums by flow, partner, {good} and month of one level of detail: the only step that outgrows a
-- machine. Money in thousandths of a {currency}, exact: DECIMAL sums widen to 38 digits, and the cast
-- fails where a sum would not fit. A sum with blanks lacks the values of so many rows.
SELECT
  flow,
  partner,
  {hs} AS {good},
  month_no,
  currency,
  level,
  CAST(SUM(CAST(ROUND(CASE WHEN value IS NULL THEN 0 ELSE value END * 1000) AS DECIMAL(18, 0))) AS BIGINT) AS thousandths,
  COUNT(*) AS row_count,
  COUNT(*) - COUNT(value) AS blanks,
  MIN(all_goods) AS whole
FROM {table}
WHERE kind = 'detail'
  AND months = 1
  AND currency = '{currency}'
  AND level = '{level}'{filters}
GROUP BY flow, partner, {hs}, month_no, currency, level
