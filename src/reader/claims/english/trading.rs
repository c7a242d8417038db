//! Parses clauses with a verb of trading: imported, exported, bought, sold.

use super::clause::{Clause, ClauseFact};
use super::cursor::{Cursor, MeasuredNumber};
use super::subject::Subject;
use crate::reader::claims::party::Party;
use crate::trade::StatedNumber;

impl Cursor<'_> {
    /// `China imported 1,636,591 tonnes of North Korean coal`. Its trader is also that of the next
    /// clause: `and exported $266.3 million`.
    pub fn trading_clause(&mut self, before: Option<&Clause>) -> Option<Clause> {
        self.attempt(|it| {
            let trades_on = before.filter(|one| one.is_traded);
            let trades_on = trades_on.and_then(|one| one.subject.as_ref());
            let (owner, mut partner) = match (it.trader(), trades_on) {
                (Some(owner), _) => (owner, None),
                // After goods, `exported $5 million` may be about the same goods.
                (None, Some(subject)) if subject.hs.is_empty() => {
                    (subject.owner, Some(subject.owner.other()))
                }
                _ => return None,
            };
            it.adverbs();
            let did_not = it.did_not();
            let is_import = did_not.or_else(|| it.trading_verb())?;
            let mut clause = Clause {
                is_traded: true,
                ..Clause::default()
            };
            let mut hs = Vec::new();
            let mut is_named = false;
            loop {
                let start = it.at;
                if let Some(side) = it.adjective() {
                    partner = partner.or(Some(side));
                } else if it.eat_any(&["goods", "products", "merchandise"]) {
                    is_named = true;
                } else if did_not.is_none() && clause.facts.is_empty() && it.eat("no") {
                    partner = partner.or(it.adjective());
                    hs = it.none_of(&mut clause)?;
                    is_named = true;
                } else if did_not.is_some() && clause.facts.is_empty() {
                    it.eat("any").then_some(())?;
                    partner = partner.or(it.adjective());
                    hs = it.none_of(&mut clause)?;
                    is_named = true;
                } else if let Some(goods) = it.goods() {
                    if !hs.is_empty() {
                        return None;
                    }
                    hs = goods;
                    is_named = true;
                } else if it.eat_any(&["from", "to"]) {
                    let from = it.tokens[it.at - 1].word == "from";
                    (from == is_import).then_some(())?;
                    // `and exported $266.3 million to it`.
                    if partner.is_none() || !it.eat("it") {
                        partner = Some(it.trader()?);
                    }
                } else if trades_on.is_some() && clause.facts.is_empty() && it.eat("it") {
                    // `and sold it $266.3 million`.
                } else if it.trader_without_preposition(is_import, &mut partner) {
                    // `China sold North Korea rice`.
                } else if it.eat_any(&["in goods", "in merchandise"]) && !clause.facts.is_empty() {
                    is_named = true;
                } else if it.eat_any(&["worth of", "of"]) && !clause.facts.is_empty() {
                    // `228 million dollars' worth of goods`.
                } else if clause.facts.is_empty()
                    && let Some(fact) = it.traded_amount(&mut clause)
                {
                    clause.facts.push(fact);
                } else {
                    it.when(&mut clause);
                }
                if it.at == start {
                    break;
                }
            }
            let other = match owner {
                Party::China => Party::NorthKorea,
                Party::NorthKorea => Party::China,
            };
            // The partner's goods are its exports: North Korean goods are imported by China.
            let is_pair = partner == Some(other);
            (is_pair && !clause.facts.is_empty()).then_some(())?;
            let is_change = matches!(clause.facts[..], [ClauseFact::Change(..)]);
            (is_named || is_change || hs.is_empty()).then_some(())?;
            clause.subject = Some(Subject::traded(owner, is_import, hs));
            it.complements(&mut clause)?;
            Some(clause)
        })
    }

    /// `did not import`, followed by `any`: whether it is an import.
    fn did_not(&mut self) -> Option<bool> {
        self.attempt(|it| {
            it.eat("did not").then_some(())?;
            let is_import = match it.word() {
                "import" | "buy" | "purchase" => true,
                "export" | "sell" | "ship" => false,
                _ => return None,
            };
            it.at += 1;
            Some(is_import)
        })
    }

    /// The goods of which none were traded.
    fn none_of(&mut self, clause: &mut Clause) -> Option<Vec<std::sync::Arc<str>>> {
        let goods = self.goods()?;
        // `no coal or iron ore` is about several goods.
        (!matches!(self.word(), "or" | "and" | ",")).then_some(())?;
        let nothing = MeasuredNumber::Tonnes(StatedNumber::whole(0));
        clause.facts.push(ClauseFact::Level(nothing));
        Some(goods)
    }

    /// `China ran a trade surplus of $120.5 million with North Korea`.
    pub fn balance_clause(&mut self) -> Option<Clause> {
        self.attempt(|it| {
            let owner = it.trader()?;
            it.eat_any(&["ran", "had", "recorded", "posted", "registered", "enjoyed"])
                .then_some(())?;
            it.skip(&["a", "an", "trade"]);
            let is_surplus = match it.word() {
                "surplus" => true,
                "deficit" => false,
                _ => return None,
            };
            it.at += 1;
            let mut clause = Clause::default();
            let mut partner = None;
            loop {
                let start = it.at;
                if it.eat("of") {
                    let amount = it.amount()?;
                    let is_money = matches!(amount, MeasuredNumber::Money(..));
                    (is_money && clause.facts.is_empty()).then_some(())?;
                    clause.facts.push(ClauseFact::Level(amount));
                } else if it.eat("with") {
                    partner = Some(it.trader()?);
                } else {
                    it.when(&mut clause);
                }
                if it.at == start {
                    break;
                }
            }
            let is_pair = partner.is_some_and(|partner| partner != owner);
            (is_pair && !clause.facts.is_empty()).then_some(())?;
            clause.subject = Some(Subject::balance(owner, is_surplus));
            Some(clause)
        })
    }

    /// `, giving China a surplus of $1.07 billion`, from flows named before.
    pub fn balance_given(&mut self) -> Option<Clause> {
        self.attempt(|it| {
            it.eat(",").then_some(())?;
            it.eat_any(&["giving", "leaving"]).then_some(())?;
            let owner = it.trader()?;
            it.eat("with");
            it.skip(&["a", "an", "trade"]);
            let is_surplus = match it.word() {
                "surplus" => true,
                "deficit" => false,
                _ => return None,
            };
            it.at += 1;
            it.eat("of").then_some(())?;
            let amount = it.amount()?;
            matches!(amount, MeasuredNumber::Money(..)).then(|| Clause {
                subject: Some(Subject::balance(owner, is_surplus)),
                facts: vec![ClauseFact::Level(amount)],
                ..Clause::default()
            })
        })
    }

    fn trader_without_preposition(&mut self, is_import: bool, partner: &mut Option<Party>) -> bool {
        if is_import || partner.is_some() {
            return false;
        }
        match self.attempt(Cursor::trader) {
            Some(side) => {
                *partner = Some(side);
                true
            }
            None => false,
        }
    }

    /// The amount that was traded, or a change such as `13.8 percent less`.
    fn traded_amount(&mut self, clause: &mut Clause) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat_any(&["for", "worth", "valued at", "goods worth"]);
            match it.amount()? {
                MeasuredNumber::Percent(number) => {
                    let trend = it.more_or_less(clause)?;
                    Some(ClauseFact::Change(trend, MeasuredNumber::Percent(number)))
                }
                MeasuredNumber::Times(_) => None,
                amount => Some(ClauseFact::Level(amount)),
            }
        })
    }
}

impl Subject {
    /// A country's trade surplus or deficit.
    fn balance(owner: Party, is_surplus: bool) -> Subject {
        Subject {
            flow: crate::trade::Flow::Balance,
            is_sign_reversed: (owner == Party::China) != is_surplus,
            hs: Vec::new(),
            owner,
            period: None,
        }
    }

    /// A country's imports or exports.
    pub fn traded(owner: Party, is_import: bool, hs: Vec<std::sync::Arc<str>>) -> Subject {
        use crate::trade::Flow;
        let flow = match (owner, is_import) {
            (Party::China, true) | (Party::NorthKorea, false) => Flow::Import,
            _ => Flow::Export,
        };
        Subject {
            flow,
            is_sign_reversed: false,
            hs,
            owner,
            period: None,
        }
    }
}
