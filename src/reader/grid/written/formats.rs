//! What the format of a cell says about its number.

use crate::reader::grid::written::literal::Literal;
use std::collections::HashMap;

/// How a number is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Shown {
    pub in_percent: bool,
    /// How often it is divided by a thousand.
    pub thousands: usize,
    /// The decimals that are shown even if they are zero.
    pub decimals: usize,
    /// Whether a word or letter after the digits says that it was divided: `145.8M`.
    pub is_worded: bool,
    /// How often it is divided by ten, for digits behind a point that is only text.
    pub tens: usize,
    /// Whether the format shows numbers in a way that cannot be told here.
    pub is_odd: bool,
    /// The texts that stand before and after the digits.
    pub before: Literal,
    pub after: Literal,
    pub date: DateShown,
}

/// How a date is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum DateShown {
    #[default]
    AsItIs,
    /// Only its year.
    AsYear,
    /// With words that no date has: `2017年1-9月`.
    With(Literal),
}

/// The formats of a workbook by their numbers.
pub(super) struct Formats(HashMap<u32, Shown>);

impl Formats {
    /// The codes that every program knows by their numbers.
    pub fn built_in() -> Formats {
        let known = [
            (2, "0.00"),
            (4, "#,##0.00"),
            (9, "0%"),
            (10, "0.00%"),
            (39, "#,##0.00"),
            (40, "#,##0.00"),
        ];
        Formats(
            known
                .into_iter()
                .map(|(id, code)| (id, shown(code)))
                .collect(),
        )
    }

    pub fn add(&mut self, id: u32, code: &str) {
        self.0.insert(id, shown(code));
    }

    pub fn get(&self, id: u32) -> Shown {
        self.0.get(&id).copied().unwrap_or_default()
    }
}

/// A section of a format code: its places for digits and the texts between them.
#[derive(Default)]
struct Section {
    /// The code without texts, conditions and colours.
    plain: String,
    /// All texts, whether in quotes or escaped.
    words: String,
    before: String,
    after: String,
    /// The texts between places for digits, each with the number of places behind it.
    between: Vec<(String, usize)>,
    has_condition: bool,
}

impl Section {
    fn has_digits(&self) -> bool {
        self.plain.contains(PLACES)
    }

    fn text(&mut self, text: &str) {
        self.words.push_str(text);
        match self.has_digits() {
            true => self.after.push_str(text),
            false => self.before.push_str(text),
        }
    }

    fn place(&mut self, c: char) {
        if PLACES.contains(&c) {
            let between = std::mem::take(&mut self.after);
            if !between.trim().is_empty() && self.has_digits() {
                self.between.push((between, 0));
            }
            if let Some((_, places)) = self.between.last_mut() {
                *places += 1;
            }
        }
        // A dash between digits parts them; one in `0.0E-00` does not.
        if c == '-' && self.has_digits() && !self.plain.ends_with(['E', 'e']) {
            self.after.push('-');
        } else {
            self.plain.push(c);
        }
    }

    fn thousands(&self) -> usize {
        let last = self.plain.rfind(PLACES).map_or(0, |at| at + 1);
        let after = self.plain[last..].chars();
        after.take_while(|c| *c == ',').count()
    }
}

/// The places for digits.
const PLACES: [char; 3] = ['0', '#', '?'];

/// The sections of a format code.
fn sections(code: &str) -> Vec<Section> {
    let mut all = vec![Section::default()];
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        let Some(section) = all.last_mut() else {
            break;
        };
        match c {
            ';' => all.push(Section::default()),
            '"' => {
                let text: String = chars.by_ref().take_while(|c| *c != '"').collect();
                section.text(&text);
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                section.has_condition |= inside.starts_with(['<', '>', '=']);
                // `[$€-407]` shows a sign, and `[$-409]` only names a language.
                let sign = inside
                    .strip_prefix('$')
                    .and_then(|rest| rest.split('-').next());
                section.text(sign.unwrap_or_default());
            }
            // The second is what Chinese programs write.
            '\\' | '!' => {
                if let Some(next) = chars.next() {
                    section.text(next.encode_utf8(&mut [0; 4]));
                }
            }
            '_' | '*' => drop(chars.next()),
            '$' | '€' | '£' | '¥' | '￥' | '₩' | '‰' => {
                section.text(c.encode_utf8(&mut [0; 4]))
            }
            c => section.place(c),
        }
    }
    all
}

/// The meaning of a format code: `0.0%`, `#,##0,`, `0.0,,"m"`.
pub(crate) fn shown(code: &str) -> Shown {
    let sections = sections(code);
    let numeric: Vec<&Section> = sections.iter().filter(|one| one.has_digits()).collect();
    let Some(first) = sections.first() else {
        return Shown::default();
    };
    if numeric.is_empty() {
        let letters = first.plain.to_lowercase();
        let is_of_time = letters.contains(['y', 'm', 'd', 'h', 's']);
        let is_general = letters.contains("general") || letters.contains(['@', 'g', 'e']);
        // `"n.a."` and `;;;` show no number at all.
        let is_hidden = !is_of_time && !is_general && (!code.is_empty());
        return Shown {
            date: date(code, first),
            is_odd: is_hidden,
            ..Shown::default()
        };
    }
    let thousands = first.thousands();
    let decimals = first
        .plain
        .split_once('.')
        .map_or("", |(_, decimals)| decimals);
    let decimals = decimals.chars().take_while(|c| *c == '0').count();
    let in_percent = first.plain.contains('%');
    // `0!.0,` shows ten thousands: a point between the digits divides by ten for each one behind it.
    let tens = match &first.between[..] {
        [] => Some(0),
        [(point, places)] if point == "." && !first.plain.contains('.') => Some(*places),
        _ => None,
    };
    let is_alike =
        |one: &&&Section| one.thousands() == thousands && one.plain.contains('%') == in_percent;
    let has_conditions = numeric.iter().any(|one| one.has_condition);
    let are_alike = numeric.iter().filter(is_alike).count() == numeric.len();
    let is_worded =
        thousands > 0 && first.between.is_empty() && first.words.chars().any(char::is_alphabetic);
    let keeps = |text: &str| Literal::of(if is_worded { "" } else { text });
    Shown {
        in_percent,
        thousands,
        tens: tens.unwrap_or(0),
        decimals: decimals + tens.unwrap_or(0),
        is_worded,
        is_odd: tens.is_none() || has_conditions && !are_alike,
        before: keeps(&first.before),
        after: keeps(&first.after),
        date: DateShown::AsItIs,
    }
}

/// How a format code without places for digits shows dates.
fn date(code: &str, first: &Section) -> DateShown {
    const OF_DATES: &str = "年月日号份년월일./-, ' ";
    let plain = first.plain.to_lowercase();
    if !plain.contains('y') && !plain.contains('m') || code.contains('@') {
        return DateShown::AsItIs;
    }
    let is_plain = |c: char| OF_DATES.contains(c);
    let words = first.words.chars().filter(|c| !is_plain(*c));
    // `yyyy年1-m月` without quotes.
    let digits = first.plain.chars().filter(char::is_ascii_digit);
    let words: String = words.chain(digits).collect();
    match () {
        () if !words.is_empty() && words != "T" => DateShown::With(Literal::of(&words)),
        () if !plain.contains('m') && !plain.contains('d') => DateShown::AsYear,
        () => DateShown::AsItIs,
    }
}
