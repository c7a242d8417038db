//! Percentages with their signs.

use crate::trade::Printed;

/// A percentage with its sign, but without the percent sign: `−28.9`, `+4`.
pub(crate) fn signed(printed: Printed) -> String {
    let size = printed.digits.unsigned_abs();
    let power = 10u128.pow(printed.decimals.min(30));
    let sign = if printed.digits < 0 { "−" } else { "+" };
    if printed.decimals == 0 {
        return format!("{sign}{size}");
    }
    let width = printed.decimals as usize;
    format!("{sign}{}.{:0width$}", size / power, size % power)
}
