use super::Trace;
use clap::Args;

/// Where the figures are from, and how they were worked out.
#[derive(Args, Default)]
#[command(next_help_heading = "Output")]
pub struct TraceArgs {
    /// The origin of each figure used: publisher, release and address, or file and line
    ///
    /// Shown as a separate table instead of the answer.
    #[arg(long, conflicts_with = "explain", hide_short_help = true)]
    sources: bool,
    /// How each figure was worked out; as json a receipt for `tradecheck verify`
    ///
    /// Shown as a separate table instead of the answer; with `--format json`, the answer, the
    /// workings, the figures used and the hashes of all inputs.
    #[arg(long, hide_short_help = true)]
    explain: bool,
}

impl TraceArgs {
    /// What is asked for instead of the answer.
    pub fn trace(&self) -> Option<Trace> {
        match (self.sources, self.explain) {
            (true, _) => Some(Trace::Sources),
            (_, true) => Some(Trace::Explain),
            (false, false) => None,
        }
    }
}
