//! Parses an English sentence into clauses and the claims they make.

use super::attribution;
use super::clause::{Clause, ClauseFact};
use super::cursor::Cursor;
use super::statements::statements;
use super::subject::{Subject, is_other_country};
use super::topic::{TRADE, goes_on, names_north_korea_first, states_a_figure, trades_nothing};
use super::words::{self};
use crate::reader::claims::party::Party;
use crate::reader::claims::statement::{SentenceReading, months_of};
use crate::reader::claims::text_context::TextContext;
use crate::trade::{Flow, NotUnderstood, StatedNumber};

/// What briefs say between the total and its year to date; the trade stays the one named before.
const OWN_ASIDES: &[&str] = &["are not known separately"];

/// Reads a sentence.
pub(in crate::reader::claims) fn read(
    sentence: &str,
    context: &mut TextContext,
) -> SentenceReading {
    let tokens = words::tokens(sentence);
    let has = |words: &[&str]| tokens.iter().any(|token| words.contains(&&*token.word));
    let china = has(&["china", "chinese", "china-northkorea", "northkorea-china"]);
    let north_korea = has(&[
        "northkorea",
        "northkorean",
        "china-northkorea",
        "northkorea-china",
    ]);
    let (known, before) = (context.known.take(), std::mem::take(&mut context.months));
    context.names_china |= china;
    let both = north_korea && (china || context.names_china);
    if OWN_ASIDES.iter().any(|aside| sentence.contains(aside)) {
        (context.known, context.months) = (known, before);
        return SentenceReading::Nothing;
    }
    let is_of_trade = (has(TRADE) || trades_nothing(&tokens)) && (both || known.is_some());
    // `In September alone, they fell 37.9 percent`, of what the sentence before was about.
    if !has(TRADE) && known.is_some() && goes_on(&tokens) && states_a_figure(&tokens) {
        context.known = known;
        return SentenceReading::NotUnderstood(NotUnderstood::NoFlow);
    }
    let is_listed = context.is_of_trade;
    context.is_of_trade |= has(TRADE) && both;
    if !is_of_trade || !states_a_figure(&tokens) {
        // `Exports to the isolated country dropped 6.7 percent`, after a sentence on the two.
        let is_other = tokens.iter().any(|token| is_other_country(&token.word));
        if is_listed && has(TRADE) && !is_other && states_a_figure(&tokens) {
            return SentenceReading::NotUnderstood(NotUnderstood::NoFlow);
        }
        // A sentence on something else; the next one may be about that too.
        return SentenceReading::Nothing;
    }
    let tokens = attribution::without(&tokens);
    let other = tokens.iter().any(|token| is_other_country(&token.word));
    if other {
        return match china && north_korea {
            true => SentenceReading::NotUnderstood(NotUnderstood::OtherTrade),
            false => SentenceReading::Nothing,
        };
    }
    // Even after a sentence on the two countries, `total exports` may mean those to the whole
    // world.
    if !north_korea && has(&["total", "overall"]) && !has(&["bilateral", "way", "two"]) {
        return SentenceReading::NotUnderstood(NotUnderstood::NoFlow);
    }
    // Whose exports follow `North Korea-China trade` is not said.
    let is_side_open = known.is_none() && names_north_korea_first(&tokens);
    let side = known.or((china && north_korea && !is_side_open).then_some(Party::China));
    let mut parser = SentenceParser {
        cursor: Cursor::new(&tokens),
        known: side,
        lead: Clause::default(),
        clauses: Vec::new(),
        furthest: 0,
    };
    match parser.sentence() {
        Some(()) => {
            let owner = parser
                .clauses
                .last()
                .and_then(|clause| clause.subject.as_ref())
                .map(|subject| subject.owner);
            let SentenceParser { lead, clauses, .. } = parser;
            let reading = statements(&lead, &clauses, before, context.published);
            if let SentenceReading::Statements(statements) = &reading {
                let is_of_both = statements.iter().all(|one| one.flow == Flow::Total);
                context.known = owner.filter(|_| !(is_side_open && is_of_both));
                context.months = months_of(statements);
            }
            reading
        }
        None if both => {
            let at = parser.furthest.min(tokens.len().saturating_sub(1));
            let word = tokens.get(at).map_or("", |token| &token.text);
            SentenceReading::NotUnderstood(NotUnderstood::Word(word.to_owned()))
        }
        None => SentenceReading::NotUnderstood(NotUnderstood::NoFlow),
    }
}

struct SentenceParser<'a> {
    cursor: Cursor<'a>,
    known: Option<Party>,
    /// What precedes the first clause and applies to all of them.
    lead: Clause,
    clauses: Vec<Clause>,
    /// The furthest position reached.
    furthest: usize,
}

