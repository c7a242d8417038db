//! Tables that name both sides of the trade: who sends and who receives.

use crate::reader::accounting::meaning::is_china;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::table::Line;
use crate::reader::layout::tidy::countries::holds_countries;
use crate::reader::layout::tidy::names::bare;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Partner};

const SENDERS: &str = "exporter|exportername|exporteriso3|exportercode|exportercountry|exportingcountry|origin|origincountry|\
origincountryiso3|originiso3|countryoforigin|from|sender|출발국|수출국|出口国|起运国";
const RECEIVERS: &str = "importer|importername|importeriso3|importercode|importercountry|importingcountry|destination|\
destinationcountry|destinationcountryiso3|destinationiso3|countryofdestination|to|receiver|도착국|수입국|进口国|目的国";

/// The columns of those who send and of those who receive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Traders {
    pub sender: usize,
    pub receiver: usize,
}

/// Finds the two columns: by their names, and by the countries in them.
pub(super) fn traders(names: &[String], rows: &[Line]) -> Option<Traders> {
    let find = |list: &str| {
        let is_one = |column: &usize| list.split('|').any(|one| one == bare(&names[*column]));
        let mut found = (0..names.len()).filter(is_one);
        let only = found.next().filter(|_| found.next().is_none());
        only.filter(|column| holds_countries(rows, *column))
    };
    let (sender, receiver) = find(SENDERS).zip(find(RECEIVERS))?;
    Some(Traders { sender, receiver })
}

/// The flow and the partner's column of a row between China and a partner; `None` for the trade of
/// others.
pub(super) fn of_row(reading: &Reading<'_, '_>, traders: Traders) -> Option<(Flow, PartnerOf)> {
    let is_of_china =
        |column: usize| Partner::find(&reading.table.cell(column)).is_some_and(is_china);
    let (sends, receives) = (is_of_china(traders.sender), is_of_china(traders.receiver));
    match (sends, receives) {
        (true, false) => Some((Flow::Export, PartnerOf::Either(traders.receiver))),
        (false, true) => Some((Flow::Import, PartnerOf::Either(traders.sender))),
        _ => None,
    }
}
