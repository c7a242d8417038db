//! Reads sentences of Chinese news agencies on the trade between China and North Korea.

mod multiples;
mod numerals;
mod time;
mod words;

use crate::reader::claims::months::MonthsBefore;
use crate::reader::claims::pieces;
use crate::reader::claims::statement::SentenceReading;
use crate::reader::claims::text_context::TextContext;
use crate::reader::claims::wire;
use crate::reader::claims::wire_words::WirePiece;
use crate::trade::NotUnderstood;
use time::time;
use words::{UNITS, words};

/// What briefs say between the total and its year to date; the trade stays the one named before.
const OWN_ASIDES: &[&str] = &["分项数据不详"];

/// Reads a sentence.
pub(in crate::reader::claims) fn read(
    sentence: &str,
    context: &mut TextContext,
) -> SentenceReading {
    // The name of a broadcaster is no country traded with.
    let sentence = &*pieces::without_calculators(sentence, "计算");
    let has = |list: &[&str]| list.iter().any(|word| sentence.contains(word));
    let is_side_open = std::mem::take(&mut context.is_side_open);
    let north_korea = has(&["朝鲜", "中朝", "朝中", "对朝", "自朝", "从朝", "北韩"]);
    let china = has(&["中国", "我国", "中朝", "朝中", "对华"]);
    let is_of_trade = has(&["进口", "出口", "贸易", "顺差", "逆差"])
        && has(&[
            "%",
            "％",
            "元",
            "连续",
            "倍",
            "翻",
            "吨",
            "成",
            "转升",
            "转降",
            "最低",
            "最高",
            "新低",
            "新高",
            "分之",
            "一半",
            "减半",
            "腰斩",
            "过半",
            "百分点",
            "首次",
            "个月来",
        ])
        && ((north_korea && china) || context.known.is_some() || is_side_open);
    if has(OWN_ASIDES) {
        return SentenceReading::Nothing;
    }
    // Contributions in percentage points, and statements that there are none, are not trade
    // figures.
    let has_none = has(&["暂无"]) && has(&["数据"]);
    if !is_of_trade || has_none || (has(&["个百分点"]) && has(&["拉动"])) {
        (context.known, context.months) = (None, MonthsBefore::default());
        return SentenceReading::Nothing;
    }
    if has(&[
        "韩国",
        "日本",
        "俄罗斯",
        "美国",
        "印度",
        "越南",
        "台湾",
        "全球",
        "世界",
        "欧盟",
    ]) {
        (context.known, context.months) = (None, MonthsBefore::default());
        return match north_korea && china {
            true => SentenceReading::NotUnderstood(NotUnderstood::OtherTrade),
            false => SentenceReading::Nothing,
        };
    }
    // Even after a sentence on the two countries, `出口总额` may mean exports to the whole world.
    if !north_korea && has(&["总额", "总值", "外贸"]) && !has(&["双边", "两国"]) {
        (context.known, context.months) = (None, MonthsBefore::default());
        return SentenceReading::NotUnderstood(NotUnderstood::NoFlow);
    }
    let rest = sentence.replace("（四舍五入后升降不明）", "");
    let rest = rest.replace("（海关公布）", "").replace("（公布数）", "");
    // Replaces single-word changes by the usual phrase.
    let rest = [
        ("减半", "减少一半"),
        ("腰斩", "减少一半"),
        ("增长一倍", "翻一番"),
        ("增长了一倍", "翻一番"),
        ("增加一倍", "翻一番"),
        ("增加了一倍", "翻一番"),
    ]
    .iter()
    .fold(rest, |rest, (word, words)| rest.replace(word, words));
    let rest = pieces::without_conversions(without_speaker(without_dateline(&rest)));
    // `出口3980万美元，上年同期为25.3万美元`.
    let rest = rest.replace("上年同期为", &format!("比上年同期{BASE_LEVEL}"));
    let mut words = words();
    words.push((BASE_LEVEL, WirePiece::BaseLevel));
    let pieces = pieces::cut(&rest, &words, &UNITS, time);
    let reading = wire::read(&pieces, context, true);
    context.is_side_open |= is_side_open && matches!(reading, SentenceReading::NotUnderstood(_));
    reading
}

/// Stands before the amount of a base.
const BASE_LEVEL: &str = "⟨基数⟩";

/// Strips place, day and agency: `新华社北京10月13日电（记者 张三）`.
fn without_dateline(sentence: &str) -> &str {
    // `【财新网】`.
    let papers = [
        "【财新网】",
        "【新华社】",
        "【环球网】",
        "【中新网】",
        "【路透社】",
    ];
    let sentence = papers
        .iter()
        .find_map(|paper| sentence.strip_prefix(*paper))
        .unwrap_or(sentence);
    let agencies = ["新华社", "中新社", "中新网", "环球网", "环球时报", "央视"];
    if !agencies.iter().any(|agency| sentence.starts_with(agency)) {
        return sentence;
    }
    let Some((head, rest)) = sentence.split_once("日电") else {
        return sentence;
    };
    if head.chars().count() > 14 {
        return sentence;
    }
    let rest = rest.trim_start();
    let bracket = rest.strip_prefix(['(', '（']);
    match bracket.and_then(|inside| inside.split_once([')', '）'])) {
        Some((names, rest)) if !names.contains(|sign: char| sign.is_ascii_digit()) => {
            rest.trim_start()
        }
        _ => rest,
    }
}

/// Words that make up speakers and occasions. Other compilers and places are excluded.
const SPEAKERS: &[&str] = &[
    "中华人民共和国",
    "中国",
    "我国",
    "国家",
    "海关总署",
    "海关",
    "新闻发言人",
    "发言人",
    "统计分析司",
    "综合统计司",
    "司长",
    "副署长",
    "署长",
    "统计数据",
    "统计",
    "数据",
    "资料",
    "最新",
    "公布",
    "发布",
    "表示",
    "显示",
    "介绍",
    "指出",
    "透露",
    "称",
    "说",
    "根据",
    "据",
    "的",
    "在",
    "于",
    "由",
    "从",
    "上",
    "新闻发布会",
    "发布会",
    "记者会",
    "国务院",
    "国新办",
    "新闻办公室",
    "新华社",
    "环球网",
    "路透社",
    "法新社",
    "报道",
    "获悉",
    "今天",
    "今日",
    "昨天",
    "昨日",
    "近日",
    "官网",
    "网站",
    // Spokesmen, who are named alone once they have been introduced.
    "黄颂平",
    "李魁文",
    "吕大良",
    "郑跃生",
    "王军",
    "还",
    "他",
];

/// Strips the speaker: `海关总署发言人黄颂平13日表示，…`, `据海关统计，…`.
fn without_speaker(sentence: &str) -> &str {
    let mut spoken = sentence;
    while let Some((head, rest)) = spoken.split_once(['，', ',', '：']) {
        // A name has at most four characters, and is given with an office.
        let has_office = ["发言人", "司长", "署长"]
            .iter()
            .any(|office| head.contains(office));
        let free = if has_office { 4 } else { 0 };
        if !pieces::consists_of(head, SPEAKERS, free) {
            break;
        }
        spoken = rest;
    }
    spoken
}
