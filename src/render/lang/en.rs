//! English.

use crate::render::lang::claims;
use crate::render::lang::wording::{Wording, signed};
use crate::report::{Lacking, MonthsBeside, RemarkKind, Side, SumPart};
use crate::trade::{
    Basis, Currency, DroppedOf, FigureRemark, InputRemark, LeftOut, Measured, Missing, NotTaken,
    Partner, Period, Printed, Reason, SetRemark, Thing, Uncovered, Vintage,
};
use std::fmt::Display;

/// English.
pub(crate) struct English;

impl Wording for English {
    fn input(&self, what: &InputRemark) -> String {
        match what {
            InputRemark::FlowFromName(flow) => format!("taken as {flow}s, after its name"),
            InputRemark::FlowAgainstName { named, given } => {
                format!("its name tells of {named}s, but it is given as {given}s; taken as given")
            }
            InputRemark::MonthFromName(month) => {
                format!("no month column; taken as {month}, after its name")
            }
            InputRemark::MonthAgainstName { named, given } => {
                format!("its name tells of {named}, but it is given as {given}; taken as given")
            }
            InputRemark::PartnerAssumed(place) => {
                let name = partner(*place, "the partner asked for");
                format!("no partner column; taken as trade with {name}")
            }
            InputRemark::CodeBesideName { code, name, line } => format!(
                "partner code `{code}` stands beside `{name}`, first at line {line}; the code was \
                 taken"
            ),
            InputRemark::SouthKoreaOnly { south, north } => {
                format!("partner {south} is South Korea; North Korea is {north}")
            }
            InputRemark::CutOff => "exactly 10,000 rows: the platform cuts a download there \
                                    without a word, so rows are probably missing"
                .to_owned(),
            InputRemark::NotATable => "not read, because it is no table known".to_owned(),
            InputRemark::NoRows => "no rows under the header".to_owned(),
            InputRemark::GivenTwice => "given more than once; read once".to_owned(),
            InputRemark::PassedOver { count, names } => {
                format!("{} not read: {}", were(*count, "file"), few(names, *count))
            }
            InputRemark::ColumnsNotRead(names) => {
                format!("not read, because not of the platform: {}", quoted(names))
            }
            InputRemark::ColumnsWithoutMonth(names) => {
                format!("not read, because no month: {}", quoted(names))
            }
            InputRemark::PartnerFromName(place) => format!(
                "no partner column; taken as trade with {}, after its name",
                partner(*place, "its partner")
            ),
            InputRemark::TurnedRound(place) => format!(
                "told from the side of {}; imports and exports were turned round to China's side",
                place.map_or("the partner", |place| partner(place, "the partner"))
            ),
            InputRemark::DecimalCommas => {
                "decimals were taken to stand behind commas, as in lists \
                 parted by semicolons; if not, `--decimal point`"
                    .to_owned()
            }
            InputRemark::OthersReported(count) => {
                format!("rows that another country than China reported were not taken: {count}")
            }
            InputRemark::ColumnInPart { name, words } => {
                format!("`{name}` was not read: `{words}` in its name may narrow what it holds")
            }
            InputRemark::RowsNotTaken {
                why,
                count,
                line,
                text,
            } => {
                let why = match why {
                    NotTaken::Sum => "sums or averages of other rows",
                    NotTaken::Head => "the head once more",
                    NotTaken::Label => "no value of all imports, all exports or their total",
                    NotTaken::Frequency => "not monthly",
                    NotTaken::Heading => "under a heading that was not understood",
                };
                format!(
                    "{} not taken ({why}), first at line {line}: `{text}`",
                    were(*count, "row")
                )
            }
            InputRemark::BalanceNotRead(name) => {
                format!("`{name}` was not read: the balance is computed")
            }
            InputRemark::NotASeries { count, line, text } => {
                let rows = if *count == 1 { "row is" } else { "rows are" };
                format!(
                    "{count} {rows} no series of imports, exports or total and not read, first at \
                     line {line}: `{text}`"
                )
            }
            InputRemark::NotGiven(1) => {
                "1 value is not given (empty, a dash, `..`); it was not taken as zero".to_owned()
            }
            InputRemark::NotGiven(count) => format!(
                "{count} values are not given (empty, a dash, `..`); they were not taken as zero"
            ),
            InputRemark::EmptyCells {
                partner: place,
                count,
            } => {
                let name = partner(*place, "the partner");
                let cells = match count {
                    1 => format!("1 cell of {name} holds"),
                    _ => format!("{count} cells of {name} hold"),
                };
                format!("{cells} nothing; not taken as zero")
            }
            InputRemark::GoodsWithoutCode(count) => {
                format!("rows that name goods without a code were not taken: {count}")
            }
            InputRemark::UnknownUnit { unit, count } => format!(
                "quantities in `{unit}`, a unit that is not known, were not taken: {count} of them"
            ),
            InputRemark::Mended { count, line } => format!(
                "{} mended where a bare comma split the name of the partner, first at line {line}",
                were(*count, "row")
            ),
            InputRemark::HeadAgain { count, line } => format!(
                "the head stands again {} among the rows, first at line {line}: several files seem to be put together; the rows under it were read too",
                match count {
                    1 => "once".to_owned(),
                    count => format!("{count} times"),
                }
            ),
            InputRemark::SameAsOtherFlow(other) => format!(
                "the same file, byte for byte, as {other}, which was given for the other flow: one of them is probably a copy under the wrong name"
            ),
            InputRemark::Dropped {
                rows,
                cells,
                line,
                what,
            } => {
                let both = [(*rows, "row"), (*cells, "cell")];
                let both = both.iter().filter(|(count, _)| *count > 0);
                let both: Vec<String> = both.map(|(count, noun)| counted(*count, noun)).collect();
                let at = if rows + cells == 1 { "at" } else { "first at" };
                let both = both.join(" and ");
                format!("{both} dropped (--lenient), {at} line {line}: {what}")
            }
            InputRemark::LeftOut { why, count, line } => format!(
                "{} left out ({}), first at line {line}",
                were(*count, "row"),
                left_out(*why)
            ),
            InputRemark::DatedBeforeTitle(date) => format!(
                "the page is dated {date}, before the month of its title; not taken as its release"
            ),
            InputRemark::UnknownPartners { count, names } => format!(
                "rows of partners not known are not counted: {}",
                few(names, *count)
            ),
            InputRemark::NoRowFor {
                partner: place,
                of_major,
            } => {
                let major = if *of_major {
                    "; it holds the major partners only"
                } else {
                    ""
                };
                let name = partner(*place, "the partner");
                format!("this table has no row for {name}{major}")
            }
            InputRemark::TwoValues { flow, period } => format!(
                "{flow} of {period} stands in two columns with two values; the first was taken"
            ),
            InputRemark::Other(text) => text.clone(),
        }
    }

