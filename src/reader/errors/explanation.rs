//! The sentences of a problem.

/// The sentences of a problem.
pub(crate) struct Explanation {
    pub what: String,
    pub expected: Option<String>,
    pub help: Option<String>,
}

/// Builds the sentences; the last two may be empty.
pub(crate) fn explained(what: &str, expected: &str, help: &str) -> Explanation {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Explanation {
        what: what.to_owned(),
        expected: given(expected),
        help: given(help),
    }
}
