//! The machine columns, as a closed list: columns that do not exist do not compile.

use crate::report::kind::Kind;
/// Defines the enum, with the stable name, kind and doc comment (as text) of each column.
macro_rules! columns {
    ($($(#[doc = $about:literal])+ $column:ident $name:literal $kind:ident,)+) => {
        /// A machine column. Its name is stable: scripts rely on it.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[expect(clippy::enum_variant_names, reason = "one column holds the name of a column")]
        pub enum Column {
            $($(#[doc = $about])+ $column,)+
        }

        impl Column {
            /// Every column of every command.
            pub const ALL: &[Column] = &[$(Column::$column),+];

            /// Its name in csv, tsv, json and `--columns`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Column::$column => $name,)+
                }
            }

            /// The kind of its content.
            pub const fn kind(self) -> Kind {
                match self {
                    $(Column::$column => Kind::$kind,)+
                }
            }

            /// A short description.
            pub const fn about(self) -> &'static str {
                match self {
                    $(Column::$column => concat!($($about),+),)+
                }
            }
        }
    };
}

columns! {
    /// The month, or the last month of a period.
    Month "month" Period,
    /// The period, or the month.
    Period "period" Period,
    /// Import, export, total or balance, as seen from the reporting side.
    Flow "flow" Word,
    /// The code of a component: a good, a province, a trade mode or a partner.
    Code "code" Text,
    /// The name of a component.
    Name "name" Text,
    /// The value, in the unit of the row.
    Value "value" Amount,
    /// The month or months that the value is compared with.
    BaseMonth "base_month" Period,
    /// The value a year (or a month) earlier.
    Base "base" Amount,
    /// Value minus base.
    Change "change" Amount,
    /// The change from a year earlier, in percent.
    YoyPct "yoy_pct" Percent,
    /// The change from the month before, in percent, not seasonally adjusted.
    MomPct "mom_pct" Percent,
    /// The change of one month of a streak, in percent.
    ChangePct "change_pct" Percent,
    /// The change that customs published for the period, in percent.
    PrintedPct "printed_pct" Percent,
    /// The contribution of a component to the change of the whole, in percentage points.
    ContributionPp "contribution_pp" Points,
    /// The share of a component in the value of the whole, in percent.
    SharePct "share_pct" Percent,
    /// The number of months in a row with a change in the same direction.
    Streak "streak" Count,
    /// `fall`, `rise` or `flat`.
    StreakDirection "streak_direction" Word,
    /// The first month of the streak.
    StreakSince "streak_since" Period,
    /// `exact`, or `at_least` if missing data end the count.
    StreakBound "streak_bound" Word,
    /// How a figure was obtained; for a streak, whether it counts `yoy` or `mom` changes.
    Basis "basis" Word,
    /// The sum from January to the month.
    Ytd "ytd" Amount,
    /// The change of the year to date from a year earlier, in percent.
    YtdYoyPct "ytd_yoy_pct" Percent,
    /// The sum of the three months up to this month.
    Roll3 "roll3" Amount,
    /// The change of that sum from a year earlier, in percent.
    Roll3YoyPct "roll3_yoy_pct" Percent,
    /// The sum of the twelve months up to this month.
    Roll12 "roll12" Amount,
    /// The change of that sum from a year earlier, in percent.
    Roll12YoyPct "roll12_yoy_pct" Percent,
    /// The length of the previous streak in months.
    StreakAfter "streak_after" Count,
    /// Whether the previous streak is counted in full: `exact` or `at_least`.
    StreakAfterBound "streak_after_bound" Word,
    /// The number of months without trade.
    NoTradeMonths "no_trade_months" Count,
    /// The first month without trade.
    NoTradeSince "no_trade_since" Period,
    /// The direction: `fall` or `rise`; for movers, `up` or `down`.
    Direction "direction" Word,
    /// A number of months.
    Months "months" Count,
    /// `exact`, or `at_least` if missing data end the count.
    Bound "bound" Word,
    /// The first month.
    Since "since" Period,
    /// The last month.
    Until "until" Period,
    /// The month whose change is closest to zero.
    WeakestMonth "weakest_month" Period,
    /// The change of that month, in percent.
    WeakestPct "weakest_pct" Percent,
    /// The number of the month in its streak, from 1.
    Link "link" Count,
    /// Whether it is the month whose change is closest to zero.
    Weakest "weakest" Flag,
    /// The rank among those with the same direction, from 1.
    Rank "rank" Count,
    /// The quantity a year earlier.
    QuantityBase "quantity_base" Quantity,
    /// The quantity.
    Quantity "quantity" Quantity,
    /// The change of the quantity, in percent.
    QuantityPct "quantity_pct" Percent,
    /// The unit of the quantity.
    QuantityUnit "quantity_unit" Text,
    /// The unit value a year earlier.
    UnitValueBase "unit_value_base" UnitValue,
    /// Value per unit of quantity.
    UnitValue "unit_value" UnitValue,
    /// The change of the unit value, in percent.
    UnitValuePct "unit_value_pct" Percent,
    /// Which figure the row ranks: `value` or `yoy`.
    Of "of" Word,
    /// `lowest`, `highest` or `only`, if no other month is as low or as high.
    OnRecord "on_record" Word,
    /// The first month with data.
    From "from" Period,
    /// The last month with data.
    To "to" Period,
    /// The number of months of the window without a figure.
    Missing "missing" Count,
    /// The rank counted from the lowest.
    RankLow "rank_low" Count,
    /// The last earlier month that was as low.
    LowestSince "lowest_since" Period,
    /// The value of that month.
    LowestSinceValue "lowest_since_value" Amount,
    /// The change of that month from a year earlier, in percent.
    LowestSinceYoyPct "lowest_since_yoy_pct" Percent,
    /// `exact`, `at_least` if rounding leaves it uncertain, `open` if a month is missing.
    LowestBound "lowest_bound" Word,
    /// The rank counted from the highest.
    RankHigh "rank_high" Count,
    /// The last earlier month that was as high.
    HighestSince "highest_since" Period,
    /// The value of that month.
    HighestSinceValue "highest_since_value" Amount,
    /// The change of that month from a year earlier, in percent.
    HighestSinceYoyPct "highest_since_yoy_pct" Percent,
    /// `exact`, `at_least` if rounding leaves it uncertain, `open` if a month is missing.
    HighestBound "highest_bound" Word,
    /// The kind of row, or of measure.
    Kind "kind" Word,
    /// The name of the file.
    File "file" Text,
    /// The layout that the file was recognised as.
    Layout "layout" Word,
    /// How the file was written.
    Encoding "encoding" Text,
    /// Rows under the header.
    Rows "rows" Count,
    /// Observations read from them.
    Records "records" Count,
    /// The flows in a file.
    Flows "flows" Text,
    /// The partners in a file.
    Partners "partners" Text,
    /// The level of detail of a file.
    Grain "grain" Text,
    /// The first release in a file.
    ReleasedFrom "released_from" Date,
    /// The last release in a file.
    ReleasedTo "released_to" Date,
    /// How a month is covered: `present`, `zero`, `missing`, `combined`, `cumulative`; for findings,
    /// what they mean for a check.
    State "state" Word,
    /// What was found.
    Finding "finding" Word,
    /// When the figure was released.
    Released "released" Date,
    /// The figure that a value is checked against.
    Against "against" Amount,
    /// When the figure it is checked against was released.
    AgainstReleased "against_released" Date,
    /// Value minus the figure it is checked against.
    Difference "difference" Amount,
    /// The number of rows, months or files concerned.
    Count "count" Count,
    /// A sentence of the input, or about it.
    Text "text" Text,
    /// The name of a claim.
    Id "id" Text,
    /// The number of the sentence in its text, from 1.
    Sentence "sentence" Count,
    /// What is claimed: `value`, `yoy`, `streak` and the like.
    Metric "metric" Word,
    /// The value claimed, as written.
    Claimed "claimed" Text,
    /// The verdict on what had been released by the day of the claim: `true`, `false` or
    /// `cannot_tell`.
    Verdict "verdict" Word,
    /// The verdict on what is known now: `true`, `false` or `cannot_tell`.
    VerdictNow "verdict_now" Word,
    /// The lowest value that the data allow.
    Low "low" Amount,
    /// The highest value that the data allow.
    High "high" Amount,
    /// The nearest reading that makes the claim true: `period=2017-01..2017-09`.
    Reading "reading" Text,
    /// The resolution or announcement.
    Instrument "instrument" Text,
    /// A short name of the resolution or announcement.
    By "by" Text,
    /// The name of a measure.
    Measure "measure" Text,
    /// The paragraph of the resolution or notice with the measure.
    Paragraph "paragraph" Text,
    /// The HS code prefixes of a measure, separated by spaces.
    HsCodes "hs_codes" Text,
    /// When a cap period starts again.
    CapPeriod "cap_period" Text,
    /// The day on which the measure was adopted.
    Adopted "adopted" Date,
    /// The first month in which China's own notice allows no trade.
    FirstFullMonthCn "first_full_month_cn" Period,
    /// The last day on which the measure was in force.
    Ended "ended" Date,
    /// The measures that replaced it.
    SupersededBy "superseded_by" Text,
    /// The Chinese notices that implement a measure.
    ChinaNotice "china_notice" Text,
    /// How certain the row is overall: `high`, `medium` or `low`.
    Certainty "confidence" Word,
    /// The source of the HS codes of a measure.
    CodeBasis "hs_basis" Text,
    /// The day that an instrument took effect.
    On "on" Date,
    /// Trade in the base period.
    Total "total" Amount,
    /// The lower bound of the trade that the measures cover.
    CoveredLow "covered_low" Amount,
    /// The upper bound of the trade that the measures cover.
    CoveredHigh "covered_high" Amount,
    /// The lower end of a share, in percent.
    LowPct "low_pct" Percent,
    /// The upper end of a share, in percent.
    HighPct "high_pct" Percent,
    /// The first month that a measure covers from its first day.
    FirstFullMonth "first_full_month" Period,
    /// `before`, `transition` or `full`.
    Phase "phase" Word,
    /// The used amount of a cap.
    Used "used" Amount,
    /// The cap.
    Cap "cap" Amount,
    /// The figure in the previous release.
    Previous "previous" Amount,
    /// The change from a year earlier before the revision, in percent.
    YoyPctBefore "yoy_pct_before" Percent,
    /// The change from a year earlier after it, in percent.
    YoyPctAfter "yoy_pct_after" Percent,
    /// Who published the figure.
    Publisher "publisher" Text,
    /// Where it was published.
    Address "address" Text,
    /// A group of goods, as `--group` takes it.
    Group "group" Text,
    /// The ISO 3166-1 code of a partner.
    Iso3 "iso3" Text,
    /// The UN code of a partner.
    M49 "m49" Text,
    /// The command that has a column.
    Command "command" Text,
    /// The name of a machine column.
    ColumnName "column" Text,
    /// What a machine column contains: `word`, `period`, `amount` and the like.
    Holds "holds" Word,
    /// The line of a file, from 1.
    Line "line" Count,
    /// The note of the source on the figure.
    OwnNote "own_note" Text,
    /// A figure as a plain number, in its unit, or a word.
    Result "result" Text,
    /// How a figure is computed, with its numbers.
    Formula "formula" Text,
    /// The numerator.
    Numerator "numerator" Text,
    /// The denominator.
    Denominator "denominator" Text,
    /// The section of docs/definitions.md that defines the figure.
    Definition "definition" Text,
    /// The figure in the earlier answer.
    Then "then" Text,
    /// The figure now.
    Now "now" Text,
    /// The customs table: `preliminary`, `countries`, `countries_in_dollars` or `goods`.
    Table "table" Word,
    /// How a day is known: `scheduled`, `first_print`, `observed`, `inferred` or `day_unknown`.
    Status "status" Word,
    /// Current rows: those that no later release has replaced.
    Current "current" Count,
    /// The levels of detail of the rows.
    Levels "levels" Text,
    /// The unit of the amounts of the row: `USD`, `CNY`, `t`, `USD/t`.
    Unit "unit" Text,
    /// The currency of the row.
    Currency "currency" Word,
    /// How the figures of the row were obtained, one letter for each: `base:e value:d`.
    Flags "flags" Text,
    /// Why figures of the row are missing, and remarks on the others.
    Note "note" Text,
}

/// The additional columns used in the phrase on a streak.
pub const BESIDE_STREAK: [Column; 4] = [
    Column::StreakAfter,
    Column::StreakAfterBound,
    Column::NoTradeMonths,
    Column::NoTradeSince,
];

impl Column {
    /// The column with this name.
    pub fn named(name: &str) -> Option<Column> {
        Column::ALL.iter().copied().find(|one| one.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_in_lower_case() {
        for (at, column) in Column::ALL.iter().enumerate() {
            let name = column.name();
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            assert!(name.chars().all(plain), "{name}");
            assert_eq!(Column::named(name), Some(*column), "{at}");
            assert!(column.about().trim_end().ends_with('.'), "{name}");
        }
        assert_eq!(Column::named("Month"), None);
    }
}
