//! Converts observations to the columns of an archive.

use crate::archive::content::{Contents, Level};
use crate::archive::error::ArchiveError;
use crate::archive::schema::{self, LARGEST};
use crate::trade::{
    Amount, Interval, Month, NameKind, Observation, Period, Printed, RowKey, RowKind, TextId,
};
use arrow_array::builder::{Date32Builder, Decimal128Builder, Int32Builder};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, Int32Array, RecordBatch, StringArray};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// 1 January 1970 as the number of a day, 1 January of year 1 being day 1.
const EPOCH: i32 = 719_163;

/// The origin of a row.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Origin {
    /// The name of the input, as the user gave it.
    pub source: Arc<str>,
    /// The name of its rows in that input, month and flow, see [`Contents::name_of`].
    pub input: Arc<str>,
    /// Whether the input is known to cover all goods.
    pub all_goods: bool,
}

/// The origins of rows, without repetition.
#[derive(Clone, Default, Debug)]
pub(crate) struct Origins {
    list: Vec<Origin>,
    numbers: HashMap<Origin, u32>,
    /// The origin of each row by index; rows beyond its end have the first origin in the list.
    of_row: Vec<u32>,
}

impl Origins {
    /// The same origin for all rows.
    pub(crate) fn all(origin: Origin) -> Origins {
        let mut origins = Origins::default();
        origins.number(origin);
        origins
    }

    /// The number of an origin.
    pub(crate) fn number(&mut self, origin: Origin) -> u32 {
        let next = self.list.len() as u32;
        *self.numbers.entry(origin).or_insert_with_key(|origin| {
            self.list.push(origin.clone());
            next
        })
    }

    /// Adds the origin of one more row, by number.
    pub(crate) fn push(&mut self, number: u32) {
        self.of_row.push(number);
    }

    fn of(&self, row: usize) -> usize {
        self.of_row.get(row).map_or(0, |number| *number as usize)
    }

    /// How many rows are of each input, by the name of its rows.
    pub(crate) fn rows_of_inputs(&self) -> BTreeMap<String, u64> {
        let mut rows = BTreeMap::new();
        for number in &self.of_row {
            if let Some(origin) = self.list.get(*number as usize) {
                *rows.entry(origin.input.to_string()).or_default() += 1;
            }
        }
        rows
    }

    /// The origin of a row.
    pub(crate) fn origin(&self, row: usize) -> Option<&Origin> {
        self.list.get(self.of(row))
    }
}

/// Converts rows to the columns of [`schema::arrow`], in the order of `rows`.
///
/// # Errors
/// [`ArchiveError::TooLarge`] for an amount of more than eighteen digits.
pub(crate) fn to_batch(
    contents: &Contents<'_>,
    rows: &[usize],
    origins: &Origins,
) -> Result<RecordBatch, ArchiveError> {
    let mut columns = Columns::default();
    for at in rows {
        columns.push(contents, *at, origins)?;
    }
    columns.finish()
}

/// A text column being filled: the distinct texts, and the text index of each row.
#[derive(Default)]
struct Texts {
    rows: Vec<Option<i32>>,
    texts: Vec<Arc<str>>,
    places: HashMap<Arc<str>, i32>,
    /// The text index by source number, once computed.
    made: Vec<Option<Option<i32>>>,
}

impl Texts {
    /// Adds the text of one row; `text` computes it once for each source `number`.
    fn push<'t>(&mut self, number: usize, text: impl FnOnce() -> Option<&'t str>) {
        let place = match self.made.get(number) {
            Some(Some(place)) => *place,
            _ => {
                let place = text().map(|text| self.place(text));
                if self.made.len() <= number {
                    self.made.resize(number + 1, None);
                }
                self.made[number] = Some(place);
                place
            }
        };
        self.rows.push(place);
    }

    /// Adds a text that few rows have.
    fn push_text(&mut self, text: Option<String>) {
        let place = text.map(|text| self.place(&text));
        self.rows.push(place);
    }

    fn place(&mut self, text: &str) -> i32 {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.texts.len() as i32;
        let text: Arc<str> = text.into();
        self.texts.push(text.clone());
        self.places.insert(text, place);
        place
    }

    fn finish(self) -> Result<ArrayRef, ArchiveError> {
        let texts = StringArray::from_iter_values(self.texts.iter().map(|text| &**text));
        let rows = Int32Array::from(self.rows);
        let column = DictionaryArray::<Int32Type>::try_new(rows, Arc::new(texts))?;
        Ok(Arc::new(column))
    }
}

