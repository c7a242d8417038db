//! Finds the fields of a row whose fields are all quoted, as the platform writes them.
//!
//! Searching from one quote to the next costs a branch misprediction at most of them, since lengths
//! are unpredictable. Instead, their positions are read from the [`Marks`] of the block.

use crate::reader::fast::marks::Marks;
use crate::reader::fast::plan::Plan;

/// Maximum number of quotes in a row.
const MOST: usize = 64;

/// The positions of the quotes in one row.
pub(crate) struct Quotes([u32; MOST]);

impl Quotes {
    pub fn new() -> Quotes {
        Quotes([0; MOST])
    }

    /// Finds the quotes of the row at the start of `text`, which is at `at` in its block and
    /// `length` bytes long. `true` if each named field has two of them and there is only the
    /// delimiter between fields. Other rows have to be split otherwise.
    pub fn find(
        &mut self,
        marks: &Marks,
        text: &[u8],
        (at, length): (usize, usize),
        plan: &Plan,
    ) -> bool {
        let wanted = 2 * plan.named;
        self.places(marks, at, length) == Some(wanted)
            && self.fit(text, length, plan, wanted) == Some(true)
    }

    /// The text of a named column, after [`Quotes::find`] has succeeded.
    pub fn field<'b>(&self, text: &'b [u8], column: usize) -> Option<&'b [u8]> {
        let [open, close] = self.0.as_chunks::<2>().0.get(column)?;
        text.get(*open as usize + 1..*close as usize)
    }

    /// Stores the position of each quote, and counts them. `None` if there are too many.
    fn places(&mut self, marks: &Marks, at: usize, length: usize) -> Option<usize> {
        let mut count = 0;
        for start in (0..length).step_by(64) {
            let mut quotes = marks.quotes_from(at + start);
            if length - start < 64 {
                quotes &= (1 << (length - start)) - 1;
            }
            while quotes != 0 {
                *self.0.get_mut(count)? = start as u32 + quotes.trailing_zeros();
                count += 1;
                quotes &= quotes - 1;
            }
        }
        Some(count)
    }

    fn fit(&self, text: &[u8], end: usize, plan: &Plan, count: usize) -> Option<bool> {
        let places = self.0.get(..count)?;
        let ([first, inner @ .., last], true) = (places, plan.fields - plan.named < 2) else {
            return None;
        };
        let mut full = *first == 0;
        for [close, open] in inner.as_chunks::<2>().0 {
            full &= close + 2 == *open && text.get(*close as usize + 1) == Some(&plan.delimiter);
        }
        let rest = text.get(*last as usize + 1..end)?;
        let ends = match plan.fields - plan.named {
            0 => rest.is_empty(),
            _ => rest == [plan.delimiter],
        };
        Some(full && ends)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::bytes::encoding::Encoding;
    use crate::reader::fast::optional_fields::OptionalColumns;
    use crate::reader::fast::plan::GroupBy;

    fn plan(fields: usize, named: usize) -> Plan {
        Plan {
            delimiter: b',',
            fields,
            named,
            quoted: true,
            partner: None,
            partner_name: None,
            spelling_columns: Vec::new(),
            month: None,
            code: None,
            split: [None, None],
            values: Vec::new(),
            group_by: GroupBy {
                everything: false,
                partner: false,
                digits: 0,
            },
            extra: OptionalColumns {
                quantities: [None; 2],
                names: [None; 3],
                encoding: Encoding::Utf8,
            },
            partner_numbers: None,
            keeps_keys: false,
            finds_copies: false,
            suspects: None,
        }
    }

    fn marks(block: &str) -> Marks {
        let mut marks = Marks::default();
        marks.fill(block.as_bytes());
        marks
    }

    /// The fields found in a row that is followed by other text.
    fn fields(row: &str, (count, named): (usize, usize)) -> Option<Vec<String>> {
        let text = format!("{row}\n\"201709\",\"109\",{}", "x".repeat(70));
        let mut quotes = Quotes::new();
        let place = (0, row.len());
        let found = quotes.find(&marks(&text), text.as_bytes(), place, &plan(count, named));
        found.then(|| {
            let fields = (0..named).map(|column| quotes.field(text.as_bytes(), column).unwrap());
            let fields = fields.map(|field| String::from_utf8(field.to_vec()).unwrap());
            fields.collect()
        })
    }

    #[test]
    fn a_row_is_told_into_its_fields() {
        let expected = |fields: &[&str]| Some(fields.iter().map(|s| s.to_string()).collect());
        assert_eq!(
            fields("\"a\",\"\",\"c,d\",", (4, 3)),
            expected(&["a", "", "c,d"])
        );
        assert_eq!(fields("\"a\",\"b\"", (2, 2)), expected(&["a", "b"]));
        let long = "x".repeat(200);
        let row = format!("\"{long}\",\"b\",\"{long}\",");
        assert_eq!(fields(&row, (4, 3)), expected(&[&long, "b", &long]));
        // The last field ends with the sixty-fourth byte.
        let row = format!("\"{}\",\"b\"", "x".repeat(58));
        assert_eq!(row.len(), 64);
        assert_eq!(fields(&row, (2, 2)), expected(&[&"x".repeat(58), "b"]));
    }

    #[test]
    fn of_any_other_row_nothing_is_known() {
        for (row, form) in [
            ("\"a\",\"b\"", (3, 2)),
            ("\"a\",\"b\",", (2, 2)),
            ("\"a\",\"b\",,", (3, 2)),
            ("\"a\",\"b\",7", (3, 2)),
            ("\"a\";\"b\",", (3, 2)),
            ("\"a\" ,\"b\",", (3, 2)),
            ("\"a\", \"b\",", (3, 2)),
            (" \"a\",\"b\",", (3, 2)),
            ("\"a\",\"b", (2, 2)),
            ("a,\"b\",", (3, 2)),
            ("\"a\"\"b\",", (3, 2)),
            ("\"a\"\"b\",\"c\",", (3, 2)),
            ("\"a\",\"b\",\"c\",", (3, 2)),
            ("\"a\",\"b\",,", (4, 2)),
            ("", (3, 2)),
        ] {
            assert_eq!(fields(row, form), None, "{row}");
        }
    }

    #[test]
    fn a_row_within_a_block_or_at_its_end_has_its_own_quotes() {
        let block = "\"a\",\"b\"\n\"cd\",\"\"";
        let mut quotes = Quotes::new();
        for (at, expected) in [(0, ["a", "b"]), (8, ["cd", ""])] {
            let text = &block.as_bytes()[at..];
            let length = text.iter().position(|byte| *byte == b'\n');
            let length = length.unwrap_or(text.len());
            assert!(quotes.find(&marks(block), text, (at, length), &plan(2, 2)));
            let fields = [0, 1].map(|column| quotes.field(text, column).unwrap());
            assert_eq!(fields, expected.map(str::as_bytes));
        }
    }
}