    fn figure(&self, what: &FigureRemark) -> String {
        let said = |amount: &Measured| self.measured(*amount);
        match what {
            FigureRemark::Derived { whole, part } => format!("derived: {whole} less {part}"),
            FigureRemark::ZeroInside(period) => format!("zero, since the whole of {period} was"),
            FigureRemark::RowsAdded(count) => {
                format!("the sum of {count} rows of one file that tell nothing apart")
            }
            FigureRemark::DetailsDiffer { details, published } => format!(
                "the details add up to {}, the published figure is {}",
                said(details),
                said(published)
            ),
            FigureRemark::FlowsDiffer {
                sum,
                total,
                basis,
                released: date,
            } => format!(
                "imports and exports add up to {}, the total was {} as {}{}",
                said(sum),
                basis.name(),
                said(total),
                released(*date)
            ),
            FigureRemark::DepthsDiffer { used, other } => format!(
                "the same trade stands at two depths of detail, which differ: {} (used) and {}",
                said(used),
                said(other)
            ),
            FigureRemark::CoarserDiffer { parts, coarser } => format!(
                "the parts add up to {}, coarser rows of the same trade to {}",
                said(parts),
                said(coarser)
            ),
            FigureRemark::PartRevised {
                is_quantity,
                period,
                earlier,
                later,
            } => {
                let what = if *is_quantity { "quantity" } else { "value" };
                let (earlier, later) = (said(earlier), said(later));
                format!("{what} of {period} revised from {earlier} to {later}")
            }
            FigureRemark::Dropped {
                count,
                cells,
                of,
                first,
            } => {
                let noun = if *cells { "cell" } else { "row" };
                let were = if *count == 1 { "was" } else { "were" };
                let of = match of {
                    DroppedOf::Period(period) => format!("of {period}"),
                    DroppedOf::BaseOf(period) => {
                        format!("of {period}, where the printed change tells of a revised base,")
                    }
                    DroppedOf::Unknown(name) => format!("of {name}, month unknown,"),
                };
                let at = if *count == 1 { "at" } else { "first at" };
                let rows = counted(*count, noun);
                format!("{rows} {of} {were} dropped (--lenient), {at} {first}")
            }
            FigureRemark::DroppedInside(period) => {
                format!("rows of {period} were dropped (--lenient)")
            }
        }
    }

