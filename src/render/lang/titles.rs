//! What each language says in the title of a table: what, of whom, when, in what unit.

use crate::render::options::MoneyUnit;
use crate::trade::{Breakdown, Currency, Period, QuantityUnit};

/// The pieces of a title in one language.
pub(crate) trait Titles {
    /// All partners together.
    fn all_partners(&self) -> &'static str;

    /// So many partners, which are those that the data hold.
    fn partners_held(&self, count: usize) -> String;
    /// The partner that alone the data hold, where all were asked for.
    fn only_partner(&self, partner: &str) -> String;
    /// Several partners as one.
    fn partners(&self, names: &[&str]) -> String;
    /// The title with the unit behind it.
    fn with_unit(&self, title: &str, unit: &str) -> String;
    /// Whose trade, when, and what is shown of it; `when` and `subject` may be empty.
    fn whole(&self, whose: &str, when: &str, subject: &str) -> String;
    /// That the month is the latest with a change, and how far the values reach.
    fn latest_with_change(&self, values_reach: &str) -> String;
    /// That only what was released by a day counts.
    fn as_released_by(&self, day: &str) -> String;
    /// Goods, behind whose trade it is.
    fn in_goods(&self, goods: &str) -> String;
    /// What it is split by.
    fn by(&self, breakdown: Breakdown) -> String;
    /// China's trade with a partner, or with all of them.
    fn china_with(&self, partner: &str, is_all: bool) -> String;
    /// A partner's trade with China, or that of all of them.
    fn with_china(&self, partner: &str, is_all: bool) -> String;
    /// That imports are those of the partner; `None`: of several partners.
    fn reported_from(&self, partner: Option<&str>) -> String;
    /// A span of time.
    fn span(&self, period: Period) -> String;
    /// Quantities of no one unit.
    fn quantity(&self) -> &'static str;
    /// Tonnes, in a title.
    fn tonnes(&self) -> &'static str;
    /// A unit of quantities beside a figure.
    fn quantity_unit(&self, unit: QuantityUnit) -> String;
    /// Unit values of no one unit.
    fn price(&self, currency: Currency) -> String;
    /// Money in a unit.
    fn money(&self, currency: Currency, unit: MoneyUnit) -> String;
    /// What a currency is called.
    fn currency(&self, currency: Currency) -> &'static str;
}
