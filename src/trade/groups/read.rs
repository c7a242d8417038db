//! Reads a file of groups.

use super::group::{Group, Table, fold};
use super::wrong::{GroupsError, GroupsWrong};
use crate::trade::hs_code::{HsCodeError, hs_prefixes};
use crate::trade::lines::Lines;
use std::sync::Arc;

/// The positions of the columns in the header.
struct GroupColumns {
    group: usize,
    prefixes: usize,
    labels: [Option<usize>; 3],
    also: Option<usize>,
    count: usize,
}

pub(super) fn read(text: &str) -> Result<Table, GroupsError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut lines = Lines::new(text);
    let mut columns = None;
    let mut table = Table::default();
    let mut line_of_group: Vec<usize> = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| GroupsError {
            line: lines.next,
            wrong: GroupsWrong::Csv(error.to_string()),
        })?;
        let line = lines.of(&row);
        let wrong = |wrong| GroupsError { line, wrong };
        if let Some(field) = row.iter().find(|field| field.contains(['\n', '\r'])) {
            let first = field.lines().next().unwrap_or_default();
            return Err(wrong(GroupsWrong::LineBreak(shown(first))));
        }
        let Some(columns) = &columns else {
            columns = Some(GroupColumns::read(&row).map_err(wrong)?);
            continue;
        };
        let Some(group) = columns.group(&row).map_err(wrong)? else {
            continue;
        };
        table.add(group, &line_of_group).map_err(wrong)?;
        line_of_group.push(line);
    }
    let whole = |wrong| Err(GroupsError { line: 1, wrong });
    match columns {
        None => whole(GroupsWrong::EmptyFile),
        Some(_) if table.list.is_empty() => whole(GroupsWrong::NoGroup),
        Some(_) => Ok(table),
    }
}

impl GroupColumns {
    fn read(header: &csv::StringRecord) -> Result<GroupColumns, GroupsWrong> {
        let column_index = |name: &str| {
            let mut places = (0..header.len()).filter(|at| header.get(*at) == Some(name));
            (places.next(), places.next())
        };
        let once = |column: &'static str| match column_index(column) {
            (Some(at), None) => Ok(at),
            (at, _) => Err(GroupsWrong::Column {
                count: if at.is_none() { "no" } else { "more than one" },
                column,
                header: shown(&header.iter().collect::<Vec<_>>().join(",")),
            }),
        };
        Ok(GroupColumns {
            group: once("group")?,
            prefixes: once("hs_prefixes")?,
            labels: ["label", "label_zh", "label_ko"].map(|column| column_index(column).0),
            also: column_index("also").0,
            count: header.len(),
        })
    }

    /// The group in a row; `None` for a row of empty fields.
    fn group(&self, row: &csv::StringRecord) -> Result<Option<Group>, GroupsWrong> {
        if row.iter().all(str::is_empty) {
            return Ok(None);
        }
        if row.len() > self.count {
            return Err(GroupsWrong::LongRow {
                fields: row.len(),
                columns: self.count,
            });
        }
        let key = row.get(self.group).unwrap_or_default();
        if key.is_empty() || key.contains(',') {
            return Err(GroupsWrong::Name(shown(key)));
        }
        let labels = self.labels.map(|at| at.and_then(|at| row.get(at)));
        let digits = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(label) = labels
            .iter()
            .flatten()
            .find(|text| !text.is_empty() && digits(text))
        {
            return Err(GroupsWrong::Label(shown(label)));
        }
        let mut prefixes = Vec::new();
        for word in words(row.get(self.prefixes).unwrap_or_default()) {
            prefixes.extend(expand(word)?);
        }
        if prefixes.is_empty() {
            return Err(GroupsWrong::NoPrefix(shown(key)));
        }
        let [en, zh, ko] = labels.map(|text| text.filter(|text| !text.is_empty()));
        let or =
            |text: Option<&str>, other: &Arc<str>| text.map_or_else(|| other.clone(), Arc::from);
        let key: Arc<str> = key.into();
        let en = or(en, &key);
        let also = self.also.and_then(|at| row.get(at)).unwrap_or_default();
        Ok(Some(Group {
            zh: or(zh, &en),
            ko: or(ko, &en),
            also: words(also).map(Arc::from).collect(),
            key,
            prefixes,
            en,
        }))
    }
}

