//! Numbers as written by people: `1.48 billion`, `266.4 million`, `2억9134만`, `1.46亿`, `−37.9`.

use super::{Bounds, Ratio};
use digits::read_digits;
use east_asian::read_east_asian;

mod digits;
mod east_asian;
mod written;

pub use written::Written;

/// A number as stated: its digits, the power of ten of the last digit, and its precision.
///
/// `1.48 billion` is 148 times 10 to the 7th.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StatedNumber {
    /// All digits as one signed integer.
    pub digits: i128,
    /// The power of ten of the last digit written.
    pub exponent: i32,
    /// How precisely it is meant.
    pub precision: Precision,
}

/// How precisely a number is meant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Precision {
    /// Rounded to the last digit written.
    #[default]
    Printed,
    /// Rounded to the last digit written, or further if the whole number ends in zeros that may be
    /// due to rounding: `540 million`.
    Round,
    /// "About": rounded to the last digit that is not zero; zeros at the end are no more than an
    /// eighth off, so that "about 10" is 8.75 to 11.25.
    About,
    /// "Almost": as "about", but at most the number itself.
    Almost,
    /// A fraction in words, "a third": within two and a half units of its last digit.
    Fraction,
    /// "Almost a third": up to two and a half units of the last digit less, but at most the
    /// fraction itself.
    AlmostFraction,
    /// "Doubled", "fourfold": within a twentieth of the number.
    Multiple,
    /// "Almost doubled": up to a tenth less, but at most the number itself.
    AlmostMultiple,
    /// "Unchanged": at most five units above or below.
    Steady,
    /// "Just over", "slightly more than": above the number by as much as "about" allows.
    JustOver,
    /// "More than", "over": any larger number.
    MoreThan,
    /// "At least": the number or any larger one.
    AtLeast,
    /// "Less than", "under": any smaller number.
    LessThan,
    /// "At most": the number or any smaller one.
    AtMost,
}

impl Precision {
    /// The precision given by the word or sign before a number, and the rest of the text:
    /// `more than 90%`, `>90%`, `about 200 million`.
    pub fn named(text: &str) -> (Precision, &str) {
        const WORDS: [(&str, Precision); 44] = [
            (">=", Precision::AtLeast),
            ("≥", Precision::AtLeast),
            ("<=", Precision::AtMost),
            ("≤", Precision::AtMost),
            (">", Precision::MoreThan),
            ("<", Precision::LessThan),
            ("~", Precision::About),
            ("more than ", Precision::MoreThan),
            ("over ", Precision::MoreThan),
            ("at least ", Precision::AtLeast),
            ("less than ", Precision::LessThan),
            ("under ", Precision::LessThan),
            ("at most ", Precision::AtMost),
            ("about ", Precision::About),
            ("around ", Precision::About),
            ("almost ", Precision::Almost),
            ("nearly ", Precision::Almost),
            ("roughly ", Precision::About),
            ("approximately ", Precision::About),
            ("close to ", Precision::About),
            ("just over ", Precision::JustOver),
            ("slightly more than ", Precision::JustOver),
            ("just under ", Precision::Almost),
            ("slightly less than ", Precision::Almost),
            ("no more than ", Precision::AtMost),
            ("not more than ", Precision::AtMost),
            ("up to ", Precision::AtMost),
            ("no less than ", Precision::AtLeast),
            ("not less than ", Precision::AtLeast),
            ("above ", Precision::MoreThan),
            ("below ", Precision::LessThan),
            ("约", Precision::About),
            ("近", Precision::Almost),
            ("接近", Precision::Almost),
            ("超过", Precision::MoreThan),
            ("逾", Precision::MoreThan),
            ("不到", Precision::LessThan),
            ("不足", Precision::LessThan),
            ("不超过", Precision::AtMost),
            ("至少", Precision::AtLeast),
            ("약", Precision::About),
            ("거의 ", Precision::Almost),
            ("최소 ", Precision::AtLeast),
            ("최대 ", Precision::AtMost),
        ];
        let lower = text.to_ascii_lowercase();
        let found = WORDS.iter().find(|(word, _)| lower.starts_with(word));
        match found {
            Some((word, precision)) => {
                let rest = text.get(word.len()..).unwrap_or_default();
                (*precision, rest.trim_start())
            }
            None => (Precision::Printed, text),
        }
    }
}

impl StatedNumber {
    /// A whole number, rounded to the unit.
    pub fn whole(number: i128) -> StatedNumber {
        StatedNumber {
            digits: number,
            exponent: 0,
            precision: Precision::Printed,
        }
    }

    /// The number in `text`; `None` if the text is not exactly one number.
    #[cfg(test)]
    pub fn read(text: &str) -> Option<StatedNumber> {
        let (number, length) = StatedNumber::read_start(text.trim())?;
        (length == text.trim().len()).then_some(number)
    }

