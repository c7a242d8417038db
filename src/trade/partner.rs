use std::sync::{Arc, OnceLock};

/// A trading partner: its customs code, its names, and every spelling that means it.
///
/// Source: `data/partners.csv`.
#[derive(Debug)]
pub struct Partner {
    /// The code of China's customs: `109`.
    pub code: Arc<str>,
    /// The English name that tradecheck shows.
    pub en: Arc<str>,
    /// The Chinese name.
    pub zh: Arc<str>,
    /// The Korean name, or the English one where the table has none.
    pub ko: Arc<str>,
    spellings: Vec<String>,
}

/// Which partner a run is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PartnerChoice {
    /// These partners, added up, by their places in [`Partner::table`]; usually one.
    These(Vec<u16>),
    /// The sum over every partner in the input.
    All,
}

impl PartnerChoice {
    /// Whether rows of the partner at `place` are asked for.
    pub fn wants(&self, place: u16) -> bool {
        match self {
            PartnerChoice::These(places) => places.contains(&place),
            PartnerChoice::All => true,
        }
    }
}

impl Partner {
    /// The place of a partner that the input names and the table does not: counted only in
    /// [`PartnerChoice::All`].
    pub const UNLISTED: u16 = u16::MAX;

    /// Every partner known, in the order of the table.
    pub fn table() -> &'static [Partner] {
        static TABLE: OnceLock<Vec<Partner>> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut reader =
                csv::Reader::from_reader(include_str!("../../data/partners.csv").as_bytes());
            reader
                .records()
                .filter_map(|row| row.ok().and_then(|row| read_row(&row)))
                .collect()
        })
    }

    /// The partner whose code in China's customs statistics is `code`: what files carry. Many of
    /// these numbers are the UN code of another country (408 is Bolivia here, North Korea there).
    pub fn by_code(code: &str) -> Option<u16> {
        let at = Partner::table()
            .iter()
            .position(|partner| &*partner.code == code)?;
        u16::try_from(at).ok()
    }

    /// The partner that `text` means to a person: a customs, ISO or UN code, or a name in any spelling known.
    pub fn find(text: &str) -> Option<u16> {
        let wanted = fold(text);
        let at = Partner::table()
            .iter()
            .position(|partner| partner.spellings.contains(&wanted))?;
        u16::try_from(at).ok()
    }

    /// The partner at a place that [`Partner::find`] gave.
    pub fn at(place: u16) -> Option<&'static Partner> {
        Partner::table().get(usize::from(place))
    }
}

fn read_row(row: &csv::StringRecord) -> Option<Partner> {
    let field = |at: usize| row.get(at).unwrap_or("");
    let english = field(4);
    let or_english = |text: &str| Arc::from(if text.is_empty() { english } else { text });
    let spellings = row
        .iter()
        .take(7)
        .chain(field(7).split('|'))
        .map(fold)
        .filter(|spelling| !spelling.is_empty())
        .collect();
    Some(Partner {
        code: row.get(0)?.into(),
        en: english.into(),
        zh: or_english(field(5)),
        ko: or_english(field(6)),
        spellings,
    })
}

/// Letters and digits only, lower case: how spellings are compared.
fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
