//! Recognises heads that stand in the middle or at the end of the columns that they head. A head is
//! taken to hold from its own column on, which would give each figure the head of another.

use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::table::Line;
use crate::reader::cells::vocabulary;
use crate::reader::layout::months::year_number;

/// The first head of these lines that does not stand over the first of its columns: its line, and its
/// text.
pub(crate) fn find(lines: &[Line]) -> Option<(u64, String)> {
    lines
        .windows(2)
        .find_map(|pair| Some((pair[0].line, centred(&pair[0].cells, &pair[1].cells)?)))
}

/// The first head of a line above another, if the columns to its left have the same heads in the lower
/// line as those to its right, and fewer of them than it seems to stand over.
fn centred(heads: &[String], below: &[String]) -> Option<String> {
    let is_filled = |line: &[String], at: usize| line.get(at).is_some_and(|cell| !cell.is_empty());
    let places: Vec<usize> = (1..heads.len())
        .filter(|at| is_filled(heads, *at))
        .collect();
    let (first, second, last) = (*places.first()?, *places.get(1)?, *places.last()?);
    let is_value = |cell: &String| {
        matches!(number::read_cell(cell), Ok(ValueCell::Given(..))) && year_number(cell).is_none()
    };
    if below.iter().any(is_value) {
        return None;
    }
    let named = |from: usize, to: usize| -> Vec<String> {
        let cells = below.get(from..to.min(below.len())).unwrap_or(&[]);
        let cells = cells.iter().filter(|cell| !cell.is_empty());
        cells.map(|cell| vocabulary::plain(cell)).collect()
    };
    let left = named(1, first);
    let (group, end) = (named(first, second), named(last, below.len()));
    let recurs = !left.is_empty() && left.iter().all(|name| group.contains(name));
    (recurs && left.len() < group.len() && end.len() < group.len()).then(|| heads[first].clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        let lines: Vec<Line> = text
            .lines()
            .zip(1..)
            .map(|(cells, line)| Line {
                line,
                cells: cells.split(',').map(str::to_owned).collect(),
            })
            .collect();
        find(&lines).map(|(_, head)| head)
    }

    #[test]
    fn a_head_in_the_middle_of_its_columns_is_found() {
        for (text, head) in [
            (
                ",,2016-09,,2017-09\n,imports,exports,imports,exports",
                "2016-09",
            ),
            (
                "region,,2016-09,,2017-09\n,imports,exports,imports,exports",
                "2016-09",
            ),
            (
                ",,2016-09,,,2017-09\n,imports,exports,total,imports,exports,total",
                "2016-09",
            ),
            (
                ",,,2016-09,,,2017-09\n,imports,exports,total,imports,exports,total",
                "2016-09",
            ),
            (",,Sep,,Oct\n,2016,2017,2016,2017", "Sep"),
            (
                ",,imports,,exports\nmonth,North Korea,Japan,North Korea,Japan",
                "imports",
            ),
            (",,ytd,,month\nmonth,imports,exports,imports,exports", "ytd"),
        ] {
            assert_eq!(found(text).as_deref(), Some(head), "{text}");
        }
        for text in [
            ",2016-09,,2017-09\n,imports,exports,imports,exports",
            ",,2016,,,2017,\nmonth,,imports,exports,,imports,exports",
            ",,2016,,2017,\nmonth,partner,imports,exports,imports,exports",
            ",,,ytd,\nmonth,imports,exports,imports,exports",
            ",2016-09,2017-09\nimports,234.8,145.8",
            "month,partner,imports\n2016-09,Japan,1",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
