//! The columns of the archived table: one row for each observation read.

use arrow_schema::{DataType, Field, Schema, SchemaRef};
use parquet::basic::{Compression, Encoding};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;
use std::sync::Arc;

/// Money and quantities: eighteen digits, three of them decimals.
pub(crate) const DECIMAL: DataType = DataType::Decimal128(18, 3);

/// The largest amount that fits, in thousandths.
pub(crate) const LARGEST: i128 = 999_999_999_999_999_999;

/// The columns, in order. Texts are dictionary columns.
///
/// - `month_no`: twelve times the year plus the months before it in that year; for a longer period,
///   its last month. `months`: the number of months the row spans. `month`: the first day of that
///   month.
/// - `hs`: the HS code, empty for all goods; `chapter`: its first two digits. `province`, `mode`,
///   `further`: the breakdown, empty if there is none.
/// - `kind`: `published` or `detail`. `level`: `published`, or the digits of the code and the
///   breakdown: `hs8`, `hs8+province`. Rows of one level never contain the same trade twice.
/// - `value`, `low`, `high`: in units of `currency`; `low` and `high` are null for exact values.
/// - `quantity` with `quantity_low`, `quantity_high`: in `unit`. `printed`: the printed change in
///   percent, as text. `vintage`: the last day that `released` can mean.
/// - `all_goods`: 1 if the input is known to cover all goods. `row_count`: the number of input rows
///   summed in the row. `source`, `line`: where it was read; `input`: the name of the rows of that
///   input, month and flow, the first digits of their SHA-256.
/// - `note`, `url`: what the input says of the row, and the address of the page that published it.
///   Files written before these columns lack them.
const COLUMNS: &[(&str, Kind)] = &[
    ("month_no", Kind::Whole),
    ("months", Kind::Whole),
    ("month", Kind::Day),
    ("flow", Kind::Text),
    ("partner", Kind::Text),
    ("hs", Kind::Text),
    ("chapter", Kind::Text),
    ("province", Kind::Text),
    ("mode", Kind::Text),
    ("further", Kind::Text),
    ("kind", Kind::Text),
    ("level", Kind::Text),
    ("currency", Kind::Text),
    ("value", Kind::Decimal),
    ("low", Kind::Decimal),
    ("high", Kind::Decimal),
    ("basis", Kind::Text),
    ("quantity", Kind::Decimal),
    ("quantity_low", Kind::Decimal),
    ("quantity_high", Kind::Decimal),
    ("unit", Kind::Text),
    ("printed", Kind::Text),
    ("quantity_printed", Kind::Text),
    ("vintage", Kind::Day),
    ("released", Kind::Text),
    ("publisher", Kind::Text),
    ("name", Kind::Text),
    ("province_name", Kind::Text),
    ("mode_name", Kind::Text),
    ("all_goods", Kind::Whole),
    ("row_count", Kind::Whole),
    ("source", Kind::Text),
    ("input", Kind::Text),
    ("line", Kind::Whole),
    ("note", Kind::Text),
    ("url", Kind::Text),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Whole,
    Day,
    Decimal,
    Text,
}

impl Kind {
    fn arrow(self) -> DataType {
        match self {
            Kind::Whole => DataType::Int32,
            Kind::Day => DataType::Date32,
            Kind::Decimal => DECIMAL,
            Kind::Text => DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8)),
        }
    }

    /// The type name in a Delta log.
    fn delta(self) -> &'static str {
        match self {
            Kind::Whole => "integer",
            Kind::Day => "date",
            Kind::Decimal => "decimal(18,3)",
            Kind::Text => "string",
        }
    }
}

/// The schema of every file.
pub(crate) fn arrow() -> SchemaRef {
    let field = |(name, kind): &(&str, Kind)| Field::new(*name, kind.arrow(), true);
    Arc::new(Schema::new(COLUMNS.iter().map(field).collect::<Vec<_>>()))
}

/// The schema with amounts of half the width: eighteen digits fit into eight bytes.
pub(crate) fn narrow(schema: &Schema) -> SchemaRef {
    let narrowed = |field: &Arc<Field>| match field.data_type() {
        DataType::Decimal128(digits, scale) if *digits <= 18 => {
            let narrow = DataType::Decimal64(*digits, *scale);
            field.as_ref().clone().with_data_type(narrow)
        }
        _ => field.as_ref().clone(),
    };
    let fields: Vec<Field> = schema.fields().iter().map(narrowed).collect();
    Arc::new(Schema::new(fields))
}

/// The schema as written in a Delta log.
pub(crate) fn delta() -> serde_json::Value {
    let field = |(name, kind): &(&str, Kind)| serde_json::json!({"name": name, "type": kind.delta(), "nullable": true, "metadata": {}});
    serde_json::json!({"type": "struct", "fields": COLUMNS.iter().map(field).collect::<Vec<_>>()})
}

/// The maximum number of rows in a row group.
pub(crate) const ROW_GROUP: usize = 131_072;

/// The format of files: Snappy compression, delta-encoded numbers, and pages small enough to find
/// one partner of a month without reading the rest.
pub(crate) fn properties(metadata: Vec<KeyValue>) -> WriterProperties {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("tradecheck ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_data_page_row_count_limit(4_096)
        .set_write_batch_size(1_024)
        .set_max_row_group_row_count(Some(ROW_GROUP))
        .set_statistics_enabled(EnabledStatistics::Page)
        .set_key_value_metadata(Some(metadata));
    let numbers = COLUMNS.iter().filter(|(_, kind)| *kind != Kind::Text);
    numbers
        .fold(properties, |properties, (name, _)| {
            let path = ColumnPath::from(*name);
            properties
                .set_column_dictionary_enabled(path.clone(), false)
                .set_column_encoding(path, Encoding::DELTA_BINARY_PACKED)
        })
        .build()
}
