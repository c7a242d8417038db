//! The program under test, and the folder it runs in.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// What the environment may say about colour, width or language; a test says it itself.
const SPEAKING: [&str; 12] = [
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "TERM",
    "COLUMNS",
    "LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "RUST_BACKTRACE",
    "COMPLETE",
    "TRADECHECK_CONFIG",
    "TRADECHECK_DATA",
];

/// A folder with the files of one test; gone with it.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("cli-{}-{count}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }

    /// One more file; folders in its name are made.
    pub fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Folder {
        let path = self.0.join(name);
        let folder = path.parent().expect("a file stands in a folder");
        fs::create_dir_all(folder).expect("a folder for the file");
        fs::write(path, bytes).expect("a file for the test");
        self
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The program in this folder, with these arguments, one a word.
    pub fn run(&self, arguments: &str) -> Run<'_> {
        Run::new(arguments.split_whitespace()).inside(self.path())
    }

    /// What a file holds.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("a file that the program wrote")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What a failed test leaves goes with `target/`.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The program with these arguments, one a word, in no particular folder.
pub fn tradecheck(arguments: &str) -> Run<'static> {
    Run::new(arguments.split_whitespace())
}

/// Says what was not tested, past the harness, which shows nothing of a test that passes.
pub fn skipped(what: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {what}");
}

/// One run of the program, until one of its last three methods starts it.
#[must_use]
pub struct Run<'a> {
    command: Command,
    stdin: &'a [u8],
}

impl<'a> Run<'a> {
    pub fn new<'w>(arguments: impl IntoIterator<Item = &'w str>) -> Run<'a> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tradecheck"));
        command
            .args(arguments)
            .current_dir(env!("CARGO_TARGET_TMPDIR"));
        for name in SPEAKING {
            command.env_remove(name);
        }
        Run {
            command,
            stdin: b"",
        }
    }

    pub fn inside(mut self, folder: &Path) -> Run<'a> {
        self.command.current_dir(folder);
        self
    }

    /// One more argument, blanks and all.
    pub fn arg(mut self, argument: &str) -> Run<'a> {
        self.command.arg(argument);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Run<'a> {
        self.command.env(name, value);
        self
    }

    pub fn stdin(mut self, bytes: &'a [u8]) -> Run<'a> {
        self.stdin = bytes;
        self
    }

    /// Asserts all that comes out: standard output, then `[stderr]` and standard error where there
    /// is any, then `[exit N]`.
    #[track_caller]
    pub fn gives(self, expected: &str) {
        let shown = format!("{:?}", self.command);
        let got = told(&self.output());
        let expected = expected.strip_prefix('\n').unwrap_or(expected);
        assert!(
            got.trim_end() == expected.trim_end(),
            "{shown}\n{}\n--- got, whole:\n{got}",
            first_difference(&got, expected)
        );
    }

    /// Asserts that the program succeeds and says nothing beside its answer, which is handed back.
    #[track_caller]
    pub fn answer(self) -> String {
        let shown = format!("{:?}", self.command);
        let output = self.output();
        let quiet = output.stderr.is_empty() && output.status.success();
        assert!(quiet, "{shown}\n{}", told(&output));
        text(output.stdout)
    }

    /// Asserts that the program succeeds, whatever it remarks, and hands its answer back.
    #[track_caller]
    pub fn answer_with_notes(self) -> String {
        let shown = format!("{:?}", self.command);
        let output = self.output();
        assert!(output.status.success(), "{shown}\n{}", told(&output));
        text(output.stdout)
    }

    /// What comes out, for tests that look at a part of it only.
    #[track_caller]
    pub fn output(mut self) -> Output {
        let mut child = self
            .command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("standard input is piped");
        // A program that reads no input may be gone already.
        let _ = stdin.write_all(self.stdin);
        drop(stdin);
        child.wait_with_output().expect("the program ends")
    }
}

/// All that came out, as one text.
pub fn told(output: &Output) -> String {
    let mut told = text(output.stdout.clone());
    if !output.stderr.is_empty() {
        told.push_str("[stderr]\n");
        told.push_str(&text(output.stderr.clone()));
    }
    match output.status.code() {
        Some(code) => told.push_str(&format!("[exit {code}]\n")),
        None => told.push_str("[ended by a signal]\n"),
    }
    told
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("what the program says is UTF-8")
}

fn first_difference(got: &str, expected: &str) -> String {
    let (mut got, mut expected) = (got.lines(), expected.lines());
    for line in 1.. {
        let pair = (got.next(), expected.next());
        if pair.0 != pair.1 {
            let end = "(nothing more)";
            let (got, expected) = (pair.0.unwrap_or(end), pair.1.unwrap_or(end));
            return format!("line {line}\n     got: {got}\nexpected: {expected}");
        }
    }
    unreachable!("the texts differ")
}
