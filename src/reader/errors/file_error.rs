//! Errors of a file as a whole: it cannot be opened, unpacked or decoded, or has no table.

use crate::reader::bytes::encoding::Encoding;
use crate::reader::errors::explanation::{Explanation, explained};

/// All errors of a file as a whole. Their messages are in [`FileError::explain`] only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum FileError {
    NoSuchFile,
    /// There is no such file, and its name is a value of a flag.
    NoSuchFileBut {
        /// What it is: `a month`.
        what: &'static str,
        /// How it is typed.
        typed: String,
    },
    Unreadable(String),
    NotAFile,
    NotAPlainFile,
    FileTooLarge,
    EmptyFile,
    EmptyFolder,
    /// A folder has more than this number of files and folders.
    FolderTooLarge(usize),
    NoTable,
    Binary,
    Workbook,
    BrokenArchive {
        kind: &'static str,
        why: String,
    },
    EmptyArchive,
    NestedArchive,
    ZipBomb,
    NotText {
        offset: usize,
        byte: u8,
    },
    /// Several encodings are possible, and no known word decides between them.
    EncodingUnclear(Vec<Encoding>),
    /// The bytes are invalid in the encoding that the user named.
    NotInEncoding {
        encoding: Encoding,
        offset: usize,
        byte: u8,
    },
    TornUtf16 {
        offset: usize,
    },
    /// A file has several tables, given by their sheet names or numbers.
    SeveralTables(String),
    /// There is no sheet with the name given to `--sheet`; the sheets that exist.
    NoSuchSheet(String),
    /// None of this number of tables in a page or workbook has a known layout.
    NoTableKnown(usize),
    /// The last line lacks both its line end and the delimiter that ends the lines above it.
    CutOff,
    /// The last line lacks its line end, and its number is shorter than all others.
    NumberCut,
    /// The JSON is invalid or incomplete, for this reason.
    BadJson(&'static str),
    /// The file says that it lacks rows.
    RowsLacking,
    /// Two members of an archive have the same name.
    TwoMembers,
    /// The JSON has no list of rows.
    NoRowsInJson,
    /// A Parquet file cannot be read as a table, for this reason.
    BadParquet(String),
    /// The workbook cannot be opened, for this reason.
    BadWorkbook(String),
    TooManyCells,
}