    fn set(&self, what: &SetRemark) -> String {
        match what {
            SetRemark::SumsOfDetail => {
                "values are sums of detail rows: all goods only if the files hold them all"
                    .to_owned()
            }
            SetRemark::TooCoarse { goods, by } => {
                let wanted = match by {
                    Some(by) if goods.is_all() => format!("the {}", by.name()),
                    Some(by) => format!("{goods} by {}", by.name()),
                    None => goods.to_string(),
                };
                format!("some months have details too coarse to tell {wanted}: they are left out")
            }
            SetRemark::NotWhole(months) => uncovered(
                months,
                "not known as a whole",
                "a file of one chapter, or one that was cut, tells nothing of others",
            ),
            SetRemark::FewerFiles(months) => uncovered(
                months,
                "made of fewer files than others",
                "other months have rows of it, so they may not compare",
            ),
            SetRemark::TakenAsNone {
                count,
                codes,
                chapters,
            } => format!(
                "no row of HS {} in any input: taken as no trade, since the files hold {}",
                few(codes, *count),
                counted(*chapters, "chapter")
            ),
            SetRemark::FilesOverlap {
                flow,
                period,
                months,
                rows,
            } => format!(
                "{flow}s of {period}{}: several files hold the same rows, and each has rows that \
                 the others lack ({rows} in all); every row is counted, also one that a later \
                 download may have dropped",
                and_more(*months)
            ),
            SetRemark::RowsJoined(count) => format!(
                "{} added to another row of the same file, month, flow, partner and code: \
                 details whose distinguishing column is not there",
                were(*count, "row")
            ),
            SetRemark::RowsRepeated(count) => format!(
                "{} in several files with the same value and counted once",
                were(*count, "row")
            ),
            SetRemark::RowsRevised(count) => format!(
                "{} in several files with different values: the later release holds, or, where \
                 none is dated, the file named later",
                were(*count, "row")
            ),
        }
    }

