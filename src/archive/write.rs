//! Writes one Parquet file, completely or not at all.

use crate::archive::columns::{Origins, to_batch};
use crate::archive::content::{Contents, hex};
use crate::archive::error::ArchiveError;
use crate::archive::files;
use crate::archive::schema;
use crate::archive::snapshot::FileEntry;
use parquet::arrow::ArrowWriter;
use parquet::file::metadata::KeyValue;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Rows by index, in writing order, with their origins.
pub(crate) type Rows<'r> = (&'r Contents<'r>, &'r [usize], &'r Origins);

/// Writes rows to `path` in the archive and completes the log entry. An existing file of that name
/// has the same rows, because names come from the content.
///
/// # Errors
/// [`ArchiveError`] when the file cannot be written.
pub(crate) fn file(
    root: &Path,
    path: &str,
    rows: Rows<'_>,
    mut entry: FileEntry,
) -> Result<FileEntry, ArchiveError> {
    let bytes = bytes(rows, &entry.name)?;
    entry.size = bytes.len() as u64;
    entry.sha256 = hex(&Sha256::digest(&bytes), 64);
    let full = root.join(path);
    if let Some(folder) = full.parent() {
        files::make_folder(folder)?;
    }
    match files::write_new(&full, &bytes) {
        Err(ArchiveError::Io { error, .. })
            if error.kind() == std::io::ErrorKind::AlreadyExists =>
        {
            files::replace(&full, &bytes)?;
        }
        other => other?,
    }
    Ok(entry)
}

/// Rows as the bytes of a Parquet file.
///
/// # Errors
/// When the library rejects them.
fn bytes((contents, rows, origins): Rows<'_>, name: &str) -> Result<Vec<u8>, ArchiveError> {
    let about = KeyValue::new("tradecheck.rows".to_owned(), name.to_owned());
    let mut bytes = Vec::new();
    let properties = schema::properties(vec![about]);
    let mut writer = ArrowWriter::try_new(&mut bytes, schema::arrow(), Some(properties))?;
    // The columns of a whole year would take ten times the memory of its file.
    for rows in rows.chunks(schema::ROW_GROUP) {
        writer.write(&to_batch(contents, rows, origins)?)?;
    }
    writer.close()?;
    Ok(bytes)
}
