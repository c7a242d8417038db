//! Titles that tables really have, and titles that narrow what a table holds.

use super::leftover;
use crate::reader::accounting::meaning::TextMeaning;

/// Titles of which each word is understood, or says nothing of the figures.
const HARMLESS: &[&str] = &[
    "China-North Korea trade, 2016-2017",
    "China's imports from North Korea",
    "China's imports from North Korea, monthly, Jan 2016 - Sep 2017 (US$ million)",
    "China's trade with North Korea by month",
    "Table 2. China's imports from and exports to North Korea, 2016-2017",
    "Table 1: China – DPRK bilateral merchandise trade (USD million)",
    "Fig. 3 China's exports to and imports from North Korea",
    "Figure 1: Monthly trade between China and North Korea",
    "China: Imports: North Korea (CEIC)",
    "CEIC Data: China Imports: North Korea, USD mn, Monthly",
    "China | Imports | cif: Asia: North Korea",
    "Wind: 中国:进口金额:朝鲜:当月值",
    "Wind资讯 中国从朝鲜进口金额 当月值",
    "指标名称 中国:进口金额:朝鲜",
    "同花顺iFinD 中国自朝鲜进口 单位:万美元",
    "中国与朝鲜双边贸易统计",
    "中国与朝鲜双边贸易额走势（单位：万美元）",
    "中朝贸易月度数据",
    "中朝双边贸易数据统计表",
    "2016-2017年中朝贸易情况",
    "近年来中国与朝鲜贸易概况",
    "中国对朝鲜进出口月度统计表",
    "中国对朝贸易（海关总署）",
    "中国海关总署 中国对朝鲜进出口商品总值",
    "中国自朝鲜进口额历史数据（2016年1月—2017年12月）",
    "数据来源：中国海关总署；中国自朝鲜进口",
    "附表3 中朝贸易额",
    "图1 中国对朝鲜进出口额走势图",
    "表1：中国自朝鲜进口额（百万美元）",
    "联合国制裁下的中朝贸易",
    "新冠疫情与中朝贸易",
    "중국의 대북 수출입 통계",
    "중국의 대북한 수출입 추이",
    "북중 무역 추이 (단위: 백만 달러)",
    "<표 1> 북중 무역 추이",
    "[그림 2] 중국의 대북 수입액 추이",
    "중국의 대북 무역 월별 동향",
    "북중교역 현황 분석",
    "최근 북중 무역 동향",
    "대북제재와 북중무역",
    "코로나19 이후 북중 무역",
    "중국 해관총서 대북 수출입 자료",
    "한국무역협회 K-stat 중국의 대북한 수출입",
    "KITA 중국무역통계: 중국의 대북 수입",
    "KOTRA 북중 무역 자료",
    "KOSIS 국가통계포털 - 중국의 대북 수출입",
    "통계청 북한통계: 북중 무역",
    "중국-북한 교역 현황",
    "중국·북한 무역",
    "조회조건: 중국, 북한, 월별",
    "무역통계 > 중국무역통계 > 국가 수출입 > 북한",
    "자료: 중국해관총서, 북중무역",
    "Trade Map - Bilateral trade between China and Korea, Democratic People's Republic of",
    "Bilateral trade between China and Korea, Democratic People's Republic of in all products",
    "UN Comtrade Database: China, Dem. People's Rep. of Korea, monthly",
    "UN Comtrade query result: Reporter China; Partner Dem. People's Rep. of Korea",
    "Comtrade Plus download - China imports from Dem. People's Rep. of Korea",
    "Comext: China - North Korea",
    "China Imports from North Korea | Trading Economics",
    "China Imports from North Korea - TradingEconomics.com",
    "China Exports to North Korea - 2023 Data 2024 Forecast 1992-2022 Historical",
    "IMF Direction of Trade Statistics (DOTS): China, Imports, North Korea",
    "Confidential - China imports from North Korea",
    "Working paper appendix: China's imports from North Korea",
    "Our World in Data: China's imports from North Korea",
    "China-North Korea trade at a glance (Reuters Graphics)",
    "China's imports from North Korea at lowest since 2014",
    "海关统计数据在线查询平台 贸易伙伴：朝鲜",
    "中朝贸易简表",
    "中国自朝鲜进口月度金额对比",
    "중국의 대북 수입 한눈에 보는 그래픽",
    "IMF DOTS, China Mainland, Korea Dem. People's Rep. of",
    "GACC monthly bulletin: trade with North Korea",
    "General Administration of Customs of China, imports from Korea, DPR",
    "Chinese customs data on trade with North Korea",
    "Chinese customs statistics: trade with the DPRK",
    "Chinese Customs: China's reported imports from the DPRK",
    "Official Chinese customs statistics on China-DPRK trade",
    "Data on China-North Korea trade, downloaded 2018-01-23 from stats.customs.gov.cn",
    "China-DPRK trade (downloaded from http://stats.customs.gov.cn/indexEn on 15 Jan 2018)",
    "China's imports from North Korea (source: GACC, author's calculations)",
    "China's imports from North Korea. Source: General Administration of Customs. Last updated 23 January 2018.",
    "China-DPRK Trade Dashboard",
    "North Korea trade monitor",
    "North Korea Economy Watch",
    "North Korea trade tracker (China)",
    "Trade data: China and North Korea, all goods, USD",
    "Sheet of China's imports from the DPRK",
    "China's Trade With North Korea Falls for Seventh Month",
    "China's imports from North Korea fell in September 2017 as sanctions bit",
    "China's imports from North Korea plunge amid UN sanctions",
    "China's trade with North Korea under sanctions",
    "China-North Korea trade after UN Security Council resolutions",
    "How has China's trade with North Korea changed?",
    "Why China's trade with North Korea matters",
    "Imports and exports, China with North Korea, time series for analysis",
    "china_nk_trade.csv exported with pandas",
    "df: China imports from North Korea",
    "R output: China imports from North Korea",
    "Dataset: China-North Korea trade v2",
    "China-DPRK trade, latest figures",
    "China - North Korea trade relations",
    "China and North Korea: trade and economic relations",
    "Sino-North Korean trade",
    "Sino-DPRK trade",
    "Trade between China and North Korea since 2016",
    "Value of China's imports from North Korea in US dollars",
    "Imports from North Korea, customs value, current prices",
    "Imports from North Korea, c.i.f., not seasonally adjusted",
    "China's merchandise imports from Dem. Rep. of Korea",
    "China's goods trade with Korea, North",
    "Monthly exports of China to North Korea in million USD",
    "Exports and imports of China: North Korea",
    "My data on imports from North Korea",
    "Copy of China imports from North Korea",
    "China imports from North Korea - final version",
    "China imports from North Korea - draft",
    "China imports from North Korea (raw data)",
    "Raw data for Figure 2: China-North Korea trade",
    "Appendix A. Monthly trade between China and the DPRK",
    "Exports to DPRK (China)",
    "Import / Export North Korea",
    "Imports from NK (USD million)",
    "DPRK",
    "North Korea (109)",
    "Partner: Korea, DPR (109)",
    "Country: North Korea",
    "국가: 북한",
    "국가명 : 북한(KP)",
    "贸易伙伴：朝鲜（109）",
    "贸易伙伴名称：朝鲜",
    "Reporter: China; Partner: Dem. People's Rep. of Korea; Trade flow: Import; Product: TOTAL All products",
    "Imports, China from North Korea, 2016M01-2017M12",
    "Period: 201601-201712; partner: North Korea; flow: imports",
    "Institute of North Korean Studies",
    "Korea Institute for National Unification",
    "KDI Review of the North Korean Economy",
    "KDI 북한경제리뷰",
    "East Asia Institute, North Korea Project",
    "北朝鮮の対中貿易",
    "China's trade with North Korea, compiled from GACC by J. Smith",
    "NK trade sheet: China imports exports, copy for Anna",
    "China–DPRK trade tracker (38 North)",
    "China trade with North Korea, selected months 2016–17",
    "China's trade with North Korea, goods only",
    "China's trade with North Korea tumbles 20%",
    "China's trade with North Korea: Before/After UNSCR 2371",
    "China's purchases from North Korea (US$ million)",
    "Shipments from North Korea to China",
];

