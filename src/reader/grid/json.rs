//! Reads rows in JSON: answers of Comtrade's API, lists of objects, one object per line, or lists
//! of lists with a list of their names. Numbers are kept as written.

use crate::reader::cells::table::Located;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::grid::lines::Lines;
use crate::reader::grid::{Cell, Grid, GridRow, MOST_CELLS, trimmed};

/// Maximum nesting depth.
const MOST_DEEP: usize = 32;
/// Maximum number of values in memory: more than the cells of any supported table, some hundred
/// megabytes.
const MOST_VALUES: usize = MOST_CELLS + MOST_CELLS / 2;

/// A value with the offset at which it begins.
struct Value<'j> {
    at: usize,
    kind: JsonKind<'j>,
}

enum JsonKind<'j> {
    Text(String),
    /// A number, `true` or `false`, as written; `null` is treated as empty.
    Word(&'j str),
    List(Vec<Value<'j>>),
    Object(Vec<(usize, String, Value<'j>)>),
}

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
    match &whole.kind {
        JsonKind::List(values) if values.len() == 1 => find(None, &values[0], &mut tables),
        _ => find(None, &whole, &mut tables),
    }
    if tables.is_empty() {
        return Err((
            Location::default(),
            InputError::File(FileError::NoRowsInJson),
            None,
        ));
    }
    let grid = |(name, rows): (Option<&str>, JsonRows<'_>)| {
        rows.grid(name, text)
            .map_err(|wrong| (Location::default(), wrong, None))
    };
    tables.into_iter().map(grid).collect()
}

/// Rows in the form in which they were found.
enum JsonRows<'v> {
    Objects(Vec<&'v [(usize, String, Value<'v>)]>),
    Lists(Vec<Vec<&'v Value<'v>>>),
}

/// Finds the lists of rows in a value, at any depth.
fn find<'v>(
    name: Option<&'v str>,
    value: &'v Value<'v>,
    tables: &mut Vec<(Option<&'v str>, JsonRows<'v>)>,
) {
    match &value.kind {
        JsonKind::List(items) if !items.is_empty() => {
            let objects: Option<Vec<_>> = items.iter().map(Value::members).collect();
            let lists: Option<Vec<Vec<_>>> = items.iter().map(Value::items).collect();
            if let Some(objects) = objects {
                tables.push((name, JsonRows::Objects(objects)));
            } else if let Some(lists) = lists {
                tables.push((name, JsonRows::Lists(lists)));
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
                tables.push((name, JsonRows::Lists(data)));
                return;
            }
            for (_, key, value) in members {
                find(Some(key), value, tables);
            }
        }
        _ => {}
    }
}

impl<'j> Value<'j> {
    fn members(&self) -> Option<&[(usize, String, Value<'j>)]> {
        match &self.kind {
            JsonKind::Object(members) => Some(members),
            _ => None,
        }
    }

    fn items(&self) -> Option<Vec<&Value<'j>>> {
        match &self.kind {
            JsonKind::List(items) => Some(items.iter().collect()),
            _ => None,
        }
    }

    fn lists(&self) -> Option<Vec<Vec<&Value<'j>>>> {
        self.items()?.into_iter().map(Value::items).collect()
    }

    /// The text of the value in a cell. Nested values are not expanded.
    fn text(&self) -> String {
        match &self.kind {
            JsonKind::Text(text) => trimmed(text).to_owned(),
            JsonKind::Word("null") => String::new(),
            JsonKind::Word(word) => (*word).to_owned(),
            JsonKind::List(items) if items.is_empty() => String::new(),
            JsonKind::List(_) => "[…]".to_owned(),
            JsonKind::Object(_) => "{…}".to_owned(),
        }
    }
}

