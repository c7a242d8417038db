-- Sums by flow, partner, {good} and month of one level of detail: the only step that outgrows a
-- machine. Money in thousandths of a {currency}, exact: DECIMAL sums widen to 38 digits, and the cast
-- fails where a sum would not fit.
SELECT
  flow,
  partner,
  {hs} AS {good},
  month_no,
  currency,
  level,
  CAST(SUM(CAST(ROUND(value * 1000) AS DECIMAL(18, 0))) AS BIGINT) AS thousandths,
  COUNT(*) AS row_count,
  MIN(all_goods) AS whole
FROM {table}
WHERE kind = 'detail'
  AND months = 1
  AND currency = '{currency}'
  AND level = '{level}'
  AND value IS NOT NULL{filters}
GROUP BY flow, partner, {hs}, month_no, currency, level
