//! Which months have a row of every partner that is added up.

use crate::sql::Query;

/// The number of partners from which on a month is taken to have all of them, as a file is.
const MANY: usize = 10;

impl Query {
    /// The column by which sums are kept apart before it is known whether all partners are there,
    /// with a comma; empty where all partners in the table are added up.
    pub(super) fn holder(&self) -> &'static str {
        match self.partners.is_empty() {
            true => "",
            false => "partner, ",
        }
    }

    /// The months of each flow that lack no partner. `part`: the table with what each partner has,
    /// where partners are named.
    pub(super) fn complete(&self, part: &str) -> String {
        let months = |from: &str, having: &str| {
            format!(
                "complete AS (\n  SELECT flow, month_no\n  FROM {from}\n  GROUP BY flow, month_no{having}\n),"
            )
        };
        match (self.known.all_partners, self.partners.len()) {
            (true, 0) => months("rolled", ""),
            (true, _) => months(part, ""),
            (false, 0) => format!(
                "-- Every partner that the flow has in any month.
all_held AS (
  SELECT flow AS of_flow, COUNT(DISTINCT partner) AS partners FROM rolled GROUP BY flow
),
complete AS (
  SELECT flow, month_no
  FROM rolled
  JOIN all_held ON of_flow = flow
  GROUP BY flow, month_no, partners
  HAVING COUNT(DISTINCT partner) = partners OR COUNT(DISTINCT partner) >= {MANY}
),"
            ),
            (false, named) => months(
                part,
                &format!("\n  HAVING COUNT(DISTINCT partner) = {named}"),
            ),
        }
    }
}
