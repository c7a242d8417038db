//! What each language says in and under a chart.

/// A phrase of a chart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ChartPhrase {
    /// What a cross means, in its label.
    NoData,
    /// What stands in the lower panel, behind the unit of the upper.
    ChangesBelow,
    /// A cross and a gap in a line.
    Gap,
    /// A dot in place of a bar.
    NoChange,
    /// A ring in place of a dot.
    Derived,
    /// A bar in outline.
    AsPublished,
    /// Between two sentences.
    BetweenSentences,
}

/// The words of charts in one language.
pub(crate) trait Pictures {
    /// A phrase without data.
    fn of_chart(&self, phrase: ChartPhrase) -> &'static str;
    /// `23 falls in a row`.
    fn in_a_row(&self, is_fall: bool, count: u32, at_least: bool) -> String;
    /// A run of months that began before the first one drawn.
    fn run_since(&self, run: &str, since: &str) -> String;
    /// A measure and the goods that it is about, perhaps the first of them.
    fn event(&self, label: &str, goods: &[String], has_more: bool) -> String;
    /// `Imports, y/y`: what a panel of changes shows.
    fn change_of(&self, flow: &str) -> String;
    /// Months that are left out for want of room.
    fn does_not_fit(&self, left_out: &str) -> String;
    /// The unit of what is drawn.
    fn drawn_in(&self, unit: &str) -> String;
    /// A line of figures in words, for those who hear the picture.
    fn in_words(
        &self,
        flow: &str,
        highest: [&str; 2],
        lowest: [&str; 2],
        last: [&str; 2],
    ) -> String;
}
