//! Titles of tables in each language: subject, partner, period, unit.

use crate::render::options::MoneyUnit;
use crate::trade::{Breakdown, Currency, Period, QuantityUnit};

/// The pieces of a title in one language.
pub(crate) trait Titles {
    /// All partners together.
    fn all_partners(&self) -> &'static str;

    /// A number of partners, namely those in the data.
    fn partners_in_data(&self, count: usize) -> String;
    /// The only partner in the data, although all were asked for.
    fn only_partner(&self, partner: &str) -> String;
    /// Several partners joined.
    fn partners(&self, names: &[&str]) -> String;
    /// A title followed by the unit.
    fn with_unit(&self, title: &str, unit: &str) -> String;
    /// The full title: whose trade, when, and what is shown; `when` and `subject` may be empty.
    fn whole(&self, whose: &str, when: &str, subject: &str) -> String;
    /// A note that the month is the latest with a change, and up to when there are values.
    fn latest_with_change(&self, values_reach: &str) -> String;
    /// A note that only figures released by this day are used.
    fn as_released_by(&self, day: &str) -> String;
    /// The goods, after whose trade it is.
    fn in_goods(&self, goods: &str) -> String;
    /// The breakdown.
    fn by(&self, breakdown: Breakdown) -> String;
    /// China's trade with a partner, or with all partners.
    fn china_with(&self, partner: &str, is_all: bool) -> String;
    /// The trade of a partner, or of all partners, with China.
    fn with_china(&self, partner: &str, is_all: bool) -> String;
    /// A note that imports are those of the partner; `None` for several partners.
    fn reported_from(&self, partner: Option<&str>) -> String;
    /// A period.
    fn span(&self, period: Period) -> String;
    /// Quantities in different units.
    fn quantity(&self) -> &'static str;
    /// Tonnes, in a title.
    fn tonnes(&self) -> &'static str;
    /// A unit of quantities, next to a figure.
    fn quantity_unit(&self, unit: QuantityUnit) -> String;
    /// Unit values in different units.
    fn price(&self, currency: Currency) -> String;
    /// A currency with its unit.
    fn money(&self, currency: Currency, unit: MoneyUnit) -> String;
    /// The name of a currency.
    fn currency(&self, currency: Currency) -> &'static str;
}
