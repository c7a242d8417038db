//! The statement in Korean.

use super::brief_words::{money, month, noun, percent, period, run, subject};
use super::korean::Korean;
use crate::render::lang::brief::numbers::is_negative;
use crate::render::lang::brief::part::BriefFigure;
use crate::render::lang::brief::unknown::{is_known, unknown};
use crate::render::lang::brief::{Statements, tells_the_pair};
use crate::render::lang::who;
use crate::render::{Lang, lang};
use crate::report::Heading;
use crate::report::brief::{Brief, Driver, FlowBrief, StatedAmount, StatedChange, Statement};
use crate::trade::{Currency, Flow, Missing, Period, SaidBy, Sign};

impl Statements for Korean {
    fn statement(&self, brief: &Brief, heading: &Heading) -> Vec<String> {
        sentences(brief, heading)
    }

    fn news(&self, flow: &FlowBrief, heading: &Heading) -> String {
        headline(flow, heading)
    }

    fn part_of_statement(&self, flow: &FlowBrief, part: BriefFigure, heading: &Heading) -> String {
        self::part(flow, part, heading)
    }

    fn balance_stated(&self, brief: &Brief, heading: &Heading) -> String {
        balance(brief, heading.currency)
    }
}

fn sentences(brief: &Brief, heading: &Heading) -> Vec<String> {
    let mut clauses = Vec::new();
    for flow in brief.flows.iter().filter(|flow| is_known(flow)) {
        let subject = match clauses.is_empty() {
            true => subject(flow.flow, heading),
            false => noun(flow.flow).to_owned(),
        };
        clauses.push(of_month(flow, &subject, heading.currency));
    }
    let mut sentences = Vec::new();
    if !clauses.is_empty() {
        let first = format!("{} {}.", month(brief.month), clauses.join(", "));
        sentences.push(in_yuan(first, heading.currency));
    }
    if brief.is_split_unknown {
        sentences.push("수입·수출 내역은 알 수 없음.".to_owned());
    }
    let to_date = to_date(brief, heading, clauses.is_empty());
    sentences.push(in_yuan(to_date, heading.currency));
    sentences.push(balance(brief, heading.currency));
    let records = brief.flows.iter().filter_map(record);
    sentences.extend(records.map(|one| in_yuan(one, heading.currency)));
    sentences.push(drivers(&brief.drivers));
    sentences.push(match brief.month.month() {
        1 if brief.flows.iter().any(is_known) => {
            "춘절 시기가 해마다 달라 1~2월은 합산해 보는 것이 바람직.".to_owned()
        }
        2 if tells_the_pair(brief) => "1~2월을 합산하면 춘절 시기의 영향이 없어짐.".to_owned(),
        _ => String::new(),
    });
    sentences.extend(not_known(brief, heading));
    if let Some(newer) = brief.newer {
        sentences.push(format!(
            "통계는 {}까지, 전년 동월 대비 증감을 알 수 있는 최근 월은 {}.",
            self::month(newer),
            month(brief.month)
        ));
    }
    sentences
}

/// Mentions the yuan in a sentence without an amount.
fn in_yuan(text: String, currency: Currency) -> String {
    match currency {
        Currency::Cny if !text.is_empty() && !text.contains("위안") => {
            format!("위안화 기준 {text}")
        }
        _ => text,
    }
}

/// Sentences on the flows whose change, or any figure, is unknown, one for each reason.
fn not_known(brief: &Brief, heading: &Heading) -> Vec<String> {
    let reason = |missing: &Missing| lang::wording(Lang::Ko).reason(missing);
    let alone = match tells_the_pair(brief) {
        true => format!("{}월 한 달 ", brief.month.month()),
        false => String::new(),
    };
    let currency = match heading.currency {
        Currency::Usd => "달러",
        Currency::Cny => "위안화",
    };
    let clauses = unknown(brief, reason).into_iter().map(|one| {
        let nouns: Vec<&str> = one.flows.iter().map(|flow| noun(*flow)).collect();
        let (nouns, why) = (nouns.join("·"), &one.why);
        if let (Some(together), true) = (one.together, one.is_all) {
            return format!("해관은 {}을 합산으로만 공표.", period(together));
        }
        match (one.has_value, one.is_all) {
            (true, true) => format!("{alone}전년 동월 대비 증감은 알 수 없음: {why}."),
            (true, false) => format!("{alone}{nouns}의 전년 동월 대비 증감은 알 수 없음: {why}."),
            (false, true) => {
                let (whose, month) = (subject(one.flow(), heading), month(brief.month));
                match one.is_no_data {
                    true => format!("{month} {whose}의 {currency} 통계 없음."),
                    false => format!("{month} {whose} 통계 없음: {why}."),
                }
            }
            (false, false) if one.is_no_data => format!("당월 {nouns}의 {currency} 통계 없음."),
            (false, false) => format!("당월 {nouns} 통계 없음: {why}."),
        }
    });
    clauses.collect()
}

