//! What the statistics of a file say about row groups before any row is read.

use parquet::arrow::arrow_reader::{RowSelection, RowSelector};
use parquet::errors::Result;
use parquet::file::metadata::{
    ColumnChunkMask, PageIndexPolicy, ParquetMetaData, ParquetMetaDataReader, RowGroupMetaData,
};
use parquet::file::page_index::column_index::ColumnIndexMetaData;
use parquet::file::statistics::Statistics;
use std::fs::File;

fn statistics<'m>(group: &'m RowGroupMetaData, column: &str) -> Option<&'m Statistics> {
    let mut columns = group.columns().iter();
    let chunk = columns.find(|chunk| chunk.column_descr().name() == column)?;
    chunk.statistics()
}

/// Whether every row of a row group has this number in a column, according to the statistics.
pub(crate) fn is_always(group: &RowGroupMetaData, column: &str, number: i32) -> bool {
    match statistics(group, column) {
        Some(Statistics::Int32(of)) => {
            let ends = (of.min_opt(), of.max_opt());
            of.null_count_opt() == Some(0) && ends == (Some(&number), Some(&number))
        }
        _ => false,
    }
}

/// Whether a column of a row group is entirely null, according to the statistics.
pub(crate) fn is_empty(group: &RowGroupMetaData, column: &str) -> bool {
    let nulls = statistics(group, column).and_then(Statistics::null_count_opt);
    nulls.and_then(|nulls| i64::try_from(nulls).ok()) == Some(group.num_rows())
}

/// The columns of a row group that are not entirely null, according to the statistics.
pub(crate) fn columns_with_values(group: &RowGroupMetaData) -> impl Iterator<Item = &str> {
    let names = group
        .columns()
        .iter()
        .map(|chunk| chunk.column_descr().name());
    names.filter(|name| !is_empty(group, name))
}

/// The smallest and largest text in a column of a row group; `None` if the file does not say, or
/// some rows are null.
fn ends<'m>(group: &'m RowGroupMetaData, column: &str) -> Option<(&'m str, &'m str)> {
    let statistics = statistics(group, column)?;
    let has_all = statistics.null_count_opt() == Some(0);
    let is_exact = statistics.min_is_exact() && statistics.max_is_exact();
    if !has_all || !is_exact {
        return None;
    }
    let text = |bytes: Option<&'m [u8]>| std::str::from_utf8(bytes?).ok();
    Some((
        text(statistics.min_bytes_opt())?,
        text(statistics.max_bytes_opt())?,
    ))
}

/// The text that all rows of a row group have in a column, if it is the same.
pub(crate) fn constant<'m>(group: &'m RowGroupMetaData, column: &str) -> Option<&'m str> {
    ends(group, column)
        .filter(|(least, greatest)| least == greatest)
        .map(|(only, _)| only)
}

/// The row groups whose range of texts in a column is `wanted`.
pub(crate) fn groups_in_range(
    file: &ParquetMetaData,
    column: &str,
    wanted: &dyn Fn(&str, &str) -> bool,
) -> Vec<usize> {
    let groups = file.row_groups().iter().enumerate();
    groups
        .filter(|(_, group)| {
            ends(group, column).is_none_or(|(least, greatest)| wanted(least, greatest))
        })
        .map(|(at, _)| at)
        .collect()
}

/// The rows of some row groups in pages whose range of texts in a column is `wanted`; with the
/// metadata, where the library looks up these pages. Only the necessary part of the index is read.
///
/// # Errors
/// When the index cannot be read.
pub(crate) fn pages_that_may_hold(
    file: &File,
    metadata: ParquetMetaData,
    (groups, column): (&[usize], &str),
    wanted: &dyn Fn(&str, &str) -> bool,
) -> Result<(ParquetMetaData, Vec<RowSelection>)> {
    let schema = metadata.file_metadata().schema_descr();
    let mut columns = schema.columns().iter();
    let column = columns.position(|one| one.name() == column);
    let own = groups.iter().copied();
    let index = ColumnChunkMask::row_groups_and_columns(own.clone(), column);
    let mut reader = ParquetMetaDataReader::new_with_metadata(metadata)
        .with_page_index_policy(PageIndexPolicy::Optional)
        .with_column_index_mask(index)
        .with_offset_index_mask(ColumnChunkMask::row_groups(own));
    reader.read_page_indexes(file)?;
    let metadata = reader.finish()?;
    let rows = groups.iter().map(|group| {
        let all = metadata.row_group(*group).num_rows() as usize;
        let of_group = pages(&metadata, *group, column, all, wanted);
        of_group
            .unwrap_or_else(|| vec![RowSelector::select(all)])
            .into()
    });
    let rows = rows.collect();
    Ok((metadata, rows))
}

/// The rows to read in one row group, which has `all` rows; `None` if there is no index.
fn pages(
    metadata: &ParquetMetaData,
    group: usize,
    column: Option<usize>,
    all: usize,
    wanted: &dyn Fn(&str, &str) -> bool,
) -> Option<Vec<RowSelector>> {
    let index = metadata.page_index_for_row_group(group);
    let ColumnIndexMetaData::BYTE_ARRAY(ends) = index.column_index(column?)? else {
        return None;
    };
    let places = index.offset_index(column?)?.page_locations();
    let begins = places.iter().map(|place| place.first_row_index as usize);
    let ends_at = begins.clone().skip(1).chain([all]);
    let rows = begins.zip(ends_at).enumerate().map(|(page, (from, to))| {
        let text = |bytes: Option<&[u8]>| std::str::from_utf8(bytes?).ok().map(str::to_owned);
        let ends = text(ends.min_value(page)).zip(text(ends.max_value(page)));
        let rows = to.checked_sub(from)?;
        Some(
            match ends.is_none_or(|(least, greatest)| wanted(&least, &greatest)) {
                true => RowSelector::select(rows),
                false => RowSelector::skip(rows),
            },
        )
    });
    rows.collect()
}
