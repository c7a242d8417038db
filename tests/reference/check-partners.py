#!/usr/bin/env python3
"""Checks data/partners.csv: no spelling, folded, may mean two partners.

Usage: python3 tests/reference/check-partners.py [data/partners.csv]
Exit code 1, with one line for each problem, when something is wrong.
"""
import csv
import pathlib
import sys

COLUMNS = ["code", "iso2", "iso3", "m49", "en", "zh", "ko", "other", "source"]


# Spellings that mean another partner to a person than in a file: 408 is North Korea's UN number,
# and in the code column of a customs file Bolivia.
TYPED = {("408", "109", "408")}


def fold(text):
    """Letters and digits only, lower case: how the program compares spellings."""
    return "".join(c for c in text if c.isalnum()).lower()


def main():
    here = pathlib.Path(__file__).resolve().parents[2]
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here / "data" / "partners.csv"
    problems, owner, count = [], {}, 0
    with open(path, encoding="utf-8", newline="") as handle:
        rows = csv.DictReader(handle)
        if rows.fieldnames != COLUMNS:
            problems.append(f"columns are {rows.fieldnames}")
        for row in rows:
            count += 1
            code = row["code"]
            for name, width in (("code", 3), ("iso2", 2), ("iso3", 3), ("m49", 3)):
                if row[name] and len(row[name]) != width:
                    problems.append(f"{code}: {name} is {row[name]!r}")
            for name in ("code", "en", "zh", "source"):
                if not row[name].strip():
                    problems.append(f"{code}: {name} is empty")
            own = {}
            for name in COLUMNS[:7]:
                own.setdefault(fold(row[name]), name)
            for text in filter(None, row["other"].split("|")):
                if fold(text) in own and text in row.values():
                    problems.append(f"{code}: {text!r} stands twice")
                own.setdefault(fold(text), "other")
            own.pop("", None)
            for spelling, column in own.items():
                if spelling in owner and (spelling, owner[spelling], code) not in TYPED:
                    problems.append(f"{spelling!r} means {owner[spelling]} and {code} ({column})")
                owner[spelling] = code
    for problem in problems:
        print(problem)
    print(f"{count} partners, {len(owner)} spellings, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
