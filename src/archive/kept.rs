//! Rows taken out of an archive to be written to it again, each with where it comes from.

use crate::archive::content;
use crate::archive::error::ArchiveError;
use crate::archive::partners;
use crate::archive::rows::{self, Origin};
use crate::trade::{Observation, Observations};
use arrow_array::RecordBatch;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::fs::File;
use std::path::Path;

/// Rows with their origins, in one order.
pub(crate) struct Kept {
    pub rows: Observations,
    pub origins: Vec<Origin>,
}

impl Kept {
    /// No rows yet.
    pub(crate) fn new() -> Kept {
        let mut rows = Observations::new();
        rows.open("archive", "archive");
        Kept {
            rows,
            origins: Vec::new(),
        }
    }

    /// Adds every row of a file.
    ///
    /// # Errors
    /// [`ArchiveError`] where the file cannot be read.
    pub(crate) fn read(&mut self, path: &Path) -> Result<(), ArchiveError> {
        let opened = File::open(path).map_err(ArchiveError::at(path))?;
        for batch in ParquetRecordBatchReaderBuilder::try_new(opened)?.build()? {
            let batch = batch?;
            rows::from_batch(&batch, 0..batch.num_rows(), &mut self.rows)?;
            self.origins.extend(rows::origins(&batch)?);
        }
        Ok(())
    }

    /// Adds one row of `from`.
    pub(crate) fn take(&mut self, from: &Observations, at: usize, origin: Origin) {
        let Some(row) = from.rows.get(at) else {
            return;
        };
        let mut text = |id| self.rows.text(&from.text_of(id));
        let (code, split, publisher) = (text(row.code), text(row.split), text(row.publisher));
        let partner = partners::place_of(&partners::code_of(row.partner, from), &mut self.rows);
        let copied = Observation {
            partner,
            code,
            split,
            publisher,
            ..row
        };
        self.rows.push_sum(copied, from.rows.count(at));
        if let Some(quantity) = from.quantities.get(&(at as u32)) {
            self.rows.count(*quantity);
        }
        self.origins.push(origin);
    }

    /// Takes over the names of goods, provinces and trade modes.
    pub(crate) fn take_names(&mut self, from: &Observations) {
        for ((of, code), name) in &from.names {
            self.rows.name(*of, code, name);
        }
    }

    /// The places of its rows in the order of a file.
    pub(crate) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.rows.rows.len()).collect();
        order.sort_by_cached_key(|at| {
            let row = self.rows.rows.get(*at);
            row.map(|row| content::key(&row, &self.rows))
        });
        order
    }

    /// Its rows as columns, in this order.
    ///
    /// # Errors
    /// As [`rows::to_batch`].
    pub(crate) fn batch(&self, order: &[usize]) -> Result<RecordBatch, ArchiveError> {
        let nowhere = Origin {
            source: "".into(),
            input: "".into(),
            all_goods: false,
        };
        let origin = |at: usize| {
            self.origins
                .get(at)
                .cloned()
                .unwrap_or_else(|| nowhere.clone())
        };
        rows::to_batch(&self.rows, order, &origin)
    }
}