    fn measure(&self, what: &RemarkKind, period: Option<Period>) -> String {
        let said = |amount: &Measured| self.measured(*amount);
        let period = period.map(|period| period.to_string()).unwrap_or_default();
        match what {
            // Said by their own methods.
            RemarkKind::Input(_)
            | RemarkKind::Set(_)
            | RemarkKind::Figure(_)
            | RemarkKind::Sanction(_) => String::new(),
            RemarkKind::Claim(remark) => claims::in_english(remark, self),
            RemarkKind::Implied {
                released: date,
                revised,
            } => {
                let implied = format!("{period} implied by a printed change{}", released(*date));
                let Some(one) = revised else {
                    return implied;
                };
                let measured = |amount| {
                    self.measured(Measured {
                        amount,
                        unit: one.unit,
                    })
                };
                format!(
                    "{implied}: {}; first {}{}: {}",
                    measured(one.later),
                    how(one.basis),
                    released(one.released),
                    measured(one.earlier)
                )
            }
            RemarkKind::Revised {
                earlier,
                earlier_released,
                later,
                later_released,
            } => format!(
                "{period} revised from {}{} to {}{}{}",
                said(earlier),
                released(*earlier_released),
                said(later),
                released(*later_released),
                if later_released.is_none() {
                    " as the file named later has it"
                } else {
                    ""
                },
            ),
            RemarkKind::Difference { released: date } => format!(
                "{period} is a difference of published figures{}",
                released(*date)
            ),
            RemarkKind::Converted { released: date } => format!(
                "{period} is converted from the yuan figure at the rate of the month{}",
                released(*date)
            ),
            RemarkKind::EarlierRevised { by } => format!(
                "the release of {period} revised earlier months of the year by {}, by month unknown",
                said(by)
            ),
            RemarkKind::ForTheWhole {
                basis,
                released: date,
                months,
            } => {
                let whole = format!("{} for the whole{}", basis.name(), released(*date));
                match months {
                    None => whole,
                    Some(months) => format!("{whole}; {}", self.beside(months)),
                }
            }
            RemarkKind::MonthsBeside(months) => self.beside(months),
            RemarkKind::SumOf(parts) => {
                let part = |(part, months): &(SumPart, Vec<Period>)| {
                    let part = match part {
                        SumPart::Implied => "implied by printed changes",
                        SumPart::Difference => "differences of published figures",
                        SumPart::Converted => "converted from the yuan figures",
                        SumPart::Revised => "revised since first published",
                        SumPart::Noted => "with a note of their own",
                    };
                    let months: Vec<String> = months.iter().map(Period::to_string).collect();
                    format!("{part}: {}", months.join(", "))
                };
                let parts: Vec<String> = parts.iter().map(part).collect();
                format!("a sum of months, {}", parts.join("; "))
            }
            RemarkKind::DroppedIn { first, more } => match more {
                0 => format!("rows of {first} were dropped (--lenient)"),
                more => format!("rows of {first} and {more} more were dropped (--lenient)"),
            },
            RemarkKind::PrintedDiffers(one) => {
                let more = if one.more.amount < crate::trade::Amount::ZERO {
                    "less"
                } else {
                    "more"
                };
                let size = Measured {
                    amount: one.more.amount.abs(),
                    ..one.more
                };
                format!(
                    "printed {}{} would need a base of {}, {} {more} than the one in hand",
                    percent(one.printed),
                    released(one.released),
                    said(&one.needed),
                    said(&size)
                )
            }
            RemarkKind::SignOpen => {
                "rounding of the published figures leaves the sign open".to_owned()
            }
            RemarkKind::RoundingOpen { least, most } => format!(
                "rounding of the published figures leaves it between {} and {}",
                percent(*least),
                percent(*most)
            ),
            RemarkKind::StreakOpen {
                at_least,
                side,
                month,
                why,
            } => match why.reason {
                Reason::UncertainSign => {
                    let first = why.periods.first();
                    let first = first.map_or_else(|| month.to_string(), Period::to_string);
                    let why = self.reason(why);
                    format!("at least {at_least}, {first} cannot be told: {why}")
                }
                _ => {
                    let side = match side {
                        Side::Before => "before",
                        Side::After => "after",
                    };
                    let why = self.reason(why);
                    format!("at least {at_least}, unknown {side} {month}: {why}")
                }
            },
            RemarkKind::CountsAsTwo => {
                format!("{period} published only together, counted as two months")
            }
            RemarkKind::WindowLacks(lacking) => self.lacking(lacking),
            RemarkKind::RankOpen {
                lowest,
                since,
                surely,
            } => {
                let last = match surely {
                    Some(month) => format!("the last month that surely was: {month}"),
                    None => "no other month surely was".to_owned(),
                };
                let beyond = if *lowest { "low" } else { "high" };
                format!("rounding leaves open whether {since} was as {beyond}; {last}")
            }
            RemarkKind::MayHaveBeen {
                lowest,
                lacking,
                months,
            } => {
                let it = if *months == 1 { "it" } else { "they" };
                let beyond = if *lowest { "low" } else { "high" };
                format!("{}: {it} may have been as {beyond}", self.lacking(lacking))
            }
            RemarkKind::NotNewest { month, last } => format!(
                "{month} is the latest month with a change for every flow; the data reach {last}"
            ),
            RemarkKind::OtherCurrency { currency, last } => {
                format!("{currency} figures run to {last}: `{}`", flag(*currency))
            }
            RemarkKind::HsRevised(years) => {
                let years: Vec<String> =
                    years.iter().map(|year| format!("January {year}")).collect();
                format!(
                    "the comparison crosses a revision of the HS ({}): headings and longer codes \
                     may hold other goods before and after",
                    years.join(", ")
                )
            }
            RemarkKind::MomUnadjusted => "mom is not seasonally adjusted".to_owned(),
            RemarkKind::QuantityBeside {
                flow,
                value,
                base,
                change,
            } => format!(
                "{flow}s of {period} in quantity: {}, {} on {} a year earlier \
                 (`--measure quantity`)",
                said(value),
                percent(*change),
                said(base)
            ),
            RemarkKind::NotRanked { flow, count, codes } => {
                let more = match count.saturating_sub(codes.len()) {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                let codes: Vec<&str> = codes.iter().map(|code| &**code).collect();
                format!(
                    "not ranked, since their change is not known: {flow}s of {}{more} in {period}",
                    codes.join(", ")
                )
            }
            RemarkKind::UnitValueMix => {
                "a unit value over several codes is a mix, not a price: it moves with what is in it"
                    .to_owned()
            }
            RemarkKind::StreaksNotListed(1) => {
                "1 streak that may be as long is not listed: data are missing before their months \
                 are enough"
                    .to_owned()
            }
            RemarkKind::StreaksNotListed(count) => format!(
                "{count} streaks that may be as long are not listed: data are missing before their \
                 months are enough"
            ),
            RemarkKind::CheckFailed(1) => {
                "the check failed: 1 finding is missing or contradictory".to_owned()
            }
            RemarkKind::CheckFailed(count) => {
                format!("the check failed: {count} findings are missing or contradictory")
            }
            RemarkKind::FlowsNotLookedFor(flows) => {
                let flows: Vec<&str> = flows.iter().map(|flow| flow.name()).collect();
                format!(
                    "no figures of {}, so not looked for: with `--flow` they count as missing",
                    flows.join(", ")
                )
            }
            RemarkKind::UnitBreak {
                flow,
                period,
                factor,
            } => {
                format!("{flow} {period} is {}", factor.in_english())
            }
            RemarkKind::NothingHeld(text) => text.clone(),
        }
    }

    fn reason(&self, missing: &Missing) -> String {
        missing.to_string()
    }

    fn measured(&self, amount: Measured) -> String {
        amount.unit.in_words(amount.amount)
    }
}

impl English {
    fn beside(&self, months: &MonthsBeside) -> String {
        match months {
            MonthsBeside::Missing(missing) => {
                format!("its months cannot be added up: {}", self.reason(missing))
            }
            MonthsBeside::Sum { sum, revised_by } => format!(
                "its months add up to {}: revised by {}, by month unknown",
                self.measured(*sum),
                self.measured(*revised_by)
            ),
        }
    }

