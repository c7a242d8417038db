//! Converts the columns of an archive to observations.

use crate::archive::batch_columns::Meanings;
use crate::archive::batch_columns::Reader;
use crate::archive::batch_columns::TextColumn;
use crate::archive::columns::{Origin, Origins};
use crate::archive::error::ArchiveError;
use crate::archive::names_of_codes::basis_named;
use crate::archive::names_of_codes::currency_named;
use crate::archive::names_of_codes::flow_named;
use crate::archive::names_of_codes::unit_named;
use crate::archive::partners;
use crate::trade::{
    Amount, Basis, Currency, Flow, Interval, Month, NameKind, Observation, Observations, Partner,
    Period, Printed, Quantity, RowKind, RowQuantity, TextId, Vintage,
};
use arrow_array::{Array, Decimal128Array, Int32Array, RecordBatch};
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// Adds some rows of a batch, and its names, to the input opened last.
///
/// # Errors
/// [`ArchiveError::Damaged`] if the batch does not have the columns of an archive.
pub(crate) fn from_batch(
    batch: &RecordBatch,
    rows: impl Iterator<Item = usize>,
    observations: &mut Observations,
) -> Result<(), ArchiveError> {
    let mut taking = Taking::of(batch)?;
    for row in rows {
        taking.take(row, observations)?;
    }
    Ok(())
}

