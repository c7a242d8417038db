//! The texts that statements are made of, and how placeholders in them are filled in.

/// The columns of `sql yoy`.
pub(super) const YOY: &str = "SELECT
  {shown_flow},
  month_no,
  old_value AS base_thousandths,
  new_value AS value_thousandths,
  new_value - old_value AS change_thousandths,
  millionths AS yoy_millionths,
  CASE
    WHEN known = 0 AND lacks_part = 1 THEN 'part_missing'
    WHEN known = 0 THEN 'no_data'
    WHEN old_value = 0 THEN 'zero_base'
  END AS reason,
  CASE WHEN known = 1 THEN (CASE WHEN direction = 'flat' THEN 0 ELSE run_length END) END AS streak,
  CASE WHEN known = 1 THEN direction END AS streak_direction,
  CASE WHEN known = 1 AND direction <> 'flat' THEN run_start END AS streak_since_no,
  CASE WHEN known = 1 THEN (CASE WHEN direction = 'flat' OR run_start > stretch_start THEN 'exact' ELSE 'at_least' END) END AS streak_bound";

/// The columns of `sql streak`.
pub(super) const STREAK: &str = "SELECT
  {shown_flow},
  CASE WHEN known = 1 THEN direction END AS streak_direction,
  CASE WHEN known = 1 THEN (CASE WHEN direction = 'flat' THEN 0 ELSE run_length END) END AS months,
  CASE WHEN known = 1 THEN (CASE WHEN direction = 'flat' OR run_start > stretch_start THEN 'exact' ELSE 'at_least' END) END AS bound,
  CASE WHEN known = 1 AND direction <> 'flat' THEN run_start END AS since_no,
  month_no AS until_no,
  CASE WHEN known = 0 AND lacks_part = 1 THEN 'part_missing' WHEN known = 0 THEN 'no_data' END AS reason";

pub(super) fn percent(keys: &str, from: &str) -> String {
    let text = fill(
        include_str!("percent.sql"),
        &[("keys", keys), ("from", from)],
    );
    text.trim_end().to_owned()
}

pub(super) fn indent(text: &str) -> String {
    let lines = text.lines().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!("  {line}")
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A template with its placeholders filled in.
pub(super) fn fill(text: &str, names: &[(&str, &str)]) -> String {
    names.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}
