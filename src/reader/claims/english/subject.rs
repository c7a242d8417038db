//! Parses the subject of a clause: whose trade, and which flow.

use super::cursor::Cursor;
use crate::reader::claims::months::MonthsOfYear;
use crate::reader::claims::party::Party;
use crate::trade::{Flow, HsName};
use std::sync::Arc;

/// The subject of a clause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Subject {
    /// The flow from China's perspective.
    pub flow: Flow,
    /// Whether a balance is stated with the opposite sign, as China's deficit or North Korea's
    /// surplus.
    pub is_sign_reversed: bool,
    /// The goods, by their codes; empty for all goods.
    pub hs: Vec<Arc<str>>,
    /// The country whose trade is mentioned.
    pub owner: Party,
    /// Months before the flow, `China's September imports`.
    pub period: Option<MonthsOfYear>,
}

/// A word for a flow, which means an import or export of China only once its owner is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum FlowWord {
    Imports,
    Exports,
    Trade,
    Surplus,
    Deficit,
}

/// Words before a flow that do not change its meaning.
const BEFORE: [&str; 11] = [
    "total",
    "overall",
    "bilateral",
    "two",
    "way",
    "annual",
    "monthly",
    "combined",
    "official",
    "goods",
    "merchandise",
];

impl Subject {
    fn new(word: FlowWord, owner: Party, hs: Vec<Arc<str>>) -> Subject {
        let (flow, is_sign_reversed) = match (word, owner) {
            (FlowWord::Imports, Party::China) | (FlowWord::Exports, Party::NorthKorea) => {
                (Flow::Import, false)
            }
            (FlowWord::Exports, Party::China) | (FlowWord::Imports, Party::NorthKorea) => {
                (Flow::Export, false)
            }
            (FlowWord::Trade, _) => (Flow::Total, false),
            (FlowWord::Surplus, Party::China) | (FlowWord::Deficit, Party::NorthKorea) => {
                (Flow::Balance, false)
            }
            (FlowWord::Deficit, Party::China) | (FlowWord::Surplus, Party::NorthKorea) => {
                (Flow::Balance, true)
            }
        };
        Subject {
            flow,
            is_sign_reversed,
            hs,
            owner,
            period: None,
        }
    }
}

