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
    /// A file of groups or measures has this number of tables; `--sheet` does not apply to it.
    NotOneTable(usize),
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
                &format!("for {what}, use `{typed}`"),
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
                "the file is far too large for this purpose",
                "at most 64 MiB",
                "",
            ),
            FileError::EmptyFile => explained(
                "the file is empty",
                "a header line followed by rows",
                "download it again",
            ),
            FileError::FolderTooLarge(most) => explained(
                &format!("the folder contains more than {most} files and folders"),
                "a folder of tables",
                "pass the folder that contains the tables",
            ),
            FileError::EmptyFolder => explained(
                "the folder contains no readable file",
                "files ending in .csv, .tsv, .txt, .html, .xls, .xlsx, .xlsb or .ods",
                "",
            ),
            FileError::NoTable => explained(
                "no readable table",
                "files that contain a table",
                "pass the file itself to see what is wrong with it",
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
                "download it again; unpack a password-protected file first",
            ),
            FileError::EmptyArchive => explained(
                "the archive contains no readable file",
                "files ending in .csv, .tsv or .txt",
                "",
            ),
            FileError::NestedArchive => explained(
                "archives inside an archive are not read",
                "tables",
                "unpack it first",
            ),
            FileError::ZipBomb => explained(
                "expands to more than 200 times its size or more than 4 GiB, like a zip bomb; not unpacked",
                "",
                "if it really is a table, unpack it first",
            ),
            FileError::NotText { offset, byte } => explained(
                &format!("byte {byte:#04x} at offset {offset} is neither UTF-8 nor GB18030"),
                "text in UTF-8, GB18030 or UTF-16",
                "save the file as UTF-8, or give its encoding with `--encoding`; if it is cut off in the middle of a character, download it again",
            ),
            FileError::EncodingUnclear(possible) => {
                let names: Vec<&str> = possible.iter().map(|encoding| encoding.name()).collect();
                explained(
                    &format!(
                        "the text is not UTF-8; its encoding may be any of {}",
                        names.join(", ")
                    ),
                    "UTF-8, or recognisable words such as column or partner names",
                    &format!(
                        "give the encoding with `--encoding {}`, or save the file as UTF-8",
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
                    "byte {byte:#04x} at offset {offset} is not valid in {encoding}, the encoding given"
                ),
                &format!("text in {encoding}"),
                "leave `--encoding` out to detect the encoding, or give another",
            ),
            FileError::SeveralTables(names) => explained(
                &format!("contains several tables: {names}"),
                "one table",
                "choose one with `--sheet NAME`",
            ),
            FileError::NotOneTable(tables) => explained(
                &format!("contains {tables} tables"),
                "one table",
                "save the table as CSV",
            ),
            FileError::NoSuchSheet(names) => explained(
                "has no sheet or table of that name",
                names,
                "`--sheet` takes the name of a sheet or the number of a table",
            ),
            FileError::NoTableKnown(count) => explained(
                &match count {
                    0 => "contains no table".to_owned(),
                    1 => "contains no table that tradecheck can read".to_owned(),
                    count => format!("contains {count} tables, none of which tradecheck can read"),
                },
                "a header such as `month,imports_usd_mn`, or that of the customs platform, UN Comtrade or the monthly table by country",
                "`tradecheck yoy --help` lists the layouts under `--layout`",
            ),
            FileError::CutOff => explained(
                "the file is cut off here: unlike the lines above it, this line has no final delimiter and no line break",
                "a complete last line",
                "download it again",
            ),
            FileError::NumberCut => explained(
                "the file may be cut off here: the last line has no line break, and its number is shorter than all those above it",
                "a complete last line",
                "download it again; if it is complete, end the last line with a line break",
            ),
            FileError::BadJson(why) => explained(
                &format!("the JSON cannot be read: {why}"),
                "complete JSON, as returned by the UN Comtrade API",
                "download it again",
            ),
            FileError::BadParquet(why) => explained(
                &format!("the Parquet file cannot be read: {why}"),
                "columns of numbers, dates and text, as DuckDB, Polars, pandas or Spark write them",
                "",
            ),
            FileError::RowsLacking => explained(
                "the file says that it is incomplete",
                "all rows in one list",
                "download the rest; if all rows are there, delete that statement from the file",
            ),
            FileError::TwoMembers => explained(
                "two files in the archive have the same name, and only one of them would be read",
                "a different name for each",
                "unpack it, and pass the files",
            ),
            FileError::NoRowsInJson => explained(
                "the JSON contains no rows",
                "a list of objects, such as `{\"data\": [{…}]}`",
                "",
            ),
            FileError::TornUtf16 { offset } => explained(
                &format!("the UTF-16 text is broken at byte offset {offset}"),
                "complete UTF-16 characters",
                "save the file as UTF-8, or download it again",
            ),
            FileError::BadWorkbook(why) => explained(
                &format!("the workbook cannot be read: {why}"),
                "a complete workbook without a password",
                "open it in the spreadsheet program and save it again, or save the sheet as `CSV UTF-8`",
            ),
            FileError::TooManyCells => explained(
                "the table is far larger than any table by country",
                "at most 1,000 columns, 20,000 rows per sheet and a million cells",
                "in the spreadsheet program, save the sheet as `CSV UTF-8`",
            ),
        }
    }
}
