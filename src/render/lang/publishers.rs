//! Who published a figure, in each language.

/// Who published a figure, every name in the language already.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct PublishedBy {
    /// The office or the medium.
    pub who: String,
    /// Whom the medium quotes.
    pub quoting: Option<String>,
    /// The office behind a medium, or a medium behind an office.
    pub behind: Option<String>,
    /// Where it was read, if not there.
    pub read_in: Vec<String>,
}

/// Publishers in one language.
pub(crate) trait Publishers {
    /// One publisher.
    fn published_by(&self, name: &PublishedBy) -> String;
    /// That a figure was computed from those of these publishers.
    fn computed_from(&self, publishers: &str) -> String;
    /// Two publishers of one figure.
    fn both_publishers(&self, one: &str, other: &str) -> String;
    /// The names of a list in brackets.
    fn names_together(&self) -> &'static str;
}
