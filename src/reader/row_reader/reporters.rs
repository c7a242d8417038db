//! Rows that other countries than China reported.

use crate::reader::errors::input_error::InputError;
use crate::reader::row_reader::Reading;
use crate::trade::InputRemark;

impl Reading<'_, '_> {
    /// Counts a row reported by another country, which is not read.
    pub fn count_of_others(&mut self, name: &str) {
        self.others.count(name);
    }

    /// Notes that a row was reported by China.
    pub fn note_china(&mut self) {
        self.others.has_china = true;
    }

    /// Says how many rows other countries reported; without one of China the file is refused.
    pub(super) fn settle_other_reporters(&mut self) {
        let others = std::mem::take(&mut self.others);
        let Some(first) = others.names.first().filter(|_| others.rows > 0) else {
            return;
        };
        if !others.has_china && self.taken == 0 {
            self.problems.add(
                self.file,
                crate::reader::errors::problems::Location::default(),
                &InputError::ReporterNotChina,
                Some(first),
            );
        }
        self.remark(InputRemark::OthersReported {
            count: others.rows,
            names: others.names,
        });
    }
}
