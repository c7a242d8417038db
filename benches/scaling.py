#!/usr/bin/env python3
"""Whether the time grows with the rows alone: 0.1, 1 and 10 million rows of one download, and the
10 million again in 1,000 files of 10,000.

    python benches/make-download.py --rows 10000000 --partners 240 --lang zh \\
        --encoding gb18030 --output /tmp/ten.csv
    python benches/scaling.py target/release/tradecheck /tmp/ten.csv [--runs 5]

Needs no package, and twice the size of the file in the temporary folder. The fastest run counts.
Ends with exit code 1 when the many files and the one give different sums.
"""
import argparse
import os
import pathlib
import sys
import tempfile

from large import ours

FILES = 1000


def cut(download, folder):
    """Writes the heads of the download and its many parts, line by line, so that this process stays
    small: a child begins with the memory of its parent. Gives (rows, path) of every input."""
    with open(download, "rb") as handle:
        rows = sum(1 for _ in handle) - 1
    many = folder / "many"
    many.mkdir()
    each = -(-rows // FILES)
    heads = {part: open(folder / f"{part}.csv", "wb") for part in (rows // 100, rows // 10)}
    with open(download, "rb") as handle:
        header = handle.readline()
        for out in heads.values():
            out.write(header)
        out = None
        for at, line in enumerate(handle):
            if at % each == 0:
                if out:
                    out.close()
                out = open(many / f"{at // each:04}.csv", "wb")
                out.write(header)
            out.write(line)
            for part, head in heads.items():
                if at < part:
                    head.write(line)
        out.close()
    for head in heads.values():
        head.close()
    return [(part, head.name) for part, head in heads.items()] + [(rows, download), (rows, str(many))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("program")
    parser.add_argument("download")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    print(f"- load before the run: {', '.join(f'{part:.2f}' for part in os.getloadavg())}\n")
    print("| input | partner | s | ns a row | s of processor | ns of processor a row | MB |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        inputs = cut(options.download, pathlib.Path(folder))
        for partner in ("109", "all"):
            sums = []
            for count, path in inputs:
                runs = [ours(options.program, path, partner) for _ in range(options.runs)]
                sums.append(runs[0][0])
                took, processor, memory = (min(part) for part in zip(*(spent for _, spent in runs)))
                what = f"{FILES} files, {count:,} rows" if path.endswith("many") else f"{count:,} rows"
                print(f"| {what} | {partner} | {took:.3f} | {took / count * 1e9:.0f} | {processor:.3f} "
                      f"| {processor / count * 1e9:.0f} | {memory:.0f} |")
            if sums[-1] != sums[-2]:
                sys.exit(f"partner {partner}: the many files give other sums than the one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
