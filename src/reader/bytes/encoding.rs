use std::fmt;

/// The encoding of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB18030, which includes GBK and GB2312. The customs platform uses it.
    Gb18030,
    /// EUC-KR as extended by Windows (code page 949). Korean offices and Korean Excel use it.
    EucKr,
    /// Big5: traditional Chinese.
    Big5,
    /// Shift-JIS: Japanese.
    ShiftJis,
    /// Windows-1252, which includes Latin-1. Comtrade used it until 2022.
    Windows1252,
    /// UTF-16, little-endian: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// Not a text file but a workbook.
    Workbook,
}

impl Encoding {
    /// The encodings accepted by `--encoding`, with their names. The first name is the one shown.
    pub const NAMES: [(Encoding, &[&str]); 8] = [
        (Encoding::Utf8, &["utf-8", "utf8"]),
        (Encoding::Gb18030, &["gb18030", "gbk", "gb2312", "cp936"]),
        (
            Encoding::EucKr,
            &["euc-kr", "cp949", "uhc", "ks_c_5601-1987", "ms949"],
        ),
        (Encoding::Big5, &["big5", "big5-hkscs", "cp950"]),
        (
            Encoding::ShiftJis,
            &["shift-jis", "shift_jis", "sjis", "cp932"],
        ),
        (
            Encoding::Windows1252,
            &["windows-1252", "cp1252", "latin1", "latin-1", "iso-8859-1"],
        ),
        (Encoding::Utf16Le, &["utf-16le", "utf-16"]),
        (Encoding::Utf16Be, &["utf-16be"]),
    ];

    /// The encoding with this name.
    pub fn named(name: &str) -> Option<Encoding> {
        let name = name.trim().to_ascii_lowercase();
        let known = Encoding::NAMES
            .iter()
            .find(|(_, names)| names.contains(&&*name));
        known.map(|(encoding, _)| *encoding)
    }

    /// The name of the encoding, as `--encoding` accepts it.
    pub fn name(self) -> &'static str {
        let known = Encoding::NAMES
            .iter()
            .find(|(encoding, _)| *encoding == self);
        known.map_or("workbook", |(_, names)| names[0])
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
            Encoding::EucKr => "EUC-KR",
            Encoding::Big5 => "Big5",
            Encoding::ShiftJis => "Shift-JIS",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Workbook => "workbook",
        })
    }
}