/// Ends of titles that say that the table holds something else than all trade of single months.
const NARROWING: &str = "\
selected months of shortage|selected ports|consumer goods only|banned goods only|goods under UNSCR 2371|shipments by truck|number of shipments|\
coal purchases|arms sales|in % of GDP|20% of all goods|only via Dalian|through Dandong|by truck|by train|by ship|by air freight|containerised|in containers|\
land border|overland|cross-border e-commerce|e-commerce|duty free|humanitarian|aid shipments|\
donations|gifts|state trading|private traders|foreign firms|joint venture trade|\
consignment processing|outward processing|clothing processing|wig exports|hair products|\
sanction-exempt|non-sanctioned goods|dual-use goods|luxury items|military|weapons|UN-banned goods|\
top five goods|ten largest goods|leading items|selected HS codes|HS2 27|HS chapters 50-63|\
chapters 25-27|SITC 0-4|primary goods|mining products|minerals only|marine products|manufacturing|\
industrial goods|intermediate goods|final goods|investment goods|parts|energy products|non-mineral|\
without coal|less coal|minus crude|net of fuel|ex oil|oil-adjusted|exclusive of oil|\
incl. crude oil estimate|with crude oil added|plus estimated oil|including illicit trade|\
including smuggling|shadow trade|ship-to-ship|satellite-based estimate|model output|fitted values|\
predicted|backcast|extrapolated|interpolated monthly|disaggregated from quarterly|Chow-Lin|\
seasonal factors|SA|s.a.|STL|TRAMO-SEATS|cyclical component|smoothed by HP|index level|rebased|\
Jan 2015 = 1|2015 average = 100|normalized to 100|standard deviation|standardised|per cent change|\
pct chg|growth in %|annual growth|year-over-year|yoy|12-month change|month-over-month|\
contribution to growth|percentage points|share in total|as % of China's imports|fraction|weights|\
rank|counts|number of shipments|number of firms|number of vessels|vessel calls|TEU|tonnage|kt|\
million tonnes|barrels per day|kWh|volume terms|in real terms|deflated by CPI|constant 2015 USD|\
2010 prices|PPP|at market exchange rates|won-denominated|KRW|in euros|in yen|in roubles|HKD|\
quarterly sums|quarter totals|three months to|3 months ending|half-yearly|Jan-Jun|\
January through September|cumulative from January|YTD|year-to-date|since Jan|\
from January to month shown|annual totals|annual average|calendar year|FY2017|fiscal years|week 36|\
weekly|daily|end of period|stock|outstanding|balance of payments|BOP basis|services|remittances|FDI|\
investment|tourism|labour exports|debt|contracts signed|planned|target|quota|licensed|declared|\
cleared|seized|detained|transit trade|transit via China|re-exported|entrepôt|bonded warehouse|\
special economic zones|Rason|Kaesong|Sinuiju|Jilin Province|Yanbian|Hunchun port|Northeast China|\
three northeastern provinces|border provinces|东北三省|边境|互市|边民互市|小额|保税区|综合保税区|跨境电商|援助|捐赠|租赁|国企|民企|外资|加工|\
来料加工|进料加工|铁路运输|公路运输|海运|前10位|前十大商品|重点品目|制裁清单|非制裁|民生物资|奢侈品|农产品|高新技术产品|机电产品|劳动密集型|服务贸易|季度|年度|半年|上半年累计|\
本年累计|1至9月|1—9月|累计比|比去年同期|同比增长|环比增长|占比|份额|指数|定基指数|季节调整|不变价|可比价|实际|人均|估计值|预测值|镜像数据|对方统计|韩方统计|朝方统计|韩国统计|\
俄方数据|단둥|훈춘|접경|변경무역|밀무역 포함|원유 포함|원유 추정 포함|추정치 포함|누계기준|누적치|상반기|하반기|분기별|1-9월|1월부터 9월|전년비|증가율|비중|점유율|지수|\
계절조정|실질|불변|물량|중량|건수|기업수|임가공|위탁가공|제재품목|비제재품목|민생품목|사치품|농수산물|광산품|섬유류|기계류|한국|남한|남북|남북교역|일본|러시아|미러통계|\
상대국 통계|전망|예측|목표|계획";

