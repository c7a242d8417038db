//! English.

use crate::render::lang::wording::{Wording, signed};
use crate::render::lang::{claims, dates, lists};
use crate::render::options::Lang;
use crate::report::{Flag, Lacking, MonthsBeside, RemarkKind, Side, SumPart};
use crate::trade::{
    Basis, Currency, DroppedOf, FigureRemark, InputRemark, LeftOut, Measured, Missing, NotTaken,
    Partner, Period, Printed, Ratio, Reason, SetRemark, Uncovered, Vintage,
};
use std::fmt::Display;

/// English.
pub(crate) struct English;

impl Wording for English {
    fn input(&self, what: &InputRemark) -> String {
        match what {
            InputRemark::FlowFromName(flow) => format!("read as {flow}s, from the file name"),
            InputRemark::FlowAgainstName { named, given } => {
                format!(
                    "the file name says {named}s, but it was given as {given}s; read as {given}s"
                )
            }
            InputRemark::MonthFromName(month) => {
                format!("no month column; read as {month}, from the file name")
            }
            InputRemark::MonthAgainstName { named, given } => {
                format!("the file name says {named}, but it was given as {given}; read as {given}")
            }
            InputRemark::PartnerAssumed(place) => {
                let name = partner(*place, "the partner asked for");
                format!("no partner column; assumed to be trade with {name}")
            }
            InputRemark::CodeBesideName { code, name, line } => format!(
                "partner code `{code}` does not match the name `{name}`, first at line {line}; the \
                 code was used"
            ),
            InputRemark::SouthKoreaOnly { south, north } => {
                format!("partner {south} is South Korea; North Korea is {north}")
            }
            InputRemark::CutOff => "exactly 10,000 rows: the platform truncates downloads there \
                                    without warning, so rows are probably missing"
                .to_owned(),
            InputRemark::NotATable => "not read: not a table of a known layout".to_owned(),
            InputRemark::NoRows => "no rows below the header".to_owned(),
            InputRemark::GivenTwice => "given more than once; read once".to_owned(),
            InputRemark::PassedOver { count, names } => {
                format!("{} not read: {}", were(*count, "file"), few(names, *count))
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
                    NotTaken::Flow => "of another flow than the file is given as",
                    NotTaken::Heading => "under a heading that was not understood",
                };
                format!(
                    "{} not taken ({why}), first at line {line}: `{text}`",
                    were(*count, "row")
                )
            }
            InputRemark::NotASeries { count, line, text } => {
                let rows = were(*count, "row");
                format!(
                    "{rows} not read, being neither imports, exports nor total, first at line \
                     {line}: `{text}`"
                )
            }
            InputRemark::NotGiven(1) => {
                "1 value is missing (empty, a dash or `..`); it was not treated as zero".to_owned()
            }
            InputRemark::NotGiven(count) => format!(
                "{count} values are missing (empty, a dash or `..`); they were not treated as zero"
            ),
            InputRemark::EmptyCells {
                partner: place,
                count,
            } => {
                let name = partner(*place, "the partner");
                let cells = match count {
                    1 => format!("1 cell of {name} is"),
                    _ => format!("{count} cells of {name} are"),
                };
                format!("{cells} empty; not treated as zero")
            }
            InputRemark::GoodsWithoutCode(count) => {
                format!(
                    "{} not used: goods named without a code",
                    were(*count, "row")
                )
            }
            InputRemark::UnknownUnit { unit, count } => {
                format!("{count} quantities in an unknown unit, `{unit}`, were not used")
            }
            InputRemark::Mended { count, line } => format!(
                "{} repaired where a comma split the name of the partner, first at line {line}",
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
                format!("{both} skipped (--lenient), {at} line {line}: {what}")
            }
            InputRemark::LeftOut { why, count, line } => format!(
                "{} left out ({}), first at line {line}",
                were(*count, "row"),
                left_out(*why)
            ),
            InputRemark::DatedBeforeTitle(date) => format!(
                "the page is dated {date}, before the month of its title; not used as release date"
            ),
            InputRemark::UnknownPartners { count, names } => format!(
                "partners that no list of partners has: {}",
                few(names, *count)
            ),
            InputRemark::BlocsLeftOut(count) => format!(
                "{} of continents and blocs left out: sums of the others",
                counted(*count, "row")
            ),
            InputRemark::NoRowFor {
                partner: place,
                of_major,
            } => {
                let major = if *of_major {
                    "; it lists major partners only"
                } else {
                    ""
                };
                let name = partner(*place, "the partner");
                format!("this table has no row for {name}{major}")
            }
            InputRemark::TwoValues { flow, period } => {
                format!("{flow}s of {period} differ between two columns; the first was used")
            }
        }
    }

    fn figure(&self, what: &FigureRemark) -> String {
        let said = |amount: &Measured| self.measured(*amount);
        match what {
            FigureRemark::Derived { whole, part } => format!("{whole} less {part}"),
            FigureRemark::ZeroInside(period) => {
                format!("zero, because {period} as a whole was zero")
            }
            FigureRemark::DetailsDiffer { details, published } => format!(
                "details sum to {}, against a published {}",
                said(details),
                said(published)
            ),
            FigureRemark::FlowsDiffer {
                sum,
                total,
                released: date,
                ..
            } => format!(
                "imports and exports sum to {}, against a published total of {}{}",
                said(sum),
                said(total),
                released(*date)
            ),
            FigureRemark::DepthsDiffer { used, other } => format!(
                "two levels of detail differ: {} (used) and {}",
                said(used),
                said(other)
            ),
            FigureRemark::CoarserDiffer { parts, coarser } => format!(
                "the parts sum to {}, less detailed rows of the same trade to {}",
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
                        format!("of {period}, whose published change may show a revised base,")
                    }
                    DroppedOf::Unknown(name) => format!("of {name} with an unknown month"),
                };
                let at = if *count == 1 { "at" } else { "first at" };
                let rows = counted(*count, noun);
                format!("{rows} {of} {were} skipped (--lenient), {at} {first}")
            }
            FigureRemark::DroppedInside(period) => {
                format!("rows of {period} were skipped (--lenient)")
            }
            FigureRemark::CurrencyGap {
                own,
                other,
                implied,
                of_period,
                at_rate,
                changes,
            } => {
                let changes = changes.iter().map(|(period, percent)| {
                    let sign = if *percent < 0 { "−" } else { "+" };
                    format!(
                        "the change of {} about {sign}{} %",
                        self.periods(&[*period]),
                        percent.abs()
                    )
                });
                let changes: Vec<String> = changes.collect();
                let changes = match changes.is_empty() {
                    true => String::new(),
                    false => format!(", {}", changes.join(", ")),
                };
                format!(
                    "{} and {} imply {} yuan to the dollar, the rate then was about {}: an \
                     older print; at that rate it would be {}{changes}",
                    self.measured(*own),
                    self.measured(*other),
                    rate(*implied),
                    rate(*of_period),
                    self.measured(*at_rate),
                )
            }
            FigureRemark::OlderPrintInside => OLDER_PRINT.to_owned(),
            FigureRemark::OfPartner(partner, what) => format!("{partner}: {}", self.figure(what)),
        }
    }

    fn set(&self, what: &SetRemark) -> String {
        match what {
            SetRemark::SumsOfDetail => {
                "values are sums of detail rows: all goods only if the files hold all goods"
                    .to_owned()
            }
            SetRemark::OneChapter(chapter) => format!(
                "every row is of HS chapter {chapter}: these are figures of it, not of all goods"
            ),
            SetRemark::TooCoarse { goods, by } => {
                let wanted = match by {
                    Some(by) if goods.is_all() => format!("the {}", by.name()),
                    Some(by) => format!("{goods} by {}", by.name()),
                    None => goods.to_string(),
                };
                format!("months whose details are too coarse for {wanted} are left out")
            }
            SetRemark::NotWhole(months) => uncovered(
                months,
                "which a file of few chapters, or a truncated one, leaves open \
                 (`--all-goods` where the files hold all goods)",
            ),
            SetRemark::FewerFiles(months) => uncovered(months, "which other months have"),
            SetRemark::TakenAsNone {
                count,
                codes,
                chapters,
            } => {
                let codes = few(codes, *count);
                let why = match chapters {
                    Some(chapters) => format!("the files hold {}", counted(*chapters, "chapter")),
                    None => "`--all-goods` says that the files hold all goods".to_owned(),
                };
                format!("no row of HS {codes} in any file: treated as no trade, since {why}")
            }
            SetRemark::FilesOverlap {
                flow,
                period,
                months,
                rows,
            } => format!(
                "{flow}s of {period}{}: several files share rows and each has rows that the \
                 others lack ({rows} in all); every row is counted, even one that a later download \
                 may have dropped",
                and_more(*months)
            ),
            SetRemark::RowsJoined(count) => format!(
                "{} added to another row with the same file, month, flow, partner and code: the \
                 column that tells them apart is missing",
                were(*count, "row")
            ),
            SetRemark::RowsRepeated(count) => format!(
                "{} found in several files with the same value and counted once",
                were(*count, "row")
            ),
            SetRemark::RowsRevised(count) => format!(
                "{} found in several files with different values: the later release was used, or, \
                 where none is dated, the file named later",
                were(*count, "row")
            ),
            SetRemark::TakenByOrder { taken, other } => format!(
                "{taken} was taken over {other}, which differs: neither has a release date, and \
                 nothing but their order said so"
            ),
            SetRemark::TakenAsAllGoods(files) => format!(
                "taken to hold all goods, after rows of ten or more chapters in the month: {}",
                few(files, files.len())
            ),
            SetRemark::Copies {
                file,
                lines: 1,
                line,
                original,
            } => format!(
                "{file}: line {line} is equal in every cell to line {original} and counts once"
            ),
            SetRemark::Copies {
                file,
                lines,
                line,
                original,
            } => format!(
                "{file}: {lines} lines are equal in every cell to earlier ones and count once, \
                 first line {line}, a copy of line {original}"
            ),
            SetRemark::BlankBreakdown { rows, file, line } => format!(
                "{} with a blank province or trade mode, first at {file}:{line}: in the totals, and \
                 in none of those",
                counted(*rows, "row")
            ),
            SetRemark::Undated { rows, as_of } => format!(
                "{} without a release date left out: nothing says whether known by {as_of}",
                counted(*rows, "row")
            ),
        }
    }

    fn measure(&self, what: &RemarkKind, at: Option<Period>) -> String {
        let said = |amount: &Measured| self.measured(*amount);
        let period = at.map(|period| format!("{} ", self.period(period)));
        let period = period.unwrap_or_default();
        match what {
            // Said by their own methods.
            RemarkKind::Input(_)
            | RemarkKind::Set(_)
            | RemarkKind::Figure(_)
            | RemarkKind::Revision(_)
            | RemarkKind::Sanction(_)
            | RemarkKind::Receipt(_) => String::new(),
            RemarkKind::Claim(remark) => claims::in_english(remark, self),
            RemarkKind::Implied {
                released: date,
                revised,
            } => {
                let implied = format!(
                    "{period}calculated back from the published change{}",
                    released(*date)
                );
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
                    "{implied}: {}; first {}{} as {}",
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
                "{period}revised from {}{} to {}{}{}",
                said(earlier),
                released(*earlier_released),
                said(later),
                released(*later_released),
                if later_released.is_none() {
                    ", as in the file named later"
                } else {
                    ""
                },
            ),
            RemarkKind::Difference { released: date } => {
                format!("{period}difference of published figures{}", released(*date))
            }
            RemarkKind::Converted { released: date } => format!(
                "{period}converted from the yuan figure at the rate of the month{}",
                released(*date)
            ),
            RemarkKind::EarlierRevised { by } => format!(
                "{period}release revised earlier months of the year by {} in all",
                said(by)
            ),
            RemarkKind::ForTheWhole {
                basis,
                released: date,
                months,
            } => {
                let whole = format!(
                    "{period}{} for the period as a whole{}",
                    how(*basis),
                    released(*date)
                );
                match months {
                    None => whole,
                    Some(months) => format!("{whole}; {}", self.beside(months)),
                }
            }
            RemarkKind::MonthsBeside(months) => self.beside(months),
            RemarkKind::SumOf(parts) => {
                let part = |(part, months): &(SumPart, Vec<Period>)| {
                    let part = match part {
                        SumPart::Implied => "calculated back from published changes",
                        SumPart::Difference => "differences of published figures",
                        SumPart::Converted => "converted from the yuan figures",
                        SumPart::Revised => "revised since first published",
                        SumPart::Noted => "with remarks of their own",
                    };
                    let months: Vec<String> = months.iter().map(Period::to_string).collect();
                    format!("{part}: {}", months.join(", "))
                };
                let parts: Vec<String> = parts.iter().map(part).collect();
                format!("{period}sum of months, {}", parts.join("; "))
            }
            RemarkKind::DroppedIn { first, more } => match more {
                0 => format!("rows of {first} were skipped (--lenient)"),
                more => format!("rows of {first} and {more} more were skipped (--lenient)"),
            },
            RemarkKind::OlderPrintIn { more, .. } => match more {
                0 => format!("{period}{OLDER_PRINT}"),
                more => format!("{period}{OLDER_PRINT}, and {more} more"),
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
                    "{}{}; the former implies {} a year earlier, {} {more} than used here",
                    at.map_or_else(String::new, |at| format!("{}: ", self.period(at))),
                    self.in_brief(what),
                    said(&one.needed),
                    said(&size)
                )
            }
            RemarkKind::SignOpen => "rounding of published figures leaves the sign open".to_owned(),
            RemarkKind::RoundingOpen { least, most } => format!(
                "because figures are rounded, the change could be {} to {}",
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
                    format!(
                        "at least {}, {first} is uncertain: {why}",
                        counted(*at_least, "month")
                    )
                }
                _ => {
                    let side = match side {
                        Side::Before => "before",
                        Side::After => "after",
                    };
                    let why = self.reason(why);
                    format!(
                        "at least {}, unknown {side} {month}: {why}",
                        counted(*at_least, "month")
                    )
                }
            },
            RemarkKind::CountsAsTwo => {
                format!("{period}published only together, counted as two months")
            }
            RemarkKind::WindowLacks(lacking) => self.lacking(lacking),
            RemarkKind::RankOpen {
                lowest,
                since,
                surely,
            } => {
                let last = match surely {
                    Some(month) => format!("{month} certainly was"),
                    None => "no other month certainly was".to_owned(),
                };
                let beyond = if *lowest { "low" } else { "high" };
                format!("rounded figures do not show whether {since} was as {beyond}; {last}")
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
            RemarkKind::NotNewest { month, last } => {
                format!("data run to {last}; {month} is the latest month with a change")
            }
            RemarkKind::OtherCurrency { currency, last } => {
                format!("{currency} figures run to {last}: `{}`", flag(*currency))
            }
            RemarkKind::HeldInOtherCurrency { month, currency } => {
                format!("{currency} figures have {month}: `{}`", flag(*currency))
            }
            RemarkKind::ReleasedLater {
                month,
                released: date,
            } => {
                let (as_dated, as_day) = (day(*date), day(date.as_day()));
                match as_dated == as_day {
                    true => format!("{month} was first released on {as_day}"),
                    false => format!(
                        "the first release of {month} is dated {as_dated}, which counts as {as_day}"
                    ),
                }
            }
            RemarkKind::RangeCut { left_out, held } => format!(
                "data run from {} to {}: {} left out",
                held.from,
                held.to,
                self.periods(left_out)
            ),
            RemarkKind::HsRevised(years) => {
                let years: Vec<String> =
                    years.iter().map(|year| format!("January {year}")).collect();
                format!(
                    "the HS was revised in between ({}): headings and longer codes may cover \
                     different goods before and after",
                    years.join(", ")
                )
            }
            RemarkKind::MomUnadjusted => "m/m is not seasonally adjusted".to_owned(),
            RemarkKind::QuantityBeside {
                flow,
                value,
                base,
                change,
            } => format!(
                "{period}{flow}s by quantity: {}, {} from {} a year earlier (`--measure quantity`)",
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
                    "{period}not ranked, change unknown: {flow}s of {}{more}",
                    codes.join(", ")
                )
            }
            RemarkKind::UnitValueMix => {
                "a unit value over several codes is a mix, not a price: it moves with the mix"
                    .to_owned()
            }
            RemarkKind::StreaksUnknown { flow, months } => format!(
                "no streak of {flow}s can be told in {}: the change is unknown or of uncertain sign",
                self.periods(months)
            ),
            RemarkKind::StreakGoesOn(month) => {
                format!("it goes on after {month}, where the range asked for ends")
            }
            RemarkKind::StreaksNotListed(1) => {
                "1 streak is not listed: missing data leave open whether it is long enough"
                    .to_owned()
            }
            RemarkKind::StreaksNotListed(count) => format!(
                "{count} streaks are not listed: missing data leave open whether they are long enough"
            ),
            RemarkKind::CheckFailed(1) => {
                "check failed: 1 finding of missing or contradictory data".to_owned()
            }
            RemarkKind::CheckFailed(count) => {
                format!("check failed: {count} findings of missing or contradictory data")
            }
            RemarkKind::FlowsNotLookedFor(flows) => {
                let flows: Vec<&str> = flows.iter().map(|flow| flow.name()).collect();
                format!(
                    "no {} figures, so not checked (asked for with `--flow`, they count as missing)",
                    flows.join(", ")
                )
            }
            RemarkKind::UnitBreak {
                flow,
                period,
                factor,
            } => {
                format!("{flow}s of {period} are {}", factor.in_english())
            }
            RemarkKind::NothingHeld(text) => text.clone(),
        }
    }

    fn reason(&self, missing: &Missing) -> String {
        let at = self.periods(&missing.periods);
        match missing.reason {
            Reason::NoData => format!("no data for {at}"),
            Reason::ZeroBase => format!("no trade in {at}"),
            Reason::RoundedBase => format!("{at} is zero after rounding"),
            Reason::Combined => format!("{at} published only together"),
            Reason::NotComputed => "a balance has no percentage".to_owned(),
            Reason::MixedUnits => format!("goods in several units in {at}"),
            Reason::NoQuantity => format!("no quantity for {at}"),
            Reason::UncertainSign => {
                format!("rounding of published figures leaves the sign open in {at}")
            }
            Reason::UncertainRank => {
                format!("rounded figures do not show whether {at} was lower or higher")
            }
            Reason::NoRow => format!(
                "no row{} in a file not known to hold all goods, for {at} (`--all-goods` where it does)",
                lacking(missing)
            ),
            Reason::PartMissing => format!("no data{} for {at}", lacking(missing)),
        }
    }

    fn measured(&self, amount: Measured) -> String {
        amount.unit.in_words(amount.amount)
    }
    fn headline(&self, what: &RemarkKind) -> String {
        let text = match what {
            RemarkKind::Input(remark) => match &remark.what {
                InputRemark::PartnerAssumed(place) => {
                    let name = partner(*place, "the partner asked for");
                    return format!("no partner column, assumed to be trade with {name}");
                }
                InputRemark::CutOff => {
                    "exactly 10,000 rows, where the platform truncates downloads without warning"
                }
                InputRemark::NoRows => "no rows below the header",
                InputRemark::Dropped { .. } => "rows skipped (--lenient)",
                InputRemark::FlowAgainstName { .. } | InputRemark::MonthAgainstName { .. } => {
                    "the file name says otherwise; read as given"
                }
                InputRemark::CodeBesideName { .. } => {
                    "partner code and name do not match; the code was used"
                }
                InputRemark::GoodsWithoutCode(_) => "rows not used: goods named without a code",
                InputRemark::UnknownUnit { .. } => "quantities in an unknown unit were not used",
                InputRemark::NoRowFor { .. } => "no row for the partner",
                other => return self.input(other),
            },
            RemarkKind::Set(remark) => return self.set(remark),
            RemarkKind::Figure(remark) => match remark {
                FigureRemark::DetailsDiffer { .. } => "details do not sum to the published figure",
                FigureRemark::FlowsDiffer { .. } => {
                    "imports and exports do not sum to the published total"
                }
                FigureRemark::DepthsDiffer { .. } | FigureRemark::CoarserDiffer { .. } => {
                    "two levels of detail differ"
                }
                FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_) => {
                    "rows were skipped (--lenient)"
                }
                other => return self.figure(other),
            },
            RemarkKind::PrintedDiffers(_) => {
                "published changes differ from those of the published levels"
            }
            RemarkKind::SignOpen => "rounding of published figures leaves the sign open",
            RemarkKind::RoundingOpen { .. } => {
                "rounding of published figures leaves the change open"
            }
            RemarkKind::Implied { .. } => {
                "revised since first published, by the change published a \
                                           year later"
            }
            RemarkKind::Revised { .. } => "revised since first published",
            RemarkKind::ForTheWhole { .. } | RemarkKind::MonthsBeside(_) => {
                "published sums differ from their months"
            }
            RemarkKind::DroppedIn { .. } => "rows were skipped (--lenient)",
            RemarkKind::OlderPrintIn { .. } => OLDER_PRINT,
            RemarkKind::StreakOpen { .. } => "the streak may be longer",
            RemarkKind::RankOpen { .. } => {
                "rounded figures do not show whether an earlier month was as low or high"
            }
            RemarkKind::MayHaveBeen { .. } => {
                "months without a figure may have been as low or high"
            }
            other => return self.measure(other, None),
        };
        text.to_owned()
    }

    fn in_brief(&self, what: &RemarkKind) -> String {
        match what {
            RemarkKind::PrintedDiffers(one) => {
                let computed = one.computed.map_or_else(|| "..".to_owned(), percent);
                let of_preliminary = match one.of_preliminary {
                    true => ", from a preliminary value",
                    false => "",
                };
                let said = match one.by_customs {
                    true => "customs said",
                    false => "published as",
                };
                format!(
                    "{said} {}{}{of_preliminary}; the published levels give {computed}",
                    percent(one.printed),
                    on_day(one.released),
                )
            }
            other => self.measure(other, None),
        }
    }

    fn also(&self) -> &'static str {
        "; also "
    }

    fn short(&self, what: &RemarkKind) -> Option<String> {
        Some(match what {
            RemarkKind::PrintedDiffers(one) => match one.computed {
                Some(computed) => {
                    format!("{}, here {}", percent(one.printed), percent(computed))
                }
                None => percent(one.printed),
            },
            RemarkKind::RoundingOpen { least, most } => {
                format!("{} to {}", percent(*least), percent(*most))
            }
            RemarkKind::ForTheWhole {
                months: Some(MonthsBeside::Sum { sum, revised_by }),
                ..
            }
            | RemarkKind::MonthsBeside(MonthsBeside::Sum { sum, revised_by }) => {
                let share = Ratio::new(revised_by.amount.0, sum.amount.0)?;
                percent(Printed {
                    digits: share.percent(1),
                    decimals: 1,
                })
            }
            RemarkKind::StreakOpen { why, .. } => self.reason(why),
            _ => return None,
        })
    }

    fn flag(&self, flag: Flag) -> &'static str {
        match flag {
            Flag::Implied => "implied by a published change",
            Flag::Difference => "difference",
            Flag::Converted => "converted from yuan",
            Flag::Revised => "revised",
            Flag::AsPublished => "as published",
            Flag::Uncertain => "rounding over 1 pt",
        }
    }

    fn names_of_files(&self, files: usize, flow: bool, month: bool) -> String {
        let what = match (flow, month) {
            (true, true) => "flow and month",
            (true, false) => "flow",
            _ => "month",
        };
        match files {
            1 => format!("{what} read from the file name"),
            files => {
                format!("{files} files: {what} read from their names; see `tradecheck inspect`")
            }
        }
    }

    fn more_details(&self) -> &'static str {
        "Details: --notes full"
    }

    fn period(&self, period: Period) -> String {
        dates::period(period, Lang::En)
    }

    fn list(&self, things: &[String], count: usize) -> String {
        few(things, count)
    }
}