fn headline(flow: &FlowBrief, heading: &Heading) -> String {
    let subject = subject(flow.flow, heading);
    let period = flow.month.period;
    let changed = changed(&flow.month.change, period, heading.currency);
    let run = flow.streak.as_ref().map(run).unwrap_or_default();
    let run = if run.is_empty() {
        run
    } else {
        format!("({run})")
    };
    format!("{} {subject} {changed}{run}", self::period(period))
}

fn part(flow: &FlowBrief, part: BriefFigure, heading: &Heading) -> String {
    let (noun, currency) = (noun(flow.flow), heading.currency);
    let value = |one: &Statement| one.value.map(|value| money(value, currency));
    let change = |one: &Statement| {
        let change = changed(&one.change, one.period, currency);
        format!("{} {noun} {change}", period(one.period))
    };
    let amount = |one: &Statement| {
        format!(
            "{} {noun} {}",
            period(one.period),
            value(one).unwrap_or_default()
        )
    };
    match part {
        BriefFigure::Change => change(&flow.month),
        BriefFigure::Value => amount(&flow.month),
        BriefFigure::Streak => {
            let streak = flow.streak.as_ref().map(run).unwrap_or_default();
            match streak.is_empty() {
                true => streak,
                false => format!("{noun} {streak}"),
            }
        }
        BriefFigure::ToDate => flow.to_date.as_ref().map(change).unwrap_or_default(),
        BriefFigure::ToDateValue => flow.to_date.as_ref().map(amount).unwrap_or_default(),
    }
}

fn of_month(flow: &FlowBrief, subject: &str, currency: Currency) -> String {
    let value = match &flow.month.change {
        StatedChange::ToNothing { .. } | StatedChange::NoTrade => None,
        _ => flow.month.value.map(|value| money(value, currency)),
    };
    let change = changed(&flow.month.change, flow.month.period, currency);
    let is_nothing = flow.month.value.is_some_and(StatedAmount::is_nothing);
    let mut clause = match (&flow.month.change, value) {
        (StatedChange::Unknown(_), Some(_)) if is_nothing => format!("{subject}은 없음"),
        (StatedChange::Unknown(_), Some(value)) => format!("{subject}은 {value}"),
        (_, Some(value)) => {
            let told = value_and_change(&value, &flow.month.change, flow.month.period, currency);
            format!("{subject}은 {told}")
        }
        (_, None) => format!("{subject}은 {change}"),
    };
    let mut in_brackets = Vec::new();
    if let StatedChange::Moved {
        as_published: Some(by),
        ..
    } = &flow.month.change
    {
        in_brackets.push(match &**by {
            SaidBy::Customs => "해관 공표 증감률".to_owned(),
            SaidBy::Publisher(who) => format!("{} 계산", who::who(who, Lang::Ko)),
            SaidBy::Unknown => "공표 증감률".to_owned(),
        });
    }
    in_brackets.extend(
        flow.streak
            .as_ref()
            .map(run)
            .filter(|text| !text.is_empty()),
    );
    if !in_brackets.is_empty() {
        clause.push_str(&format!("({})", in_brackets.join(", ")));
    }
    // One pair of brackets for everything.
    clause.replace(")(", ", ")
}

fn changed(change: &StatedChange, period: Period, currency: Currency) -> String {
    let against = if period.is_month() {
        "전년 동월 대비"
    } else {
        "전년 동기 대비"
    };
    match change {
        StatedChange::Moved {
            from: Some(base), ..
        } => format!("증가({} {})", year_earlier(period), money(*base, currency)),
        StatedChange::Moved { sign, stated, .. } => {
            let verb = if *sign == Sign::Fall {
                "감소"
            } else {
                "증가"
            };
            format!("{against} {} {verb}", percent(*stated))
        }
        StatedChange::Uncertain { is_small: true } => {
            format!("{against} 보합(반올림으로 증감을 알 수 없음)")
        }
        StatedChange::Uncertain { is_small: false } => {
            format!("{against} 증감을 알 수 없음(반올림)")
        }
        StatedChange::Unchanged => format!("{against} 같음"),
        StatedChange::FromNothing => format!("{}에는 교역 없음", year_earlier(period)),
        StatedChange::FromRounded => format!("{}은 반올림하면 0", year_earlier(period)),
        StatedChange::ToNothing { base } => {
            format!("없음({} {})", year_earlier(period), money(*base, currency))
        }
        StatedChange::NoTrade => format!("없음({}도 없음)", year_earlier(period)),
        StatedChange::Unknown(missing) => {
            let reason = lang::wording(Lang::Ko).reason(missing);
            format!("{against} 증감 알 수 없음({reason})")
        }
    }
}

