//! Reports how far reading has come. The reader itself prints nothing.

use std::sync::atomic::{AtomicU64, Ordering};

/// Receives progress reports, from any thread.
pub trait Progress: Sync {
    /// `done` of `total` bytes of all files are read; the current file is `file`.
    fn report_progress(&self, file: &str, done: u64, total: u64) {
        let _ = (file, done, total);
    }

    /// Reading has ended.
    fn end(&self) {}
}

/// Ignores progress.
#[derive(Clone, Copy, Debug)]
pub struct Unwatched;

impl Progress for Unwatched {}

/// Counts the bytes read in one run.
pub(crate) struct Meter<'p> {
    progress: &'p dyn Progress,
    total: u64,
    /// Total size of the files before the current one.
    before: u64,
    file: String,
    size: u64,
    within: AtomicU64,
}

impl<'p> Meter<'p> {
    pub fn new(progress: &'p dyn Progress, total: u64) -> Meter<'p> {
        Meter {
            progress,
            total,
            before: 0,
            file: String::new(),
            size: 0,
            within: AtomicU64::new(0),
        }
    }

    /// Starts the next file.
    pub fn begin(&mut self, file: &str, size: u64) {
        self.before += self.size;
        self.file = crate::trade::printable(file).into_owned();
        self.size = size;
        self.within.store(0, Ordering::Relaxed);
        self.report_progress(0);
    }

    /// Adds a number of bytes read from the current file.
    pub fn add(&self, bytes: u64) {
        let before = self.within.fetch_add(bytes, Ordering::Relaxed);
        self.report_progress(before + bytes);
    }

    /// Sets the part of the current file that is read. `whole` may differ from the size of the
    /// file, as the text of a packed file does.
    pub fn at(&self, part: usize, whole: usize) {
        let share = part as u128 * u128::from(self.size) / whole.max(1) as u128;
        let within = share as u64;
        self.within.store(within, Ordering::Relaxed);
        self.report_progress(within);
    }

    fn report_progress(&self, within: u64) {
        let done = self.before + within.min(self.size);
        self.progress.report_progress(&self.file, done, self.total);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[derive(Default)]
    struct Notebook(Mutex<Vec<(String, u64, u64)>>);

    impl Progress for Notebook {
        fn report_progress(&self, file: &str, done: u64, total: u64) {
            self.0.lock().unwrap().push((file.to_owned(), done, total));
        }
    }

    #[test]
    fn bytes_are_counted_over_all_files_and_never_past_one() {
        let notebook = Notebook::default();
        let mut meter = Meter::new(&notebook, 30);
        meter.begin("a", 10);
        meter.at(100, 200);
        meter.add(9);
        meter.begin("b", 20);
        meter.add(4);
        let notes = notebook.0.into_inner().unwrap();
        let done: Vec<u64> = notes.iter().map(|(_, done, _)| *done).collect();
        assert_eq!(done, [0, 5, 10, 10, 14]);
        assert_eq!(notes[4], ("b".to_owned(), 14, 30));
    }
}
