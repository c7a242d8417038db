//! Sums over all partners, straight from the columns of the files that count: no row is made of a
//! row, so that memory does not grow with the archive.

use crate::archive::error::ArchiveError;
use crate::archive::monthly_sums::{Key, Months, Sum, Sums};
use crate::archive::partners;
use crate::archive::row_groups;
use crate::archive::rows::{Reader, currency_named, flow_named};
use crate::archive::snapshot::{FileEntry, Snapshot};
use crate::archive::told::{Numbered, Told};
use crate::archive::wanted::{ArchivedInput, Wanted};
use crate::trade::{
    Amount, Basis, Flow, Interval, Month, Observation, Observations, PartnerChoice, Period,
    RowKind, TextId, Within,
};
use arrow_array::{Array, RecordBatch};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Whether sums without their rows can answer: all partners are asked for and nothing that only a
/// row has, and no month has its trade at two levels of detail, between which only rows can choose.
pub(crate) fn can_answer(snapshot: &Snapshot, wanted: &Wanted) -> bool {
    let is_of_sums = wanted.partner == PartnerChoice::All
        && !wanted.quantities
        && !wanted.names
        && !wanted.vintages;
    is_of_sums && has_one_level(snapshot)
}

/// Whether every month of a flow has its rows of detail at one level.
fn has_one_level(snapshot: &Snapshot) -> bool {
    let mut levels: BTreeMap<&str, Vec<(&FileEntry, &str)>> = BTreeMap::new();
    for file in snapshot.current.values() {
        let of_detail = file.levels.iter().filter(|level| *level != PUBLISHED);
        for level in of_detail {
            for flow in file.flow.split(' ') {
                levels.entry(flow).or_default().push((file, level));
            }
        }
    }
    levels.values_mut().all(|files| {
        files.sort_by_key(|(file, _)| (&file.from, &file.to));
        // Where two files that overlap differ, two neighbours in this order do, or one reaches over
        // others: then the end of the longest so far is what counts.
        let mut longest: Option<(&str, &str)> = None;
        files.iter().all(|(file, level)| {
            let is_same = longest
                .is_none_or(|(to, of_longest)| file.from.as_str() > to || of_longest == *level);
            if longest.is_none_or(|(to, _)| file.to.as_str() > to) {
                longest = Some((&file.to, level));
            }
            is_same
        })
    })
}

const PUBLISHED: &str = "published";

/// A file that counts, with its footer.
struct Opened {
    path: PathBuf,
    metadata: ArrowReaderMetadata,
}

/// Adds one input that holds the sums of every detail row that counts.
///
/// # Errors
/// [`ArchiveError`] where a file cannot be read.
pub(crate) fn read(
    root: &Path,
    snapshot: &Snapshot,
    wanted: &Wanted,
    observations: &mut Observations,
) -> Result<ArchivedInput, ArchiveError> {
    let current = || snapshot.current.values();
    let files: Vec<&FileEntry> = current()
        .filter(|file| file.levels.iter().any(|level| level != PUBLISHED))
        .collect();
    // A partner's published total stands in place of its rows, and the row of all partners is none
    // of them: both can be told only where partners are.
    let has_totals = current().any(|file| {
        file.levels.iter().any(|level| level == PUBLISHED)
            || file.partners.iter().any(|code| partners::is_world(code))
    });
    let tells_partners = wanted.partners || has_totals;
    let opened = wanted
        .needed(&files)
        .par_iter()
        .map(|file| open(root.join(&file.path)))
        .collect::<Result<Vec<Opened>, ArchiveError>>()?;
    let groups: Vec<(&Opened, usize)> = opened
        .iter()
        .flat_map(|file| {
            let groups = file.metadata.metadata().num_row_groups();
            (0..groups).map(move |group| (file, group))
        })
        .collect();
    let sums = groups
        .par_iter()
        .try_fold(Sums::default, |mut sums, (file, group)| {
            of_group(file, *group, (wanted, tells_partners), &mut sums)?;
            Ok::<Sums, ArchiveError>(sums)
        })
        .try_reduce(Sums::default, |one, other| Ok(one.join(other)))?;
    observations.open("archive", "archive");
    let codes: BTreeSet<&String> = files.iter().flat_map(|file| &file.partners).collect();
    let partners: BTreeSet<u16> = codes
        .into_iter()
        .map(|code| partners::place_of(code, observations))
        .collect();
    let within = within(&files, observations);
    if let Some(input) = observations.inputs.last_mut() {
        input.apart = Some(within);
    }
    let before = observations.rows.len();
    let in_order: BTreeMap<&Key, usize> = sums
        .places
        .iter()
        .map(|(key, place)| (key, *place))
        .collect();
    for (key, place) in in_order {
        if let Some(months) = sums.of.get(place) {
            push(key, months, observations)?;
        }
    }
    Ok(ArchivedInput {
        name: "archive".to_owned(),
        rows: files.iter().map(|file| file.rows).sum(),
        records: (observations.rows.len() - before) as u64,
        partners,
    })
}

