//! Unpacks gzip, zstd and zip files, recognised by their first bytes.
//!
//! A workbook (.xlsx, .ods) is a zip file too, but it is itself a table and is left alone. An
//! archive inside an archive is refused. The unpacked size is bounded.

use crate::reader::bytes::file_order;
use crate::reader::bytes::open;
use crate::reader::bytes::open::{File, FileBytes};
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::trade::{Flow, Observations};
use flate2::read::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs;
use std::io::{self, Cursor, Read};
use std::path::PathBuf;
use zip::ZipArchive;

/// Maximum size of an unpacked file.
const LARGEST: u64 = 4 << 30;
/// Up to this size, any ratio of expansion is accepted.
const HARMLESS: u64 = 64 << 20;
/// Maximum ratio of expansion above that size. Tables shrink to a tenth or a twentieth, a zip bomb
/// to a thousandth.
const MOST_TIMES: u64 = 200;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum ContainerKind {
    Gzip,
    Zstd,
    Zip,
}

impl ContainerKind {
    fn of(bytes: &[u8]) -> Option<ContainerKind> {
        match bytes {
            [0x1f, 0x8b, ..] => Some(ContainerKind::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => {
                Some(ContainerKind::Zstd)
            }
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(ContainerKind::Zip),
            _ => None,
        }
    }
}

/// An iterator over the files to read in a file: the file itself, or those packed in it.
pub(crate) enum PackedFiles {
    One(Option<File>),
    Many(Box<Members>),
}

/// The files in a zip archive, unpacked one at a time.
pub(crate) struct Members {
    archive: String,
    flow: Option<Flow>,
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// Number, name and `doubtful` flag of each member still to come, the last first.
    left: Vec<(usize, String, bool)>,
    room: Unpacked,
}

/// How much has been unpacked from how many packed bytes.
struct Unpacked {
    packed: u64,
    unpacked: u64,
}

/// Opens `file` far enough to see what is packed in it. Members whose names do not suggest a table
/// are skipped with a remark.
pub(crate) fn parts(
    file: File,
    stdin: &mut dyn Read,
    observations: &mut Observations,
) -> PackedFiles {
    let bytes = match to_unpack(&file, stdin) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return PackedFiles::One(Some(file)),
        Err(error) => {
            return broken(
                file,
                InputError::File(FileError::Unreadable(open::sentence(&error))),
            );
        }
    };
    let mut room = Unpacked {
        packed: bytes.len() as u64,
        unpacked: 0,
    };
    let unpacked = match ContainerKind::of(&bytes) {
        None => Ok(bytes),
        Some(ContainerKind::Gzip) => room
            .unpack(MultiGzDecoder::new(&bytes[..]), "gzip file")
            .and_then(not_nested),
        Some(ContainerKind::Zstd) => room.unpack_zstd(&bytes).and_then(not_nested),
        Some(ContainerKind::Zip) => return members(file, bytes, room, observations),
    };
    match unpacked {
        Ok(bytes) => PackedFiles::One(Some(File {
            place: FileBytes::Bytes(bytes),
            ..file
        })),
        Err(wrong) => broken(file, wrong),
    }
}

fn broken(file: File, wrong: InputError) -> PackedFiles {
    PackedFiles::One(Some(File {
        place: FileBytes::Broken(wrong),
        ..file
    }))
}

/// All bytes of a file that may have others packed in it; `None` for a plain file, which is read
/// later. A pipe cannot be read twice, so it is read here, waiting for its writer.
fn to_unpack(file: &File, stdin: &mut dyn Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    match &file.place {
        FileBytes::Stdin => {
            stdin.read_to_end(&mut bytes)?;
            Ok(Some(bytes))
        }
        FileBytes::Path(path) => {
            if open::is_empty_file(path) {
                return Ok(None);
            }
            let mut opened = fs::File::open(path)?;
            if opened.metadata()?.is_file() {
                opened.by_ref().take(4).read_to_end(&mut bytes)?;
                if ContainerKind::of(&bytes).is_none() {
                    return Ok(None);
                }
            }
            opened.read_to_end(&mut bytes)?;
            Ok(Some(bytes))
        }
        FileBytes::BuiltIn(_) | FileBytes::Bytes(_) | FileBytes::Broken(_) => Ok(None),
    }
}

