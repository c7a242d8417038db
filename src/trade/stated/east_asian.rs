//! Numbers with Chinese, Japanese and Korean magnitude characters.

use super::digits::read_digits;

/// The power of ten of a magnitude character, and whether lower ones accumulate before it, as
/// thousands do before 万.
fn sign_of_size(sign: char) -> Option<(i32, bool)> {
    Some(match sign {
        '十' | '십' => (1, false),
        '百' | '백' => (2, false),
        '千' | '천' => (3, false),
        '万' | '萬' | '만' => (4, true),
        '亿' | '億' | '억' => (8, true),
        '兆' | '조' => (12, true),
        _ => return None,
    })
}

/// Whether money follows, so that the digits before it end an amount: `16만 6,106달러`.
fn is_before_money(rest: &str) -> bool {
    let units = ["달러", "위안", "美元", "元"];
    units.iter().any(|unit| rest.trim_start().starts_with(unit))
}

/// A number with magnitude characters, such as `1억4천582만`, `1.46亿`, `16506万`, `1万亿`: its digits,
/// the power of ten of the last one, and the length in bytes. `first` and `decimals` describe the
/// digits before `rest`.
pub(super) fn read_east_asian(
    first: i128,
    decimals: usize,
    rest: &str,
) -> Option<(i128, i32, usize)> {
    let sign_at = |at: usize| {
        let sign = rest.get(at..)?.chars().next()?;
        sign_of_size(sign).map(|(power, gathers)| (power, gathers, at + sign.len_utf8()))
    };
    sign_at(0)?;
    // The sum so far, the part before the next accumulating character, and digits not used yet.
    let (mut total, mut section, mut pending) = (0i128, 0i128, Some(first));
    // The power of the last digit in the section, and of the last accumulating character.
    let (mut inner, mut last_gathering) = (0, i32::MAX);
    let mut exponent = 0;
    let mut at = 0;
    loop {
        if let Some((power, gathers, end)) = sign_at(at) {
            if gathers {
                if power >= last_gathering {
                    // 万亿: ten thousand times a hundred million; 1万2千亿: with the 2千.
                    let product = 10i128.checked_pow(power as u32)?;
                    if pending.is_some() || section != 0 {
                        exponent = inner;
                    }
                    section += pending.take().unwrap_or(0);
                    total = total.checked_add(section)?.checked_mul(product)?;
                    exponent += power;
                    (section, inner, last_gathering) = (0, 0, power);
                    at = end;
                    continue;
                }
                section += pending.take().unwrap_or(0);
                let product = 10i128.checked_pow(power as u32)?;
                total += section.checked_mul(product)?;
                exponent = power + inner;
                (section, inner, last_gathering) = (0, 0, power);
            } else {
                let size = 10i128.checked_pow(power as u32)?;
                section += pending.take().unwrap_or(1).checked_mul(size)?;
                inner = power;
            }
            at = end;
            continue;
        }
        // More digits: `2억9134만`, `4천582만`, `1억 4582만`. A number with decimals ends here.
        let gap = rest.get(at..)?.strip_prefix(' ').map_or(at, |_| at + 1);
        let more = rest.get(gap..).and_then(read_digits);
        match more {
            Some((digits, 0, length))
                if decimals == 0
                    && pending.is_none()
                    && (sign_at(gap + length).is_some()
                        || gap == at
                        || (last_gathering == 4 && is_before_money(&rest[gap + length..]))) =>
            {
                pending = Some(digits);
                inner = 0;
                at = gap + length;
            }
            _ => break,
        }
    }
    if pending.is_some() || section != 0 {
        // Thousands or digits without a larger character after them: `5천`, `1만 234`.
        section += pending.unwrap_or(0);
        total += section;
        exponent = inner;
    }
    let shown = 10i128.checked_pow(exponent.unsigned_abs())?;
    let whole = total / shown;
    Some((whole, exponent - decimals as i32, at))
}
