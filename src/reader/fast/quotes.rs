//! Finds the fields of a row whose fields are all quoted, as the platform writes them.
//!
//! Searching from one quote to the next costs a branch misprediction at most of them, since lengths
//! are unpredictable. Instead, sixty-four bytes are examined without a branch.

use crate::reader::fast::plan::Plan;

/// Maximum number of quotes in a row.
const MOST: usize = 64;

/// The positions of the quotes in one row.
pub(crate) struct Quotes([u32; MOST]);

impl Quotes {
    pub fn new() -> Quotes {
        Quotes([0; MOST])
    }

    /// Finds the quotes of the row at the start of `text` that ends at `end`. `true` if each named
    /// field has two of them and there is only the delimiter between fields. Other rows have to be
    /// split otherwise.
    pub fn find(&mut self, text: &[u8], end: usize, plan: &Plan) -> bool {
        let wanted = 2 * plan.named;
        self.places(text, end) == Some(wanted) && self.fit(text, end, plan, wanted) == Some(true)
    }

    /// The text of a named column, after [`Quotes::find`] has succeeded.
    pub fn field<'b>(&self, text: &'b [u8], column: usize) -> Option<&'b [u8]> {
        let [open, close] = self.0.as_chunks::<2>().0.get(column)?;
        text.get(*open as usize + 1..*close as usize)
    }

    /// Stores the position of each quote, and counts them. `None` if there are too many, or if
    /// fewer than sixty-four bytes follow.
    fn places(&mut self, text: &[u8], end: usize) -> Option<usize> {
        let mut count = 0;
        for start in (0..end).step_by(64) {
            let bytes = text.get(start..)?.first_chunk()?;
            let mut marks = marks(bytes);
            if end - start < 64 {
                marks &= (1 << (end - start)) - 1;
            }
            while marks != 0 {
                *self.0.get_mut(count)? = start as u32 + marks.trailing_zeros();
                count += 1;
                marks &= marks - 1;
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

/// Number of quotes in a row.
pub(crate) fn count(row: &[u8]) -> usize {
    // The sum of a lane is a byte, which overflows above 255.
    if row.len() > 255 {
        return memchr::memchr_iter(b'"', row).count();
    }
    // The compiler vectorises this.
    let quotes = row.iter().map(|byte| u8::from(*byte == b'"'));
    usize::from(quotes.fold(0, u8::wrapping_add))
}

const LOW: u64 = u64::from_le_bytes([1; 8]);

/// Sets the lowest bit of each byte that is a quote.
fn quotes_in(eight: [u8; 8]) -> u64 {
    const REST: u64 = u64::from_le_bytes([0x7f; 8]);
    let word = u64::from_le_bytes(eight) ^ (LOW * b'"' as u64);
    !(((word & REST) + REST) | word | REST) >> 7
}

/// One bit for each byte that is a quote.
fn marks(bytes: &[u8; 64]) -> u64 {
    // Multiplying moves the lowest bit of each byte into the highest byte, in order.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut marks = 0;
    for (at, eight) in bytes.as_chunks::<8>().0.iter().enumerate() {
        marks |= (quotes_in(*eight).wrapping_mul(GATHER) >> 56) << (8 * at);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fast::optional_fields::Extra;
    use crate::reader::fast::plan::GroupBy;

    #[test]
    fn every_quote_is_marked_and_nothing_else() {
        // All bytes at all positions, next to bytes that differ from a quote by one bit or by one.
        for byte in 0..=255u8 {
            for place in 0..64 {
                for others in [b'#', b'!', 0, 0xa2, 0xff] {
                    let mut bytes = [others; 64];
                    bytes[place] = byte;
                    let expected = if byte == b'"' { 1 << place } else { 0 };
                    assert_eq!(marks(&bytes), expected, "{byte} {place} {others}");
                }
            }
        }
        assert_eq!(marks(&[b'"'; 64]), u64::MAX);
    }

    #[test]
    fn quotes_are_counted_in_rows_of_every_length() {
        for length in 0..600 {
            let row: Vec<u8> = (0..length).map(|at| b"\"a#"[at * at % 3]).collect();
            let expected = row.iter().filter(|byte| **byte == b'"').count();
            assert_eq!(count(&row), expected, "{length}");
            assert_eq!(count(&vec![b'"'; length]), length);
        }
    }

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
            keeps: GroupBy {
                everything: false,
                partner: false,
                digits: 0,
            },
            extra: Extra {
                quantities: [None; 2],
                names: [None; 3],
                decode: |_| None,
            },
            partner_numbers: None,
            finds_copies: false,
            suspects: None,
        }
    }

    /// The fields found in a row that is followed by other text.
    fn fields(row: &str, (count, named): (usize, usize)) -> Option<Vec<String>> {
        let text = format!("{row}\n\"201709\",\"109\",{}", "x".repeat(70));
        let mut quotes = Quotes::new();
        let found = quotes.find(text.as_bytes(), row.len(), &plan(count, named));
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
        // A row at the end of the file, with too few bytes after it.
        let mut quotes = Quotes::new();
        assert!(!quotes.find(b"\"a\",\"b\"", 7, &plan(2, 2)));
    }
}
