//! Whose trade a row is: its partner, and whether its flow is told from the partner's side.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::series_label;
use crate::reader::layout::tidy::columns::TidyColumns;
use crate::reader::layout::tidy::state::TidyState;
use crate::reader::layout::titles;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Partner, Perspective};

/// Whether the flow that the row's label, heading or column of flows gives is the partner's and must
/// be reversed. `None` if that is in doubt, with a problem added.
pub(super) fn is_turned(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    label: &TextMeaning,
    state: &TidyState,
) -> Option<bool> {
    let heading = &state.heading.meaning;
    let (side, partner) = match label.side {
        WhoseTrade::NotStated => (heading.side, heading.partner()),
        side => (side, label.partner().or(heading.partner())),
    };
    let is_total = label.flow() == Some(Flow::Total);
    if side == WhoseTrade::NotStated || side == WhoseTrade::Unclear && is_total {
        return Some(columns.whole.is_reversed);
    }
    let of_file = match columns.whole.is_reversed {
        true => Some(Perspective::Partner),
        false => reading.options.file_side,
    };
    let Some(whose) = series_label::whose(of_file, side) else {
        let (line, text) = match label.side {
            WhoseTrade::NotStated => (state.heading.line, state.heading.text.clone()),
            _ => {
                let mut texts = columns.labels.iter().map(|at| reading.table.cell(*at));
                let text = texts.find(|text| TextMeaning::of(text).side != WhoseTrade::NotStated);
                (reading.table.line(), text.unwrap_or_default().into_owned())
            }
        };
        reading.doubt(Some(line), &InputError::SideInDoubt, &text);
        return None;
    };
    let turn = whose == Perspective::Partner;
    if turn {
        titles::say_turned(reading, partner.or(columns.whole.partner));
    }
    Some(turn)
}

/// The partner of the row, and whether its flow must be reversed.
pub(super) fn partner(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    label: &TextMeaning,
    state: &TidyState,
) -> Option<(u16, bool)> {
    if let Some(column) = columns.reporter {
        let in_text = label.partner().or(state.heading.meaning.partner());
        return reported(reading, columns, column, in_text);
    }
    if columns.whole.is_reversed
        && let (
            Some(
                PartnerOf::Either(column)
                | PartnerOf::Columns {
                    name: Some(column), ..
                },
            ),
            Some(owner),
        ) = (columns.partner, columns.whole.partner)
        && Partner::find(&reading.table.cell(column)).is_some_and(is_china)
    {
        // In a table of the partner's trade, the rows with China as partner are wanted.
        return reading
            .wanted_partner(&PartnerOf::Fixed(owner))
            .map(|partner_index| (partner_index, false));
    }
    let in_text = label.partner().or(state.heading.meaning.partner());
    match (columns.partner, in_text) {
        (Some(PartnerOf::Fixed(_)) | None, Some(partner_index)) => {
            reading.wanted_partner(&PartnerOf::Fixed(partner_index))
        }
        (Some(partner), _) => reading.wanted_partner(&partner),
        // The headers of the values name the partners.
        (None, None) if columns.values.iter().all(|one| one.partner.is_some()) => {
            columns.values.first().and_then(|one| one.partner)
        }
        (None, None) => {
            let assumed = reading.assumed_partner()?;
            reading.wanted_partner(&assumed)
        }
    }
    .map(|partner_index| (partner_index, false))
}

/// The partner of a row that names its reporter: China or, with `--file-side kp`, the partner.
pub(super) fn reported(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    column: usize,
    in_text: Option<u16>,
) -> Option<(u16, bool)> {
    let cell = reading.table.cell(column);
    if cell.is_empty() && columns.reporter_in_every_row {
        reading.wrong(column, &InputError::ReporterNotStated);
        return None;
    }
    let number = cell.trim_end_matches(".0");
    let partner_index = match number.bytes().all(|byte| byte.is_ascii_digit()) {
        true => Partner::by_un_code(number).or_else(|| Partner::by_code(number)),
        false => Partner::find(&cell),
    };
    let from_china = cell.is_empty() || partner_index.is_some_and(is_china);
    if from_china && reading.options.file_side != Some(Perspective::Partner) {
        let partner = match (columns.partner, in_text) {
            (Some(PartnerOf::Fixed(_)) | None, Some(partner_index)) => {
                PartnerOf::Fixed(partner_index)
            }
            (of_column, _) => of_column?,
        };
        reading.note_china();
        return reading
            .wanted_partner(&partner)
            .map(|partner_index| (partner_index, false));
    }
    if reading.options.file_side == Some(Perspective::Partner)
        && let (Some(owner), Some(PartnerOf::Either(with))) = (partner_index, columns.partner)
        && Partner::find(&reading.table.cell(with)).is_some_and(is_china)
    {
        return reading
            .wanted_partner(&PartnerOf::Fixed(owner))
            .map(|partner_index| (partner_index, true));
    }
    let name = cell.into_owned();
    reading.count_of_others(&name);
    None
}
