#!/usr/bin/env python3
"""A second, independent reading of the definitions, to check tradecheck against.

Python 3 standard library only, every figure an exact fraction, no float anywhere. Written from
the definitions, not from the Rust code, and slow and plain on purpose.

    python3 tests/reference/reference.py            write expected-yoy.csv, expected-series.csv and printed.csv
    python3 tests/reference/reference.py --check    exit 1 when the files there differ from that
    python3 tests/reference/reference.py --as-of 2025-06-30 --month 2025-01 --currency cny
                                                    print one month as it was known by a day
    python3 tests/reference/reference.py --data FILE … the same on another file of that layout
    python3 tests/reference/reference.py --out DIR …   write the files there

The rules, in the order they are applied:

1. A figure is a value with an interval [low, high): the columns low and high where given, else
   half a unit of the last digit written to either side; a value in unit 1 is exact.
2. Figures of one key (period, flow, currency) come in the order of their release, a month-only
   release counting as the last day of that month; of one day, the figures that rows state come
   before the bases that changes imply; then the order of the file.
3. A stated figure whose interval cannot meet that of the figure in hand replaces it; where they
   meet, the narrower holds, and of two equally wide the one in hand.
4. A row with a value and a change implies a base a year earlier, as a figure of that release. With
   no base in hand it does nothing: a change fills no hole. A base in hand whose value lies in the
   implied interval is confirmed; one of the same day stays; otherwise the implied one holds where
   the two cannot meet, or where it is the narrower.
5. A month not held is the difference of two years to date (YTD(1) is January), and January is
   January-February less February: each as a row first stated it, and not where that row is of
   basis implied, nor where the difference is negative.
6. Total is import plus export wherever both can be had over a period that either has a figure for,
   the sum of months standing in for a period not published; else the published total, and what
   rule 5 makes of the published totals.
7. yoy is the ratio of the held values. The printed change shown is the one in the row of the held
   value, else the latest printed. Where value or base is not held, the printed change of that very
   period stands in as the yoy, and counts as a fall or a rise by its sign (0 is uncertain); but not
   beside a value that it is not of: the value in its own row, or else the one held at the end of
   its day, must meet the value held now; and where there was none by then, the value held now must
   be of the next 92 days.
8. A change is a fall when every value the intervals leave is below every base they leave, a rise
   when above (so also from a base of zero), uncertain otherwise. January and February, where
   neither has a change of its own, are one change that counts as two months of a streak.
"""
import argparse
import calendar
import csv
import datetime
import io
import pathlib
import sys
from fractions import Fraction

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parents[1] / "data" / "published.csv"
UNITS = {"1": 1, "thousand": 10**3, "ten thousand": 10**4, "million": 10**6,
         "hundred million": 10**8}
FLOWS = ("import", "export", "total")
FIRST, LAST = "2013-01", "2026-07"


# ---- words -------------------------------------------------------------------------------------

def month_number(text):
    year, month = text.split("-")
    assert 1 <= int(month) <= 12, text
    return int(year) * 12 + int(month) - 1


def month_text(number):
    return f"{number // 12:04}-{number % 12 + 1:02}"


def read_period(text):
    first, _, last = text.partition("..")
    return (month_number(first), month_number(last or first))


def period_text(period):
    first, last = map(month_text, period)
    return first if first == last else f"{first}..{last}"


def one(month):
    return (month, month)


def january_february(month):
    start = month - month % 12
    return (start, start + 1)


