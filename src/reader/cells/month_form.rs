//! Normalises the spelling of a month: removes footnote marks, unifies dashes, drops the day.

use crate::reader::cells::date_digits::{is_number, of_this_century};
use crate::reader::cells::month_by_program;
use crate::reader::cells::month_names::named_month;

/// Characters that mark a footnote after a month or a number.
pub(crate) const MARKS: [char; 14] = [
    '*', '†', '‡', '§', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰',
];

/// Normalises a text that is already in half-width characters: `2017–09 (p)` to `2017-09`.
pub(crate) fn tidied(text: &str) -> String {
    let text = without_marks(text.trim());
    if let Some(date) = year_behind_apostrophe(text) {
        return date;
    }
    let text = text.trim_start_matches(['\'', '’', '‘']);
    let text = month_by_program::without_weekday(text).unwrap_or(text);
    if let Some(date) = in_numerals(text) {
        return date;
    }
    if let Some(date) = with_word_behind(text)
        .or_else(|| with_word_between(text))
        .or_else(|| joined(text))
        .or_else(|| with_points(text))
        .or_else(|| month_number_first(text))
        .or_else(|| glued(text))
        .or_else(|| month_by_program::dashed(text))
        .or_else(|| day_in_english(text))
        .or_else(|| day_in_characters(text))
    {
        return date;
    }
    korean_year(text).unwrap_or_else(|| text.to_owned())
}

/// `2017.09 월`, `2017 9월`, as in the headers of the Korean statistical office.
fn with_word_behind(text: &str) -> Option<String> {
    let digits = text.strip_suffix(['월', '月'])?.trim_end();
    let (year, month) = digits.split_once(['.', ' '])?;
    let month = month.trim();
    (is_number(year, 4..=4) && is_number(month, 1..=2)).then(|| format!("{year}-{month:0>2}"))
}

/// `9월 2017`.
fn with_word_between(text: &str) -> Option<String> {
    let (month, year) = text.split_once(['월', '月'])?;
    let (month, year) = (month.trim(), year.trim());
    (is_number(year, 4..=4) && is_number(month, 1..=2)).then(|| format!("{year}-{month:0>2}"))
}

/// `'17.9`, `’17.09월`: the apostrophe replaces the century.
fn year_behind_apostrophe(text: &str) -> Option<String> {
    let text = text.strip_prefix(['\'', '’', '‘'])?;
    let text = text.strip_suffix(['월', '月']).unwrap_or(text).trim_end();
    let (year, month) = text.split_once('.')?;
    let month = month.trim();
    let is_month = is_number(month, 1..=2) && (1..=12).contains(&month.parse::<u32>().ok()?);
    (is_number(year, 2..=2) && is_month).then(|| format!("{}-{month:0>2}", of_this_century(year)))
}

/// Strips marks for provisional and revised figures, and footnote marks. A mark for an estimate is
/// kept, so that the text is not read as a month.
fn without_marks(text: &str) -> &str {
    let mut text = text;
    loop {
        let before = text;
        text = text.trim_end_matches(MARKS).trim_end();
        for mark in ["(p)", "(P)", "(r)", "(R)", "[p]", "[r]"] {
            text = text.strip_suffix(mark).unwrap_or(text).trim_end();
        }
        if let Some(rest) = text.strip_suffix(['p', 'P', 'r', 'R'])
            && rest.ends_with(|c: char| c.is_ascii_digit())
        {
            text = rest;
        }
        // `2017-09 1)`, `9月1)`.
        if let Some(rest) = text.strip_suffix(')')
            && let Some(rest) = rest.strip_suffix(|c: char| c.is_ascii_digit())
            && rest.ends_with([' ', '月', '월'])
        {
            text = rest.trim_end();
        }
        if text == before {
            return text;
        }
    }
}

/// A year and a month, or a full date, joined by dashes.
fn with_dashes(parts: &[&str]) -> Option<String> {
    let fits = match *parts {
        [year, month] => is_number(year, 4..=4) && is_number(month, 1..=2),
        [year, month, day] => {
            is_number(year, 4..=4) && is_number(month, 1..=2) && is_number(day, 1..=2)
        }
        _ => false,
    };
    fits.then(|| parts.join("-"))
}

/// `2017–09`, `2017_09`, `2017:09`, `2017–09–30`: another separator, used throughout.
fn joined(text: &str) -> Option<String> {
    const JOINS: [char; 7] = ['–', '‐', '‑', '−', '—', '_', ':'];
    let join = text.chars().find(|c| JOINS.contains(c))?;
    let parts: Vec<&str> = text.split(join).collect();
    with_dashes(&parts)
}

