//! What is said of sanctions, in each language.

mod en;
mod ko;
mod zh;

use crate::render::lang::lists;
use crate::render::options::Lang;
use crate::report::SanctionRemark;
use crate::trade::{Amount, Printed};

/// How many things are named.
const NAMED: usize = 8;

/// A remark as a sentence.
pub(crate) fn sentence(remark: &SanctionRemark, lang: Lang) -> String {
    match lang {
        Lang::En => en::sentence(remark),
        Lang::Zh => zh::sentence(remark),
        Lang::Ko => ko::sentence(remark),
    }
}

/// The first few of several names.
fn few<T: ToString>(names: &[T], lang: Lang) -> String {
    lists::few(names, NAMED, lang)
}

/// Millions with one decimal: `2,634.4`.
fn millions(amount: Amount) -> String {
    let tenths = (amount.0 + 50_000_000).div_euclid(100_000_000);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let mut digits = whole.to_string();
    let mut at = digits.len();
    while at > 3 {
        at -= 3;
        digits.insert(at, ',');
    }
    format!("{digits}.{tenth}")
}

/// A number as it was printed.
fn number(printed: &Printed) -> String {
    let power = 10i128.checked_pow(printed.decimals).unwrap_or(1);
    let width = printed.decimals as usize;
    match printed.decimals {
        0 => printed.digits.to_string(),
        _ => format!(
            "{}.{:0width$}",
            printed.digits / power,
            (printed.digits % power).abs()
        ),
    }
}
