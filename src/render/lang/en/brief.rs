//! The statement in English.

use super::brief_words::{be, in_yuan, noun, pair, reason, run, sides, subject};
use super::english::English;
use super::phrases::{lower, money, month, percent, period, sentence};
use crate::render::lang::brief::numbers::is_negative;
use crate::render::lang::brief::part::BriefFigure;
use crate::render::lang::brief::unknown::{is_known, unknown};
use crate::render::lang::brief::{Statements, tells_the_pair};
use crate::render::lang::who;
use crate::render::{Lang, labels};
use crate::report::Heading;
use crate::report::brief::{Brief, Driver, FlowBrief, StatedAmount, StatedChange, Statement};
use crate::trade::{Currency, Flow, Period, SaidBy, Sign};

impl Statements for English {
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
        balance(brief, heading)
    }
}

fn sentences(brief: &Brief, heading: &Heading) -> Vec<String> {
    let month = month(brief.month);
    let mut clauses = Vec::new();
    for flow in brief.flows.iter().filter(|flow| is_known(flow)) {
        let (subject, when) = match clauses.is_empty() {
            true => (subject(flow.flow, heading), When::of(flow.month.period)),
            false => (noun(flow.flow).to_owned(), When::default()),
        };
        clauses.push(of_month(flow, &subject, &when, heading.currency));
    }
    let first = in_yuan(sentence(&clauses.join("; ")), heading.currency);
    let mut sentences = vec![first];
    if brief.is_split_unknown {
        sentences.push("Imports and exports are not known separately.".to_owned());
    }
    let to_date = to_date(brief, heading, clauses.is_empty());
    sentences.push(in_yuan(to_date, heading.currency));
    sentences.push(balance(brief, heading));
    let records = brief.flows.iter().filter_map(record);
    sentences.extend(records.map(|one| in_yuan(one, heading.currency)));
    sentences.push(drivers(&brief.drivers));
    sentences.push(calendar(brief));
    sentences.extend(not_known(brief, heading));
    if let Some(newer) = brief.newer {
        sentences.push(format!(
            "Figures run to {}, but {month} is the latest month with a change.",
            self::month(newer)
        ));
    }
    sentences
}

/// The time of a change, and its base.
#[derive(Default)]
struct When {
    /// ` in September 2017`.
    in_month: String,
    /// ` from a year earlier`.
    from: &'static str,
}

impl When {
    fn of(one: Period) -> When {
        When {
            in_month: format!(" in {}", period(one)),
            from: " from a year earlier",
        }
    }
}

fn headline(flow: &FlowBrief, heading: &Heading) -> String {
    let when = When {
        from: "",
        ..When::of(flow.month.period)
    };
    let subject = subject(flow.flow, heading);
    let changed = changed(
        flow.flow,
        &flow.month.change,
        &subject,
        &when,
        heading.currency,
    );
    let run = flow.streak.as_ref().map(run).unwrap_or_default();
    if run.is_empty() {
        return changed;
    }
    format!("{changed}, {run}")
}

fn part(flow: &FlowBrief, part: BriefFigure, heading: &Heading) -> String {
    let noun = noun(flow.flow);
    let currency = heading.currency;
    let change = |one: &Statement| {
        changed(
            flow.flow,
            &one.change,
            noun,
            &When::of(one.period),
            currency,
        )
    };
    let value = |one: &Statement| {
        let value = one.value.map(|value| money(value, currency));
        let (be, value) = (be(flow.flow), value.unwrap_or_default());
        format!("{noun} {be} {value} in {}", period(one.period))
    };
    match part {
        BriefFigure::Change => change(&flow.month),
        BriefFigure::Value => value(&flow.month),
        BriefFigure::Streak => {
            let streak = flow.streak.as_ref().map(run);
            let streak = streak.filter(|text| !text.is_empty());
            streak.map_or_else(String::new, |text| format!("{noun}: {text}"))
        }
        BriefFigure::ToDate => flow.to_date.as_ref().map_or_else(String::new, change),
        BriefFigure::ToDateValue => flow.to_date.as_ref().map_or_else(String::new, value),
    }
}

