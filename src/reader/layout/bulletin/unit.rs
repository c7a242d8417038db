//! Parses the unit row: `Unit:US$1,000`, `单位：万元人民币`.

use crate::reader::cells::number::narrow;
use crate::reader::cells::vocabulary;
use crate::reader::errors::bulletin_error::BulletinError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::grid::{Grid, GridRow};
use crate::reader::layout::bulletin::context::BulletinContext;
use crate::trade::{Currency, Unit};

/// The text after the word for unit in the same cell, or else in the cells to its right.
pub(crate) fn text(row: &GridRow, column: usize) -> Option<String> {
    let rest = after_word(row.text(column))?;
    // An unquoted comma has split `Unit:US$1,000`.
    let next = row.cells.get(column + 1).map_or("", |cell| &*cell.text);
    let is_cut = rest.ends_with(|c: char| c.is_ascii_digit()) && next == "000";
    if is_cut {
        return Some(format!("{rest},{next}"));
    }
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
            // Some tables space out the word: `单 位：`.
            let rest = text.strip_prefix(word)?;
            colon(rest).or_else(|| rest.is_empty().then(String::new))
        });
    let spaced = || text.strip_prefix("单 位").and_then(colon);
    Some(rest.or_else(spaced)?.trim().to_owned())
}

/// The unit and currency, from the unit row, the title or the user; never guessed.
pub(crate) fn stated(
    context: &mut BulletinContext<'_>,
    grid: &Grid,
    unit_row: Option<(String, Location)>,
    of_title: Option<Currency>,
    head: Location,
) -> Option<(Unit, Currency)> {
    let (text, place) = unit_row.unwrap_or((String::new(), head));
    let stated = match vocabulary::stated(&text) {
        Ok(stated) => stated,
        Err(wrong) => {
            context.wrong(grid, place, &wrong, Some(&text));
            return None;
        }
    };
    if let (Some(own), Some(of_title)) = (stated.currency, of_title)
        && own != of_title
    {
        let wrong = InputError::Bulletin(BulletinError::OtherCurrency);
        context.wrong(grid, place, &wrong, Some(&text));
        return None;
    }
    let unit = stated.unit.or(context.options.unit);
    let currency = stated.currency.or(of_title).or(context.options.currency);
    if unit.is_none() || currency.is_none() {
        let wrong = InputError::Bulletin(BulletinError::NoUnit);
        context.wrong(
            grid,
            place,
            &wrong,
            Some(&text).filter(|text| !text.is_empty()).map(|t| &**t),
        );
    }
    Some((unit?, currency?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::grid::Cell;
    use crate::trade::Currency;

    fn row(texts: &[&str]) -> GridRow {
        let cell = |text: &&str| Cell {
            text: (*text).to_owned(),
            ..Cell::default()
        };
        GridRow {
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
            let stated = vocabulary::stated(&found).unwrap();
            let unit = stated.unit.map(|unit| unit.power);
            assert_eq!(
                (unit, stated.currency),
                (Some(power), Some(currency)),
                "{text}"
            );
        }
        let apart = row(&["Unit:", "", "US$1,000"]);
        assert_eq!(super::text(&apart, 0).as_deref(), Some("US$1,000"));
        let split = row(&["Unit:US$1", "000", ""]);
        assert_eq!(super::text(&split, 0).as_deref(), Some("us$1,000"));
        assert_eq!(super::text(&row(&["United States"]), 0), None);
        assert_eq!(super::text(&row(&["Unit price: 5"]), 0), None);
    }
}
