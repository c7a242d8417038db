//! What a file has of other reporters than China.

/// Rows that other countries reported, and whether China reported any.
#[derive(Default)]
pub(crate) struct OtherReporters {
    pub rows: usize,
    /// Their names, in the order of the file.
    pub names: Vec<String>,
    pub has_china: bool,
}

impl OtherReporters {
    /// Counts a row of another country.
    pub fn count(&mut self, name: &str) {
        const NAMED: usize = 8;
        self.rows += 1;
        if self.names.len() < NAMED && !self.names.iter().any(|known| known == name) {
            self.names.push(name.to_owned());
        }
    }
}
