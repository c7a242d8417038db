use super::common::Common;
use super::data_args::DataArgs;
use super::output_args::OutputArgs;
use super::values::{self, PartnerWord};
use super::{ArchiveTask, Command, Work};
use clap::error::ErrorKind;
use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Store downloads in every vintage, and answer from them
#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    task: Tasks,
}

#[derive(Subcommand)]
enum Tasks {
    /// Read files and store their contents, each vintage once
    #[command(after_long_help = "\
Examples:
  tradecheck archive add --imports imports/ --exports exports/ --to trade-archive
  tradecheck archive add table-2017-09.html --to trade-archive
  tradecheck yoy --month 2017-09 --data trade-archive")]
    Add {
        /// The folder of the archive; created if missing
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        /// The partner for files that name none [default: all named]
        #[arg(long, value_name = "PARTNER", value_parser = values::partner)]
        partner: Option<PartnerWord>,
        #[command(flatten)]
        data: Box<DataArgs>,
        #[command(flatten)]
        output: Box<OutputArgs>,
    },
    /// List what was added, in order
    List(ArchiveFolder),
    /// Check every file against the log; exit with 1 if one is wrong
    Verify(ArchiveFolder),
    /// Merge closed years, one file each: faster by partner, slower by month
    Compact {
        /// Years before this one [default: all but the last]
        #[arg(long, value_name = "YEAR")]
        before: Option<i32>,
        #[command(flatten)]
        place: ArchiveFolder,
    },
}

#[derive(ClapArgs)]
struct ArchiveFolder {
    /// The folder of the archive
    #[arg(value_name = "DIR")]
    archive: PathBuf,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub fn work(self) -> Result<Work, clap::Error> {
        let without_files = |output| Common::of_data(DataArgs::default(), output);
        let (task, common) = match self.task {
            Tasks::Add {
                to,
                partner,
                data,
                output,
            } => {
                let partner = partner.flatten();
                if data.names_nothing() {
                    let text =
                        "no files given\n  help: pass files, or `-b` for the built-in data\n";
                    return Err(clap::Error::raw(ErrorKind::MissingRequiredArgument, text));
                }
                let common = Common::of_data(*data, *output);
                (ArchiveTask::Add { to, partner }, common)
            }
            Tasks::List(ArchiveFolder { archive, output }) => {
                let request = without_files(output).request(Command::Record)?;
                return Ok(Work::Kept(archive, Box::new(request)));
            }
            Tasks::Verify(ArchiveFolder { archive, output }) => {
                (ArchiveTask::Verify { archive }, without_files(output))
            }
            Tasks::Compact { before, place } => {
                let ArchiveFolder { archive, output } = place;
                let task = ArchiveTask::Compact { archive, before };
                (task, without_files(output))
            }
        };
        // No measure is asked for: the one given here is ignored.
        let request = common.request(Command::Record)?;
        Ok(Work::Archive(task, Box::new(request)))
    }
}
