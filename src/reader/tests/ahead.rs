//! Several large downloads are read side by side; what comes of it is what each of them gives, in
//! their order.

use super::*;

/// At least 32 KiB: months, codes and trade modes that each file has in another order.
fn download(first: u64, regimes: [&str; 2], partner: &str) -> Vec<u8> {
    let mut text = "\"Date of data\",\"Trading partner code\",\"Commodity code\",\"Customs Regime code\",\"US dollar\",\n".to_owned();
    for at in 0..900 {
        let month = 1 + (first + at) % 12;
        let code = 27_011_100 + (first + at * 7) % 11;
        let regime = regimes[at as usize % 2];
        text.push_str(&format!(
            "\"2017{month:02}\",\"{partner}\",\"{code}\",\"{regime}\",\"{}\",\n",
            1000 + at
        ));
    }
    assert!(text.len() > 1 << 15);
    text.into_bytes()
}

/// Everything that a row says, its texts and its file in words.
fn spelt(records: &Records) -> Vec<String> {
    let inputs = records.input.iter().zip(&records.counts);
    let rows = records.rows.iter().zip(inputs).zip(told(records));
    rows.map(|((row, (input, count)), told)| {
        let file = &records.inputs[*input as usize].name;
        let file = file.rsplit('/').next().unwrap();
        format!("{file} {} {count} {told}", row.partner)
    })
    .collect()
}

#[test]
fn files_side_by_side_give_what_each_of_them_gives_alone() {
    let folder = Folder::new();
    // None shares its first texts with another: their numbers are all given anew.
    let files = [
        folder.file("1.csv", &download(0, ["10", "19"], "109")),
        folder.file("2.csv", &download(5, ["19", "14"], "109")),
        folder.file("3.csv", &download(9, ["39", "10"], "133")),
        folder.file("4.csv", &download(3, ["14", "39"], "109")),
    ];
    let sources = files.each_ref().map(|file| path(file, Some(Flow::Import)));
    let together = folder.read(&sources).unwrap();
    let alone = sources.map(|source| folder.read(&[source]).unwrap());
    let expected: Vec<String> = alone.iter().flat_map(spelt).collect();
    // Twelve months, eleven codes, two trade modes: 132 keys in each file of North Korea.
    assert_eq!(expected.len(), 3 * 132);
    assert_eq!(spelt(&together), expected);
    let remarks_alone: Vec<&str> = alone.iter().flat_map(remarks).collect();
    assert_eq!(remarks(&together), remarks_alone);
    assert!(remarks_alone[0].ends_with("partner 133 is South Korea; North Korea is 109"));
    let partners = alone.iter().flat_map(|records| &records.partners_seen);
    assert_eq!(together.partners_seen, partners.copied().collect());
    assert_eq!(together.inputs.len(), 4);
}
