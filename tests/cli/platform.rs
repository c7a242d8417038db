//! Downloads of the customs query platform, made up: the real layout, invented figures.

/// The two pages of the platform.
#[derive(Clone, Copy, PartialEq)]
pub enum Page {
    Chinese,
    English,
}

/// One row of a download: month, HS code, trade mode, whole dollars.
pub type Row = (&'static str, &'static str, &'static str, &'static str);

pub const IMPORTS: [Row; 4] = [
    ("201609", "27011100", "19", "60,000,000"),
    ("201609", "61034300", "14", "40,000,000"),
    ("201709", "27011100", "19", "30,000,000"),
    ("201709", "61034300", "14", "15,500,000"),
];

pub const EXPORTS: [Row; 2] = [
    ("201609", "15071000", "10", "50,000,000"),
    ("201709", "15071000", "10", "65,000,000"),
];

/// A file, as the platform writes it, but for what a test changes.
pub struct Download {
    pub page: Page,
    pub eol: &'static str,
    /// Whether the query asked for several months, so that there is a column for them.
    pub dated: bool,
    /// Whether the query asked for the partner to be shown.
    pub partnered: bool,
    /// Whether columns and rows stand in another order.
    pub shuffled: bool,
}

impl Default for Download {
    fn default() -> Download {
        Download {
            page: Page::English,
            eol: "\r\n",
            dated: true,
            partnered: true,
            shuffled: false,
        }
    }
}

impl Download {
    pub fn of(&self, rows: &[Row]) -> String {
        let english = self.page == Page::English;
        let word = |en: &'static str, zh: &'static str| if english { en } else { zh };
        let partner = word("Korea,DPR", "朝鲜");
        let kilogram = word("Kilogram", "千克");
        // A name with a comma and quotes in it, quotes doubled as csv has them.
        let name = word("Down \"\"jackets\"\", of cotton", "羽绒\"\"夹克\"\"，棉制");
        let mut table: Vec<Vec<&str>> = vec![vec![
            word("Date of data", "数据年月"),
            word("Trading partner code", "贸易伙伴编码"),
            word("Trading partner", "贸易伙伴名称"),
            word("Commodity code", "商品编码"),
            word("Commodity", "商品名称"),
            word("Customs Regime code", "贸易方式编码"),
            word("Customs Regime", "贸易方式名称"),
            word("Quantity", "第一数量"),
            word("Unit", "第一计量单位"),
            word("Supplimentary Quantity", "第二数量"),
            word("Supplimentary Unit", "第二计量单位"),
            word("US dollar", "美元"),
        ]];
        for &(month, code, regime, dollars) in rows {
            table.push(vec![
                month, "109", partner, code, name, regime, "?", "1200", kilogram, "0", "-", dollars,
            ]);
        }
        if self.shuffled {
            table.iter_mut().for_each(|row| row.reverse());
            table[1..].reverse();
        }
        let skipped: Vec<&str> = [
            (!self.dated, word("Date of data", "数据年月")),
            (
                !self.partnered,
                word("Trading partner code", "贸易伙伴编码"),
            ),
            (!self.partnered, word("Trading partner", "贸易伙伴名称")),
        ]
        .into_iter()
        .filter_map(|(left_out, name)| left_out.then_some(name))
        .collect();
        let shown: Vec<bool> = table[0]
            .iter()
            .map(|name| !skipped.contains(name))
            .collect();
        let mut text = String::new();
        for row in &table {
            for (cell, _) in row.iter().zip(&shown).filter(|(_, shown)| **shown) {
                text.push_str(&format!("\"{cell}\","));
            }
            text.push_str(self.eol);
        }
        text
    }
}

/// GB18030, as the platform writes both pages.
pub fn gb18030(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::GB18030.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

/// UTF-8 with a byte order mark, as Excel re-saves it.
pub fn utf8_bom(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").into_bytes()
}

pub fn utf16_little_endian(text: &str) -> Vec<u8> {
    let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

pub fn utf16_big_endian(text: &str) -> Vec<u8> {
    let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}
