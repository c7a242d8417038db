//! The flags shared by all commands that compute.

use super::data_args::DataArgs;
use super::output_args::OutputArgs;
use super::selection_args::SelectionArgs;
use super::time_args::TimeArgs;
use super::trace_args::TraceArgs;
use super::{Command, Request, SanctionsAsked};
use crate::measure::Question;
use crate::trade::{Currency, Flow, Measure, Perspective, Selection};
use clap::Args;

#[derive(Args)]
pub struct Common {
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    selection: SelectionArgs,
    #[command(flatten)]
    time: TimeArgs,
    #[command(flatten)]
    trace: TraceArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Common {
    /// Only the data and output flags, for a command that selects nothing.
    pub fn of_data(data: DataArgs, output: OutputArgs) -> Common {
        Common {
            data,
            selection: SelectionArgs::default(),
            time: TimeArgs::default(),
            trace: TraceArgs::default(),
            output,
        }
    }

    /// Takes the first few words from the files, for a command with words of its own.
    pub fn take_words(&mut self, most: usize) -> Vec<String> {
        self.data.take_words(most)
    }

    /// The reporting side asked for.
    pub fn perspective(&self) -> Perspective {
        self.selection.side.unwrap_or_default()
    }

    /// The currency asked for.
    pub fn one_currency(&self) -> Option<Currency> {
        self.selection.currency
    }

    /// The request of `command`.
    pub fn request(self, command: Command) -> Result<Request, clap::Error> {
        let Common {
            data,
            selection,
            time,
            trace,
            output,
        } = self;
        let names_partner = selection.names_partner();
        let partner = selection.partner()?;
        let (goods, asked) = selection.goods();
        let flows = selection.flows();
        Ok(Request {
            command,
            inputs: data.inputs(selection.currency),
            goods: asked,
            sanctions: SanctionsAsked {
                regime: selection.regime.unwrap_or_default(),
                file: selection.measures.clone(),
                list: None,
            },
            question: Question {
                only_with_figures: flows.is_empty(),
                flows: if !flows.is_empty() {
                    flows
                } else if selection.measure == Measure::UnitValue {
                    vec![Flow::Import, Flow::Export]
                } else {
                    Flow::ALL.to_vec()
                },
                perspective: selection.side.unwrap_or_default(),
                partner: partner.clone(),
                as_of: time.as_of,
                span: time.span(),
                names_period: time.period.is_some(),
                goods: goods.clone(),
                by: selection.by,
            },
            selection: Selection {
                partner,
                currency: selection.currency,
                as_of: time.as_of,
                goods,
                by: selection.by,
                measure: selection.measure,
                groups: None,
                sanctions: None,
            },
            trace: trace.trace(),
            strict: output.strict,
            names_partner,
            typed: String::new(),
            arguments: Vec::new(),
            settings: None,
            keeps_to_named_data: false,
            output: output.output(),
        })
    }
}
