use crate::reader::cells::number::PIECES;
use crate::reader::errors::advice::{help_for_folder, without_lenient};
use crate::reader::errors::input_error::{InputError, ProblemKind};
use std::fmt;
use std::path::Path;

/// How many problems are shown; the rest are only counted.
const SHOWN: usize = 20;
/// How many of one kind are shown for one file.
const SHOWN_OF_A_KIND: usize = 5;
/// How many files of a folder are shown with the same error.
const SHOWN_OF_A_FOLDER: usize = 2;

/// All problems with the input of one run. At most 20 are shown, grouped by file and kind, the
/// first few of each kind; the others are counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Problems {
    /// The problems shown, in the order in which they were found.
    pub located: Vec<Problem>,
    /// The number of further problems.
    pub more: usize,
    groups: Vec<Group>,
}

/// Problems of one kind in one file.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Group {
    file: String,
    sheet: Option<String>,
    kind: ProblemKind,
    /// Indexes into [`Problems::located`]; never empty.
    shown: Vec<usize>,
    /// The number of further problems of this kind.
    more: usize,
    /// The number of further files in the folder with the same error.
    more_files: usize,
    /// The advice in that case, instead of the one for a single file.
    help: Option<String>,
}

/// A problem with an input: where it is, what is wrong, and how to proceed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The input as the user named it.
    pub file: String,
    /// The sheet of a workbook; line and column are then its row and column.
    pub sheet: Option<String>,
    /// Line number, from 1, if the problem is in one line.
    pub line: Option<u64>,
    /// Position in the line at which the field starts, in characters from 1.
    pub column: Option<u64>,
    /// What is wrong, in lower case and without a full stop.
    pub what: String,
    /// The offending text.
    pub found: Option<String>,
    /// What was expected there.
    pub expected: Option<String>,
    /// How to proceed.
    pub help: Option<String>,
}

/// A place in a file; both fields are `None` for the whole file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Location {
    pub line: Option<u64>,
    pub column: Option<u64>,
}

impl Problems {
    /// Whether there are no problems.
    pub fn is_empty(&self) -> bool {
        self.located.is_empty()
    }

    pub(crate) fn add(
        &mut self,
        file: &str,
        place: Location,
        wrong: &InputError,
        found: Option<&str>,
    ) {
        self.add_in_sheet(file, None, place, wrong, found);
    }

    /// Only counts the problem if enough are shown. Called before a problem is located, which takes
    /// time proportional to the length of its line.
    pub(crate) fn only_counted(
        &mut self,
        file: &str,
        sheet: Option<&str>,
        wrong: &InputError,
    ) -> bool {
        let room = self.located.len() < SHOWN;
        let enough = match self.group(file, sheet, wrong.kind()) {
            Some(group) if room && group.shown.len() < SHOWN_OF_A_KIND => false,
            Some(group) => {
                group.more += 1;
                true
            }
            None => !room,
        };
        self.more += usize::from(enough);
        enough
    }

    fn group(&mut self, file: &str, sheet: Option<&str>, kind: ProblemKind) -> Option<&mut Group> {
        // Searched from the latest, since files are read one after another. The list is never
        // longer than the problems shown.
        self.groups.iter_mut().rev().find(|group| {
            group.kind == kind && group.file == file && group.sheet.as_deref() == sheet
        })
    }

    /// Only counts the file if enough files of its folder are shown with the same error. Otherwise
    /// the problem is shown, in the group of its folder if there is one.
    fn one_more_file(&mut self, file: &str, wrong: &InputError) -> bool {
        let (folder, kind) = (Path::new(file).parent(), wrong.kind());
        let of_folder =
            |group: &&mut Group| group.kind == kind && Path::new(&group.file).parent() == folder;
        let Some(group) = self.groups.iter_mut().find(of_folder) else {
            return false;
        };
        group.help = help_for_folder(wrong);
        if group.shown.len() < SHOWN_OF_A_FOLDER && self.located.len() < SHOWN {
            group.shown.push(self.located.len());
            self.located
                .push(Problem::of(file, None, Location::default(), wrong, None));
        } else {
            group.more_files += 1;
            self.more += 1;
        }
        true
    }

