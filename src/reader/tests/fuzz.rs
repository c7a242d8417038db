//! Damaged inputs of every layout, encoding and container give observations or a refusal, but never
//! a panic, a hang, or excessive memory. The inputs are the same in every run; set
//! `TRADECHECK_FUZZ=1000000` for more of them.

use crate::reader::tests::container::{gzip, zip, zstd};
use crate::reader::tests::*;
use crate::trade::{Amount, LayoutName, Month, Named, Period, Unit};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

const ORDINARY: u64 = 12_000;
pub(crate) const THREADS: u64 = 2;
/// Maximum size of an input.
const LARGEST: usize = 1 << 16;

/// xorshift64*, which gives the same numbers on every machine.
pub(crate) struct Random(u64);

impl Random {
    /// The numbers of one thread. The first numbers are skipped, since similar seeds yield similar
    /// ones.
    pub fn new(thread: u64, number: u64) -> Random {
        let mut random = Random(1 + thread + THREADS * number);
        for _ in 0..4 {
            random.next();
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 8
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }
}

const PLATFORM_EN: &str = "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\"Commodity\",\"Customs Regime code\",\"Customs Regime\",\"Quantity\",\"Unit\",\"Supplimentary Quantity\",\"Supplimentary Unit\",\"US dollar\",\r\n\"201709\",\"109\",\"Korea,DPR\",\"27011100\",\"Down \"\"jackets\"\", of cotton\",\"19\",\"Border Trade\",\"511619000\",\"Kilogram\",\"0\",\"-\",\"45,123,456\",\r\n201709,109,Korea,DPR,27011200,x,19,y,1,z,0,-,7,\r\n";
const PLATFORM_ZH: &str = "\"数据年月\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"商品编码\",\"商品名称\",\"注册地编码\",\"人民币\",\n\"201709\",\"109\",\"朝鲜\",\"27011100\",\"无烟煤\",\"21\",\"45,123,456\",\n\"201710\",\"133\",\"韩国\",\"03\",\"鱼\",\"22\",\"?\",\n";
const OURS: &str = "period,flow,currency,value,unit,low,high,basis,released,yoy_pct,publisher,url,note\n2017-01..2017-09,import,USD,1480.0,million,1479,1481,printed,2017-10-13,-16.7,GACC,u,n\n2017-09,export,CNY,2.66,hundred million,,,printed,2017-10,,x,u,\"a, b\"\n";
const TIDY: &str = "年月,进口（亿美元）,出口（US$ thousand）,同比\n2017年9月,\"1.46亿\",\"266,400\",1\nSep 2017,0.5,..,2\n";
const WIDE: &str = "China: trade; monthly\nUnit: US$1,000\n\n,partner,2017-08,2017-09\nImports,North Korea,\"288,000\",145800\n出口（百万美元）,朝鲜,316.0,-\nSource: GACC\n";
const COMTRADE: &str = "typeCode,freqCode,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partnerDesc,partner2Code,cmdCode,aggrLevel,customsCode,motCode,primaryValue\nC,M,201709,156,CHN,M,408,PRK,\"Korea, Dem. People's Rep. of\",0,TOTAL,0,C00,0,145823456.5,\nC,M,201709,156,CHN,X,408,PRK,x,0,2701,4,C00,2100,7,\nC,A,2017,156,CHN,RX,0,W00,World,0,3,2,C00,0,7,\n";
const LEGACY: &str = "Classification,Year,Period,Aggregate Level,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Trade Value (US$)\nH4,2017,201709,0,1,Imports,156,China,408,Dem. People's Rep. of Korea,TOTAL,145823456\nH4,2017,201709,0,2,Exports,156,China,384,C\u{f4}te d'Ivoire,03,5\n";

const BULLETIN_ZH: &str = "\n,（2）2025年1月进出口商品国别（地区）总值表（人民币值）,,,,,,,,,\n,,,,,,,,,单位：万元人民币,\n,进出口商品国别（地区）,进出口,,出口,,进口,,累计比去年同期±％,,\n,,1月,1至1月,1月,1至1月,1月,1至1月,进出口,出口,进口\n,总值,10,10,6,6,4,4,1.5,2.1,3\n,\u{3000}朝鲜\u{a0},159935.3488,159935.3488,138421.5762,138421.5762,21513.7726,21513.7726,42.2,55.8,-7.2\n,注：亚洲,,,,,,,,,\n";
const BULLETIN_EN: &str = "<html><head><title>t</title></head><body><div>2026/07/18</div><table><tr><td colspan=\"10\">（2）Imports and Exports by Country （Region） of Origin/Destination,6.2026</td></tr><tr><td colspan=10>Unit:US$1,000</td></tr><tr><td rowspan=\"2\"><b>Country （Region）</b></td><td colspan=\"2\">Total</td><td colspan=\"2\">Exports</td><td colspan=\"2\">Imports</td><td colspan=\"3\">Percentage Change</td></tr><tr><td>6</td><td>1to6</td><td>6</td><td>1to6</td><td>6</td><td>1to6</td><td>Total</td><td>Exports</td><td>Imports</td></tr><tr><td>Democratic People&#39;s Republic of Korea&nbsp;</td><td>251,910</td><td>1,353,520</td><td>219,000</td><td>1,100,100</td><td>32,910</td><td>253,420</td><td>12.3</td><td>10.0</td><td>-3.1</td></tr><tr><td>Hong Kong, China</td><td>7</td><td>-</td><td>7</td><td>############</td><td>-</td><td>-</td><td>9</td><td>-</td><td>-</td></tr></table></body></html>";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}")
        .encode_utf16()
        .flat_map(bytes)
        .collect()
}