impl FileError {
    /// The message: what is wrong, what was expected, and how to proceed.
    pub fn explain(&self) -> Explanation {
        match self {
            FileError::NoSuchFileBut { what, typed } => explained(
                "no such file or folder",
                "",
                &format!("for {what}, `{typed}`"),
            ),
            FileError::NoSuchFile => explained(
                "no such file or folder",
                "",
                "check the spelling; `-` reads standard input",
            ),
            FileError::Unreadable(why) => explained(&format!("cannot be read: {why}"), "", ""),
            FileError::NotAFile => explained(
                "is a device or a socket, not a file",
                "a file, a folder or a pipe",
                "",
            ),
            FileError::NotAPlainFile => explained(
                "is a folder, a pipe, a device or a socket, not a file",
                "a file",
                "",
            ),
            FileError::FileTooLarge => explained(
                "the file is far too large for what it is given as",
                "at most 64 MiB",
                "",
            ),
            FileError::EmptyFile => explained(
                "the file is empty",
                "a header line and rows",
                "download it again",
            ),
            FileError::FolderTooLarge(most) => explained(
                &format!("the folder holds more than {most} files and folders"),
                "a folder of tables",
                "name the folder in which the tables are",
            ),
            FileError::EmptyFolder => explained(
                "the folder holds no file to read",
                "files ending in .csv, .tsv, .txt, .html, .xls, .xlsx, .xlsb or .ods",
                "",
            ),
            FileError::NoTable => explained(
                "no table to read",
                "files that hold a table",
                "name the file itself to hear what is wrong with it",
            ),
            FileError::Binary => explained(
                "the file is binary, not text",
                "text in UTF-8, GB18030 or UTF-16",
                "save the table as CSV",
            ),
            FileError::Workbook => explained(
                "the file is a spreadsheet workbook, not text",
                "text in UTF-8, GB18030 or UTF-16",
                "in the spreadsheet program, save the sheet as `CSV UTF-8`",
            ),
            FileError::BrokenArchive { kind, why } => explained(
                &format!("the {kind} cannot be unpacked: {why}"),
                "",
                "download it again; a file with a password must be unpacked first",
            ),
            FileError::EmptyArchive => explained(
                "the archive holds no file to read",
                "files ending in .csv, .tsv or .txt",
                "",
            ),
            FileError::NestedArchive => explained(
                "an archive inside an archive is not read",
                "tables",
                "unpack it first",
            ),
            FileError::ZipBomb => explained(
                "unpacks to more than 200 times its size or to more than 4 GiB, as a zip bomb does; not unpacked",
                "",
                "if it is a table all the same, unpack it first",
            ),
            FileError::NotText { offset, byte } => explained(
                &format!("byte {byte:#04x} at offset {offset} is neither UTF-8 nor GB18030"),
                "text in UTF-8, GB18030 or UTF-16",
                "save the file as UTF-8, or name its encoding with `--encoding`; a file cut off in the middle of a character must be downloaded again",
            ),
            FileError::EncodingUnclear(possible) => {
                let names: Vec<&str> = possible.iter().map(|encoding| encoding.name()).collect();
                explained(
                    &format!(
                        "the text is not UTF-8, and no word in it tells which encoding it is written in: {}",
                        names.join(", ")
                    ),
                    "UTF-8, or words that are known, such as the names of columns and partners",
                    &format!(
                        "`--encoding {}` says which; or save the file as UTF-8",
                        names.last().unwrap_or(&"euc-kr")
                    ),
                )
            }
            FileError::NotInEncoding {
                encoding,
                offset,
                byte,
            } => explained(
                &format!(
                    "byte {byte:#04x} at offset {offset} is not {encoding}, the encoding given"
                ),
                &format!("text in {encoding}"),
                "leave `--encoding` out to have the encoding found, or name another",
            ),
            FileError::SeveralTables(names) => explained(
                &format!("holds several tables: {names}"),
                "one table",
                "`--sheet NAME` says which",
            ),
            FileError::NoSuchSheet(names) => explained(
                "has no sheet or table of that name",
                names,
                "`--sheet` takes the name of a sheet, or the number of a table",
            ),
            FileError::NoTableKnown(count) => explained(
                &match count {
                    0 => "holds no table".to_owned(),
                    1 => "holds no table that tradecheck reads".to_owned(),
                    count => format!("holds {count} tables, none of which tradecheck reads"),
                },
                "a head such as `month,imports_usd_mn`, or that of the customs platform, of UN Comtrade, or of the monthly table by country",
                "`tradecheck yoy --help` lists the layouts under `--layout`",
            ),
            FileError::CutOff => explained(
                "the file is cut off here: the line lacks the delimiter that ends the lines above it, and its line end",
                "a whole last line",
                "download it again",
            ),
            FileError::NumberCut => explained(
                "the file may be cut off here: the last line has no line end, and its number is shorter than all those above it",
                "a whole last line",
                "download it again; where it is whole, end the line",
            ),
            FileError::BadJson(why) => explained(
                &format!("the JSON cannot be read: {why}"),
                "whole JSON, as the API of UN Comtrade gives it",
                "download it again",
            ),
            FileError::BadParquet(why) => explained(
                &format!("the Parquet file cannot be read: {why}"),
                "columns of numbers, dates and text, as DuckDB, Polars, pandas or Spark write them",
                "",
            ),
            FileError::RowsLacking => explained(
                "the file says that it does not hold all its rows",
                "all rows in one list",
                "download the rest; where they are all there, take the word out of the file",
            ),
            FileError::TwoMembers => explained(
                "two files in the archive have the same name, and only one of them would be read",
                "a name for each",
                "unpack it, and give the files",
            ),
            FileError::NoRowsInJson => explained(
                "the JSON holds no rows",
                "a list of objects, such as `{\"data\": [{…}]}`",
                "",
            ),
            FileError::TornUtf16 { offset } => explained(
                &format!("the UTF-16 text is torn at byte offset {offset}"),
                "whole UTF-16 characters",
                "save the file as UTF-8, or download it again",
            ),
            FileError::BadWorkbook(why) => explained(
                &format!("the workbook cannot be read: {why}"),
                "a whole workbook without a password",
                "open it in the spreadsheet program and save it again, or save the sheet as `CSV UTF-8`",
            ),
            FileError::TooManyCells => explained(
                "the table is far larger than any table by country",
                "at most 1,000 columns, 20,000 rows of a sheet and a million cells",
                "in the spreadsheet program, save the sheet as `CSV UTF-8`",
            ),
        }
    }
}
