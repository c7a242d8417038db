//! Dispatches each command to its measure. What is specific to a command is in its measure; this
//! file only provides the input.

mod further_frames;

pub use further_frames::FurtherFrames;

use crate::cli::{CheckAsked, ClaimSource, Command, Request};
use crate::failure::Failure;
use crate::frame::{
    Frame, FrameError, InputContents, OutsideKnowledge, PublishedTotals, SeriesSet,
};
use crate::measure::chart::EventsWanted;
use crate::measure::check::CheckMode;
use crate::measure::inspect;
use crate::measure::page::{PageMaterial, SanctionsSection};
use crate::measure::sanctions::{GoodsInData, SanctionsWanted};
use crate::measure::{self, Answer, MeasureError, Question, Verdict};
use crate::reader::{self, InputProfile, Options, Source};
use crate::report::{ClaimRemark, Remark, RemarkKind};
use crate::resolve::{self, BUILT_IN, reads_goods};
use crate::trade::{
    Breakdown, Currency, Goods, Measure, Passage, Period, Regime, Selection, SetRemark,
    UnderstoodText,
};
use std::cell::OnceCell;
use std::sync::Arc;

/// A request, and everything that was read for it.
pub struct Data<'a> {
    /// The request.
    pub request: &'a Request,
    /// The number of months for which a chart has room.
    pub chart_months: usize,
    /// All rows that were read.
    pub frame: &'a Frame,
    /// All files that were completely read, in the order of the frame's inputs.
    pub profiles: &'a [InputProfile],
    /// The claims to check, and a remark on the file they came from.
    pub claims: &'a (Vec<Passage>, Option<ClaimRemark>),
}

/// What is known about the inputs from outside them: what the user declares, and, read only if
/// something asks for them, the built-in published totals.
pub fn known(request: &Request) -> OutsideKnowledge {
    let partner = request.selection.partner.clone();
    let totals = move || {
        let built_in = Source {
            origin: BUILT_IN,
            flow: None,
        };
        let options = Options {
            partner,
            ..Options::default()
        };
        reader::read(&[built_in], &options, &mut std::io::empty()).ok()
    };
    OutsideKnowledge {
        all_goods: request.inputs.all_goods,
        all_partners: request.inputs.all_partners,
        totals: PublishedTotals::by(totals),
        by_one_body: true,
        ..OutsideKnowledge::default()
    }
}

/// The answer to the command, with remarks in this order: reader, frame, measure.
///
/// # Errors
/// When the data have nothing for the selection, or the question has no answer.
pub fn answer(data: &Data<'_>) -> Result<Answer, Failure> {
    let question = &data.request.question;
    let wanted = data.request.output.columns.as_deref();
    let mut answer = match &data.request.command {
        Command::Yoy { top } => yoy(data, *top)?,
        Command::Streak(wanted) => {
            of_series(data, |set| measure::streak::answer(question, wanted, set))?
        }
        Command::Series => {
            let columns = wanted.map(|wanted| measure::series::columns_named(question, wanted));
            let columns = columns.transpose()?;
            of_series(data, |set| {
                measure::series::answer(question, columns.as_deref(), set)
            })?
        }
        Command::Movers { top } => movers(data, *top)?,
        Command::Chart { events, .. } => of_series(data, |set| {
            measure::chart::answer(question, data.chart_months, marked(data, events), set)
        })?,
        Command::Brief => brief(data)?,
        Command::Report { events, sanctions } => page(data, events, *sanctions)?,
        Command::Record => of_series(data, |set| measure::record::answer(question, set))?,
        Command::Inspect { check } => inspect(data, *check)?,
        Command::Revisions => {
            measure::revisions::answer(question, data.frame, &data.request.selection)?
        }
        Command::Sanctions(wanted) => sanctions(data, wanted)?,
        Command::Check(asked) => check(data, asked)?,
    };
    answer.report.state_age();
    answer.report.leave_mixed_units_out();
    answer.report.notes.extend(bans(data.request));
    let remarks = data.frame.observations().remarks.iter();
    Ok(with_notes(answer, remarks.cloned().map(RemarkKind::Input)))
}

