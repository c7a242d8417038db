//! Parses periods in a single cell: `2017-01 to 2017-09`.

use crate::reader::cells::month_names::named_month;

/// The year and the two months of a period: `2017.1-9`, `2017年1至9月`, `Jan-Sep 2017`, `2017M1-M9`.
pub(super) fn run(text: &str) -> Option<(String, String, String)> {
    // Every dash is tried as the one between the months. A long text with many would take minutes.
    const LONGEST: usize = 80;
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    // `2017년(1월~9월)`.
    let lower = lower.trim_end_matches([')', '）', '월', '月', '份', ' ']);
    const DASHES: [&str; 9] = ["-", "–", "—", "~", "～", "至", "到", "∼", " to "];
    for dash in DASHES {
        for (at, _) in lower.match_indices(dash) {
            let (left, right) = (&lower[..at], lower[at + dash.len()..].trim());
            if let Some(found) = run_of(left.trim(), right) {
                return Some(found);
            }
        }
    }
    None
}

/// Parses both sides of the dash in a period. The year is given on one of them or on both.
pub(super) fn run_of(left: &str, right: &str) -> Option<(String, String, String)> {
    let (left_year, left_month) = side_of_run(left)?;
    let (right_year, right_month) = side_of_run(right)?;
    let year = match (left_year, right_year) {
        (Some(one), Some(other)) if one != other => return None,
        (one, other) => one.or(other)?,
    };
    Some((year, left_month?, right_month?))
}

/// The year and the month on one side of a period; either may be missing.
pub(super) fn side_of_run(text: &str) -> Option<(Option<String>, Option<String>)> {
    let (mut year, mut month) = (None, None);
    // `2017m1` is a year and a month.
    let text = text.replace("m0", " 0").replace("m1", " 1");
    let text = (2..10).fold(text, |text, digit| {
        text.replace(&format!("m{digit}"), &format!(" {digit}"))
    });
    let words = text.split(|c: char| {
        matches!(
            c,
            ' ' | '.' | '/' | '-' | '_' | ',' | '(' | '（' | '年' | '년' | '月' | '월'
        )
    });
    for word in words.filter(|word| !word.is_empty()) {
        let number = word.strip_prefix('m').unwrap_or(word);
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty();
        let slot = match () {
            () if is_number && word.len() == 4 => &mut year,
            () if is_number && number.len() <= 2 => &mut month,
            () if named_month(word).is_some() => {
                if month.is_some() {
                    return None;
                }
                month = named_month(word).map(|month| month.to_string());
                continue;
            }
            () => return None,
        };
        if slot.replace(number.to_owned()).is_some() {
            return None;
        }
    }
    Some((year, month))
}