/// A valid sample of every layout, encoding and container.
pub(crate) fn samples() -> Vec<Vec<u8>> {
    let texts = [
        PLATFORM_EN,
        PLATFORM_ZH,
        OURS,
        TIDY,
        WIDE,
        COMTRADE,
        LEGACY,
        BULLETIN_ZH,
        BULLETIN_EN,
    ];
    let mut samples: Vec<Vec<u8>> = texts.map(|text| text.as_bytes().to_vec()).to_vec();
    samples.push(LEGACY.chars().map(|c| c as u8).collect());
    for text in [PLATFORM_ZH, TIDY, WIDE, BULLETIN_ZH, BULLETIN_EN] {
        samples.push(encoding_rs::GB18030.encode(text).0.into_owned());
        samples.push(utf16(text, u16::to_le_bytes));
        samples.push(utf16(text, u16::to_be_bytes));
        samples.push(format!("\u{feff}sep=,\n{text}").into_bytes());
        samples.push(text.replace(',', "\t").into_bytes());
    }
    for text in [PLATFORM_EN, WIDE, OURS] {
        samples.push(gzip(text.as_bytes()));
        samples.push(zstd(text.as_bytes()));
        samples.push(zip(&[
            ("e201709.csv", text.as_bytes()),
            ("b/c.csv", TIDY.as_bytes()),
        ]));
    }
    samples.push(zip(&[("xl/workbook.xml", b"<workbook/>")]));
    samples
}

const PIECES: [&[u8]; 37] = [
    b"\"",
    b"\"\"",
    b"\"\"\"\"\"\"\"\"",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r",
    b"\r\n",
    b"\0",
    b"\xff",
    b"\x81",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"99999999999999999999999999999999999999999999",
    b"170141183460469231731687303715884105727",
    b"0.0000000000000000000000000000001",
    b"-",
    b"..",
    b"2017-13",
    b"999999-99",
    b"-0001-01",
    b"0000-00-00",
    "억만亿万".as_bytes(),
    b"############",
    b"sep=,\n",
    b"<table>",
    b"</td>",
    b"<td colspan=\"99999999\" rowspan=\"99999999\">",
    b"<!--",
    b"&#x110000;",
    "注：".as_bytes(),
    "单位：美元".as_bytes(),
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"\x28\xb5\x2f\xfd",
    "年月".as_bytes(),
];

pub(crate) fn mutate(bytes: &mut Vec<u8>, samples: &[Vec<u8>], random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    let length = random.below(40);
    let end = (at + length).min(bytes.len());
    match random.below(9) {
        0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
        1 if at < bytes.len() => bytes[at] = random.next() as u8,
        2 => bytes.truncate(at),
        3 => drop(bytes.drain(at..end)),
        4 => {
            let piece = random.of(&PIECES);
            let times = if random.below(50) == 0 { 500 } else { 1 };
            bytes.splice(at..at, piece.repeat(times));
        }
        5 => {
            let copied = bytes[at..end].to_vec();
            let to = random.below(bytes.len() + 1);
            bytes.splice(to..to, copied);
        }
        6 => {
            let other = random.of(samples);
            let from = random.below(other.len());
            let to = (from + random.below(200)).min(other.len());
            bytes.splice(at..end, other[from..to].iter().copied());
        }
        7 => {
            // Repeats a whole line, once or many times.
            let line = bytes
                .split(|byte| *byte == b'\n')
                .nth(random.below(4))
                .unwrap_or(&[]);
            let line = [line, b"\n"].concat().repeat(1 + random.below(20));
            bytes.extend(line);
        }
        _ => {
            let piece = random.of(&PIECES);
            let end = (at + piece.len()).min(bytes.len());
            bytes.splice(at..end, piece.iter().copied());
        }
    }
    bytes.truncate(LARGEST);
}

