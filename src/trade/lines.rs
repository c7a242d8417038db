//! Line numbers of CSV rows.

/// Counts lines up to each CSV row. The csv reader counts blank lines before a row as part of it.
pub(super) struct Lines<'a> {
    rest: &'a str,
    at: usize,
    /// The next line, from 1.
    pub next: usize,
}

impl<'a> Lines<'a> {
    /// Starts at the beginning of the text given to the csv reader.
    pub fn new(text: &'a str) -> Lines<'a> {
        Lines {
            rest: text,
            at: 0,
            next: 1,
        }
    }

    /// The line in which a row begins; call with rows in order.
    pub fn of(&mut self, row: &csv::StringRecord) -> usize {
        let byte = row.position().map_or(0, |position| position.byte());
        let start = usize::try_from(byte).unwrap_or(0);
        self.pass(start.saturating_sub(self.at));
        let blank = |c: char| matches!(c, '\n' | '\r');
        self.pass(self.rest.len() - self.rest.trim_start_matches(blank).len());
        self.next
    }

    fn pass(&mut self, bytes: usize) {
        let (passed, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.next += passed.matches('\n').count();
        self.at += passed.len();
        self.rest = rest;
    }
}
