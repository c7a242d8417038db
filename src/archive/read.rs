//! Reads observations from an archive: every vintage for the partners asked for, or, for all
//! partners, sums of the rows that count.

use crate::archive::batch_columns::Reader;
use crate::archive::error::ArchiveError;
use crate::archive::files;
use crate::archive::files_in_turn::FilesInTurn;
use crate::archive::log;
use crate::archive::partners::{self, Places};
use crate::archive::row_groups;
use crate::archive::rows::{self};
use crate::archive::schema::ROW_GROUP;
use crate::archive::snapshot::{FileEntry, InputEntry, Snapshot};
use crate::archive::stated;
use crate::archive::sums;
use crate::archive::wanted::{ArchivedInput, OtherInputs, Wanted};
use crate::trade::{Flow, InputRemark, LayoutName, Named, Observations, Partner, PartnerChoice};
use arrow_array::{BooleanArray, RecordBatch};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowPredicateFn, ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
    RowFilter, RowSelection,
};
use parquet::file::metadata::ParquetMetaDataReader;
use parquet::schema::types::SchemaDescriptor;
use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};

/// How often a reader reloads the log after a writer moved a file away.
const TRIES: u32 = 5;

/// Reads an archive. Each input that was added becomes one input, in the order of adding.
///
/// # Errors
/// [`ArchiveError`] if there is no archive, or one of its files is damaged.
pub fn read(
    root: &Path,
    wanted: &Wanted,
) -> Result<(Observations, Vec<ArchivedInput>), ArchiveError> {
    let mut tries = 0;
    loop {
        let snapshot = log::snapshot(root)?;
        match read_snapshot(root, &snapshot, wanted) {
            // A file that is not there is damage only if no later version took it away.
            Err(_) if tries < TRIES && log::snapshot(root)?.version != snapshot.version => {
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
    let is_sum = sums::can_answer(snapshot, wanted);
    let for_sums = wanted;
    let wanted = &Wanted {
        flows: flows_alone(snapshot, wanted),
        ..wanted.clone()
    };
    let is_read = |file: &FileEntry| {
        let mut partners = file.partners.iter();
        partners.any(|code| partners::is_wanted(&wanted.partner, code))
            && (!is_sum || file.has_published())
            && wanted.takes_flow_of(file)
    };
    let places_of = |input: &InputEntry| -> Vec<PathBuf> {
        let files = input.files.iter().filter(|file| is_read(file));
        files
            .map(|file| files::place_of(root, file, snapshot))
            .collect()
    };
    let places: Vec<Vec<PathBuf>> = snapshot.inputs.iter().map(places_of).collect();
    let mut in_turn = FilesInTurn::new(places.iter().map(Vec::as_slice));
    let read = |path: &PathBuf| {
        let read = FileRows::read(path, wanted, is_sum);
        read.map_err(ArchiveError::in_file(path))
    };
    let mut observations = Observations::new();
    let mut inputs = Vec::new();
    let mut known = Places::default();
    for (turn, (input, places)) in snapshot.inputs.iter().zip(&places).enumerate() {
        in_turn.read_on(places, read)?;
        let layout = LayoutName::named(&input.layout).unwrap_or(LayoutName::Archive);
        observations.open(&input.source, layout);
        if let Some(last) = observations.inputs.last_mut() {
            last.is_cut = input.is_cut;
            last.stated = stated::of_input(snapshot, input);
        }
        if input.is_cut && input.files.iter().any(is_read) {
            observations.remark(&input.source, InputRemark::Truncated);
        }
        let before = observations.rows.len();
        let codes = input.files.iter().flat_map(|file| &file.partners);
        let partners = known.of(codes, &mut observations);
        observations.partners_seen.extend(&partners);
        let files = input.files.iter().filter(|file| is_read(file));
        for (file, path) in files.zip(places) {
            if let Some(rows) = in_turn.get(path) {
                rows.give(file, &mut observations)
                    .map_err(ArchiveError::in_file(path))?;
            }
        }
        in_turn.done_with(turn);
        // A change printed without a value is not a gap.
        if !layout.is_monthly_table() {
            let held = &observations.rows;
            let says_nothing =
                |at: &usize| held.amount(*at).is_none() && held.printed().get(*at).is_none();
            let blanks = (before..held.len()).filter(says_nothing).count() as u64;
            if blanks > 0 {
                observations.remark(&input.source, InputRemark::ValueMissing(blanks));
            }
        }
        inputs.push(ArchivedInput {
            name: input.source.clone(),
            rows: rows_of(input),
            records: (observations.rows.len() - before) as u64,
            partners,
        });
    }
    if is_sum {
        inputs.push(sums::read(root, snapshot, for_sums, &mut observations)?);
    }
    Ok((observations, inputs))
}

/// The flows to read: those asked for, if there are no published figures, through which one flow
/// may say something about another; otherwise all (empty).
fn flows_alone(snapshot: &Snapshot, wanted: &Wanted) -> Vec<Flow> {
    let all = snapshot.inputs.iter().flat_map(|input| &input.files);
    let all: Vec<&FileEntry> = all.collect();
    let stands_beside = |file: &&FileEntry| file.has_published();
    match wanted.beside != OtherInputs::Nothing || all.iter().any(stands_beside) {
        true => Vec::new(),
        false => sums::flows_alone(&all, wanted),
    }
}

fn rows_of(input: &InputEntry) -> u64 {
    input.files.iter().map(|file| file.rows).sum()
}

/// The wanted rows of one file, grouped by the name of each input's rows, which every row carries.
/// A compacted file has rows of many inputs, and is read once for all of them.
struct FileRows {
    batches: Vec<RecordBatch>,
    /// Batch number and row indices, by the name of an input's rows.
    of_input: HashMap<String, Vec<(usize, Vec<u32>)>>,
}

/// Columns that exist only for queries by other tools.
const FOR_OTHERS: [&str; 6] = [
    "month",
    "chapter",
    "level",
    "vintage",
    "all_goods",
    "source",
];
/// Columns with names only.
const NAMES: [&str; 3] = ["name", "province_name", "mode_name"];
/// Columns with quantities.
const QUANTITIES: [&str; 5] = [
    "quantity",
    "quantity_low",
    "quantity_high",
    "unit",
    "quantity_printed",
];

/// Whether a column is needed for what is asked.
fn is_read(name: &str, wanted: &Wanted) -> bool {
    !FOR_OTHERS.contains(&name)
        && (wanted.names || !NAMES.contains(&name))
        && (wanted.quantities || !QUANTITIES.contains(&name))
}

/// Filters the rows of wanted partners and flows.
fn of_partner(schema: &SchemaDescriptor, wanted: &Wanted, published_alone: bool) -> RowFilter {
    let columns = ProjectionMask::columns(schema, ["partner", "flow", "kind"]);
    let wanted = wanted.clone();
    let filter = ArrowPredicateFn::new(columns, move |batch: RecordBatch| {
        let reader = Reader::new(&batch);
        let of = |name: &str, keep: &dyn Fn(&str) -> bool| -> Option<Vec<bool>> {
            let column = reader.text(name)?;
            let kept: Vec<bool> = column.texts().map(keep).collect();
            let rows = 0..batch.num_rows();
            let is_kept = |row| kept.get(column.key(row)).copied().unwrap_or(false);
            Some(rows.map(is_kept).collect())
        };
        let partners = of("partner", &|code| {
            partners::is_wanted(&wanted.partner, code)
        });
        let flows = of("flow", &|flow| wanted.takes_flow(flow));
        let kinds = of("kind", &|kind| !published_alone || kind == "published");
        let [partners, flows, kinds] = [partners, flows, kinds].map(Option::unwrap_or_default);
        let all = partners.into_iter().zip(flows).zip(kinds);
        Ok(all
            .map(|((partner, flow), kind)| Some(partner && flow && kind))
            .collect::<BooleanArray>())
    });
    RowFilter::new(vec![Box::new(filter)])
}

impl FileRows {
    fn read(path: &Path, wanted: &Wanted, published_alone: bool) -> Result<FileRows, ArchiveError> {
        let opened = File::open(path).map_err(ArchiveError::at(path))?;
        let mut metadata = ParquetMetaDataReader::new().parse_and_finish(&opened)?;
        let groups: Vec<(usize, Option<RowSelection>)> = match &wanted.partner {
            PartnerChoice::All => (0..metadata.num_row_groups())
                .map(|group| (group, None))
                .collect(),
            PartnerChoice::These(places) => {
                let codes = places.iter().filter_map(|place| Partner::at(*place));
                let codes: Vec<&str> = codes.map(|partner| &*partner.code).collect();
                let may_hold = |least: &str, greatest: &str| {
                    codes.iter().any(|code| (least..=greatest).contains(code))
                };
                let groups = row_groups::groups_in_range(&metadata, "partner", &may_hold);
                let of_pages = (&groups[..], "partner");
                let (with_pages, rows) =
                    row_groups::pages_that_may_hold(&opened, metadata, of_pages, &may_hold)?;
                metadata = with_pages;
                groups.into_iter().zip(rows.into_iter().map(Some)).collect()
            }
        };
        let metadata = ArrowReaderMetadata::try_new(metadata.into(), ArrowReaderOptions::new())?;
        let mut read = FileRows {
            batches: Vec::new(),
            of_input: HashMap::new(),
        };
        for (group, rows) in groups {
            let opened = opened.try_clone().map_err(ArchiveError::at(path))?;
            let mut builder =
                ParquetRecordBatchReaderBuilder::new_with_metadata(opened, metadata.clone());
            if let Some(rows) = rows {
                builder = builder.with_row_selection(rows);
            }
            let schema = builder.parquet_schema();
            let columns = row_groups::columns_with_values(metadata.metadata().row_group(group));
            let columns = columns.filter(|name| is_read(name, wanted));
            let mask = ProjectionMask::columns(schema, columns);
            let filter = of_partner(schema, wanted, published_alone);
            // One row group at a time: the dictionaries of several would have to be merged.
            let reader = builder
                .with_row_groups(vec![group])
                .with_projection(mask)
                .with_row_filter(filter)
                .with_batch_size(ROW_GROUP)
                .build()?;
            for batch in reader {
                read.take(batch?)?;
            }
        }
        Ok(read)
    }

    fn take(&mut self, batch: RecordBatch) -> Result<(), ArchiveError> {
        let at = self.batches.len();
        let reader = Reader::new(&batch);
        let inputs = reader.text("input").ok_or_else(|| ArchiveError::Damaged {
            what: "no column `input`".to_owned(),
        })?;
        let mut of_text: Vec<Vec<u32>> = inputs.texts().map(|_| Vec::new()).collect();
        for row in 0..batch.num_rows() {
            if let Some(rows) = of_text.get_mut(inputs.key(row)) {
                rows.push(row as u32);
            }
        }
        let texts = inputs.texts().map(str::to_owned);
        for (name, rows) in texts.zip(of_text).filter(|(_, rows)| !rows.is_empty()) {
            self.of_input.entry(name).or_default().push((at, rows));
        }
        self.batches.push(batch);
        Ok(())
    }

    /// Adds the rows of one input, month and flow to the input opened last.
    fn give(&self, file: &FileEntry, observations: &mut Observations) -> Result<(), ArchiveError> {
        let of_input = self.of_input.get(&file.name);
        for (at, rows) in of_input.into_iter().flatten() {
            if let Some(batch) = self.batches.get(*at) {
                let rows = rows.iter().map(|row| *row as usize);
                rows::from_batch(batch, rows, observations)?;
            }
        }
        Ok(())
    }
}
