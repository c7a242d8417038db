//! Words that users type for the values of a closed list, and suggestions for misspelt ones.

/// A closed list of values, each with the words a user may type for it.
pub trait Named: Copy + 'static {
    /// All values, in the order of the help text.
    const EVERY: &'static [Self];

    /// The words for it, in lower case: first the one in help and messages, then others that are
    /// accepted.
    fn words(self) -> &'static [&'static str];

    /// A short description; empty if the word is enough.
    fn about(self) -> &'static str {
        ""
    }

    /// The word used in help.
    fn word(self) -> &'static str {
        self.words().first().copied().unwrap_or_default()
    }

    /// The value that `word` names, in any case.
    fn named(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let mut every = Self::EVERY.iter().copied();
        every.find(|one| one.words().contains(&&*word))
    }
}

/// The candidate closest to a misspelt word, if at most a third of the letters differ, or
/// one of a short word.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let distance = |candidate: &str| strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
    let within = (word.chars().count() / 3).clamp(1, 3);
    let close = candidates.into_iter().map(|one| (distance(one), one));
    let close = close.filter(|(distance, one)| *distance <= within && one.chars().count() > within);
    close
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let near = |word| nearest(word, ["imports", "exports", "total", "balance"]);
        assert_eq!(near("inports"), Some("imports"));
        assert_eq!(near("Blance"), Some("balance"));
        assert_eq!(near("trade"), None);
        assert_eq!(nearest("jsn", ["html", "json"]), Some("json"));
        assert_eq!(nearest("yaml", ["html", "json"]), None);
        assert_eq!(nearest("colas", ["coal", "cola"]), Some("cola"));
        assert_eq!(nearest("version", ["movers", "yoy"]), None);
        assert_eq!(nearest("x", ["y", "to"]), None);
        assert_eq!(nearest("石油", ["石", "油料"]), None);
    }
}
