//! Files beside the data: groups of goods, claims, articles. They are opened, bounded and decoded as
//! tables are, and complained of in the same words.

use crate::reader::bytes::decode;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::bytes::open;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Problems;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// The largest file of this kind: ten thousand times a long list of groups.
const LARGEST: u64 = 64 << 20;

/// The bytes of a file beside the data.
///
/// # Errors
/// That there is no such file, that it is a folder, a device, a socket or a pipe that somebody
/// named, that it is far too large, or why it cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Problems> {
    let shown = path.display().to_string();
    let refuse = |wrong: InputError| {
        let mut problems = Problems::default();
        problems.of_file(&shown, &wrong);
        problems
    };
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => refuse(InputError::NoSuchFile),
        _ => refuse(InputError::Unreadable(open::sentence(&error))),
    };
    let kind = fs::metadata(path).map_err(unreadable)?.file_type();
    // What a shell puts in place of a command, `<(...)`, is a pipe with a writer; to open another
    // pipe is to wait for one.
    let of_shell = path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd");
    if !(kind.is_file() || of_shell && open::is_pipe(kind)) {
        return Err(refuse(InputError::NotAPlainFile));
    }
    if open::is_bare(path) {
        return Err(refuse(InputError::EmptyFile));
    }
    let mut bytes = Vec::new();
    let opened = File::open(path).map_err(unreadable)?;
    opened
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(refuse(InputError::FileTooLarge));
    }
    Ok(bytes)
}

/// The text of a file beside the data, in whatever encoding.
///
/// # Errors
/// As [`bytes`], and where it is no text.
pub fn text(path: &Path, encoding: Option<Encoding>) -> Result<String, Problems> {
    let bytes = bytes(path)?;
    match decode::decode(&bytes, encoding) {
        Ok(text) => Ok(text.decode(&text.bytes).into_owned()),
        Err(wrong) => {
            let mut problems = Problems::default();
            problems.of_file(&path.display().to_string(), &wrong);
            Err(problems)
        }
    }
}
