//! Dispatches each command to its measure. What is specific to a command is in its measure; this
//! file only provides the input.

mod data;
mod further_frames;
mod page;
mod sanctions;

pub use data::Data;
use data::{marked, of_series, of_set, with_notes};
pub use further_frames::FurtherFrames;
pub use sanctions::bans;

use crate::cli::{CheckAsked, ClaimSource, Command, Request};
use crate::failure::Failure;
use crate::frame::{
    Frame, FrameError, InputContents, OutsideKnowledge, PublishedTotals, SeriesSet,
};
use crate::measure::check::CheckMode;
use crate::measure::inspect;
use crate::measure::{self, Answer, Question, Verdict};
use crate::reader::{self, InputProfile, Options, Source};
use crate::report::RemarkKind;
use crate::resolve::{BUILT_IN, reads_goods};
use crate::trade::{Breakdown, Currency, Measure, Selection, UnderstoodText};

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
        Command::Report { events, sanctions } => page::page(data, events, *sanctions)?,
        Command::Record => of_series(data, |set| measure::record::answer(question, set))?,
        Command::Inspect { check } => inspect(data, *check)?,
        Command::Revisions => {
            measure::revisions::answer(question, data.frame, &data.request.selection)?
        }
        Command::Sanctions(wanted) => sanctions::sanctions(data, wanted)?,
        Command::Check(asked) => check(data, asked)?,
    };
    answer.report.state_age();
    let inputs = data.frame.observations().inputs.iter();
    let files: Vec<&str> = inputs.map(|input| &*input.name).collect();
    answer.report.tell_sources_apart(&files);
    answer.report.leave_mixed_units_out();
    answer.report.notes.extend(bans(data.request, data.frame));
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
