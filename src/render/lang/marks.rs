//! The marks that a language puts between and around words.

/// They bring their own spaces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Marks {
    /// Between the things of a list.
    pub list: &'static str,
    /// Between the parts of a clause.
    pub comma: &'static str,
    /// Between clauses.
    pub semicolon: &'static str,
    /// Between a label and what it says.
    pub colon: &'static str,
    /// At the end of a sentence that another follows.
    pub stop: &'static str,
    /// Around an addition.
    pub brackets: [&'static str; 2],
    /// From one thing to another.
    pub to: &'static str,
    /// Between words.
    pub word: &'static str,
    /// Behind a full stop.
    pub sentence: &'static str,
    /// The percent sign behind a number, with a space where the language has one there.
    pub percent: &'static str,
}
