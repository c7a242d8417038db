//! Sums over all partners, straight from the columns of the files that count: no row is made of a
//! row, so that memory does not grow with the archive.

use crate::archive::error::ArchiveError;
use crate::archive::rows::{Reader, TextColumn, currency_named, flow_named, place_of};
use crate::archive::snapshot::{FileEntry, Snapshot};
use crate::archive::wanted::{ArchivedInput, Wanted};
use crate::trade::{
    Amount, Basis, Flow, Interval, Month, Observation, Observations, Period, RowKind, TextId,
    Within,
};
use arrow_array::{Array, RecordBatch};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// What sums are told apart by. Texts are shared: a batch makes each of them once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
struct Key {
    month_no: i32,
    flow: Arc<str>,
    level: Arc<str>,
    currency: Arc<str>,
    partner: Arc<str>,
    code: Arc<str>,
    split: [Arc<str>; 3],
}

type Sums = BTreeMap<Key, (i128, u32)>;

/// Adds one input that holds the sums of every detail row that counts.
///
/// # Errors
/// [`ArchiveError`] where a file cannot be read, or a sum is too large.
pub(crate) fn read(
    root: &Path,
    snapshot: &Snapshot,
    wanted: &Wanted,
    observations: &mut Observations,
) -> Result<ArchivedInput, ArchiveError> {
    let files: Vec<&FileEntry> = snapshot
        .current
        .values()
        .filter(|file| file.levels.iter().any(|level| level != "published"))
        .collect();
    let parts = files
        .par_iter()
        .map(|file| of_file(&root.join(&file.path), wanted))
        .collect::<Result<Vec<Sums>, ArchiveError>>()?;
    let mut all = Sums::new();
    for part in parts {
        join(&mut all, part)?;
    }
    observations.open("archive", "archive");
    let partners: BTreeSet<u16> = files
        .iter()
        .flat_map(|file| file.partners.iter().map(|code| place_of(code)))
        .collect();
    if let Some(input) = observations.inputs.last_mut() {
        input.apart = Some(within(&files));
    }
    let rows: u64 = files.iter().map(|file| file.rows).sum();
    let records = all.len() as u64;
    for (key, (value, count)) in all {
        push(&key, value, count, observations)?;
    }
    Ok(ArchivedInput {
        name: "archive".to_owned(),
        rows,
        records,
        partners,
    })
}

fn join(all: &mut Sums, part: Sums) -> Result<(), ArchiveError> {
    for (key, (value, count)) in part {
        add(all.entry(key).or_default(), (value, count))?;
    }
    Ok(())
}

/// One more sum, and of how many rows it is.
fn add(sum: &mut (i128, u32), more: (i128, u32)) -> Result<(), ArchiveError> {
    sum.0 = sum
        .0
        .checked_add(more.0)
        .ok_or_else(|| ArchiveError::TooLarge {
            amount: "a sum".to_owned(),
        })?;
    sum.1 = sum.1.saturating_add(more.1);
    Ok(())
}

/// The sums of one file. Its rows are sorted, so that rows of one key nearly always follow one
/// another, and a look-up is made only where the key changes.
fn of_file(path: &Path, wanted: &Wanted) -> Result<Sums, ArchiveError> {
    let opened = File::open(path).map_err(ArchiveError::at(path))?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(opened)?;
    let mut columns = vec![
        "month_no", "months", "flow", "hs", "kind", "level", "currency", "value",
    ];
    // A split stands in the level too; its columns are read only where a file has one.
    columns.extend(["province", "mode", "further"]);
    columns.extend(wanted.partners.then_some("partner"));
    let mask = ProjectionMask::columns(builder.parquet_schema(), columns);
    let reader = builder
        .with_projection(mask)
        .with_batch_size(65_536)
        .build()?;
    let mut sums: HashMap<Key, (i128, u32)> = HashMap::new();
    for batch in reader {
        of_batch(&batch?, wanted, &mut sums)?;
    }
    Ok(sums.into_iter().collect())
}

/// The texts of a dictionary column, each shared once.
struct Shared<'b> {
    column: TextColumn<'b>,
    texts: Vec<Arc<str>>,
}