impl Cursor<'_> {
    /// Parses the subject of a clause. `known` is the owner of the trade according to earlier text.
    pub fn subject(&mut self, known: Option<Party>) -> Option<Subject> {
        self.attempt(|it| {
            it.eat_any(&["the total value of", "the value of", "the"]);
            it.between()
                .or_else(|| it.of_owner())
                .or_else(|| it.directed())
                .or_else(|| it.bare(known))
        })
    }

    /// `China-North Korea trade`, `trade between China and North Korea`.
    fn between(&mut self) -> Option<Subject> {
        self.attempt(|it| {
            it.skip(&BEFORE);
            it.skip(&["-"]);
            it.skip(&BEFORE);
            let is_pair = it.eat_any(&["china-northkorea", "northkorea-china"]);
            it.eat("'s");
            it.skip(&BEFORE);
            let word = it.flow_word()?;
            if word != FlowWord::Trade {
                return None;
            }
            if !is_pair {
                it.eat("between").then_some(())?;
                let first = it.side()?;
                it.eat("and").then_some(())?;
                let second = it.side()?;
                (first != second).then_some(())?;
            }
            Some(Subject::new(FlowWord::Trade, Party::China, Vec::new()))
        })
    }

    /// `China's coal imports from North Korea`, `Chinese exports to North Korea`.
    fn of_owner(&mut self) -> Option<Subject> {
        self.attempt(|it| {
            let owner = it.owner()?;
            it.skip(&BEFORE);
            let period = it.named();
            it.skip(&BEFORE);
            let before = it.goods();
            let word = it.flow_word()?;
            let mut hs = before.unwrap_or_default();
            let mut partner = None;
            if it.eat("of") {
                partner = it.adjective();
                match it.goods() {
                    Some(goods) if hs.is_empty() => hs = goods,
                    Some(_) => return None,
                    None => it.eat_any(&["goods", "products"]).then_some(())?,
                }
            }
            let named = it.partner(word);
            match (partner.or(named), named) {
                (Some(partner), _) if partner == owner.other() => Some(Subject {
                    period,
                    ..Subject::new(word, owner, hs)
                }),
                _ => None,
            }
        })
    }

    /// `exports from China to North Korea`, `imports to China from North Korea`.
    fn directed(&mut self) -> Option<Subject> {
        self.attempt(|it| {
            it.skip(&BEFORE);
            let hs = it.goods().unwrap_or_default();
            let word = it.flow_word()?;
            let (from, to) = if it.eat("from") {
                let from = it.side()?;
                it.eat_any(&["to", "into"]).then_some(())?;
                (from, it.side()?)
            } else {
                it.eat_any(&["to", "into"]).then_some(())?;
                let to = it.side()?;
                it.eat("from").then_some(())?;
                (it.side()?, to)
            };
            let owner = match word {
                FlowWord::Exports => from,
                FlowWord::Imports => to,
                FlowWord::Trade | FlowWord::Surplus | FlowWord::Deficit => return None,
            };
            (from != to).then(|| Subject::new(word, owner, hs))
        })
    }

    /// `imports`, `exports to North Korea`, `its exports`, if the owner of the trade is known.
    fn bare(&mut self, known: Option<Party>) -> Option<Subject> {
        self.attempt(|it| {
            let owner = known?;
            it.eat_any(&["its", "their"]);
            let adjective = it.adjective();
            it.skip(&BEFORE);
            let hs = it.goods().unwrap_or_default();
            let word = it.flow_word()?;
            let partner = it.partner(word);
            let owner = match (adjective, partner) {
                (Some(one), Some(other)) if one == other => return None,
                // `Chinese exports` alone may mean those to the whole world.
                (Some(_), None) => return None,
                (Some(one), Some(_)) => one,
                (None, Some(partner)) => partner.other(),
                (None, None) => owner,
            };
            // `imports from Russia` is other trade.
            let is_other =
                matches!(it.word(), "from" | "to" | "with") && it.clone_ahead().other_country();
            (!is_other).then(|| Subject::new(word, owner, hs))
        })
    }

    fn clone_ahead(&self) -> Cursor<'_> {
        let mut ahead = self.clone();
        ahead.at += 1;
        ahead
    }

    /// Whether the current word is a country other than the two.
    fn other_country(&self) -> bool {
        is_other_country(self.word())
    }

    fn side(&mut self) -> Option<Party> {
        if self.eat("china") {
            Some(Party::China)
        } else if self.eat("northkorea") {
            Some(Party::NorthKorea)
        } else {
            None
        }
    }

    pub fn adjective(&mut self) -> Option<Party> {
        if self.eat("chinese") {
            Some(Party::China)
        } else if self.eat("northkorean") {
            Some(Party::NorthKorea)
        } else {
            None
        }
    }

    /// `China's`, `Chinese`, or `China` before a flow, as in headlines.
    fn owner(&mut self) -> Option<Party> {
        self.attempt(|it| {
            if let Some(side) = it.adjective() {
                return Some(side);
            }
            let side = it.side()?;
            let is_headline = matches!(
                it.word(),
                "imports" | "exports" | "trade" | "surplus" | "deficit"
            ) || it.month_here().is_some();
            (it.eat("'s") || is_headline).then_some(side)
        })
    }

    /// A noun for a flow.
    fn flow_word(&mut self) -> Option<FlowWord> {
        let word = match self.word() {
            "imports" | "purchases" => FlowWord::Imports,
            "exports" | "shipments" | "sales" => FlowWord::Exports,
            "trade" => {
                // `trade surplus`, `trade deficit`, `trade volume`.
                match self.ahead(1) {
                    "surplus" | "deficit" => self.at += 1,
                    "volume" | "turnover" | "value" => self.at += 1,
                    _ => {}
                }
                match self.word() {
                    "surplus" => FlowWord::Surplus,
                    "deficit" => FlowWord::Deficit,
                    _ => FlowWord::Trade,
                }
            }
            "commerce" => FlowWord::Trade,
            "surplus" => FlowWord::Surplus,
            "deficit" => FlowWord::Deficit,
            _ => return None,
        };
        self.at += 1;
        Some(word)
    }

    /// The other country, after the preposition that the flow requires.
    fn partner(&mut self, word: FlowWord) -> Option<Party> {
        self.attempt(|it| {
            let preposition = match word {
                FlowWord::Imports => "from",
                FlowWord::Exports => "to",
                FlowWord::Trade | FlowWord::Surplus | FlowWord::Deficit => "with",
            };
            it.eat(preposition).then_some(())?;
            it.eat("the north")
                .then_some(Party::NorthKorea)
                .or_else(|| it.side())
        })
    }

    /// Goods, by a name with a known code.
    pub fn goods(&mut self) -> Option<Vec<Arc<str>>> {
        let two = format!("{} {}", self.word(), self.ahead(1));
        for (name, words) in [(two.as_str(), 2), (self.word(), 1)] {
            if let Some(code) = code_of(name) {
                self.at += words;
                return Some(code);
            }
        }
        None
    }

    /// Whether the current word is a verb of importing (`imported`) rather than of exporting
    /// (`sold`).
    pub fn trading_verb(&mut self) -> Option<bool> {
        let is_import = match self.word() {
            "imported" | "bought" | "purchased" => true,
            "exported" | "sold" | "shipped" => false,
            _ => return None,
        };
        self.at += 1;
        Some(is_import)
    }

    /// A country as the subject of a verb.
    pub fn trader(&mut self) -> Option<Party> {
        self.side()
    }
}

