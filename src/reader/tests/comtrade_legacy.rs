use crate::trade::LayoutName;
use crate::reader::tests::*;

const LEGACY: &str = "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\n";

fn legacy(flow: &str, partner: &str, code: &str, value: &str) -> String {
    format!(
        "H4,2017,201709,September 2017,0,0,{flow},156,China,CHN,{partner},,,,,,,,{code},\"Commodities, all\",1,No Quantity,,,,0,0,,{value},,,0\n"
    )
}

#[test]
fn the_old_layout_is_read_in_latin_1() {
    let korea = "408,Dem. People's Rep. of Korea,PRK";
    let text = [
        LEGACY,
        &legacy("1,Imports", korea, "TOTAL", "145823456"),
        &legacy("2,Exports", korea, "TOTAL", "266378901"),
        &legacy("3,Re-Exports", korea, "TOTAL", "5"),
        &legacy("4,Re-Imports", korea, "TOTAL", "6"),
        &legacy("1,Imports", korea, "2701", "44000000"),
        &legacy("1,Imports", "384,C\u{f4}te d'Ivoire,CIV", "TOTAL", "9"),
        &legacy("1,Imports", "0,World,WLD", "TOTAL", "99"),
    ]
    .concat();
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let observations = from_stdin(&latin, None, &north_korea()).unwrap();
    assert_eq!(observations.inputs[0].layout, LayoutName::ComtradeLegacy);
    assert_eq!(
        row_texts(&observations),
        [
            "2 2017-09 import USD   145823456",
            "3 2017-09 export USD   266378901",
            "6 2017-09 import USD 2701  44000000",
        ]
    );
    assert_eq!(
        remarks(&observations),
        [
            "standard input: 2 rows were left out (re-imports, re-exports and the like, not part of imports and exports here), first at line 4"
        ]
    );
    // A name that is invalid in GB18030, `é,`, is text in this layout, and in no other.
    let torn: Vec<u8> = text
        .replace("C\u{f4}te d'Ivoire", "Caf\u{e9}")
        .chars()
        .map(|c| c as u8)
        .collect();
    assert!(from_stdin(&torn, None, &north_korea()).is_ok());
    assert!(
        from_stdin(
            b"month,flow,value_usd_mn\n2017-09,import\xe9,5\n",
            None,
            &north_korea()
        )
        .is_err()
    );
}
