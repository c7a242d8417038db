//! Tables written by columns, as pandas and R write them: `{"month":{"0":"2017-09"},"imports":{"0":145.8}}`
//! or `{"month":["2017-09"],"imports":[145.8]}`.

use crate::reader::grid::json::parse::{JsonKind, Value};

type Member<'v> = (usize, String, Value<'v>);

/// A column: the offset and the text of its name, and its cells.
pub(super) struct JsonColumn<'v> {
    pub at: usize,
    pub name: &'v str,
    pub cells: Vec<&'v Value<'v>>,
}

/// The columns of such a table, with the names of the rows, if they have any, as the first. `None` if the
/// members are anything else.
pub(super) fn by_columns<'v>(
    members: &'v [Member<'v>],
) -> Option<(Vec<&'v str>, Vec<JsonColumn<'v>>)> {
    let of_rows = |value: &'v Value<'v>| -> Option<(Vec<&'v str>, Vec<&'v Value<'v>>)> {
        let (names, cells): (Vec<&str>, Vec<&Value<'_>>) = match &value.kind {
            JsonKind::Object(cells) => {
                let cells = cells.iter().map(|(_, name, cell)| (&**name, cell));
                cells.unzip()
            }
            JsonKind::List(cells) => (Vec::new(), cells.iter().collect()),
            _ => return None,
        };
        let are_cells = cells.iter().all(|cell| cell.is_scalar()) && !cells.is_empty();
        are_cells.then_some((names, cells))
    };
    let mut rows: Option<(Vec<&str>, usize)> = None;
    let mut columns = Vec::new();
    for (at, name, value) in members.iter().filter(|(.., value)| !value.is_scalar()) {
        let (names, cells) = of_rows(value)?;
        let form = (names, cells.len());
        if rows.as_ref().is_some_and(|rows| *rows != form) {
            return None;
        }
        rows = Some(form);
        columns.push(JsonColumn {
            at: *at,
            name,
            cells,
        });
    }
    let (names, _) = rows.filter(|_| columns.len() > 1)?;
    Some((names, columns))
}
