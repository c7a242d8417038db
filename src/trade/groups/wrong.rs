//! Errors in a file of groups.

/// What is wrong in a file of groups, and where. The message begins with the line, so callers put
/// the file name and a colon before it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{line}: {wrong}")]
pub struct GroupsError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub wrong: GroupsWrong,
}

/// All problems that a file of groups can have.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum GroupsWrong {
    /// There is no header line.
    #[error(
        "the file is empty\n  expected: a header line `group,hs_prefixes`, then one line for each group"
    )]
    EmptyFile,
    /// There is only a header line.
    #[error(
        "no group after the header\n  expected: one line for each group, such as `coal,2701;2702`"
    )]
    NoGroup,
    /// A required column is missing from the header, or occurs twice.
    #[error(
        "{count} column `{column}`: `{header}`\n  \
         expected: a header line with the columns group and hs_prefixes, once each, separated by commas"
    )]
    Column {
        /// `no` or `more than one`.
        count: &'static str,
        /// The column name.
        column: &'static str,
        /// The header line.
        header: String,
    },
    /// A row has more fields than the header.
    #[error(
        "{fields} fields under a header of {columns} columns\n  \
         expected: prefixes separated by `;`, and quotes around text that contains a comma"
    )]
    LongRow {
        /// The number of fields in the row.
        fields: usize,
        /// The number of columns in the header.
        columns: usize,
    },
    /// A label consists of digits: a comma between prefixes shifted the columns.
    #[error(
        "the label `{0}` looks like a prefix\n  \
         expected: prefixes in the column hs_prefixes, separated by `;`"
    )]
    Label(String),
    /// A quote is not closed on its line.
    #[error(
        "a field runs on into the next line: `{0}`\n  expected: a closing quote on the same line"
    )]
    LineBreak(String),
    /// A group has no usable name.
    #[error(
        "`{0}` cannot be used as a group name\n  expected: a word without commas, such as `coal`"
    )]
    Name(String),
    /// A group occurs in two lines.
    #[error(
        "group `{group}` is already in line {first}\n  \
         help: put all its prefixes on one line, separated by `;`"
    )]
    GroupTwice {
        /// The group, as written here.
        group: String,
        /// The line of its first occurrence.
        first: usize,
    },
    /// A group has no prefixes.
    #[error(
        "group `{0}` has no prefix\n  expected: prefixes of HS codes, such as `2701;2702` or `50-63`"
    )]
    NoPrefix(String),
    /// A prefix is impossible in HS codes.
    #[error(
        "`{0}` is not a prefix of HS codes\n  expected: 2, 4, 6, 8 or 10 digits, such as `27` or `2701`, \
         or a range such as `50-63`"
    )]
    Prefix(String),
    /// A prefix has an odd number of digits; spreadsheets drop a leading zero.
    #[error(
        "`{0}` is not a prefix of HS codes: an odd number of digits\n  expected: 2, 4, 6, 8 or 10 digits, such as `27` \
         or `2701`\n  help: if a spreadsheet dropped the leading zero, write `0{0}`"
    )]
    OddPrefix(String),
    /// A range does not go up from chapter to chapter, or from heading to heading.
    #[error(
        "`{0}` is not a range of HS codes\n  expected: the first and the last chapter or heading, \
         such as `50-63` or `6101-6117`"
    )]
    Range(String),
    /// A prefix belongs to two groups.
    #[error(
        "prefix `{prefix}` is also in group `{group}` in line {first}\n  \
         expected: each prefix in one group; if prefixes overlap, a code goes to the longer one"
    )]
    PrefixTwice {
        /// The prefix.
        prefix: String,
        /// The group that already has it.
        group: String,
        /// The line of that group.
        first: usize,
    },
    /// The file is not valid CSV.
    #[error("the line cannot be read: {0}")]
    Csv(String),
}