impl JsonRows<'_> {
    fn grid(&self, name: Option<&str>, text: &str) -> Result<Grid, InputError> {
        let mut lines = Lines::new(text);
        let mut grid = Grid::of_sheet(name.filter(|name| *name != "data").map(str::to_owned));
        match self {
            JsonRows::Lists(rows) => {
                for row in rows {
                    let cells = row.iter().map(|value| cell(value, &mut lines));
                    push(&mut grid, cells.collect())?;
                }
            }
            JsonRows::Objects(rows) => {
                let mut names: Vec<(usize, &str)> = Vec::new();
                let mut known = std::collections::HashMap::new();
                for (at, name, _) in rows.iter().copied().flatten() {
                    known.entry(name.as_str()).or_insert_with(|| {
                        names.push((*at, name));
                        names.len() - 1
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
                    for (_, name, value) in *row {
                        if let Some(at) = known.get(name.as_str()) {
                            cells[*at] = cell(value, &mut lines);
                        }
                    }
                    push(&mut grid, cells)?;
                }
            }
        }
        Ok(grid)
    }
}

fn cell(value: &Value<'_>, lines: &mut Lines<'_>) -> Cell {
    Cell {
        text: value.text(),
        place: lines.place(value.at),
        is_typed: matches!(value.kind, JsonKind::Word(_)),
    }
}

fn push(grid: &mut Grid, cells: Vec<Cell>) -> Result<(), InputError> {
    let number = cells.first().and_then(|cell| cell.place.line).unwrap_or(1);
    grid.push(GridRow { number, cells })
}

struct JsonParser<'j> {
    text: &'j str,
    at: usize,
    /// Number of values read so far.
    values: usize,
}

impl<'j> JsonParser<'j> {
    fn rest(&self) -> &'j str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    fn take(&mut self, byte: u8) -> bool {
        self.blanks();
        let found = self.text.as_bytes().get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: usize) -> Result<Value<'j>, &'static str> {
        self.blanks();
        let at = self.at;
        if depth > MOST_DEEP {
            return Err("it is nested too deep");
        }
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err("it is cut off");
        }
        let kind = match self.text.as_bytes().get(at) {
            Some(b'"') => JsonKind::Text(self.string()?),
            Some(b'[') => {
                self.at += 1;
                let mut items = Vec::new();
                if !self.take(b']') {
                    loop {
                        items.push(self.value(depth + 1)?);
                        if self.take(b']') {
                            break;
                        }
                        if !self.take(b',') {
                            return Err("a comma or `]` is missing");
                        }
                    }
                }
                JsonKind::List(items)
            }
            Some(b'{') => {
                self.at += 1;
                let mut members = Vec::new();
                if !self.take(b'}') {
                    loop {
                        self.blanks();
                        let at = self.at;
                        let name = self.string()?;
                        if !self.take(b':') {
                            return Err("a colon is missing");
                        }
                        members.push((at, name, self.value(depth + 1)?));
                        if self.take(b'}') {
                            break;
                        }
                        if !self.take(b',') {
                            return Err("a comma or `}` is missing");
                        }
                    }
                }
                JsonKind::Object(members)
            }
            Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'-' => {
                let rest = self.rest();
                let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
                let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
                self.at += end;
                JsonKind::Word(&rest[..end])
            }
            Some(_) => return Err("no value stands here"),
            None => return Err("it is cut off"),
        };
        Ok(Value { at, kind })
    }

    fn string(&mut self) -> Result<String, &'static str> {
        if self.text.as_bytes().get(self.at) != Some(&b'"') {
            return Err("a name in quotes is missing");
        }
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        loop {
            match bytes.get(at) {
                Some(b'\\') => at += 2,
                Some(b'"') => break,
                Some(_) => at += 1,
                None => return Err("it is cut off within quotes"),
            }
        }
        let quoted = self.text.get(start..=at).unwrap_or("");
        let text: Result<String, _> = serde_json::from_str(quoted);
        self.at = at + 1;
        text.map_err(|_| "a text in quotes is torn")
    }
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