/// The period of the base.
fn year_earlier(period: Period) -> &'static str {
    match period.is_month() {
        true => "전년 동월",
        false => "전년 동기",
    }
}

/// `is_first`: the sentence opens the statement, so it mentions the year and whose trade it is.
fn to_date(brief: &Brief, heading: &Heading, is_first: bool) -> String {
    let currency = heading.currency;
    let mut clauses = Vec::new();
    let mut months = None;
    for flow in &brief.flows {
        let Some(one) = &flow.to_date else { continue };
        if !matches!(one.change, StatedChange::Moved { .. }) {
            continue;
        }
        months = Some(one.period);
        let subject = match is_first && clauses.is_empty() {
            true => subject(flow.flow, heading),
            false => noun(flow.flow).to_owned(),
        };
        let told = match one.value {
            Some(value) => {
                let value = money(value, currency);
                value_and_change(&value, &one.change, one.period, currency)
            }
            None => changed(&one.change, one.period, currency),
        };
        clauses.push(format!("{subject}은 {told}"));
    }
    months.map_or_else(String::new, |months| {
        let (from, to) = (months.from.month(), months.to.month());
        let months = match (months.len(), is_first) {
            (12, _) => format!("{}년", months.from.year()),
            (_, true) => format!("{} 누계", period(months)),
            (_, false) => format!("{from}~{to}월 누계"),
        };
        format!("{months} {}.", clauses.join(", "))
    })
}

/// `1억 4,580만 달러로 전년 동월 대비 37.9% 감소`, `3,980만 달러(전년 동월 25만 3천 달러)`.
fn value_and_change(
    value: &str,
    change: &StatedChange,
    period: Period,
    currency: Currency,
) -> String {
    if let StatedChange::Moved {
        from: Some(base), ..
    } = change
    {
        let base = money(*base, currency);
        return format!("{value}({} {base})", year_earlier(period));
    }
    let change = changed(change, period, currency);
    format!("{value}{} {change}", to(currency))
}

/// The particle after an amount.
fn to(currency: Currency) -> &'static str {
    match currency {
        Currency::Usd => "로",
        Currency::Cny => "으로",
    }
}

fn balance(brief: &Brief, currency: Currency) -> String {
    let Some(value) = brief.balance.filter(|value| value.has_certain_sign()) else {
        return String::new();
    };
    let kind = if is_negative(value) {
        "적자"
    } else {
        "흑자"
    };
    let month = month(brief.month);
    format!("{month} 무역수지는 {} {kind}.", money(value, currency))
}

fn record(flow: &FlowBrief) -> Option<String> {
    let record = flow.record.as_ref()?;
    let end = if record.is_lowest { "최저" } else { "최고" };
    Some(format!(
        "{} {}은 {} 이후 통계가 있는 달 중 {end}.",
        period(flow.month.period),
        noun(flow.flow),
        month(record.from)
    ))
}

fn drivers(drivers: &[Driver]) -> String {
    let mut sentences = Vec::new();
    for flow in [Flow::Import, Flow::Export, Flow::Total] {
        let own = drivers.iter().filter(|one| one.flow == flow);
        let named: Vec<String> = own
            .map(|one| {
                let points = one.contribution.percent(1);
                let sign = if points < 0 { "−" } else { "+" };
                let points = points.unsigned_abs();
                format!(
                    "{}(HS {}, {sign}{}.{}%p)",
                    one.name.ko,
                    one.code,
                    points / 10,
                    points % 10
                )
            })
            .collect();
        if !named.is_empty() {
            let is_fall = |one: &Driver| one.flow == flow && one.contribution.percent(1) < 0;
            let verb = match drivers.iter().any(is_fall) {
                true => "감소",
                false => "증가",
            };
            sentences.push(format!(
                "{} {verb}에 가장 크게 기여한 품목은 {}.",
                noun(flow),
                named.join(", ")
            ));
        }
    }
    sentences.join(" ")
}
