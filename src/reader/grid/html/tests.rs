use super::*;

fn rows(page: &str) -> Vec<String> {
    let grid = read(page).unwrap();
    let texts = |row: &GridRow| {
        let texts: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
        format!("{}: {}", row.number, texts.join("|"))
    };
    grid.rows.iter().map(texts).collect()
}

#[test]
fn cells_that_spread_keep_the_columns_in_line() {
    let page = "<p>Title<table>\n<tr><td rowspan=2>Country<td colspan=2>Total<td>x\n\
                <tr><td>6<td>1to6<td>y</table>after<br>it";
    assert_eq!(
        rows(page),
        [
            "1: Title",
            "2: Country|Total||x",
            "3: |6|1to6|y",
            "3: after",
            "3: it"
        ]
    );
}

#[test]
fn a_table_within_a_table_and_what_is_not_shown() {
    let page = "<script>if (a<b) '<td>'</script><table><tr><td>Above <b>it</b>\n\
                <table><tr><td>&nbsp;a&nbsp;<td>b&amp;c</table>below</table><script>";
    assert_eq!(rows(page), ["1: Above it", "2: a|b&c", "1: below"]);
    let page = "<table><tr><td><span style='Display: none'>9<span>8</span>7</span>234.8<td><b hidden>1</b>5</table>";
    assert_eq!(rows(page), ["1: 234.8|5"]);
}

#[test]
fn hidden_rows_are_not_read_and_hidden_cells_keep_their_place() {
    let page = "<table><tr style='display:none'><td>2017-09<td>999</tr><tr><td>a<td hidden>999</td><td>b</tr>\
                <tr><td hidden>1<th>c<td>d<tr hidden><td>e</table><ul hidden><li>f</ul>g";
    assert_eq!(rows(page), ["1: a||b", "1: |c|d", "1: g"]);
    // Cells without ends, one of them hidden with a table in it.
    let page = "<table><tr><td hidden>1<table><tr><td>2</table>3<td>4<tr><td>5<td>6</table>";
    assert_eq!(rows(page), ["1: |4", "1: 5|6"]);
}

#[test]
fn digits_of_two_pieces_of_a_cell_do_not_run_together() {
    let page = "<table><tr><td>234<sup>1</sup><td>145.8<sup>2)</sup><td>145<br>820<td>234<font size=1>1</font>\
                <td><s>150</s>145.8<td><p>145</p><p>820</p><td><b>145</b>.8<td>145&nbsp;820<td>Imports<br>2017</table>";
    assert_eq!(
        rows(page),
        [
            "1: 234¹|145.8²|145 \u{2060}820|234\u{2060}1|150 \u{2060}145.8|145 \u{2060}820|145.8|145\u{a0}820|Imports 2017"
        ]
    );
}

#[test]
fn a_cell_is_placed_by_its_first_letter() {
    let grid = read("<table>\r\n<tr>\r\n<td>\r\n  <b>né</b></td><td>x</table>").unwrap();
    let places: Vec<_> = grid.rows[0].cells.iter().map(|cell| cell.place).collect();
    let place = |line, column| Location {
        line: Some(line),
        column: Some(column),
    };
    assert_eq!(places, [place(4, 6), place(4, 21)]);
}
