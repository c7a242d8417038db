//! Hashes of all inputs of an answer, so that a later run can check whether its inputs are the
//! same.

use crate::reader::bytes::open::{self, FileBytes};
use crate::reader::errors::problems::Problems;
use crate::reader::request::Source;
use crate::reader::sha::hex;
use crate::trade::Observations;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The name of an input and the hash of its bytes. An input that cannot be read twice, such as a
/// pipe, has no hash.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fingerprint {
    /// The name the user gave, or the name of a file inside a folder the user named.
    pub name: String,
    /// SHA-256 in hexadecimal digits.
    pub sha256: Option<String>,
}

/// The hash of standard input as read so far. Computed only on request: hashing takes half as long
/// as reading.
#[derive(Default)]
pub struct StandardInput(Option<RefCell<Sha256>>);

/// Standard input, hashed while it is read if a hash was requested.
pub struct Hashed<'a> {
    input: &'a mut dyn Read,
    digest: &'a StandardInput,
}

impl StandardInput {
    /// Standard input whose hash will be asked for.
    pub fn hashed() -> StandardInput {
        StandardInput(Some(RefCell::default()))
    }

    /// Wraps `input` so that reading it also updates the hash, if a hash was requested.
    pub fn reading<'a>(&'a self, input: &'a mut dyn Read) -> Hashed<'a> {
        Hashed {
            input,
            digest: self,
        }
    }

    fn sha256(&self) -> Option<String> {
        let digest = self.0.as_ref()?;
        Some(hex(&digest.borrow().clone().finalize()))
    }
}

impl Read for Hashed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        let read = buffer.get(..count).unwrap_or_default();
        if let Some(digest) = &self.digest.0 {
            digest.borrow_mut().update(read);
        }
        Ok(count)
    }
}

/// The fingerprints of all files of the sources.
pub fn of_sources(sources: &[Source], stdin: &StandardInput) -> Vec<Fingerprint> {
    let (mut observations, mut problems) = (Observations::new(), Problems::default());
    let files = open::files(sources, &mut observations, &mut problems);
    let of = |file: open::File| Fingerprint {
        sha256: match &file.place {
            FileBytes::Path(path) => of_file(path),
            FileBytes::Stdin => stdin.sha256(),
            FileBytes::BuiltIn(bytes) => Some(hex(&Sha256::digest(bytes))),
            FileBytes::Bytes(_) | FileBytes::Broken(_) => None,
        },
        name: file.name,
    };
    files.into_iter().map(of).collect()
}

/// The fingerprint of a file given in addition to the data; for `-`, of what was read from standard
/// input.
pub fn of_path(path: &Path, stdin: &StandardInput) -> Fingerprint {
    Fingerprint {
        name: path.display().to_string(),
        sha256: match path.as_os_str() == "-" {
            true => stdin.sha256(),
            false => of_file(path),
        },
    }
}

/// The fingerprint of an archive. Hashing its log is enough, since the log has the hash of every
/// file.
pub fn of_archive(root: &Path) -> Fingerprint {
    let log = fs::read_dir(root.join("_delta_log"));
    let entries = log.into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    let mut digest = Sha256::new();
    let hashes: Option<Vec<String>> = files.iter().map(|file| of_file(file)).collect();
    for hash in hashes.iter().flatten() {
        digest.update(hash.as_bytes());
    }
    Fingerprint {
        name: root.display().to_string(),
        sha256: hashes
            .filter(|hashes| !hashes.is_empty())
            .map(|_| hex(&digest.finalize())),
    }
}

/// The hash of a regular file; `None` for anything else and for files that cannot be read.
fn of_file(path: &Path) -> Option<String> {
    if !fs::metadata(path).is_ok_and(|metadata| metadata.is_file()) || open::is_empty_file(path) {
        return None;
    }
    let mut file = File::open(path).ok()?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let count = file.read(&mut buffer).ok()?;
        if count == 0 {
            return Some(hex(&digest.finalize()));
        }
        digest.update(buffer.get(..count)?);
    }
}
