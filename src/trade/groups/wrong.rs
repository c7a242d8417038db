/// What is wrong with a file of groups, and where. The text begins with the line, so that a
/// caller writes the name of the file and a colon before it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{line}: {wrong}")]
pub struct GroupsError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub wrong: GroupsWrong,
}

/// Every way in which a file of groups can be wrong.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum GroupsWrong {
    /// No header line.
    #[error(
        "the file is empty\n  expected: a header line `group,hs_prefixes`, then one line a group"
    )]
    EmptyFile,
    /// A header line and nothing else.
    #[error("no group after the header\n  expected: one line a group, such as `coal,2701;2702`")]
    NoGroup,
    /// A column that is needed is not in the header, or is there twice.
    #[error(
        "{count} column `{column}`: `{header}`\n  \
         expected: a header line with the columns group and hs_prefixes, once each, separated by commas"
    )]
    Column {
        /// `no` or `more than one`.
        count: &'static str,
        /// The column.
        column: &'static str,
        /// The header line.
        header: String,
    },
    /// More fields than the header has names.
    #[error(
        "{fields} fields under a header of {columns}\n  \
         expected: prefixes separated by `;`, and quotes around a text with a comma"
    )]
    LongRow {
        /// The fields of the row.
        fields: usize,
        /// The columns of the header.
        columns: usize,
    },
    /// Digits where the label should be, as a comma between prefixes leaves them.
    #[error(
        "the label `{0}` looks like a prefix\n  \
         expected: prefixes in the column hs_prefixes, separated by `;`"
    )]
    Label(String),
    /// A quote that is not closed on its line.
    #[error(
        "a field runs on into the next line: `{0}`\n  expected: a closing quote on the same line"
    )]
    LineBreak(String),
    /// A group without a name that can be typed.
    #[error("`{0}` is no name for a group\n  expected: a word without commas, such as `coal`")]
    Name(String),
    /// A group in two lines.
    #[error(
        "group `{group}` stands in line {first} too\n  \
         help: put all its prefixes into one line, separated by `;`"
    )]
    GroupTwice {
        /// The group, as it stands here.
        group: String,
        /// The line where it stood first.
        first: usize,
    },
    /// A group without prefixes.
    #[error(
        "group `{0}` has no prefix\n  expected: prefixes of HS codes, such as `2701;2702` or `50-63`"
    )]
    NoPrefix(String),
    /// A prefix that no code can begin with.
    #[error(
        "`{0}` is no prefix of HS codes\n  expected: 2, 4, 6, 8 or 10 digits, such as `27` or `2701`, \
         or a range such as `50-63`"
    )]
    Prefix(String),
    /// A prefix with an odd number of digits, as a spreadsheet leaves one that begins with 0.
    #[error(
        "`{0}` is no prefix of HS codes: an odd number of digits\n  expected: 2, 4, 6, 8 or 10 digits, such as `27` \
         or `2701`\n  help: where a spreadsheet dropped the zero in front, write `0{0}`"
    )]
    OddPrefix(String),
    /// A range that does not run upwards from a chapter to a chapter, or a heading to a heading.
    #[error(
        "`{0}` is no range of HS codes\n  expected: the first and the last chapter or heading, \
         such as `50-63` or `6101-6117`"
    )]
    Range(String),
    /// A prefix in two groups.
    #[error(
        "prefix `{prefix}` is in group `{group}` of line {first} too\n  \
         expected: each prefix in one group; of two that overlap, a code goes to the longer"
    )]
    PrefixTwice {
        /// The prefix.
        prefix: String,
        /// The group that has it already.
        group: String,
        /// The line of that group.
        first: usize,
    },
    /// The file is no csv.
    #[error("the line cannot be read: {0}")]
    Csv(String),
}