fn not_nested(bytes: Vec<u8>) -> Result<Vec<u8>, InputError> {
    let is_tar = bytes.get(257..262) == Some(b"ustar");
    match ContainerKind::of(&bytes) {
        Some(ContainerKind::Zip) if is_workbook(&bytes) => Ok(bytes),
        Some(_) => Err(InputError::File(FileError::NestedArchive)),
        None if is_tar => Err(InputError::File(FileError::NestedArchive)),
        None => Ok(bytes),
    }
}

fn is_workbook(bytes: &[u8]) -> bool {
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|zip| holds_workbook(&zip))
}

fn holds_workbook<R: Read + io::Seek>(zip: &ZipArchive<R>) -> bool {
    zip.file_names_raw()
        .any(|name| [&b"xl/workbook.xml"[..], b"[Content_Types].xml", b"mimetype"].contains(&name))
}

fn members(
    file: File,
    bytes: Vec<u8>,
    room: Unpacked,
    observations: &mut Observations,
) -> PackedFiles {
    let stated = stated_count(&bytes);
    let mut zip = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(zip) => zip,
        Err(error) => return broken(file, broken_zip(&error)),
    };
    if let Some(wrong) = overlapping(&mut zip) {
        return broken(file, wrong);
    }
    // The reader of archives keeps one member of each name.
    if stated.is_some_and(|count| count > zip.len()) {
        return broken(file, InputError::File(FileError::TwoMembers));
    }
    if holds_workbook(&zip) {
        let bytes = zip.into_inner().into_inner();
        return PackedFiles::One(Some(File {
            place: FileBytes::Bytes(bytes),
            ..file
        }));
    }
    let mut left = Vec::new();
    let mut passed_over = Vec::new();
    for (at, raw) in zip.file_names_raw().enumerate() {
        let name = name_of(raw);
        let hidden = |part: &str| part.starts_with('.') && part != "." || part == "__MACOSX";
        if name.ends_with(['/', '\\']) || name.split(['/', '\\']).any(hidden) {
            continue;
        }
        match open::likely_table(&PathBuf::from(&name)) {
            Some(doubtful) => left.push((at, name, doubtful)),
            None => passed_over.push(PathBuf::from(name)),
        }
    }
    if !passed_over.is_empty() {
        observations.remark(&file.name, open::passed_over(&passed_over));
    }
    if left.is_empty() {
        return broken(file, InputError::File(FileError::EmptyArchive));
    }
    // Members are taken from the end of the list.
    let order = file_order::sorted(left.iter().map(|(_, name, _)| name.clone()));
    let places: HashMap<&str, usize> = order.iter().map(|name| &**name).zip(0..).collect();
    left.sort_by_key(|(_, name, _)| Reverse(places.get(&**name).copied()));
    PackedFiles::Many(Box::new(Members {
        archive: file.name,
        flow: file.flow,
        zip,
        left,
        room,
    }))
}

/// Reports members that overlap in the archive. No packer writes this; a zip bomb does, to unpack a
/// small archive to any size.
fn overlapping(zip: &mut ZipArchive<Cursor<Vec<u8>>>) -> Option<InputError> {
    let mut spans: Vec<(u64, u64)> = Vec::with_capacity(zip.len());
    for at in 0..zip.len() {
        // A bad member is reported when it is unpacked.
        let Ok(member) = zip.by_index_raw(at) else {
            continue;
        };
        let start = member.data_start().unwrap_or(member.header_start());
        spans.push((start, start.saturating_add(member.compressed_size())));
    }
    spans.sort_unstable();
    let overlap = spans.windows(2).any(|pair| pair[0].1 > pair[1].0);
    overlap.then_some(InputError::File(FileError::ZipBomb))
}

