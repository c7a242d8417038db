//! What the format of a cell says about its number.

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

/// The meaning of a format code: `0.0%`, `#,##0,`, `0.0,,"m"`.
pub(crate) fn shown(code: &str) -> Shown {
    let (mut plain, mut words) = (String::new(), String::new());
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => words.extend(chars.by_ref().take_while(|c| *c != '"')),
            '[' => chars.by_ref().take_while(|c| *c != ']').for_each(drop),
            '\\' => words.extend(chars.next()),
            '_' | '*' => drop(chars.next()),
            c => plain.push(c),
        }
    }
    let last = plain.rfind(['0', '#', '?']).map_or(0, |at| at + 1);
    let commas = plain[last..].chars().take_while(|c| *c == ',').count();
    let decimals = plain.split_once('.').map_or("", |(_, decimals)| decimals);
    Shown {
        in_percent: plain.contains('%'),
        thousands: commas,
        decimals: decimals.chars().take_while(|c| *c == '0').count(),
        is_worded: commas > 0 && words.chars().any(char::is_alphabetic),
    }
}
