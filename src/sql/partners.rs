//! Which rows are those of the partners asked for.

use crate::sql::{Query, StatementKind, indent};

impl Query {
    /// The rows that a measure adds up, from the rolled-up ones: for all partners, the row of all of
    /// them together where there is one, as in the program; never both.
    pub(super) fn of_all_partners(&self, rolled: &str) -> String {
        let is_sum = !matches!(self.kind, StatementKind::Contributions);
        if !self.partners.is_empty() {
            return format!("rolled AS (\n{rolled}\n),");
        }
        let good = self.good.name();
        let is_world = "CASE WHEN partner = 'world' THEN 1 ELSE 0 END";
        let (world, wanted) = match is_sum {
            true => (
                format!(
                    "-- Whether the goods have rows of all partners together, which are then the sum.
world AS (
  SELECT MAX({is_world}) AS has_world FROM every_row WHERE 1 = 1{}
),\n",
                    self.of_goods(good)
                ),
                format!("CROSS JOIN world\nWHERE {is_world} = has_world"),
            ),
            false => (String::new(), "WHERE partner <> 'world'".to_owned()),
        };
        format!(
            "every_row AS (\n{rolled}\n),\n{world}rolled AS (\n{}\n),",
            indent(&format!(
                "SELECT flow, partner, {good}, month_no, thousandths, whole\nFROM every_row\n{wanted}"
            ))
        )
    }
}
