use super::Output;
use super::values::{self, ColorWord};
use crate::render::{Format, Lang, MoneyUnit, Notes};
use crate::trade::Named;
use clap::Args;
use std::path::PathBuf;

/// How the answer looks and where it goes.
#[derive(Args)]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// table, csv, json, … [default: table; in a pipe csv]
    #[arg(long, short, value_parser = values::word::<Format>(), ignore_case = true)]
    format: Option<Format>,
    /// Write to a file; its extension sets the format
    #[arg(long, short, value_name = "FILE", long_help = output_help())]
    output: Option<PathBuf>,
    /// The machine columns to show, in this order
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', hide_short_help = true, long_help = values::column_help())]
    columns: Option<Vec<String>>,
    /// Leave the header line out of csv, tsv and tables
    #[arg(long, hide_short_help = true)]
    no_header: bool,
    /// Notes under tables: cautions only, all, or none
    #[arg(long, default_value = "brief", value_parser = values::word::<Notes>(), ignore_case = true, hide_short_help = true)]
    notes: Notes,
    /// Write only errors to standard error
    #[arg(long, short, hide_short_help = true)]
    quiet: bool,
    /// Colours
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = values::word::<ColorWord>(), ignore_case = true, hide_short_help = true)]
    color: ColorWord,
    /// The language of labels, names and notes [default: the terminal's, if zh or ko]
    ///
    /// In csv, tsv, json, ndjson and parquet, names and notes are English unless this flag is given;
    /// column names and words such as `import` never change.
    #[arg(long, value_parser = values::word::<Lang>(), ignore_case = true, hide_short_help = true)]
    lang: Option<Lang>,
    /// The unit of amounts in tables [default: million]
    #[arg(long, value_parser = values::word::<MoneyUnit>(), ignore_case = true, hide_short_help = true)]
    unit: Option<MoneyUnit>,
    /// Exit with 3 when a figure that was asked for is missing
    #[arg(long, hide_short_help = true)]
    pub strict: bool,
}

impl OutputArgs {
    /// What was asked for; `-` is standard output.
    pub fn output(self) -> Output {
        Output {
            format: self.format,
            file: self.output.filter(|file| file.as_os_str() != "-"),
            columns: self.columns,
            header: !self.no_header,
            notes: self.notes,
            quiet: self.quiet,
            color: self.color.choice(),
            lang: self.lang,
            show_unit: self.unit,
            spark: false,
        }
    }
}

/// Which extension belongs to which format.
fn output_help() -> String {
    let of_format = |format: &Format| {
        let dotted = format.extensions().iter().map(|one| format!(".{one}"));
        format!(
            "{}: {}",
            format.word(),
            dotted.collect::<Vec<_>>().join(" ")
        )
    };
    let list: Vec<String> = Format::EVERY.iter().map(of_format).collect();
    format!(
        "Write to a file, whose extension sets the format; `-` is standard output\n\n{}",
        list.join("; ")
    )
}
