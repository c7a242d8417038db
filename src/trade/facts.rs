/// The rows of a table of facts that is compiled in, header left out. Such a table is checked by
/// tests: a row that cannot be split is not there.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = csv::StringRecord> {
    csv::Reader::from_reader(table.as_bytes())
        .into_records()
        .flatten()
}
