//! The unit row: `Unit:US$1,000`, `单位：万元人民币`.

use super::super::super::grid::Row;
use super::super::super::number::narrow;
use super::super::super::words::{self, Stated};
use super::super::super::wrong::Wrong;

/// What follows the word for unit in a cell, or stands in the cells after it where nothing does.
pub(crate) fn text(row: &Row, column: usize) -> Option<String> {
    let rest = after_word(row.text(column))?;
    if !rest.is_empty() {
        return Some(rest);
    }
    let texts = row.cells.iter().skip(column + 1).map(|cell| &*cell.text);
    let mut texts = texts.filter(|text| !text.is_empty());
    Some(texts.next().unwrap_or("").to_owned())
}

fn after_word(text: &str) -> Option<String> {
    let text = narrow(text).replace('∶', ":").to_lowercase();
    let text = text.trim().trim_matches(['(', ')']);
    let colon = |rest: &str| rest.trim_start().strip_prefix(':').map(str::to_owned);
    let rest = ["计量单位", "单位", "單位", "unit"]
        .iter()
        .find_map(|word| {
            // `单 位：` is set apart in some tables.
            let rest = text.strip_prefix(word)?;
            colon(rest).or_else(|| rest.is_empty().then(String::new))
        });
    let spaced = || text.strip_prefix("单 位").and_then(colon);
    Some(rest.or_else(spaced)?.trim().to_owned())
}

/// The unit and the currency that a unit row states.
pub(crate) fn stated(text: &str) -> Result<Stated, Wrong> {
    words::stated(text)
}

#[cfg(test)]
mod tests {
    use super::super::super::super::grid::Cell;
    use super::*;
    use crate::trade::Currency;

    fn row(texts: &[&str]) -> Row {
        let cell = |text: &&str| Cell {
            text: (*text).to_owned(),
            ..Cell::default()
        };
        Row {
            number: 1,
            cells: texts.iter().map(cell).collect(),
        }
    }

    #[test]
    fn the_unit_row_is_read_with_every_colon() {
        for (text, power, currency) in [
            ("Unit:US$1,000", 3, Currency::Usd),
            ("Unit: RMB 10,000", 4, Currency::Cny),
            ("Unit：RMB10,000", 4, Currency::Cny),
            ("单位：万元人民币", 4, Currency::Cny),
            ("单位:千美元", 3, Currency::Usd),
            ("单位∶万元人民币", 4, Currency::Cny),
            ("单位： 百万美元", 6, Currency::Usd),
            ("计量单位：亿元人民币", 8, Currency::Cny),
            ("Unit: CNY 100 Million", 8, Currency::Cny),
            ("(单位：亿元)", 8, Currency::Cny),
        ] {
            let found = super::text(&row(&["", text]), 1).unwrap();
            let stated = stated(&found).unwrap();
            let unit = stated.unit.map(|unit| unit.power);
            assert_eq!(
                (unit, stated.currency),
                (Some(power), Some(currency)),
                "{text}"
            );
        }
        let apart = row(&["Unit:", "", "US$1,000"]);
        assert_eq!(super::text(&apart, 0).as_deref(), Some("US$1,000"));
        assert_eq!(super::text(&row(&["United States"]), 0), None);
        assert_eq!(super::text(&row(&["Unit price: 5"]), 0), None);
    }
}
