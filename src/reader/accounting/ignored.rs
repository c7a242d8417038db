//! Words and columns that the user declared to be irrelevant.

use crate::reader::accounting::texts::is_long_enough;
use crate::reader::cells::vocabulary;
use crate::reader::row_reader::Reading;

impl Reading<'_, '_> {
    /// Whether the user declared this text or column to be irrelevant.
    pub fn is_ignored(&self, text: &str) -> bool {
        let plain = vocabulary::plain(text);
        self.options.ignored.iter().any(|word| {
            let word = vocabulary::plain(word);
            !word.is_empty() && (plain == word || (is_long_enough(&word) && plain.contains(&word)))
        })
    }

    /// Whether the user declared the column of this name to be irrelevant. A word of the name is not
    /// enough: `mode` is another column than `transport_mode`.
    pub fn is_column_ignored(&self, name: &str) -> bool {
        let plain = vocabulary::plain(name);
        let mut words = self.options.ignored.iter();
        !plain.is_empty() && words.any(|word| vocabulary::plain(word) == plain)
    }

    /// Whether the user declared this word of a header or label to be irrelevant, alone or among
    /// others.
    pub fn is_word_ignored(&self, word: &str) -> bool {
        let is_among = |words: &String| vocabulary::plain(words).split(' ').any(|one| one == word);
        self.is_ignored(word) || self.options.ignored.iter().any(is_among)
    }

    /// A text without the words that the user declared to be irrelevant.
    pub fn without_ignored(&self, text: &str) -> String {
        let mut rest = vocabulary::plain(text);
        for word in &self.options.ignored {
            let word = vocabulary::plain(word);
            if word == rest || is_long_enough(&word) {
                rest = rest.replace(&word, " ");
            }
        }
        match self.options.ignored.is_empty() {
            true => text.to_owned(),
            false => rest,
        }
    }
}