def last_day(text):
    """The last day a release date can mean, as (year, month, day)."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        parts.append(12)
    if len(parts) == 2:
        parts.append(calendar.monthrange(*parts)[1])
    return tuple(parts)


def half_digit(text):
    """Half a unit of the last digit that was written."""
    decimals = len(text.partition(".")[2])
    return Fraction(1, 2 * 10**decimals)


class Figure:
    """A value, the interval [low, high) that its rounding leaves, and where it is from."""

    def __init__(self, value, low, high, basis, released, row=None):
        self.value, self.low, self.high = value, low, high
        self.basis, self.released, self.row = basis, released, row

    @property
    def width(self):
        return self.high - self.low

    @property
    def exact(self):
        return self.low == self.high

    def meets(self, other):
        if self.exact and other.exact:
            return self.low == other.low
        if self.exact:
            return other.low <= self.low < other.high
        if other.exact:
            return self.low <= other.low < self.high
        return self.low < other.high and other.low < self.high

    def holds_value(self, value):
        return self.low == value if self.exact else self.low <= value < self.high


def add(a, b):
    return Figure(a.value + b.value, a.low + b.low, a.high + b.high, "sum",
                  max(a.released, b.released))


def subtract(a, b):
    return Figure(a.value - b.value, a.low - b.high, a.high - b.low, "difference",
                  max(a.released, b.released))


class Row:
    def __init__(self, line, cells):
        self.line = line
        self.period = read_period(cells["period"])
        self.flow = cells["flow"]
        self.currency = cells["currency"].lower()
        self.released_text = cells["released"]
        self.released = last_day(cells["released"])
        self.percent_text = cells["yoy_pct"]
        self.note = cells["note"]
        self.figure = self.read_figure(cells) if cells["value"] else None

    def read_figure(self, cells):
        unit = UNITS[cells["unit"]]
        value = Fraction(cells["value"]) * unit
        half = 0 if unit == 1 else half_digit(cells["value"]) * unit
        low = Fraction(cells["low"]) * unit if cells["low"] else value - half
        high = Fraction(cells["high"]) * unit if cells["high"] else value + half
        return Figure(value, low, high, cells["basis"], self.released, self)

    @property
    def key(self):
        return (self.period, self.flow, self.currency)

    @property
    def base_key(self):
        first, last = self.period
        return ((first - 12, last - 12), self.flow, self.currency)

    def printed_interval(self):
        percent, half = Fraction(self.percent_text), half_digit(self.percent_text)
        return percent - half, percent + half

    def implied_base(self):
        low, high = self.printed_interval()
        if 100 + low <= 0:
            return None
        share = 1 + Fraction(self.percent_text) / 100
        return Figure(self.figure.value / share,
                      self.figure.low / (1 + high / 100), self.figure.high / (1 + low / 100),
                      "implied", self.released, self)


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        return [Row(reader.line_num, cells) for cells in reader]


# ---- from rows to what is held -----------------------------------------------------------------

class Book:
    """What is held for every period, after all the releases up to a day."""

    def __init__(self, rows, as_of=None):
        self.held, self.first, self.printed, self.all_rows, self.by_day = {}, {}, {}, rows, {}
        rows = [row for row in rows if as_of is None or row.released <= last_day(as_of)]
        # Each row speaks twice: with its figure, then with the base that its change implies.
        for _, implies, _, row in sorted(((row.released, implies, row.line, row) for row in rows
                                          for implies in (False, True)), key=lambda x: x[:3]):
            if implies:
                self.imply(row)
            elif row.figure:
                self.state(row)
        self.series = {}
        for currency in ("usd", "cny"):
            held = {flow: self.one_flow(self.held, flow, currency) for flow in FLOWS}
            for flow in FLOWS:
                add_differences(held[flow], self.one_flow(self.first, flow, currency))
            for flow in ("import", "export"):
                self.series[flow, currency] = held[flow]
            self.series["total", currency] = add_up(held["import"], held["export"], held["total"])

    def state(self, row):
        key, figure, in_hand = row.key, row.figure, self.held.get(row.key)
        self.first.setdefault(key, figure)
        if in_hand is None or not in_hand.meets(figure) or figure.width < in_hand.width:
            self.held[key] = figure

    def imply(self, row):
        if not row.percent_text:
            return
        self.printed[row.key] = row
        implied = row.implied_base() if row.figure else None
        in_hand = self.held.get(row.base_key)
        if implied is None or in_hand is None or in_hand.released == implied.released \
                or implied.holds_value(in_hand.value):
            return
        if not in_hand.meets(implied) or implied.width < in_hand.width:
            self.held[row.base_key] = implied

    def as_of_row(self, row):
        """What was held at the end of the day of a row."""
        if row.released not in self.by_day:
            self.by_day[row.released] = Book(self.all_rows, row.released_text)
        return self.by_day[row.released]

    def is_of(self, row, value):
        """Whether the printed change of a row is the change of a value."""
        if row.figure:
            return row.figure.meets(value)
        if value.released <= row.released:
            return True
        then, _ = over(self.as_of_row(row).series[row.flow, row.currency], row.period)
        if then:
            return then.meets(value)
        return (datetime.date(*value.released) - datetime.date(*row.released)).days <= 92

    @staticmethod
    def one_flow(figures, flow, currency):
        return {period: figure for (period, its_flow, its_currency), figure in figures.items()
                if (its_flow, its_currency) == (flow, currency)}

    def printed_beside(self, figure, key):
        """The row with the change to show beside the held figure."""
        row = figure.row if figure else None
        if row and row.key == key and row.percent_text:
            return row
        return self.printed.get(key)


def add_differences(figures, first):
    """Adds every month without a figure that first releases give as a difference."""
    found = {}
    first = {period: figure for period, figure in first.items() if figure.basis != "implied"}
    for start, last in first:
        if start == last or start % 12 != 0:
            continue
        whole = first[start, last]
        wanted = [(one(last), (start, last - 1))]
        if last == start + 1:
            wanted.append((one(start), one(last)))
        for month, other in wanted:
            if month in figures or other not in first:
                continue
            difference = subtract(whole, first[other])
            if difference.value >= 0:
                found[month] = difference
    figures.update(found)


def add_up(imports, exports, published):
    total = dict(published)
    for period in imports.keys() | exports.keys():
        a, b = over(imports, period)[0], over(exports, period)[0]
        if a and b:
            total[period] = add(a, b)
    return total


# ---- measures ----------------------------------------------------------------------------------

class Change:
    """A comparison of two figures, or why there is none."""

    def __init__(self, value, base, reason="", missing=()):
        self.value, self.base, self.reason, self.missing = value, base, reason, list(missing)
        self.published = None

    def or_published(self, row):
        """The same, with the printed change of `row` standing in where there is no ratio."""
        if row and (self.value is None or self.base is None):
            self.published, self.reason = Fraction(row.percent_text), ""
        return self

    @property
    def shown(self):
        return self.percent if self.published is None else self.published

    @property
    def percent(self):
        if self.value is None or self.base is None or self.base.value == 0:
            return None
        return (self.value.value / self.base.value - 1) * 100

    @property
    def percent_interval(self):
        return ((self.value.low / self.base.high - 1) * 100,
                (self.value.high / self.base.low - 1) * 100)

    @property
    def sign(self):
        if self.published is not None:
            return {-1: "fall", 0: "uncertain", 1: "rise"}[(self.published > 0) - (self.published < 0)]
        if self.value is None or self.base is None:
            return None
        value, base = self.value, self.base
        if value.exact and base.exact and value.value == base.value:
            return "flat"
        if value.high < base.low or (value.high == base.low and not value.exact):
            return "fall"
        if value.low > base.high or (value.low == base.high and not base.exact):
            return "rise"
        return "uncertain"


def why_missing(figures, month):
    pair = january_february(month)
    return "combined" if month in pair and pair in figures else "no_data"


def compare(figures, period, other):
    """The change from `other` to `period`; a period is what was published for it, else its sum."""
    value, gone = over(figures, period)
    base, base_gone = over(figures, other)
    missing = gone + base_gone
    if missing:
        reasons = {why_missing(figures, month) for month in missing}
        return Change(value, base, "no_data" if "no_data" in reasons else "combined", missing)
    if base.value == 0:
        return Change(value, base, "zero_base")
    return Change(value, base)


def rolling(figures, period):
    """A window against the one twelve months before: sums of months, whatever was published."""
    value, gone = sum_of_months(figures, period)
    base, base_gone = sum_of_months(figures, (period[0] - 12, period[1] - 12))
    return Change(value, base, "no_data" if gone + base_gone else "", gone + base_gone)


def over(figures, period):
    """The figure of a period, and the months that keep it from being known."""
    if period in figures:
        return figures[period], []
    if period[0] == period[1]:
        return None, [period[0]]
    return sum_of_months(figures, period)


def sum_of_months(figures, period):
    """The months of a period added up, January and February together where only that was printed."""
    total, missing, month = None, [], period[0]
    while month <= period[1]:
        pair, step = january_february(month), 1
        figure = figures.get(one(month))
        both = all(one(each) in figures for each in pair)
        if month == pair[0] and pair[1] <= period[1] and not both and pair != period \
                and pair in figures:
            figure, step = figures[pair], 2
        if figure is None:
            missing.append(month)
        else:
            total = figure if total is None else add(total, figure)
        month += step
    return (None, missing) if missing else (total, [])


class Series:
    """The figures of one flow in one currency, and the changes printed for it."""

    def __init__(self, book, flow, currency):
        self.book = book
        self.figures = book.series[flow, currency]
        self.row = lambda value, period: book.printed_beside(value, (period, flow, currency))

    def yoy(self, period):
        change = compare(self.figures, period, (period[0] - 12, period[1] - 12))
        row = self.row(change.value, period)
        if row and change.value and not self.book.is_of(row, change.value):
            row = None
        return change.or_published(row)


def streak(series, month):
    """(length, direction, since, bound, why it stopped) of the run that ends in `month`."""
    count, direction, at, since, why = 0, None, month, None, ""
    while True:
        change, step = series.yoy(one(at)), 1
        sign = change.sign
        if sign is None and at == january_february(at)[1] and series.yoy(one(at - 1)).sign is None:
            # Known together only: one change that spans two months.
            sign, step = series.yoy(january_february(at)).sign, 2
        if sign == "flat":
            if count == 0:
                return 0, "flat", None, "exact", "flat"
            return count, direction, since, "exact", "flat"
        if sign in (None, "uncertain"):
            why = change.reason if sign is None else "uncertain_sign"
            if count == 0:
                return None, None, None, None, why
            return count, direction, since, "at_least", why
        if direction is None:
            direction = sign
        if sign != direction:
            return count, direction, since, "exact", ""
        count += step
        at -= step
        since = at + 1


# ---- writing -----------------------------------------------------------------------------------

def decimal(number, places):
    """A fraction as decimal text, a half rounded away from zero, without trailing zeros."""
    if number is None:
        return ""
    scaled = abs(number) * 10**places
    whole = int(scaled + Fraction(1, 2))
    text = str(whole).rjust(places + 1, "0")
    if places:
        text = f"{text[:-places]}.{text[-places:]}".rstrip("0").rstrip(".")
    return f"-{text}" if number < 0 and whole else text


def units(figure):
    return "" if figure is None else decimal(figure.value, 0)


def months():
    return range(month_number(FIRST), month_number(LAST) + 1)


def expected_yoy(book, wanted=None, currencies=("usd", "cny")):
    yield ["currency", "month", "flow", "base", "value", "yoy_pct", "printed_pct", "streak",
           "direction", "since", "bound", "reason", "missing", "value_basis", "base_basis",
           "stopped_by"]
    for currency in currencies:
        for month in wanted or months():
            for flow in FLOWS:
                series = Series(book, flow, currency)
                change = series.yoy(one(month))
                length, direction, since, bound, why = streak(series, month)
                printed = book.printed_beside(change.value, (one(month), flow, currency))
                yield [currency, month_text(month), flow, units(change.base), units(change.value),
                       decimal(change.shown, 6), printed.percent_text if printed else "",
                       "" if length is None else length, direction or "",
                       "" if since is None else month_text(since), bound or "", change.reason,
                       " ".join(map(month_text, change.missing)),
                       change.value.basis if change.value else "",
                       change.base.basis if change.base else "", why]


def expected_series(book):
    yield ["currency", "month", "flow", "value", "mom_pct", "yoy_pct", "ytd", "ytd_yoy_pct",
           "roll3", "roll3_yoy_pct", "roll12", "roll12_yoy_pct"]
    for currency in ("usd", "cny"):
        for month in months():
            for flow in FLOWS:
                series = Series(book, flow, currency)
                figures = series.figures
                row = [currency, month_text(month), flow, units(figures.get(one(month))),
                       decimal(compare(figures, one(month), one(month - 1)).percent, 6),
                       decimal(series.yoy(one(month)).shown, 6)]
                change = series.yoy((month - month % 12, month))
                row += [units(change.value), decimal(change.shown, 6)]
                for period in ((month - 2, month), (month - 11, month)):
                    change = rolling(figures, period)
                    row += [units(change.value), decimal(change.percent, 6)]
                yield row


def printed_changes(book, rows, reasons):
    yield ["period", "flow", "currency", "released", "printed_pct", "has_value", "base", "value",
           "computed_pct", "computed_low", "computed_high", "verdict", "class", "reason"]
    for row in sorted((row for row in rows if row.percent_text),
                      key=lambda row: (row.currency != "usd", row.period, FLOWS.index(row.flow),
                                       row.released, row.line)):
        figures = book.series[row.flow, row.currency]
        change = compare(figures, row.period, row.base_key[0])
        key = (period_text(row.period), row.flow, row.currency, row.released_text,
               row.percent_text)
        if change.percent is None:
            verdict, low, high = "no_figure", None, None
            explained = (change.reason, "nothing held for " + month_runs(change.missing))
        else:
            low, high = change.percent_interval
            least, most = row.printed_interval()
            verdict = "agrees" if low < most and least < high else "differs"
            if low == high:
                verdict = "agrees" if least <= low < most else "differs"
            explained = reasons.get(key, ("unexplained", "")) if verdict == "differs" else ("", "")
        yield [*key[:5], "yes" if row.figure else "no", units(change.base), units(change.value),
               decimal(change.percent, 6), decimal(low, 6), decimal(high, 6), verdict, *explained]


def month_runs(months):
    """`2016-01 to 2016-03, 2015-02`"""
    runs = []
    for month in months:
        if runs and runs[-1][1] == month - 1:
            runs[-1][1] = month
        else:
            runs.append([month, month])
    return ", ".join(month_text(a) if a == b else f"{month_text(a)} to {month_text(b)}"
                     for a, b in runs)


def as_csv(lines):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def read_reasons():
    """Why a printed change differs: written by hand, after looking at each."""
    with open(HERE / "reasons.csv", encoding="utf-8", newline="") as handle:
        return {(r["period"], r["flow"], r["currency"], r["released"], r["printed_pct"]):
                (r["class"], r["reason"]) for r in csv.DictReader(handle)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", default=DATA, type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--as-of")
    parser.add_argument("--out", default=HERE, type=pathlib.Path)
    parser.add_argument("--month")
    parser.add_argument("--currency", default="usd", choices=("usd", "cny"))
    options = parser.parse_args()
    rows = read_rows(options.data)
    book = Book(rows, options.as_of)
    if options.month:
        wanted = [month_number(options.month)]
        sys.stdout.write(as_csv(expected_yoy(book, wanted, [options.currency])))
        return 0
    reasons = read_reasons() if (HERE / "reasons.csv").exists() else {}
    files = {"expected-yoy.csv": as_csv(expected_yoy(book)),
             "expected-series.csv": as_csv(expected_series(book)),
             "printed.csv": as_csv(printed_changes(book, rows, reasons))}
    stale = 0
    known = {(period_text(row.period), row.flow, row.currency, row.released_text,
              row.percent_text) for row in rows}
    for key in reasons.keys() - known:
        print("reasons.csv explains a change that the data does not hold:", *key)
        stale = 1
    for name, text in files.items():
        path = options.out / name
        if options.check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                print(f"{name} is not what the data gives")
                stale = 1
        else:
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main())
