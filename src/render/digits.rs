//! Formats whole numbers with a decimal point.

/// `379` with one decimal is `37.9`. With `grouped`, thousands are separated by commas.
pub(crate) fn decimal(digits: u128, decimals: u32, grouped: bool) -> String {
    let decimals = decimals as usize;
    let digits = format!("{digits:0>least$}", least = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if grouped && at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_stands_where_it_belongs_and_commas_where_asked_for() {
        assert_eq!(decimal(379, 1, true), "37.9");
        assert_eq!(decimal(5, 2, true), "0.05");
        assert_eq!(decimal(1_234_567, 0, true), "1,234,567");
        assert_eq!(decimal(1_234_567, 1, false), "123456.7");
    }
}
