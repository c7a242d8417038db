//! The statement in Chinese.

use super::brief_words::{money, month, noun, percent, period, run, subject};
use super::chinese::Chinese;
use crate::render::lang::brief::numbers::is_negative;
use crate::render::lang::brief::part::BriefFigure;
use crate::render::lang::brief::unknown::{is_known, unknown};
use crate::render::lang::brief::{Statements, tells_the_pair};
use crate::render::lang::who;
use crate::render::{Lang, lang};
use crate::report::Heading;
use crate::report::brief::{Brief, Driver, FlowBrief, StatedAmount, StatedChange, Statement};
use crate::trade::{Currency, Flow, Missing, SaidBy, Sign};

impl Statements for Chinese {
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
        let month = month(brief.month);
        let first = format!("{month}，{}。", clauses.join("；"));
        sentences.push(in_yuan(first, heading.currency));
    }
    if brief.is_split_unknown {
        sentences.push("进口、出口分项数据不详。".to_owned());
    }
    let to_date = to_date(brief, heading, clauses.is_empty());
    sentences.push(in_yuan(to_date, heading.currency));
    sentences.push(balance(brief, heading.currency));
    let records = brief.flows.iter().filter_map(record);
    sentences.extend(records.map(|one| in_yuan(one, heading.currency)));
    sentences.push(drivers(&brief.drivers));
    sentences.push(match brief.month.month() {
        1 if brief.flows.iter().any(is_known) => "受春节错月影响，1—2月数据宜合并分析。".to_owned(),
        2 if tells_the_pair(brief) => "1—2月合并可消除春节错月的影响。".to_owned(),
        _ => String::new(),
    });
    sentences.extend(not_known(brief, heading));
    if let Some(newer) = brief.newer {
        sentences.push(format!(
            "数据截至{}，最近一个可计算同比的月份为{}。",
            self::month(newer),
            month(brief.month)
        ));
    }
    sentences
}

/// Mentions the yuan in a sentence without an amount.
fn in_yuan(text: String, currency: Currency) -> String {
    match currency {
        Currency::Cny if !text.is_empty() && !text.contains('元') => format!("按人民币计，{text}"),
        _ => text,
    }
}

/// Sentences on the flows whose change, or any figure, is unknown, one for each reason.
fn not_known(brief: &Brief, heading: &Heading) -> Vec<String> {
    let reason = |missing: &Missing| lang::wording(Lang::Zh).reason(missing);
    let alone = match tells_the_pair(brief) {
        true => format!("{}月当月", brief.month.month()),
        false => String::new(),
    };
    let currency = match heading.currency {
        Currency::Usd => "美元",
        Currency::Cny => "人民币",
    };
    let clauses = unknown(brief, reason).into_iter().map(|one| {
        let nouns: Vec<&str> = one.flows.iter().map(|flow| noun(*flow)).collect();
        let (nouns, why) = (nouns.join("、"), &one.why);
        if let (Some(together), true) = (one.together, one.is_all) {
            return format!("海关仅公布{}合计数。", period(together));
        }
        match (one.has_value, one.is_all) {
            (true, true) => format!("{alone}同比不详：{why}。"),
            (true, false) => format!("{alone}{nouns}同比不详：{why}。"),
            (false, true) => {
                let (whose, month) = (subject(one.flow(), heading), month(brief.month));
                match one.is_no_data {
                    true => format!("{month}{whose}暂无{currency}数据。"),
                    false => format!("{month}{whose}数据不详：{why}。"),
                }
            }
            (false, false) if one.is_no_data => format!("当月{nouns}暂无{currency}数据。"),
            (false, false) => format!("当月{nouns}数据不详：{why}。"),
        }
    });
    clauses.collect()
}

fn headline(flow: &FlowBrief, heading: &Heading) -> String {
    let subject = subject(flow.flow, heading);
    let changed = changed(&flow.month.change, heading.currency);
    let run = flow.streak.as_ref().map(run).unwrap_or_default();
    let between = if run.is_empty() { "" } else { "，" };
    format!(
        "{}{subject}{changed}{between}{run}",
        period(flow.month.period)
    )
}

