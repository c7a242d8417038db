//! Converts Parquet files of other tools (DuckDB, Polars, pandas, Spark) to text with one line per
//! row, so that every layout for CSV can read them.

use crate::reader::bytes::decode::Text;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::grid::tables::push_quoted;
use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use bytes::Bytes;
use std::borrow::Cow;
use std::fmt::Write as _;

/// The bytes with which every Parquet file begins and ends.
pub(crate) const MAGIC: &[u8] = b"PAR1";

/// Maximum size of the resulting text.
const LARGEST: usize = 1 << 30;

/// A Parquet file as CSV in UTF-8: the column names, then the rows. A null becomes empty, a date
/// `2017-09-30`, a decimal has the digits of its scale.
///
/// # Errors
/// [`FileError::BadParquet`] for damaged files, for columns of lists or structures, and for more
/// than a gigabyte of text.
pub(crate) fn text(bytes: &[u8]) -> Result<Text<'static>, InputError> {
    let damaged =
        |error: &dyn std::fmt::Display| InputError::File(FileError::BadParquet(error.to_string()));
    let shared = Bytes::copy_from_slice(bytes);
    let builder =
        ParquetRecordBatchReaderBuilder::try_new(shared).map_err(|error| damaged(&error))?;
    let names: Vec<String> = builder
        .schema()
        .fields()
        .iter()
        .map(|field| field.name().clone())
        .collect();
    let kinds = builder.schema().fields().iter();
    let kinds = kinds.map(|field| field.data_type());
    let is_number = |kind: &DataType| kind.is_numeric();
    let typed_columns: Vec<bool> = kinds.map(is_number).collect();
    let mut lines = String::new();
    line(&mut lines, names.iter().map(String::as_str));
    for batch in builder.build().map_err(|error| damaged(&error))? {
        let batch = batch.map_err(|error| damaged(&error))?;
        let columns = batch.columns().iter().zip(&names);
        let columns = columns
            .map(|(column, name)| texts(column, name))
            .collect::<Result<Vec<_>, _>>()?;
        for row in 0..batch.num_rows() {
            line(
                &mut lines,
                columns
                    .iter()
                    .map(|column| column.get(row).map_or("", String::as_str)),
            );
            if lines.len() > LARGEST {
                return Err(InputError::File(FileError::BadParquet(
                    "it contains more than a gigabyte of text".to_owned(),
                )));
            }
        }
    }
    Ok(Text {
        bytes: Cow::Owned(lines.into_bytes()),
        encoding: Encoding::Utf8,
        written: Encoding::Utf8,
        places: None,
        typed_columns,
    })
}

fn line<'a>(lines: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        lines.push_str(if at == 0 { "\"" } else { ",\"" });
        push_quoted(lines, cell);
        lines.push('"');
    }
    lines.push('\n');
}

