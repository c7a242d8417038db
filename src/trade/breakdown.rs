use super::{Group, HsName, Named, Partner};
use std::sync::Arc;

/// What a thing is called, in the languages of the labels.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Name {
    /// In English, or as the input has it.
    pub en: Arc<str>,
    /// In Chinese.
    pub zh: Arc<str>,
    /// In Korean.
    pub ko: Arc<str>,
}

impl Name {
    /// One name in every language.
    pub fn plain(name: Arc<str>) -> Name {
        Name::of([&name, &name, &name])
    }

    fn of(names: [&Arc<str>; 3]) -> Name {
        let [en, zh, ko] = names.map(Arc::clone);
        Name { en, zh, ko }
    }

    /// A name that the input gives, whatever its language.
    pub fn given(name: &str) -> Name {
        Name::of([&name.into(); 3])
    }
}

impl From<&Partner> for Name {
    fn from(partner: &Partner) -> Name {
        Name::of([&partner.en, &partner.zh, &partner.ko])
    }
}

impl From<&HsName> for Name {
    fn from(name: &HsName) -> Name {
        Name::of([&name.en, &name.zh, &name.ko])
    }
}

impl From<&Group> for Name {
    fn from(group: &Group) -> Name {
        Name::of([&group.en, &group.zh, &group.ko])
    }
}

/// One part of a trade that is split: a chapter, a province, a partner.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Component {
    /// Its code as text: `27`, `21`, `109`; a word for a group of goods.
    pub code: Arc<str>,
    /// Its name; empty where none is known.
    pub name: Name,
}

/// What a trade is split by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Breakdown {
    /// The first two digits of the HS code.
    Chapter,
    /// The first four.
    Heading,
    /// The first six.
    Subheading,
    /// The first eight: China's own code.
    Code,
    /// The named group of goods.
    Group,
    /// Where the importer or exporter is registered.
    Province,
    /// The customs regime: ordinary trade, processing, border trade.
    TradeMode,
    /// The trading partner.
    Partner,
    /// What the sanctions in force do to the goods: banned, capped, contested, the rest.
    Sanction,
    /// The code as deep as the input has it; no value of a flag.
    TariffLine,
}

impl Named for Breakdown {
    const EVERY: &'static [Breakdown] = &Breakdown::ALL;

    fn words(self) -> &'static [&'static str] {
        match self {
            Breakdown::Chapter => &["chapter", "chapters"],
            Breakdown::Heading => &["heading", "headings"],
            Breakdown::Subheading => &["subheading", "subheadings"],
            Breakdown::Code => &["code", "codes"],
            Breakdown::Group => &["group", "groups"],
            Breakdown::Province => &["province", "provinces"],
            Breakdown::TradeMode => &["trade-mode", "trade-modes", "trade_mode", "regime"],
            Breakdown::Partner => &["partner", "partners"],
            Breakdown::Sanction => &["sanction", "sanctions"],
            Breakdown::TariffLine => &["tariff-line"],
        }
    }

    fn about(self) -> &'static str {
        match self {
            Breakdown::Chapter => "HS chapter (2 digits)",
            Breakdown::Heading => "HS heading (4 digits)",
            Breakdown::Subheading => "HS subheading (6 digits)",
            Breakdown::Code => "commodity code (8 digits)",
            Breakdown::Group => "named group of goods",
            Breakdown::Province => "where the importer or exporter is registered",
            Breakdown::TradeMode => "customs regime: ordinary trade, processing, border trade",
            Breakdown::Partner => "trading partner",
            Breakdown::Sanction => "what the sanctions in force do to the goods",
            Breakdown::TariffLine => "commodity code as deep as the input has it",
        }
    }
}

impl Breakdown {
    /// Those that can be asked for, as they are listed.
    pub const ALL: [Breakdown; 9] = [
        Breakdown::Chapter,
        Breakdown::Heading,
        Breakdown::Subheading,
        Breakdown::Code,
        Breakdown::Group,
        Breakdown::Province,
        Breakdown::TradeMode,
        Breakdown::Partner,
        Breakdown::Sanction,
    ];

    /// Its name as a flag's value.
    pub fn name(self) -> &'static str {
        self.word()
    }

    /// Which part of the text of [`Observation::split`](super::Observation::split) it takes; `None`
    /// where it is not by one of them.
    pub fn side(self) -> Option<usize> {
        match self {
            Breakdown::Province => Some(0),
            Breakdown::TradeMode => Some(1),
            _ => None,
        }
    }

    /// How many digits of the HS code it takes; `None` where it is not by a prefix of the code.
    pub fn digits(self) -> Option<usize> {
        match self {
            Breakdown::Chapter => Some(2),
            Breakdown::Heading => Some(4),
            Breakdown::Subheading => Some(6),
            Breakdown::Code => Some(8),
            Breakdown::Group
            | Breakdown::Province
            | Breakdown::TradeMode
            | Breakdown::Partner
            | Breakdown::Sanction
            | Breakdown::TariffLine => None,
        }
    }
}
