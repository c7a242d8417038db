//! No circles of files inside a room: what a file names stands on a lower floor.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The code of every module of `src/` by its path (`reader::cells::month`), without comments and
/// without tests.
fn modules() -> BTreeMap<String, String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of src") {
            let path = entry.expect("an entry of src").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = module_of(&path, &src);
                if !name.split("::").any(|part| part.starts_with("tests")) {
                    let text = fs::read_to_string(&path).expect("a source file");
                    found.insert(name, code_of(&text));
                }
            }
        }
    }
    found
}

fn module_of(path: &Path, src: &Path) -> String {
    let inside = path
        .strip_prefix(src)
        .expect("it is in src")
        .with_extension("");
    let parts = inside
        .iter()
        .map(|part| part.to_string_lossy().into_owned());
    let parts: Vec<String> = parts
        .filter(|part| !["mod", "lib", "main"].contains(&&**part))
        .collect();
    parts.join("::")
}

/// Code up to the tests, comments taken out.
fn code_of(text: &str) -> String {
    let tests = text
        .find("\n#[cfg(test)]\nmod tests {")
        .unwrap_or(text.len());
    let lines = text[..tests].lines();
    let code = lines.filter(|line| !line.trim_start().starts_with("//"));
    code.map(|line| format!("{line}\n")).collect()
}

/// Every path of a `use` tree: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn leaves(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let path = tree.split(" as ").next().unwrap_or(tree).trim();
        return vec![path.to_owned()];
    };
    let (before, inside) = (
        &tree[..open],
        &tree[open + 1..tree.rfind('}').unwrap_or(tree.len())],
    );
    let mut depth = 0;
    let mut pieces = vec![String::new()];
    for letter in inside.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if letter == ',' && depth == 0 {
            pieces.push(String::new());
        } else if let Some(last) = pieces.last_mut() {
            last.push(letter);
        }
    }
    let pieces = pieces.iter().filter(|piece| !piece.trim().is_empty());
    pieces
        .flat_map(|piece| leaves(piece))
        .map(|leaf| format!("{before}{leaf}"))
        .collect()
}

/// The `use` declarations of some code, each as its paths; and whether it hands them on.
fn uses(code: &str) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("use ") {
        let line = code[..at].rfind('\n').map_or(0, |end| end + 1);
        let before = code[line..at].trim();
        let is_use = before.is_empty() || before.starts_with("pub");
        if let (true, Some(end)) = (is_use, code[at..].find(';')) {
            let paths = leaves(&code[at + 4..at + end].replace('\n', " "));
            found.extend(paths.into_iter().map(|path| (!before.is_empty(), path)));
        }
    }
    found
}

/// Paths that stand in code outside `use`: `crate::reader::cells::month::read(…)`.
fn inline(code: &str) -> Vec<String> {
    let starts = ["crate::", "super::"];
    let found = starts.iter().flat_map(|start| code.match_indices(start));
    let paths = found.filter_map(|(at, _)| {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == ':') {
            return None;
        }
        let is_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
        let end = code[at..]
            .find(|letter| !is_path(letter))
            .unwrap_or(code.len() - at);
        // What stands before a brace is the beginning of a `use` tree, which [`uses`] reads.
        let is_tree = code[at + end..].starts_with('{');
        (!is_tree).then(|| code[at..at + end].trim_end_matches(':').to_owned())
    });
    paths.collect()
}

/// The files of a module's own that it names in its code by no more than their names:
/// `mod csv; … csv::read(…)`. Names that it only hands on are left out.
fn own_files(code: &str, module: &str, modules: &BTreeMap<String, String>) -> Vec<String> {
    let children = modules.keys().filter_map(|name| {
        let child = name.strip_prefix(module)?.strip_prefix("::")?;
        (!child.contains("::")).then_some(child)
    });
    let is_named = |child: &str| {
        code.match_indices(&format!("{child}::")).any(|(at, _)| {
            let before = &code[..at];
            let is_whole =
                !before.ends_with(|letter: char| letter.is_alphanumeric() || "_:".contains(letter));
            is_whole && !before.ends_with("use ")
        })
    };
    children
        .filter(|child| is_named(child))
        .map(|child| format!("{module}::{child}"))
        .collect()
}

