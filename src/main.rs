//! Arguments in, exit code out. The only file that touches the standard streams and the
//! environment.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tradecheck::{Progress, Unwatched};
use tradecheck::{Streams, Surroundings, completes, run};

fn main() -> ExitCode {
    let folder = std::env::current_dir().ok();
    if completes(std::env::args_os(), folder.as_deref()) {
        return ExitCode::SUCCESS;
    }
    let width = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let around = Surroundings::new(io::stdout().is_terminal(), width, |name| {
        std::env::var(name).ok()
    });
    let around = match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => around.at(since.as_secs()),
        Err(_) => around,
    };
    let bar = Bar {
        since: Instant::now(),
        shown: OnceLock::new(),
    };
    let mut streams = Streams {
        input: &mut io::stdin().lock(),
        output: &mut io::stdout().lock(),
        // Not locked, because any reading thread may draw the bar.
        errors: &mut io::stderr(),
        progress: if io::stderr().is_terminal() {
            &bar
        } else {
            &Unwatched
        },
    };
    ExitCode::from(run(std::env::args_os(), &around, &mut streams))
}

/// A progress bar on standard error, shown once reading has lasted a second and removed afterwards.
struct Bar {
    since: Instant,
    shown: OnceLock<ProgressBar>,
}

impl Progress for Bar {
    fn report_progress(&self, file: &str, done: u64, total: u64) {
        // The size of standard input is unknown.
        if total == 0 || self.since.elapsed() < Duration::from_secs(1) {
            return;
        }
        let bar = self.shown.get_or_init(|| {
            let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
            let style = "{bar:20} {bytes} of {total_bytes}  {wide_msg}";
            let style = ProgressStyle::with_template(style);
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
                .with_position(done)
                .with_message(file.to_owned())
        });
        if bar.message() != file {
            bar.set_message(file.to_owned());
        }
        // Threads report their blocks out of order.
        bar.set_position(done.max(bar.position()));
    }

    fn end(&self) {
        if let Some(bar) = self.shown.get() {
            bar.finish_and_clear();
        }
    }
}
