//! Several large downloads are read in parallel. The result is what each of them gives alone, in
//! order.

use crate::reader::tests::*;

/// At least 32 KiB: months, codes and trade modes in a different order in each file.
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

/// Everything in a row, with its texts and its file spelled out.
fn spelt(observations: &Observations) -> Vec<String> {
    let counts = (0..).map(|at| observations.rows.count(at));
    let inputs = observations.input.iter().zip(counts);
    let rows = observations
        .rows
        .iter()
        .zip(inputs)
        .zip(row_texts(observations));
    rows.map(|((row, (input, count)), text)| {
        let file = &observations.inputs[*input as usize].name;
        let file = file.rsplit('/').next().unwrap();
        format!("{file} {} {count} {text}", row.partner)
    })
    .collect()
}

#[test]
fn files_side_by_side_give_what_each_of_them_gives_alone() {
    let folder = Folder::new();
    // No file shares its first texts with another, so that all their numbers are reassigned.
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
    let partners = alone
        .iter()
        .flat_map(|observations| &observations.partners_seen);
    assert_eq!(together.partners_seen, partners.copied().collect());
    assert_eq!(together.inputs.len(), 4);
}

/// A download for all partners, at least 32 KiB: 500 goods from `first` on, two partners, one
/// month.
fn of_goods(first: u64, month: u64, odd: &str) -> Vec<u8> {
    let mut text = "\"Date of data\",\"Trading partner code\",\"Commodity code\",\"Customs Regime code\",\"US dollar\",\n".to_owned();
    for code in first..first + 500 {
        for partner in ["109", "502"] {
            text.push_str(&format!(
                "\"2017{month:02}\",\"{partner}\",\"{code:08}\",\"10\",\"1,000\",\n"
            ));
        }
    }
    text.push_str(odd);
    assert!(text.len() > 1 << 15);
    text.into_bytes()
}

/// For each file, whether it is summed because it is disjoint from all others, and how many rows
/// are kept.
fn kept(files: &[Vec<u8>], change: fn(&mut Options)) -> Vec<(bool, usize)> {
    let folder = Folder::new();
    let files = files.iter().enumerate();
    let files = files.map(|(at, bytes)| folder.file(&format!("{at}.csv"), bytes));
    let sources: Vec<Source> = files.map(|file| path(&file, Some(Flow::Import))).collect();
    let mut options = Options {
        partner: PartnerChoice::All,
        ..north_korea()
    };
    change(&mut options);
    let observations = read(&sources, &options, &mut std::io::empty()).unwrap();
    let rows = |input| {
        observations
            .input
            .iter()
            .filter(|own| **own == input)
            .count()
    };
    let inputs = (0..).zip(&observations.inputs);
    inputs
        .map(|(at, input)| (input.disjoint.is_some(), rows(at)))
        .collect()
}

#[test]
fn files_that_share_no_key_are_added_up_and_others_are_kept_by_key() {
    let as_asked: fn(&mut Options) = |_| ();
    // Goods 1,001 to 1,500, the next 500, and the first again in another month: one sum each.
    let disjoint = [
        of_goods(1001, 1, ""),
        of_goods(1501, 1, ""),
        of_goods(1001, 2, ""),
    ];
    assert_eq!(kept(&disjoint, as_asked), [(true, 1), (true, 1), (true, 1)]);
    assert_eq!(
        kept(&disjoint, |options| options.lenient = true),
        [(false, 1000), (false, 1000), (false, 1000)]
    );
    // The second overlaps the first by one code.
    let [one, _, other_month] = disjoint;
    let overlapping = [one.clone(), of_goods(1500, 1, ""), other_month.clone()];
    assert_eq!(
        kept(&overlapping, as_asked),
        [(false, 1000), (false, 1000), (true, 1)]
    );
    // A key that may occur twice in a file: 1,000 keys, and the last row repeats the first of them.
    let twice = "\"201701\",\"109\",\"00001001\",\"10\",\"5\",\n";
    let [doubtful, small] = [
        of_goods(1001, 1, twice),
        b"\"Date of data\",\"Trading partner code\",\"Commodity code\",\"Customs Regime code\",\"US dollar\",\n\"201702\",\"109\",\"00001200\",\"10\",\"5\",\n"
            .to_vec(),
    ];
    assert_eq!(
        kept(&[doubtful, other_month.clone()], as_asked),
        [(false, 1000), (true, 1)]
    );
    // A small file is read row by row, and overlaps only the one of the same month.
    assert_eq!(
        kept(&[one.clone(), small, other_month], as_asked),
        [(true, 1), (false, 1), (false, 1000)]
    );
    // The order by partners counts as well: ordered by code, each of these overlaps the other.
    let by_partner = ["109", "133"].map(|partner| {
        let text = String::from_utf8(of_goods(1001, 1, "")).unwrap();
        let own = text.lines().filter(|line| !line.contains("\"502\""));
        let own: Vec<&str> = own.collect();
        let more = String::from_utf8(of_goods(1501, 1, "")).unwrap();
        let more: Vec<&str> = more
            .lines()
            .skip(1)
            .filter(|line| !line.contains("\"502\""))
            .collect();
        let text = [own, more].concat().join("\n") + "\n";
        text.replace("\"109\"", &format!("\"{partner}\""))
            .into_bytes()
    });
    assert_eq!(kept(&by_partner, as_asked), [(true, 1), (true, 1)]);
}