/// `2017. 9`, `2017.09.`, `2017. 9. 30.`: Korean dates. The blank or the final point shows that no
/// program has read it as a number.
fn with_points(text: &str) -> Option<String> {
    if !(text.ends_with('.') || text.contains(". ")) {
        return None;
    }
    let parts: Vec<&str> = text
        .trim_end_matches('.')
        .split('.')
        .map(str::trim)
        .collect();
    with_dashes(&parts)
}

/// `M09/2017`.
fn month_number_first(text: &str) -> Option<String> {
    let rest = text.strip_prefix(['M', 'm'])?;
    let (month, year) = rest.split_once(['/', '-', ' ', '.'])?;
    (is_number(month, 1..=2) && is_number(year, 4..=4)).then(|| format!("{year}-{month}"))
}

/// `Sep2017`, `2017Sep`.
fn glued(text: &str) -> Option<String> {
    let at = |at: usize| text.is_char_boundary(at).then(|| text.split_at(at));
    let behind = text.len().checked_sub(4).and_then(at);
    let pair = match (behind, at(4.min(text.len()))) {
        (Some((month, year)), _) if is_number(year, 4..=4) => (year, month),
        (_, Some((year, month))) if is_number(year, 4..=4) => (year, month),
        _ => return None,
    };
    let month = named_month(pair.1)?;
    Some(format!("{}-{month}", pair.0))
}

