//! Lists in messages, cut short.

/// How many of `count` names to list when `most` are allowed: one extra if only one would be left,
/// as its name is no longer than `1 more`.
pub fn named_of(count: usize, most: usize) -> usize {
    if count <= most + 1 { count } else { most }
}

/// A list of the first few things, and how many more there are: `a, b and 3 more`.
pub fn listed<T: ToString>(
    things: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    most: usize,
) -> String {
    let things = things.into_iter();
    let most = named_of(things.len(), most);
    let more = things.len().saturating_sub(most);
    let named: Vec<String> = things.take(most).map(|one| one.to_string()).collect();
    cut_short(&named, more)
}

/// The names that are listed, and how many more there are.
pub fn cut_short(named: &[String], more: usize) -> String {
    match more {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_named_and_never_one_is_left() {
        assert_eq!(listed(["a", "b"], 2), "a, b");
        assert_eq!(listed(["a", "b", "c", "d"], 2), "a, b and 2 more");
        assert_eq!(listed(["a", "b", "c"], 2), "a, b, c");
        assert_eq!(listed([0u8; 0], 2), "");
    }
}
