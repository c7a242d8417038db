//! Observations to the columns of an archive, and back.

use crate::archive::error::ArchiveError;
use crate::archive::partners;
use crate::archive::schema::{self, LARGEST};
use crate::trade::{
    Amount, Basis, Currency, Flow, Interval, Month, NameOf, Observation, Observations, Partner,
    Period, Printed, Quantity, QuantityUnit, RowKind, RowQuantity, TextId,
};
use arrow_array::builder::{
    Date32Builder, Decimal128Builder, Int32Builder, StringDictionaryBuilder,
};
use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int32Type};
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use std::sync::Arc;

/// The days from the first of January of year 1 to that of 1970.
const EPOCH: i32 = 719_163;

/// The level of detail of a row: `published`, or the digits of its code and what splits it.
pub(crate) fn level(row: &Observation, observations: &Observations) -> String {
    if row.kind == RowKind::Published {
        return "published".to_owned();
    }
    let code = observations.text_of(row.code);
    let split = observations.text_of(row.split);
    let mut level = format!("hs{}", code.len());
    let mut parts = split.split('|');
    for name in ["province", "mode"] {
        if parts.next().is_some_and(|part| !part.is_empty()) {
            level.push('+');
            level.push_str(name);
        }
    }
    if parts.any(|part| !part.is_empty()) {
        level.push_str("+further");
    }
    level
}

/// Rows as the columns of [`schema::arrow`], in the order of `rows`; `origin` says of each where it
/// comes from.
///
/// # Errors
/// [`ArchiveError::TooLarge`] for an amount past eighteen digits.
pub(crate) fn to_batch(
    observations: &Observations,
    rows: &[usize],
    origin: &dyn Fn(usize) -> Origin,
) -> Result<RecordBatch, ArchiveError> {
    let mut columns = Columns::default();
    for at in rows {
        columns.push(observations, *at, &origin(*at))?;
    }
    columns.finish()
}

/// Where a row comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Origin {
    /// The name of the input, as the user gave it.
    pub source: Arc<str>,
    /// The name of the rows of that input, month and flow, see [`crate::archive::content::name_of`].
    pub input: Arc<str>,
    /// Whether the input is known to hold all goods.
    pub all_goods: bool,
}

type Texts = StringDictionaryBuilder<Int32Type>;

#[derive(Default)]
struct Columns {
    whole: [Int32Builder; 5],
    days: [Date32Builder; 2],
    decimals: [Decimals; 6],
    texts: [Texts; 21],
}

struct Decimals(Decimal128Builder);

impl Default for Decimals {
    fn default() -> Decimals {
        Decimals(Decimal128Builder::new().with_data_type(schema::DECIMAL))
    }
}

impl Decimals {
    fn push(&mut self, amount: Option<Amount>) -> Result<(), ArchiveError> {
        if let Some(amount) = amount.filter(|amount| amount.0.abs() > LARGEST) {
            return Err(ArchiveError::TooLarge {
                amount: amount.to_string(),
            });
        }
        self.0.append_option(amount.map(|amount| amount.0));
        Ok(())
    }
}

/// The ends of an interval that is not just its value.
fn ends(value: Amount, interval: Interval) -> [Option<Amount>; 2] {
    let is_exact = interval == Interval::exact(value);
    [interval.low, interval.high].map(|end| (!is_exact).then_some(end))
}