/// `01-Sep-2017`, `1 Sep 2017`, `Sep 1, 2017`, `30-Sep-17`: a day with the month spelled out.
fn day_in_english(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split([' ', '-', '/', '.', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let (day, month, year) = match words[..] {
        [day, month, year] if named_month(month).is_some() && is_number(day, 1..=2) => {
            (day, month, year)
        }
        [month, day, year] if named_month(month).is_some() => (day, month, year),
        [year, month, day] if named_month(month).is_some() => (day, month, year),
        _ => return None,
    };
    let is_year = is_number(year, 4..=4) || is_number(year, 2..=2);
    let is_day = is_number(day, 1..=2) && (1..=31).contains(&day.parse::<u32>().ok()?);
    let month = named_month(month)?;
    (is_year && is_day).then(|| format!("{}-{month}-{day}", of_this_century(year)))
}

/// `2017年9月30日`, `2017년 9월 1일`.
fn day_in_characters(text: &str) -> Option<String> {
    let (month, day) = text.split_once(['月', '월'])?;
    let sign = if text.contains('月') { '月' } else { '월' };
    let day = day.trim().strip_suffix(['日', '일', '号', '號'])?;
    let fits = is_number(day.trim(), 1..=2) && month.contains(['年', '년']);
    fits.then(|| korean_year(month).unwrap_or_else(|| month.to_owned()) + &sign.to_string())
}

/// `二〇一七年九月`: year and month in Chinese numerals.
fn in_numerals(text: &str) -> Option<String> {
    let (year, month) = text.split_once('年')?;
    let month = month.trim_end_matches('份').strip_suffix('月')?;
    let digit = |c: char| match c {
        '〇' | '零' | '○' | 'Ｏ' => Some('0'),
        _ => "一二三四五六七八九"
            .chars()
            .position(|numeral| numeral == c)
            .and_then(|at| char::from_digit(u32::try_from(at).ok()? + 1, 10)),
    };
    let year: String = year.trim().chars().map(digit).collect::<Option<_>>()?;
    let month = match month.trim() {
        "十" => "10".to_owned(),
        "十一" => "11".to_owned(),
        "十二" => "12".to_owned(),
        month => month.chars().map(digit).collect::<Option<_>>()?,
    };
    (year.len() == 4 && month.len() <= 2).then(|| format!("{year}-{month:0>2}"))
}

/// The month and the two digits of `Sep 17`, which may be a day or a year.
pub(crate) fn month_and_two_digits(text: &str) -> Option<(i32, i32)> {
    let (month, number) = text.trim().split_once(' ')?;
    let number = number.trim();
    let month = i32::try_from(named_month(month.trim_end_matches('.'))?).ok()?;
    is_number(number, 2..=2).then(|| Some((month, number.parse().ok()?)))?
}

/// Whether the two digits of such dates are years: the number changes from December to January alone.
pub(crate) fn are_short_years(cells: &[String]) -> bool {
    let cells: Option<Vec<(i32, i32)>> = cells
        .iter()
        .filter(|cell| cell.chars().any(|c| c.is_ascii_digit()))
        .map(|cell| month_and_two_digits(cell))
        .collect();
    let Some(cells) = cells else {
        return false;
    };
    let at = |(month, year): &(i32, i32)| year * 12 + month;
    let mut steps = cells.windows(2).map(|pair| at(&pair[1]) - at(&pair[0]));
    let first = steps.next();
    let years = cells.windows(2).any(|pair| pair[0].1 != pair[1].1);
    matches!(first, Some(1 | -1)) && years && steps.all(|step| Some(step) == first)
}

/// `17년 9월`: in Korean, a year of two digits belongs to the Gregorian calendar.
fn korean_year(text: &str) -> Option<String> {
    let (year, rest) = text.split_once('년')?;
    let year = year.trim();
    is_number(year, 2..=2).then(|| format!("{}년{rest}", of_this_century(year)))
}

/// A year of two digits before `年`, and the text after it. It may be counted from the start of an
/// era, as in Japan and Taiwan.
pub(crate) fn short_year(text: &str) -> Option<(&str, &str)> {
    let (year, rest) = text.split_once('年')?;
    is_number(year.trim(), 2..=2).then_some((year.trim(), rest))
}

/// Whether texts are in simplified Chinese. On the mainland, years of two digits belong to the
/// Gregorian calendar.
pub(crate) fn is_of_mainland<'t>(texts: impl IntoIterator<Item = &'t str>) -> bool {
    const SIMPLIFIED: &str = "进额贸总单亿货鲜计间时税关据发东韩个产业从对约区别类项汇价运";
    const ELSEWHERE: &str = "進額貿總単單億貨鮮計間時稅税関關輸円圓のをはが";
    let mut simplified = false;
    for text in texts {
        if text
            .chars()
            .any(|c| ELSEWHERE.contains(c) && !SIMPLIFIED.contains(c))
        {
            return false;
        }
        simplified |= text.chars().any(|c| SIMPLIFIED.contains(c));
    }
    simplified
}

#[cfg(test)]
mod tests {
    use crate::reader::cells::month::{Dates, read_month};
    use crate::reader::errors::input_error::InputError;
    use crate::reader::errors::month_error::MonthError;
    use crate::trade::{Month, Period};

    #[test]
    fn spellings_that_leave_no_doubt_are_one_month() {
        for text in [
            "2017–09",
            "2017‐9",
            "2017_09",
            "2017:9",
            "M09/2017",
            "Sep2017",
            "2017Sep",
            "01-Sep-2017",
            "1 Sep 2017",
            "Sep 1, 2017",
            "30-Sep-17",
            "2017. 9",
            "2017. 9.",
            "2017.09.",
            "2017. 9. 30.",
            "17년 9월",
            "'17년 9월",
            "'17.9",
            "’17.09월",
            "2017. 9월",
            "9월 2017",
            "septembre 2017",
            "Sept. 2017",
            "сентябрь 2017",
            "1. September 2017",
            "2017年09月30日",
            "2017년 9월 1일",
            "2017-09p",
            "2017-09 (p)",
            "2017.09r",
            "2017-09*",
            "2017-09 1)",
            "2017年9月²",
            "二〇一七年九月",
            "二零一七年九月份",
        ] {
            assert_eq!(read_month(text), Ok(Month::new(2017, 9).unwrap()), "{text}");
        }
    }

    #[test]
    fn what_may_be_something_else_is_no_month() {
        for text in [
            "2017-09e",
            "2017-09 (e)",
            "106年9月",
            "09/17",
            "2016:2017",
            "99-Sep-2017",
        ] {
            assert_eq!(
                read_month(text),
                Err(InputError::Month(MonthError::NotAMonth)),
                "{text}"
            );
        }
        assert_eq!(
            read_month("17年9月"),
            Err(InputError::Month(MonthError::YearOfTwoDigits))
        );
    }

    #[test]
    fn two_digits_after_a_month_are_a_year_where_they_change_with_the_years() {
        let september = Period::month(Month::new(2017, 9).unwrap());
        let months = "Nov 16|Dec 16|Jan 17|Feb 17|Mar 17|Apr 17|May 17|Jun 17|Jul 17|Aug 17|Sep 17";
        let dates = Dates::of(months.split('|'));
        assert_eq!(dates.read("Sep 17"), Ok(september));
        for open in [
            "Sep 16|Sep 17",
            "Aug 17|Sep 17|Oct 17",
            "Sep 17|Oct 18",
            "Sep 16|Sep 17|Sep 18",
        ] {
            let dates = Dates::of(open.split('|'));
            assert!(dates.read("Sep 17").is_err(), "{open}");
        }
    }

    #[test]
    fn a_year_of_two_digits_is_read_where_the_language_settles_it() {
        let september = Period::month(Month::new(2017, 9).unwrap());
        let dates = Dates::of(["16年9月", "17年9月"].into_iter());
        assert_eq!(
            dates.read("17年9月"),
            Err(InputError::Month(MonthError::YearOfTwoDigits))
        );
        let chinese = dates.clone().with_texts(["月份", "进口(千美元)"]);
        assert_eq!(chinese.read("17年9月"), Ok(september));
        let japanese = dates.with_texts(["年月", "輸入（千ドル）"]);
        assert_eq!(
            japanese.read("17年9月"),
            Err(InputError::Month(MonthError::YearOfTwoDigits))
        );
    }
}
