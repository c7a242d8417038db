#!/usr/bin/env python3
"""Times tradecheck, and DuckDB doing the same, in one run on one machine.

    python3 -m venv /tmp/bench && /tmp/bench/bin/pip install duckdb duckdb-cli
    cargo build --release
    /tmp/bench/bin/python benches/compare.py [target/release/tradecheck] [--runs 31] [--rows 10000]

Three things: start-up (`yoy` on the built-in data), yoy over a download in UTF-8, and the same
download in GB18030 as the platform gives it. The answers are compared before anything is timed.
Runs of the sides alternate, so that a busy moment hits all of them. Without DuckDB only tradecheck
is timed. Exit code 1 when the answers differ or a limit is missed.
"""
import argparse
import csv
import io
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
START_UP_LIMIT_MS = 50
FIRST, LAST = "2015-01", "2017-12"
QUERY = """
WITH month AS (
    SELECT "Date of data" AS month, sum(replace("US dollar", ',', '')::BIGINT) AS value
    FROM read_csv('{file}', header = true, all_varchar = true, delim = ',', quote = '"')
    WHERE "Trading partner code" = '109'
    GROUP BY 1
)
SELECT now.month, base.value AS base, now.value AS value,
       round((now.value / base.value - 1) * 100, 6) AS yoy_pct
FROM month AS now LEFT JOIN month AS base ON base.month::INT = now.month::INT - 100
ORDER BY 1
"""
MODULE = """
import duckdb, sys
for row in duckdb.connect().execute(sys.argv[1]).fetchall():
    print(*row, sep=",")
"""
MODULE_DECODING = """
import duckdb, os, sys, tempfile
with open(sys.argv[2], encoding="gb18030", newline="") as handle:
    text = handle.read()
with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8", newline="") as decoded:
    decoded.write(text)
    decoded.flush()
    for row in duckdb.connect().execute(sys.argv[1].replace(sys.argv[2], decoded.name)).fetchall():
        print(*row, sep=",")
"""


def run(command, **more):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
    if done.returncode != 0:
        sys.exit(f"failed: {command}\n{done.stderr.decode(errors='replace')}")
    return done.stdout.decode()


def in_ms(action):
    before = time.perf_counter()
    action()
    return (time.perf_counter() - before) * 1000


def time_all(sides, runs):
    """The times of every side; the sides take turns, the first round is thrown away."""
    times = {name: [] for name in sides}
    for turn in range(runs + 1):
        for name, action in sides.items():
            spent = in_ms(action)
            if turn:
                times[name].append(spent)
    return times


def show(title, times):
    print(f"\n### {title}\n\n| side | median ms | fastest ms | slowest ms | median, tradecheck = 1 |")
    print("|---|---|---|---|---|")
    ours = statistics.median(next(iter(times.values())))
    for name, spent in times.items():
        middle = statistics.median(spent)
        print(f"| {name} | {middle:.1f} | {min(spent):.1f} | {max(spent):.1f} | "
              f"{middle / ours:.2f} |")


def read_answers(text, month, value):
    """{month: (value, yoy in percent or None)} from csv text."""
    answers = {}
    for row in csv.DictReader(io.StringIO(text)):
        yoy = row["yoy_pct"]
        answers[row[month].replace("-", "")] = (int(row[value]), float(yoy) if yoy else None)
    return answers


def agree(ours, theirs):
    if ours.keys() != theirs.keys():
        return False
    for month, (value, yoy) in ours.items():
        other_value, other_yoy = theirs[month]
        if value != other_value or (yoy is None) != (other_yoy is None):
            return False
        if yoy is not None and abs(yoy - other_yoy) > 2e-6:
            return False
    return True


