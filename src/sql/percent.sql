-- The change in millionths of a percent, rounded half away from zero, in whole numbers only: eight
-- digits of a quotient in steps of three, three and two. Exact while the base stays below nine
-- million million units of the currency; past that it is null.
step_0 AS (
  SELECT {keys}, new_value, old_value, known, direction, size, divisor, has_base,
    CAST(ROUND((size - size % divisor) / divisor) AS BIGINT) AS q0, size % divisor AS r0
  FROM {from}
),
step_1 AS (
  SELECT {keys}, new_value, old_value, known, direction, size, divisor, has_base, q0,
    CAST(ROUND((r0 * 1000 - (r0 * 1000) % divisor) / divisor) AS BIGINT) AS q1, (r0 * 1000) % divisor AS r1
  FROM step_0
),
step_2 AS (
  SELECT {keys}, new_value, old_value, known, direction, size, divisor, has_base, q0, q1,
    CAST(ROUND((r1 * 1000 - (r1 * 1000) % divisor) / divisor) AS BIGINT) AS q2, (r1 * 1000) % divisor AS r2
  FROM step_1
),
step_3 AS (
  SELECT {keys}, new_value, old_value, known, direction, size, divisor, has_base, q0, q1, q2,
    CAST(ROUND((r2 * 100 - (r2 * 100) % divisor) / divisor) AS BIGINT) AS q3, (r2 * 100) % divisor AS r3
  FROM step_2
),
percent AS (
  SELECT {keys}, new_value, old_value, known, direction,
    CASE
      WHEN divisor > 9000000000000000 THEN NULL
      WHEN has_base = 1
      THEN (CASE WHEN direction = 'fall' THEN -1 ELSE 1 END)
        * (((q0 * 1000 + q1) * 1000 + q2) * 100 + q3 + CASE WHEN 2 * r3 >= divisor THEN 1 ELSE 0 END)
    END AS millionths
  FROM step_3
),
