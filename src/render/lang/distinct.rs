//! Two amounts that are compared in one sentence.

use crate::trade::Measured;

/// Two amounts, as written by `rounded` to a number of decimals: two, or as many more as are needed
/// to distinguish them.
pub(super) fn distinct(
    amounts: [Measured; 2],
    rounded: impl Fn(u32, Measured) -> String,
) -> [String; 2] {
    let written = |decimals| amounts.map(|amount| rounded(decimals, amount));
    let differ = (2..6).map(written).find(|[one, other]| one != other);
    differ.unwrap_or_else(|| written(2))
}
