//! Determines where the data of a request are, and how to read them.

use crate::cli::{Command, Request};
use crate::reader::{Options, Origin, Projection, Source};
use crate::trade::{BUILT_IN_DATA, Breakdown, Flow, Measure};
use std::path::PathBuf;
use std::sync::OnceLock;

/// The built-in published figures.
pub const BUILT_IN: Origin = Origin::BuiltIn {
    name: BUILT_IN_DATA,
    text: include_bytes!("../../data/published.csv"),
};

/// The built-in published figures of single goods.
pub const BUILT_IN_GOODS: Origin = Origin::BuiltIn {
    name: "built-in data on goods",
    text: include_bytes!("../../data/published-goods.csv"),
};

/// The built-in figures by which claims are also judged: single goods, and the series of other
/// compilers, each with its name.
pub fn further_sources() -> (Source, Vec<(&'static str, Source)>) {
    let goods = Source {
        origin: BUILT_IN_GOODS,
        flow: None,
    };
    let of = |(name, text): &'static (&'static str, String)| {
        let origin = Origin::BuiltIn {
            name,
            text: text.as_bytes(),
        };
        (*name, Source { origin, flow: None })
    };
    (goods, compilers().iter().map(of).collect())
}

/// One table for each other compiler.
fn compilers() -> &'static [(&'static str, String)] {
    static TABLES: OnceLock<Vec<(&'static str, String)>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let all = include_str!("../../data/other-compilers.csv");
        let (header, rows) = all.split_once('\n').unwrap_or((all, ""));
        let table = |name: &'static str| {
            let of_compiler = rows.lines().filter(|row| row.contains(name));
            let rows: Vec<&str> = of_compiler.collect();
            (name, format!("{header}\n{}\n", rows.join("\n")))
        };
        ["KITA", "KOTRA", "KDI"].map(table).to_vec()
    })
}

/// The files to read; the built-in data if no files are named, or if they are asked for too.
pub fn sources(request: &Request) -> Vec<Source> {
    let inputs = &request.inputs;
    let of = |paths: &[PathBuf], flow: Option<Flow>| -> Vec<Source> {
        let origin = |path: &PathBuf| {
            if path.as_os_str() == "-" {
                Origin::Stdin
            } else {
                Origin::Path(path.clone())
            }
        };
        paths
            .iter()
            .map(|path| Source {
                origin: origin(path),
                flow,
            })
            .collect()
    };
    let mut sources = of(&inputs.files, None);
    sources.extend(of(&inputs.imports, Some(Flow::Import)));
    sources.extend(of(&inputs.exports, Some(Flow::Export)));
    if inputs.is_empty() || inputs.with_built_in {
        sources.push(Source {
            // Figures of single goods are separate figures, not components of the totals.
            origin: if reads_goods(request) {
                BUILT_IN_GOODS
            } else {
                BUILT_IN
            },
            flow: None,
        });
    }
    sources
}

/// The reading options.
pub fn options(request: &Request) -> Options {
    Options {
        partner: request.selection.partner.clone(),
        unit: request.inputs.unit,
        file_month: request.inputs.file_month,
        currency: request.inputs.currency,
        layout: request.inputs.layout,
        encoding: request.inputs.encoding,
        sheet: request.inputs.sheet.clone(),
        lenient: request.inputs.lenient,
        needs: needs(request),
        file_side: request.inputs.file_side,
        decimal: request.inputs.decimal,
        partner_codes: request.inputs.partner_codes,
        all_goods: request.inputs.all_goods,
        all_partners: request.inputs.all_partners,
        ignored: request.inputs.ignored.clone(),
        has_rows_beside: request.inputs.data.is_some(),
        row_by_row: false,
    }
}

/// Whether the built-in figures of single goods are read.
pub fn reads_goods(request: &Request) -> bool {
    let inputs = &request.inputs;
    let of_goods = !request.selection.goods.is_all() || is_on_goods(request);
    (inputs.is_empty() || inputs.with_built_in) && of_goods
}

/// Whether the command needs single goods regardless of the selection.
fn is_on_goods(request: &Request) -> bool {
    matches!(request.command, Command::Sanctions(_))
}

/// Which parts of a row the request needs.
fn needs(request: &Request) -> Projection {
    let selection = &request.selection;
    let (is_page, with_sanctions) = match request.command {
        Command::Report { sanctions, .. } => (true, sanctions),
        _ => (false, false),
    };
    let is_on_lines = is_on_goods(request) || with_sanctions;
    let by_prefix = selection.by.and_then(Breakdown::digits);
    Projection {
        digits: match selection.by {
            // Measures of sanctions and claims may name codes of any length.
            _ if is_on_lines || matches!(request.command, Command::Check(_)) => 10,
            Some(Breakdown::Group | Breakdown::Sanction | Breakdown::TariffLine) => 10,
            // A brief names the chapters behind a change.
            None if matches!(request.command, Command::Brief) => selection.goods.digits().max(2),
            // A page also names the headings.
            None if is_page => selection.goods.digits().max(4),
            _ => selection.goods.digits().max(by_prefix.unwrap_or(0)),
        },
        partners: selection.by == Some(Breakdown::Partner),
        quantities: selection.measure != Measure::Value
            || reads_goods(request)
            || matches!(request.command, Command::Movers { .. } | Command::Check(_))
            || is_page
            || is_on_lines,
        names: is_on_lines
            || matches!(
                selection.by,
                Some(Breakdown::Code | Breakdown::Province | Breakdown::TradeMode)
            ),
    }
}
