//! Detects tables that write a partner once for several rows, in a merged cell or at the outer
//! level of an index. A blank then means the partner above, provided all partners have the same
//! rows.

use crate::reader::cells::table::Line;

/// Number of rows examined. In longer tables a blank is in doubt.
pub(super) const LOOKED_AT: usize = 2000;

/// Whether blanks in the partner columns mean the partner above: there are several partners, and in
/// the columns `neighbours` (months, flows) the rows of each have the same cells, each once.
pub(super) fn is_filled_down(rows: &[Line], partner: &[usize], neighbours: &[usize]) -> bool {
    if rows.len() >= LOOKED_AT || partner.is_empty() {
        return false;
    }
    let cell = |line: &Line, column: usize| line.cells.get(column).cloned().unwrap_or_default();
    let mut groups: Vec<Vec<Vec<String>>> = Vec::new();
    let mut has_blank = false;
    for line in rows {
        // A line of text, or a blank one.
        if line.cells.iter().filter(|cell| !cell.is_empty()).count() < 2 {
            continue;
        }
        let own: Vec<String> = neighbours
            .iter()
            .map(|column| cell(line, *column))
            .collect();
        let is_blank = partner.iter().all(|column| cell(line, *column).is_empty());
        match (is_blank, groups.last_mut()) {
            (false, _) => groups.push(vec![own]),
            (true, Some(group)) => {
                has_blank = true;
                if own.iter().all(String::is_empty) || group.contains(&own) {
                    return false;
                }
                group.push(own);
            }
            (true, None) => return false,
        }
    }
    has_blank && groups.len() > 1 && groups.windows(2).all(|pair| pair[0] == pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &str) -> bool {
        let lines = rows.split(' ').map(|row| Line {
            line: 1,
            cells: row.split(',').map(str::to_owned).collect(),
        });
        is_filled_down(&lines.collect::<Vec<_>>(), &[0], &[1])
    }

    #[test]
    fn a_blank_is_the_partner_above_where_all_have_the_same_rows() {
        assert!(of("kp,exports,5 ,imports,6 jp,exports,7 ,imports,8"));
        for doubt in [
            // Nothing is blank, or the very first row is.
            "kp,exports,5 kp,imports,6",
            ",exports,5 ,imports,6",
            // There is only one partner, so the blank may be another.
            "kp,2016-09,5 ,2017-09,6",
            // One partner lacks a row, or has a row twice.
            "kp,exports,5 ,imports,6 jp,exports,7",
            "kp,exports,5 ,exports,6 jp,exports,7 ,exports,8",
            // Only one row has lost its partner.
            "kp,2016-09,5 jp,2016-09,5 kp,2017-09,5 ,2017-09,6",
        ] {
            assert!(!of(doubt), "{doubt}");
        }
    }
}
