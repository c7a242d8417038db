//! The bytes of some columns of a row group, each column read at once: the library alone makes
//! several system calls per page.

use crate::archive::error::ArchiveError;
use bytes::{Buf, Bytes, buf};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::RowGroupMetaData;
use parquet::file::reader::{ChunkReader, Length};
use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

/// Columns of a row group, in memory.
pub(crate) struct Chunks {
    length: u64,
    /// The offset of each column in the file, and its bytes.
    parts: Vec<(u64, Bytes)>,
}

impl Chunks {
    /// Reads the columns selected by `is_wanted`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(crate) fn read(
        path: &Path,
        group: &RowGroupMetaData,
        is_wanted: impl Fn(&str) -> bool,
    ) -> std::result::Result<Chunks, ArchiveError> {
        let failed = ArchiveError::at(path);
        let read = || {
            let mut file = File::open(path)?;
            let mut chunks = Chunks {
                length: file.metadata()?.len(),
                parts: Vec::new(),
            };
            let columns = group.columns().iter();
            for column in columns.filter(|column| is_wanted(column.column_descr().name())) {
                let (start, length) = column.byte_range();
                let length = length.min(chunks.length);
                let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
                file.seek(SeekFrom::Start(start))?;
                if file.by_ref().take(length).read_to_end(&mut bytes)? as u64 != length {
                    return Err(ErrorKind::UnexpectedEof.into());
                }
                chunks.parts.push((start, bytes.into()));
            }
            Ok(chunks)
        };
        read().map_err(failed)
    }

    /// The bytes from offset `start` to the end of its column.
    fn from(&self, start: u64) -> Result<Bytes> {
        let found = self.parts.iter().find_map(|(begin, bytes)| {
            let at = usize::try_from(start.checked_sub(*begin)?).ok()?;
            (at < bytes.len()).then(|| bytes.slice(at..))
        });
        found.ok_or_else(|| ParquetError::EOF(format!("no column at {start}")))
    }
}

impl Length for Chunks {
    fn len(&self) -> u64 {
        self.length
    }
}

impl ChunkReader for Chunks {
    type T = buf::Reader<Bytes>;

    fn get_read(&self, start: u64) -> Result<Self::T> {
        Ok(self.from(start)?.reader())
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        let bytes = self.from(start)?;
        match length <= bytes.len() {
            true => Ok(bytes.slice(..length)),
            false => Err(ParquetError::EOF(format!("no {length} bytes at {start}"))),
        }
    }
}
