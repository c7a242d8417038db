//! The bytes of a download: in a file, or unpacked in memory.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// Bytes that several threads read at various offsets.
pub(crate) enum RowsAt<'b> {
    File(File, u64),
    Bytes(&'b [u8]),
}

impl RowsAt<'_> {
    /// Number of bytes.
    pub fn len(&self) -> u64 {
        match self {
            RowsAt::File(_, size) => *size,
            RowsAt::Bytes(bytes) => bytes.len() as u64,
        }
    }

    /// The first bytes, up to `most`.
    pub fn head(&self, most: u64) -> Option<Vec<u8>> {
        match self {
            RowsAt::File(file, size) => {
                let mut head = vec![0; usize::try_from(most.min(*size)).ok()?];
                read_file(file, &mut head, 0)?;
                Some(head)
            }
            RowsAt::Bytes(bytes) => {
                let end = usize::try_from(most).map_or(bytes.len(), |most| most.min(bytes.len()));
                Some(bytes[..end].to_vec())
            }
        }
    }

    /// Whether the last byte is a line end.
    pub fn ends_in_line_end(&self) -> bool {
        let last = match self {
            RowsAt::File(file, size) => {
                let mut last = [0];
                let mut file = file;
                let read = file
                    .seek(SeekFrom::Start(size.saturating_sub(1)))
                    .and_then(|_| file.read_exact(&mut last));
                read.ok().map(|()| last[0])
            }
            RowsAt::Bytes(bytes) => bytes.last().copied(),
        };
        matches!(last, Some(b'\n' | b'\r'))
    }

    /// Fills `buffer` from `offset` on; `None` if there are too few bytes.
    pub fn read_exact_at(&self, buffer: &mut [u8], offset: u64) -> Option<()> {
        match self {
            RowsAt::File(file, _) => read_file(file, buffer, offset),
            RowsAt::Bytes(bytes) => {
                let start = usize::try_from(offset).ok()?;
                let from = bytes.get(start..start.checked_add(buffer.len())?)?;
                buffer.copy_from_slice(from);
                Some(())
            }
        }
    }
}

#[cfg(unix)]
fn read_file(file: &File, buffer: &mut [u8], offset: u64) -> Option<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, offset).ok()
}

#[cfg(not(unix))]
fn read_file(_: &File, _: &mut [u8], _: u64) -> Option<()> {
    None
}
