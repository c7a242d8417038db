#!/usr/bin/env python3
"""Month sums of a large platform download: tradecheck, iconv into DuckDB, and wc -l, in one run.

    python benches/make-download.py --rows 3000000 --partners 240 --lang zh \\
        --encoding gb18030 --output /tmp/large.csv
    /tmp/bench/bin/python benches/large.py target/release/tradecheck /tmp/large.csv [--runs 7]

Needs the duckdb module (see README.md). Sides take turns; the fastest run of each counts, since
whatever else the machine does only makes them slower. Ends with exit code 1 when the sums differ or
tradecheck is less than 15 times (one partner) or 8 times (all) as fast as DuckDB.
"""
import argparse
import csv
import io
import os
import subprocess
import sys
import tempfile
import time

DUCKDB = """
import duckdb, sys
db = duckdb.connect()
# A query of more than two seconds draws a bar where the rows are printed.
db.execute('set enable_progress_bar = false')
rows = db.execute(
    '''select "数据年月", sum(cast(replace("美元", ',', '') as bigint))
       from read_csv(?, header = true, all_varchar = true)
       where ? = 'all' or "贸易伙伴编码" = ? group by 1''', [sys.argv[1], sys.argv[2], sys.argv[2]]
).fetchall()
for month, value in rows:
    print(month, value, sep=",")
"""
TIMES = {"109": 15, "all": 8}


def measured(command, out=subprocess.PIPE):
    """Output, seconds, seconds of processor, and the most memory in MB of a process."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
    text = child.stdout.read().decode() if child.stdout else ""
    _, status, usage = os.wait4(child.pid, 0)
    took = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"failed: {command}")
    return text, took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ours(program, download, partner):
    text, *spent = measured([program, "series", "--imports", download, "--flow", "imports", "--partner", partner,
                             # A file cut from the middle lacks chapters that its month has elsewhere.
                             "--all-goods", "--columns", "month,value", "--format", "csv"])
    rows = csv.DictReader(io.StringIO(text))
    return {row["month"].replace("-", ""): int(row["value"]) for row in rows if row["value"]}, spent


def theirs(download, partner, folder):
    decoded = f"{folder}/decoded.csv"
    with open(decoded, "wb") as out:
        _, *first = measured(["iconv", "-f", "gb18030", "-t", "utf-8", download], out)
    text, *second = measured([sys.executable, "-c", DUCKDB, decoded, partner])
    sums = {month: int(value) for month, value in csv.reader(io.StringIO(text))}
    return sums, [first[0] + second[0], first[1] + second[1], max(first[2], second[2])]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("program")
    parser.add_argument("download")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    program, download = options.program, options.download
    missed = []
    print(f"- load before the run: {', '.join(f'{part:.2f}' for part in os.getloadavg())}\n")
    print("| question | side | s | s of processor | MB | ratio |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for partner, times in TIMES.items():
            sides = {"tradecheck": [], "iconv into DuckDB": [], "wc -l": []}
            for _ in range(options.runs):
                own, spent = ours(program, download, partner)
                sides["tradecheck"].append(spent)
                other, spent = theirs(download, partner, folder)
                sides["iconv into DuckDB"].append(spent)
                sides["wc -l"].append(measured(["wc", "-l", download])[1:])
                if own != other:
                    sys.exit(f"partner {partner}: the sums differ")
            best = {side: [min(part) for part in zip(*runs)] for side, runs in sides.items()}
            mine = best["tradecheck"][0]
            for side, (took, processor, memory) in best.items():
                print(f"| `series --partner {partner}` | {side} | {took:.3f} | {processor:.3f} | {memory:.0f} "
                      f"| {took / mine:.1f} |")
            if best["iconv into DuckDB"][0] < times * mine:
                missed.append(f"partner {partner}: less than {times} times as fast as DuckDB")
    for line in missed:
        print(f"\nmissed: {line}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
