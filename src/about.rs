//! The text of `--version`: the program, its built-in data, and the build.

use crate::failure::Failure;
use crate::reader::{self, Options, Origin, Source};
use crate::resolve::{BUILT_IN, BUILT_IN_GOODS};
use crate::trade::{PartnerChoice, Sanctions, Vintage};

/// The version, with the last release, the rows and the hash of the built-in data, and the build.
///
/// # Errors
/// When the built-in data cannot be read, which a test rules out.
pub fn version() -> Result<String, Failure> {
    let last = latest_release()?.map_or_else(String::new, |day| format!(", released up to {day}"));
    let (totals, goods) = (bytes(&BUILT_IN), bytes(&BUILT_IN_GOODS));
    let build = if cfg!(debug_assertions) {
        "debug"
    } else {
        "release"
    };
    Ok(format!(
        "tradecheck {}\n\
         data: {} figures of all goods{last}; {} figures of single goods; {} measures of sanctions\n\
         sha256 of published.csv: {}\n\
         build: {build}, {} {}\n",
        env!("CARGO_PKG_VERSION"),
        rows(totals),
        rows(goods),
        Sanctions::built_in().list().len(),
        reader::sha256(totals),
        std::env::consts::ARCH,
        std::env::consts::OS,
    ))
}

/// The hash of all built-in published figures, for all goods and for single goods.
pub fn data_hash() -> String {
    reader::sha256(&[bytes(&BUILT_IN), bytes(&BUILT_IN_GOODS)].concat())
}

/// The date of the last release in the built-in data.
///
/// # Errors
/// As [`version`].
fn latest_release() -> Result<Option<Vintage>, Failure> {
    let source = Source {
        origin: BUILT_IN,
        flow: None,
    };
    let options = Options {
        partner: PartnerChoice::All,
        ..Options::default()
    };
    let data = reader::read(&[source], &options, &mut std::io::empty())?;
    Ok(data.rows.iter().filter_map(|row| row.released).max())
}

fn bytes(origin: &Origin) -> &'static [u8] {
    match origin {
        Origin::BuiltIn { text, .. } => text,
        Origin::Path(_) | Origin::Stdin => &[],
    }
}

/// The number of rows below the header.
fn rows(table: &[u8]) -> usize {
    let lines = table.iter().filter(|byte| **byte == b'\n').count();
    lines.saturating_sub(1)
}
