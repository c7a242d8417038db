//! Words of titles that change no figure: what kind of text the title is of, who collected it, what was
//! going on at the time.

/// Words in Latin letters.
const PLAIN: &str = "a an the this that these its their our my his of and or vs versus per each all between within via through with \
in on at for as to into out about over since until till before after during amid despite following under \
table tables tab chart charts graph graphs plot panel figure figures fig figs list lists appendix annex exhibit box page pages \
sheet sheets file files csv xlsx xls tsv txt json pdf html xml api sql data dataset datasets set sets database databases series stat stats \
statistic statistics statistical number report reports reported bulletin bulletins brief briefing dashboard monitor tracker watch \
analysis analyses overview summary review profile background note notes introduction description title subject metadata info meta \
update updates updated latest new newest recent current past historical history archive archived timeline evolution developments \
performance situation trends pattern patterns flow flows record records value values valued amount amounts download downloads \
downloaded export exported import imported extract extracted retrieved accessed obtained published publication release released \
issued compiled collected collection calculated calculation calculations computed based basis provided prepared created generated made \
saved copied copy printed version versions v draft final edition output input result results query queries search request selection \
criteria conditions parameters settings options filter filters view print demo example examples test practice exercise tutorial homework \
assignment lecture course thesis paper article story blog post press news newsletter media website web site portal home com \
org net gov cn kr int eu www http https url link \
yearly year years month months day days date dates period periods time times frequency freq range coverage unit units measure measures measured measurement \
supplying supplier suppliers supplied market markets importing exporting importer importers exporter exporters country countries region regions area areas territory partner reporter origin destination direction directions commodity commodities \
mutual cross cross-border economic economics economy commerce commercial business international national relations relation relationship \
relationships ties links cooperation partnership exchange exchanges \
official office offices custom customs statistician bureau ministry department government authority authorities agency administration general people \
s republic democratic dem rep dpr mainland \
sanction sanctions sanctioning un unsc u n nations united security council resolution resolutions embargo pressure nuclear missile tests \
covid covid-19 19 pandemic epidemic closure lockdown crisis war kim jong il sung era \
impact impacts effect effects role importance case study studies research project projects working \
million millions thousand thousands billion billions dollar dollars denominated expressed terms money currency usd us rmb cny yuan \
m q y d mn bn th cif fob seasonally unadjusted nominal raw clean cleaned tidy wide long original actual own main full complete detailed \
detail details whole overall entire long-term term short medium df r python pandas stata spss eviews excel google microsoft docs spreadsheet \
workbook power bi tableau github kaggle jupyter notebook quandl datawrapper flourish \
wind ceic haver bloomberg refinitiv reuters eikon datastream macrobond choice ifind csmar eps epsnet knoema statista fred oec wits \
comtrade plus itc map trademap trademaporg imf dots wto worldbank bank unctad eurostat comext usitc gtas gta atlas global ihs markit kita kotra k \
kstat kosis kdi kiep kinu bok gacc gac customsgovcn trading tradingeconomics yonhap afp ap xinhua cnn bbc nk pro nknews north38 38 \
author authors by self myself team staff \
numbers graphics graphic infographic glance quick look lowest highest peak low high down up last first steady withers wither neighbor neighbour \
neighbors neighbours w replication copy confidential internal use desk attachment enclosure handout \
von der die das des dem und aus mit nach in pro monatliche daten tabelle quelle le la les du de et par mois données tableau source \
datos mensuales cuadro fuente el los las y desde hacia con";

/// Words in scripts without blanks, the longer before the shorter that they contain.
const PLAIN_ELSEWHERE: &str = "海关总署|海关统计|数据库|统计表|一览表|明细表|汇总表|时间序列|历史数据|贸易伙伴名称|\
贸易伙伴|名称|国别地区|分国别|国别|地区|国家|联合国|安理会|制裁决议|制裁|决议|新冠疫情|新冠肺炎|疫情|封关|半岛|核试验|背景|影响|期间|经贸|往来|关系|合作|经济|\
双方|两国|双边|走势图|走势|趋势图|概况|概览|状况|分析|报告|研究|监测|月报|公报|统计月报|资讯|万得|同花顺|东方财富|财经|网站|网|最新|近年来|近年|近期|\
历年|历史|序列|指标名称|指标|频率|来源|资料|查询|条件|结果|导出|下载|更新|时间|日期|制作|整理|制图|绘制|作者|版本|版|附表|附件|附|附录|续表|表格|图表|图|初稿|\
一览|近两年|近几年|对比|简表|我国|在线查询平台|查询平台|在线查询|在线|平台|示例|练习|美元值|人民币值|美元计价|人民币计价|计价|按|以|计|口径|官方|公布|发布|编制|总署|海关|下的|之间|之|的|与|和|及|间|等|各|由|在|后|前|中|至|到|自|从|来|以来|年度数据|\
年|月份|月|日|第|总|主要|全国|\
중국해관총서|해관총서|중국해관|해관|관세청|통계청|국가통계포털|무역통계|수출입통계|무역협회|데이터베이스|데이터|다운로드|시계열|보고서|리뷰|월보|연보|\
조회조건|조회기간|조회|조건|검색|결과|기간|작성|출처|출력|정리|기준|단위|분석|조사|연구|개요|요약|최근|이후|이전|동안|까지|부터|대북제재|대북|제재|유엔|안보리|결의|\
코로나19|코로나|국경봉쇄|봉쇄|팬데믹|경제|협력|관계|대외|양국|양자|국가별|국가명|국가|나라별|지역|연도|공식|발표|공개|수출입실적|총괄|최신|과거|역사|전체|주요|월별|월간|\
통계로본|통계로 본|로 본|한눈에 보는|한눈에보는|한눈에|비교|그래픽|붙임|별첨|북한통계|북한|그림|부표|부록|참고|도표|그래프|파일|시트|추세|변화|영향|배경|와의|과의|에서|에게|으로|와|과|의|간|및|은|는|이|가|을|를|에|로|별|년|월|일|중|상|\
における|との|から|への|統計|推移|資料|出所|貿易|の|は|と|に|へ|を|表";

/// Whether a word of a title, in lower case, changes no figure.
pub(super) fn is_plain(word: &str) -> bool {
    let known = |word: &str| {
        PLAIN.split(' ').any(|plain| plain == word)
            || word
                .strip_prefix('v')
                .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let rest = match word.is_ascii() {
        true => return known(word),
        false => PLAIN_ELSEWHERE
            .split('|')
            .fold(word.to_owned(), |rest, plain| rest.replace(plain, " ")),
    };
    rest.split(|c: char| !c.is_alphanumeric())
        .all(|word| word.is_empty() || word.is_ascii() && known(word))
}

/// A part of a title without the plain phrases of scripts that do not part words by blanks; other words
/// could be found in them.
pub(super) fn without_phrases(part: &str) -> String {
    const SHORTEST: usize = 2;
    let phrases = PLAIN_ELSEWHERE
        .split('|')
        .filter(|phrase| phrase.chars().count() > SHORTEST);
    phrases.fold(part.to_owned(), |rest, phrase| rest.replace(phrase, " "))
}