    /// Adds a problem, in a sheet of a workbook if one is given.
    pub(crate) fn add_in_sheet(
        &mut self,
        file: &str,
        sheet: Option<&str>,
        place: Location,
        wrong: &InputError,
        found: Option<&str>,
    ) {
        if wrong.is_of_folders() && sheet.is_none() && self.one_more_file(file, wrong)
            || self.only_counted(file, sheet, wrong)
        {
            return;
        }
        let at = self.located.len();
        self.located
            .push(Problem::of(file, sheet, place, wrong, found));
        match self.group(file, sheet, wrong.kind()) {
            Some(group) => group.shown.push(at),
            None => self.groups.push(Group {
                file: file.to_owned(),
                sheet: sheet.map(str::to_owned),
                kind: wrong.kind(),
                shown: vec![at],
                more: 0,
                more_files: 0,
                help: None,
            }),
        }
    }

    /// The same problems in a command that skips no rows: none of them names `--lenient`.
    #[must_use]
    pub fn without_lenient(mut self) -> Problems {
        for help in self.located.iter_mut().filter_map(|one| one.help.as_mut()) {
            *help = without_lenient(help).to_owned();
        }
        self
    }

    pub(crate) fn of_file(&mut self, file: &str, wrong: &InputError) {
        self.add(file, Location::default(), wrong, None);
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line_end = "";
        for group in &self.groups {
            let mut shown = group.shown.iter().filter_map(|at| self.located.get(*at));
            let Some(first) = shown.next() else {
                continue;
            };
            write!(f, "{line_end}{}", ProblemLine(first))?;
            line_end = "\n";
            for problem in shown {
                write!(f, "\n{}", ProblemLine(problem))?;
            }
            if group.more > 0 {
                let more = group.more;
                write!(f, "\ntradecheck: {}: and {more} more like this", group.file)?;
            }
            if group.more_files > 0 {
                let folder = Path::new(&group.file).parent().and_then(Path::to_str);
                write!(f, "\ntradecheck: ")?;
                if let Some(folder) = folder.filter(|folder| !folder.is_empty()) {
                    write!(f, "{folder}: ")?;
                }
                match group.more_files {
                    1 => write!(f, "and 1 more file like this")?,
                    more => write!(f, "and {more} more files like this")?,
                }
            }
            first.advise(group.help.as_ref(), f)?;
        }
        let of_groups = |group: &Group| group.more + group.more_files;
        let of_groups: usize = self.groups.iter().map(of_groups).sum();
        match self.more - of_groups {
            0 => Ok(()),
            1 => write!(f, "\ntradecheck: and 1 more problem"),
            more => write!(f, "\ntradecheck: and {more} more problems"),
        }
    }
}

impl std::error::Error for Problems {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", ProblemLine(self))?;
        self.advise(None, f)
    }
}

/// The first line of a problem: its place, what is wrong, and the offending text.
struct ProblemLine<'p>(&'p Problem);

impl fmt::Display for ProblemLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = self.0;
        write!(f, "tradecheck: {}:", problem.file)?;
        if let Some(sheet) = &problem.sheet {
            write!(f, " sheet `{sheet}`")?;
            if let Some(row) = problem.line {
                write!(f, ", row {row}")?;
            }
            if let Some(column) = problem.column {
                write!(f, ", column {column}")?;
            }
            write!(f, ":")?;
        } else if let Some(line) = problem.line {
            write!(f, "{line}:")?;
            if let Some(column) = problem.column {
                write!(f, "{column}:")?;
            }
        }
        write!(f, " {}", problem.what)?;
        match &problem.found {
            Some(found) => write!(f, ": `{found}`"),
            None => Ok(()),
        }
    }
}

impl Problem {
    fn of(
        file: &str,
        sheet: Option<&str>,
        place: Location,
        wrong: &InputError,
        found: Option<&str>,
    ) -> Problem {
        let explanation = wrong.explain();
        Problem {
            file: file.to_owned(),
            sheet: sheet.map(shown),
            line: place.line,
            column: place.column,
            what: explanation.what,
            found: found.map(shown),
            expected: explanation.expected,
            help: explanation.help,
        }
    }

    /// What was expected, and how to proceed: with several files, the advice for all of them.
    fn advise(&self, of_several: Option<&String>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(expected) = &self.expected {
            write!(f, "\n  expected: {expected}")?;
        }
        if let Some(help) = of_several.or(self.help.as_ref()) {
            write!(f, "\n  help: {help}")?;
        }
        Ok(())
    }
}

/// The offending text, shortened to one line of a terminal.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut line = String::new();
    for (at, c) in text.chars().enumerate() {
        if at == LONGEST {
            line.push('…');
            break;
        }
        if c == PIECES {
            // It separates text from two lines or elements.
            line.push('|');
        } else if c.is_control() {
            line.extend(c.escape_default());
        } else {
            line.push(c);
        }
    }
    line
}

#[cfg(test)]
mod tests;