impl English {
    /// The first few of them, and how many more.
    fn periods(&self, all: &[Period]) -> String {
        let all = Period::joined(all.iter().copied());
        let most = if all.len() > 3 { 2 } else { 3 };
        let shown: Vec<String> = all.iter().take(most).map(|one| self.period(*one)).collect();
        few(&shown, all.len())
    }

    fn beside(&self, months: &MonthsBeside) -> String {
        match months {
            MonthsBeside::Missing(missing) => {
                format!("the months cannot be added up: {}", self.reason(missing))
            }
            MonthsBeside::Sum { sum, revised_by } => format!(
                "the months sum to {}; revisions since, month unknown, come to {}",
                self.measured(*sum),
                self.measured(*revised_by)
            ),
        }
    }

    /// `no figure for 2016-05, 2016-07..2016-09`.
    fn lacking(&self, lacking: &Lacking) -> String {
        let listed = |periods: &[Period]| {
            let texts: Vec<String> = periods.iter().map(|one| self.period(*one)).collect();
            texts.join(", ")
        };
        let mut texts = Vec::new();
        if !lacking.without.is_empty() {
            let what = if lacking.of_yoy { "y/y" } else { "figure" };
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
                (_, true) => format!("no y/y for {periods}"),
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
    let all: Vec<String> = names.iter().map(|name| name.as_ref().to_owned()).collect();
    let more = count.saturating_sub(names.len());
    if more > 0 {
        return format!("{} and {more} more", all.join(", "));
    }
    all.join(", ")
}

/// ` and 3 more months`, after the first of so many.
fn and_more(months: usize) -> String {
    match months {
        0 | 1 => String::new(),
        2 => " and 1 more month".to_owned(),
        more => format!(" and {} more months", more - 1),
    }
}

/// What is said of a figure that is made of one in a [`FigureRemark::CurrencyGap`].
const OLDER_PRINT: &str = "rests on an older print than the figure in the other currency";

/// Yuan for a dollar, of millionths: `7.10`.
fn rate(millionths: i128) -> String {
    let hundredths = (millionths + 5_000) / 10_000;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn uncovered(months: &Uncovered, why: &str) -> String {
    let Uncovered {
        flow,
        period,
        months,
        count,
        things,
    } = months;
    format!(
        "{flow}s of {period}{} are incomplete: their files have no row of {}, {why}",
        and_more(*months),
        lists::things(things, *count, Lang::En)
    )
}

/// ` of HS 03, South Korea`; nothing where nothing is named.
fn lacking(missing: &Missing) -> String {
    let things = &missing.lacking;
    match things.is_empty() {
        true => String::new(),
        false => format!(" of {}", lists::things(things, things.len(), Lang::En)),
    }
}

fn partner(place: u16, other: &'static str) -> &'static str {
    Partner::at(place).map_or(other, |partner| &partner.en)
}

fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::World => "World is the sum of the partners",
        LeftOut::NotMonthly => "annual or quarterly",
        LeftOut::OtherFlow => {
            "re-imports, re-exports and the like, not part of imports and exports here"
        }
        LeftOut::Services => "services, not goods",
        LeftOut::NotHs => "another classification than the HS",
        LeftOut::Repeated => "the same trade again, in a second classification",
    }
}

fn how(basis: Basis) -> &'static str {
    match basis {
        Basis::Printed => "published",
        Basis::Difference => "calculated as a difference",
        Basis::Implied => "calculated back",
        Basis::Sum => "added up",
        Basis::Converted => "converted from yuan",
    }
}

fn released(vintage: Option<Vintage>) -> String {
    let date = vintage.map(|date| format!(" ({})", day(date)));
    date.unwrap_or_default()
}

fn on_day(vintage: Option<Vintage>) -> String {
    // `on 13 July 2017`, `in July 2017`.
    let word = |date: Vintage| if date == date.as_day() { "on" } else { "in" };
    let date = vintage.map(|date| format!(" {} {}", word(date), day(date)));
    date.unwrap_or_default()
}

fn day(date: Vintage) -> String {
    dates::day(date, Lang::En)
}

fn percent(printed: Printed) -> String {
    format!("{} %", signed(printed))
}

fn flag(currency: Currency) -> String {
    format!("--currency {}", currency.code().to_lowercase())
}