/// The answer reduced to the columns asked for.
///
/// # Errors
/// When there is no such column.
pub fn with_columns(
    mut answer: Answer,
    columns: Option<&[String]>,
    question: &Question,
) -> Result<Answer, Failure> {
    if let Some(wanted) = columns {
        measure::columns::choose(&mut answer.report, wanted, question)?;
    }
    measure::spark::show(&mut answer.report, columns.is_some());
    Ok(answer)
}

/// An answer computed from the series of the selection.
fn of_series(
    data: &Data<'_>,
    measured: impl FnOnce(&SeriesSet) -> Result<Answer, MeasureError>,
) -> Result<Answer, Failure> {
    let set = data.frame.series(&data.request.selection)?;
    let mut answer = measured(&set)?;
    if data.request.output.spark {
        measure::spark::fill(&mut answer, &data.request.question, &set);
    }
    Ok(with_notes(answer, of_set(set.notes)))
}

/// Puts notes before those of the answer.
fn with_notes(mut answer: Answer, kinds: impl IntoIterator<Item = RemarkKind>) -> Answer {
    let notes = kinds.into_iter().map(Remark::on_all);
    answer.report.notes.splice(0..0, notes);
    answer
}

/// The notes of the frame on the series.
fn of_set(notes: Vec<SetRemark>) -> impl Iterator<Item = RemarkKind> {
    notes.into_iter().map(RemarkKind::Set)
}

fn yoy(data: &Data<'_>, top: Option<usize>) -> Result<Answer, Failure> {
    let question = &data.request.question;
    let beside = quantities_beside(data.request, data.frame)?;
    of_series(data, |set| {
        let answer = measure::yoy::answer(question, top, set)?;
        let on_quantities =
            beside.map(|quantities| measure::yoy::on_quantities(question, &quantities));
        let mut answer = answer;
        let notes = on_quantities.into_iter().flatten();
        answer.report.notes.splice(0..0, notes);
        Ok(answer)
    })
}

fn brief(data: &Data<'_>) -> Result<Answer, Failure> {
    let Data { request, frame, .. } = data;
    let by_chapter = Selection {
        by: Some(Breakdown::Chapter),
        ..request.selection.clone()
    };
    // Published totals do not distinguish goods; no remark is needed then.
    let goods = FrameError::unless_absent(frame.series(&by_chapter))?;
    of_series(data, |set| {
        measure::brief::answer(&request.question, set, goods.as_ref())
    })
}

fn page(data: &Data<'_>, events: &[Regime], with_sanctions: bool) -> Result<Answer, Failure> {
    let Data { request, frame, .. } = data;
    let split = |by: Breakdown, measure: Measure| {
        let selection = Selection {
            by: Some(by),
            ..request.selection.measuring(measure)
        };
        // Published totals do not distinguish goods; no remark is needed then.
        let is_whole = request.selection.by.is_none();
        match is_whole {
            true => FrameError::unless_absent(frame.series(&selection)),
            false => Ok(None),
        }
    };
    let chapters = split(Breakdown::Chapter, request.selection.measure)?;
    let values = split(Breakdown::Heading, Measure::Value)?;
    let quantities = split(Breakdown::Heading, Measure::Quantity)?;
    let lines = match with_sanctions {
        true => of_lines(data)?,
        false => None,
    };
    let refusal = OnceCell::new();
    let held = |month| {
        let frame = lines.as_ref().unwrap_or(frame);
        let held = GoodsInData::of(frame, &request.selection, Some(Period::month(month)));
        let held = FrameError::unless_absent(held).unwrap_or_else(|why| {
            let _ = refusal.set(why);
            None
        });
        Some(held?.of_all_goods(data.frame.has_all_goods(&request.selection.partner)))
    };
    let material = PageMaterial {
        events: marked(data, events),
        chapters: chapters.as_ref(),
        headings: values.as_ref().zip(quantities.as_ref()).map(<[_; 2]>::from),
        sanctions: with_sanctions.then(|| SanctionsSection {
            list: request.sanctions.list(),
            regime: request.sanctions.regime,
            goods_in_data: &held,
        }),
    };
    let answer = of_series(data, |set| {
        measure::page::answer(&request.question, &material, set)
    })?;
    match refusal.into_inner() {
        Some(why) => Err(why.into()),
        None => Ok(answer),
    }
}

