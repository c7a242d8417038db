use super::*;

fn row(line: u64, value: Option<i128>) -> Observation {
    Observation {
        line,
        period: Period::month("2017-09".parse().unwrap()),
        flow: Flow::Export,
        partner: 7,
        currency: Currency::Cny,
        code: TextId(3),
        split: TextId(4),
        kind: RowKind::Detail,
        value: value.map(|value| (Amount(value), Interval::exact(Amount(value)))),
        basis: Basis::Converted,
        released: None,
        printed: None,
        publisher: TextId::EMPTY,
    }
}

/// Rows with a value in every column, including the sparse ones.
fn some() -> Vec<Observation> {
    let open = Interval {
        low: Amount(-5),
        high: Amount(5),
    };
    let mut rows = vec![
        row(1, None),
        row(u64::from(u32::MAX) + 9, Some(0)),
        row(2, Some(i128::from(i64::MIN))),
        row(3, Some(i128::from(i64::MIN) + 1)),
        row(4, Some(i128::MAX)),
        row(5, Some(i128::from(i64::MAX))),
        row(6, Some(-1)),
    ];
    rows[1].value = Some((Amount(0), open));
    rows[4].released = "2017-10-13".parse().ok();
    rows[5].printed = Printed::read("-37.90").ok();
    rows[6].publisher = TextId(9);
    rows[6].period.from = "2017-01".parse().unwrap();
    rows[6].flow = Flow::Total;
    rows[6].kind = RowKind::Published;
    rows[6].basis = Basis::Printed;
    rows[6].currency = Currency::Usd;
    rows
}

fn columns(rows: &[Observation]) -> Rows {
    let mut columns = Rows::default();
    for (at, row) in rows.iter().enumerate() {
        columns.push_sum(row, at as u32 % 3, at as u64 % 4);
    }
    columns
}

#[test]
fn a_row_comes_out_as_it_went_in() {
    let rows = some();
    let columns = columns(&rows);
    assert_eq!(columns.iter().collect::<Vec<_>>(), rows);
    assert_eq!(columns.get(rows.len()), None);
    for (at, key) in columns.keys().enumerate() {
        assert_eq!(Some(key), columns.key(at));
        assert_eq!(key.partner, rows[at].partner);
    }
}

#[test]
fn every_basis_and_flow_has_a_tag_of_its_own() {
    for basis in Basis::ALL {
        for flow in Flow::ALL {
            let one = Observation {
                basis,
                flow,
                ..row(1, Some(1))
            };
            assert_eq!(columns(std::slice::from_ref(&one)).get(0), Some(one));
        }
    }
}

#[test]
fn rows_are_taken_out_and_put_together_as_in_a_list() {
    let rows = some();
    for mask in 0u32..1 << rows.len() {
        let gone: BTreeSet<usize> = (0..rows.len()).filter(|at| mask >> at & 1 == 1).collect();
        let mut left = columns(&rows);
        left.remove(&gone);
        let kept = (0..rows.len()).filter(|at| !gone.contains(at));
        let mut kept: Vec<Observation> = kept.map(|at| rows[at]).collect();
        assert_eq!(left.iter().collect::<Vec<_>>(), kept);
        let counts = (0..left.len()).map(|at| left.count(at));
        let own = (0..rows.len()).filter(|at| !gone.contains(at));
        assert!(counts.eq(own.map(|at| at as u32 % 3)));
        left.append(
            columns(&rows),
            |text| TextId(text.0 + 1),
            |partner| partner + 1,
        );
        kept.extend(rows.iter().map(|row| Observation {
            code: TextId(row.code.0 + 1),
            split: TextId(row.split.0 + 1),
            publisher: match row.publisher {
                TextId::EMPTY => TextId::EMPTY,
                TextId(number) => TextId(number + 1),
            },
            partner: row.partner + 1,
            ..*row
        }));
        assert_eq!(left.iter().collect::<Vec<_>>(), kept);
        let cells = left
            .cells()
            .iter()
            .filter(|(at, _)| *at as usize >= kept.len() - 7);
        assert!(cells.map(|(_, hash)| hash).eq([1, 2, 3, 1, 2]));
        left.truncate(3);
        kept.truncate(3);
        assert_eq!(left.iter().collect::<Vec<_>>(), kept);
    }
}