    /// `no figure for 2016-05, 2016-07..2016-09`.
    fn lacking(&self, lacking: &Lacking) -> String {
        let listed = |periods: &[Period]| {
            let texts: Vec<String> = periods.iter().map(Period::to_string).collect();
            texts.join(", ")
        };
        let mut texts = Vec::new();
        if !lacking.without.is_empty() {
            let what = if lacking.of_yoy { "yoy" } else { "figure" };
            let together = match listed(&lacking.together) {
                none if none.is_empty() => none,
                pairs => format!(" ({pairs} published only together)"),
            };
            texts.push(format!(
                "no {what} for {}{together}",
                listed(&lacking.without)
            ));
        }
        texts.extend(lacking.others.iter().map(|other| {
            let periods = listed(&other.periods);
            match (other.reason, lacking.of_yoy) {
                (Reason::ZeroBase, _) => format!("no trade a year before {periods}"),
                (_, true) => format!("no yoy for {periods}"),
                (_, false) => self.reason(other),
            }
        }));
        texts.join(", ")
    }
}

/// `1 row was`, `3 rows were`.
fn were<N: Display + PartialEq + From<u8>>(count: N, noun: &str) -> String {
    let were = if count == N::from(1) { "was" } else { "were" };
    format!("{} {were}", counted(count, noun))
}

/// `1 row`, `3 rows`.
fn counted<N: Display + PartialEq + From<u8>>(count: N, noun: &str) -> String {
    let ending = if count == N::from(1) { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// The first of so many, and how many more.
fn few<T: AsRef<str>>(names: &[T], count: usize) -> String {
    let mut all: Vec<String> = names.iter().map(|name| name.as_ref().to_owned()).collect();
    if count > names.len() {
        all.push(format!("{} more", count - names.len()));
    }
    all.join(", ")
}

fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// ` and 3 more months`, after the first of so many.
fn and_more(months: usize) -> String {
    match months {
        0 | 1 => String::new(),
        2 => " and 1 more month".to_owned(),
        more => format!(" and {} more months", more - 1),
    }
}

fn uncovered(months: &Uncovered, what: &str, why: &str) -> String {
    let Uncovered {
        flow,
        period,
        months,
        count,
        things,
    } = months;
    let things: Vec<String> = things.iter().map(thing).collect();
    format!(
        "{flow}s of {period}{} are {what}: no input there tells of {}: {why}",
        and_more(*months),
        few(&things, *count)
    )
}

fn thing(thing: &Thing) -> String {
    match thing {
        Thing::Hs(code) => format!("HS {code}"),
        Thing::Partner(place) => partner(*place, "other partners").to_owned(),
        Thing::Part(by, part) if part.name.en.is_empty() => format!("{} {}", by.name(), part.code),
        Thing::Part(by, part) => format!("{} {} ({})", by.name(), part.code, part.name.en),
    }
}

fn partner(place: u16, other: &'static str) -> &'static str {
    Partner::at(place).map_or(other, |partner| &partner.en)
}

fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::World => "the partner World is the sum of the others",
        LeftOut::NotMonthly => "annual or quarterly, which is no month",
        LeftOut::OtherFlow => {
            "re-imports, re-exports and the like, which are never added to imports and exports"
        }
        LeftOut::Services => "services, not goods",
        LeftOut::NotHs => "commodities of another classification than the HS",
        LeftOut::Repeated => "the same trade once more, as in a second classification",
    }
}

fn how(basis: Basis) -> &'static str {
    match basis {
        Basis::Printed => "printed",
        Basis::Difference => "taken as a difference",
        Basis::Implied => "implied",
        Basis::Sum => "added up",
        Basis::Converted => "converted from yuan",
    }
}

fn released(vintage: Option<Vintage>) -> String {
    vintage.map(|date| format!(" ({date})")).unwrap_or_default()
}

fn percent(printed: Printed) -> String {
    format!("{} %", signed(printed))
}

fn flag(currency: Currency) -> String {
    format!("--currency {}", currency.code().to_lowercase())
}
