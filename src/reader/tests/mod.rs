//! Tests whole inputs, from bytes to observations. The fixtures are synthetic, in the layouts of
//! real files.

mod accounts;
mod accounts_layouts;
mod accounts_random;
mod ahead;
mod blocks;
mod blocks_extra;
mod blocks_partners;
mod bulletin;
mod comtrade;
mod container;
mod containers_of_cells;
mod contradictions;
mod cut_tables;
mod disagree;
mod files;
mod fuzz;
mod fuzz_blocks;
mod heads_of_lines;
mod hostile;
mod lenient;
mod ours;
mod platform;
mod tidy;
mod wide;

use crate::reader::{Options, Origin, Problems, Source, read};
use crate::report::{Remark, RemarkKind};
use crate::trade::{Currency, FileRemark, Flow, Observations, Partner, PartnerChoice};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

fn north_korea() -> Options {
    Options::default()
}

fn path(path: &Path, flow: Option<Flow>) -> Source {
    Source {
        origin: Origin::Path(path.to_owned()),
        flow,
    }
}

/// Reads bytes from standard input.
fn from_stdin(
    bytes: &[u8],
    flow: Option<Flow>,
    options: &Options,
) -> Result<Observations, Problems> {
    let source = Source {
        origin: Origin::Stdin,
        flow,
    };
    let mut stdin = bytes;
    read(&[source], options, &mut stdin)
}

/// The observations in `text`, one per line: line, period, flow, currency, code, split, value.
fn rows(text: &str, flow: Option<Flow>, options: &Options) -> Vec<String> {
    row_texts(&from_stdin(text.as_bytes(), flow, options).unwrap())
}

fn row_texts(observations: &Observations) -> Vec<String> {
    observations
        .rows
        .iter()
        .map(|row| {
            let value = row.value.map(|(value, _)| value.to_string());
            [
                row.line.to_string(),
                row.period.to_string(),
                row.flow.to_string(),
                row.currency.to_string(),
                observations.text_of(row.code).to_string(),
                observations.text_of(row.split).to_string(),
                value.unwrap_or_default(),
            ]
            .join(" ")
        })
        .collect()
}

/// The remarks of the reader in English.
fn remarks(observations: &Observations) -> Vec<&'static str> {
    let message = |remark: &FileRemark| {
        let remark = Remark::on_all(RemarkKind::Input(remark.clone()));
        &*crate::render::sentence(&remark, crate::render::Lang::En).leak()
    };
    observations.remarks.iter().map(message).collect()
}

/// All problems with `text`, as `line:column what: found`.
fn wrong(text: &str, flow: Option<Flow>, options: &Options) -> Vec<String> {
    let problems = from_stdin(text.as_bytes(), flow, options).unwrap_err();
    problems
        .located
        .iter()
        .map(|problem| {
            let number = |at: Option<u64>| at.map_or("-".to_owned(), |at| at.to_string());
            let (line, column) = (number(problem.line), number(problem.column));
            let found = problem.found.as_deref().unwrap_or("-");
            format!("{line}:{column} {}: {found}", problem.what)
        })
        .collect()
}

fn usd(options: Options) -> Options {
    Options {
        currency: Some(Currency::Usd),
        ..options
    }
}

/// A temporary folder, deleted when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("tradecheck-reader-{}-{count}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Reads sources. Names in remarks and problems are relative to this folder.
    fn read(&self, sources: &[Source]) -> Result<Observations, String> {
        let inside = |text: &str| text.replace(&format!("{}/", self.0.display()), "");
        let mut observations = read(sources, &north_korea(), &mut std::io::empty())
            .map_err(|problems| inside(&problems.to_string()))?;
        for remark in &mut observations.remarks {
            remark.file = inside(&remark.file).into();
        }
        Ok(observations)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A temporary folder that cannot be deleted does not fail a test.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