impl Table {
    /// Adds a group; `lines` are the lines of the groups before it.
    fn add(&mut self, group: Group, lines: &[usize]) -> Result<(), GroupsWrong> {
        let line = |column_index: usize| lines.get(column_index).copied().unwrap_or(0);
        let column_index = self.list.len();
        let same = |other: &Group| fold(&other.key) == fold(&group.key);
        if let Some(first) = self.list.iter().position(same) {
            return Err(GroupsWrong::GroupTwice {
                group: shown(&group.key),
                first: line(first),
            });
        }
        for prefix in &group.prefixes {
            let first = *self.prefixes.entry(prefix.clone()).or_insert(column_index);
            if let Some(other) = self.list.get(first) {
                return Err(GroupsWrong::PrefixTwice {
                    prefix: shown(prefix),
                    group: shown(&other.key),
                    first: line(first),
                });
            }
        }
        self.list.push(group);
        Ok(())
    }
}

fn words(field: &str) -> impl Iterator<Item = &str> {
    field
        .split(|c: char| c == ';' || c.is_whitespace())
        .filter(|word| !word.is_empty())
}

/// The prefixes meant by a word: one prefix, or all of a range.
fn expand(word: &str) -> Result<Vec<Arc<str>>, GroupsWrong> {
    hs_prefixes(word).map_err(|error| match error {
        HsCodeError::NoCode(_) => GroupsWrong::Prefix(shown(word)),
        HsCodeError::OddCode(_) => GroupsWrong::OddPrefix(shown(word)),
        HsCodeError::NoRange(_) => GroupsWrong::Range(shown(word)),
    })
}

