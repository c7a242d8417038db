//! Reads quantities, a number and its unit, if they are asked for.

use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::row_reader::Reading;
use crate::trade::{Amount, Interval, Printed, Quantity, QuantityUnit};

/// The columns of a quantity and its unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct QuantityAt {
    pub number: usize,
    pub unit: usize,
}

impl Reading<'_, '_> {
    /// The quantity of a row that may have several: a weight if there is one, since weights of
    /// goods can be added up; otherwise the first. `None` if none is given.
    pub fn quantity(&mut self, places: &[QuantityAt]) -> Option<Quantity> {
        let mut first = None;
        for place in places {
            let Some(quantity) = self.quantity_at(*place) else {
                continue;
            };
            if quantity.unit.is_weight() {
                return Some(quantity);
            }
            first = first.or(Some(quantity));
        }
        first
    }

    fn quantity_at(&mut self, place: QuantityAt) -> Option<Quantity> {
        let text = self.table.cell(place.number);
        let ValueCell::Given(printed, word) = self.or_wrong(
            place.number,
            number::read_marked(&text, self.mark_in(place.number)),
        )?
        else {
            return None;
        };
        if word.is_some() || printed.digits < 0 {
            self.wrong(place.number, &InputError::Number(NumberError::NotANumber));
            return None;
        }
        if let Some(unit) = self.quantity_unit(place.unit) {
            let quantity = of_printed(printed, unit);
            return self.or_wrong(place.number, quantity);
        }
        // An unknown unit is ignored like a missing one; a dash means that there is no second unit.
        let unit = self.table.cell(place.unit).into_owned();
        if !matches!(&*unit, "" | "-" | "?" | "0") {
            self.unknown_unit(&unit);
        }
        None
    }
}

/// A quantity as printed, in a unit of this number of thousandths. In the base unit (kilograms,
/// pieces) it is exact, and so is zero. In tonnes, its last digit is rounded.
///
/// # Errors
/// [`InputError::Number(NumberError::TooLarge)`], and [`InputError::Number(NumberError::TooLong)`] for too many decimals.
pub(crate) fn of_printed(
    printed: Printed,
    (unit, thousandths): (QuantityUnit, i128),
) -> Result<Quantity, InputError> {
    let power = 10i128
        .checked_pow(printed.decimals)
        .ok_or(InputError::Number(NumberError::TooLong))?;
    // Doubled, so that half a unit of the last digit is a whole number.
    let scaled = |doubled: i128| {
        let product = doubled.checked_mul(thousandths)?;
        Some(Amount(product.div_euclid(2 * power))).filter(|amount| *amount <= Amount::LARGEST)
    };
    let doubled = printed
        .digits
        .checked_mul(2)
        .ok_or(InputError::Number(NumberError::TooLarge))?;
    let amount = scaled(doubled).ok_or(InputError::Number(NumberError::TooLarge))?;
    let is_exact = printed.digits == 0 || thousandths == Amount::PER_UNIT || thousandths == 1;
    let interval = if is_exact {
        Interval::exact(amount)
    } else {
        Interval {
            low: scaled(doubled - 1).ok_or(InputError::Number(NumberError::TooLarge))?,
            high: scaled(doubled + 1).ok_or(InputError::Number(NumberError::TooLarge))?,
        }
    };
    Ok(Quantity {
        amount,
        interval,
        unit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(number: &str, unit: &str) -> Quantity {
        let unit = QuantityUnit::find(unit).unwrap();
        of_printed(Printed::read(number).unwrap(), unit).unwrap()
    }

    #[test]
    fn the_last_digit_printed_is_the_last_one_known() {
        // 2.465 million t: between 2,464,500 t and 2,465,500 t, in thousandths of a kilogram.
        let coal = quantity("2.465", "million t");
        assert_eq!(coal.amount.0, 2_465_000_000_000);
        assert_eq!(
            (coal.interval.low.0, coal.interval.high.0),
            (2_464_500_000_000, 2_465_500_000_000)
        );
        let weighed = quantity("511619000", "Kilogram");
        assert_eq!(weighed.interval, Interval::exact(weighed.amount));
        assert_eq!(quantity("511619", "t").amount, weighed.amount);
        assert_eq!(quantity("0", "t").interval, Interval::exact(Amount::ZERO));
        assert_eq!(quantity("3", "克").amount.0, 3);
    }
}
