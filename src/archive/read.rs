//! An archive back to observations: every vintage of the partners asked for, or, over all partners,
//! sums of the rows that count.

use crate::archive::error::ArchiveError;
use crate::archive::files;
use crate::archive::log;
use crate::archive::rows::{self, Reader};
use crate::archive::snapshot::{FileEntry, InputEntry, Snapshot};
use crate::archive::sums;
use crate::archive::wanted::{ArchivedInput, Wanted};
use crate::trade::{Observations, PartnerChoice};
use arrow_array::{BooleanArray, RecordBatch};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowPredicateFn, ArrowReaderOptions, ParquetRecordBatchReaderBuilder, RowFilter,
};
use parquet::file::metadata::PageIndexPolicy;
use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

/// How often a reader looks at the log again where a writer moved a file under its feet.
const TRIES: u32 = 5;

/// Reads an archive. Each input that was added opens one input, in the order of adding.
///
/// # Errors
/// [`ArchiveError`] where there is no archive, or a file of it is damaged.
pub fn read(
    root: &Path,
    wanted: &Wanted,
) -> Result<(Observations, Vec<ArchivedInput>), ArchiveError> {
    let mut tries = 0;
    loop {
        let snapshot = log::snapshot(root)?;
        match read_snapshot(root, &snapshot, wanted) {
            Err(ArchiveError::Io { error, .. })
                if error.kind() == std::io::ErrorKind::NotFound && tries < TRIES =>
            {
                tries += 1;
            }
            other => return other,
        }
    }
}

fn read_snapshot(
    root: &Path,
    snapshot: &Snapshot,
    wanted: &Wanted,
) -> Result<(Observations, Vec<ArchivedInput>), ArchiveError> {
    let is_sum = wanted.partner == PartnerChoice::All
        && !wanted.quantities
        && !wanted.names
        && !wanted.vintages;
    let mut observations = Observations::new();
    let mut inputs = Vec::new();
    for input in &snapshot.inputs {
        let layout = layout_named(&input.layout);
        observations.open(&input.source, layout);
        if let Some(last) = observations.inputs.last_mut() {
            last.is_cut = input.is_cut;
        }
        let before = observations.rows.len();
        for file in &input.files {
            observations
                .partners_seen
                .extend(file.partners.iter().map(|code| rows::place_of(code)));
            let is_published = file.levels.iter().any(|level| level == "published");
            if wants(file, wanted) && (!is_sum || is_published) {
                let path = files::place_of(root, file, snapshot);
                some(&path, file, wanted, is_sum, &mut observations)?;
            }
        }
        inputs.push(ArchivedInput {
            name: input.source.clone(),
            rows: rows_of(input),
            records: (observations.rows.len() - before) as u64,
            partners: partners_of(input),
        });
    }
    if is_sum {
        inputs.push(sums::read(root, snapshot, wanted, &mut observations)?);
    }
    Ok((observations, inputs))
}

fn rows_of(input: &InputEntry) -> u64 {
    input.files.iter().map(|file| file.rows).sum()
}

fn partners_of(input: &InputEntry) -> BTreeSet<u16> {
    let codes = input.files.iter().flat_map(|file| &file.partners);
    codes.map(|code| rows::place_of(code)).collect()
}

/// A layout by its name, for a report: names live as long as the program.
fn layout_named(name: &str) -> &'static str {
    const LAYOUTS: [&str; 14] = [
        "platform",
        "comtrade",
        "comtrade-legacy",
        "published",
        "tidy",
        "wide",
        "bulletin",
        "preliminary",
        "trade-map",
        "imf",
        "comtrade-json",
        "year-month",
        "rollup",
        "parquet",
    ];
    LAYOUTS
        .into_iter()
        .find(|known| *known == name)
        .unwrap_or("archive")
}

/// Whether a file may hold rows that are wanted.
fn wants(file: &FileEntry, wanted: &Wanted) -> bool {
    let mut partners = file.partners.iter();
    partners.any(|code| wanted.partner.wants(rows::place_of(code)))
}

/// Adds the wanted rows of one file to the input opened last.
fn some(
    path: &Path,
    file: &FileEntry,
    wanted: &Wanted,
    published_alone: bool,
    observations: &mut Observations,
) -> Result<(), ArchiveError> {
    let opened = File::open(path).map_err(ArchiveError::at(path))?;
    let options = ArrowReaderOptions::new().with_page_index_policy(PageIndexPolicy::Optional);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(opened, options)?;
    let schema = builder.parquet_schema();
    let input_name = file.name.clone();
    // A compacted file holds the rows of several inputs.
    let is_shared = !path.to_string_lossy().contains(&file.name);
    let partner = wanted.partner.clone();
    let columns = ProjectionMask::columns(schema, ["partner", "kind", "input"]);
    let filter = ArrowPredicateFn::new(columns, move |batch: RecordBatch| {
        let reader = Reader::new(&batch);
        let of = |name: &str, keep: &dyn Fn(&str) -> bool| -> Option<Vec<bool>> {
            let column = reader.text(name)?;
            let kept: Vec<bool> = column.texts().map(keep).collect();
            Some(
                (0..batch.num_rows())
                    .map(|row| kept.get(column.key(row)).copied().unwrap_or(false))
                    .collect(),
            )
        };
        let partners = of("partner", &|code| partner.wants(rows::place_of(code)));
        let kinds = of("kind", &|kind| !published_alone || kind == "published");
        let inputs = of("input", &|input| !is_shared || input == input_name);
        let all = [partners, kinds, inputs].map(Option::unwrap_or_default);
        let is_wanted = |row: usize| {
            all.iter()
                .all(|column| column.get(row).copied().unwrap_or(false))
        };
        Ok(BooleanArray::from_iter(
            (0..batch.num_rows()).map(|row| Some(is_wanted(row))),
        ))
    });
    let reader = builder
        .with_row_filter(RowFilter::new(vec![Box::new(filter)]))
        .with_batch_size(65_536)
        .build()?;
    for batch in reader {
        rows::from_batch(&batch?, observations)?;
    }
    Ok(())
}
