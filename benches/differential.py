#!/usr/bin/env python3
"""Random downloads, read by tradecheck and by Python's csv module: every sum of a month, and of every
part of a split, must agree.

    python3 benches/differential.py target/release/tradecheck [--files 200] [--seed 1]

Each download has its own columns in its own order, language, encoding, quoting, line ends,
currencies, partners, and size (a third above the 32 KiB from which blocks are read on every core);
some are cut into several files that overlap, some are packed. Needs no package. Exit code 1 when a
sum differs; the files of that run are then kept.
"""
import argparse
import csv
import gzip
import io
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

COLUMNS = {
    "month": ("Date of data", "数据年月"),
    "partner": ("Trading partner code", "贸易伙伴编码"),
    "partner name": ("Trading partner", "贸易伙伴名称"),
    "code": ("Commodity code", "商品编码"),
    "goods": ("Commodity", "商品名称"),
    "regime": ("Customs Regime code", "贸易方式编码"),
    "regime name": ("Customs Regime", "贸易方式名称"),
    "province": ("Locations of importers and exporters code", "注册地编码"),
    "quantity": ("Quantity", "第一数量"),
    "unit": ("Unit", "第一计量单位"),
    "usd": ("US dollar", "美元"),
    "cny": ("Renminbi Yuan", "人民币"),
}
PARTNERS = {"109": ("Korea,DPR", "朝鲜"), "133": ("Republic of Korea", "韩国"), "116": ("Japan", "日本"),
            "344": ("Russia", "俄罗斯"), "502": ("United States", "美国")}
GOODS = ["Anthracite", "Shrimps, frozen", 'Down "jackets", of cotton', "无烟煤", "棉制“羽绒”服", "？",
         "two\nlines", '"', "冻小虾，带壳", ""]
REGIMES = {"10": ("Ordinary Trade", "一般贸易"), "15": ("Processing with Imported Materials", "进料加工贸易"), "19": ("Border Trade", "边境小额贸易")}
PROVINCES = ["11", "21", "22", "31", "44"]
BY = ["chapter", "heading", "subheading", "code", "partner", "province", "trade-mode"]
NOT_GIVEN = ["-", "", "?", ".."]


def make_rows(rng, tall):
    """Unique keys (month, partner, code, regime, province), each with both currencies."""
    months = [f"{2015 + at // 12}{at % 12 + 1:02}" for at in range(rng.choice([1, 3, 13, 30]))]
    partners = rng.sample(sorted(PARTNERS), rng.randint(1, len(PARTNERS)))
    digits = rng.choice([2, 4, 6, 8, 8, 8, 10])
    codes = [f"{rng.randint(1, 97):02}{rng.randrange(10 ** 8):08}"[:digits] for _ in range(rng.choice([3, 60, 700]))]
    rows = {}
    for _ in range(rng.randint(800, 9000) if tall else rng.randint(1, 120)):
        key = (rng.choice(months), rng.choice(partners), rng.choice(codes), rng.choice(list(REGIMES)),
               rng.choice(PROVINCES))
        dollars = int(rng.lognormvariate(10, 3))
        rows[key] = dict(zip(("month", "partner", "code", "regime", "province"), key), goods=rng.choice(GOODS),
                         quantity=rng.randrange(10 ** 6), usd=dollars, cny=dollars * 6 + rng.randrange(5))
        if rng.random() < 0.01:
            rows[key][rng.choice(["usd", "cny"])] = None
    return list(rows.values())


def write(rng, rows, names, lang, form):
    """One file as bytes."""
    grouped, padded = rng.random() < 0.7, rng.random() < 0.1
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=form["delimiter"], lineterminator=form["eol"],
                        quoting=csv.QUOTE_ALL if form["quoted"] else csv.QUOTE_MINIMAL)
    end = [""] if form["comma at end"] else []

    def put(cells):
        writer.writerow(cells + end)
        if form["quoted"] and end:
            # The platform ends a line with a bare comma.
            text = out.getvalue()
            out.seek(len(text) - len(form["eol"]) - 2)
            out.truncate()
            out.write(form["eol"])

    put([COLUMNS[name][lang] for name in names])
    body, out = out.getvalue(), io.StringIO(newline="")
    parts = [body]
    for row in rows:
        cells = []
        for name in names:
            if name in ("usd", "cny"):
                value = row[name]
                cell = rng.choice(NOT_GIVEN) if value is None else f"{value:,}" if grouped else str(value)
            elif name == "partner name":
                cell = PARTNERS[row["partner"]][lang]
            elif name == "regime name":
                cell = REGIMES[row["regime"]][lang]
            elif name == "unit":
                cell = ("Kilogram", "千克")[lang]
            else:
                cell = str(row[name])
            if padded and name != "goods" and rng.random() < 0.2:
                cell = f" {cell}\t" if form["delimiter"] != "\t" else f" {cell} "
            cells.append(cell)
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=form["delimiter"], lineterminator=form["eol"],
                            quoting=csv.QUOTE_ALL if form["quoted"] else csv.QUOTE_MINIMAL)
        put(cells)
        parts.append(out.getvalue())
        if rng.random() < 0.001:
            parts.append(form["eol"])
    return "".join(parts).encode(form["encoding"])


