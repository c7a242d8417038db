-- Changes from a year earlier with their streaks, by flow and month. No outer join and no division
-- that could meet a hole: a month without rows is null with a reason, never zero.
WITH
{rolled}
-- Every flow with the months asked for, a year before them included.
digit AS (
  SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
  UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9
),
calendar AS (
  SELECT {first} + hundreds.d * 100 + tens.d * 10 + ones.d AS at_no
  FROM digit AS hundreds CROSS JOIN digit AS tens CROSS JOIN digit AS ones
  WHERE {first} + hundreds.d * 100 + tens.d * 10 + ones.d <= {last}
),
flows AS (
{flows}
),
month_sum AS (
  SELECT flow, {holder}month_no, CAST(SUM(CAST(thousandths AS DECIMAL(18, 0))) AS BIGINT) AS part_amount
  FROM rolled
  WHERE 1 = 1{selected}
  GROUP BY flow, {holder}month_no
),{covered}
part AS (
  SELECT flow, {holder}month_no, part_amount FROM month_sum{zeros}
),
{complete}
-- A month in which one of the partners has no rows, or a row no value, is as good as none: a sum of
-- fewer of them is another figure.
marked AS (
  SELECT flow, month_no, 1 AS has_part, 0 AS has_all, 0 AS has_blank, part_amount FROM part
  UNION ALL
  SELECT flow, month_no, 0, 1, 0, CAST(0 AS BIGINT) FROM complete
  UNION ALL
  SELECT flow, month_no, 0, 0, 1, CAST(0 AS BIGINT) FROM rolled WHERE blanks > 0{selected}
),
month_total AS (
  SELECT flow, month_no, MAX(has_all) * (1 - MAX(has_blank)) AS is_complete,
    CAST(SUM(CAST(part_amount AS DECIMAL(18, 0))) AS BIGINT) AS amount
  FROM marked
  GROUP BY flow, month_no
  HAVING MAX(has_part) = 1
),
-- Casts, so that every part of the union has one type in every engine. side 1: the month;
-- side 2: the same month as the base of the next year; sides 3 and 4: the same where a partner
-- lacks; side 0: the calendar.
sided AS (
  SELECT flow, CAST(month_no AS BIGINT) AS month_no, CASE WHEN is_complete = 1 THEN 1 ELSE 3 END AS side, amount
  FROM month_total
  UNION ALL
  SELECT flow, CAST(month_no + 12 AS BIGINT), CASE WHEN is_complete = 1 THEN 2 ELSE 4 END, amount
  FROM month_total
  UNION ALL
  SELECT flow, CAST(at_no AS BIGINT), 0, CAST(0 AS BIGINT) FROM flows CROSS JOIN calendar
),
paired AS (
  SELECT
    flow,
    month_no,
    SUM(CASE WHEN side = 1 THEN amount END) AS new_value,
    SUM(CASE WHEN side = 2 THEN amount END) AS old_value,
    MAX(CASE WHEN side > 2 THEN 1 ELSE 0 END) AS lacks_part
  FROM sided
  GROUP BY flow, month_no
),
change AS (
  SELECT
    flow,
    month_no,
    lacks_part,
    new_value,
    old_value,
    CASE WHEN new_value IS NULL OR old_value IS NULL THEN 0 ELSE 1 END AS known,
    CASE
      WHEN new_value IS NULL OR old_value IS NULL THEN 'unknown'
      WHEN new_value < old_value THEN 'fall'
      WHEN new_value > old_value THEN 'rise'
      ELSE 'flat'
    END AS direction,
    -- ClickHouse casts no null, so that what is unknown goes through the steps as zero.
    CASE WHEN new_value IS NULL OR old_value IS NULL THEN 0 ELSE ABS(new_value - old_value) END AS size,
    CASE WHEN old_value > 0 THEN old_value ELSE 1 END AS divisor,
    CASE WHEN new_value IS NOT NULL AND old_value > 0 THEN 1 ELSE 0 END AS has_base
  FROM paired
  WHERE month_no BETWEEN {first} AND {last}
),
{percent}
numbered AS (
  SELECT
    flow, month_no, lacks_part, new_value, old_value, known, direction, millionths,
    month_no - ROW_NUMBER() OVER (PARTITION BY flow, direction ORDER BY month_no) AS run,
    month_no - ROW_NUMBER() OVER (PARTITION BY flow, known ORDER BY month_no) AS stretch
  FROM percent
),
streaked AS (
  SELECT
    flow, month_no, lacks_part, new_value, old_value, known, direction, millionths,
    ROW_NUMBER() OVER (PARTITION BY flow, direction, run ORDER BY month_no) AS run_length,
    MIN(month_no) OVER (PARTITION BY flow, direction, run) AS run_start,
    MIN(month_no) OVER (PARTITION BY flow, known, stretch) AS stretch_start
  FROM numbered
)
{select}
FROM streaked
WHERE month_no BETWEEN {shown_from} AND {last}{only}
ORDER BY month_no, flow
