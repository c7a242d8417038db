//! Lists of HS codes in tables for people.

/// The codes with each run of three or more as its ends: `7201 7203–7229`.
pub(super) fn in_runs(codes: &str) -> String {
    let mut runs: Vec<Vec<&str>> = Vec::new();
    for code in codes.split(' ') {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| follows(last, code)) => run.push(code),
            _ => runs.push(vec![code]),
        }
    }
    let shown = runs.iter().map(|run| match run[..] {
        [first, _, .., last] => format!("{first}–{last}"),
        _ => run.join(" "),
    });
    shown.collect::<Vec<_>>().join(" ")
}

fn follows(code: &str, next: &str) -> bool {
    let number = |code: &str| code.parse::<u64>().ok();
    let is_next = number(code).is_some_and(|one| number(next) == Some(one + 1));
    code.len() == next.len() && is_next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_codes_in_a_row_are_a_run() {
        assert_eq!(in_runs("2701"), "2701");
        assert_eq!(in_runs("01 02 0301 0302"), "01 02 0301 0302");
        assert_eq!(
            in_runs("7201 7203 7204 7205 7206 7301 99"),
            "7201 7203–7206 7301 99"
        );
        assert_eq!(in_runs("0301 0302 0303 030400"), "0301–0303 030400");
        assert_eq!(in_runs(""), "");
    }
}