impl SentenceParser<'_> {
    fn sentence(&mut self) -> Option<()> {
        let mut lead = Clause::default();
        self.cursor.adverbs();
        self.cursor.skip(&[","]);
        self.cursor.when(&mut lead);
        self.cursor.skip(&[","]);
        if lead.basis.is_some() {
            return None;
        }
        self.lead = lead;
        if let Some(clause) = self.month_in_a_row().or_else(|| self.share()) {
            self.clauses.push(clause);
            return self.cursor.is_done().then_some(());
        }
        loop {
            let clause = self.clause()?;
            if let Some(subject) = &clause.subject {
                self.known = Some(subject.owner);
            }
            self.clauses.push(clause);
            self.furthest = self.cursor.at;
            let beside = self.cursor.change_before(self.clauses.last());
            self.clauses
                .extend(beside.or_else(|| self.cursor.balance_given()));
            if self.cursor.is_done() {
                return Some(());
            }
            let start = self.cursor.at;
            self.cursor.skip(&[",", ";", ":"]);
            self.cursor
                .eat_any(&["and", "while", "but", "whereas", "as", "with"]);
            self.cursor.adverbs();
            self.cursor.skip(&[","]);
            if self.cursor.at == start {
                return None;
            }
        }
    }

    fn clause(&mut self) -> Option<Clause> {
        let traded = self.cursor.trading_clause(self.clauses.last());
        if let Some(clause) = traded.or_else(|| self.cursor.balance_clause()) {
            return Some(clause);
        }
        if let Some(clause) = self.amount_of_subject() {
            return Some(clause);
        }
        let mut clause = Clause::default();
        let known = self.known;
        self.cursor.when(&mut clause);
        self.cursor.skip(&[","]);
        match self.cursor.subject(known) {
            Some(subject) => {
                if subject.period.is_some() && clause.period.is_some() {
                    return None;
                }
                clause.period = clause.period.or(subject.period);
                clause.subject = Some(subject);
            }
            // `… rose 29.7 percent and reached 1.67 billion dollars`: the subject stays the same.
            None => {
                let subject = self.clauses.last()?.subject.clone()?;
                self.pronoun(&subject)?;
                clause.subject = Some(subject);
            }
        }
        self.furthest = self.furthest.max(self.cursor.at);
        let before = self.clauses.last().cloned();
        let read = self.cursor.predicate(&mut clause, before.as_ref());
        self.furthest = self.furthest.max(self.cursor.at);
        read?;
        Some(clause)
    }

    /// Skips `they` or `it` for the subject of the previous clause. They are unclear if the clauses
    /// have several subjects.
    fn pronoun(&mut self, subject: &Subject) -> Option<()> {
        let is_one = |one: &Clause| {
            one.subject
                .as_ref()
                .is_some_and(|own| own.flow == subject.flow)
        };
        if !matches!(self.cursor.word(), "they" | "it") {
            return Some(());
        }
        let fits = match subject.flow {
            Flow::Import | Flow::Export => self.cursor.eat("they"),
            Flow::Total => self.cursor.eat("it"),
            Flow::Balance => false,
        };
        (fits && self.clauses.iter().all(is_one)).then_some(())
    }

    /// `2.946 billion of Chinese exports`.
    fn amount_of_subject(&mut self) -> Option<Clause> {
        let known = self.known;
        self.cursor.attempt(|it| {
            let amount = it.amount()?;
            it.eat_any(&["of", "in"]).then_some(())?;
            let mut clause = Clause::default();
            // Both countries are already known, so `Chinese exports` needs no partner here.
            let adjective = it.adjective();
            let subject = it.subject(adjective.or(known))?;
            subject.period.is_none().then_some(())?;
            clause.subject = Some(subject);
            clause.facts.push(ClauseFact::Level(amount));
            it.when(&mut clause);
            Some(clause)
        })
    }

    /// `September 2017 was the seventh month in a row in which China's imports … fell`.
    fn month_in_a_row(&mut self) -> Option<Clause> {
        let (known, lead) = (self.known, self.lead.period);
        self.cursor.attempt(|it| {
            let period = lead.or_else(|| it.named())?;
            it.eat("was").then_some(())?;
            it.eat("the");
            let count = it.ordinal()?;
            let straight = it.eat_any(&["straight", "consecutive", "successive"]);
            it.eat("month").then_some(())?;
            let after = it.eat("inarow");
            (straight || after).then_some(())?;
            it.eat_any(&["in which", "that", "when", "during which"])
                .then_some(())?;
            let subject = it.subject(known)?;
            subject.period.is_none().then_some(())?;
            let mut clause = Clause {
                subject: Some(subject),
                period: Some(period),
                ..Clause::default()
            };
            it.predicate(&mut clause, None)?;
            match clause.facts[..] {
                [ClauseFact::Moved(trend)] => {
                    let count = StatedNumber::whole(count);
                    clause.facts = vec![ClauseFact::Months(count, Some(trend))];
                }
                _ => return None,
            }
            Some(clause)
        })
    }

    /// `Coal made up 44.7 percent of what China bought from North Korea in October 2016`.
    fn share(&mut self) -> Option<Clause> {
        let known = self.known;
        self.cursor.attempt(|it| {
            let hs = it.goods()?;
            it.eat_any(&[
                "made up",
                "accounted for",
                "constituted",
                "represented",
                "comprised",
            ])
            .then_some(())?;
            let super::cursor::MeasuredNumber::Percent(share) = it.amount()? else {
                return None;
            };
            it.eat("of").then_some(())?;
            it.eat("all");
            let bought = it.attempt(|it| {
                it.eat("what").then_some(())?;
                let trader = it.trader()?;
                let is_import = it.trading_verb()?;
                it.eat(if is_import { "from" } else { "to" })
                    .then_some(())?;
                let other = it.trader()?;
                (other != trader).then_some(())?;
                Some(super::subject::Subject::traded(
                    trader,
                    is_import,
                    hs.clone(),
                ))
            });
            let subject = match bought {
                Some(subject) => subject,
                None => {
                    let mut subject = it.subject(known)?;
                    if !subject.hs.is_empty() || subject.period.is_some() {
                        return None;
                    }
                    subject.hs = hs;
                    subject
                }
            };
            let mut clause = Clause {
                subject: Some(subject),
                ..Clause::default()
            };
            clause.facts.push(ClauseFact::Share(share));
            it.when(&mut clause);
            Some(clause)
        })
    }
}
