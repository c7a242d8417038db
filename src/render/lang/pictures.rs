//! Wording in and under charts.

/// A phrase of a chart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ChartPhrase {
    /// The label of a cross.
    NoData,
    /// The content of the lower panel, after the unit of the upper one.
    ChangesBelow,
    /// A cross, and a gap in a line.
    Gap,
    /// A dot instead of a bar.
    NoChange,
    /// A ring instead of a dot.
    Derived,
    /// A bar in outline.
    AsPublished,
    /// Between two sentences.
    BetweenSentences,
}

/// The wording for charts in one language.
pub(crate) trait Pictures {
    /// A phrase without data.
    fn of_chart(&self, phrase: ChartPhrase) -> &'static str;
    /// `23 falls in a row`.
    fn in_a_row(&self, is_fall: bool, count: u32, at_least: bool) -> String;
    /// The longest streak of the months shown.
    fn longest(&self, run: &str) -> String;
    /// A streak that began before the first month shown.
    fn run_since(&self, run: &str, since: &str) -> String;
    /// A measure with its goods, or the first of them.
    fn event(&self, label: &str, goods: &[String], has_more: bool) -> String;
    /// `Imports, y/y`: the content of a panel of changes.
    fn change_of(&self, flow: &str) -> String;
    /// A note on months that are left out because they do not fit.
    fn does_not_fit(&self, left_out: &str) -> String;
    /// A description of the unit of the chart.
    fn drawn_in(&self, unit: &str) -> String;
    /// A description of a level for screen readers.
    fn in_words(
        &self,
        flow: &str,
        highest: [&str; 2],
        lowest: [&str; 2],
        last: [&str; 2],
    ) -> String;
}