/// A batch being added row by row. Columns without information may be absent.
struct Taking<'b> {
    month_no: &'b Int32Array,
    months: &'b Int32Array,
    lines: Option<&'b Int32Array>,
    counts: &'b Int32Array,
    flow: (TextColumn<'b>, Meanings<Flow>),
    partner: (TextColumn<'b>, Meanings<u16>),
    hs: (TextColumn<'b>, Meanings<TextId>),
    splits: [TextColumn<'b>; 3],
    /// By the text indices of the three parts, see [`packed`].
    split_ids: HashMap<u128, TextId, RandomState>,
    last_split: Option<(u128, TextId)>,
    kind: (TextColumn<'b>, Meanings<RowKind>),
    currency: (TextColumn<'b>, Meanings<Currency>),
    basis: (TextColumn<'b>, Meanings<Basis>),
    /// Value, low and high.
    value: [Option<&'b Decimal128Array>; 3],
    quantity: [Option<&'b Decimal128Array>; 3],
    unit: Option<TextColumn<'b>>,
    printed: Option<TextColumn<'b>>,
    quantity_printed: Option<TextColumn<'b>>,
    released: Option<(TextColumn<'b>, Meanings<Option<Vintage>>)>,
    publisher: (TextColumn<'b>, Meanings<TextId>),
    names: [Option<Names<'b>>; 3],
    /// Note and address; files of before have none.
    said: [Option<TextColumn<'b>>; 2],
}

/// A column of names, with the code index last seen for each name index.
struct Names<'b> {
    of: NameKind,
    column: TextColumn<'b>,
    taken: Vec<Option<usize>>,
}

fn wrong(what: &str, found: Option<&str>) -> ArchiveError {
    ArchiveError::Damaged {
        what: format!("not a {what}: `{}`", found.unwrap_or("")),
    }
}

impl<'b> Taking<'b> {
    fn of(batch: &'b RecordBatch) -> Result<Taking<'b>, ArchiveError> {
        let reader = Reader::new(batch);
        let damaged = |what: &str| ArchiveError::Damaged {
            what: format!("no column `{what}`"),
        };
        let whole = |name: &str| reader.whole(name).ok_or_else(|| damaged(name));
        let text = |name: &str| reader.text(name).ok_or_else(|| damaged(name));
        fn meant<'b, T: Copy>(column: TextColumn<'b>) -> (TextColumn<'b>, Meanings<T>) {
            let meanings = Meanings::of(&column);
            (column, meanings)
        }
        let names = |of: NameKind, name: &str| {
            let column = reader.text(name)?;
            let taken = vec![None; column.texts.len()];
            Some(Names { of, column, taken })
        };
        Ok(Taking {
            month_no: whole("month_no")?,
            months: whole("months")?,
            lines: reader.whole("line"),
            counts: whole("row_count")?,
            flow: meant(text("flow")?),
            partner: meant(text("partner")?),
            hs: meant(text("hs")?),
            splits: [text("province")?, text("mode")?, text("further")?],
            split_ids: HashMap::default(),
            last_split: None,
            kind: meant(text("kind")?),
            currency: meant(text("currency")?),
            basis: meant(text("basis")?),
            value: ["value", "low", "high"].map(|name| reader.decimal(name)),
            quantity: ["quantity", "quantity_low", "quantity_high"]
                .map(|name| reader.decimal(name)),
            unit: reader.text("unit"),
            printed: reader.text("printed"),
            quantity_printed: reader.text("quantity_printed"),
            released: reader.text("released").map(meant),
            publisher: meant(text("publisher")?),
            names: [
                names(NameKind::Code, "name"),
                names(NameKind::Province, "province_name"),
                names(NameKind::TradeMode, "mode_name"),
            ],
            said: ["note", "url"].map(|name| reader.text(name)),
        })
    }

    fn take(&mut self, row: usize, observations: &mut Observations) -> Result<(), ArchiveError> {
        let to = Month::from_index(self.month_no.value(row));
        let from = to.plus(1 - self.months.value(row));
        let is_one_of = |what: &'static str| move |found: Option<&str>| wrong(what, found);
        let (column, meanings) = &mut self.flow;
        let flow = meanings.at(column, row, |text| {
            text.and_then(flow_named)
                .ok_or_else(|| is_one_of("flow")(text))
        })?;
        let (column, meanings) = &mut self.currency;
        let currency = meanings.at(column, row, |text| {
            text.and_then(currency_named)
                .ok_or_else(|| is_one_of("currency")(text))
        })?;
        let (column, meanings) = &mut self.basis;
        let basis = meanings.at(column, row, |text| {
            text.and_then(basis_named)
                .ok_or_else(|| is_one_of("basis")(text))
        })?;
        let (column, meanings) = &mut self.kind;
        let kind = meanings.at(column, row, |text| match text {
            Some("published") => Ok(RowKind::Published),
            Some("detail") => Ok(RowKind::Detail),
            found => Err(wrong("kind of row", found)),
        })?;
        let (column, meanings) = &mut self.partner;
        let partner = meanings.at(column, row, |text| {
            let place = text.map(|code| partners::place_of(code, observations));
            Ok::<_, ArchiveError>(place.unwrap_or(Partner::UNLISTED))
        })?;
        let mut id =
            |text: Option<&str>| Ok::<_, ArchiveError>(observations.text(text.unwrap_or("")));
        let (column, meanings) = &mut self.hs;
        let code = meanings.at(column, row, &mut id)?;
        let (column, meanings) = &mut self.publisher;
        let publisher = meanings.at(column, row, &mut id)?;
        let split = self.split(row, observations);
        let released = match &mut self.released {
            Some((column, meanings)) => meanings.at(column, row, |text| {
                Ok::<_, ArchiveError>(text.and_then(|text| text.parse().ok()))
            })?,
            None => None,
        };
        let observation = Observation {
            line: match self.lines {
                Some(lines) if !lines.is_null(row) => lines.value(row) as u64,
                _ => 0,
            },
            period: Period { from, to },
            flow,
            partner,
            currency,
            code,
            split,
            kind,
            value: amount(self.value, row),
            basis,
            released,
            printed: self
                .printed
                .as_ref()
                .and_then(|column| read_printed(column.at(row)?)),
            publisher,
        };
        let count = match self.counts.is_null(row) {
            true => 1,
            false => self.counts.value(row).max(1) as u32,
        };
        observations.push_sum(observation, count);
        self.take_quantity(row, observations);
        self.take_names(row, observations);
        let [note, url] = self.said.each_ref().map(|column| {
            let column = column.as_ref();
            column.and_then(|column| column.at(row)).unwrap_or("")
        });
        observations.note(note, url);
        Ok(())
    }

    /// The breakdown text of a row, combined from its parts.
    fn split(&mut self, row: usize, observations: &mut Observations) -> TextId {
        let places = packed(self.splits.each_ref().map(|column| column.place(row)));
        if let Some((last, known)) = self.last_split
            && last == places
        {
            return known;
        }
        if let Some(known) = self.split_ids.get(&places) {
            self.last_split = Some((places, *known));
            return *known;
        }
        let parts = self
            .splits
            .each_ref()
            .map(|column| column.at(row).unwrap_or(""));
        let split = match parts {
            ["", "", ""] => String::new(),
            [province, mode, ""] => format!("{province}|{mode}"),
            [province, mode, further] => format!("{province}|{mode}|{further}"),
        };
        let id = observations.text(&split);
        self.split_ids.insert(places, id);
        id
    }

    fn take_quantity(&self, row: usize, observations: &mut Observations) {
        let unit = self.unit.as_ref().and_then(|column| column.at(row));
        let quantity = amount(self.quantity, row).zip(unit.and_then(unit_named));
        let quantity = quantity.map(|((amount, interval), unit)| Quantity {
            amount,
            interval,
            unit,
        });
        let printed = self
            .quantity_printed
            .as_ref()
            .and_then(|column| column.at(row));
        let printed = printed.and_then(read_printed);
        if quantity.is_some() || printed.is_some() {
            observations.count(RowQuantity { quantity, printed });
        }
    }

    fn take_names(&mut self, row: usize, observations: &mut Observations) {
        let codes = [&self.hs.0, &self.splits[0], &self.splits[1]];
        for (names, codes) in self.names.iter_mut().zip(codes) {
            let Some(Names { of, column, taken }) = names else {
                continue;
            };
            let (Some(code), Some(name)) = (codes.at(row), column.at(row)) else {
                continue;
            };
            let before = taken
                .get_mut(column.key(row))
                .map(|at| at.replace(codes.key(row)));
            if before != Some(Some(codes.key(row))) {
                observations.name(*of, code, name);
            }
        }
    }
}

/// Three text indices of a batch combined into a unique number.
fn packed(places: [Option<usize>; 3]) -> u128 {
    let places = places.map(|place| place.map_or(0, |place| place as u128 + 1));
    places
        .into_iter()
        .fold(0, |number, place| number << 42 | place)
}

/// The amount of a row with its rounding interval, from the columns for amount, low and high.
fn amount(columns: [Option<&Decimal128Array>; 3], row: usize) -> Option<(Amount, Interval)> {
    let [amount, low, high] = columns.map(|column| {
        let column = column.filter(|column| !column.is_null(row))?;
        Some(Amount(column.value(row)))
    });
    let amount = amount?;
    let interval = match (low, high) {
        (Some(low), Some(high)) => Interval { low, high },
        _ => Interval::exact(amount),
    };
    Some((amount, interval))
}

fn read_printed(text: &str) -> Option<Printed> {
    Printed::read(text).ok()
}

/// Adds the origin of each row of a batch.
///
/// # Errors
/// [`ArchiveError::Damaged`] if the batch does not have the columns of an archive.
pub(crate) fn take_origins(batch: &RecordBatch, origins: &mut Origins) -> Result<(), ArchiveError> {
    let reader = Reader::new(batch);
    let damaged = |what: &str| ArchiveError::Damaged {
        what: format!("no column `{what}`"),
    };
    let text = |name: &str| reader.text(name).ok_or_else(|| damaged(name));
    let (source, input) = (text("source")?, text("input")?);
    let all_goods = reader
        .whole("all_goods")
        .ok_or_else(|| damaged("all_goods"))?;
    let mut last = None;
    for row in 0..batch.num_rows() {
        let is_all = !all_goods.is_null(row) && all_goods.value(row) == 1;
        let of = (source.place(row), input.place(row), is_all);
        let number = match last {
            Some((same, number)) if same == of => number,
            _ => origins.number(Origin {
                source: source.at(row).unwrap_or("").into(),
                input: input.at(row).unwrap_or("").into(),
                all_goods: is_all,
            }),
        };
        last = Some((of, number));
        origins.push(number);
    }
    Ok(())
}
