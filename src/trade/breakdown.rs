//! Breakdowns of trade, their components, and names in three languages.

use super::{Group, HsName, Named, Partner};
use std::sync::Arc;

/// A name in the three languages of the labels.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Name {
    /// In English, or as given in the input.
    pub en: Arc<str>,
    /// In Chinese.
    pub zh: Arc<str>,
    /// In Korean.
    pub ko: Arc<str>,
}

impl Name {
    /// The same name in every language.
    pub fn plain(name: Arc<str>) -> Name {
        Name::of([&name, &name, &name])
    }

    fn of(names: [&Arc<str>; 3]) -> Name {
        let [en, zh, ko] = names.map(Arc::clone);
        Name { en, zh, ko }
    }

    /// A name given by an input, in whatever language.
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

/// One component of a breakdown: a chapter, a province, a partner.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Component {
    /// Its code as text: `27`, `21`, `109`; a word for a group of goods.
    pub code: Arc<str>,
    /// Its name; empty if unknown.
    pub name: Name,
}

/// What trade is broken down by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Breakdown {
    /// HS chapter: the first two digits of the code.
    Chapter,
    /// HS heading: the first four digits.
    Heading,
    /// HS subheading: the first six digits.
    Subheading,
    /// The first eight digits, China's own code.
    Code,
    /// A named group of goods.
    Group,
    /// Where the importer or exporter is registered.
    Province,
    /// The trade mode: ordinary trade, processing trade, border trade.
    TradeMode,
    /// The trading partner.
    Partner,
    /// How sanctions in force treat the goods: banned, capped, contested, or the rest.
    Sanction,
    /// The full code at the length the input has. Not in [`Breakdown::ALL`]: only `sanctions check`
    /// uses it. Its word is never typed, but `words` needs one.
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
            Breakdown::Sanction => "sanctions in force on the goods",
            Breakdown::TariffLine => "commodity code as deep as the input has it",
        }
    }
}

impl Breakdown {
    /// The breakdowns a user can ask for, in listing order.
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

    /// Its name as the value of a flag.
    pub fn name(self) -> &'static str {
        self.word()
    }

    /// Which part of the text of [`Observation::split`](super::Observation::split) it uses; `None`
    /// if it is not derived from that text.
    pub fn side(self) -> Option<usize> {
        match self {
            Breakdown::Province => Some(0),
            Breakdown::TradeMode => Some(1),
            _ => None,
        }
    }

    /// The number of HS digits it uses; `None` if it is not by HS prefix.
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