fn options(random: &mut Random) -> (Option<Flow>, Options) {
    let flow = *random.of(&[None, None, Some(Flow::Import), Some(Flow::Export)]);
    let often = |random: &mut Random| random.below(2) == 0;
    let options = Options {
        partner: if often(random) {
            PartnerChoice::All
        } else {
            north_korea().partner
        },
        unit: often(random).then_some(Unit { power: 6 }),
        file_month: Month::new(2017, 9)
            .map(Period::month)
            .filter(|_| often(random)),
        currency: often(random).then_some(Currency::Usd),
        layout: (random.below(4) == 0).then(|| *random.of(LayoutName::EVERY)),
        encoding: None,
        sheet: None,
        lenient: often(random),
        needs: crate::reader::Projection {
            digits: 2,
            partners: often(random),
            quantities: often(random),
            names: often(random),
        },
        ..north_korea()
    };
    (flow, options)
}

fn check(bytes: &[u8], flow: Option<Flow>, options: &Options) {
    let start = Instant::now();
    match from_stdin(bytes, flow, options) {
        Ok(observations) => {
            assert_eq!(observations.rows.len(), observations.input.len());
            for row in observations.rows.iter() {
                assert!(row.line > 0 && row.period.from <= row.period.to);
                if let Some((value, interval)) = row.value {
                    assert!(Amount::ZERO <= value && value <= Amount::LARGEST);
                    assert!(interval.low <= value && value <= interval.high);
                }
            }
        }
        Err(problems) => {
            assert!(!problems.is_empty() && problems.located.len() <= 20);
            assert!(problems.to_string().len() < 40_000);
        }
    }
    assert!(
        start.elapsed() < Duration::from_secs(10),
        "{:?}",
        start.elapsed()
    );
}

/// Peak memory of this process in kB; 0 if the system does not report it.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
    number.unwrap_or(0)
}

fn run(thread: u64, count: u64, samples: &[Vec<u8>]) {
    for number in 0..count {
        let mut random = Random::new(thread, number);
        let mut bytes = random.of(samples).clone();
        for _ in 0..=random.below(4) {
            mutate(&mut bytes, samples, &mut random);
        }
        if random.below(12) == 0 {
            bytes = match random.below(3) {
                0 => gzip(&bytes),
                1 => zstd(&bytes),
                _ => zip(&[("201709.csv", &bytes)]),
            };
        }
        let (flow, options) = options(&mut random);
        let checked = catch_unwind(AssertUnwindSafe(|| check(&bytes, flow, &options)));
        assert!(
            checked.is_ok(),
            "input {number} of thread {thread}, {flow:?}, {options:?}:\n{}",
            bytes.escape_ascii()
        );
    }
}

/// The number of inputs given by the environment, or `otherwise`.
pub(crate) fn asked_for(otherwise: u64) -> u64 {
    let count = std::env::var("TRADECHECK_FUZZ").ok();
    let count = count.and_then(|count| count.parse().ok());
    count.unwrap_or(otherwise)
}

#[test]
fn no_damaged_input_makes_it_panic_or_hang() {
    let samples = samples();
    for (at, sample) in samples.iter().enumerate() {
        let all = Options {
            partner: PartnerChoice::All,
            ..usd(north_korea())
        };
        let read = from_stdin(sample, Some(Flow::Import), &all);
        let unread = read.is_err_and(|problems| problems.to_string().contains("layout"));
        assert!(!unread, "sample {at} is none");
    }
    let count = asked_for(ORDINARY) / THREADS;
    let (before, start) = (peak_memory(), Instant::now());
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let samples = &samples;
            scope.spawn(move || run(thread, count, samples));
        }
    });
    // Other tests in the same process use up to a hundred megabytes, so the bound is loose.
    let grown = peak_memory() - before;
    let took = start.elapsed();
    // Visible with `--nocapture`.
    let message = format!(
        "{} inputs in {took:?}, {grown} kB more at most\n",
        count * THREADS
    );
    std::io::Write::write_all(&mut std::io::stdout(), message.as_bytes()).unwrap();
    assert!(grown < 4 << 20, "{grown} kB");
}