/// A path as it stands in `module`, from the crate on; `None` for other crates and own items.
fn absolute(path: &str, module: &str, modules: &BTreeMap<String, String>) -> Option<String> {
    if let Some(rest) = path.strip_prefix("crate::") {
        return Some(rest.to_owned());
    }
    let mut base: Vec<&str> = module.split("::").collect();
    let mut rest = path;
    if let Some(inside) = path.strip_prefix("self::") {
        return Some(format!("{module}::{inside}"));
    }
    while let Some(inside) = rest.strip_prefix("super::") {
        base.pop();
        rest = inside;
    }
    if rest != path {
        return Some([base.join("::").as_str(), rest].join("::"));
    }
    let child = format!("{module}::{}", path.split("::").next().unwrap_or(path));
    modules
        .contains_key(&child)
        .then(|| format!("{module}::{path}"))
}

/// The file that a path ends in, names handed on by `use` followed to where they stand.
fn file_of(path: &str, modules: &BTreeMap<String, String>, steps: u32) -> Option<String> {
    let parts: Vec<&str> = path.split("::").collect();
    let longest = (1..=parts.len())
        .rev()
        .find(|n| modules.contains_key(&parts[..*n].join("::")))?;
    let module = parts[..longest].join("::");
    if let (Some(item), true) = (parts.get(longest), steps < 8) {
        let handed_on = uses(&modules[&module]).into_iter().find_map(|(_, used)| {
            let ends = used.rsplit("::").next() == Some(item);
            ends.then(|| absolute(&used, &module, modules)).flatten()
        });
        if let Some(further) = handed_on {
            return file_of(&further, modules, steps + 1);
        }
    }
    Some(module)
}

/// What each file names within its own room.
fn names() -> BTreeMap<String, BTreeSet<String>> {
    let modules = modules();
    let mut names = BTreeMap::new();
    for (module, code) in &modules {
        let used = uses(code).into_iter().filter(|(is_public, _)| !is_public);
        let paths = used.map(|(_, path)| path).chain(inline(code));
        let absolute = paths.filter_map(|path| absolute(&path, module, &modules));
        let absolute = absolute.chain(own_files(code, module, &modules));
        let files = absolute.filter_map(|path| file_of(&path, &modules, 0));
        let room = |name: &str| name.split("::").next().map(str::to_owned);
        let own: BTreeSet<String> = files
            .filter(|file| file != module && room(file) == room(module))
            .collect();
        names.insert(module.clone(), own);
    }
    names
}

/// Groups of files each of which reaches every other.
fn circles(names: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reach = |start: &String| {
        let mut seen = BTreeSet::new();
        let mut open = vec![start];
        while let Some(file) = open.pop() {
            for next in names.get(file).into_iter().flatten() {
                if seen.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> =
        names.keys().map(|file| (file, reach(file))).collect();
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for (file, far) in &reached {
        if far.contains(*file) {
            let back = far
                .iter()
                .filter(|other| reached.get(other).is_some_and(|far| far.contains(*file)));
            found.insert(back.cloned().collect());
        }
    }
    found.into_iter().collect()
}

#[test]
fn no_circle_of_files_stands_in_a_room() {
    let names = names();
    let arrows = circles(&names).into_iter().flat_map(|circle| {
        let arrows = circle.iter().flat_map(|file| {
            let within = names[file].iter().filter(|named| circle.contains(named));
            within.map(move |named| format!("{file} -> {named}"))
        });
        arrows.chain([String::new()]).collect::<Vec<_>>()
    });
    let arrows: Vec<String> = arrows.collect();
    assert!(
        arrows.is_empty(),
        "circles of files:\n{}",
        arrows.join("\n")
    );
}

#[test]
fn no_path_leads_out_through_two_parents() {
    let deep = |code: &String| code.contains("super::super");
    let found: Vec<String> = modules()
        .into_iter()
        .filter(|(_, code)| deep(code))
        .map(|(name, _)| name)
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_circle_is_found() {
    let file = |name: &str, named: &[&str]| {
        (
            name.to_owned(),
            named
                .iter()
                .map(|one| (*one).to_owned())
                .collect::<BTreeSet<_>>(),
        )
    };
    let names = BTreeMap::from([
        file("a", &["b"]),
        file("b", &["c"]),
        file("c", &["a"]),
        file("d", &["a"]),
    ]);
    assert_eq!(circles(&names), [["a", "b", "c"]]);
    assert_eq!(
        leaves("a::{b, c::{d, e as f}}"),
        ["a::b", "a::c::d", "a::c::e"]
    );
    let code = "use crate::x::y;\npub use z::W;\nlet a = crate::q::r(1);\n";
    assert_eq!(
        uses(code),
        [(false, "crate::x::y".to_owned()), (true, "z::W".to_owned())]
    );
    assert_eq!(inline(code), ["crate::x::y", "crate::q::r"]);
}
