//! Rows read from an archive in order to be written to it again, each with its origin.

use crate::archive::columns::{Origin, Origins};
use crate::archive::error::ArchiveError;
use crate::archive::partners;
use crate::archive::row_groups;
use crate::archive::rows;
use crate::archive::schema::ROW_GROUP;
use crate::trade::{LayoutName, Observation, Observations};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
};
use std::fs::File;
use std::path::Path;

/// Rows with their origins, in the same order.
pub(crate) struct RowsWithOrigins {
    pub rows: Observations,
    pub origins: Origins,
}

impl RowsWithOrigins {
    /// Without rows.
    pub(crate) fn new() -> RowsWithOrigins {
        let mut rows = Observations::new();
        rows.open("archive", LayoutName::Archive);
        RowsWithOrigins {
            rows,
            origins: Origins::default(),
        }
    }

    /// Adds all rows of a file.
    ///
    /// # Errors
    /// [`ArchiveError`] when the file cannot be read.
    pub(crate) fn read(&mut self, path: &Path) -> Result<(), ArchiveError> {
        let opened = File::open(path).map_err(ArchiveError::at(path))?;
        let metadata = ArrowReaderMetadata::load(&opened, ArrowReaderOptions::new())?;
        for (group, of_group) in metadata.metadata().row_groups().iter().enumerate() {
            let opened = opened.try_clone().map_err(ArchiveError::at(path))?;
            let builder =
                ParquetRecordBatchReaderBuilder::new_with_metadata(opened, metadata.clone());
            let columns = row_groups::columns_with_values(of_group);
            let mask = ProjectionMask::columns(builder.parquet_schema(), columns);
            let reader = builder
                .with_row_groups(vec![group])
                .with_projection(mask)
                .with_batch_size(ROW_GROUP)
                .build()?;
            for batch in reader {
                let batch = batch?;
                rows::from_batch(&batch, 0..batch.num_rows(), &mut self.rows)?;
                rows::take_origins(&batch, &mut self.origins)?;
            }
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
        if let Some(said) = from.notes.of(at as u32) {
            self.rows
                .note(&from.text_of(said.note), &from.text_of(said.url));
        }
        let number = self.origins.number(origin);
        self.origins.push(number);
    }

    /// Adds the names of goods, provinces and trade modes.
    pub(crate) fn take_names(&mut self, from: &Observations) {
        for ((of, code), name) in &from.names {
            self.rows.name(*of, code, name);
        }
    }
}
