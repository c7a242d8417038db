//! What a run is asked to do: which measure, of which data, and how the answer looks.

use super::inputs::Inputs;
use super::output::Output;
use crate::measure::{Question, streak::StreakWanted};
use crate::trade::{Claim, Passage, Regime, Sanctions, Selection, Vintage};
use std::path::PathBuf;
use std::sync::Arc;

/// What a run is asked to do.
#[derive(Clone, Debug)]
pub struct Request {
    /// What is to be measured.
    pub command: Command,
    /// Where the data are.
    pub inputs: Inputs,
    /// Which series; its goods are still incomplete if groups are asked for.
    pub selection: Selection,
    /// The goods as asked for.
    pub goods: GoodsAsked,
    /// Flows, side and time.
    pub question: Question,
    /// Whose sanctions.
    pub sanctions: SanctionsAsked,
    /// How the answer looks and where it goes.
    pub output: Output,
    /// Whether a missing figure is a failure.
    pub strict: bool,
    /// What is shown instead of the answer.
    pub trace: Option<Trace>,
    /// Whether the partner was named, with a flag or in the settings.
    pub names_partner: bool,
    /// What was typed, as a shell command.
    pub typed: String,
    /// The arguments after the program's name, including those from the settings.
    pub arguments: Vec<String>,
    /// The settings file, if one was used.
    pub settings: Option<PathBuf>,
    /// Whether no archive is taken from the environment.
    pub keeps_to_named_data: bool,
}

/// What is shown instead of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trace {
    /// Where its figures are from.
    Sources,
    /// How they were worked out.
    Explain,
}

/// The measure asked for, with its own options.
#[derive(Clone, Debug)]
pub enum Command {
    /// Changes from a year earlier; in a breakdown, this many components.
    Yoy {
        /// `None`: all.
        top: Option<usize>,
    },
    /// Streaks.
    Streak(StreakWanted),
    /// A series month by month.
    Series,
    /// The components that contributed most, a number in each direction.
    Movers {
        /// How many.
        top: usize,
    },
    /// A chart of levels and changes.
    Chart {
        /// The width of the SVG, in pixels.
        width: u16,
        /// Whose measures are marked.
        events: Vec<Regime>,
    },
    /// A month as a page.
    Report {
        /// Whose measures are marked in its chart.
        events: Vec<Regime>,
        /// Whether it covers sanctions.
        sanctions: bool,
    },
    /// Highest and lowest on record, and since when.
    Record,
    /// Each figure by release.
    Revisions,
    /// Sanctions: measures, trade under them, coverage, caps.
    Sanctions(crate::measure::sanctions::SanctionsWanted),
    /// Whether claims are true.
    Check(CheckAsked),
    /// The statement of a month.
    Brief,
    /// What the data contain, and whether anything missing or contradictory means no.
    Inspect {
        /// Whether it means no.
        check: bool,
    },
}

impl Command {
    /// A file it reads besides the data: claims, or an article.
    pub fn file(&self) -> Option<&PathBuf> {
        match self {
            Command::Check(CheckAsked {
                claims: ClaimSource::File(file) | ClaimSource::Article(file),
                ..
            }) => Some(file),
            _ => None,
        }
    }
}

/// Goods by codes and by groups; none of either: all goods.
#[derive(Clone, Debug)]
pub struct GoodsAsked {
    /// The prefixes of `--hs`.
    pub prefixes: Vec<Arc<str>>,
    /// The names of groups.
    pub groups: Vec<String>,
    /// A file of groups instead of the built-in ones.
    pub file: Option<PathBuf>,
}

/// Whose sanctions measures are meant, and where they are read.
#[derive(Clone, Debug, Default)]
pub struct SanctionsAsked {
    /// Whose.
    pub regime: Regime,
    /// A file of measures instead of the built-in ones.
    pub file: Option<PathBuf>,
    /// The measures of the file, once it is read.
    pub list: Option<Sanctions>,
}

impl SanctionsAsked {
    /// The measures: those of the file, or else the built-in ones.
    pub fn list(&self) -> &Sanctions {
        self.list.as_ref().unwrap_or_else(|| Sanctions::built_in())
    }
}

/// What is to be checked.
#[derive(Clone, Debug)]
pub struct CheckAsked {
    /// Where the claims are.
    pub claims: ClaimSource,
    /// The day on which they were published, if given.
    pub published: Option<Vintage>,
    /// Whether claims are compared only with each other.
    pub by_identities: bool,
}

/// Where claims are.
#[derive(Clone, Debug)]
pub enum ClaimSource {
    /// On the command line.
    Given(Box<Claim>),
    /// In a file.
    File(PathBuf),
    /// The built-in ones.
    BuiltIn,
    /// In an article; `-` is standard input.
    Article(PathBuf),
}

impl ClaimSource {
    /// The claim given on the command line, as a text of one sentence.
    pub fn given(&self) -> Option<Passage> {
        match self {
            ClaimSource::Given(claim) => Some(Passage {
                number: 1,
                text: String::new(),
                claims: vec![(**claim).clone()],
                asides: Vec::new(),
                why_not: None,
            }),
            _ => None,
        }
    }
}
