//! What the statistics of a file tell of its row groups before any row is read.

use parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};
use parquet::file::statistics::Statistics;

fn statistics<'m>(group: &'m RowGroupMetaData, column: &str) -> Option<&'m Statistics> {
    let mut columns = group.columns().iter();
    let chunk = columns.find(|chunk| chunk.column_path().string() == column)?;
    chunk.statistics()
}

/// Whether every row of a row group has this number in a column, as far as the file says.
pub(crate) fn is_always(group: &RowGroupMetaData, column: &str, number: i32) -> bool {
    match statistics(group, column) {
        Some(Statistics::Int32(of)) => {
            let ends = (of.min_opt(), of.max_opt());
            of.null_count_opt() == Some(0) && ends == (Some(&number), Some(&number))
        }
        _ => false,
    }
}

/// Whether no row of a row group has anything in a column, as far as the file says.
pub(crate) fn is_empty(group: &RowGroupMetaData, column: &str) -> bool {
    let nulls = statistics(group, column).and_then(Statistics::null_count_opt);
    nulls.and_then(|nulls| i64::try_from(nulls).ok()) == Some(group.num_rows())
}

/// The least and the greatest text of a column in a row group; `None` where the file does not say, or
/// where some row has none.
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

/// The text that every row of a row group has in a column, where it is one.
pub(crate) fn constant<'m>(group: &'m RowGroupMetaData, column: &str) -> Option<&'m str> {
    ends(group, column)
        .filter(|(least, greatest)| least == greatest)
        .map(|(only, _)| only)
}

/// The row groups that may hold a text of a column that is wanted.
pub(crate) fn that_may_hold(
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
