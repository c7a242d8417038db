//! Words in cells.

/// A word of one of the closed lists; `None` for others.
pub(super) fn word(word: &str) -> Option<&'static str> {
    Some(match word {
        "total" => "Total",
        "other" => "Other",
        "fall" => "fall",
        "rise" => "rise",
        "flat" => "unchanged",
        "exact" => "exact",
        "at_least" => "at least",
        "printed" => "printed",
        "difference" => "difference",
        "implied" => "implied",
        "sum" => "sum",
        "yoy" => "y/y",
        "mom" => "m/m",
        "converted" => "converted",
        "ban" => "ban",
        "suspension" => "suspension",
        "ban_livelihood_exempt" => "exempt",
        "cap" => "cap",
        "cap_relative" => "relative cap",
        "contested" => "contested",
        "list_based" => "by list",
        "streak" => "streak",
        "streak-mom" => "streak m/m",
        "ytd-yoy" => "YTD y/y",
        "record" => "record",
        "share" => "share",
        "ratio" => "ratio",
        "value" => "value",
        "quantity" => "quantity",
        "balance" => "balance",
        "balance-yoy" => "balance y/y",
        "coverage" => "coverage",
        "true" => "true",
        "false" => "false",
        "cannot_tell" => "cannot tell",
        "not_understood" => "not understood",
        "before" => "before",
        "transition" => "transition",
        "full" => "full",
        "gap" => "missing",
        "cut" => "probably cut off",
        "dropped" => "rows dropped",
        "unit_break" => "unit break",
        "flows_total" => "imports + exports ≠ total",
        "details_total" => "details ≠ published",
        "depths_differ" => "levels of detail differ",
        "ytd_sum" => "year to date ≠ its months",
        "ytd_step" => "year to date ≠ last + month",
        "revision" => "revised",
        "repeated" => "in several files",
        "currency_gap" => "currency gap",
        "copied" => "copies in one file",
        "joined" => "rows added up",
        "preliminary" => "preliminary: world totals",
        "countries" => "by country",
        "countries_in_dollars" => "by country, in dollars (English page)",
        "goods" => "goods by country (online query)",
        "UN Comtrade" => "UN Comtrade",
        "UN Comtrade until 2022" => "UN Comtrade until 2022",
        "ITC Trade Map" => "ITC Trade Map",
        "the result of `tradecheck sql rollup`" => "the result of `tradecheck sql rollup`",
        "the IMF's trade by partner" => "the IMF's trade by partner",
        "a row for each series, a column for each month" => {
            "a row for each series, a column for each month"
        }
        "the customs query platform" => "the customs query platform",
        "the office's monthly table by country" => "the office's monthly table by country",
        "the office's preliminary table of major partners" => {
            "the office's preliminary table of major partners"
        }
        "Series" => "Series",
        "Change" => "Change",
        "Contribution" => "Contribution",
        "Unit value" => "Unit value",
        "Streak" => "Streak",
        "Record" => "Record",
        "A published figure and its rounding" => "A published figure and its rounding",
        "One month twice: files, vintages, revisions" => {
            "One month twice: files, vintages, revisions"
        }
        "Sanctions" => "Sanctions",
        "as published" => "as published",
        "difference of published figures" => "difference of published figures",
        "worked back from a published change" => "worked back from a published change",
        "converted from yuan at the rate of the month" => {
            "converted from yuan at the rate of the month"
        }
        "sum of the rows" => "sum of the rows",
        "the change closest to zero of those counted" => {
            "the change closest to zero of those counted"
        }
        "compared with the months of the window" => "compared with the months of the window",
        "compared with every earlier month" => "compared with every earlier month",
        "covered / total * 100, at the least and at the most" => {
            "covered / total * 100, at the least and at the most"
        }
        "part / whole * 100" => "part / whole * 100",
        "from the figures used" => "from the figures used",
        "no figures held" => "no figures held",
        "measure of sanctions" => "measure of sanctions",
        "scheduled" => "scheduled",
        "first_print" => "first report",
        "observed" => "dated page",
        "inferred" => "expected, by the rule",
        "day_unknown" => "out, day unknown",
        "measure" => "--measure",
        "metric" => "check",
        "sanction" => "sanctions",
        "text" => "text",
        "word" => "word",
        "period" => "period",
        "date" => "date",
        "amount" => "amount",
        "unit_value" => "unit value",
        "percent" => "percent",
        "points" => "percentage points",
        "count" => "count",
        "flag" => "true or false",
        _ => return None,
    })
}

/// What a layout of files is called.
pub(super) fn layout(name: &str) -> Option<&'static str> {
    Some(match name {
        "platform" => "customs query platform",
        "comtrade" => "UN Comtrade",
        "comtrade-legacy" => "UN Comtrade (until 2022)",
        "ours" => "built-in layout",
        "rollup" => "sums of `tradecheck sql rollup`",
        "imf" => "IMF trade by partner",
        "trade-map" => "ITC Trade Map",
        "tidy" => "tidy table",
        "wide" => "wide table",
        "bulletin" => "monthly table by country",
        "preliminary" => "preliminary table by country",
        _ => return None,
    })
}
