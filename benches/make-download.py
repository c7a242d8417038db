#!/usr/bin/env python3
"""Writes a made-up file in the layout of a customs query platform download.

    python3 benches/make-download.py --rows 10000 --output imports.csv
    python3 benches/make-download.py --rows 1000000 --partners 240 --lang zh --crlf --output big.csv

Every field is quoted, every line ends in a comma, money has thousands commas, codes are eight
digits with their leading zeros, import or export is not in the file. The same arguments always
give the same bytes. No figure in it is real.
"""
import argparse
import csv
import pathlib
import random
import sys

PARTNERS = pathlib.Path(__file__).resolve().parents[1] / "data" / "partners.csv"
FIRST_PARTNERS = ["109", "110", "133", "116", "502", "344", "141", "304", "601", "410"]
OFFICE_NAMES = {"109": "Korea,DPR", "110": "Hong Kong，China", "121": "Macao,China",
                "133": "Republic of Korea", "143": "Taiwan，China"}
HEADS = {
    "en": ["Date of data", "Trading partner code", "Trading partner", "Commodity code",
           "Commodity", "Customs Regime code", "Customs Regime", "Quantity", "Unit",
           "Supplimentary Quantity", "Supplimentary Unit"],
    "zh": ["数据年月", "贸易伙伴编码", "贸易伙伴名称", "商品编码", "商品名称", "贸易方式编码",
           "贸易方式名称", "第一数量", "第一计量单位", "第二数量", "第二计量单位"],
}
MONEY = {("en", "usd"): "US dollar", ("en", "cny"): "Renminbi Yuan",
         ("zh", "usd"): "美元", ("zh", "cny"): "人民币"}
GOODS = {
    "en": ["Anthracite, not agglomerated", "Frozen shrimps and prawns", "Iron ores, sintered",
           'Down "jackets", of cotton', "Electrical energy", "Wigs of human hair",
           "Unsaturated acyclic hydrocarbons, nes", "Watch movements, complete", "Maize, nes",
           "Molybdenum ores and concentrates"],
    "zh": ["无烟煤", "冻小虾及对虾", "烧结铁矿砂及其精矿", "棉制“羽绒”服", "电力", "人发制假发",
           "其他不饱和无环烃", "已组装的完整表芯", "其他玉米", "钼矿砂及其精矿"],
}
REGIMES = [("10", "Ordinary Trade", "一般贸易"), ("15", "Processing with Imported Materials", "进料加工贸易"),
           ("19", "Border Trade", "边境小额贸易")]
UNITS = {"en": ["Kilogram", "Piece"], "zh": ["千克", "个"]}


def month_number(text):
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def read_partners(count, lang):
    """(code, the name in the file) of `count` partners, the usual ones first."""
    with open(PARTNERS, encoding="utf-8", newline="") as handle:
        known = {row["code"]: row for row in csv.DictReader(handle)}
    codes = FIRST_PARTNERS + [code for code in known if code not in FIRST_PARTNERS]
    names = OFFICE_NAMES if lang == "en" else {}
    return [(code, names.get(code) or known[code][lang]) for code in sorted(codes[:count])]


def write(out, options):
    rng = random.Random(options.seed)
    lang, line_end = options.lang, "\r\n" if options.crlf else "\n"

    def line(cells):
        quoted = ",".join('"' + str(cell).replace('"', '""') + '"' for cell in cells)
        return (quoted + "," + line_end).encode(options.encoding)

    first, last = month_number(options.first), month_number(options.last)
    months = last - first + 1
    partners = read_partners(options.partners, lang)
    per_month = -(-options.rows // months)
    lines = max(50, -(-2 * per_month // len(partners)))
    codes = sorted(rng.sample(range(1_010_000, 97_069_999), lines))
    size = [rng.lognormvariate(11, 2) for _ in range(lines)]
    out.write(line(HEADS[lang] + [MONEY[lang, options.currency]]))
    left = options.rows
    for month in range(first, last + 1):
        count = min(per_month, left)
        left -= count
        # One key (month, line, partner) never twice, in the order the platform prints: by code.
        for place in sorted(rng.sample(range(lines * len(partners)), count)):
            at, who = divmod(place, len(partners))
            money = max(1, int(size[at] * rng.lognormvariate(0, 0.6)))
            regime = REGIMES[at % len(REGIMES)]
            pieces = at % 4 == 0
            out.write(line([
                f"{month // 12:04}{month % 12 + 1:02}", *partners[who], f"{codes[at]:08}",
                GOODS[lang][at % len(GOODS[lang])], regime[0], regime[1 if lang == "en" else 2],
                int(money * rng.uniform(0.2, 5)), UNITS[lang][0],
                int(money / 30) + 1 if pieces else "0", UNITS[lang][1] if pieces else "?",
                f"{money:,}"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--partners", type=int, default=10, help="how many, North Korea first")
    parser.add_argument("--first", default="2015-01", metavar="MONTH")
    parser.add_argument("--last", default="2017-12", metavar="MONTH")
    parser.add_argument("--lang", choices=("en", "zh"), default="en")
    parser.add_argument("--currency", choices=("usd", "cny"), default="usd")
    parser.add_argument("--encoding", choices=("gb18030", "utf-8", "utf-8-sig"), default="gb18030")
    parser.add_argument("--crlf", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=pathlib.Path, help="default: standard output")
    options = parser.parse_args()
    bom = options.encoding == "utf-8-sig"
    if bom:
        options.encoding = "utf-8"
    out = options.output.open("wb") if options.output else sys.stdout.buffer
    try:
        with out:
            if bom:
                out.write(b"\xef\xbb\xbf")
            write(out, options)
    except BrokenPipeError:
        return


if __name__ == "__main__":
    main()
