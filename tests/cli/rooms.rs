//! Who may name whom: the rooms of `src/`, kept in their direction.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A room (a folder of `src/`, or a file beside `lib.rs`) and the rooms that it may name.
/// `lib.rs` wires them all together and is not in the list.
const ROOMS: &[(&str, &[&str])] = &[
    ("trade", &[]),
    ("report", &["trade"]),
    ("reader", &["trade"]),
    ("frame", &["trade"]),
    ("measure", &["trade", "frame", "report"]),
    ("render", &["trade", "report"]),
    ("archive", &["trade"]),
    ("sql", &["trade"]),
    ("cli", &["trade", "measure", "reader", "render", "report"]),
    ("surroundings", &["reader", "trade"]),
    (
        "failure",
        &[
            "archive",
            "cli",
            "frame",
            "measure",
            "reader",
            "sql",
            "surroundings",
        ],
    ),
    (
        "resolve",
        &[
            "cli",
            "failure",
            "frame",
            "measure",
            "reader",
            "render",
            "report",
            "surroundings",
            "trade",
        ],
    ),
    (
        "at_scale",
        &[
            "archive",
            "cli",
            "failure",
            "frame",
            "measure",
            "reader",
            "render",
            "resolve",
            "sql",
            "surroundings",
            "trade",
        ],
    ),
    (
        "answer",
        &[
            "cli", "failure", "frame", "measure", "reader", "report", "resolve", "trade",
        ],
    ),
    (
        "tracing",
        &["answer", "cli", "failure", "measure", "report", "trade"],
    ),
    (
        "receipt",
        &[
            "about",
            "answer",
            "cli",
            "deliver",
            "failure",
            "measure",
            "reader",
            "render",
            "report",
            "resolve",
            "surroundings",
            "tracing",
            "trade",
        ],
    ),
    ("about", &["failure", "reader", "resolve", "trade"]),
    (
        "dispatch",
        &[
            "about",
            "at_scale",
            "cli",
            "deliver",
            "failure",
            "listing",
            "receipt",
            "render",
            "surroundings",
        ],
    ),
    (
        "listing",
        &[
            "answer",
            "archive",
            "cli",
            "deliver",
            "failure",
            "measure",
            "reader",
            "render",
            "report",
            "resolve",
            "surroundings",
            "trade",
        ],
    ),
    (
        "deliver",
        &[
            "cli",
            "failure",
            "frame",
            "measure",
            "render",
            "report",
            "save",
            "surroundings",
            "trade",
        ],
    ),
    // Tests alone: the statement of a month, read as an article.
    (
        "brief_and_check",
        &[
            "answer",
            "cli",
            "frame",
            "measure",
            "reader",
            "render",
            "report",
            "resolve",
            "surroundings",
            "trade",
        ],
    ),
    // Tests alone: receipts altered in each of their parts.
    ("receipt_altered", &["reader", "surroundings"]),
    ("save", &["failure"]),
    ("main", &[]),
];

/// A crate, by its name in code, and the rooms that may name it.
const CRATES: &[(&str, &[&str])] = &[
    ("anstyle", &["render"]),
    ("arrow_array", &["archive", "reader", "render"]),
    ("arrow_schema", &["archive", "reader", "render"]),
    ("chrono", &["archive", "frame", "reader", "trade"]),
    ("bytes", &["archive", "reader"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("comfy_table", &["render"]),
    ("csv", &["archive", "reader", "render", "trade"]),
    ("calamine", &["reader"]),
    ("encoding_rs", &["reader"]),
    ("cfb", &["reader"]),
    ("flate2", &["reader"]),
    ("foldhash", &["archive", "frame", "reader", "trade"]),
    ("html5gum", &["reader"]),
    ("indicatif", &["main"]),
    ("ruzstd", &["reader"]),
    ("zip", &["reader"]),
    ("maud", &["render"]),
    ("memchr", &["reader"]),
    ("wide", &["reader"]),
    ("parquet", &["archive", "reader", "render"]),
    ("polars", &["frame"]),
    ("rayon", &["archive", "frame", "reader"]),
    ("roxmltree", &["render"]),
    ("rust_xlsxwriter", &["reader", "render"]),
    ("serde", &["archive", "cli", "reader", "render"]),
    (
        "serde_json",
        &["archive", "cli", "reader", "receipt_altered", "render"],
    ),
    ("sha2", &["archive", "reader", "render"]),
    ("strsim", &["reader", "trade"]),
    ("terminal_size", &["main"]),
    ("textwrap", &["render"]),
    (
        "thiserror",
        &[
            "archive", "failure", "frame", "measure", "reader", "sql", "trade",
        ],
    ),
    ("toml", &["cli", "reader"]),
    ("unicode_width", &["render"]),
    (
        "proptest",
        &["frame", "measure", "reader", "render", "trade"],
    ),
];

/// What only `main.rs` may do.
const OUTSIDE: [&str; 10] = [
    "print!",
    "println!",
    "eprint!",
    "eprintln!",
    "stdin()",
    "stdout()",
    "stderr()",
    "env::var",
    "env::args",
    "process::exit",
];

struct Source {
    path: PathBuf,
    room: String,
    code: String,
}

/// Every file of `src/`, comments taken out.
fn sources() -> Vec<Source> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of src") {
            let path = entry.expect("an entry of src").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside = path.strip_prefix(&src).expect("it is in src");
                let room = inside.components().next().expect("it has a name");
                let room = room.as_os_str().to_string_lossy();
                found.push(Source {
                    room: room.trim_end_matches(".rs").to_owned(),
                    code: without_comments(&fs::read_to_string(&path).expect("a source file")),
                    path,
                });
            }
        }
    }
    assert!(found.len() > 30, "src was not found whole");
    found
}

