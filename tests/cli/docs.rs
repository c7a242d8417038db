//! What the documentation says: its examples run, and the sections that the code names are there.

use crate::program::Run;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Each command of a page, its line, and what the page shows under it.
fn examples(page: &str) -> Vec<(usize, String, String)> {
    let mut found: Vec<(usize, String, String)> = Vec::new();
    let mut inside = false;
    for (at, line) in page.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if !inside {
            continue;
        } else if let Some(command) = line.strip_prefix("$ tradecheck ") {
            found.push((at + 1, command.to_owned(), String::new()));
        } else if let Some((_, _, shown)) = found.last_mut() {
            shown.push_str(line);
            shown.push('\n');
        }
    }
    found
}

#[test]
fn every_example_of_the_definitions_is_what_the_program_says() {
    let page = fs::read_to_string(root().join("docs/definitions.md")).expect("the definitions");
    let examples = examples(&page);
    assert!(examples.len() >= 8, "each definition has an example");
    let mut wrong = String::new();
    for (line, command, shown) in examples {
        let output = Run::new(command.split_whitespace()).output();
        let got = String::from_utf8(output.stdout).expect("text");
        if got != shown {
            wrong.push_str(&format!(
                "docs/definitions.md:{line}: tradecheck {command}\n{got}\n"
            ));
        }
    }
    assert!(wrong.is_empty(), "shown otherwise in the docs:\n{wrong}");
}

/// Every file of `src/`.
fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of src") {
            let path = entry.expect("an entry of src").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn every_section_that_the_code_names_is_in_the_definitions() {
    let page = fs::read_to_string(root().join("docs/definitions.md")).expect("the definitions");
    let heads: Vec<&str> = page
        .lines()
        .filter_map(|line| {
            let head = line.strip_prefix('#')?;
            Some(head.trim_start_matches('#').trim())
        })
        .collect();
    let is_there = |name: &str| {
        let in_bold = format!("**{name}");
        heads.iter().any(|head| head.starts_with(name)) || page.contains(&in_bold)
    };
    let mut missing = Vec::new();
    let mut named = 0;
    for path in sources() {
        let text = fs::read_to_string(&path).expect("a source file");
        for (at, _) in text.match_indices("docs/definitions.md, \"") {
            let line = text[at..].lines().next().unwrap_or("");
            // Names in quotes, one after another.
            for name in line.split('"').skip(1).step_by(2) {
                named += 1;
                if !is_there(name) {
                    missing.push(format!("{}: \"{name}\"", path.display()));
                }
            }
        }
    }
    assert!(named > 20, "the code names its sources: {named}");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
