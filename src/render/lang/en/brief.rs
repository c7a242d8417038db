//! The statement in English.

use super::dates::name_of_month;
use super::english::English;
use crate::render::lang::brief::Statements;
use crate::render::lang::brief::numbers::{Size, in_unit, is_negative, size, size_of};
use crate::render::lang::brief::part::Part;
use crate::render::{Lang, labels, lang};
use crate::report::Heading;
use crate::report::brief::{
    Brief, Driver, FlowBrief, StatedAmount, StatedChange, StatedPercent, Statement, StreakStatement,
};
use crate::trade::{Currency, Flow, Missing, Month, Period, Perspective, Sign};

impl Statements for English {
    fn statement(&self, brief: &Brief, heading: &Heading) -> Vec<String> {
        sentences(brief, heading)
    }

    fn news(&self, flow: &FlowBrief, heading: &Heading) -> String {
        headline(flow, heading)
    }

    fn part_of_statement(&self, flow: &FlowBrief, part: Part, heading: &Heading) -> String {
        self::part(flow, part, heading)
    }

    fn balance_stated(&self, brief: &Brief, heading: &Heading) -> String {
        balance(brief, heading)
    }
}

fn sentences(brief: &Brief, heading: &Heading) -> Vec<String> {
    let month = month(brief.month);
    let mut clauses = Vec::new();
    for (at, flow) in brief.flows.iter().enumerate() {
        let subject = if at == 0 {
            subject(flow.flow, heading)
        } else {
            noun(flow.flow).to_owned()
        };
        let when = if at == 0 {
            format!(" in {month} from a year earlier")
        } else {
            String::new()
        };
        clauses.push(of_month(flow, &subject, &when, heading.currency));
    }
    let mut sentences = vec![sentence(&clauses.join("; "))];
    sentences.push(to_date(brief, heading.currency));
    sentences.push(balance(brief, heading));
    sentences.extend(brief.flows.iter().filter_map(record));
    sentences.push(drivers(&brief.drivers));
    sentences.push(calendar(brief));
    if let Some(newer) = brief.newer {
        sentences.push(format!(
            "Figures run to {}, but {month} is the latest month with a change.",
            self::month(newer)
        ));
    }
    sentences
}

fn headline(flow: &FlowBrief, heading: &Heading) -> String {
    let when = format!(" in {}", period(flow.month.period));
    let (subject, currency) = (subject(flow.flow, heading), heading.currency);
    let changed = changed(&flow.month.change, &subject, &when, currency);
    let run = flow.streak.as_ref().map(run).unwrap_or_default();
    if run.is_empty() {
        return changed;
    }
    format!("{changed}, {run}")
}

fn part(flow: &FlowBrief, part: Part, heading: &Heading) -> String {
    let noun = noun(flow.flow);
    let currency = heading.currency;
    let value = |one: &Statement| one.value.map(|value| money(value, currency));
    match part {
        Part::Change => changed(&flow.month.change, noun, &of(flow.month.period), currency),
        Part::Value => format!(
            "{noun} were {} in {}",
            value(&flow.month).unwrap_or_default(),
            period(flow.month.period)
        ),
        Part::Streak => {
            let said = flow.streak.as_ref().map(run);
            format!("{noun}: {}", said.unwrap_or_default())
        }
        Part::ToDate => flow.to_date.as_ref().map_or_else(String::new, |one| {
            changed(&one.change, noun, &of(one.period), currency)
        }),
        Part::ToDateValue => flow.to_date.as_ref().map_or_else(String::new, |one| {
            let value = value(one).unwrap_or_default();
            format!("{noun} were {value} in {}", period(one.period))
        }),
    }
}

/// ` in September 2017 from a year earlier`.
fn of(one: Period) -> String {
    format!(" in {} from a year earlier", period(one))
}

fn of_month(flow: &FlowBrief, subject: &str, when: &str, currency: Currency) -> String {
    let mut clause = changed(&flow.month.change, subject, when, currency);
    let value = flow.month.value.map(|value| money(value, currency));
    match (&flow.month.change, value) {
        (StatedChange::Moved { .. }, Some(value)) => clause.push_str(&format!(", to {value}")),
        (
            StatedChange::Uncertain | StatedChange::Unchanged | StatedChange::Unknown(_),
            Some(value),
        ) => clause.push_str(&format!(", at {value}")),
        _ => {}
    }
    if let StatedChange::Moved {
        as_published: true, ..
    } = flow.month.change
    {
        clause.push_str(", by the customs office's own figure");
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
fn changed(change: &StatedChange, subject: &str, when: &str, currency: Currency) -> String {
    match change {
        StatedChange::Moved { sign, said, .. } => {
            let verb = if *sign == Sign::Fall { "fell" } else { "rose" };
            format!("{subject} {verb} {}{when}", percent(*said))
        }
        StatedChange::Uncertain => format!(
            "{subject} changed little{when} (rounding of the published figures leaves open which way)"
        ),
        StatedChange::Unchanged => format!("{subject} were unchanged{when}"),
        StatedChange::FromNothing => {
            format!("{subject} rose{when}, after no trade at all")
        }
        StatedChange::ToNothing { base } => format!(
            "{subject} fell to nothing{when}, from {}",
            money(*base, currency)
        ),
        StatedChange::NoTrade => format!("{subject} were nil{when}, as they were then"),
        StatedChange::Unknown(missing) => {
            format!("{subject}: no change{when} is known ({})", reason(missing))
        }
    }
}

fn reason(missing: &Missing) -> String {
    lang::wording(Lang::En).reason(missing)
}

fn to_date(brief: &Brief, currency: Currency) -> String {
    let mut said = Vec::new();
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
        let change = changed(&one.change, noun(flow.flow), "", currency);
        said.push(format!("{change}{}", value.unwrap_or_default()));
    }
    when.map_or_else(String::new, |when| {
        sentence(&format!("in {}, {}", period(when), said.join(" and ")))
    })
}

fn balance(brief: &Brief, heading: &Heading) -> String {
    let Some(value) = brief.balance.filter(|value| size_of(*value) > 0) else {
        return String::new();
    };
    let [reporter, _] = sides(heading);
    let kind = if is_negative(value) {
        "deficit"
    } else {
        "surplus"
    };
    format!(
        "{reporter} had a {kind} of {} in the month.",
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
        "{} were the {end} of the {} months since {} for which there are figures",
        noun(flow.flow),
        record.months,
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
            sentences.push(sentence(&format!(
                "the largest contributions to the change in {} were from {}",
                noun(flow),
                named.join(", and ")
            )));
        }
    }
    sentences.join(" ")
}