fn without_comments(text: &str) -> String {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.map(|line| format!("{line}\n")).collect()
}

/// The names that follow `crate::` or a `super::` that leads out of the room.
fn named_rooms(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            if is_word_before(code, at) {
                continue;
            }
            let rest = &code[at + start.len()..];
            let listed = match rest.strip_prefix('{') {
                Some(group) => heads(group),
                None => vec![word(rest)],
            };
            let is_room = |name: &&str| start == "crate::" || is_room(name);
            names.extend(listed.into_iter().filter(is_room).map(str::to_owned));
        }
    }
    names
}

/// The first name of each path in `a::b, c::{d, e}}`.
fn heads(group: &str) -> Vec<&str> {
    let (mut depth, mut heads, mut at_head) = (0, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => at_head = true,
            c if at_head && !c.is_whitespace() => {
                heads.push(word(&group[at..]));
                at_head = false;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

fn is_word_before(code: &str, at: usize) -> bool {
    let before = code[..at].chars().next_back();
    before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$')
}

fn is_room(name: &str) -> bool {
    ROOMS.iter().any(|(room, _)| *room == name)
}

/// Whether the code names a crate: `polars::…`, `use polars;`, not `super::csv::…`.
fn names_crate(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let after = &code[at + name.len()..];
        let before = code[..at].trim_end_matches(' ');
        let in_a_path = before.ends_with("::") && !before.ends_with("use ::");
        let as_a_crate =
            after.starts_with("::") || (before.ends_with("use") && after.starts_with(';'));
        !in_a_path && !is_word_before(code, at) && as_a_crate
    })
}

#[test]
fn a_room_names_only_the_rooms_before_it() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.room != "lib") {
        let allowed = ROOMS.iter().find(|(room, _)| *room == source.room);
        let Some((_, allowed)) = allowed else {
            wrong.push(format!("{}: in no room known", source.path.display()));
            continue;
        };
        // The tests of the reader say its remarks in English, which are the renderer's words.
        let says_remarks = source.path.ends_with("reader/tests/mod.rs");
        for name in named_rooms(&source.code) {
            let is_word = says_remarks && ["render", "report"].contains(&name.as_str());
            if name != source.room && !is_word && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{} names {name}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_crate_is_named_in_its_own_rooms_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, rooms) in CRATES.iter().copied() {
            if names_crate(&source.code, name) && !rooms.contains(&source.room.as_str()) {
                wrong.push(format!("{} names {name}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_dependency_has_a_room_of_its_own() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .expect("the manifest");
    let table = manifest
        .split("\n[dependencies]\n")
        .nth(1)
        .expect("dependencies");
    let table = table
        .split("\n[")
        .next()
        .expect("text before the next table");
    let names: BTreeSet<String> = table
        .lines()
        .filter(|line| !line.starts_with('#') && line.contains('='))
        .map(|line| word(&line.replace('-', "_")).to_owned())
        .collect();
    let known = CRATES.iter().map(|(name, _)| (*name).to_owned());
    let known: BTreeSet<String> = known
        .filter(|name| !["proptest", "roxmltree"].contains(&name.as_str()))
        .collect();
    assert_eq!(names, known);
}

#[test]
fn only_main_touches_the_standard_streams_and_the_environment() {
    let mut wrong = Vec::new();
    let sources = sources();
    // The fuzz run is told its length by a variable and says how far it came.
    let is_fuzz = |source: &Source| source.path.ends_with("reader/tests/fuzz.rs");
    let others = sources
        .iter()
        .filter(|source| source.room != "main" && !is_fuzz(source));
    for source in others {
        for word in OUTSIDE {
            let mut found = source.code.match_indices(word);
            if found.any(|(at, _)| !is_word_before(&source.code, at)) {
                wrong.push(format!("{}: {word}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_search_finds_what_it_looks_for() {
    let found = |code: &str| named_rooms(code).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(found("use crate::render::Style;"), "render");
    assert_eq!(
        found("use crate::{cli, trade::{Flow, Month}, reader};"),
        "cli reader trade"
    );
    assert_eq!(found("let a = crate::frame::Frame::new();"), "frame");
    assert_eq!(
        found("use super::super::measure::yoy; use super::month;"),
        "measure"
    );
    assert_eq!(found("pub(crate) fn f() {}"), "");
    assert_eq!(without_comments("a\n  // use crate::cli;\nb\n"), "a\nb\n");
    assert!(names_crate("use polars::prelude::Column;", "polars"));
    assert!(names_crate("fn f() -> csv::Error {}", "csv"));
    assert!(!names_crate("super::csv::render()", "csv"));
    assert!(!names_crate("let csv = 1;", "csv"));
}
