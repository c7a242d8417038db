//! The flags that every command that computes has.

use super::values::{self, ColorWord, PartnerWord};
use super::{Command, GoodsAsked, Inputs, Output, Request};
use crate::measure::{Question, Span};
use crate::render::{Format, Lang, MoneyUnit};
use crate::trade::{
    Breakdown, Currency, DecimalMark, Flow, Goods, Measure, Month, Partner, PartnerChoice,
    PartnerCodes, Period, Perspective, Selection, Unit, Vintage,
};
use clap::Args;
use clap::error::ErrorKind;
use std::path::PathBuf;

/// Examples first: how the help of every command is laid out.
pub const HELP: &str = "\
{about}{after-help}

{usage-heading} {usage}

{all-args}";

#[derive(Args)]
#[command(next_help_heading = "Data")]
pub struct Common {
    /// Your own files or folders, in place of the built-in data; `-` is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Files or folders of China's imports
    #[arg(long, value_name = "FILE", num_args = 1..)]
    imports: Vec<PathBuf>,
    /// Files or folders of China's exports
    #[arg(long, value_name = "FILE", num_args = 1..)]
    exports: Vec<PathBuf>,
    /// The month, year or period of files that have no date column: 2017-09, 2017, 2017-01..09
    #[arg(long, value_name = "PERIOD")]
    file_month: Option<Period>,
    /// The unit of amounts in files that state none: 1, thousand, ten-thousand, million, …
    #[arg(long, value_name = "UNIT", value_parser = values::unit)]
    file_unit: Option<Unit>,
    /// The layout of all files, where content misleads: platform, comtrade, tidy, wide, …
    #[arg(long, value_name = "NAME")]
    layout: Option<String>,
    /// The encoding of files whose words do not tell it: gb18030, euc-kr, big5, shift-jis, …
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// The sheet of a workbook, or the number of the table in a page, where there are several
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Whose imports and exports the files tell: cn, or kp for the partner's [default: cn]
    #[arg(long, value_name = "SIDE", value_parser = values::perspective)]
    file_side: Option<Perspective>,
    /// How the files mark decimals: point or comma [default: as all their cells show]
    #[arg(long, value_name = "MARK", value_parser = values::decimal)]
    decimal: Option<DecimalMark>,
    /// Whose numbers stand for partners in the files: customs, or un for those of the UN (M49)
    #[arg(long, value_name = "WHOSE", value_parser = values::partner_codes)]
    partner_codes: Option<PartnerCodes>,
    /// The files hold all goods of their months: a good without a row is zero
    #[arg(long)]
    all_goods: bool,
    /// The files hold all partners of their months
    #[arg(long)]
    all_partners: bool,
    /// A column, or words of a title, that change nothing; may be repeated
    #[arg(long, value_name = "TEXT")]
    ignore: Vec<String>,
    /// Drop bad rows in place of refusing them, and mark every figure they belong to
    #[arg(long)]
    lenient: bool,
    /// Answer from an archive, see `tradecheck help archive`
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,

    /// imports, exports, total or balance; may be repeated [default: all four]
    #[arg(long, value_name = "FLOW", value_parser = values::flow, value_delimiter = ',', help_heading = "Selection")]
    flow: Vec<Flow>,
    /// A code or name, or all; may be repeated [default: North Korea]
    #[arg(long, value_name = "PARTNER", value_parser = values::partner, help_heading = "Selection")]
    partner: Vec<PartnerWord>,
    /// usd or cny [default: usd where the data hold it]
    #[arg(long, value_parser = values::currency, help_heading = "Selection")]
    currency: Option<Currency>,
    /// Codes or ranges of chapters: 2701 or 03,50-63; may be repeated [default: all goods]
    #[arg(long, value_name = "CODE", value_parser = values::goods, value_delimiter = ',', help_heading = "Selection")]
    hs: Vec<values::Prefixes>,
    /// Groups of goods: coal,seafood,textiles; may be repeated
    #[arg(
        long,
        value_name = "GROUP",
        value_delimiter = ',',
        help_heading = "Selection"
    )]
    group: Vec<String>,
    /// Your own groups of goods: a CSV with the columns group and hs_prefixes
    #[arg(long, value_name = "FILE", help_heading = "Selection")]
    groups: Option<PathBuf>,
    /// value, quantity or unit-value
    #[arg(long, value_name = "WHAT", default_value = "value", value_parser = values::measure, help_heading = "Selection")]
    measure: Measure,
    /// Split by chapter, heading, subheading, code, group, province, trade-mode or partner
    #[arg(long, value_name = "WHAT", value_parser = values::by, help_heading = "Selection")]
    by: Option<Breakdown>,
    /// Whose imports and exports are told: cn, or kp for the partner's side [default: cn]
    #[arg(long = "as", value_name = "SIDE", value_parser = values::perspective, help_heading = "Selection")]
    side: Option<Perspective>,

    /// One month: 2017-09, 201709 or 2017/9 [default: the latest with a change]
    #[arg(long, value_name = "M", conflicts_with_all = ["from", "to"], help_heading = "Time")]
    month: Option<Month>,
    /// Several months as one: 2017-Q3, 2017-H1, 2017 or 2017-01..2017-09
    #[arg(long, value_name = "P", conflicts_with_all = ["month", "from", "to"], help_heading = "Time")]
    period: Option<Period>,
    /// The first of several months
    #[arg(long, value_name = "M", help_heading = "Time")]
    from: Option<Month>,
    /// The last of several months
    #[arg(long, value_name = "M", help_heading = "Time")]
    to: Option<Month>,
    /// Only what had been released by this date
    #[arg(long, value_name = "DATE", help_heading = "Time")]
    as_of: Option<Vintage>,

    /// table, csv, tsv, json, ndjson or markdown [default: table on a terminal, csv in a pipe]
    #[arg(long, short, value_parser = values::format, help_heading = "Output")]
    format: Option<Format>,
    /// Write to a file; its extension gives the format
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
    /// Leave the header line out of csv, tsv and tables
    #[arg(long, help_heading = "Output")]
    no_header: bool,
    /// auto, always or never
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = values::color, help_heading = "Output")]
    color: ColorWord,
    /// Language of labels: en, zh or ko
    #[arg(long, default_value = "en", value_parser = values::lang, help_heading = "Output")]
    lang: Lang,
    /// Unit of money in tables for people: 1, thousand, million, … [default: million]
    #[arg(long, value_parser = values::show_unit, help_heading = "Output")]
    unit: Option<MoneyUnit>,
    /// Exit with 3 when a figure that was asked for is missing
    #[arg(long, help_heading = "Output")]
    strict: bool,
}

