//! The look and language of an answer.

use crate::cli::settings::Settings;
use crate::cli::{Command, Request};
use crate::failure::Failure;
use crate::render::{Format, Lang, Style};
use crate::surroundings::Surroundings;
use crate::trade::Named;
use std::ffi::OsString;

/// The language of messages and help, before the request is parsed: from `--lang`, else from the
/// settings, else from the locale on a terminal.
pub fn language(args: &[OsString], settings: Option<&Settings>, around: &Surroundings) -> Lang {
    let texts: Vec<&str> = args.iter().filter_map(|one| one.to_str()).collect();
    let joined = texts.iter().find_map(|one| one.strip_prefix("--lang="));
    let separate_value = texts.windows(2).find(|pair| pair[0] == "--lang");
    let asked = joined
        .or(separate_value.map(|pair| pair[1]))
        .and_then(Lang::named);
    let set = || settings.and_then(|settings| Lang::named(&settings.language()?));
    asked
        .or_else(set)
        .unwrap_or_else(|| spoken(around, around.out_is_terminal))
}

/// The language of the locale, for users at a terminal; output to scripts does not depend on it.
fn spoken(around: &Surroundings, on_terminal: bool) -> Lang {
    let locale = around.locale.as_deref().filter(|_| on_terminal);
    let language = locale.and_then(|locale| locale.split(['_', '-', '.', '@']).next());
    language.and_then(Lang::named).unwrap_or_default()
}

/// The look of the answer: as asked for, else by the extension of the output file, else a table on
/// a terminal and CSV in a pipe.
///
/// # Errors
/// [`Failure::NoFormat`] for an unknown extension, [`Failure::NoPicture`] if the answer cannot be
/// drawn, [`Failure::OntoTerminal`] for a workbook on the terminal.
pub fn style(request: &Request, around: &Surroundings) -> Result<Style, Failure> {
    let output = &request.output;
    let by_name = match &output.file {
        Some(file) if output.format.is_none() => Some(Format::from_extension(file).ok_or_else(
            || Failure::NoFormat {
                file: file.clone(),
                known: extensions(),
            },
        )?),
        _ => None,
    };
    let on_terminal = around.out_is_terminal && output.file.is_none();
    // If only the sources of a page are wanted, the answer is a table.
    let is_page = matches!(request.command, Command::Report { .. }) && request.trace.is_none();
    let by_place = if is_page {
        Format::Html
    } else if on_terminal {
        Format::Table
    } else {
        Format::Csv
    };
    let format = output.format.or(by_name).unwrap_or(by_place);
    let pixels = match &request.command {
        Command::Chart { width, .. } => Some(*width),
        _ => None,
    };
    if format == Format::Svg && pixels.is_none() && !is_page {
        return Err(Failure::NoPicture);
    }
    let is_head_of_page = is_page && format == Format::Svg;
    if (format == Format::Html) != is_page && !is_head_of_page {
        return Err(if is_page {
            Failure::OnlyAPage
        } else {
            Failure::NoPage
        });
    }
    if (format.is_binary() || format == Format::Html) && on_terminal {
        return Err(Failure::OntoTerminal);
    }
    Ok(Style {
        format,
        pixels: pixels.unwrap_or(720),
        lang: output.lang.unwrap_or_else(|| spoken(around, on_terminal)),
        words: output.lang.unwrap_or(Lang::En),
        header: output.header,
        color: output
            .color
            .unwrap_or(around.wants_color && (on_terminal || around.forces_color)),
        width: around.width,
        unit: output.show_unit,
        notes: output.notes,
    })
}

/// All extensions that select a format: `.txt, .csv, …`.
fn extensions() -> String {
    let extensions = Format::EVERY.iter().flat_map(|one| one.extensions());
    let dotted: Vec<String> = extensions.map(|one| format!(".{one}")).collect();
    dotted.join(", ")
}