/// The codes of a good by its English name; `None` if the name is unknown or ambiguous.
fn code_of(name: &str) -> Option<Vec<Arc<str>>> {
    let common: &[&str] = match name {
        "coal" => &["2701"],
        "rice" => &["1006"],
        "corn" | "maize" => &["1005"],
        "wheat" => &["1001"],
        "seafood" => &["03"],
        "ironore" => &["2601"],
        "ferrosilicon" => &["720221", "720229"],
        "soybeans" => &["1201"],
        "fertilizer" | "fertiliser" | "fertilizers" => &["31"],
        _ => &[],
    };
    if !common.is_empty() {
        return Some(common.iter().map(|code| Arc::from(*code)).collect());
    }
    let is_plain = name.len() > 3 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    match HsName::find(name)[..] {
        [one] if is_plain && one.len() == 4 => Some(vec![Arc::from(one)]),
        _ => None,
    }
}

/// Whether a word is a country or place other than the two.
pub(super) fn is_other_country(word: &str) -> bool {
    matches!(
        word,
        "southkorea"
            | "southkorean"
            | "seoul"
            | "japan"
            | "japanese"
            | "tokyo"
            | "russia"
            | "russian"
            | "moscow"
            | "india"
            | "indian"
            | "vietnam"
            | "taiwan"
            | "mongolia"
            | "iran"
            | "syria"
            | "pakistan"
            | "thailand"
            | "singapore"
            | "malaysia"
            | "indonesia"
            | "germany"
            | "australia"
            | "european"
            | "europe"
            | "eu"
            | "asean"
            | "africa"
            | "world"
            | "global"
            | "u.s"
            | "us"
            | "american"
            | "america"
            | "washington"
            | "hong"
            | "macau"
            | "brazil"
            | "canada"
            | "ukraine"
            | "zambia"
            | "mexico"
    )
}