def pack(rng, name, data):
    kind = rng.choice(["plain"] * 8 + ["gzip", "zip"])
    if kind == "gzip":
        return name + ".gz", gzip.compress(data, 1)
    if kind == "zip":
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, data)
        return name + ".zip", out.getvalue()
    return name, data


def make_run(rng, folder):
    """Writes the files of one run; gives the arguments and how each file is to be read."""
    tall = rng.random() < 0.4
    rows = make_rows(rng, tall)
    names = [name for name in COLUMNS if name not in ("usd", "cny") and rng.random() < 0.7]
    money = rng.choice([["usd"], ["cny"], ["usd", "cny"]])
    asked = rng.choice(["all", "109", "133", "109,133"])
    if not any(name in names for name in ("month", "partner", "code", "regime", "province")):
        names.append("code")
    options, many, sorted_files = [], rng.random() < 0.4, False
    if many:
        # Files are merged by key: it must be whole in each of them.
        names = sorted({*names, "month", "partner", "code", "regime", "province"})
    if "month" not in names:
        rows = [row for row in rows if row["month"] == rows[0]["month"]]
        options += ["--file-month", f"{rows[0]['month'][:4]}-{rows[0]['month'][4:]}"]
    if "partner" not in names and "partner name" not in names:
        # A file without partners is of the one partner asked for.
        asked = "109"
        rows = [row for row in rows if row["partner"] == rows[0]["partner"]]
    names += money
    form = {"encoding": "", "delimiter": "", "eol": "", "quoted": True, "comma at end": True}
    files, lists = [], [rows]
    if many:
        count = rng.randint(2, 6)
        if rng.random() < 0.5:
            # Pieces of one download in the order that it is printed in: no file has a key of another,
            # but for a piece that is there twice.
            first = rng.choice([("month", "code", "partner"), ("code", "partner", "month"), ("partner", "code")])
            rows.sort(key=lambda row: tuple(row[name] for name in (*first, "month", "regime", "province")))
            ends = sorted(rng.randrange(len(rows) + 1) for _ in range(count - 1))
            lists = [rows[start:end] for start, end in zip([0, *ends], [*ends, len(rows)])]
            if rng.random() < 0.3:
                lists.append(list(rng.choice(lists)))
            sorted_files = rng.random() < 0.8
        else:
            lists = [[] for _ in range(count)]
            for row in rows:
                for place in {rng.randrange(count), rng.randrange(count)}:
                    lists[place].append(row)
        lists = [one for one in lists if one]
    for at, own in enumerate(lists):
        own, order, lang = list(own), list(names), rng.randrange(2)
        if not sorted_files and rng.random() < 0.5:
            rng.shuffle(own)
        if rng.random() < 0.6:
            rng.shuffle(order)
        form = {"encoding": rng.choice(["utf-8", "utf-8-sig", "gb18030", "gb18030", "utf-16"]),
                "delimiter": rng.choice([",", ",", ",", "\t", ";"]), "eol": rng.choice(["\r\n", "\n"]),
                "quoted": rng.random() < 0.7, "comma at end": rng.random() < 0.6}
        if len(order) == 1:
            form["delimiter"] = ","
        data = write(rng, own, order, lang, form)
        name, packed = pack(rng, f"{at:02}.csv", data)
        (folder / name).write_bytes(packed)
        files.append((data, form))
    currency = rng.choice(money)
    flow = rng.choice(["imports", "exports"])
    # Every download holds all that there is, so that what has no row had no trade.
    arguments = [f"--{flow}", str(folder), "--flow", flow, "--currency", currency] + options
    arguments += ["--all-goods", "--all-partners"]
    arguments += [word for code in asked.split(",") for word in ("--partner", code)]
    return arguments, files, asked, currency, options


def part_of(by, row, partner):
    """The part of a split that a row is; None where it cannot be told."""
    digits = {"chapter": 2, "heading": 4, "subheading": 6, "code": 8}.get(by)
    if by is None:
        return ""
    if digits:
        code = row.get("code") or ""
        return code[:digits] if len(code) >= digits else None
    return {"partner": partner, "province": row.get("province"),
            "trade-mode": regime_of(row)}[by]


