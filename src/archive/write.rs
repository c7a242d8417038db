//! One Parquet file, written whole or not at all.

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

/// Rows, by their places in this order, with where each comes from.
pub(crate) type Rows<'r> = (&'r Contents<'r>, &'r [usize], &'r Origins);

/// Writes rows under `path` of the archive, and gives what the log says of the file. A file of that
/// name holds the same rows already: names come from content.
///
/// # Errors
/// [`ArchiveError`] where the file cannot be written.
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
/// When the library refuses them.
fn bytes((contents, rows, origins): Rows<'_>, name: &str) -> Result<Vec<u8>, ArchiveError> {
    let about = KeyValue::new("tradecheck.rows".to_owned(), name.to_owned());
    let mut bytes = Vec::new();
    let properties = schema::properties(vec![about]);
    let mut writer = ArrowWriter::try_new(&mut bytes, schema::arrow(), Some(properties))?;
    // Columns of a year would take ten times the memory of its file.
    for rows in rows.chunks(schema::ROW_GROUP) {
        writer.write(&to_batch(contents, rows, origins)?)?;
    }
    writer.close()?;
    Ok(bytes)
}