fn of_month(flow: &FlowBrief, subject: &str, when: &When, currency: Currency) -> String {
    let value = flow.month.value.map(|value| money(value, currency));
    if let (StatedChange::Unknown(_), Some(value)) = (&flow.month.change, &value) {
        let value = match flow.month.value.is_some_and(StatedAmount::is_nothing) {
            true => "nil",
            false => value,
        };
        return format!("{subject} {} {value}{}", be(flow.flow), when.in_month);
    }
    let mut clause = match (&flow.month.change, &value) {
        (
            StatedChange::Moved {
                from: Some(base), ..
            },
            Some(value),
        ) => {
            let (base, in_month) = (money(*base, currency), &when.in_month);
            format!("{subject} rose{in_month} to {value} from {base} a year earlier")
        }
        (change, _) => changed(flow.flow, change, subject, when, currency),
    };
    if let StatedChange::Moved {
        as_published: Some(by),
        ..
    } = &flow.month.change
    {
        clause.push_str(&match &**by {
            SaidBy::Customs => ", customs said".to_owned(),
            SaidBy::Publisher(who) => {
                format!(", by {}'s calculation", who::who(who, Lang::En))
            }
            SaidBy::Unknown => ", as published".to_owned(),
        });
    }
    match (&flow.month.change, value) {
        (StatedChange::Moved { from: Some(_), .. }, _) => {}
        (
            StatedChange::Moved { .. } | StatedChange::FromNothing | StatedChange::FromRounded,
            Some(value),
        ) => clause.push_str(&format!(", to {value}")),
        (StatedChange::Uncertain { .. } | StatedChange::Unchanged, Some(value)) => {
            clause.push_str(&format!(", at {value}"));
        }
        _ => {}
    }
    if let Some(streak) = flow
        .streak
        .as_ref()
        .map(run)
        .filter(|text| !text.is_empty())
    {
        clause.push_str(&format!(", {streak}"));
    }
    clause
}

/// `imports fell 37.9% in September 2017 from a year earlier`.
fn changed(
    flow: Flow,
    change: &StatedChange,
    subject: &str,
    when: &When,
    currency: Currency,
) -> String {
    let When { in_month, from } = when;
    match change {
        StatedChange::Moved {
            from: Some(base), ..
        } => {
            let base = money(*base, currency);
            format!("{subject} rose{in_month} from {base} a year earlier")
        }
        StatedChange::Moved { sign, stated, .. } => {
            let verb = if *sign == Sign::Fall { "fell" } else { "rose" };
            format!("{subject} {verb} {}{in_month}{from}", percent(*stated))
        }
        StatedChange::Uncertain { is_small: false } => format!(
            "{subject} may have risen or fallen{in_month}{from} (rounding of the published figures \
             leaves open which)"
        ),
        StatedChange::Uncertain { is_small: true } => format!(
            "{subject} changed little{in_month}{from} (rounding of the published figures leaves \
             open which way)"
        ),
        StatedChange::Unchanged => format!("{subject} {} unchanged{in_month}{from}", be(flow)),
        StatedChange::FromNothing => {
            format!("{subject} rose{in_month} from nothing a year earlier")
        }
        StatedChange::FromRounded => {
            format!("{subject} rose{in_month} from zero after rounding a year earlier")
        }
        StatedChange::ToNothing { base } => format!(
            "{subject} fell to nothing{in_month} from {} a year earlier",
            money(*base, currency)
        ),
        StatedChange::NoTrade => {
            format!("{subject} {} nil{in_month}, as a year earlier", be(flow))
        }
        StatedChange::Unknown(missing) => {
            format!(
                "{subject}: no change{in_month}{from} is known ({})",
                reason(missing)
            )
        }
    }
}

