//! Lists the files to read, and reads their bytes.

use crate::reader::bytes::file_order;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Problems;
use crate::reader::request::{Origin, Source};
use crate::trade::{Flow, Groups, InputRemark, Month, Named, Observations, Period};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Maximum number of files and folders below a folder, at any depth. More than that is a whole disk
/// or a virtual file system.
const MOST_MET: usize = 200_000;
/// Number of file names that a remark lists.
const NAMED: usize = 5;

/// One file to read.
pub(crate) struct File {
    /// The name shown to the user.
    pub name: String,
    pub flow: Option<Flow>,
    pub place: FileBytes,
    /// Found in a folder under a name that does not suggest a table. If it is none, it is skipped.
    pub doubtful: bool,
}

/// Where the bytes of a file are.
pub(crate) enum FileBytes {
    Path(PathBuf),
    Stdin,
    BuiltIn(&'static [u8]),
    /// Already in memory: unpacked, or read from a pipe.
    Bytes(Vec<u8>),
    /// A member that could not be unpacked from its archive.
    Broken(InputError),
}

/// The name shown for standard input.
pub(crate) const STDIN: &str = "standard input";

/// Whether a file is empty or reports a size of zero. Such files are not opened, because some of
/// them, such as `/proc/kmsg`, block forever.
pub(crate) fn is_empty_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0)
}

/// Identifies a file, whatever path was used for it.
#[derive(PartialEq, Eq, Hash)]
enum Identity {
    Path(PathBuf),
    /// Device and inode number. Resolving paths instead takes seconds for a path a thousand folders
    /// deep.
    Node(u64, u64),
    Stdin,
    BuiltIn(String),
}

/// All files in the order given, each once. Folders are replaced by their files, sorted by name.
pub(crate) fn files(
    sources: &[Source],
    observations: &mut Observations,
    problems: &mut Problems,
) -> Vec<File> {
    let mut list = List {
        files: Vec::new(),
        at: HashMap::new(),
        observations,
        problems,
    };
    for source in sources {
        match &source.origin {
            Origin::BuiltIn { name, text } => {
                list.add(
                    (*name).to_owned(),
                    source.flow,
                    FileBytes::BuiltIn(text),
                    false,
                );
            }
            Origin::Stdin => list.add(STDIN.to_owned(), source.flow, FileBytes::Stdin, false),
            Origin::Path(path) => list.add_path(path, source.flow),
        }
    }
    list.files
}

impl File {
    /// Size in bytes on disk; zero if unknown.
    pub fn size(&self) -> u64 {
        match &self.place {
            FileBytes::Path(path) => fs::metadata(path).map_or(0, |metadata| metadata.len()),
            _ => 0,
        }
    }

    /// All bytes of the file.
    pub fn read(&self, stdin: &mut dyn Read) -> Result<Cow<'_, [u8]>, InputError> {
        let unreadable =
            |error: io::Error| InputError::File(FileError::Unreadable(sentence(&error)));
        match &self.place {
            FileBytes::BuiltIn(text) => Ok(Cow::Borrowed(text)),
            FileBytes::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
            FileBytes::Broken(wrong) => Err(wrong.clone()),
            FileBytes::Path(path) if is_empty_file(path) => Ok(Cow::Borrowed(&[])),
            FileBytes::Path(path) => fs::read(path).map(Cow::Owned).map_err(unreadable),
            FileBytes::Stdin => {
                let mut bytes = Vec::new();
                stdin.read_to_end(&mut bytes).map_err(unreadable)?;
                Ok(Cow::Owned(bytes))
            }
        }
    }
}

/// There is no file of that name, which may be the value of a flag that was forgotten.
fn no_such_file(name: &str) -> InputError {
    let (what, typed) = if name.parse::<Month>().is_ok() {
        ("a month", format!("--month {name}"))
    } else if name.parse::<Period>().is_ok() {
        ("several months", format!("--period {name}"))
    } else if let Some(flow) = Flow::named(name) {
        ("a flow", format!("--flow {}", flow.word()))
    } else if !Groups::built_in().find(name).is_empty() {
        ("a group of goods", format!("--group {name}"))
    } else {
        return InputError::File(FileError::NoSuchFile);
    };
    InputError::File(FileError::NoSuchFileBut { what, typed })
}

struct List<'a> {
    files: Vec<File>,
    at: HashMap<Identity, usize>,
    observations: &'a mut Observations,
    problems: &'a mut Problems,
}

