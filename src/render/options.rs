use crate::trade::{Named, Unit};
use std::path::Path;

/// The output formats.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// A table for people, in plain text.
    Table,
    /// Comma-separated values of the machine columns.
    Csv,
    /// Tab-separated values of the machine columns, unquoted; tabs and line ends become spaces.
    Tsv,
    /// A json object with rows, notes and sources.
    Json,
    /// Only the rows, one json object per line.
    Ndjson,
    /// A table for people in GitHub's markdown.
    Markdown,
    /// A chart as an SVG picture.
    Svg,
    /// A single-file page for screen and paper.
    Html,
    /// A workbook with a sheet of rows, and one of notes and sources.
    Xlsx,
    /// Typed columns, for databases and data frames.
    Parquet,
}

impl Format {
    /// All formats, in the order shown by help.
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

    /// Whether a terminal cannot show it.
    pub fn is_binary(self) -> bool {
        matches!(self, Format::Xlsx | Format::Parquet)
    }

    /// Whether it includes remarks and sources.
    pub fn carries_notes(self) -> bool {
        use Format::{Html, Json, Markdown, Table, Xlsx};
        matches!(self, Table | Markdown | Json | Xlsx | Html)
    }

    /// Its file extensions, the usual one first.
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

    /// The format for the extension of a file.
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
            Format::Ndjson => "one object per row, one per line",
            Format::Markdown => "a table to paste",
            Format::Svg => "a picture; `chart` and `report` only",
            Format::Html => "a page; `report` only",
            Format::Xlsx => "a workbook with typed cells",
            Format::Parquet => "typed columns, for engines and data frames",
        }
    }
}

/// The language of formats for people. Machine columns stay English.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
    /// Korean.
    Ko,
}

impl Lang {
    /// All languages.
    pub const ALL: [Lang; 3] = [Lang::En, Lang::Zh, Lang::Ko];

    /// Its language tag in markup.
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
    /// All units, smallest first.
    pub const ALL: [MoneyUnit; 6] = [
        MoneyUnit::One,
        MoneyUnit::Thousand,
        MoneyUnit::TenThousand,
        MoneyUnit::Million,
        MoneyUnit::HundredMillion,
        MoneyUnit::Billion,
    ];

    /// The unit of the amounts in a file.
    pub fn as_stated(self) -> Unit {
        Unit {
            power: self.power(),
        }
    }

    /// The power of ten: 6 for millions.
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

/// Which remarks are shown under a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Notes {
    /// The cautions, one line for each kind.
    #[default]
    Brief,
    /// All remarks.
    Full,
    /// None, and neither the meanings of flags nor the reasons for missing figures.
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

/// How a report is formatted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// The format.
    pub format: Format,
    /// The language, in formats for people.
    pub lang: Lang,
    /// The language of names, titles and sentences in formats for machines: that of `--lang`, and
    /// never that of the terminal, so that a script gets the same wherever it runs.
    pub words: Lang,
    /// Whether csv, tsv and tables have a header row.
    pub header: bool,
    /// Whether the table may use escape codes.
    pub color: bool,
    /// The width of the table in columns of the terminal.
    pub width: usize,
    /// The width of a picture in pixels.
    pub pixels: u16,
    /// The unit of money in formats for people; millions if not given.
    pub unit: Option<MoneyUnit>,
    /// Which remarks are shown under a table, or on standard error with csv.
    pub notes: Notes,
}

impl Default for Style {
    /// A plain English table at 80 columns, in millions.
    fn default() -> Style {
        Style {
            format: Format::Table,
            lang: Lang::En,
            words: Lang::En,
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