impl Common {
    /// Takes the first few words in place of files, for a command that has words of its own.
    pub fn take_words(&mut self, most: usize) -> Vec<String> {
        let count = most.min(self.files.len());
        let words = self.files.drain(..count);
        words.map(|word| word.display().to_string()).collect()
    }

    /// Whose imports and exports are told.
    pub fn perspective(&self) -> Perspective {
        self.side.unwrap_or_default()
    }

    /// The currency asked for.
    pub fn one_currency(&self) -> Option<Currency> {
        self.currency
    }

    /// The request of `command`.
    pub fn request(self, command: Command) -> Result<Request, clap::Error> {
        let partner = self.partner()?;
        let prefixes: Vec<_> = self.hs.into_iter().flat_map(|one| one.0).collect();
        let goods = if prefixes.is_empty() {
            Goods::all()
        } else {
            Goods::under(prefixes.clone(), Vec::new())
        };
        let span = match (self.month, self.period, self.from, self.to) {
            (Some(month), ..) => Span::Month(month),
            (_, Some(period), ..) if period.is_month() => Span::Month(period.from),
            (_, Some(period), ..) => Span::Period(period),
            (None, None, None, None) => Span::Latest,
            (None, None, from, to) => Span::Range(from, to),
        };
        let mut flows: Vec<Flow> = Vec::new();
        for flow in if self.flow.is_empty() && self.measure == Measure::UnitValue {
            vec![Flow::Import, Flow::Export]
        } else if self.flow.is_empty() {
            Flow::ALL.to_vec()
        } else {
            self.flow
        } {
            if !flows.contains(&flow) {
                flows.push(flow);
            }
        }
        Ok(Request {
            command,
            inputs: Inputs {
                files: self.files,
                imports: self.imports,
                exports: self.exports,
                unit: self.file_unit,
                file_month: self.file_month,
                currency: self.currency,
                layout: self.layout,
                encoding: self.encoding,
                sheet: self.sheet,
                lenient: self.lenient,
                data: self.data,
                file_side: self.file_side,
                decimal: self.decimal,
                partner_codes: self.partner_codes,
                all_goods: self.all_goods,
                all_partners: self.all_partners,
                ignored: self.ignore,
            },
            goods: GoodsAsked {
                prefixes,
                groups: self.group,
                file: self.groups,
            },
            selection: Selection {
                partner: partner.clone(),
                currency: self.currency,
                as_of: self.as_of,
                goods: goods.clone(),
                by: self.by,
                measure: self.measure,
                groups: None,
            },
            question: Question {
                flows,
                perspective: self.side.unwrap_or_default(),
                partner,
                as_of: self.as_of,
                span,
                goods,
                by: self.by,
            },
            output: Output {
                format: self.format,
                file: self.output,
                header: !self.no_header,
                color: self.color.0,
                lang: self.lang,
                show_unit: self.unit,
            },
            strict: self.strict,
        })
    }

    fn partner(&self) -> Result<PartnerChoice, clap::Error> {
        let named: Vec<u16> = self.partner.iter().copied().flatten().collect();
        if named.len() < self.partner.len() {
            return if named.is_empty() {
                Ok(PartnerChoice::All)
            } else {
                let text = "`--partner all` cannot go with other partners\n";
                Err(clap::Error::raw(ErrorKind::ArgumentConflict, text))
            };
        }
        if !named.is_empty() {
            let mut places = named;
            places.sort_unstable();
            places.dedup();
            return Ok(PartnerChoice::These(places));
        }
        Ok(PartnerChoice::These(
            Partner::find("109").into_iter().collect(),
        ))
    }
}