impl<'b> Shared<'b> {
    fn of(reader: &Reader<'b>, name: &str, make: impl Fn(&str) -> Arc<str>) -> Option<Shared<'b>> {
        let column = reader.text(name)?;
        // Codes that come to one text share a number too, so that a run goes on over them.
        let texts = column.texts().map(make).collect();
        Some(Shared { column, texts })
    }

    fn at(&self, row: usize) -> Arc<str> {
        self.texts
            .get(self.column.key(row))
            .cloned()
            .unwrap_or_else(|| "".into())
    }
}

fn of_batch(
    batch: &RecordBatch,
    wanted: &Wanted,
    sums: &mut HashMap<Key, (i128, u32)>,
) -> Result<(), ArchiveError> {
    let reader = Reader::new(batch);
    let damaged = |name: &str| ArchiveError::Damaged {
        what: format!("no column `{name}`"),
    };
    let plain =
        |name: &str| Shared::of(&reader, name, |text| text.into()).ok_or_else(|| damaged(name));
    let digits = wanted.digits;
    let code = Shared::of(&reader, "hs", |code| {
        code.get(..digits).unwrap_or(code).into()
    })
    .ok_or_else(|| damaged("hs"))?;
    let (flow, kind, level, currency) = (
        plain("flow")?,
        plain("kind")?,
        plain("level")?,
        plain("currency")?,
    );
    let splits = [plain("province")?, plain("mode")?, plain("further")?];
    let partner = match wanted.partners {
        true => Some(plain("partner")?),
        false => None,
    };
    let month = reader
        .whole("month_no")
        .ok_or_else(|| damaged("month_no"))?;
    let months = reader.whole("months").ok_or_else(|| damaged("months"))?;
    let value = reader.decimal("value").ok_or_else(|| damaged("value"))?;
    let is_detail: Vec<bool> = kind.texts.iter().map(|text| **text == *"detail").collect();
    let is_wanted: Vec<bool> = code
        .texts
        .iter()
        .map(|code| {
            let meets =
                |prefix: &String| code.starts_with(prefix.as_str()) || prefix.starts_with(&**code);
            wanted.prefixes.is_empty() || wanted.prefixes.iter().any(meets)
        })
        .collect();
    // Numbers of texts: equal texts of the batch get one number, so that keys compare as numbers.
    let numbers = |shared: &Shared<'_>| -> Vec<u32> {
        let mut seen: HashMap<&str, u32> = HashMap::new();
        shared
            .texts
            .iter()
            .map(|text| {
                let next = seen.len() as u32;
                *seen.entry(text).or_insert(next)
            })
            .collect()
    };
    let code_numbers = numbers(&code);
    let number = |list: &[u32], shared: &Shared<'_>, row: usize| {
        list.get(shared.column.key(row)).copied().unwrap_or(0)
    };
    let mut run: Option<([usize; 8], i32)> = None;
    let mut sum = (0i128, 0u32);
    let mut first = 0;
    let key_at = |row: usize| Key {
        month_no: month.value(row),
        flow: flow.at(row),
        level: level.at(row),
        currency: currency.at(row),
        partner: partner
            .as_ref()
            .map_or_else(|| "".into(), |column| column.at(row)),
        code: code.at(row),
        split: splits.each_ref().map(|column| column.at(row)),
    };
    let mut flush = |first: usize, sum: (i128, u32)| -> Result<(), ArchiveError> {
        if sum.1 == 0 {
            return Ok(());
        }
        add(sums.entry(key_at(first)).or_default(), sum)
    };
    for row in 0..batch.num_rows() {
        let is_row = is_detail.get(kind.column.key(row)) == Some(&true)
            && is_wanted.get(code.column.key(row)) == Some(&true)
            && months.value(row) == 1
            && !value.is_null(row);
        if !is_row {
            continue;
        }
        let key = (
            [
                flow.column.key(row),
                level.column.key(row),
                currency.column.key(row),
                partner.as_ref().map_or(0, |column| column.column.key(row)),
                number(&code_numbers, &code, row) as usize,
                splits[0].column.key(row),
                splits[1].column.key(row),
                splits[2].column.key(row),
            ],
            month.value(row),
        );
        if run != Some(key) {
            flush(first, sum)?;
            run = Some(key);
            sum = (0, 0);
            first = row;
        }
        sum.0 += value.value(row);
        sum.1 += 1;
    }
    flush(first, sum)
}

fn push(
    key: &Key,
    value: i128,
    count: u32,
    observations: &mut Observations,
) -> Result<(), ArchiveError> {
    let damaged = |what: &str, found: &str| ArchiveError::Damaged {
        what: format!("not a {what}: `{found}`"),
    };
    let split = match key.split.each_ref().map(|text| &**text) {
        ["", "", ""] => TextId::EMPTY,
        [province, mode, ""] => observations.text(&format!("{province}|{mode}")),
        [province, mode, further] => observations.text(&format!("{province}|{mode}|{further}")),
    };
    let value = Amount(value);
    let observation = Observation {
        line: 0,
        period: Period::month(Month::from_index(key.month_no)),
        flow: flow_named(&key.flow).ok_or_else(|| damaged("flow", &key.flow))?,
        partner: place_of(&key.partner),
        currency: currency_named(&key.currency)
            .ok_or_else(|| damaged("currency", &key.currency))?,
        code: observations.text(&key.code),
        split,
        kind: RowKind::Detail,
        value: Some((value, Interval::exact(value))),
        basis: Basis::Sum,
        released: None,
        printed: None,
        publisher: TextId::EMPTY,
    };
    observations.push_sum(observation, count);
    Ok(())
}

/// What stood in the rows behind the sums, by flow and level.
fn within(files: &[&FileEntry]) -> Vec<Within> {
    let mut all: BTreeMap<(Flow, u8, u32), Within> = BTreeMap::new();
    for file in files {
        let flows = Flow::ALL
            .into_iter()
            .filter(|flow| file.flow.split(' ').any(|one| one == flow.name()));
        for flow in flows {
            for level in file.levels.iter().filter(|level| *level != "published") {
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
                one.partners
                    .extend(file.partners.iter().map(|code| place_of(code)));
            }
        }
    }
    all.into_values().collect()
}
