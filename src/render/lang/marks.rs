//! Punctuation in each language.

/// Punctuation marks, including the spaces they require.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Marks {
    /// Between the items of a list.
    pub list: &'static str,
    /// Between the parts of a clause.
    pub comma: &'static str,
    /// Between clauses.
    pub semicolon: &'static str,
    /// Between a label and its content.
    pub colon: &'static str,
    /// At the end of a sentence that is followed by another.
    pub stop: &'static str,
    /// Around an addition.
    pub brackets: [&'static str; 2],
    /// From one thing to another.
    pub to: &'static str,
    /// Between words.
    pub word: &'static str,
    /// After a full stop.
    pub sentence: &'static str,
    /// The percent sign after a number, with a space if the language requires one.
    pub percent: &'static str,
}
