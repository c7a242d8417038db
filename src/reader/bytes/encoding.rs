use std::fmt;

/// How a file was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    Utf8,
    /// GB18030, and with it GBK and GB2312: what the customs platform writes.
    Gb18030,
    /// EUC-KR as Windows has it, code page 949: what Korean offices and Excel in Korean write.
    EucKr,
    /// Big5: traditional Chinese.
    Big5,
    /// Shift-JIS: Japanese.
    ShiftJis,
    /// Windows-1252, and with it Latin-1: Comtrade until 2022.
    Windows1252,
    /// UTF-16, low byte first: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// No text at all: a spreadsheet workbook.
    Workbook,
}

impl Encoding {
    /// The encodings that `--encoding` names, with the spellings of each; the first is shown.
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

    /// The encoding that a name means.
    pub fn named(name: &str) -> Option<Encoding> {
        let name = name.trim().to_ascii_lowercase();
        let known = Encoding::NAMES
            .iter()
            .find(|(_, names)| names.contains(&&*name));
        known.map(|(encoding, _)| *encoding)
    }

    /// The name of an encoding as it is typed.
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
