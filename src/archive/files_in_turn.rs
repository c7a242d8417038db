//! Reads the files of an archive a few at a time, in the order in which inputs need them, and lets go
//! of each after the last input that needs it: what is held does not grow with the archive.

use crate::archive::error::ArchiveError;
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::PathBuf;

/// How many files are read at once, per core: enough to keep all of them busy.
const PER_CORE: usize = 3;

/// What was read of the files, `T` of each.
pub(crate) struct FilesInTurn<T> {
    /// The files in the order of the first input that needs them.
    order: Vec<PathBuf>,
    /// How many of them have been read.
    read: usize,
    /// The last input that needs each file.
    last: HashMap<PathBuf, usize>,
    held: HashMap<PathBuf, T>,
}

impl<T: Send> FilesInTurn<T> {
    /// For inputs that need these files, each.
    pub fn new<'p>(needed: impl Iterator<Item = &'p [PathBuf]>) -> FilesInTurn<T> {
        let mut order = Vec::new();
        let mut last = HashMap::new();
        for (input, paths) in needed.enumerate() {
            for path in paths {
                if last.insert(path.clone(), input).is_none() {
                    order.push(path.clone());
                }
            }
        }
        FilesInTurn {
            order,
            read: 0,
            last,
            held: HashMap::new(),
        }
    }

    /// Reads on until these files have been read.
    ///
    /// # Errors
    /// The first error of `read`.
    pub fn read_on(
        &mut self,
        wanted: &[PathBuf],
        read: impl Fn(&PathBuf) -> Result<T, ArchiveError> + Sync,
    ) -> Result<(), ArchiveError> {
        let at_once = PER_CORE * rayon::current_num_threads();
        while wanted.iter().any(|path| !self.held.contains_key(path)) {
            let left = self.order.get(self.read..).unwrap_or_default();
            let next = &left[..at_once.min(left.len())];
            if next.is_empty() {
                return Ok(());
            }
            let parts = next.par_iter().map(&read);
            let parts = parts.collect::<Result<Vec<T>, ArchiveError>>()?;
            self.held.extend(next.iter().cloned().zip(parts));
            self.read += next.len();
        }
        Ok(())
    }

    /// What was read of a file.
    pub fn get(&self, path: &PathBuf) -> Option<&T> {
        self.held.get(path)
    }

    /// Lets go of the files that no input after this one needs.
    pub fn done_with(&mut self, input: usize) {
        let last = &self.last;
        self.held
            .retain(|path, _| last.get(path).is_some_and(|last| *last > input));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn each_file_is_read_once_and_held_until_its_last_input() {
        let paths = |names: &str| -> Vec<PathBuf> { names.split(' ').map(PathBuf::from).collect() };
        // Enough files in between that they are not all read at once.
        let many: Vec<String> = (0..100 * rayon::current_num_threads())
            .map(|at| format!("f{at}"))
            .collect();
        let inputs = [paths("a b"), paths(&many.join(" ")), paths("b c")];
        let mut files = FilesInTurn::new(inputs.iter().map(Vec::as_slice));
        let read = Mutex::new(Vec::new());
        for (at, input) in inputs.iter().enumerate() {
            let take = |path: &PathBuf| {
                read.lock().unwrap().push(path.clone());
                Ok(path.clone())
            };
            files.read_on(input, take).unwrap();
            for path in input {
                assert_eq!(files.get(path), Some(path));
            }
            assert!(at > 0 || files.get(&"c".into()).is_none());
            files.done_with(at);
            assert_eq!(files.get(&"a".into()), None);
            assert_eq!(files.get(&"b".into()).is_some(), at < 2);
        }
        let mut all = read.into_inner().unwrap();
        assert_eq!(all.len(), 3 + many.len());
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 3 + many.len());
    }
}