impl Columns {
    fn push(
        &mut self,
        observations: &Observations,
        at: usize,
        origin: &Origin,
    ) -> Result<(), ArchiveError> {
        let Some(row) = observations.rows.get(at) else {
            return Ok(());
        };
        let Period { from, to } = row.period;
        let [month_no, months, goods, count, line] = &mut self.whole;
        month_no.append_value(to.index());
        months.append_value(to.index() - from.index() + 1);
        goods.append_value(i32::from(origin.all_goods));
        count.append_option(i32::try_from(observations.rows.count(at)).ok());
        line.append_option(i32::try_from(row.line).ok().filter(|line| *line > 0));
        let [month, vintage] = &mut self.days;
        month.append_value(days_of(to));
        vintage.append_option(row.released.map(|date| date.last_day() - EPOCH));

        let quantity = observations.quantities.get(&(at as u32));
        let amount = quantity.and_then(|one| one.quantity);
        let value = row.value;
        let [low, high] = value.map_or([None, None], |(value, interval)| ends(value, interval));
        let [quantity_low, quantity_high] =
            amount.map_or([None, None], |one| ends(one.amount, one.interval));
        let amounts = [
            value.map(|(value, _)| value),
            low,
            high,
            amount.map(|one| one.amount),
            quantity_low,
            quantity_high,
        ];
        for (column, amount) in self.decimals.iter_mut().zip(amounts) {
            column.push(amount)?;
        }

        let code = observations.text_of(row.code);
        let split = observations.text_of(row.split);
        let mut parts = split.splitn(3, '|');
        let [province, mode, further] = [(); 3].map(|()| parts.next().unwrap_or(""));
        let name = |of: NameOf, code: &str| observations.names.get(&(of, code.into())).cloned();
        let texts: [Option<Arc<str>>; 21] = [
            Some(row.flow.name().into()),
            Some(partners::code_of(row.partner, observations)),
            Some(code.clone()),
            Some(code.get(..2).unwrap_or("").into()),
            Some(province.into()),
            Some(mode.into()),
            Some(further.into()),
            Some(match row.kind {
                RowKind::Published => "published".into(),
                RowKind::Detail => "detail".into(),
            }),
            Some(level(&row, observations).into()),
            Some(row.currency.code().into()),
            Some(row.basis.name().into()),
            amount.map(|one| unit_name(one.unit)),
            row.printed.map(printed_text),
            quantity.and_then(|one| one.printed).map(printed_text),
            row.released.map(|date| date.to_string().into()),
            Some(observations.text_of(row.publisher)),
            name(NameOf::Code, &code),
            name(NameOf::Province, province),
            name(NameOf::TradeMode, mode),
            Some(origin.source.clone()),
            Some(origin.input.clone()),
        ];
        for (column, text) in self.texts.iter_mut().zip(texts) {
            column.append_option(text.as_deref());
        }
        Ok(())
    }

    /// The columns in the order of the schema.
    fn finish(self) -> Result<RecordBatch, ArchiveError> {
        let whole = self
            .whole
            .map(|mut column| Arc::new(column.finish()) as ArrayRef);
        let days = self
            .days
            .map(|mut column| Arc::new(column.finish()) as ArrayRef);
        let decimals = self
            .decimals
            .map(|mut column| Arc::new(column.0.finish()) as ArrayRef);
        let mut texts = self
            .texts
            .map(|mut column| Arc::new(column.finish()) as ArrayRef)
            .into_iter();
        let [month_no, months, goods, count, line] = whole;
        let [month, vintage] = days;
        let [value, low, high, quantity, quantity_low, quantity_high] = decimals;
        let mut columns = vec![month_no, months, month];
        columns.extend(texts.by_ref().take(10));
        columns.extend([value, low, high]);
        columns.extend(texts.by_ref().take(1));
        columns.extend([quantity, quantity_low, quantity_high]);
        columns.extend(texts.by_ref().take(3));
        columns.push(vintage);
        columns.extend(texts.by_ref().take(5));
        columns.extend([goods, count]);
        columns.extend(texts);
        columns.push(line);
        Ok(RecordBatch::try_new(schema::arrow(), columns)?)
    }
}

fn days_of(month: Month) -> i32 {
    let date =
        chrono::NaiveDate::from_ymd_opt(month.year(), month.index().rem_euclid(12) as u32 + 1, 1);
    date.map_or(0, |date| chrono::Datelike::num_days_from_ce(&date) - EPOCH)
}

fn unit_name(unit: QuantityUnit) -> Arc<str> {
    unit.to_string().into()
}

/// A printed number as text: `-37.90`.
fn printed_text(printed: Printed) -> Arc<str> {
    let sign = if printed.digits < 0 { "-" } else { "" };
    let decimals = printed.decimals as usize;
    let digits = format!(
        "{:0>width$}",
        printed.digits.unsigned_abs(),
        width = decimals + 1
    );
    let (whole, rest) = digits.split_at(digits.len() - decimals);
    match decimals {
        0 => format!("{sign}{whole}").into(),
        _ => format!("{sign}{whole}.{rest}").into(),
    }
}

/// Reads the columns of one batch by name; a column that was not read is empty.
pub(crate) struct Reader<'b> {
    batch: &'b RecordBatch,
}

/// A dictionary column: the number of each row, and the texts.
pub(crate) struct TextColumn<'b> {
    keys: &'b arrow_array::Int32Array,
    texts: &'b StringArray,
}

