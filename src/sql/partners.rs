//! Which rows are those of the partners asked for.

use crate::sql::{Query, StatementKind, indent};

/// Whether a row is that of all partners together.
const IS_WORLD: &str = "CASE WHEN partner = 'world' THEN 1 ELSE 0 END";

impl Query {
    /// The rows that a measure adds up, from the rolled-up ones. For all partners these are, flow by
    /// flow, the rows of the World if they hold whatever the rows of the partners hold in the same
    /// month, else the partners' rows: as in the program, where a breakdown is of partners alone.
    pub(super) fn of_all_partners(&self, rolled: &str) -> String {
        if !self.partners.is_empty() {
            return format!("rolled AS (\n{rolled}\n),");
        }
        let good = self.good.name();
        let (world, wanted) = match self.kind {
            StatementKind::Contributions => (String::new(), "WHERE partner <> 'world'".to_owned()),
            _ => (
                self.uses_world(),
                format!("JOIN by_flow ON of_flow = flow\nWHERE {IS_WORLD} = uses_world"),
            ),
        };
        let rows = format!(
            "SELECT flow, partner, {good}, month_no, thousandths, blanks, whole\nFROM every_row\n{wanted}"
        );
        format!(
            "every_row AS (\n{rolled}\n),\n{world}rolled AS (\n{}\n),",
            indent(&rows)
        )
    }

    /// Whether the rows of the World count, by flow. Their goods are compared with those of the partners
    /// as the table distinguishes them: code by code, or by chapter or heading in a roll-up.
    fn uses_world(&self) -> String {
        let (good, from) = match self.is_rolled_up {
            true => (self.good.name(), "every_row".to_owned()),
            false => ("hs", self.detail_rows()),
        };
        let selected = self.of_goods(good).replace('\n', "").replace("  ", " ");
        format!(
            "-- Whether the rows of the World hold whatever those of the partners hold in the same month.
by_good AS (
  SELECT flow, month_no, {good},
    MAX(CASE WHEN partner = 'world'{selected} THEN 1 ELSE 0 END) AS of_world,
    MAX(CASE WHEN partner <> 'world'{selected} THEN 1 ELSE 0 END) AS of_partners
  FROM {from}
  GROUP BY flow, month_no, {good}
),
by_month AS (
  SELECT flow, month_no, MAX(of_world) AS has_world,
    MAX(CASE WHEN of_partners > of_world THEN 1 ELSE 0 END) AS lacks_any
  FROM by_good
  GROUP BY flow, month_no
),
by_flow AS (
  SELECT flow AS of_flow, MAX(has_world) * (1 - MAX(has_world * lacks_any)) AS uses_world
  FROM by_month
  GROUP BY flow
),
"
        )
    }

    /// The table, restricted to the rows that a roll-up adds up.
    fn detail_rows(&self) -> String {
        let rows = format!(
            "{}\nWHERE kind = 'detail'\n  AND months = 1\n  AND currency = '{}'\n  AND level = '{}'{}",
            self.table,
            self.currency.code(),
            self.level,
            self.of_flows()
        );
        rows.replace('\n', "\n  ")
    }
}
