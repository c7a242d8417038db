//! Sums one row group directly from its columns.

use crate::archive::batch_columns::Reader;
use crate::archive::chunks::Chunks;
use crate::archive::error::ArchiveError;
use crate::archive::group_keys::{GroupKeys, Ids, Known, Numbered};
use crate::archive::monthly_sums::{Key, Sums};
use crate::archive::row_groups;

use crate::archive::schema::{self, ROW_GROUP};
use crate::archive::wanted::Wanted;
use arrow_array::{Array, RecordBatch};
use foldhash::fast::RandomState;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
};
use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The number of rows per batch if they have few distinct texts.
const FEW: usize = 8_192;

/// A current file with its footer.
pub(crate) struct Opened {
    path: PathBuf,
    metadata: ArrowReaderMetadata,
    /// Whether each of its codes is empty or has a chapter.
    has_chapters: bool,
}

impl Opened {
    /// # Errors
    /// When the footer cannot be read.
    pub(crate) fn open(path: PathBuf, has_chapters: bool) -> Result<Opened, ArchiveError> {
        let file = File::open(&path).map_err(ArchiveError::at(&path))?;
        let metadata = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new())?;
        let options = ArrowReaderOptions::new().with_schema(schema::narrow(metadata.schema()));
        let metadata = ArrowReaderMetadata::try_new(metadata.metadata().clone(), options)?;
        Ok(Opened {
            path,
            metadata,
            has_chapters,
        })
    }

    /// The path of the file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The number of row groups.
    pub(crate) fn groups(&self) -> usize {
        self.metadata.metadata().num_row_groups()
    }

    /// Adds the rows of one row group to `sums`.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn add_up(
        &self,
        group: usize,
        (wanted, tells_partners): (&Wanted, bool),
        sums: &mut Sums,
    ) -> Result<(), ArchiveError> {
        let Some(of_group) = self.metadata.metadata().row_groups().get(group) else {
            return Ok(());
        };
        let chapters = self.has_chapters && wanted.digits == 2;
        let keys = GroupKeys::by(of_group, (wanted, tells_partners, chapters));
        if !keys.may_count(wanted) {
            return Ok(());
        }
        let mut columns = vec!["month_no", "value"];
        let says_more = |column: &&str| match *column {
            "months" => !row_groups::is_always(of_group, "months", 1),
            column => !row_groups::is_empty(of_group, column),
        };
        columns.extend(["months", "low", "high"].into_iter().filter(says_more));
        columns.extend(keys.columns());
        let chunks = Chunks::read(&self.path, of_group, |name| columns.contains(&name))?;
        let builder =
            ParquetRecordBatchReaderBuilder::new_with_metadata(chunks, self.metadata.clone());
        let mask = ProjectionMask::columns(builder.parquet_schema(), columns);
        // A small batch stays in the CPU cache, but long text lists are scanned once per batch.
        let at_once = match wanted.digits > 0 && !chapters {
            true => ROW_GROUP,
            false => FEW,
        };
        let reader = builder
            .with_row_groups(vec![group])
            .with_projection(mask)
            .with_batch_size(at_once)
            .build()?;
        let mut known = Known::default();
        for batch in reader {
            of_batch(&batch?, (&keys, &mut known), wanted, sums)?;
        }
        Ok(())
    }
}

/// Adds the rows of one batch. They are sorted, so rows with the same key are mostly adjacent, and
/// keys are looked up once per run.
fn of_batch(
    batch: &RecordBatch,
    (keys, known): (&GroupKeys, &mut Known),
    wanted: &Wanted,
    sums: &mut Sums,
) -> Result<(), ArchiveError> {
    let reader = Reader::new(batch);
    let damaged = |name: &str| ArchiveError::Damaged {
        what: format!("no column `{name}`"),
    };
    let mut plain = |keys| Numbered::of(keys, &reader, known, |text| text);
    let (kind, flow) = (plain(&keys.kind)?, plain(&keys.flow)?);
    let (currency, partner) = (plain(&keys.currency)?, plain(&keys.partner)?);
    let code = Numbered::of(&keys.code, &reader, known, |code| {
        code.get(..wanted.digits).unwrap_or(code)
    })?;
    let month = reader
        .whole("month_no")
        .ok_or_else(|| damaged("month_no"))?
        .values();
    // Columns without information were not read.
    let months = reader.whole("months").map(|column| column.values());
    let values = reader.narrow("value").ok_or_else(|| damaged("value"))?;
    let ends = [reader.narrow("low"), reader.narrow("high")];
    let ends = ends.map(|column| column.filter(|column| column.null_count() < column.len()));
    let is_exact = ends.iter().all(Option::is_none);
    let has_all = values.null_count() == 0;
    let amounts = values.values();

    let mut ids = Ids::one(batch.num_rows());
    for column in [&kind, &flow, &currency, &partner, &code] {
        ids.split_by(column);
    }
    if let Some(months) = months {
        ids.put_behind(1 << 32, months.iter().map(|months| *months as u32));
    }
    let mut places: HashMap<u64, Option<usize>, RandomState> = HashMap::default();
    let mut place_of = |id: u64, row: usize| {
        *places.entry(id).or_insert_with(|| {
            let counts = *kind.text(row) == *"detail" && wanted.takes_flow(&flow.text(row));
            counts.then(|| {
                sums.place(Key {
                    flow: flow.text(row),
                    currency: currency.text(row),
                    partner: partner.text(row),
                    code: code.text(row),
                    months: months.map_or(1, |months| months[row]),
                })
            })
        })
    };
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    let mut from = 0;
    for run in ids.of_rows.chunk_by(|one, other| one == other) {
        let to = from + run.len();
        if let Some(place) = place_of(run[0], from) {
            runs.push((place, from, to));
        }
        from = to;
    }
    let not_a_month = |month: i32| ArchiveError::Damaged {
        what: format!("not a month: `{month}`"),
    };
    for (place, from, to) in runs {
        let Some(own) = sums.of.get_mut(place) else {
            continue;
        };
        if has_all && is_exact {
            let added = own.add_all(&month[from..to], &amounts[from..to]);
            added.map_err(not_a_month)?;
            continue;
        }
        for row in from..to {
            let (month, value) = (month[row], amounts[row]);
            if values.is_null(row) {
                own.add_blank(month).ok_or_else(|| not_a_month(month))?;
                continue;
            }
            own.add(month, value.into())
                .ok_or_else(|| not_a_month(month))?;
            let [low, high] = ends.map(|column| match column {
                Some(column) if !column.is_null(row) => column.value(row),
                _ => value,
            });
            let [low, high, value] = [low, high, value].map(i128::from);
            own.add_slack(month, [value - low, high - value]);
        }
    }
    Ok(())
}
