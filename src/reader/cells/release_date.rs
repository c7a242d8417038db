//! Reads the date of a release as spreadsheets, programs and people write it.

use crate::reader::cells::month_names::named_month;
use crate::trade::Vintage;

/// The date of a cell: `2018-07-23`, `2018-07-23 00:00:00`, `20180723`, `2018年7月23日`, `23 Jul 2018`,
/// `2018-07`.
pub(crate) fn read(cell: &str) -> Option<Vintage> {
    let text = without_time(cell.trim());
    if let Ok(vintage) = text.parse() {
        return Some(vintage);
    }
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() || "年月日년월일".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    match parts[..] {
        [whole] if whole.len() == 8 && is_number(whole) => {
            format!("{}-{}-{}", &whole[..4], &whole[4..6], &whole[6..]).parse()
        }
        [year, month] if year.len() == 4 && is_number(year) && is_number(month) => {
            format!("{year}-{month}").parse()
        }
        [year, month, day] if year.len() == 4 && parts.iter().all(|part| is_number(part)) => {
            format!("{year}-{month}-{day}").parse()
        }
        [one, other, year] if year.len() == 4 && is_number(year) => {
            let (day, month) = match (named_month(one), named_month(other)) {
                (None, Some(month)) => (one, month),
                (Some(month), None) => (other, month),
                _ => return None,
            };
            let day = day.trim_end_matches(char::is_alphabetic);
            format!("{year}-{month}-{day}").parse()
        }
        _ => return None,
    }
    .ok()
}

/// A date without the time of day behind it.
fn without_time(text: &str) -> &str {
    let Some((date, time)) = text.split_once(['T', ' ']) else {
        return text;
    };
    let is_time = time.contains(':')
        && time.starts_with(|c: char| c.is_ascii_digit())
        && time
            .chars()
            .all(|c| c.is_ascii_digit() || ":.+-Z ".contains(c));
    match is_time && date.starts_with(|c: char| c.is_ascii_digit()) {
        true => date,
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_all_their_forms() {
        for text in [
            "2018-07-23",
            "2018-07-23 00:00:00",
            "2018-07-23T00:00:00Z",
            "20180723",
            "2018/7/23",
            "2018.07.23",
            "2018年7月23日",
            "2018년 7월 23일",
            "23 Jul 2018",
            "July 23, 2018",
            "23-Jul-2018",
        ] {
            let read = read(text).map(|vintage| vintage.to_string());
            assert_eq!(read.as_deref(), Some("2018-07-23"), "{text}");
        }
        assert_eq!(
            read("2018年7月")
                .map(|vintage| vintage.to_string())
                .as_deref(),
            Some("2018-07")
        );
        for text in [
            "7/23/2018",
            "first",
            "v1",
            "201813",
            "2018-13-01",
            "2018-02-30",
            "",
            "23 7 2018",
            "Jul 2018 23:00",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