/// The measures that a chart marks.
fn marked<'a>(data: &'a Data<'_>, regimes: &'a [Regime]) -> EventsWanted<'a> {
    EventsWanted {
        regimes,
        own: data.request.sanctions.list.as_ref(),
    }
}

/// The built-in figures of single goods, if no files are given.
fn of_lines(data: &Data<'_>) -> Result<Option<Frame>, Failure> {
    if !data.request.inputs.is_empty() {
        return Ok(None);
    }
    let (goods, _) = resolve::further_sources();
    let options = resolve::options(data.request);
    let read = reader::read_watched(
        &[goods],
        &options,
        &mut std::io::empty(),
        &reader::Unwatched,
    )?;
    Ok(Some(Frame::new(read.0)))
}

fn movers(data: &Data<'_>, top: usize) -> Result<Answer, Failure> {
    let Data { request, frame, .. } = data;
    let set = frame.series(&request.selection)?;
    let quantities = frame.series(&request.selection.measuring(Measure::Quantity))?;
    let mut answer = measure::movers::answer(&request.question, top, &set, &quantities)?;
    if request.output.spark {
        measure::spark::fill(&mut answer, &request.question, &set);
    }
    Ok(with_notes(answer, of_set(set.notes)))
}

fn sanctions(data: &Data<'_>, wanted: &SanctionsWanted) -> Result<Answer, Failure> {
    let Data { request, frame, .. } = data;
    let (question, selection) = (&request.question, &request.selection);
    let (list, regime) = (request.sanctions.list(), request.sanctions.regime);
    let held = |months| {
        let held = GoodsInData::of(frame, selection, months);
        held.map(|held| held.of_all_goods(frame.has_all_goods(&selection.partner)))
    };
    use measure::sanctions::{caps, check, coverage, list as measures};
    if !question.partner.is_north_korea() {
        return Err(MeasureError::NotSanctioned.into());
    }
    Ok(match wanted {
        SanctionsWanted::List(asked) => measures::answer(question, *asked, list, regime),
        SanctionsWanted::Check { fail_on_hit } => {
            let months = check::range(question.span);
            let knows = |prefixes: &[Arc<str>], flow, month| {
                let selection = Selection {
                    goods: Goods::under(prefixes.to_vec(), Vec::new()),
                    by: None,
                    ..selection.measuring(Measure::Value)
                };
                let set = frame.series(&selection).ok();
                set.is_some_and(|set| set.flow(flow).figure(Period::month(month)).is_some())
            };
            let held = (&held(months)?, &knows as _);
            check::answer(question, *fail_on_hit, held, list, regime)
        }
        SanctionsWanted::Coverage(asked) => {
            // Published components of a year are not an input but in a table of facts.
            let held = match request.inputs.is_empty() {
                true => {
                    of_components(selection)?;
                    None
                }
                false => Some(held(Some(asked.base))?),
            };
            coverage::answer(question, *asked, held.as_ref(), list, regime)
        }
        SanctionsWanted::Caps(asked) => {
            caps::answer(question, *asked, frame, selection, list, regime)?
        }
    })
}

/// Checks that nothing narrows down the published components of a year, which are not selected from
/// but shown as they are.
fn of_components(selection: &Selection) -> Result<(), MeasureError> {
    let what = if !selection.goods.is_all() {
        "a choice of goods"
    } else if selection.as_of.is_some() {
        "`--as-of`"
    } else if selection.currency.is_some_and(|one| one != Currency::Usd) {
        "`--currency cny`"
    } else {
        return Ok(());
    };
    Err(MeasureError::NotOfComponents { what })
}

