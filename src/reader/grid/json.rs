//! Reads rows in JSON: answers of Comtrade's API, lists of objects, one object per line, lists
//! of lists with a list of their names, or columns. Numbers are kept as written.

mod around;
mod by_columns;
mod parse;

use crate::reader::cells::table::Located;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::grid::json::around::Around;
use crate::reader::grid::json::by_columns::{JsonColumn, by_columns};
use crate::reader::grid::json::parse::{JsonKind, JsonParser, MOST_VALUES, Value};
use crate::reader::grid::lines::Lines;
use crate::reader::grid::{Cell, Grid, GridRow, trimmed};
use std::collections::HashMap;

/// The tables in a JSON text.
///
/// # Errors
/// If the JSON is invalid, with the place, or has no rows.
pub(crate) fn read(text: &str) -> Result<Vec<Grid>, Located> {
    let mut parser = JsonParser {
        text,
        at: 0,
        values: 0,
    };
    let mut values = Vec::new();
    loop {
        parser.blanks();
        if parser.at == text.len() {
            break;
        }
        match parser.value(0) {
            Ok(value) => values.push(value),
            Err(_) if parser.values > MOST_VALUES => {
                return Err((
                    Location::default(),
                    InputError::File(FileError::TooManyCells),
                    None,
                ));
            }
            Err(why) => {
                let place = Lines::new(text).place(parser.at);
                return Err((place, InputError::File(FileError::BadJson(why)), None));
            }
        }
    }
    let whole = Value {
        at: 0,
        // Either one object per line, or a single value.
        kind: JsonKind::List(values),
    };
    let mut tables = Vec::new();
    let top = match &whole.kind {
        JsonKind::List(values) if values.len() == 1 => &values[0],
        _ => &whole,
    };
    find(&Around::default(), top, &mut tables);
    if tables.is_empty() {
        return Err((
            Location::default(),
            InputError::File(FileError::NoRowsInJson),
            None,
        ));
    }
    let grid = |table: JsonTable<'_>| {
        let count = table.rows.count();
        if let Some(says) = table.around.says_more(count) {
            let wrong = InputError::File(FileError::RowsLacking);
            return Err((Location::default(), wrong, Some(says)));
        }
        let grid = table.rows.grid(&table.around, text);
        grid.map_err(|wrong| (Location::default(), wrong, None))
    };
    tables.into_iter().map(grid).collect()
}

/// Rows in the form in which they were found.
enum JsonRows<'v> {
    Objects(Vec<&'v [(usize, String, Value<'v>)]>),
    Lists(Vec<Vec<&'v Value<'v>>>),
    /// The names of the rows, and the columns.
    Columns(Vec<&'v str>, Vec<JsonColumn<'v>>),
}

/// A list of rows, and what surrounds it.
struct JsonTable<'v> {
    around: Around<'v>,
    rows: JsonRows<'v>,
}

/// Finds the lists of rows in a value, at any depth.
fn find<'v>(around: &Around<'v>, value: &'v Value<'v>, tables: &mut Vec<JsonTable<'v>>) {
    let mut push = |rows: JsonRows<'v>| {
        tables.push(JsonTable {
            around: around.clone(),
            rows,
        });
    };
    match &value.kind {
        JsonKind::List(items) if !items.is_empty() => {
            let objects: Option<Vec<_>> = items.iter().map(Value::members).collect();
            let lists: Option<Vec<Vec<_>>> = items.iter().map(Value::items).collect();
            if let Some(objects) = objects {
                push(JsonRows::Objects(objects));
            } else if let Some(lists) = lists {
                push(JsonRows::Lists(lists));
            }
        }
        JsonKind::Object(members) => {
            let member = |wanted: &str| {
                let found = members.iter().find(|(_, key, _)| key == wanted);
                found.map(|(_, _, value)| value)
            };
            let columns = member("columns").and_then(Value::items);
            let data = member("data").and_then(Value::lists);
            if let (Some(columns), Some(mut data)) = (columns, data)
                && columns
                    .iter()
                    .all(|name| matches!(name.kind, JsonKind::Text(_)))
            {
                data.insert(0, columns);
                tables.push(JsonTable {
                    around: around.within(None, members),
                    rows: JsonRows::Lists(data),
                });
                return;
            }
            if let Some((names, columns)) = by_columns(members) {
                tables.push(JsonTable {
                    around: around.beside_columns(members),
                    rows: JsonRows::Columns(names, columns),
                });
                return;
            }
            for (_, key, value) in members {
                find(&around.within(Some(key), members), value, tables);
            }
        }
        _ => {}
    }
}