impl<'b> TextColumn<'b> {
    /// The text of a row; `None` where there is none.
    pub(crate) fn at(&self, row: usize) -> Option<&str> {
        let is_there = !self.keys.is_null(row);
        let key = is_there.then(|| self.keys.value(row) as usize)?;
        (key < self.texts.len() && !self.texts.is_null(key)).then(|| self.texts.value(key))
    }

    /// The number of a row's text among [`TextColumn::texts`].
    pub(crate) fn key(&self, row: usize) -> usize {
        self.keys.value(row) as usize
    }

    /// The number of each row's text.
    pub(crate) fn keys(&self) -> &'b [i32] {
        self.keys.values()
    }

    /// The texts of the batch, each once.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.texts.len()).map(|at| match self.texts.is_null(at) {
            true => "",
            false => self.texts.value(at),
        })
    }
}

impl<'b> Reader<'b> {
    pub(crate) fn new(batch: &'b RecordBatch) -> Reader<'b> {
        Reader { batch }
    }

    /// A column of whole numbers.
    pub(crate) fn whole(&self, name: &str) -> Option<&'b arrow_array::Int32Array> {
        self.batch
            .column_by_name(name)?
            .as_primitive_opt::<Int32Type>()
    }

    /// A column of amounts in thousandths.
    pub(crate) fn decimal(&self, name: &str) -> Option<&'b arrow_array::Decimal128Array> {
        self.batch
            .column_by_name(name)?
            .as_primitive_opt::<Decimal128Type>()
    }

    /// A column of texts.
    pub(crate) fn text(&self, name: &str) -> Option<TextColumn<'b>> {
        let column = self.batch.column_by_name(name)?;
        let dictionary = column.as_dictionary_opt::<Int32Type>()?;
        Some(TextColumn {
            keys: dictionary.keys(),
            texts: dictionary.values().as_string_opt::<i32>()?,
        })
    }
}

