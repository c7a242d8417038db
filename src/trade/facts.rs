//! Built-in tables of facts. Every run, however short, reads several of them, so they are split
//! without copying.

/// A row of a table of facts.
pub(super) struct Row(Vec<&'static str>);

impl Row {
    /// The text in a column.
    pub fn get(&self, column: usize) -> Option<&'static str> {
        self.0.get(column).copied()
    }

    /// The texts in column order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.iter().copied()
    }
}

/// The rows of a built-in table of facts, without the header. Tests check these tables; a row whose
/// number of fields differs from the header is skipped.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    let mut rest = table;
    let columns = next_row(&mut rest).map_or(0, |header| header.0.len());
    std::iter::from_fn(move || next_row(&mut rest)).filter(move |row| row.0.len() == columns)
}

fn next_row(rest: &mut &'static str) -> Option<Row> {
    *rest = rest.trim_start_matches(['\n', '\r']);
    if rest.is_empty() {
        return None;
    }
    let mut fields = Vec::with_capacity(16);
    loop {
        let (field, behind) = field(rest);
        fields.push(field);
        match behind.strip_prefix(',') {
            Some(next) => *rest = next,
            None => {
                *rest = behind;
                return Some(Row(fields));
            }
        }
    }
}

/// The first field of a text, and the text after it.
fn field(text: &'static str) -> (&'static str, &'static str) {
    let ends = |byte: u8| matches!(byte, b',' | b'\n' | b'\r');
    let plain = |text: &'static str| {
        let end = text.bytes().position(ends).unwrap_or(text.len());
        text.split_at(end)
    };
    let Some(quoted) = text.strip_prefix('"') else {
        return plain(text);
    };
    let mut from = 0;
    while let Some(at) = quoted[from..].find('"') {
        let (inside, behind) = (&quoted[..from + at], &quoted[from + at + 1..]);
        if behind.starts_with('"') {
            from += at + 2;
            continue;
        }
        // A quote inside a field is doubled; few fields have one.
        return match inside.contains('"') {
            true => (inside.replace("\"\"", "\"").leak(), behind),
            false => (inside, behind),
        };
    }
    plain(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_split_as_the_csv_reader_splits_them() {
        for table in [
            include_str!("../../data/base-years.csv"),
            include_str!("../../data/hs.csv"),
            include_str!("../../data/measures.csv"),
            include_str!("../../data/other-compilers.csv"),
            include_str!("../../data/partners.csv"),
            include_str!("../../data/provinces.csv"),
            include_str!("../../data/publishers.csv"),
            include_str!("../../data/published-goods.csv"),
            include_str!("../../data/release-calendar.csv"),
            include_str!("../../data/trade-modes.csv"),
            include_str!("../../data/units.csv"),
            "a,b\r\n\"1\"\"\",\r\n\nonly one\n,\"2,\n3\"\n4,5",
        ] {
            let own: Vec<Vec<&str>> = rows(table).map(|row| row.0).collect();
            let peers = csv::Reader::from_reader(table.as_bytes()).into_records();
            let peers: Vec<csv::StringRecord> = peers.flatten().collect();
            let peers: Vec<Vec<&str>> = peers.iter().map(|row| row.iter().collect()).collect();
            assert!(!own.is_empty());
            assert_eq!(own, peers);
        }
    }
}