/// The cells of a column as text.
fn texts(column: &ArrayRef, name: &str) -> Result<Vec<String>, InputError> {
    macro_rules! plain {
        ($kind:ty) => {
            each(column, |row| {
                column.as_primitive::<$kind>().value(row).to_string()
            })
        };
    }
    Ok(match column.data_type() {
        DataType::Utf8 => each(column, |row| {
            column.as_string::<i32>().value(row).to_owned()
        }),
        DataType::LargeUtf8 => each(column, |row| {
            column.as_string::<i64>().value(row).to_owned()
        }),
        DataType::Utf8View => each(column, |row| column.as_string_view().value(row).to_owned()),
        DataType::Boolean => each(column, |row| column.as_boolean().value(row).to_string()),
        DataType::Int8 => plain!(Int8Type),
        DataType::Int16 => plain!(Int16Type),
        DataType::Int32 => plain!(Int32Type),
        DataType::Int64 => plain!(Int64Type),
        DataType::UInt8 => plain!(UInt8Type),
        DataType::UInt16 => plain!(UInt16Type),
        DataType::UInt32 => plain!(UInt32Type),
        DataType::UInt64 => plain!(UInt64Type),
        DataType::Float32 => plain!(Float32Type),
        DataType::Float64 => plain!(Float64Type),
        DataType::Decimal128(_, scale) => each(column, |row| {
            decimal(column.as_primitive::<Decimal128Type>().value(row), *scale)
        }),
        DataType::Date32 => each(column, |row| {
            day(i64::from(column.as_primitive::<Date32Type>().value(row)))
        }),
        DataType::Timestamp(unit, _) => each(column, |row| match unit {
            TimeUnit::Second => moment(column.as_primitive::<TimestampSecondType>().value(row), 1),
            TimeUnit::Millisecond => moment(
                column.as_primitive::<TimestampMillisecondType>().value(row),
                1_000,
            ),
            TimeUnit::Microsecond => moment(
                column.as_primitive::<TimestampMicrosecondType>().value(row),
                1_000_000,
            ),
            TimeUnit::Nanosecond => moment(
                column.as_primitive::<TimestampNanosecondType>().value(row),
                1_000_000_000,
            ),
        }),
        DataType::Dictionary(_, _) => {
            let dictionary = column
                .as_any_dictionary_opt()
                .ok_or_else(|| no_text(name, column))?;
            let values = texts(dictionary.values(), name)?;
            let keys = dictionary.normalized_keys();
            each(column, |row| {
                keys.get(row)
                    .and_then(|key| values.get(*key))
                    .cloned()
                    .unwrap_or_default()
            })
        }
        DataType::Null => vec![String::new(); column.len()],
        _ => return Err(no_text(name, column)),
    })
}

fn each(column: &ArrayRef, text: impl Fn(usize) -> String) -> Vec<String> {
    let cell = |row: usize| match column.is_null(row) {
        true => String::new(),
        false => text(row),
    };
    (0..column.len()).map(cell).collect()
}

fn no_text(name: &str, column: &ArrayRef) -> InputError {
    InputError::File(FileError::BadParquet(format!(
        "column `{name}` contains {}, which cannot be a table cell",
        column.data_type()
    )))
}

fn decimal(value: i128, scale: i8) -> String {
    let Some(scale) = usize::try_from(scale).ok().filter(|scale| *scale > 0) else {
        let zeros = "0".repeat(usize::from(scale.unsigned_abs()));
        return if value == 0 {
            "0".to_owned()
        } else {
            format!("{value}{zeros}")
        };
    };
    let sign = if value < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = scale + 1);
    let (whole, rest) = digits.split_at(digits.len() - scale);
    format!("{sign}{whole}.{rest}")
}

/// The date that is `days` days after 1 January 1970.
fn day(days: i64) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(1970, 1, 1);
    let day = first.and_then(|first| first.checked_add_signed(chrono::TimeDelta::try_days(days)?));
    day.map_or_else(|| days.to_string(), |day| day.to_string())
}

/// The time that is `parts` fractions of a second after the start of 1 January 1970; only the date
/// if it is midnight.
fn moment(parts: i64, per_second: i64) -> String {
    let per_day = 86_400 * per_second;
    let mut text = day(parts.div_euclid(per_day));
    let rest = parts.rem_euclid(per_day);
    if rest != 0 {
        let seconds = rest / per_second;
        let _ = write!(
            text,
            " {:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_and_days_are_written_out() {
        assert_eq!(decimal(145_820_000, 3), "145820.000");
        assert_eq!(decimal(-5, 3), "-0.005");
        assert_eq!(decimal(12, 0), "12");
        assert_eq!(decimal(12, -2), "1200");
        assert_eq!(day(17_410), "2017-09-01");
        assert_eq!(moment(17_410 * 86_400_000, 1_000), "2017-09-01");
        assert_eq!(moment(17_410 * 86_400 + 3_661, 1), "2017-09-01 01:01:01");
    }

    #[test]
    fn what_is_no_parquet_is_refused() {
        for bytes in [
            &b"PAR1"[..],
            b"PAR1PAR1",
            b"PAR1\0\0\0\0\xff\xff\xff\x7fPAR1",
        ] {
            assert!(matches!(
                text(bytes),
                Err(InputError::File(FileError::BadParquet(_)))
            ));
        }
    }
}
