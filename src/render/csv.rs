//! Writes csv and tsv: the machine columns, one line per row.

use super::{Lang, Style, figures, note};
use crate::report::{Column, Report, Row};
use ::csv::{ErrorKind, QuoteStyle, Writer, WriterBuilder};
use std::io::{self, Write};

/// The table with its header, whatever the style says of headers.
pub(super) fn with_header(report: &Report, style: &Style) -> io::Result<Vec<u8>> {
    let style = Style {
        header: true,
        ..*style
    };
    let mut table = Vec::new();
    write_csv(report, &style, &mut table)?;
    Ok(table)
}

/// Writes comma-separated values, quoted where needed.
pub(super) fn write_csv(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = WriterBuilder::new().from_writer(out);
    write(report, style, &mut writer, |field| field)
}

/// Writes tab-separated values for `cut` and `awk`: unquoted, with tabs and line ends replaced by
/// spaces.
pub(super) fn write_tsv(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = WriterBuilder::new()
        .delimiter(b'\t')
        .quote_style(QuoteStyle::Never)
        .from_writer(out);
    write(report, style, &mut writer, |field| {
        field.replace(['\t', '\n', '\r'], " ")
    })
}

fn write<W: Write>(
    report: &Report,
    style: &Style,
    writer: &mut Writer<W>,
    clean: impl Fn(String) -> String,
) -> io::Result<()> {
    if style.header {
        let names = report.columns.iter().map(|column| column.name());
        writer.write_record(names).map_err(into_io)?;
    }
    for row in &report.rows {
        let fields = fields(report, row, style.words).map(|field| clean(no_formula(field)));
        writer.write_record(fields).map_err(into_io)?;
    }
    writer.flush()
}

/// The cells of a row as text, in column order.
pub(super) fn fields<'a>(
    report: &'a Report,
    row: &'a Row,
    lang: Lang,
) -> impl Iterator<Item = String> + 'a {
    report.columns.iter().map(move |column| match column {
        Column::Note => note::text(report, row, lang),
        Column::Flags => note::flags(report, row),
        other => figures::machine(row.cell(*other), lang),
    })
}

/// Prefixes an apostrophe to a field that a spreadsheet would run as a formula, which keeps it
/// text. Signed numbers and percentages are left unchanged.
fn no_formula(field: String) -> String {
    let runs = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_number = |text: &str| {
        let number = text.trim_end_matches(['%', ' ']);
        let mut bytes = number.bytes();
        !number.is_empty() && bytes.all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    match field.strip_prefix(['-', '+']) {
        Some(rest) if is_number(rest) => field,
        _ if runs => format!("'{field}"),
        _ => field,
    }
}

/// The underlying io error, so that a broken pipe is recognised as one.
fn into_io(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use crate::render::fixture;
    use crate::render::fixture::rendered;
    use crate::render::{Format, Style};
    use crate::report::Column;

    #[test]
    fn what_a_spreadsheet_would_run_is_kept_a_text() {
        for (field, written) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+1 (555)", "'+1 (555)"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
            ("-88992000", "-88992000"),
            ("-37.9", "-37.9"),
            ("North Korea", "North Korea"),
            ("", ""),
        ] {
            assert_eq!(super::no_formula(field.to_owned()), written);
        }
    }

    #[test]
    fn csv_quotes_where_needed() {
        let text = rendered(
            &fixture::yoy(),
            Style {
                format: Format::Csv,
                ..Style::default()
            },
        );
        assert_eq!(
            text,
            r#"month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,currency,note
2017-09,import,2016-09,234812000,145820000,-88992000,-37.899256,-37.9,7,fall,2017-03,exact,USD,"base: implied by the printed change, ""−37.9 %"" | 朝鲜: first 228.4 million"
2017-09,export,2016-09,22000000,270600000,248600000,1130,,4,rise,2017-06,at_least,USD,
2017-09,total,2016-09,,0,,,0.0,,,,,USD,base: no data for 2016-09; change: no data for 2016-09; yoy_pct: no data for 2016-09; streak: no data for 2016-09
2017-09,balance,2016-09,0,-1234567890,-1234567891,,,,,,,USD,
"#
        );
    }

    #[test]
    fn a_run_of_months_in_csv() {
        let text = rendered(
            &fixture::series(),
            Style {
                format: Format::Csv,
                ..Style::default()
            },
        );
        assert_eq!(
            text,
            r#"month,flow,value,basis,mom_pct,yoy_pct,ytd,ytd_yoy_pct,roll3,roll3_yoy_pct,roll12,roll12_yoy_pct,currency,note
2020-01..2020-02,total,208399000,printed,,,208399000,,,,,,USD,mom_pct: no data for 2019-12; yoy_pct: no data for 2019-01–02; ytd_yoy_pct: no data for 2019-01–02; roll3: no data for 2019-12; roll3_yoy_pct: no data for 2018-12–2019-02; roll12: no data for 2019-03–12; roll12_yoy_pct: no data for 2019-03–12
2020-03,total,1018030000,implied,-53.901899,,1226429000,,1226429000,122542.9,12345678900,-100,USD,yoy_pct: no data for 2019-03; ytd_yoy_pct: no data for 2019-01–03
"#
        );
    }

    #[test]
    fn tsv_quotes_nothing() {
        let text = rendered(
            &fixture::yoy(),
            Style {
                format: Format::Tsv,
                ..Style::default()
            },
        );
        assert_eq!(
            text,
            r#"month	flow	base_month	base	value	change	yoy_pct	printed_pct	streak	streak_direction	streak_since	streak_bound	currency	note
2017-09	import	2016-09	234812000	145820000	-88992000	-37.899256	-37.9	7	fall	2017-03	exact	USD	base: implied by the printed change, "−37.9 %" | 朝鲜: first 228.4 million
2017-09	export	2016-09	22000000	270600000	248600000	1130		4	rise	2017-06	at_least	USD	
2017-09	total	2016-09		0			0.0					USD	base: no data for 2016-09; change: no data for 2016-09; yoy_pct: no data for 2016-09; streak: no data for 2016-09
2017-09	balance	2016-09	0	-1234567890	-1234567891							USD	
"#
        );
    }

    #[test]
    fn no_header_and_no_tabs_inside() {
        let mut report = fixture::yoy();
        report.rows.truncate(1);
        report.rows[0].remarks = vec![fixture::remark(Some(Column::Base), "one\ttwo\nthree")];
        for (format, head) in [
            (Format::Csv, "2017-09,import,"),
            (Format::Tsv, "2017-09\timport\t"),
        ] {
            let text = rendered(
                &report,
                Style {
                    format,
                    header: false,
                    ..Style::default()
                },
            );
            assert!(text.starts_with(head), "{text}");
        }
        let style = Style {
            format: Format::Tsv,
            ..Style::default()
        };
        assert!(rendered(&report, style).ends_with("\tbase: one two three\n"));
    }
}
