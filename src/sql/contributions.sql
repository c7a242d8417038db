-- What each {good} contributed to the change of its flow from a year earlier, in one month: change of
-- the part over the base of the whole. The contributions add up to the change of the whole exactly
-- before rounding.
WITH
{rolled}
part AS (
  SELECT flow, {good} AS part_code, month_no,
    CAST(SUM(CAST(thousandths AS DECIMAL(18, 0))) AS BIGINT) AS amount
  FROM rolled
  WHERE month_no IN ({month}, {base_month}){selected}
  GROUP BY flow, {good}, month_no
),
{complete}
-- A month in which one of the partners has no rows, or a row no value, is as good as none: a sum of
-- fewer of them is another figure.
marked AS (
  SELECT flow, month_no, 1 AS has_part, 0 AS has_all, 0 AS has_blank FROM part
  UNION ALL
  SELECT flow, month_no, 0, 1, 0 FROM complete WHERE month_no IN ({month}, {base_month})
  UNION ALL
  SELECT flow, month_no, 0, 0, 1 FROM rolled
  WHERE blanks > 0 AND month_no IN ({month}, {base_month}){selected}
),
held AS (
  SELECT flow, month_no, MAX(has_all) * (1 - MAX(has_blank)) AS is_complete
  FROM marked
  GROUP BY flow, month_no
  HAVING MAX(has_part) = 1
),
present AS (
  SELECT flow,
    MAX(CASE WHEN month_no = {month} THEN is_complete ELSE 0 END) AS has_new,
    MAX(CASE WHEN month_no = {base_month} THEN is_complete ELSE 0 END) AS has_old,
    MAX(1 - is_complete) AS lacks_part
  FROM held
  GROUP BY flow
),
-- A {good} without a row in a month that the flow has is taken as no trade: run this on a table that
-- holds all goods.
sided AS (
  SELECT flow, part_code,
    SUM(CASE WHEN month_no = {month} THEN amount ELSE 0 END) AS new_part,
    SUM(CASE WHEN month_no = {base_month} THEN amount ELSE 0 END) AS old_part
  FROM part
  GROUP BY flow, part_code
),
whole AS (
  SELECT flow AS whole_flow, SUM(old_part) AS old_whole FROM sided GROUP BY flow
),
change AS (
  SELECT
    sided.flow AS flow,
    sided.part_code AS part_code,
    lacks_part,
    CASE WHEN old_whole > 0 THEN 0 ELSE 1 END AS lacks_base,
    CASE WHEN has_new = 1 THEN new_part END AS new_value,
    CASE WHEN has_old = 1 THEN old_part END AS old_value,
    CASE WHEN has_new = 1 AND has_old = 1 THEN 1 ELSE 0 END AS known,
    CASE WHEN new_part < old_part THEN 'fall' WHEN new_part > old_part THEN 'rise' ELSE 'flat' END AS direction,
    ABS(new_part - old_part) AS size,
    CASE WHEN old_whole > 0 THEN old_whole ELSE 1 END AS divisor,
    CASE WHEN old_whole > 0 THEN 1 ELSE 0 END AS has_base
  FROM sided
  JOIN whole ON whole.whole_flow = sided.flow
  JOIN present ON present.flow = sided.flow
),
{percent}
answer AS (
  SELECT flow, part_code, lacks_part, lacks_base, new_value, old_value, known, millionths FROM percent
)
SELECT
  {shown_flow},
  part_code AS {good},
  old_value AS base_thousandths,
  new_value AS value_thousandths,
  new_value - old_value AS change_thousandths,
  CASE WHEN known = 1 THEN millionths END AS contribution_millionths,
  CASE
    WHEN known = 0 AND lacks_part = 1 THEN 'part_missing'
    WHEN known = 0 THEN 'no_data'
    WHEN lacks_base = 1 THEN 'zero_base'
  END AS reason
FROM answer
ORDER BY flow, part_code
