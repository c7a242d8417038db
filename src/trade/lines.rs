/// Counts lines up to each row of a csv; the csv reader takes a row to begin at the blank lines
/// before it.
pub(super) struct Lines<'a> {
    rest: &'a str,
    at: usize,
    /// The line that comes next, from 1.
    pub next: usize,
}

impl<'a> Lines<'a> {
    /// At the beginning of the text that the csv reader is given.
    pub fn new(text: &'a str) -> Lines<'a> {
        Lines {
            rest: text,
            at: 0,
            next: 1,
        }
    }

    /// The line that a row begins in; rows are asked for in their order.
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