/// Remarks on bans of the goods, for each flow, in the commands that answer for them as one series;
/// and on the measures behind a breakdown by sanctions.
pub fn bans(request: &Request) -> Vec<Remark> {
    let of_a_series = matches!(
        request.command,
        Command::Yoy { .. } | Command::Series | Command::Streak(_) | Command::Record
    );
    // No ban covers all goods, so the list need not be read for them.
    let of_a_series = of_a_series
        && !request.question.goods.is_all()
        && request.question.partner.is_north_korea();
    let (asked, regime) = (&request.sanctions, request.sanctions.regime);
    let bans =
        of_a_series.then(|| measure::sanctions::bans_on(&request.question, asked.list(), regime));
    let split = request.selection.sanctions.as_ref();
    let split = split.map(measure::sanctions::on_split);
    bans.into_iter().flatten().chain(split).collect()
}

/// The built-in quantities of single goods, if their values are asked for: readers want to know
/// both.
fn quantities_beside(request: &Request, frame: &Frame) -> Result<Option<SeriesSet>, FrameError> {
    let selection = &request.selection;
    if !reads_goods(request) || selection.measure != Measure::Value {
        return Ok(None);
    }
    FrameError::unless_absent(frame.series(&selection.measuring(Measure::Quantity)))
}

/// Whether claims are true.
fn check(data: &Data<'_>, asked: &CheckAsked) -> Result<Answer, Failure> {
    let Data { request, frame, .. } = data;
    let further = FurtherFrames::read(request)?;
    let books = further.books(frame, request);
    let (passages, remarks) = data.claims;
    let manner = CheckMode {
        is_text: matches!(asked.claims, ClaimSource::Article(_)),
        by_identities: asked.by_identities,
    };
    let (question, selection) = (&request.question, &request.selection);
    let passages = match manner.by_identities {
        true => passages.to_vec(),
        false => measure::check::with_denied(passages, selection, &books)?,
    };
    let answer = measure::check::answer(question, selection, &passages, manner, &books)?;
    Ok(with_notes(
        answer,
        remarks.iter().cloned().map(RemarkKind::Claim),
    ))
}

/// The contents of the files, whether or not they have series for the selection.
fn inspect(data: &Data<'_>, check: bool) -> Result<Answer, Failure> {
    let Data {
        request,
        frame,
        profiles,
        ..
    } = data;
    let set = match frame.series(&request.selection) {
        // Files without the partner are especially worth inspecting.
        Err(why @ (FrameError::NoPartner { .. } | FrameError::NoRowLeft { .. })) => {
            Err(why.to_string())
        }
        set => Ok(set?),
    };
    let remarks = &frame.observations().remarks;
    let file = |((summary, held), is_cut): ((&InputProfile, InputContents), bool)| {
        let own = remarks
            .iter()
            .filter(|remark| *remark.file == *summary.name);
        measure::inspect::File {
            name: summary.name.clone(),
            layout: summary.layout,
            encoding: summary.encoding.to_string(),
            rows: summary.rows,
            observations: summary.observations,
            is_cut,
            partners: summary.partners.clone(),
            contents: held,
            remarks: own.map(|remark| remark.what.clone()).collect(),
            texts: match summary.has_fixed_columns() {
                // The columns of a fixed layout are known by their names.
                true => UnderstoodText::with_columns_together(&summary.accounted),
                false => summary.accounted.clone(),
            },
        }
    };
    // Every file that was completely read became one input.
    let cut = frame.observations().inputs.iter().map(|input| input.is_cut);
    let files = profiles.iter().zip(frame.held()).zip(cut);
    let files: Vec<_> = files.map(file).collect();
    let found = match &set {
        Ok(_) => frame.findings(&request.selection)?,
        Err(_) => Vec::new(),
    };
    let material = inspect::InspectMaterial {
        files: &files,
        set: set.as_ref().ok(),
        found: &found,
        currency: request.selection.currency.unwrap_or(Currency::Usd),
    };
    let mut answer = measure::inspect::answer(&request.question, check, &material)?;
    let notes = match set {
        Ok(set) => of_set(set.notes).collect(),
        Err(why) => {
            if check {
                answer.verdict = Verdict::No;
            }
            vec![RemarkKind::NothingHeld(why.replace("\n  ", "; "))]
        }
    };
    Ok(with_notes(answer, notes))
}