#[derive(Default)]
struct Columns {
    whole: [Int32Builder; 5],
    days: [Date32Builder; 2],
    decimals: [Decimals; 6],
    texts: [Texts; 23],
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

/// The ends of an interval; `None` for an exact value.
fn ends(value: Amount, interval: Interval) -> [Option<Amount>; 2] {
    let is_exact = interval == Interval::exact(value);
    [interval.low, interval.high].map(|end| (!is_exact).then_some(end))
}

impl Columns {
    fn push(
        &mut self,
        contents: &Contents<'_>,
        at: usize,
        origins: &Origins,
    ) -> Result<(), ArchiveError> {
        let observations = contents.observations();
        let Some(row) = observations.rows.get(at) else {
            return Ok(());
        };
        let Period { from, to } = row.period;
        let [month_no, months, goods, count, line] = &mut self.whole;
        month_no.append_value(to.index());
        months.append_value(to.index() - from.index() + 1);
        let origin = origins.origin(at);
        goods.append_value(i32::from(origin.is_some_and(|one| one.all_goods)));
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
        self.push_texts(contents, &row, (origin, origins.of(at)));
        let [
            ..,
            unit,
            printed,
            quantity_printed,
            released,
            _,
            _,
            _,
            _,
            _,
            _,
            note,
            url,
        ] = &mut self.texts;
        unit.push_text(amount.map(|one| one.unit.to_string()));
        printed.push_text(row.printed.map(printed_text));
        quantity_printed.push_text(quantity.and_then(|one| one.printed).map(printed_text));
        released.push_text(row.released.map(|date| date.to_string()));
        let said = observations.notes.of(at as u32);
        for (column, id) in [
            (note, said.map(|one| one.note)),
            (url, said.map(|one| one.url)),
        ] {
            let id = id.unwrap_or(TextId::EMPTY);
            let is_said = id != TextId::EMPTY;
            column.push(id.0 as usize, || is_said.then(|| contents.text(id)));
        }
        Ok(())
    }

    /// Adds the texts that many rows share.
    fn push_texts(
        &mut self,
        contents: &Contents<'_>,
        row: &Observation,
        (origin, number_of_origin): (Option<&Origin>, usize),
    ) {
        let [
            flow,
            partner,
            hs,
            chapter,
            province,
            mode,
            further,
            kind,
            level,
            currency,
            basis,
            _unit,
            _printed,
            _quantity_printed,
            _released,
            publisher,
            name,
            province_name,
            mode_name,
            source,
            input,
            _note,
            _url,
        ] = &mut self.texts;
        let names = &contents.observations().names;
        let name_of = |of: NameKind, code: &str| names.get(&(of, code.into())).map(|name| &**name);
        let number = |id: TextId| id.0 as usize;
        let code = contents.text(row.code);
        let part = |at: usize| {
            contents
                .text(row.split)
                .splitn(3, '|')
                .nth(at)
                .unwrap_or("")
        };
        let is_detail = row.kind == RowKind::Detail;
        let own_level = contents.level(&RowKey::from(row));
        flow.push(row.flow as usize, || Some(row.flow.name()));
        partner.push(row.partner.into(), || Some(contents.partner(row.partner)));
        hs.push(number(row.code), || Some(code));
        chapter.push(number(row.code), || Some(code.get(..2).unwrap_or("")));
        province.push(number(row.split), || Some(part(0)));
        mode.push(number(row.split), || Some(part(1)));
        further.push(number(row.split), || Some(part(2)));
        kind.push(is_detail.into(), || {
            Some(if is_detail { "detail" } else { "published" })
        });
        level.push(number_of(own_level), || {
            Some(contents.level_name(own_level))
        });
        currency.push(row.currency as usize, || Some(row.currency.code()));
        basis.push(row.basis as usize, || Some(row.basis.name()));
        publisher.push(number(row.publisher), || Some(contents.text(row.publisher)));
        name.push(number(row.code), || name_of(NameKind::Code, code));
        province_name.push(number(row.split), || name_of(NameKind::Province, part(0)));
        mode_name.push(number(row.split), || name_of(NameKind::TradeMode, part(1)));
        let of_origin = |text: fn(&Origin) -> &Arc<str>| Some(origin.map_or("", |one| text(one)));
        source.push(number_of_origin, || of_origin(|one| &one.source));
        input.push(number_of_origin, || of_origin(|one| &one.input));
    }

    /// The columns, in schema order.
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
        let texts = self.texts.into_iter().map(Texts::finish);
        let mut texts = texts.collect::<Result<Vec<ArrayRef>, _>>()?.into_iter();
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
        columns.extend(texts.by_ref().take(2));
        columns.push(line);
        columns.extend(texts);
        Ok(RecordBatch::try_new(schema::arrow(), columns)?)
    }
}

/// A number for each level.
fn number_of(level: Level) -> usize {
    match level {
        Level::Published => 0,
        Level::Detail { digits, splits } => 1 + digits * 8 + usize::from(splits),
    }
}

fn days_of(month: Month) -> i32 {
    let date =
        chrono::NaiveDate::from_ymd_opt(month.year(), month.index().rem_euclid(12) as u32 + 1, 1);
    date.map_or(0, |date| chrono::Datelike::num_days_from_ce(&date) - EPOCH)
}

/// A printed number as text: `-37.90`.
fn printed_text(printed: Printed) -> String {
    let sign = if printed.digits < 0 { "-" } else { "" };
    let decimals = printed.decimals as usize;
    let digits = format!(
        "{:0>width$}",
        printed.digits.unsigned_abs(),
        width = decimals + 1
    );
    let (whole, rest) = digits.split_at(digits.len() - decimals);
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest}"),
    }
}