/// Adds some rows of a batch to the input opened last, with the names that the batch has.
///
/// # Errors
/// [`ArchiveError::Damaged`] where the batch is not one of this archive's.
pub(crate) fn from_batch(
    batch: &RecordBatch,
    rows: impl Iterator<Item = usize>,
    observations: &mut Observations,
) -> Result<(), ArchiveError> {
    let reader = Reader::new(batch);
    let damaged = |what: &str| ArchiveError::Damaged {
        what: format!("no column `{what}`"),
    };
    let whole = |name: &str| reader.whole(name).ok_or_else(|| damaged(name));
    let text = |name: &str| reader.text(name).ok_or_else(|| damaged(name));
    let decimal = |name: &str| reader.decimal(name).ok_or_else(|| damaged(name));
    let (month_no, months, lines) = (whole("month_no")?, whole("months")?, whole("line")?);
    let counts = whole("row_count")?;
    let (flow, partner, hs) = (text("flow")?, text("partner")?, text("hs")?);
    let splits = [text("province")?, text("mode")?, text("further")?];
    let (kind, currency, basis) = (text("kind")?, text("currency")?, text("basis")?);
    let (value, low, high) = (decimal("value")?, decimal("low")?, decimal("high")?);
    let quantities = ["quantity", "quantity_low", "quantity_high"].map(|name| reader.decimal(name));
    let unit = reader.text("unit");
    let (printed, quantity_printed) = (text("printed")?, reader.text("quantity_printed"));
    let (released, publisher) = (text("released")?, text("publisher")?);
    let names = [
        (NameOf::Code, &hs, reader.text("name")),
        (NameOf::Province, &splits[0], reader.text("province_name")),
        (NameOf::TradeMode, &splits[1], reader.text("mode_name")),
    ];
    let places: Vec<u16> = partner
        .texts()
        .map(|code| partners::place_of(code, observations))
        .collect();
    for row in rows {
        let wrong = |what: &str, found: Option<&str>| ArchiveError::Damaged {
            what: format!("not a {what}: `{}`", found.unwrap_or("")),
        };
        let to = Month::from_index(month_no.value(row));
        let from = to.plus(1 - months.value(row));
        let amount = |column: &arrow_array::Decimal128Array| {
            (!column.is_null(row)).then(|| Amount(column.value(row)))
        };
        let interval = |value: Amount, low: Option<Amount>, high: Option<Amount>| match (low, high)
        {
            (Some(low), Some(high)) => Interval { low, high },
            _ => Interval::exact(value),
        };
        let split = splits.each_ref().map(|column| column.at(row).unwrap_or(""));
        let split = match split {
            ["", "", ""] => String::new(),
            [province, mode, ""] => format!("{province}|{mode}"),
            [province, mode, further] => format!("{province}|{mode}|{further}"),
        };
        let code = hs.at(row).unwrap_or("");
        let read = |text: &str| Printed::read(text).ok();
        let observation = Observation {
            line: if lines.is_null(row) {
                0
            } else {
                lines.value(row) as u64
            },
            period: Period { from, to },
            flow: flow
                .at(row)
                .and_then(flow_named)
                .ok_or_else(|| wrong("flow", flow.at(row)))?,
            partner: match places.get(partner.key(row)) {
                Some(place) if !partner.keys.is_null(row) => *place,
                _ => Partner::UNLISTED,
            },
            currency: currency
                .at(row)
                .and_then(currency_named)
                .ok_or_else(|| wrong("currency", currency.at(row)))?,
            code: observations.text(code),
            split: if split.is_empty() {
                TextId::EMPTY
            } else {
                observations.text(&split)
            },
            kind: match kind.at(row) {
                Some("published") => RowKind::Published,
                Some("detail") => RowKind::Detail,
                found => return Err(wrong("kind of row", found)),
            },
            value: amount(value)
                .map(|value_| (value_, interval(value_, amount(low), amount(high)))),
            basis: basis
                .at(row)
                .and_then(basis_named)
                .ok_or_else(|| wrong("basis", basis.at(row)))?,
            released: released.at(row).and_then(|text| text.parse().ok()),
            printed: printed.at(row).and_then(read),
            publisher: observations.text(publisher.at(row).unwrap_or("")),
        };
        let count = if counts.is_null(row) {
            1
        } else {
            counts.value(row).max(1) as u32
        };
        observations.push_sum(observation, count);
        let [quantity, quantity_low, quantity_high] =
            quantities.map(|column| column.and_then(amount));
        let unit = unit
            .as_ref()
            .and_then(|column| column.at(row))
            .and_then(unit_named);
        let quantity = quantity.zip(unit).map(|(amount, unit)| Quantity {
            amount,
            interval: interval(amount, quantity_low, quantity_high),
            unit,
        });
        let printed = quantity_printed
            .as_ref()
            .and_then(|column| column.at(row))
            .and_then(read);
        if quantity.is_some() || printed.is_some() {
            observations.count(RowQuantity { quantity, printed });
        }
        for (of, code, name) in &names {
            if let (Some(code), Some(name)) =
                (code.at(row), name.as_ref().and_then(|name| name.at(row)))
            {
                observations.name(*of, code, name);
            }
        }
    }
    Ok(())
}

/// Where each row of a batch comes from.
///
/// # Errors
/// [`ArchiveError::Damaged`] where the batch is not one of this archive's.
pub(crate) fn origins(batch: &RecordBatch) -> Result<Vec<Origin>, ArchiveError> {
    let reader = Reader::new(batch);
    let damaged = |what: &str| ArchiveError::Damaged {
        what: format!("no column `{what}`"),
    };
    let text = |name: &str| reader.text(name).ok_or_else(|| damaged(name));
    let (source, input) = (text("source")?, text("input")?);
    let all_goods = reader
        .whole("all_goods")
        .ok_or_else(|| damaged("all_goods"))?;
    let origin = |row: usize| Origin {
        source: source.at(row).unwrap_or("").into(),
        input: input.at(row).unwrap_or("").into(),
        all_goods: !all_goods.is_null(row) && all_goods.value(row) == 1,
    };
    Ok((0..batch.num_rows()).map(origin).collect())
}

pub(crate) fn flow_named(name: &str) -> Option<Flow> {
    Flow::ALL.into_iter().find(|flow| flow.name() == name)
}

pub(crate) fn currency_named(code: &str) -> Option<Currency> {
    [Currency::Usd, Currency::Cny]
        .into_iter()
        .find(|one| one.code() == code)
}

fn basis_named(name: &str) -> Option<Basis> {
    Basis::ALL.into_iter().find(|basis| basis.name() == name)
}

fn unit_named(name: &str) -> Option<QuantityUnit> {
    QuantityUnit::find(name).map(|(unit, _)| unit)
}
