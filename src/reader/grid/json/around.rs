//! Reads what surrounds a list of rows in JSON: a title, a unit, a partner, an error.

use crate::reader::grid::json::parse::Value;

/// What surrounds a list of rows in the objects that contain it.
#[derive(Clone, Default)]
pub(super) struct Around<'v> {
    /// The name of the list.
    pub name: Option<&'v str>,
    /// The names of the objects, and their other members: `unit: thousand`.
    pub titles: Vec<String>,
    /// Those members, by their names in lower case without blanks and marks.
    members: Vec<(String, String)>,
}

/// Names of members with the number of rows, and of pages of them, in lower case without marks.
const COUNTS: [&str; 6] = [
    "count",
    "totalcount",
    "rowcount",
    "recordcount",
    "numfound",
    "totalrows",
];
const PAGES: [&str; 5] = ["pages", "totalpages", "pagecount", "numpages", "lastpage"];
const MORE: [&str; 8] = [
    "hasmore",
    "hasnext",
    "truncated",
    "istruncated",
    "next",
    "nextpage",
    "nextlink",
    "nexturl",
];
const ERRORS: [&str; 3] = ["error", "errors", "errormessage"];
/// Names of members with the number of rows if another of these members divides them into pages; else
/// the word may name a sum.
const TOTALS: [&str; 3] = ["total", "totalresults", "totalhits"];
const PAGE_SIZES: [&str; 6] = ["limit", "size", "pagesize", "perpage", "page", "offset"];
const WARNINGS: [&str; 5] = ["warning", "warnings", "message", "messages", "notice"];
/// Words of warnings that rows are lacking.
const OF_LACKING: [&str; 14] = [
    "more than",
    "max",
    "limit",
    "truncat",
    "preview",
    "partial",
    "exceed",
    "incomplete",
    "first ",
    "only",
    "超过",
    "上限",
    "초과",
    "최대",
];
/// Names of other members about the answer, not the data in it.
const OF_ANSWER: [&str; 8] = [
    "page",
    "elapsedtime",
    "schema",
    "version",
    "status",
    "statuscode",
    "success",
    "offset",
];

impl<'v> Around<'v> {
    /// What surrounds a member of an object.
    pub fn within(
        &self,
        name: Option<&'v str>,
        members: &'v [(usize, String, Value<'v>)],
    ) -> Around<'v> {
        self.with(name, members, true)
    }

    /// What surrounds the columns among the members of an object.
    pub fn beside_columns(&self, members: &'v [(usize, String, Value<'v>)]) -> Around<'v> {
        self.with(None, members, false)
    }

    /// Adds what the members say, and if asked for, those of objects among them.
    fn with(
        &self,
        name: Option<&'v str>,
        members: &'v [(usize, String, Value<'v>)],
        objects_too: bool,
    ) -> Around<'v> {
        let mut around = self.clone();
        around.titles.extend(self.name.map(str::to_owned));
        around.name = name.or(self.name);
        let mut add = |name: &str, value: &Value<'_>| {
            let text = value.text();
            if !value.is_scalar() || text.is_empty() {
                return;
            }
            let letters = name.chars().filter(|c| c.is_alphanumeric());
            let bare: String = letters.flat_map(char::to_lowercase).collect();
            let lists: [&[&str]; 5] = [&COUNTS, &PAGES, &MORE, &ERRORS, &OF_ANSWER];
            let title = format!("{}: {text}", in_words(name));
            // `status: forecast` is about the data.
            let is_word = text.chars().all(char::is_alphabetic)
                && !["ok", "success", "done", "complete", "true"].contains(&&*text.to_lowercase());
            let is_of_data = bare == "status" && is_word;
            let is_of_answer = !is_of_data && lists.iter().any(|names| names.contains(&&*bare));
            if !is_of_answer && !around.titles.contains(&title) {
                around.titles.push(title);
            }
            around.members.push((bare, text));
        };
        for (_, key, value) in members {
            match value.members() {
                // An object with lists of its own has them around those.
                Some(inner)
                    if objects_too && inner.iter().all(|(_, _, value)| value.is_scalar()) =>
                {
                    inner.iter().for_each(|(_, key, value)| add(key, value));
                }
                Some(_) => {}
                None => add(key, value),
            }
        }
        around
    }

    /// The member that says that there are more rows than these, or that something went wrong.
    pub fn says_more(&self, rows: usize) -> Option<String> {
        let says = |(name, text): &&(String, String)| {
            let is = |names: &[&str]| names.contains(&&**name);
            let number = text.parse::<usize>().ok();
            let has = |names: &[&str]| {
                self.members
                    .iter()
                    .any(|(name, _)| names.contains(&&**name))
            };
            let lower = text.to_lowercase();
            let is_no = ["false", "0", "none", "no", "ok", "[]"].contains(&&*lower);
            is(&ERRORS) && !is_no
                || is(&COUNTS) && number.is_some_and(|count| count > rows)
                || is(&PAGES) && number.is_some_and(|pages| pages > 1)
                || is(&MORE) && !is_no
                || is(&TOTALS)
                    && number.is_some_and(|total| total > rows)
                    && (has(&COUNTS) || has(&PAGE_SIZES))
                || is(&WARNINGS) && OF_LACKING.iter().any(|word| lower.contains(word))
        };
        let found = self.members.iter().find(says);
        found.map(|(name, text)| format!("{name}: {text}"))
    }
}

/// A name of a member as words: `cmdCode` as `cmd Code`.
fn in_words(name: &str) -> String {
    let mut words = String::new();
    let mut was_small = false;
    for c in name.chars() {
        if was_small && c.is_ascii_uppercase() {
            words.push(' ');
        }
        was_small = c.is_ascii_lowercase();
        words.push(c);
    }
    words
}
