//! One Parquet file, written whole or not at all.

use crate::archive::content::hex;
use crate::archive::error::ArchiveError;
use crate::archive::files;
use crate::archive::schema;
use crate::archive::snapshot::FileEntry;
use arrow_array::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::file::metadata::KeyValue;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Writes rows under `path` of the archive, and gives what the log says of the file. A file of that
/// name holds the same rows already: names come from content.
///
/// # Errors
/// [`ArchiveError`] where the file cannot be written.
pub(crate) fn file(
    root: &Path,
    path: &str,
    batch: &RecordBatch,
    mut entry: FileEntry,
) -> Result<FileEntry, ArchiveError> {
    let bytes = bytes(batch, &entry.name)?;
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
pub(crate) fn bytes(batch: &RecordBatch, name: &str) -> Result<Vec<u8>, ArchiveError> {
    let about = KeyValue::new("tradecheck.rows".to_owned(), name.to_owned());
    let mut bytes = Vec::new();
    let properties = schema::properties(vec![about]);
    let mut writer = ArrowWriter::try_new(&mut bytes, schema::arrow(), Some(properties))?;
    writer.write(batch)?;
    writer.close()?;
    Ok(bytes)
}