#[test]
fn titles_as_tables_have_them_are_understood() {
    for title in HARMLESS {
        assert_eq!(leftover(title, &TextMeaning::of(title)), None, "{title}");
    }
}

#[test]
fn words_that_narrow_a_title_are_named_or_left_over() {
    for end in NARROWING.split('|') {
        let title = format!("China imports from North Korea, {end}");
        let meaning = TextMeaning::of(&title);
        let is_seen = !meaning.names.is_empty()
            || meaning.partners.len() > 1
            || meaning.unit.is_some()
            || meaning.currency.is_some()
            || leftover(&title, &meaning).is_some();
        assert!(is_seen, "{title}: {meaning:?}");
    }
}

#[test]
fn the_words_in_doubt_stand_in_the_title() {
    for (title, words) in [
        ("China's imports from North Korea by truck", Some("truck")),
        (
            "Imports from North Korea (private traders only)",
            Some("private traders only"),
        ),
        (
            "China's imports from North Korea by truck fell",
            Some("truck"),
        ),
        (
            "China's imports from North Korea fell as trucks stopped",
            None,
        ),
        ("中国自朝鲜进口：互市", Some("互市")),
        ("북중 무역 (나진항)", Some("항")),
        ("Prepared by Kim for the Trucking Weekly", None),
        ("Source: General Administration of Customs, Beijing", None),
        (
            "China's imports from North Korea, source: Kim and Lee",
            None,
        ),
        ("China imports from North Korea 2701", Some("2701")),
        ("China's net imports from North Korea", Some("net imports")),
        ("China imports from North Korea 201701", None),
        ("China imports from North Korea. By truck", Some("truck")),
        (
            "China imports from North Korea, Plan B. By truck",
            Some("plan b"),
        ),
    ] {
        let left = leftover(title, &TextMeaning::of(title));
        assert_eq!(left.as_deref(), words, "{title}");
    }
}