/// Sentences on the flows whose change, or any figure, is unknown, one for each reason.
fn not_known(brief: &Brief, heading: &Heading) -> Vec<String> {
    let month = month(brief.month);
    let alone = match tells_the_pair(brief) {
        true => format!("for {month} alone"),
        false => "from a year earlier".to_owned(),
    };
    let currency = match heading.currency {
        Currency::Usd => "dollar",
        Currency::Cny => "yuan",
    };
    let clauses = unknown(brief, reason).into_iter().map(|one| {
        let nouns: Vec<&str> = one.flows.iter().map(|flow| noun(*flow)).collect();
        let (nouns, why) = (nouns.join(" and "), &one.why);
        if let (Some(together), true) = (one.together, one.is_all) {
            return format!("{} were published only together.", pair(together));
        }
        match (one.has_value, one.is_all) {
            (true, true) => format!("No change {alone} is known: {why}."),
            (true, false) => format!("No change in {nouns} {alone} is known: {why}."),
            (false, true) => {
                let whose = subject(one.flow(), heading);
                match one.is_no_data {
                    true => format!("No {currency} figures are available for {whose} in {month}."),
                    false => format!("No figures are known of {whose} in {month}: {why}."),
                }
            }
            (false, false) if one.is_no_data => {
                format!("No {currency} figures are available for {nouns} in the month.")
            }
            (false, false) => format!("No figures are known of {nouns} in the month: {why}."),
        }
    });
    clauses.collect()
}

/// `is_first`: the sentence opens the statement, so it mentions whose trade it is.
fn to_date(brief: &Brief, heading: &Heading, is_first: bool) -> String {
    let currency = heading.currency;
    let mut clauses = Vec::new();
    let mut when = None;
    for flow in &brief.flows {
        let Some(one) = &flow.to_date else { continue };
        if !matches!(one.change, StatedChange::Moved { .. }) {
            continue;
        }
        when = Some(one.period);
        let value = one
            .value
            .map(|value| format!(" to {}", money(value, currency)));
        let subject = match is_first && clauses.is_empty() {
            true => subject(flow.flow, heading),
            false => noun(flow.flow).to_owned(),
        };
        let change = changed(flow.flow, &one.change, &subject, &When::default(), currency);
        clauses.push(format!("{change}{}", value.unwrap_or_default()));
    }
    when.map_or_else(String::new, |when| {
        let when = match when.len() {
            12 => when.from.year().to_string(),
            _ => period(when),
        };
        sentence(&format!("in {when}, {}", clauses.join(" and ")))
    })
}

fn balance(brief: &Brief, heading: &Heading) -> String {
    let Some(value) = brief.balance.filter(|value| value.has_certain_sign()) else {
        return String::new();
    };
    let [reporter, partner] = sides(heading);
    let of_all = labels::partner_stated(heading, Lang::En).is_none();
    let kind = if is_negative(value) {
        "deficit"
    } else {
        "surplus"
    };
    let whose = match of_all {
        true => format!("{reporter}'s trade {kind}"),
        false => format!("{reporter}'s {kind} with {partner}"),
    };
    format!(
        "{whose} in {} was {}.",
        month(brief.month),
        money(value, heading.currency)
    )
}

fn record(flow: &FlowBrief) -> Option<String> {
    let record = flow.record.as_ref()?;
    let end = if record.is_lowest {
        "lowest"
    } else {
        "highest"
    };
    Some(sentence(&format!(
        "{} in {} {} the {end} of all months since {} for which there are figures",
        noun(flow.flow),
        period(flow.month.period),
        be(flow.flow),
        month(record.from)
    )))
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
                    "HS {} ({}), {sign}{}.{} points",
                    one.code,
                    lower(&one.name.en),
                    points / 10,
                    points % 10
                )
            })
            .collect();
        if !named.is_empty() {
            let contributions = match named.len() {
                1 => "contribution",
                _ => "contributions",
            };
            sentences.push(sentence(&format!(
                "the largest {contributions} to the change in {} {} from {}",
                noun(flow),
                if named.len() == 1 { "was" } else { "were" },
                named.join(", and ")
            )));
        }
    }
    sentences.join(" ")
}

/// Explains that January and February are read together.
fn calendar(brief: &Brief) -> String {
    let has = |month: u32| brief.month.month() == month;
    if has(1) && brief.flows.iter().any(is_known) {
        "The Lunar New Year moves between January and February, which are better read together."
            .to_owned()
    } else if has(2) && tells_the_pair(brief) {
        "The two months together even out the Lunar New Year.".to_owned()
    } else {
        String::new()
    }
}