/// The number of members that the end of an archive states. `None` for archives of more than 65,534.
fn stated_count(bytes: &[u8]) -> Option<usize> {
    const END: &[u8] = b"PK\x05\x06";
    let at = memchr::memmem::rfind(bytes, END)?;
    let count = bytes.get(at + 10..at + 12)?;
    let count = u16::from_le_bytes([count[0], count[1]]);
    (count < u16::MAX).then_some(usize::from(count))
}

/// Zip archives made in China encode names in GBK.
fn name_of(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(raw).0.into_owned(),
    }
}

impl Iterator for PackedFiles {
    type Item = File;

    fn next(&mut self) -> Option<File> {
        let members = match self {
            PackedFiles::One(file) => return file.take(),
            PackedFiles::Many(members) => members,
        };
        let (at, name, doubtful) = members.left.pop()?;
        let place = match members.unpack(at) {
            Ok(bytes) => FileBytes::Bytes(bytes),
            Err(wrong) => {
                if wrong == InputError::File(FileError::ZipBomb) {
                    members.left.clear();
                }
                FileBytes::Broken(wrong)
            }
        };
        Some(File {
            name: format!("{}/{name}", members.archive),
            flow: members.flow,
            place,
            doubtful,
        })
    }
}

impl Members {
    fn unpack(&mut self, at: usize) -> Result<Vec<u8>, InputError> {
        let member = self.zip.by_index(at).map_err(|error| broken_zip(&error))?;
        self.room.unpack(member, "zip archive").and_then(not_nested)
    }
}

fn broken_zip(error: &zip::result::ZipError) -> InputError {
    InputError::File(FileError::BrokenArchive {
        kind: "zip archive",
        why: lower(&error.to_string()),
    })
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

impl Unpacked {
    fn unpack(&mut self, mut packed: impl Read, kind: &'static str) -> Result<Vec<u8>, InputError> {
        let mut bytes = Vec::new();
        self.unpack_into(&mut bytes, &mut packed, kind)?;
        Ok(bytes)
    }

    /// Unpacks piece by piece, so that a zip bomb is noticed before it fills the memory.
    fn unpack_into(
        &mut self,
        bytes: &mut Vec<u8>,
        packed: &mut impl Read,
        kind: &'static str,
    ) -> Result<(), InputError> {
        const PIECE: u64 = 1 << 20;
        loop {
            let piece = packed.take(PIECE).read_to_end(bytes);
            let piece = piece.map_err(|error| {
                InputError::File(FileError::BrokenArchive {
                    kind,
                    why: lower(&open::sentence(&error)),
                })
            })?;
            if piece == 0 {
                return Ok(());
            }
            self.unpacked += piece as u64;
            let too_large = bytes.len() as u64 > LARGEST;
            let bomb = self.unpacked > HARMLESS && self.unpacked / MOST_TIMES > self.packed;
            if too_large || bomb {
                return Err(InputError::File(FileError::ZipBomb));
            }
        }
    }

    /// Unpacks all frames, and verifies the checksum of each, which the decoder leaves to its
    /// caller.
    fn unpack_zstd(&mut self, packed: &[u8]) -> Result<Vec<u8>, InputError> {
        const KIND: &str = "zstd file";
        let broken = |why: String| InputError::File(FileError::BrokenArchive { kind: KIND, why });
        let mut bytes = Vec::new();
        let mut rest = packed;
        while !rest.is_empty() {
            let mut decoder = match StreamingDecoder::new(&mut rest) {
                Ok(decoder) => decoder,
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    rest = usize::try_from(length)
                        .ok()
                        .and_then(|length| rest.get(length..))
                        .ok_or_else(|| broken("the file is cut off".to_owned()))?;
                    continue;
                }
                Err(error) => return Err(broken(lower(&error.to_string()))),
            };
            self.unpack_into(&mut bytes, &mut decoder, KIND)?;
            let decoder: FrameDecoder = decoder.into_frame_decoder();
            let stored = decoder.get_checksum_from_data();
            if stored.is_some() && stored != decoder.get_calculated_checksum() {
                return Err(broken("the checksum does not match".to_owned()));
            }
        }
        Ok(bytes)
    }
}