/// Text of the file, shortened for a message.
fn shown(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::trade::{Group, Groups};

    fn prefixes(group: &Group) -> String {
        group.prefixes.join(" ")
    }

    #[test]
    fn a_file_of_ones_own_needs_two_columns() {
        let text =
            "\u{feff}hs_prefixes,group\r\n2701; 2702  2704,Coal\r\n50-52;6101–6103,cloth\r\n";
        let groups = Groups::read(text).unwrap();
        let [coal, cloth] = groups.list() else {
            panic!("two groups");
        };
        assert_eq!((&*coal.key, &*coal.en, &*coal.ko), ("Coal", "Coal", "Coal"));
        assert_eq!(prefixes(coal), "2701 2702 2704");
        assert_eq!(prefixes(cloth), "50 51 52 6101 6102 6103");
        assert_eq!(groups.find("COAL"), [0]);
    }

    #[test]
    fn labels_and_other_words_are_taken_where_they_stand() {
        let text = "group,note,label,label_zh,also,hs_prefixes\n\
                    fuel,x,\"Coal, coke\",煤,coal black-stuff,01-03\n\
                    ,,,,,\n\
                    rest,,,,coal,04\n";
        let groups = Groups::read(text).unwrap();
        let fuel = &groups.list()[0];
        assert_eq!(
            (&*fuel.en, &*fuel.zh, &*fuel.ko),
            ("Coal, coke", "煤", "Coal, coke")
        );
        assert_eq!(prefixes(fuel), "01 02 03");
        assert_eq!(groups.find("coal"), [0, 1]);
        assert_eq!(groups.find("Black_Stuff"), [0]);
        assert_eq!(groups.names(), ["fuel", "rest", "coal", "black-stuff"]);
    }

    fn complaints(text: &str) -> String {
        Groups::read(text).unwrap_err().to_string()
    }

    /// The first line of the error for a file with this row in line 3.
    fn complaint_of(row: &str) -> String {
        let text = format!("group,hs_prefixes,label\ncoal,2701;2702,Coal\n{row}\nlast,99\n");
        complaints(&text).lines().next().unwrap().to_owned()
    }

    #[test]
    fn a_wrong_row_is_told_with_its_line() {
        for (row, message) in [
            ("ore,26x1", "3: `26x1` is not a prefix of HS codes"),
            ("ore,2601.11", "3: `2601.11` is not a prefix of HS codes"),
            (
                "ore,260111000011",
                "3: `260111000011` is not a prefix of HS codes",
            ),
            ("ore,00", "3: `00` is not a prefix of HS codes"),
            ("ore,２６", "3: `２６` is not a prefix of HS codes"),
            (
                "fish,301",
                "3: `301` is not a prefix of HS codes: an odd number of digits",
            ),
            ("ore,63-50", "3: `63-50` is not a range of HS codes"),
            ("ore,50-6301", "3: `50-6301` is not a range of HS codes"),
            (
                "ore,260111-260190",
                "3: `260111-260190` is not a range of HS codes",
            ),
            ("ore,-", "3: `-` is not a range of HS codes"),
            ("ore,50-", "3: `50-` is not a range of HS codes"),
            ("ore,1-2-3", "3: `1-2-3` is not a range of HS codes"),
            ("ore", "3: group `ore` has no prefix"),
            ("ore, ; ,Ore", "3: group `ore` has no prefix"),
            (",2601", "3: `` cannot be used as a group name"),
            ("\"a,b\",2601", "3: `a,b` cannot be used as a group name"),
            (
                "ore,2601,2602,2603",
                "3: 4 fields under a header of 3 columns",
            ),
            ("COAL,2704", "3: group `COAL` is already in line 2"),
            (
                "fuel,27 2702",
                "3: prefix `2702` is also in group `coal` in line 2",
            ),
            (
                "ore,2601,\"Ore",
                "3: a field runs on into the next line: `Ore`",
            ),
            ("\n\nore,odd", "5: `odd` is not a prefix of HS codes"),
        ] {
            assert_eq!(complaint_of(row), message, "{row}");
        }
    }

    #[test]
    fn a_label_of_digits_is_not_taken_for_a_label() {
        assert_eq!(
            complaint_of("ore,2601,2602"),
            "3: the label `2602` looks like a prefix"
        );
    }

    #[test]
    fn a_message_says_what_was_expected() {
        assert_eq!(
            complaints("group,hs_prefixes\nfish,301\n"),
            "2: `301` is not a prefix of HS codes: an odd number of digits\n  \
             expected: 2, 4, 6, 8 or 10 digits, such as `27` or `2701`\n  \
             help: if a spreadsheet dropped the leading zero, write `0301`"
        );
        for (text, first) in [
            ("", "1: the file is empty"),
            ("\n\n", "1: the file is empty"),
            ("group,hs_prefixes\n", "1: no group after the header"),
            ("group,hs_prefixes\n,\n", "1: no group after the header"),
            ("coal,2701\n", "1: no column `group`: `coal,2701`"),
            ("group,codes\n", "1: no column `hs_prefixes`: `group,codes`"),
            (
                "\ngroup,hs_prefixes,hs_prefixes\n",
                "2: more than one column `hs_prefixes`: `group,hs_prefixes,hs_prefixes`",
            ),
        ] {
            let message = complaints(text);
            assert_eq!(message.lines().next(), Some(first), "{text}");
            assert!(message.contains("\n  expected: "), "{text}");
        }
    }

    #[test]
    fn a_long_text_is_cut_in_the_message() {
        let message = complaints(&format!("group,hs_prefixes\nore,{}\n", "煤".repeat(500)));
        let first = message.lines().next().unwrap();
        assert_eq!(
            first,
            format!("2: `{}…` is not a prefix of HS codes", "煤".repeat(60))
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(group|hs_prefixes|[a-z0-9,;\" \n\r–-])*") {
            let _ = Groups::read(&text);
            let _ = Groups::read(&format!("group,hs_prefixes\n{text}"));
        }
    }
}
