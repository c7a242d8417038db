use std::path::Path;

/// The formats that a report can be written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// A table for people, in plain text.
    Table,
    /// Comma-separated values, machine columns.
    Csv,
    /// Tab-separated values, machine columns; no quoting, tabs and line ends become spaces.
    Tsv,
    /// One json object with the rows, the notes and the sources.
    Json,
    /// The rows alone, one json object a line.
    Ndjson,
    /// A table for people as GitHub writes it.
    Markdown,
    /// A chart as a picture.
    Svg,
    /// A workbook: a sheet of the rows, one of the notes and sources.
    Xlsx,
    /// Columns with types, for engines and data frames.
    Parquet,
}

impl Format {
    /// Every format, in the order in which help names them.
    pub const ALL: [Format; 9] = [
        Format::Table,
        Format::Csv,
        Format::Tsv,
        Format::Json,
        Format::Ndjson,
        Format::Markdown,
        Format::Svg,
        Format::Xlsx,
        Format::Parquet,
    ];

    /// Whether it is nothing that a terminal can show.
    pub fn is_binary(self) -> bool {
        matches!(self, Format::Xlsx | Format::Parquet)
    }

    /// Whether remarks and sources are part of it.
    pub fn carries_notes(self) -> bool {
        use Format::{Json, Markdown, Table, Xlsx};
        matches!(self, Table | Markdown | Json | Xlsx)
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Csv => "csv",
            Format::Tsv => "tsv",
            Format::Json => "json",
            Format::Ndjson => "ndjson",
            Format::Markdown => "markdown",
            Format::Svg => "svg",
            Format::Xlsx => "xlsx",
            Format::Parquet => "parquet",
        }
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The format that the extension of a file stands for.
    pub fn from_extension(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "txt" => Some(Format::Table),
            "csv" => Some(Format::Csv),
            "tsv" | "tab" => Some(Format::Tsv),
            "json" => Some(Format::Json),
            "ndjson" | "jsonl" => Some(Format::Ndjson),
            "md" | "markdown" => Some(Format::Markdown),
            "svg" => Some(Format::Svg),
            "xlsx" => Some(Format::Xlsx),
            "parquet" | "pq" => Some(Format::Parquet),
            _ => None,
        }
    }
}

/// The language of labels. Machine columns, reasons and notes stay English.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, simplified.
    Zh,
    /// Korean.
    Ko,
}

impl Lang {
    /// Every language.
    pub const ALL: [Lang; 3] = [Lang::En, Lang::Zh, Lang::Ko];

    /// Its tag in markup.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh-Hans",
            Lang::Ko => "ko",
        }
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
            Lang::Ko => "ko",
        }
    }

    /// The language of that name.
    pub fn from_name(name: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// The unit of money in formats for people.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MoneyUnit {
    /// Whole units of the currency, without decimals.
    One,
    /// Thousands.
    Thousand,
    /// Ten thousands, 万.
    TenThousand,
    /// Millions.
    #[default]
    Million,
    /// Hundred millions, 亿.
    HundredMillion,
    /// Billions.
    Billion,
}

impl MoneyUnit {
    /// Every unit, smallest first.
    pub const ALL: [MoneyUnit; 6] = [
        MoneyUnit::One,
        MoneyUnit::Thousand,
        MoneyUnit::TenThousand,
        MoneyUnit::Million,
        MoneyUnit::HundredMillion,
        MoneyUnit::Billion,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            MoneyUnit::One => "one",
            MoneyUnit::Thousand => "thousand",
            MoneyUnit::TenThousand => "ten-thousand",
            MoneyUnit::Million => "million",
            MoneyUnit::HundredMillion => "hundred-million",
            MoneyUnit::Billion => "billion",
        }
    }

    /// The unit of that name, `万` and `亿` included.
    pub fn from_name(name: &str) -> Option<MoneyUnit> {
        match name {
            "万" => Some(MoneyUnit::TenThousand),
            "亿" => Some(MoneyUnit::HundredMillion),
            _ => MoneyUnit::ALL.into_iter().find(|one| one.name() == name),
        }
    }

    /// Tens in the unit: 6 for millions.
    pub(super) fn power(self) -> u32 {
        match self {
            MoneyUnit::One => 0,
            MoneyUnit::Thousand => 3,
            MoneyUnit::TenThousand => 4,
            MoneyUnit::Million => 6,
            MoneyUnit::HundredMillion => 8,
            MoneyUnit::Billion => 9,
        }
    }
}

/// How a report is to look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// The format.
    pub format: Format,
    /// The language of labels, in formats for people.
    pub lang: Lang,
    /// Whether csv, tsv and table have a row of heads.
    pub header: bool,
    /// Whether the table may use escape codes.
    pub color: bool,
    /// The columns of the terminal, for the table.
    pub width: usize,
    /// How wide a picture is, in pixels.
    pub pixels: u16,
    /// The unit of money in formats for people; millions when not given.
    pub unit: Option<MoneyUnit>,
}

impl Default for Style {
    /// A plain English table at 80 columns, in millions.
    fn default() -> Style {
        Style {
            format: Format::Table,
            lang: Lang::En,
            header: true,
            color: false,
            width: 80,
            pixels: 720,
            unit: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_extensions() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        for unit in MoneyUnit::ALL {
            assert_eq!(MoneyUnit::from_name(unit.name()), Some(unit));
        }
        assert_eq!(
            Format::from_extension(Path::new("a.b/out.JSONL")),
            Some(Format::Ndjson)
        );
        assert_eq!(Format::from_extension(Path::new("out.docx")), None);
        assert_eq!(Format::from_extension(Path::new("csv")), None);
        assert_eq!(Lang::from_name("zh"), Some(Lang::Zh));
        assert_eq!(MoneyUnit::from_name("亿"), Some(MoneyUnit::HundredMillion));
    }
}