impl JsonRows<'_> {
    fn count(&self) -> usize {
        match self {
            JsonRows::Objects(rows) => rows.len(),
            JsonRows::Lists(rows) => rows.len(),
            JsonRows::Columns(_, columns) => columns.first().map_or(0, |one| one.cells.len()),
        }
    }

    fn grid(&self, around: &Around<'_>, text: &str) -> Result<Grid, InputError> {
        let mut lines = Lines::new(text);
        let name = around.name.filter(|name| *name != "data");
        let mut grid = Grid::of_sheet(name.map(str::to_owned));
        for title in &around.titles {
            let cell = Cell {
                text: title.clone(),
                ..Cell::default()
            };
            push(&mut grid, vec![cell])?;
        }
        match self {
            JsonRows::Lists(rows) => {
                for row in rows {
                    let cells = row.iter().map(|value| cell(value, &mut lines));
                    push(&mut grid, cells.collect())?;
                }
            }
            JsonRows::Columns(names, columns) => {
                let named = |text: &str, at: usize, lines: &mut Lines<'_>| Cell {
                    text: trimmed(text).to_owned(),
                    place: lines.place(at),
                    ..Cell::default()
                };
                let mut head: Vec<Cell> =
                    names.first().map(|_| Cell::default()).into_iter().collect();
                head.extend(
                    columns
                        .iter()
                        .map(|one| named(one.name, one.at, &mut lines)),
                );
                push(&mut grid, head)?;
                // The cells of a row stand apart in the text, those of a column in their order.
                let mut lines: Vec<Lines<'_>> = columns.iter().map(|_| Lines::new(text)).collect();
                for row in 0..self.count() {
                    let name = names.get(row).map(|name| Cell {
                        text: trimmed(name).to_owned(),
                        ..Cell::default()
                    });
                    let values = columns.iter().zip(&mut lines);
                    let cells =
                        values.filter_map(|(one, lines)| Some(cell(one.cells.get(row)?, lines)));
                    push(&mut grid, name.into_iter().chain(cells).collect())?;
                }
            }
            JsonRows::Objects(rows) => {
                let mut names: Vec<(usize, String)> = Vec::new();
                let mut known: HashMap<String, usize> = HashMap::new();
                for row in rows {
                    for_each(row, "", &mut |at, name, _| {
                        if !known.contains_key(name) {
                            known.insert(name.to_owned(), names.len());
                            names.push((at, name.to_owned()));
                        }
                    });
                }
                let head = names.iter().map(|(at, name)| Cell {
                    text: trimmed(name).to_owned(),
                    place: lines.place(*at),
                    ..Cell::default()
                });
                push(&mut grid, head.collect())?;
                // A name may occur first in a later row, so every row is scanned from the
                // beginning.
                let mut lines = Lines::new(text);
                for row in rows {
                    let start = row.first().map_or(0, |(at, ..)| *at);
                    let nothing = Cell {
                        place: lines.place(start),
                        ..Cell::default()
                    };
                    let mut cells = vec![nothing; names.len()];
                    for_each(row, "", &mut |_, name, value| {
                        if let Some(at) = known.get(name) {
                            cells[*at] = cell(value, &mut lines);
                        }
                    });
                    push(&mut grid, cells)?;
                }
            }
        }
        Ok(grid)
    }
}

/// Calls `each` with the members of an object and of the objects in it: `partner`, `meta.partner`.
fn for_each<'v>(
    members: &'v [(usize, String, Value<'v>)],
    before: &str,
    each: &mut dyn FnMut(usize, &str, &'v Value<'v>),
) {
    for (at, name, value) in members {
        let name = match before {
            "" => name.clone(),
            before => format!("{before}.{name}"),
        };
        match value.members() {
            Some(inner) => for_each(inner, &name, each),
            None => each(*at, &name, value),
        }
    }
}

fn cell(value: &Value<'_>, lines: &mut Lines<'_>) -> Cell {
    Cell {
        text: value.text(),
        place: lines.place(value.at),
        is_typed: matches!(value.kind, JsonKind::Word(_)),
        is_covered: false,
        is_covered_from_above: false,
    }
}