impl List<'_> {
    fn add_path(&mut self, path: &Path, flow: Option<Flow>) {
        let name = path.to_string_lossy();
        let kind = match fs::metadata(path) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return self.problems.of_file(&name, &no_such_file(&name));
            }
            Err(error) => {
                let wrong = InputError::File(FileError::Unreadable(sentence(&error)));
                return self.problems.of_file(&name, &wrong);
            }
        };
        if kind.is_dir() {
            self.add_folder(path, flow);
        } else if is_device(kind) {
            self.problems
                .of_file(&name, &InputError::File(FileError::NotAFile));
        } else {
            self.add(
                name.into_owned(),
                flow,
                FileBytes::Path(path.to_owned()),
                false,
            );
        }
    }

    fn add_folder(&mut self, folder: &Path, flow: Option<Flow>) {
        let mut found = FolderContents::default();
        found.walk(folder, self.problems);
        let name = folder.to_string_lossy();
        if found.met > MOST_MET {
            return self.problems.of_file(
                &name,
                &InputError::File(FileError::FolderTooLarge(MOST_MET)),
            );
        }
        if found.tables.is_empty() && found.wrong == 0 {
            self.problems
                .of_file(&name, &InputError::File(FileError::EmptyFolder));
        }
        if !found.passed_over.is_empty() {
            let remark = passed_over(&found.passed_over);
            self.observations.remark(&name, remark);
        }
        for (path, doubtful) in found.tables {
            let name = path.to_string_lossy().into_owned();
            self.add(name, flow, FileBytes::Path(path), doubtful);
        }
    }

    fn add(&mut self, name: String, flow: Option<Flow>, place: FileBytes, doubtful: bool) {
        let identity = match &place {
            FileBytes::Path(path) => identity(path),
            FileBytes::Stdin => Identity::Stdin,
            FileBytes::BuiltIn(_) | FileBytes::Bytes(_) | FileBytes::Broken(_) => {
                Identity::BuiltIn(name.clone())
            }
        };
        let known = self
            .at
            .get(&identity)
            .and_then(|at| self.files.get_mut(*at));
        let Some(file) = known else {
            self.at.insert(identity, self.files.len());
            self.files.push(File {
                name,
                flow,
                place,
                doubtful,
            });
            return;
        };
        match (file.flow, flow) {
            (Some(one), Some(other)) if one != other => {
                self.problems.of_file(&name, &InputError::BothFlows);
            }
            (one, other) => {
                file.flow = one.or(other);
                self.observations.remark(&name, InputRemark::GivenTwice);
            }
        }
    }
}

/// The files found in a folder.
#[derive(Default)]
struct FolderContents {
    /// Possible tables, each with whether it is doubtful.
    tables: Vec<(PathBuf, bool)>,
    passed_over: Vec<PathBuf>,
    wrong: usize,
    /// Folders already visited, so that a link to a parent folder does not loop.
    walked: HashSet<Identity>,
    /// Number of files and folders found.
    met: usize,
}

impl FolderContents {
    fn walk(&mut self, folder: &Path, problems: &mut Problems) {
        if self.met > MOST_MET || !self.walked.insert(identity(folder)) {
            return;
        }
        let entries = fs::read_dir(folder).and_then(|entries| {
            entries
                .map(|entry| entry.map(|entry| (entry.file_name(), entry.path())))
                .collect::<io::Result<BTreeMap<_, _>>>()
        });
        match entries {
            Ok(entries) => {
                // Names that are not Unicode come first, ordered by their bytes.
                let (texts, others): (BTreeMap<_, _>, BTreeMap<_, _>) = entries
                    .into_iter()
                    .partition(|(name, _)| name.to_str().is_some());
                for (name, path) in others {
                    self.visit(&name, path, problems);
                }
                let names = texts.keys().filter_map(|name| name.to_str());
                for name in file_order::sorted(names.map(str::to_owned)) {
                    if let Some(path) = texts.get(OsStr::new(&name)) {
                        self.visit(OsStr::new(&name), path.clone(), problems);
                    }
                }
            }
            Err(error) => {
                self.wrong += 1;
                let wrong = InputError::File(FileError::Unreadable(sentence(&error)));
                problems.of_file(&folder.to_string_lossy(), &wrong);
            }
        }
    }

    fn visit(&mut self, name: &OsStr, path: PathBuf, problems: &mut Problems) {
        if name.as_encoded_bytes().starts_with(b".") || self.met > MOST_MET {
            return;
        }
        self.met += 1;
        let Ok(metadata) = fs::metadata(&path) else {
            // A dangling link.
            self.passed_over.push(path);
            return;
        };
        if metadata.is_dir() {
            return self.walk(&path, problems);
        }
        // Reading a pipe in a folder would wait for a writer.
        match likely_table(&path).filter(|_| metadata.is_file()) {
            Some(doubtful) => self.tables.push((path, doubtful)),
            None => self.passed_over.push(path),
        }
    }
}

/// What the name of a file in a folder or an archive suggests: `Some(false)` a table, `Some(true)`
/// possibly a table, `None` something else.
pub(crate) fn likely_table(path: &Path) -> Option<bool> {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("csv" | "tsv") => Some(false),
        Some(
            "txt" | "zip" | "html" | "htm" | "xls" | "xlsx" | "xlsm" | "xlsb" | "ods" | "json"
            | "ndjson" | "jsonl" | "parquet" | "mht" | "mhtml" | "xml" | "tab" | "md",
        )
        | None => Some(true),
        Some("gz" | "zst" | "zstd") => likely_table(&path.with_extension("")),
        Some(_) => None,
    }
}

/// `FOLDER: 3 files were not read: a.pdf, b.png, c.doc`.
pub(crate) fn passed_over(paths: &[PathBuf]) -> InputRemark {
    let name = |path: &PathBuf| {
        path.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    InputRemark::FilesSkipped {
        count: paths.len(),
        names: paths.iter().take(NAMED).map(name).collect(),
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Identity {
    use std::os::unix::fs::MetadataExt;
    match fs::metadata(path) {
        Ok(metadata) => Identity::Node(metadata.dev(), metadata.ino()),
        Err(_) => Identity::Path(path.to_owned()),
    }
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Identity {
    Identity::Path(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()))
}

#[cfg(unix)]
fn is_device(kind: fs::FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;
    kind.is_char_device() || kind.is_block_device() || kind.is_socket()
}

/// Whether it is a named pipe.
#[cfg(unix)]
pub(crate) fn is_pipe(kind: fs::FileType) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&kind)
}

#[cfg(not(unix))]
pub(crate) fn is_pipe(_: fs::FileType) -> bool {
    false
}

#[cfg(not(unix))]
fn is_device(_: fs::FileType) -> bool {
    false
}

/// The message of an error without its number: `permission denied`.
pub(crate) fn sentence(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}
