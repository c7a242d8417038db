//! Writes Parquet: the machine columns with types, for databases and data frames. Money and counts
//! are integers, percentages exact decimals, everything else text; a missing figure is null.

use crate::render::Lang;
use crate::render::csv::fields;
use crate::report::{Column, Kind, Report};
use ::parquet::arrow::ArrowWriter;
use ::parquet::basic::Compression;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use arrow_array::builder::{BooleanBuilder, Decimal128Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use std::io::{self, Write};
use std::sync::Arc;

/// Precision and scale of percentages and percentage points.
const PERCENT: (u8, i8) = (18, 6);

/// Writes the rows of a report as a Parquet file.
///
/// # Errors
/// Errors of `out`.
pub(super) fn write(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<Vec<String>> = report
        .rows
        .iter()
        .map(|row| fields(report, row, lang).collect())
        .collect();
    let columns: Vec<(Field, ArrayRef)> = report
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let texts: Vec<&str> = rows
                .iter()
                .map(|row| row.get(at).map_or("", String::as_str))
                .collect();
            typed(*column, &texts)
        })
        .collect();
    let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) = columns.into_iter().unzip();
    let schema = Arc::new(Schema::new(fields));
    let batch = RecordBatch::try_new(schema.clone(), arrays).map_err(io::Error::other)?;
    let about = KeyValue::new(
        "tradecheck.schema".to_owned(),
        format!("tradecheck.{}.1", report.command),
    );
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("tradecheck ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_key_value_metadata(Some(vec![about]))
        .build();
    let mut bytes = Vec::new();
    let mut writer =
        ArrowWriter::try_new(&mut bytes, schema, Some(properties)).map_err(io::Error::other)?;
    writer.write(&batch).map_err(io::Error::other)?;
    writer.close().map_err(io::Error::other)?;
    out.write_all(&bytes)
}

/// A column typed by its kind. If any cell does not fit that type, the whole column becomes text,
/// since that is better than rounding a figure to make it fit.
fn typed(column: Column, texts: &[&str]) -> (Field, ArrayRef) {
    let array = match column.kind() {
        Kind::Amount | Kind::Count => whole(texts),
        Kind::Percent | Kind::Points => decimals(texts),
        Kind::Flag => flags(texts),
        _ => None,
    };
    let (kind, array) = array.unwrap_or_else(|| text(texts));
    (Field::new(column.name(), kind, true), array)
}

fn whole(texts: &[&str]) -> Option<(DataType, ArrayRef)> {
    let mut builder = Int64Builder::new();
    for text in texts {
        match *text {
            "" => builder.append_null(),
            text => builder.append_value(text.parse().ok()?),
        }
    }
    Some((DataType::Int64, Arc::new(builder.finish())))
}

fn decimals(texts: &[&str]) -> Option<(DataType, ArrayRef)> {
    let kind = DataType::Decimal128(PERCENT.0, PERCENT.1);
    let mut builder = Decimal128Builder::new().with_data_type(kind.clone());
    for text in texts {
        match *text {
            "" => builder.append_null(),
            text => builder.append_value(millionths(text)?),
        }
    }
    Some((kind, Arc::new(builder.finish())))
}

/// A number with at most six decimals as an integer of millionths.
fn millionths(text: &str) -> Option<i128> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    if rest.len() > PERCENT.1 as usize || whole.len() > 12 {
        return None;
    }
    let all: i128 = format!("{whole}{rest:0<6}").parse().ok()?;
    Some(if negative { -all } else { all })
}

fn flags(texts: &[&str]) -> Option<(DataType, ArrayRef)> {
    let mut builder = BooleanBuilder::new();
    for text in texts {
        match *text {
            "" => builder.append_null(),
            text => builder.append_value(text.parse().ok()?),
        }
    }
    Some((DataType::Boolean, Arc::new(builder.finish())))
}

fn text(texts: &[&str]) -> (DataType, ArrayRef) {
    let mut builder = StringBuilder::new();
    for text in texts {
        builder.append_option((!text.is_empty()).then_some(text));
    }
    (DataType::Utf8, Arc::new(builder.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fixture;
    use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    use arrow_array::Array;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Decimal128Type, Int64Type};

    fn read_back(report: &Report) -> RecordBatch {
        let mut bytes = Vec::new();
        write(report, Lang::En, &mut bytes).unwrap();
        let mut again = Vec::new();
        write(report, Lang::En, &mut again).unwrap();
        assert_eq!(bytes, again, "the same report gives the same bytes");
        let name = format!(
            "tradecheck-render-{}-{}.parquet",
            std::process::id(),
            report.command
        );
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, bytes).unwrap();
        let file = std::fs::File::open(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        let mut reader = ParquetRecordBatchReaderBuilder::try_new(file)
            .unwrap()
            .build()
            .unwrap();
        reader.next().unwrap().unwrap()
    }

    #[test]
    fn figures_are_numbers_and_what_is_missing_is_null() {
        let batch = read_back(&fixture::yoy());
        let base = batch
            .column_by_name("base")
            .unwrap()
            .as_primitive::<Int64Type>();
        assert_eq!(base.value(0), 234_812_000);
        assert!(base.is_null(2), "no data for the base of the total");
        let yoy = batch
            .column_by_name("yoy_pct")
            .unwrap()
            .as_primitive::<Decimal128Type>();
        assert_eq!(yoy.value(0), -37_899_256);
        assert_eq!(yoy.value(1), 1_130_000_000);
        assert!(yoy.is_null(3), "a balance has no percentage");
        let month = batch.column_by_name("month").unwrap().as_string::<i32>();
        assert_eq!(month.value(0), "2017-09");
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!(millionths("-37.9"), Some(-37_900_000));
        assert_eq!(millionths("0.000001"), Some(1));
        assert_eq!(millionths("12"), Some(12_000_000));
        assert_eq!(millionths("1.0000001"), None);
        assert_eq!(millionths("x"), None);
    }
}
