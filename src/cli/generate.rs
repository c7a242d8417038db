use super::Work;
use clap::builder::PossibleValue;
use clap::error::ErrorKind;
use clap::{Args as ClapArgs, ValueEnum};
use clap_complete::Shell;

/// Shell completions or a manual page
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck generate bash > ~/.local/share/bash-completion/completions/tradecheck
  tradecheck generate zsh > ~/.zfunc/_tradecheck
  tradecheck generate fish > ~/.config/fish/completions/tradecheck.fish
  tradecheck generate man > tradecheck.1
  tradecheck generate man yoy | man -l -

The scripts complete commands, flags and closed lists of values. Months, partners, groups and HS codes are also completed if the shell asks the program itself: `source <(COMPLETE=bash tradecheck)` in ~/.bashrc, the same with zsh, `COMPLETE=fish tradecheck | source` for fish.")]
pub struct Args {
    /// bash, zsh, fish, powershell, elvish or man
    #[arg(value_name = "WHAT")]
    what: Generated,
    /// The command to write a manual page for
    ///
    /// Without it, the program itself.
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// What to generate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Generated {
    Completions(Shell),
    Manual,
}

impl ValueEnum for Generated {
    fn value_variants<'a>() -> &'a [Generated] {
        &[
            Generated::Completions(Shell::Bash),
            Generated::Completions(Shell::Zsh),
            Generated::Completions(Shell::Fish),
            Generated::Completions(Shell::PowerShell),
            Generated::Completions(Shell::Elvish),
            Generated::Manual,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Generated::Completions(shell) => shell.to_possible_value(),
            Generated::Manual => Some(PossibleValue::new("man")),
        }
    }
}

impl Args {
    /// The text for `cli`, the whole tree of commands.
    pub fn work(self, mut cli: clap::Command) -> Result<Work, clap::Error> {
        cli.build();
        let mut bytes = Vec::new();
        match (self.what, self.command) {
            (Generated::Completions(shell), None) => {
                clap_complete::generate(shell, &mut cli, "tradecheck", &mut bytes);
            }
            (Generated::Completions(_), Some(command)) => {
                let text =
                    format!("a completion script covers all commands: leave out `{command}`\n");
                return Err(clap::Error::raw(ErrorKind::UnknownArgument, text));
            }
            (Generated::Manual, None) => manual(cli, &mut bytes)?,
            (Generated::Manual, Some(name)) => {
                let found = cli.find_subcommand(&name).cloned();
                let command = found.ok_or_else(|| {
                    let names: Vec<&str> =
                        cli.get_subcommands().map(clap::Command::get_name).collect();
                    let text = format!(
                        "unknown command `{name}`\n  expected: one of {}\n",
                        names.join(", ")
                    );
                    clap::Error::raw(ErrorKind::InvalidSubcommand, text)
                })?;
                manual(command, &mut bytes)?;
            }
        }
        Ok(Work::Print(bytes))
    }
}

/// The manual page of a command, in the form that `man` reads; no date, so that it stays the same.
fn manual(command: clap::Command, bytes: &mut Vec<u8>) -> Result<(), clap::Error> {
    let page = clap_mangen::Man::new(command).manual("tradecheck");
    page.render(bytes)
        .map_err(|error| clap::Error::raw(ErrorKind::Io, format!("{error}\n")))
}
