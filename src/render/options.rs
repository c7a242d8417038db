use crate::trade::{Named, Unit};
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
    /// A page: one file for the screen and for paper.
    Html,
    /// A workbook: a sheet of the rows, one of the notes and sources.
    Xlsx,
    /// Columns with types, for engines and data frames.
    Parquet,
}

impl Format {
    /// Every format, in the order in which help names them.
    pub const ALL: [Format; 10] = [
        Format::Table,
        Format::Csv,
        Format::Tsv,
        Format::Json,
        Format::Ndjson,
        Format::Markdown,
        Format::Svg,
        Format::Html,
        Format::Xlsx,
        Format::Parquet,
    ];

    /// Whether it is nothing that a terminal can show.
    pub fn is_binary(self) -> bool {
        matches!(self, Format::Xlsx | Format::Parquet)
    }

    /// Whether remarks and sources are part of it.
    pub fn carries_notes(self) -> bool {
        use Format::{Html, Json, Markdown, Table, Xlsx};
        matches!(self, Table | Markdown | Json | Xlsx | Html)
    }

    /// The extensions of files that stand for it, the usual one first.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Format::Table => &["txt"],
            Format::Csv => &["csv"],
            Format::Tsv => &["tsv", "tab"],
            Format::Json => &["json"],
            Format::Ndjson => &["ndjson", "jsonl"],
            Format::Markdown => &["md", "markdown"],
            Format::Svg => &["svg"],
            Format::Html => &["html", "htm"],
            Format::Xlsx => &["xlsx"],
            Format::Parquet => &["parquet", "pq"],
        }
    }

    /// The format that the extension of a file stands for.
    pub fn from_extension(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        let mut every = Format::ALL.into_iter();
        every.find(|one| one.extensions().contains(&&*extension))
    }
}

impl Named for Format {
    const EVERY: &'static [Format] = &Format::ALL;

    fn words(self) -> &'static [&'static str] {
        match self {
            Format::Table => &["table", "txt", "text"],
            Format::Csv => &["csv"],
            Format::Tsv => &["tsv", "tab"],
            Format::Json => &["json"],
            Format::Ndjson => &["ndjson", "jsonl"],
            Format::Markdown => &["markdown", "md"],
            Format::Svg => &["svg"],
            Format::Html => &["html", "htm"],
            Format::Xlsx => &["xlsx", "excel"],
            Format::Parquet => &["parquet"],
        }
    }

    fn about(self) -> &'static str {
        match self {
            Format::Table => "for people, in plain text",
            Format::Csv => "comma-separated, machine columns",
            Format::Tsv => "tab-separated, machine columns",
            Format::Json => "one object with rows, cautions and sources",
            Format::Ndjson => "one object a row, one a line",
            Format::Markdown => "a table to paste",
            Format::Svg => "a picture, of `chart` and `report` alone",
            Format::Html => "a page, of `report` alone",
            Format::Xlsx => "a workbook with typed cells",
            Format::Parquet => "columns with types, for engines and data frames",
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
}

impl Named for Lang {
    const EVERY: &'static [Lang] = &Lang::ALL;

    fn words(self) -> &'static [&'static str] {
        match self {
            Lang::En => &["en", "english", "en-us", "en-gb", "en_us", "en_gb"],
            Lang::Zh => &[
                "zh", "chinese", "cn", "zh-cn", "zh_cn", "zh-hans", "zh-sg", "zh_sg", "中文",
            ],
            Lang::Ko => &["ko", "korean", "kr", "ko-kr", "ko_kr", "한국어"],
        }
    }

    fn about(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Zh => "中文",
            Lang::Ko => "한국어",
        }
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

    /// The unit that the amounts of a file are in.
    pub fn as_stated(self) -> Unit {
        Unit {
            power: self.power(),
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

/// Which remarks stand under a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Notes {
    /// The cautions, one line a kind.
    #[default]
    Brief,
    /// Every remark.
    Full,
    /// None, nor what flags mean, nor why a figure is missing.
    None,
}

impl Named for Notes {
    const EVERY: &'static [Notes] = &[Notes::Brief, Notes::Full, Notes::None];

    fn words(self) -> &'static [&'static str] {
        match self {
            Notes::Brief => &["brief"],
            Notes::Full => &["full"],
            Notes::None => &["none"],
        }
    }
}

impl Named for MoneyUnit {
    const EVERY: &'static [MoneyUnit] = &MoneyUnit::ALL;

    fn words(self) -> &'static [&'static str] {
        match self {
            MoneyUnit::One => &["one", "1", "units", "元", "원"],
            MoneyUnit::Thousand => &["thousand", "thousands", "1000", "k", "th", "千", "천"],
            MoneyUnit::TenThousand => &[
                "ten-thousand",
                "ten thousand",
                "ten_thousand",
                "10000",
                "万",
                "萬",
                "만",
            ],
            MoneyUnit::Million => &[
                "million", "millions", "mn", "mln", "mio", "m", "1000000", "百万", "백만",
            ],
            MoneyUnit::HundredMillion => &[
                "hundred-million",
                "hundred million",
                "hundred_million",
                "亿",
                "億",
                "억",
            ],
            MoneyUnit::Billion => &["billion", "billions", "bn", "bln", "b", "十亿", "십억"],
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
    /// Which remarks stand under a table, or on standard error beside csv.
    pub notes: Notes,
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
            notes: Notes::Brief,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_extensions() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.word()), Some(format));
            let file = format!("out.{}", format.extensions()[0]);
            assert_eq!(Format::from_extension(Path::new(&file)), Some(format));
        }
        for unit in MoneyUnit::ALL {
            assert_eq!(MoneyUnit::named(unit.word()), Some(unit));
        }
        assert_eq!(
            Format::from_extension(Path::new("a.b/out.JSONL")),
            Some(Format::Ndjson)
        );
        assert_eq!(Format::from_extension(Path::new("out.docx")), None);
        assert_eq!(Format::from_extension(Path::new("csv")), None);
        assert_eq!(Lang::named("zh-CN"), Some(Lang::Zh));
        assert_eq!(MoneyUnit::named("亿"), Some(MoneyUnit::HundredMillion));
        assert_eq!(MoneyUnit::named("mn"), Some(MoneyUnit::Million));
    }
}