    /// The number at the start of `text`, with its magnitude words, and its length in bytes.
    pub fn read_start(text: &str) -> Option<(StatedNumber, usize)> {
        let (negative, body) = match text.strip_prefix(['-', '−', '–']) {
            Some(body) => (true, body),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mut number, length) = read_size(body)?;
        if negative {
            number.digits = -number.digits;
        }
        Some((number, text.len() - body.len() + length))
    }

    /// The same number with another precision. For negative numbers "more than" means further from
    /// zero: "fell more than 90 percent".
    pub fn meant(self, precision: Precision) -> StatedNumber {
        StatedNumber { precision, ..self }
    }

    /// The same number as printed in an article: zeros at the end of a whole number may or may not
    /// be due to rounding.
    pub fn printed_as(self, text: &str) -> StatedNumber {
        let is_round = self.precision == Precision::Printed && !text.contains('.');
        match is_round && self.digits % 10 == 0 {
            true => self.meant(Precision::Round),
            false => self,
        }
    }

    /// A fraction in words as a percentage: `one` of `of` equal parts; `None` if `of` is zero.
    /// "More than" and "less than" compare with tenths of a percent.
    pub fn fraction(one: u32, of: u32, precision: Precision) -> Option<StatedNumber> {
        let per_mille = (i128::from(one) * 2000).checked_div(i128::from(of))?;
        let per_mille = (per_mille + 1) / 2;
        let whole = StatedNumber::whole((per_mille + 5) / 10);
        Some(match precision {
            Precision::Printed | Precision::Round | Precision::About | Precision::Fraction => {
                whole.meant(Precision::Fraction)
            }
            Precision::Almost | Precision::AlmostFraction => whole.meant(Precision::AlmostFraction),
            // How far above a fraction "just over" reaches is not clear.
            Precision::JustOver
            | Precision::Multiple
            | Precision::AlmostMultiple
            | Precision::Steady => return None,
            exact if per_mille % 10 == 0 => whole.meant(exact),
            exact => StatedNumber {
                digits: per_mille,
                exponent: -1,
                precision: exact,
            },
        })
    }

    /// So many times, from a word that multiplies: `doubled`, `fourfold`.
    pub fn multiple(number: i128, precision: Precision) -> StatedNumber {
        StatedNumber::whole(number).meant(match precision {
            Precision::Printed => Precision::Multiple,
            Precision::Almost => Precision::AlmostMultiple,
            other => other,
        })
    }

    /// The same number with the opposite sign.
    pub fn negated(self) -> StatedNumber {
        StatedNumber {
            digits: -self.digits,
            ..self
        }
    }

    /// The same number times a power of ten.
    pub fn times_ten_to(self, power: i32) -> StatedNumber {
        StatedNumber {
            exponent: self.exponent + power,
            ..self
        }
    }

    /// The number in units of `10^-places`, if it is meant as printed.
    pub fn value(self, places: i32) -> Option<Ratio> {
        let power = self.exponent + places;
        let ten = 10i128.checked_pow(power.unsigned_abs())?;
        match power {
            _ if !matches!(self.precision, Precision::Printed | Precision::Round) => None,
            0.. => Ratio::new(self.digits.checked_mul(ten)?, 1),
            _ => Ratio::new(self.digits, ten),
        }
    }

