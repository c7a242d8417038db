#!/usr/bin/env python3
"""What keeping rows by key costs: a download in one file, through a pipe, in 100 files cut as it comes,
in 100 files with its rows shuffled, so that the keys of every file lie between those of every other, and
in 100 files that hold each row twice, so that every key has to be found again.

    python benches/make-download.py --rows 1000000 --partners 240 --lang zh \\
        --encoding gb18030 --output /tmp/one.csv
    python benches/by_key.py /tmp/one.csv target/release/tradecheck [BEFORE] [--runs 6]

Programs take turns; the least seconds of processor and the least memory count. Needs no package. Ends
with exit code 1 when any input gives other sums than the one file."""
import argparse
import csv
import io
import os
import pathlib
import random
import subprocess
import sys
import tempfile

FILES = 100


def cut(download, folder):
    """Writes the three folders of files. Gives the number of rows."""
    with open(download, "rb") as handle:
        header, *lines = handle.readlines()
    shuffled = lines[:]
    random.Random(5).shuffle(shuffled)
    each = -(-len(lines) // FILES)
    for name, rows in (("cut", lines), ("shuffled", shuffled), ("twice", shuffled)):
        (folder / name).mkdir()
        for at in range(FILES):
            own = rows[at * each:(at + 1) * each]
            if name == "twice":
                # Its own rows, and those of the file before it.
                own = (rows[(at - 1) * each:at * each] if at else rows[(FILES - 1) * each:]) + own
            with open(folder / name / f"{at:03}.csv", "wb") as out:
                out.writelines([header, *own])
    return len(lines)


def asked(program, path, partner):
    """The sums, seconds of processor and MB of one run; from a pipe where `path` says so."""
    pipe = path.startswith("|")
    command = [program, "series", "--imports", "-" if pipe else path, "--flow", "imports", "--partner", partner,
               "--columns", "month,value", "--format", "csv"]
    fed = subprocess.Popen(["cat", path[1:]], stdout=subprocess.PIPE) if pipe else None
    child = subprocess.Popen(command, stdin=fed.stdout if fed else subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL)
    if fed:
        fed.stdout.close()
    text = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    if fed:
        fed.wait()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"failed: {command}")
    sums = {row["month"]: row["value"] for row in csv.DictReader(io.StringIO(text))}
    return sums, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("download")
    parser.add_argument("programs", nargs="+")
    parser.add_argument("--runs", type=int, default=6)
    options = parser.parse_args()
    print(f"- load before the run: {', '.join(f'{part:.2f}' for part in os.getloadavg())}\n")
    print("| input | partner |" + " s of processor | ns a row | MB | bytes a row |" * len(options.programs))
    print("|---|---|" + "---|---|---|---|" * len(options.programs))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        making = os.fork()
        if not making:
            # In a process of its own: a child begins with the memory of its parent.
            pathlib.Path(folder / "rows").write_text(str(cut(options.download, folder)))
            os._exit(0)
        os.waitpid(making, 0)
        rows = int((folder / "rows").read_text())
        empty = folder / "empty.csv"
        with open(options.download, "rb") as handle:
            empty.write_bytes(handle.readline() + handle.readline())
        inputs = {"one file": options.download, "through a pipe": f"|{options.download}",
                  f"{FILES} files, cut": str(folder / "cut"), f"{FILES} files, shuffled": str(folder / "shuffled"),
                  f"{FILES} files, each row in two": str(folder / "twice")}
        for partner in ("109", "all"):
            sums = {}
            for what, path in inputs.items():
                cells = []
                for program in options.programs:
                    least = min(asked(program, str(empty), "all")[2] for _ in range(3))
                    runs = [asked(program, path, partner) for _ in range(options.runs)]
                    sums.setdefault(program, []).append(runs[0][0])
                    took, memory = min(run[1] for run in runs), min(run[2] for run in runs)
                    read = rows * (2 if path.endswith("twice") else 1)
                    cells.append(f" {took:.3f} | {took / read * 1e9:.0f} | {memory:.0f} "
                                 f"| {max(0, memory - least) * 2**20 / read:.0f} |")
                print(f"| {what} | {partner} |" + "".join(cells), flush=True)
            if any(one != all_[0] for all_ in sums.values() for one in all_):
                sys.exit(f"partner {partner}: the inputs give different sums")
    return 0


if __name__ == "__main__":
    sys.exit(main())
