#!/usr/bin/env python3
"""Month sums of a large platform download: tradecheck against iconv into DuckDB, in one run.

    python benches/make-download.py --rows 3000000 --partners 240 --lang zh \\
        --encoding gb18030 --output /tmp/large.csv
    /tmp/bench/bin/python benches/large.py target/release/tradecheck /tmp/large.csv

Needs the duckdb module (see README.md). Ends with exit code 1 when the sums differ.
"""

import csv
import io
import subprocess
import sys
import tempfile
import time

import duckdb

RUNS = 5


def ours(program, download, partner):
    command = [program, "series", "--imports", download, "--flow", "imports", "--partner", partner]
    start = time.perf_counter()
    done = subprocess.run(
        command + ["--columns", "month,value", "--format", "csv"], capture_output=True, check=True
    )
    took = time.perf_counter() - start
    rows = csv.DictReader(io.StringIO(done.stdout.decode()))
    return took, {row["month"].replace("-", ""): int(row["value"]) for row in rows if row["value"]}


def theirs(download, partner, folder):
    where = "" if partner == "all" else f"""where "贸易伙伴编码" = '{partner}'"""
    start = time.perf_counter()
    decoded = f"{folder}/decoded.csv"
    with open(decoded, "wb") as out:
        subprocess.run(["iconv", "-f", "gb18030", "-t", "utf-8", download], stdout=out, check=True)
    rows = duckdb.connect().execute(
        f"""select "数据年月", sum(cast(replace("美元", ',', '') as bigint))
            from read_csv('{decoded}', header = true, all_varchar = true) {where} group by 1"""
    )
    sums = {month: int(value) for month, value in rows.fetchall()}
    return time.perf_counter() - start, sums


def main():
    program, download = sys.argv[1:3]
    print("| partner | tradecheck s | iconv into DuckDB s | ratio |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for partner in ("109", "all"):
            ours(program, download, partner)
            pairs = [(ours(program, download, partner), theirs(download, partner, folder)) for _ in range(RUNS)]
            if any(one[1] != other[1] for one, other in pairs):
                sys.exit(f"partner {partner}: the sums differ")
            mine = sorted(one[0] for one, _ in pairs)[RUNS // 2]
            peer = sorted(other[0] for _, other in pairs)[RUNS // 2]
            print(f"| {partner} | {mine:.3f} | {peer:.3f} | {peer / mine:.1f} |")


if __name__ == "__main__":
    main()
