#!/usr/bin/env python3
"""`yoy --by` on a large platform download against DuckDB, row by row and in time, in one run.

    python benches/make-download.py --rows 3000000 --partners 240 --lang zh \\
        --encoding gb18030 --output /tmp/large.csv
    /tmp/bench/bin/python benches/goods.py target/release/tradecheck /tmp/large.csv

Needs the duckdb module (see README.md). Every base, value, yoy and contribution of every part is
compared; ends with exit code 1 when one differs.
"""

import csv
import io
import subprocess
import sys
import tempfile
import time
from decimal import ROUND_HALF_UP, Decimal

import duckdb

RUNS = 5
MONTH, YEAR_BEFORE = "201709", "201609"
PARTS = {"chapter": 'left("商品编码", 2)', "heading": 'left("商品编码", 4)', "partner": '"贸易伙伴编码"'}


def ours(program, download, by, partner):
    command = [program, "yoy", "--month", MONTH, "--by", by, "--partner", partner, "--flow", "imports"]
    start = time.perf_counter()
    done = subprocess.run(
        command + ["--imports", download, "--format", "csv"], capture_output=True, check=True
    )
    took = time.perf_counter() - start
    rows = {}
    for row in csv.DictReader(io.StringIO(done.stdout.decode())):
        fields = ("base", "value", "yoy_pct", "contribution_pp", "share_pct")
        rows[row["code"]] = tuple(row[field] for field in fields)
    return took, rows


def percent(numerator, denominator):
    if denominator == 0:
        return ""
    exact = Decimal(numerator) * 100 / Decimal(denominator)
    text = format(exact.quantize(Decimal("0.000001"), ROUND_HALF_UP), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def theirs(download, by, partner, folder):
    where = "" if partner == "all" else f"""and "贸易伙伴编码" = '{partner}'"""
    start = time.perf_counter()
    decoded = f"{folder}/decoded.csv"
    with open(decoded, "wb") as out:
        subprocess.run(["iconv", "-f", "gb18030", "-t", "utf-8", download], stdout=out, check=True)
    found = duckdb.connect().execute(
        f"""select {PARTS[by]}, "数据年月", sum(cast(replace("美元", ',', '') as bigint))
            from read_csv('{decoded}', header = true, all_varchar = true)
            where "数据年月" in ('{MONTH}', '{YEAR_BEFORE}') {where} group by all"""
    )
    sums = {}
    for part, month, value in found.fetchall():
        sums.setdefault(part, {})[month] = int(value)
    took = time.perf_counter() - start
    whole = [sum(one.get(month, 0) for one in sums.values()) for month in (YEAR_BEFORE, MONTH)]
    rows = {}
    for part, one in [*sums.items(), ("total", dict(zip((YEAR_BEFORE, MONTH), whole)))]:
        base, value = one.get(YEAR_BEFORE, 0), one.get(MONTH, 0)
        change = value - base
        rows[part] = (
            str(base), str(value), percent(change, base), percent(change, whole[0]),
            percent(value, whole[1]),
        )
    return took, rows


def main():
    program, download = sys.argv[1:3]
    print("| by | partner | parts | tradecheck s | iconv into DuckDB s | ratio |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for by, partner in (("chapter", "all"), ("chapter", "109"), ("heading", "all"), ("partner", "all")):
            ours(program, download, by, partner)
            pairs = [
                (ours(program, download, by, partner), theirs(download, by, partner, folder))
                for _ in range(RUNS)
            ]
            for (_, mine), (_, peer) in pairs:
                for part in sorted(mine.keys() | peer.keys()):
                    if mine.get(part) != peer.get(part):
                        sys.exit(f"--by {by}, {part}: {mine.get(part)} here, {peer.get(part)} there")
            mine = sorted(one[0] for one, _ in pairs)[RUNS // 2]
            peer = sorted(other[0] for _, other in pairs)[RUNS // 2]
            parts = len(pairs[0][0][1]) - 1
            print(f"| {by} | {partner} | {parts} | {mine:.3f} | {peer:.3f} | {peer / mine:.1f} |")


if __name__ == "__main__":
    main()