    /// The values it allows, in units of `10^-places`; `None` if it has too many digits.
    ///
    /// The end further from zero is excluded, the other included: "−37.9 %" is (−37.95, −37.85],
    /// "145.8 million" is [145.75, 145.85).
    pub fn bounds(self, places: i32) -> Option<Bounds> {
        if self.digits < 0 {
            return self.negated().bounds(places).map(Bounds::negated);
        }
        let power = self.exponent + places;
        let part = |count: i128, of: i128, power: i32| -> Option<Ratio> {
            let ten = 10i128.checked_pow(power.unsigned_abs())?;
            if power >= 0 {
                Ratio::new(count.checked_mul(ten)?, of)
            } else {
                Ratio::new(count, ten.checked_mul(of)?)
            }
        };
        let at = |doubled: i128, power: i32| part(doubled, 2, power);
        let twice = self.digits.checked_mul(2)?;
        let value = at(twice, power)?;
        let (coarse, coarse_power) = self.without_last_zeros(power);
        // Half a unit of 10, 20 or 30 would be more than an eighth of it.
        let (coarse, off, of) = match coarse_power > power && coarse < 4 {
            true => (coarse.checked_mul(8)?, coarse, 8),
            false => (coarse.checked_mul(2)?, 1, 2),
        };
        let loose = |sign: i128| part(coarse + sign * off, of, coarse_power);
        Some(match self.precision {
            Precision::Printed | Precision::Round => {
                Bounds::half_open(at(twice - 1, power)?, at(twice + 1, power)?)
            }
            // Half a unit is what plain digits allow: `about 175` is 174 to 176, `about 19` 18 to 20.
            // Zeros that are left out are half a unit already.
            Precision::About if coarse >= 200 || (coarse >= 20 && coarse_power == power) => {
                let [low, high] = [coarse - 2, coarse + 2];
                Bounds::closed(Some(at(low, coarse_power)?), Some(at(high, coarse_power)?))
            }
            Precision::About => Bounds::closed(Some(loose(-1)?), Some(loose(1)?)),
            Precision::JustOver => Bounds::closed(Some(value), Some(loose(1)?)),
            Precision::Multiple => Bounds::closed(
                Some(part(self.digits.checked_mul(19)?, 20, power)?),
                Some(part(self.digits.checked_mul(21)?, 20, power)?),
            ),
            Precision::AlmostMultiple => Bounds::closed(
                Some(part(self.digits.checked_mul(9)?, 10, power)?),
                Some(value),
            ),
            Precision::Steady => {
                Bounds::closed(Some(at(twice - 10, power)?), Some(at(twice + 10, power)?))
            }
            Precision::Fraction => {
                Bounds::closed(Some(at(twice - 5, power)?), Some(at(twice + 5, power)?))
            }
            // Half a unit above the digits, because "a third" is 33.3 and the digits are 33:
            // "almost a third" is 30.5 to 33.5.
            Precision::AlmostFraction => {
                Bounds::closed(Some(at(twice - 5, power)?), Some(at(twice + 1, power)?))
            }
            Precision::Almost => Bounds::closed(Some(loose(-1)?), Some(value)),
            Precision::MoreThan => Bounds::above(value),
            Precision::AtLeast => Bounds::closed(Some(value), None),
            Precision::LessThan => Bounds::below(value),
            Precision::AtMost => Bounds::closed(None, Some(value)),
        })
    }

    /// The values it allows if the zeros at its end are due to rounding: rounded to its last digit
    /// that is not zero, but at least to its second.
    pub fn widest(self, places: i32) -> Option<Bounds> {
        let (mut number, mut left) = (self, self.digits.unsigned_abs());
        while self.precision == Precision::Round && left % 10 == 0 && left >= 100 {
            left /= 10;
            number.digits /= 10;
            number.exponent += 1;
        }
        number.bounds(places)
    }

    /// The digits without trailing zeros, and the power of ten of the last one.
    fn without_last_zeros(self, power: i32) -> (i128, i32) {
        let (mut digits, mut power) = (self.digits, power);
        while digits != 0 && digits % 10 == 0 {
            digits /= 10;
            power += 1;
        }
        (digits, power)
    }
}

/// The power of ten of an English magnitude word.
fn word_of_size(word: &str) -> Option<i32> {
    Some(match word {
        "thousand" => 3,
        "million" | "mn" | "mln" | "m" => 6,
        "billion" | "bn" | "bln" => 9,
        "trillion" | "tn" => 12,
        _ => return None,
    })
}

fn read_size(text: &str) -> Option<(StatedNumber, usize)> {
    let (digits, decimals, length) = read_digits(text)?;
    let rest = &text[length..];
    if let Some((digits, exponent, more)) = read_east_asian(digits, decimals, rest) {
        let number = StatedNumber {
            digits,
            exponent,
            precision: Precision::Printed,
        };
        return Some((number, length + more));
    }
    let mut number = StatedNumber {
        digits,
        exponent: -(decimals as i32),
        precision: Precision::Printed,
    };
    let mut taken = length;
    // `54 hundred million`, `16,506 ten thousand`, `266.4 million`, `1.48bn`.
    for prefix in ["hundred", "ten"] {
        let Some((word, end)) = next_word(text, taken) else {
            break;
        };
        if word != prefix {
            continue;
        }
        let Some((word, end)) = next_word(text, end) else {
            continue;
        };
        let own = if prefix == "hundred" { 2 } else { 1 };
        if let Some(power) = word_of_size(&word) {
            return Some((number.times_ten_to(own + power), end));
        }
    }
    if let Some((word, end)) = next_word(text, taken)
        && let Some(power) = word_of_size(&word)
        // `5 m` may be metres or the start of another word; only `5m` means millions.
        && (word.len() > 1 || end == length + 1)
    {
        number = number.times_ten_to(power);
        taken = end;
    }
    Some((number, taken))
}

/// The next word of letters after `at`, at most one blank or hyphen away, in lower case; and its
/// end.
fn next_word(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text.get(at..)?;
    let body = rest.strip_prefix([' ', '-', '\u{a0}']).unwrap_or(rest);
    let length = body
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(body.len());
    (length > 0).then(|| {
        let start = at + rest.len() - body.len();
        (body[..length].to_ascii_lowercase(), start + length)
    })
}

#[cfg(test)]
mod tests;
