//! Arguments in, exit code out: the only file that touches the standard streams and the environment.

use std::io::{self, IsTerminal};
use std::process::ExitCode;
use tradecheck::{Streams, Surroundings, run};

fn main() -> ExitCode {
    let width = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    let around = Surroundings::new(io::stdout().is_terminal(), width, |name| {
        std::env::var(name).ok()
    });
    let mut streams = Streams {
        input: &mut io::stdin().lock(),
        output: &mut io::stdout().lock(),
        errors: &mut io::stderr().lock(),
    };
    ExitCode::from(run(std::env::args_os(), &around, &mut streams))
}