fn push(grid: &mut Grid, cells: Vec<Cell>) -> Result<(), InputError> {
    let number = cells.first().and_then(|cell| cell.place.line).unwrap_or(1);
    grid.push(GridRow { number, cells })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let grids = read(text).unwrap();
        let row = |row: &GridRow| {
            let texts: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
            texts.join("|")
        };
        grids[0].rows.iter().map(row).collect()
    }

    #[test]
    fn rows_are_found_in_every_form_and_numbers_stay_as_written() {
        let expected = ["period|value", "201709|145820000.10", "201710|"];
        for text in [
            r#"{"count":2,"data":[{"period":"201709","value":145820000.10},{"period":"201710","value":null}],"error":""}"#,
            r#"[{"period":"201709","value":145820000.10},{"period":201710}]"#,
            "{\"period\":201709,\"value\":145820000.10}\n{\"period\":201710}\n",
            r#"[["period","value"],["201709",145820000.10],["201710",""]]"#,
            r#"{"columns":["period","value"],"index":[0,1],"data":[["201709",145820000.10],["201710",null]]}"#,
        ] {
            assert_eq!(rows(text), expected, "{text}");
        }
    }

    #[test]
    fn columns_are_turned_into_rows() {
        for (text, expected) in [
            (
                r#"{"month":{"0":"2016-09","1":"2017-09"},"imports":{"0":234.80,"1":null}}"#,
                ["|month|imports", "0|2016-09|234.80", "1|2017-09|"],
            ),
            (
                r#"{"imports":{"2016-09":1.0,"2017-09":2},"exports":{"2016-09":3,"2017-09":4}}"#,
                ["|imports|exports", "2016-09|1.0|3", "2017-09|2|4"],
            ),
            (
                r#"{"month":["2016-09","2017-09"],"imports":[234.8,145.8]}"#,
                ["month|imports", "2016-09|234.8", "2017-09|145.8"],
            ),
        ] {
            assert_eq!(rows(text), expected, "{text}");
        }
        for other in [
            r#"{"month":{"0":"2016-09"},"imports":{"1":5}}"#,
            r#"{"month":["2016-09"],"imports":[1,2]}"#,
            r#"{"month":["2016-09"]}"#,
            r#"{"month":[],"imports":[]}"#,
        ] {
            assert!(read(other).is_err(), "{other}");
        }
    }

    #[test]
    fn what_stands_around_the_rows_is_above_them() {
        let row = r#"[{"month":"2017-09","value":5,"meta":{"partner":"Japan"}}]"#;
        let text = format!(
            r#"{{"meta":{{"unitScale":"thousand"}},"error":"","count":1,"Japan":{{"imports":{row}}}}}"#
        );
        let expected = [
            "unit Scale: thousand",
            "Japan",
            "month|value|meta.partner",
            "2017-09|5|Japan",
        ];
        assert_eq!(rows(&text), expected);
        for lacks in [
            r#""error":"cut""#,
            r#""count":2"#,
            r#""page":1,"pages":7"#,
            r#""hasMore":true"#,
            r#""next":"http://x""#,
            r#""count":1,"total":500"#,
            r#""total":500,"limit":1"#,
            r#""warning":"more than 500 rows""#,
            r#""message":"preview: max 500 records""#,
        ] {
            let text = format!(r#"{{{lacks},"data":{row}}}"#);
            let wrong = read(&text).unwrap_err().1;
            assert_eq!(wrong, InputError::File(FileError::RowsLacking), "{lacks}");
        }
        let twice = read(r#"[{"month":"2017-09","value":5,"value":6}]"#)
            .unwrap_err()
            .1;
        assert!(matches!(twice, InputError::File(FileError::BadJson(_))));
    }

    #[test]
    fn broken_json_is_located() {
        let (place, wrong, _) = read("{\"data\":[\n{\"a\":1,").unwrap_err();
        assert_eq!((place.line, place.column), (Some(2), Some(8)));
        assert!(matches!(wrong, InputError::File(FileError::BadJson(_))));
        assert_eq!(
            read("{\"data\":[]}").unwrap_err().1,
            InputError::File(FileError::NoRowsInJson)
        );
    }
}
