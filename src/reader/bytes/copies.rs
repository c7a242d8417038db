//! One file given for imports and for exports, under two names.

use crate::reader::bytes::file_name;
use crate::reader::bytes::open::{File, FilePlace};
use crate::trade::{Flow, InputRemark, Observations};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufReader, Read};
use std::path::Path;

/// Says which files are the same to the byte as one of the other flow. Only files of one size are
/// compared.
pub(crate) fn remark(files: &[File], records: &mut Observations) {
    let mut by_size: BTreeMap<u64, [Vec<(&str, &Path)>; 2]> = BTreeMap::new();
    for file in files {
        let FilePlace::Path(path) = &file.place else {
            continue;
        };
        let flow = file.flow.or_else(|| file_name::flow(&file.name));
        let side = match flow {
            Some(Flow::Import) => 0,
            Some(Flow::Export) => 1,
            _ => continue,
        };
        let size = file.size();
        if size > 0 && fs::metadata(path).is_ok_and(|metadata| metadata.is_file()) {
            by_size.entry(size).or_default()[side].push((&file.name, path));
        }
    }
    for [imports, exports] in by_size.into_values() {
        for (name, path) in exports {
            let same = imports.iter().find(|(_, other)| is_same(path, other));
            if let Some((other, _)) = same {
                records.remark(name, InputRemark::SameAsOtherFlow((*other).to_owned()));
            }
        }
    }
}

/// Whether two files hold the same bytes; `false` where one cannot be read.
fn is_same(one: &Path, other: &Path) -> bool {
    let (Ok(one), Ok(other)) = (fs::File::open(one), fs::File::open(other)) else {
        return false;
    };
    let (one, other) = (BufReader::new(one), BufReader::new(other));
    let (mut one, mut other) = (one.bytes(), other.bytes());
    loop {
        match (one.next(), other.next()) {
            (None, None) => return true,
            (Some(Ok(one)), Some(Ok(other))) if one == other => {}
            _ => return false,
        }
    }
}