/// January and February are read together.
fn calendar(brief: &Brief) -> String {
    let has = |month: u32| brief.month.month() == month;
    if has(1) {
        "The Lunar New Year moves between January and February, which are better read together."
            .to_owned()
    } else if has(2) {
        "The two months together even out the Lunar New Year.".to_owned()
    } else {
        String::new()
    }
}

/// `a seventh straight month of decline`.
fn run(streak: &StreakStatement) -> String {
    let [noun, verb] = match streak.direction {
        Sign::Fall => ["decline", "down"],
        _ => ["growth", "up"],
    };
    match (streak.months, streak.is_at_least, streak.after) {
        (1, true, _) => String::new(),
        (1, false, Some((before, is_at_least))) => {
            let other = if streak.direction == Sign::Fall {
                "growth"
            } else {
                "decline"
            };
            let least = if is_at_least { "at least " } else { "" };
            let months = if before == 1 { "month" } else { "months" };
            format!("after {least}{before} {months} of {other}")
        }
        (1, false, None) => String::new(),
        (months, true, _) => format!("{verb} for at least {months} months in a row"),
        (months, false, _) => {
            let ordinal = ordinal_in_words(months);
            let article = if ordinal.starts_with(['8', 'e'])
                || ordinal.starts_with("11")
                || ordinal.starts_with("18")
            {
                "an"
            } else {
                "a"
            };
            format!("{article} {ordinal} straight month of {noun}")
        }
    }
}

fn ordinal_in_words(number: u32) -> String {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    if let Some(word) = WORDS.get(number.saturating_sub(1) as usize) {
        return (*word).to_owned();
    }
    let ending = match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn percent(said: StatedPercent) -> String {
    match size(said) {
        Size::To(digits) => format!("{digits}%"),
        Size::About(digits) => format!("about {digits}%"),
        Size::Between(low, high) => format!("by between {low}% and {high}%"),
    }
}

/// `$145.8 million`, `about 1.5 billion yuan`.
fn money(amount: StatedAmount, currency: Currency) -> String {
    let (power, word, most) = match size_of(amount) {
        size if size >= 1_000_000_000 => (9, " billion", 2),
        size if size >= 1_000_000 => (6, " million", 1),
        _ => (0, "", 0),
    };
    let (digits, is_open) = in_unit(amount, power, most);
    let about = if is_open { "about " } else { "" };
    match currency {
        Currency::Usd => format!("{about}${digits}{word}"),
        Currency::Cny => format!("{about}{digits}{word} yuan"),
    }
}

/// `China's imports from North Korea`.
fn subject(flow: Flow, heading: &Heading) -> String {
    let [reporter, partner] = sides(heading);
    let goods = match heading.goods.label() {
        _ if heading.goods.is_all() => String::new(),
        Some(label) => format!(" of {}", lower(&label.en)),
        None => format!(" of {}", heading.goods),
    };
    match flow {
        Flow::Import => format!("{reporter}'s imports{goods} from {partner}"),
        Flow::Export => format!("{reporter}'s exports{goods} to {partner}"),
        _ => format!("{reporter}'s trade{goods} with {partner}"),
    }
}

/// Who tells it, and with whom.
fn sides(heading: &Heading) -> [String; 2] {
    let partner = labels::partner(&heading.partner, Lang::En);
    match heading.perspective {
        Perspective::Reporter => ["China".to_owned(), partner],
        Perspective::Partner => [partner, "China".to_owned()],
    }
}

fn noun(flow: Flow) -> &'static str {
    match flow {
        Flow::Import => "imports",
        Flow::Export => "exports",
        Flow::Total => "trade",
        Flow::Balance => "the balance",
    }
}

fn month(month: Month) -> String {
    format!("{} {}", name_of_month(month.month()), month.year())
}

/// `September 2017`, `January-September 2017`.
fn period(period: Period) -> String {
    if period.is_month() {
        return month(period.from);
    }
    if period.from.year() == period.to.year() {
        let first = name_of_month(period.from.month());
        format!("{first}-{}", month(period.to))
    } else {
        format!("{}-{}", month(period.from), month(period.to))
    }
}

/// With a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), chars.as_str()),
        None => String::new(),
    }
}

/// In the middle of a sentence.
fn lower(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        // `LPG` stays.
        (Some(first), Some(second)) if !second.is_uppercase() => {
            format!("{}{}", first.to_lowercase(), chars.as_str())
        }
        _ => text.to_owned(),
    }
}