fn part(flow: &FlowBrief, part: BriefFigure, heading: &Heading) -> String {
    let (noun, currency) = (noun(flow.flow), heading.currency);
    let value = |one: &Statement| one.value.map(|value| money(value, currency));
    let change = |one: &Statement| {
        format!(
            "{}{noun}{}",
            period(one.period),
            changed(&one.change, currency)
        )
    };
    let amount = |one: &Statement| {
        format!(
            "{}{noun}{}",
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
                false => format!("{noun}{streak}"),
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
    let is_nothing = flow.month.value.is_some_and(StatedAmount::is_nothing);
    let mut clause = match (&flow.month.change, value) {
        (StatedChange::Unknown(_), Some(_)) if is_nothing => format!("{subject}为零"),
        (StatedChange::Unknown(_), Some(value)) => format!("{subject}{value}"),
        (change, Some(value)) => format!("{subject}{value}，{}", changed(change, currency)),
        (change, None) => format!("{subject}{}", changed(change, currency)),
    };
    if let StatedChange::Moved {
        as_published: Some(by),
        ..
    } = &flow.month.change
    {
        clause.push_str(&match &**by {
            SaidBy::Customs => "（海关公布）".to_owned(),
            SaidBy::Publisher(who) => format!("（{}计算）", who::who(who, Lang::Zh)),
            SaidBy::Unknown => "（公布数）".to_owned(),
        });
    }
    if let Some(streak) = flow
        .streak
        .as_ref()
        .map(run)
        .filter(|text| !text.is_empty())
    {
        clause.push_str(&format!("，{streak}"));
    }
    clause
}

fn changed(change: &StatedChange, currency: Currency) -> String {
    match change {
        StatedChange::Moved {
            from: Some(base), ..
        } => format!("上年同期为{}", money(*base, currency)),
        StatedChange::Moved { sign, stated, .. } => {
            let verb = if *sign == Sign::Fall {
                "下降"
            } else {
                "增长"
            };
            format!("同比{verb}{}", percent(*stated))
        }
        StatedChange::Uncertain { is_small: true } => {
            "同比基本持平（四舍五入后升降不明）".to_owned()
        }
        StatedChange::Uncertain { is_small: false } => "同比升降不明（因四舍五入）".to_owned(),
        StatedChange::Unchanged => "同比持平".to_owned(),
        StatedChange::FromNothing => "上年同期没有贸易".to_owned(),
        StatedChange::FromRounded => "上年同期四舍五入后为零".to_owned(),
        StatedChange::ToNothing { base } => {
            format!("为零，上年同期为{}", money(*base, currency))
        }
        StatedChange::NoTrade => "为零，上年同期亦为零".to_owned(),
        StatedChange::Unknown(missing) => {
            format!("同比不详（{}）", lang::wording(Lang::Zh).reason(missing))
        }
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
        let value = one
            .value
            .map(|value| format!("{}，", money(value, currency)));
        let subject = match is_first && clauses.is_empty() {
            true => subject(flow.flow, heading),
            false => noun(flow.flow).to_owned(),
        };
        let change = changed(&one.change, currency);
        clauses.push(format!("{subject}{}{change}", value.unwrap_or_default()));
    }
    months.map_or_else(String::new, |months| {
        let (from, to) = (months.from.month(), months.to.month());
        let months = match (months.len(), is_first) {
            (12, _) => format!("{}年全年", months.from.year()),
            (_, true) => format!("{}累计", period(months)),
            (_, false) => format!("{from}—{to}月累计"),
        };
        format!("{months}，{}。", clauses.join("；"))
    })
}

fn balance(brief: &Brief, currency: Currency) -> String {
    let Some(value) = brief.balance.filter(|value| value.has_certain_sign()) else {
        return String::new();
    };
    let kind = if is_negative(value) {
        "逆差"
    } else {
        "顺差"
    };
    format!("当月贸易{kind}{}。", money(value, currency))
}

fn record(flow: &FlowBrief) -> Option<String> {
    let record = flow.record.as_ref()?;
    let end = if record.is_lowest { "最低" } else { "最高" };
    Some(format!(
        "{}{}为{}以来有数据的各月中{end}。",
        period(flow.month.period),
        noun(flow.flow),
        month(record.from)
    ))
}

fn drivers(drivers: &[Driver]) -> String {
    let mut sentences = String::new();
    for flow in [Flow::Import, Flow::Export, Flow::Total] {
        let own = drivers.iter().filter(|one| one.flow == flow);
        let named: Vec<String> = own
            .map(|one| {
                let points = one.contribution.percent(1);
                let sign = if points < 0 { "−" } else { "" };
                let points = points.unsigned_abs();
                format!(
                    "{}（HS {}，{sign}{}.{}个百分点）",
                    one.name.zh,
                    one.code,
                    points / 10,
                    points % 10
                )
            })
            .collect();
        let is_fall = drivers
            .iter()
            .any(|one| one.flow == flow && one.contribution.percent(1) < 0);
        if !named.is_empty() {
            let verb = match is_fall {
                true => format!("拉低{}最多", noun(flow)),
                false => format!("拉动{}增长最多", noun(flow)),
            };
            sentences.push_str(&format!("{verb}的商品为{}。", named.join("、")));
        }
    }
    sentences
}