def regime_of(row):
    """The code of a row's trade mode, which a name stands for as well."""
    name = row.get("regime name")
    return row.get("regime") or next((code for code, names in REGIMES.items() if name in names), name)


def sums(files, asked, currency, options, by):
    """What Python makes of the bytes: by month and part, where there is any; None where a row is in no part."""
    head = {name: meaning for meaning, both in COLUMNS.items() for name in both}
    values, blanks = {}, set()
    for data, form in files:
        text = data.decode("utf-8-sig" if form["encoding"] == "utf-8" else form["encoding"])
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=form["delimiter"])
        columns = [head.get(name) for name in next(reader)]
        own, without, seen = {}, set(), set()
        for place, cells in enumerate(reader):
            row = {column: cell.strip() for column, cell in zip(columns, cells) if column}
            if not any(row.values()):
                continue
            # A row that is equal to another in every cell is a copy of it.
            cells = tuple(cell.strip() for cell in cells)
            if cells in seen:
                continue
            seen.add(cells)
            value = row[currency].replace(",", "")
            month = row.get("month") or options[1].replace("-", "")
            code = row.get("partner")
            if code is None and "partner name" in row:
                code = next(code for code, names in PARTNERS.items() if row["partner name"] in names)
            if code is not None and asked != "all" and code not in asked.split(","):
                continue
            part = part_of(by, row, code or "109")
            if part is None:
                return None, set()
            key = (month, part, code, row.get("code"), regime_of(row), row.get("province"))
            # A sum of which a row has no value is missing.
            if value in NOT_GIVEN:
                without.add(key)
                continue
            # Rows of one file that share a key are added; those of several files count once.
            own[key] = own.get(key, 0) + int(value)
        # A file without the value of a key hides that of no other.
        whole = {key: value for key, value in own.items() if key not in without}
        values.update(whole)
        blanks = (blanks | without) - set(whole)
        blanks -= set(values)
    months, partners = {}, {}
    for (month, part, code, *_), value in values.items():
        place = (f"{month[:4]}-{month[4:]}", part)
        months[place] = months.get(place, 0) + value
        partners.setdefault(place[0], set()).add(code)
    named = set(asked.split(",")) if "," in asked else set()
    # A sum of named partners of which one has no row in the month is missing.
    lacking = {month for month, there in partners.items() if named - there}
    missing = {(f"{key[0][:4]}-{key[0][4:]}", key[1]) for key in blanks}
    known = {place: value for place, value in months.items() if place not in missing}
    return {place: value for place, value in known.items() if value or by is None}, lacking


def ours(program, arguments, by):
    command = [program, "series", *arguments, "--columns", "month,value", "--format", "csv"]
    command += ["--by", by] if by else []
    done = subprocess.run(command, capture_output=True)
    if done.returncode == 2:
        return None, done.stderr.decode()
    rows = csv.DictReader(io.StringIO(done.stdout.decode()))
    found, whole = {}, {}
    for row in rows:
        if row.get("code") == "total":
            whole[row["month"]] = row["value"]
        elif row["value"] and (row["value"] != "0" or by is None):
            found[row["month"], row.get("code", "")] = int(row["value"])
    for month, value in whole.items():
        # What no file tells of is missing in the whole as well; a figure is the sum of its parts.
        if value and int(value) != sum(one for (when, _), one in found.items() if when == month):
            found[month, "total"] = int(value)
    return found, done.stderr.decode()


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("program")
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    start, count, runs, figures, large, wrong = time.time(), 0, 0, 0, 0, 0
    while count < options.files:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="differential-"))
        rng = random.Random(f"{options.seed}/{runs}")
        arguments, files, *how = make_run(rng, folder)
        by = rng.choice([None, None, *BY])
        expected, lacking = sums(files, *how, by)
        found, said = ours(options.program, arguments, by)
        runs, count, figures = runs + 1, count + len(files), figures + len(expected or {})
        large += sum(len(data) >= 1 << 15 for data, _ in files)
        # A refusal is an answer where no month has a figure, where a row is in no part, and where one
        # of several partners has no row.
        lacks = "," in how[0] and "no rows for" in said
        # Two rows of one total, one of them without a value, tell two things.
        lacks = lacks or "with another value" in said and "are missing" in said
        if found is not None and expected is not None:
            kept = {place: value for place, value in expected.items() if place[0] not in lacking or place in found}
            expected = kept
        if found != expected and not (found is None and (not expected or lacks) and "no" in said):
            wrong += 1
            print(f"run {runs - 1}, {folder}: {' '.join(arguments)}\n  {found}\n  expected {expected}\n{said}")
        else:
            shutil.rmtree(folder)
    print(f"{count} downloads in {runs} runs, {large} of them of 32 KiB or more: {figures} sums of a month or of a part of it, "
          f"{wrong} runs differ; {time.time() - start:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
