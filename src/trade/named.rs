//! Words that a person types for a thing of a closed list, and the nearest of them to a misspelt
//! one.

/// A closed list of things, each with the words that a person may type for it.
pub trait Named: Copy + 'static {
    /// Every one, in the order in which help names them.
    const EVERY: &'static [Self];

    /// The words for it, in lower case: the first as help and messages write it, then others that
    /// are taken too.
    fn words(self) -> &'static [&'static str];

    /// What it is, in a few words; empty where the word says it.
    fn about(self) -> &'static str {
        ""
    }

    /// The word that help writes.
    fn word(self) -> &'static str {
        self.words().first().copied().unwrap_or_default()
    }

    /// The one that `word` names; case does not matter.
    fn named(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let mut every = Self::EVERY.iter().copied();
        every.find(|one| one.words().contains(&&*word))
    }
}

/// The candidate closest to a misspelt word, when it is close: up to a third of the letters off.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let distance = |candidate: &str| strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
    let within = word.chars().count().div_ceil(3).min(3);
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
        assert_eq!(nearest("colas", ["coal", "cola"]), Some("cola"));
        assert_eq!(nearest("version", ["movers", "yoy"]), None);
        assert_eq!(nearest("x", ["y", "to"]), None);
        assert_eq!(nearest("石油", ["石", "油料"]), None);
    }
}
