/// The first few of many things, and how many more there are: `a, b, 3 more`.
pub fn listed<T: ToString>(
    things: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    most: usize,
) -> String {
    let things = things.into_iter();
    let more = things.len().saturating_sub(most);
    let mut named: Vec<String> = things.take(most).map(|one| one.to_string()).collect();
    if more > 0 {
        named.push(format!("{more} more"));
    }
    named.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_are_named_than_asked_for() {
        assert_eq!(listed(["a", "b"], 2), "a, b");
        assert_eq!(listed(["a", "b", "c", "d"], 2), "a, b, 2 more");
        assert_eq!(listed([0u8; 0], 2), "");
    }
}