fn open(path: PathBuf) -> Result<Opened, ArchiveError> {
    let file = File::open(&path).map_err(ArchiveError::at(&path))?;
    let metadata = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new())?;
    Ok(Opened { path, metadata })
}

/// Adds up one row group.
fn of_group(
    file: &Opened,
    group: usize,
    (wanted, tells_partners): (&Wanted, bool),
    sums: &mut Sums,
) -> Result<(), ArchiveError> {
    let opened = File::open(&file.path).map_err(ArchiveError::at(&file.path))?;
    let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(opened, file.metadata.clone());
    let metadata = file.metadata.metadata().clone();
    let Some(group_metadata) = metadata.row_groups().get(group) else {
        return Ok(());
    };
    let told = Told::by(group_metadata, wanted, tells_partners);
    let mut columns = vec!["month_no", "value"];
    let says_more = |column: &&str| match *column {
        "months" => !row_groups::is_always(group_metadata, "months", 1),
        column => !row_groups::is_empty(group_metadata, column),
    };
    columns.extend(["months", "low", "high"].into_iter().filter(says_more));
    columns.extend(told.columns());
    let mask = ProjectionMask::columns(builder.parquet_schema(), columns);
    let reader = builder
        .with_row_groups(vec![group])
        .with_projection(mask)
        .with_batch_size(65_536)
        .build()?;
    for batch in reader {
        of_batch(&batch?, &told, wanted.digits, sums)?;
    }
    Ok(())
}

/// Adds up one batch. Its rows are sorted, so that rows of one key nearly always follow one another,
/// and a look-up is made only where the key changes.
fn of_batch(
    batch: &RecordBatch,
    told: &Told,
    digits: usize,
    sums: &mut Sums,
) -> Result<(), ArchiveError> {
    let reader = Reader::new(batch);
    let damaged = |name: &str| ArchiveError::Damaged {
        what: format!("no column `{name}`"),
    };
    let plain = |told| Numbered::of(told, &reader, |text| text);
    let (kind, flow) = (plain(&told.kind)?, plain(&told.flow)?);
    let (currency, partner) = (plain(&told.currency)?, plain(&told.partner)?);
    let code = Numbered::of(&told.code, &reader, |code| {
        code.get(..digits).unwrap_or(code)
    })?;
    let month = reader
        .whole("month_no")
        .ok_or_else(|| damaged("month_no"))?;
    let month = month.values();
    // Columns that say nothing were not read.
    let months = reader.whole("months").map(|column| column.values());
    let values = reader.decimal("value").ok_or_else(|| damaged("value"))?;
    let ends = [reader.decimal("low"), reader.decimal("high")];
    let ends = ends.map(|column| column.filter(|column| column.null_count() < column.len()));
    let has_all = values.null_count() == 0;
    let is_detail: Vec<bool> = kind.texts.iter().map(|text| **text == *"detail").collect();
    let mut run: Option<([u32; 4], i32)> = None;
    let mut place = 0;
    for row in 0..batch.num_rows() {
        let is_detail = is_detail.get(kind.number(row) as usize) == Some(&true);
        if !is_detail || !(has_all || values.is_valid(row)) {
            continue;
        }
        let months = months.map_or(1, |months| months[row]);
        let numbers = [&flow, &currency, &partner, &code].map(|column| column.number(row));
        if run != Some((numbers, months)) {
            run = Some((numbers, months));
            place = sums.place(Key {
                flow: flow.text(row),
                currency: currency.text(row),
                partner: partner.text(row),
                code: code.text(row),
                months,
            });
        }
        let value = values.value(row);
        let [low, high] = ends.map(|column| match column {
            Some(column) if !column.is_null(row) => column.value(row),
            _ => value,
        });
        let sum = Sum {
            value,
            low,
            high,
            rows: 1,
        };
        let held = sums.of.get_mut(place).and_then(|own| own.at(month[row]));
        held.ok_or_else(|| ArchiveError::Damaged {
            what: format!("not a month: `{}`", month[row]),
        })?
        .add(sum);
    }
    Ok(())
}

