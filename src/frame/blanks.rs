//! Rows with a blank province or trade mode. They count in every total, because the depth of a file
//! is set by its columns, not by single cells. But a blank row equal to the sum of the other rows
//! is itself a total.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions" (depth).

use crate::frame::{Frame, FrameError};
use crate::trade::{Amount, BLANK, Currency, Flow, Period, Selection, SetRemark, TextId};
use std::collections::{BTreeMap, BTreeSet};

/// What rows have in common that differ only in province and trade mode. Their sums are compared
/// exactly, so a total that was rounded otherwise is not found.
type BlankRowKey = (u32, Period, Flow, u16, Currency, TextId);

impl Frame {
    /// The breakdown texts that contain a blank.
    fn blank_splits(&self) -> BTreeSet<TextId> {
        let is_blank = |text: &str| text.split('|').any(|part| part == BLANK);
        let texts = (0..).zip(self.observations.texts());
        let blank = texts.filter(|(_, text)| is_blank(text));
        blank.map(|(number, _)| TextId(number)).collect()
    }

    /// The remark to make on blank rows, if there are any.
    ///
    /// # Errors
    /// [`FrameError`] when one of them equals the sum of the others, so that it may be a total.
    pub(crate) fn check_blank_breakdowns(
        &self,
        selection: &Selection,
        currency: Currency,
    ) -> Result<Option<SetRemark>, FrameError> {
        let blank = self.blank_splits();
        if blank.is_empty() {
            return Ok(None);
        }
        let mut sums: BTreeMap<BlankRowKey, (Amount, Amount, u64)> = BTreeMap::new();
        let mut first: Option<(u32, u64)> = None;
        let mut count = 0u64;
        let rows = self.detail_rows().rows();
        let wanted = rows
            .filter(|(_, row)| row.currency == currency && selection.partner.wants(row.partner));
        for (at, row) in wanted {
            let row_index = at as usize;
            let (Some(value), Some(input)) = (
                self.observations.rows.amount(row_index),
                self.observations.input.get(row_index),
            ) else {
                continue;
            };
            let key = (
                *input,
                row.period,
                row.flow,
                row.partner,
                currency,
                row.code,
            );
            let (blanks, others, line) = sums.entry(key).or_default();
            if blank.contains(&row.split) {
                *blanks = *blanks + value;
                *line = self.observations.rows.line(row_index);
                count += 1;
                first.get_or_insert((*input, *line));
            } else {
                *others = *others + value;
            }
        }
        let name = |input: u32| {
            let input = self.observations.inputs.get(input as usize);
            input.map_or_else(String::new, |input| input.name.to_string())
        };
        let is_total = |(_, (blanks, others, _)): &(&BlankRowKey, &(Amount, Amount, u64))| {
            *blanks == *others && *blanks != Amount::ZERO
        };
        if let Some((key, (_, _, line))) = sums.iter().find(is_total) {
            return Err(FrameError::BlankTotal {
                file: name(key.0),
                line: *line,
            });
        }
        Ok(first.map(|(input, line)| SetRemark::BlankBreakdown {
            rows: count,
            file: name(input).into(),
            line,
        }))
    }
}