def machine(binary):
    model = platform.processor()
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    if cpuinfo.exists():
        models = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines()
                  if line.startswith("model name")]
        model = models[0] if models else model
    load = ", ".join(f"{part:.2f}" for part in os.getloadavg())
    print(f"- machine: {model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}; "
          f"load before the run {load}")
    print(f"- tradecheck: {run([binary, '--version']).strip()}, "
          f"{os.path.getsize(binary) / 1e6:.1f} MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("binary", nargs="?", default="target/release/tradecheck",
                        help="`none` times DuckDB alone")
    parser.add_argument("--runs", type=int, default=31)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--partners", type=int, default=10,
                        help="in the download; North Korea is one of them, and asked for")
    options = parser.parse_args()
    with_ours = options.binary != "none"
    binary = os.path.abspath(options.binary)
    if with_ours and not os.path.exists(binary):
        sys.exit(f"no program at {binary}: run `cargo build --release`, or name it")
    try:
        import duckdb
    except ImportError:
        duckdb = None
    beside = pathlib.Path(sys.executable).parent / "duckdb"
    client = str(beside) if beside.exists() else shutil.which("duckdb")

    if with_ours:
        machine(binary)
    module_version = f"DuckDB module {duckdb.__version__}" if duckdb else "no DuckDB module"
    client_version = (f"DuckDB client {run([client, '--version']).split()[0]}" if client
                      else "no DuckDB client")
    print(f"- Python {platform.python_version()}, {module_version}, {client_version}")
    print(f"- {options.runs} runs a side after one for warming up; a download of "
          f"{options.rows:,} rows, {options.partners} partners")

    missed = []
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for encoding in ("utf-8", "gb18030"):
            files[encoding] = f"{folder}/imports-{encoding}.csv"
            run([sys.executable, str(HERE / "make-download.py"), "--rows", str(options.rows),
                 "--partners", str(options.partners), "--first", FIRST, "--last", LAST, "--encoding", encoding,
                 "--output", files[encoding]])

        def ours(file):
            return [binary, "yoy", "--imports", file, "--flow", "imports", "--from", FIRST,
                    "--to", LAST, "--format", "csv"]

        query = QUERY.format(file=files["utf-8"])
        sides = {"utf-8": {}, "gb18030": {}}
        if with_ours:
            for encoding, file in files.items():
                sides[encoding]["tradecheck"] = lambda file=file: run(ours(file))
        if duckdb:
            in_chinese = QUERY.format(file=files["gb18030"])
            sides["utf-8"]["DuckDB Python module, whole process"] = \
                lambda: run([sys.executable, "-c", MODULE, query])
            connection = duckdb.connect()
            sides["utf-8"]["DuckDB Python module, query alone in a warm process"] = \
                lambda: connection.execute(query).fetchall()
            sides["gb18030"]["DuckDB Python module, decoding first, whole process"] = \
                lambda: run([sys.executable, "-c", MODULE_DECODING, in_chinese, files["gb18030"]])
        if client:
            sides["utf-8"]["DuckDB command-line client"] = \
                lambda: run([client, "-csv", "-c", query])

        if duckdb:
            lines = [",".join("" if cell is None else str(cell) for cell in row)
                     for row in duckdb.connect().execute(query).fetchall()]
            theirs = read_answers("month,base,value,yoy_pct\n" + "\n".join(lines),
                                  "month", "value")
            print(f"- DuckDB: {len(theirs)} months")
            if with_ours:
                for encoding, file in files.items():
                    same = agree(read_answers(run(ours(file)), "month", "value"), theirs)
                    print(f"- answers on the {encoding} file: {'the same' if same else 'DIFFERENT'}")
                    if not same:
                        missed.append(f"the answers on the {encoding} file differ")

        if with_ours:
            start = time_all({"tradecheck yoy": lambda: run([binary, "yoy"])}, options.runs)
            show("Start-up: `tradecheck yoy` on the built-in data", start)
            if statistics.median(start["tradecheck yoy"]) >= START_UP_LIMIT_MS:
                missed.append(f"start-up is over {START_UP_LIMIT_MS} ms")
        for encoding, those in sides.items():
            if not those:
                continue
            times = time_all(those, options.runs)
            show(f"yoy over a download, {encoding}", times)
            if with_ours:
                middle = {name: statistics.median(spent) for name, spent in times.items()}
                mine = middle.pop("tradecheck")
                whole = [spent for name, spent in middle.items() if "query alone" not in name]
                if whole and mine > min(whole):
                    missed.append(f"slower than DuckDB on the {encoding} file")
    for line in missed:
        print(f"\nmissed: {line}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