/// Adds the sums of one key to the input opened last.
fn push(key: &Key, months: &Months, observations: &mut Observations) -> Result<(), ArchiveError> {
    let damaged = |what: &str, found: &str| ArchiveError::Damaged {
        what: format!("not a {what}: `{found}`"),
    };
    let flow = flow_named(&key.flow).ok_or_else(|| damaged("flow", &key.flow))?;
    let currency =
        currency_named(&key.currency).ok_or_else(|| damaged("currency", &key.currency))?;
    let partner = partners::place_of(&key.partner, observations);
    let code = observations.text(&key.code);
    let held = (months.first..).zip(&months.sums);
    for (month, sum) in held.filter(|(_, sum)| sum.rows > 0) {
        let to = Month::from_index(month);
        let interval = Interval {
            low: Amount(sum.low),
            high: Amount(sum.high),
        };
        let observation = Observation {
            line: 0,
            period: Period {
                from: to.plus(1 - key.months),
                to,
            },
            flow,
            partner,
            currency,
            code,
            split: TextId::EMPTY,
            kind: RowKind::Detail,
            value: Some((Amount(sum.value), interval)),
            basis: Basis::Sum,
            released: None,
            printed: None,
            publisher: TextId::EMPTY,
        };
        observations.push_sum(observation, sum.rows);
    }
    Ok(())
}

/// What stood in the rows behind the sums, by flow and level.
fn within(files: &[&FileEntry], observations: &mut Observations) -> Vec<Within> {
    let mut all: BTreeMap<(Flow, u8, u32), Within> = BTreeMap::new();
    for file in files {
        let flows = Flow::ALL
            .into_iter()
            .filter(|flow| file.flow.split(' ').any(|one| one == flow.name()));
        for flow in flows {
            for level in file.levels.iter().filter(|level| *level != PUBLISHED) {
                let mut parts = level.split('+');
                let digits = parts
                    .next()
                    .and_then(|text| text.strip_prefix("hs")?.parse().ok())
                    .unwrap_or(0);
                let bits = parts.map(|part| match part {
                    "province" => 1,
                    "mode" => 2,
                    _ => 4,
                });
                let splits = bits.sum();
                let one = all.entry((flow, digits, splits)).or_insert_with(|| Within {
                    flow,
                    digits,
                    splits,
                    chapters: BTreeSet::new(),
                    partners: BTreeSet::new(),
                });
                one.chapters.extend(
                    file.chapters
                        .iter()
                        .map(|text| Arc::<str>::from(text.as_str())),
                );
                let codes = file.partners.iter();
                one.partners
                    .extend(codes.map(|code| partners::place_of(code, observations)));
            }
        }
    }
    all.into_values().collect()
}
