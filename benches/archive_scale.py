#!/usr/bin/env python3
"""Questions to a large archive: tradecheck against DuckDB and Polars on the same files, in one run.

    benches/archive_scale.py [--program PATH] [--rows 100000000] [--folder DIR] [--runs 3]

Makes downloads up month by month (240 partners, 8,000 codes of eight digits, five trade modes, 31
provinces, sizes far from even), adds each to an archive and deletes it; then compacts the years but
the last. An archive that is in DIR already is used again. Each question is asked of tradecheck as a
whole process, and of the others both as a whole process (Python starts, imports, reads, answers) and
as a warm query inside a process that has read the footers. Answers are compared before anything is
timed. Needs numpy, polars and duckdb."""
import argparse, csv, glob, io, json, os, pathlib, resource, subprocess, sys, time

PARTNERS = pathlib.Path(__file__).resolve().parents[1] / 'data' / 'partners.csv'
MONTHS = [f'{year}{month:02}' for year in range(2008, 2018) for month in range(1, 13)]
ONE, MONTH, CHAPTER = '129', '2015-07', '27'


def build(program, root, rows):
    import numpy as np, polars as pl
    rng = np.random.default_rng(7)
    with open(PARTNERS, encoding='utf-8', newline='') as handle:
        partners = np.array([row['code'] for row in csv.DictReader(handle)][:240])
    rng.shuffle(partners)
    partners[-40] = ONE if ONE not in partners else partners[-40]
    codes = np.sort(rng.choice(np.arange(1_010_000, 97_990_000), 8_000, replace=False))
    codes = np.array([f'{code:08}' for code in codes])
    rank = lambda n, steep: (lambda w: w / w.sum())(1 / np.arange(1, n + 1) ** steep)
    of_code = rng.permutation(rank(len(codes), 0.8))
    per_file = -(-rows // (2 * len(MONTHS)))
    for at, month in enumerate(MONTHS):
        names = []
        for flow in ('import', 'export'):
            n = int(per_file * 1.35)
            who = rng.choice(len(partners), n, p=rank(len(partners), 0.9))
            what = rng.choice(len(codes), n, p=of_code)
            mode, place = rng.integers(0, 5, n), rng.integers(0, 31, n)
            key = np.unique(((who.astype(np.int64) * len(codes) + what) * 5 + mode) * 31 + place)
            key = np.sort(rng.permutation(key)[:per_file])
            place, key = key % 31, key // 31
            mode, key = key % 5, key // 5
            value = np.maximum(1, rng.lognormal(10, 2, len(key))).astype(np.int64)
            name = f'{root}-{flow}-{month}.csv'
            pl.DataFrame({
                'Date of data': np.full(len(key), month), 'Trading partner code': partners[key // len(codes)],
                'Commodity code': codes[key % len(codes)], 'Customs Regime code': mode + 10,
                'Registration address code': place + 11, 'US dollar': value,
            }).rename({'Registration address code': '注册地编码'}).write_csv(name, quote_style='always')
            names.append(name)
        done = subprocess.run([program, 'archive', 'add', '--imports', names[0], '--exports', names[1], '--to', root],
                              capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr)
        for name in names:
            os.remove(name)
        if at % 12 == 11:
            print(f'{month}: {done.stdout.strip()}', flush=True)


QUESTIONS = {
    'one partner, all months': (
        ['series', '--partner', ONE, '--flow', 'imports', '--columns', 'month,value'],
        f"SELECT month_no, SUM(value) FROM t WHERE flow = 'import' AND partner = '{ONE}' GROUP BY 1 ORDER BY 1"),
    'one month, all partners': (
        ['series', '--partner', 'all', '--all-partners', '--by', 'partner', '--month', MONTH, '--flow', 'imports', '--columns', 'month,code,value'],
        f"SELECT partner, SUM(value) FROM t WHERE flow = 'import' AND month_no = {int(MONTH[:4]) * 12 + int(MONTH[5:]) - 1} GROUP BY 1 ORDER BY 1"),
    'chapter 27, all partners, all months': (
        ['series', '--partner', 'all', '--all-partners', '--hs', CHAPTER, '--flow', 'imports', '--columns', 'month,value'],
        f"SELECT month_no, SUM(value) FROM t WHERE flow = 'import' AND chapter = '{CHAPTER}' GROUP BY 1 ORDER BY 1"),
    'all partners by chapter, all months': (
        ['series', '--partner', 'all', '--all-partners', '--by', 'chapter', '--flow', 'imports', '--columns', 'month,code,value'],
        "SELECT chapter, month_no, SUM(value) FROM t WHERE flow = 'import' GROUP BY 1, 2 ORDER BY 1, 2"),
}


def ours(program, root, args):
    done = subprocess.run([program, *args, '--data', root, '--format', 'csv'], capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f'{args}: {done.stderr}')
    rows = [row for row in csv.DictReader(io.StringIO(done.stdout)) if row.get('code') not in ('total', 'other')]
    return sorted(int(row['value']) for row in rows if row['value'] not in ('', '0'))


# Asked inside a process of their own; `warm` runs of the query after the first.
PEER = r'''
import sys, time, json
side, files, sql, warm = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
if side == 'duckdb':
    import duckdb
    db = duckdb.connect()
    db.execute('SET threads = 2')
    db.execute(f"CREATE VIEW t AS SELECT * FROM read_parquet('{files}')")
    ask = lambda: db.execute(sql).fetchall()
else:
    import polars as pl
    context = pl.SQLContext(t=pl.scan_parquet(files))
    ask = lambda: context.execute(sql).collect(engine='streaming').rows()
rows = ask()
times = []
for _ in range(warm):
    begun = time.perf_counter(); ask(); times.append(time.perf_counter() - begun)
import resource
print(json.dumps({'values': sorted(int(row[-1]) for row in rows if row[-1]), 'warm': min(times) if times else None,
                  'mb': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
'''


def peer(side, files, sql, warm):
    done = subprocess.run([sys.executable, '-c', PEER, side, files, sql, str(warm)], capture_output=True, text=True)
    # A slow machine makes DuckDB draw a bar of progress before.
    return json.loads(done.stdout[done.stdout.index('{'):]) if done.returncode == 0 else sys.exit(done.stderr)


def timed(command):
    """Seconds, seconds of processor and MB of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default='target/release/tradecheck')
    parser.add_argument('--rows', type=int, default=100_000_000)
    parser.add_argument('--folder', default='/tmp/tradecheck-scale')
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--build', action='store_true', help='only make the archive')
    asked = parser.parse_args()
    program = os.path.abspath(asked.program)
    if asked.build:
        return build(program, f'{asked.folder}/{asked.rows}', asked.rows)
    root = f'{asked.folder}/{asked.rows}'
    if not os.path.isdir(f'{root}/_delta_log'):
        os.makedirs(asked.folder, exist_ok=True)
        begun = time.perf_counter()
        # In a process of its own: what it needs of memory must not be counted with its children's.
        making = [sys.executable, __file__, '--program', program, '--rows', str(asked.rows), '--folder', asked.folder, '--build']
        if subprocess.run(making).returncode:
            sys.exit(1)
        print(f'built in {time.perf_counter() - begun:.0f} s', flush=True)
        seconds, _, mb = timed([program, 'archive', 'compact', root])
        print(f'compacted in {seconds:.0f} s, {mb} MB', flush=True)
    files = f'{root}/year=*/*.parquet'
    size = sum(os.path.getsize(name) for name in glob.glob(files))
    print(f'{asked.rows:,} rows asked for, {len(glob.glob(files))} files, {size / 1e9:.2f} GB; load {os.getloadavg()[0]:.1f}\n')
    print('| question | side | s | s of processor | MB | ratio | warm query s |\n|---|---|---|---|---|---|---|')
    bad = 0
    for question, (args, sql) in QUESTIONS.items():
        want = ours(program, root, args)
        command = {'tradecheck': [program, *args, '--data', root, '--format', 'csv']}
        warm = {'tradecheck': None}
        for side in ('duckdb', 'polars'):
            # Polars has no SUM of decimals that keeps all digits in every version; both are asked the same.
            got = peer(side, files, sql, asked.runs)
            warm[side] = got['warm']
            if got['values'] != want:
                bad += 1
                print(f'  {question}: {side} differs: {len(got["values"])} values, ours {len(want)}')
            command[side] = [sys.executable, '-c', PEER, side, files, sql, '0']
        best = {side: min(timed(line) for _ in range(asked.runs)) for side, line in command.items()}
        for side, (seconds, cpu, mb) in best.items():
            ratio = seconds / best['tradecheck'][0]
            after = '' if warm[side] is None else f'{warm[side]:.3f}'
            print(f'| {question} | {side} | {seconds:.3f} | {cpu:.3f} | {mb} | {ratio:.1f} | {after} |', flush=True)
    sys.exit(bad > 0)


main()
