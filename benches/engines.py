#!/usr/bin/env python3
"""Compares `tradecheck sql` on several engines with tradecheck itself, row by row.

    benches/engines.py [--program PATH] [--engine duckdb,sqlite,clickhouse,postgresql,spark] [--seed N]

Makes downloads up (holes, months of zeros, equal months, a chapter that vanishes, files of one
chapter, a partner with nothing), adds them to an archive, and asks for yoy, streaks and
contributions. An engine that is not installed is named and left out. Exit 1 when a row differs.
Python packages: duckdb, chdb; SQLite comes with Python; PostgreSQL is reached through psql at
127.0.0.1 with PGUSER and PGDATABASE; Spark needs SPARK_MASTER (see benches/spark.sh)."""
import argparse, csv, glob, io, os, random, shutil, sqlite3, subprocess, sys, tempfile
from fractions import Fraction

PARTNERS = [('109', 'Korea,DPR'), ('133', 'Korea,Rep.'), ('116', 'Japan'), ('344', 'Russia')]
HEAD = '"Date of data","Trading partner code","Trading partner","Commodity code","Commodity","US dollar",\n'


def downloads(folder, seed):
    """Files for 2014 to 2017, in the layout of the customs query platform."""
    rng = random.Random(seed)
    chapters = [f'{n:02}' for n in (3, 8, 25, 26, 27, 44, 61, 62, 72, 84, 85, 87)]
    goods = {c: [f'{c}{rng.randint(1000, 9900):04}{rng.randint(10, 99)}'[:8] for _ in range(4)] for c in chapters}
    last = {}
    for flow in ('import', 'export'):
        for year in range(2014, 2018):
            with open(f'{folder}/{flow}-{year}.csv', 'w') as file:
                file.write(HEAD)
                for month in range(1, 13):
                    if (flow, year, month) in (('import', 2015, 5), ('export', 2016, 2), ('export', 2016, 3)):
                        continue  # a hole
                    for code, name in PARTNERS:
                        if code == '344' and flow == 'export':
                            continue  # a partner with nothing
                        for chapter in chapters:
                            if chapter == '27' and year == 2017 and month > 8:
                                continue  # vanishes
                            for good in goods[chapter]:
                                if rng.random() < 0.2:
                                    continue
                                value = rng.randint(1, 10 ** rng.randint(2, 8))
                                if (flow, code, year, month) == ('import', '116', 2016, 7):
                                    value = 0  # a month of zeros
                                same = last.get((flow, code, good, month))
                                if (code, month) == ('133', 4) and same is not None:
                                    value = same  # an equal month
                                last[(flow, code, good, month)] = value
                                file.write(f'"{year}{month:02}","{code}","{name}","{good}","a good","{value:,}",\n')
    return sorted(glob.glob(f'{folder}/*.csv'))


def month_no(text):
    return int(text[:4]) * 12 + int(text[5:7]) - 1


class DuckDb:
    def __init__(self, files):
        import duckdb
        self.db = duckdb.connect()
        self.db.execute(f"CREATE VIEW trade AS SELECT * FROM read_parquet('{files}')")

    def ask(self, sql):
        cursor = self.db.execute(sql)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]

    def rows(self):
        return self.ask('SELECT * FROM trade')


class SqLite:
    def __init__(self, files):
        rows = DuckDb(files).rows()
        self.db = sqlite3.connect(':memory:')
        self.db.execute(f"CREATE TABLE trade ({', '.join(rows[0])})")
        plain = lambda value: value if value is None or isinstance(value, (int, str)) else float(value) if hasattr(value, 'as_tuple') else str(value)
        marks = ', '.join('?' * len(rows[0]))
        self.db.executemany(f'INSERT INTO trade VALUES ({marks})', [[plain(v) for v in row.values()] for row in rows])

    def ask(self, sql):
        cursor = self.db.execute(sql)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]


class ClickHouse:
    def __init__(self, files):
        import chdb.session
        self.session = chdb.session.Session()
        self.session.query('CREATE DATABASE IF NOT EXISTS it')
        self.session.query(f"CREATE VIEW it.trade AS SELECT * FROM file('{files}', Parquet)")

    def ask(self, sql):
        text = str(self.session.query(sql.replace('FROM trade', 'FROM it.trade'), 'CSVWithNames'))
        empty = lambda value: None if value == '\\N' else value
        return [{k: empty(v) for k, v in row.items()} for row in csv.DictReader(io.StringIO(text))]


class PostgreSql:
    def __init__(self, files):
        rows = DuckDb(files).rows()
        kinds = {'month_no': 'int', 'months': 'int', 'value': 'decimal(18,3)', 'low': 'decimal(18,3)', 'high': 'decimal(18,3)',
                 'quantity': 'decimal(18,3)', 'quantity_low': 'decimal(18,3)', 'quantity_high': 'decimal(18,3)',
                 'all_goods': 'int', 'row_count': 'int', 'line': 'int', 'month': 'date', 'vintage': 'date'}
        columns = ', '.join(f'"{name}" {kinds.get(name, "text")}' for name in rows[0])
        text = io.StringIO()
        writer = csv.writer(text)
        for row in rows:
            writer.writerow(['\\N' if v is None else v for v in row.values()])
        self.run(f'DROP TABLE IF EXISTS trade; CREATE TABLE trade ({columns})')
        self.run("\\copy trade from pstdin with (format csv, null '\\N')", text.getvalue())

    def run(self, sql, stdin=None):
        return subprocess.run(['psql', '-h', '127.0.0.1', '-X', '-q', '--csv', '-P', 'null=\\N', '-v', 'ON_ERROR_STOP=1', '-c', sql],
                              input=stdin, capture_output=True, text=True, check=True).stdout

    def ask(self, sql):
        empty = lambda value: None if value == '\\N' else value
        return [{k: empty(v) for k, v in row.items()} for row in csv.DictReader(io.StringIO(self.run(sql)))]


class Spark:
    def __init__(self, files):
        from pyspark.sql import SparkSession
        builder = SparkSession.builder.master(os.environ['SPARK_MASTER']).appName('tradecheck')
        for key, value in {'spark.ui.enabled': 'false', 'spark.driver.memory': '512m',
                           'spark.executor.memory': '768m', 'spark.executor.cores': '1', 'spark.driver.host': '127.0.0.1',
                           'spark.driver.bindAddress': '127.0.0.1', 'spark.sql.ansi.enabled': 'true', 'spark.sql.shuffle.partitions': '2',
                           'spark.ui.showConsoleProgress': 'false'}.items():
            builder = builder.config(key, value)
        self.spark = builder.getOrCreate()
        self.spark.read.parquet(*sorted(glob.glob(files))).createOrReplaceTempView('trade')
        self.spark.catalog.cacheTable('trade')

    def ask(self, sql):
        return [row.asDict() for row in self.spark.sql(sql).collect()]


ENGINES = {'duckdb': DuckDb, 'sqlite': SqLite, 'clickhouse': ClickHouse, 'postgresql': PostgreSql, 'spark': Spark}


def tradecheck(program, *args):
    done = subprocess.run([program, *args], capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f'{args}: {done.stderr}')
    return done.stdout


def rows(program, *args):
    return list(csv.DictReader(io.StringIO(tradecheck(program, *args, '--format', 'csv'))))


def thousandths(text):
    return None if text in (None, '') else int(Fraction(text) * 1000)


def number(value):
    return None if value in (None, '') else int(value)


def partners(text):
    """`133+116`: several partners, added up."""
    return [word for partner in text.split('+') for word in ('--partner', partner)]


def compare_yoy(engine, program, archive, partner, span, extra=()):
    """Every month of every flow: base, value, change, percentage, streak and reason."""
    sql = tradecheck(program, 'sql', 'yoy', '--level', 'hs8', *partners(partner), *span, *extra)
    theirs = {(row['flow'], int(row['month_no'])): row for row in engine.ask(sql)}
    ours = rows(program, 'yoy', '--data', archive, *partners(partner), '--flow', 'imports', '--flow', 'exports', *span, *extra)
    wrong = 0
    for row in ours:
        other = theirs.get((row['flow'], month_no(row['month'])), {})
        pct = row['yoy_pct']
        want = {
            'base': thousandths(row['base']), 'value': thousandths(row['value']), 'change': thousandths(row['change']),
            'yoy': None if pct == '' else round(Fraction(pct) * 10 ** 6),
            'streak': number(row['streak']), 'direction': row['streak_direction'] or None,
            'since': month_no(row['streak_since']) if row['streak_since'] else None, 'bound': row['streak_bound'] or None,
        }
        got = {
            'base': number(other.get('base_thousandths')), 'value': number(other.get('value_thousandths')),
            'change': number(other.get('change_thousandths')), 'yoy': number(other.get('yoy_millionths')),
            'streak': number(other.get('streak')), 'direction': other.get('streak_direction') or None,
            'since': number(other.get('streak_since_no')), 'bound': other.get('streak_bound') or None,
        }
        if want != got:
            wrong += 1
            if wrong < 4:
                print('  differs', partner, row['month'], row['flow'], {k: (want[k], got[k]) for k in want if want[k] != got[k]})
    return len(ours), wrong


def compare_contributions(engine, program, archive, partner, month):
    sql = tradecheck(program, 'sql', 'contributions', '--level', 'hs8', *partners(partner), '--month', month)
    theirs = {(row['flow'], row['chapter']): row for row in engine.ask(sql)}
    ours = rows(program, 'yoy', '--data', archive, *partners(partner), '--by', 'chapter', '--month', month,
                '--flow', 'imports', '--flow', 'exports')
    wrong = seen = 0
    for row in ours:
        if row['code'] in ('total', 'other') or row['base'] == '' or row['value'] == '':
            continue
        seen += 1
        other = theirs.get((row['flow'], row['code']), {})
        pp = row['contribution_pp']
        want = [thousandths(row['base']), thousandths(row['value']), None if pp == '' else round(Fraction(pp) * 10 ** 6)]
        got = [number(other.get('base_thousandths')), number(other.get('value_thousandths')), number(other.get('contribution_millionths'))]
        if want != got and not (other == {} and want[:2] == [0, 0]):
            wrong += 1
            if wrong < 4:
                print('  differs', partner, month, row['flow'], row['code'], want, got)
    return seen, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default='target/release/tradecheck')
    parser.add_argument('--engine', default='duckdb,sqlite,clickhouse,postgresql')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--partners', default='109,133,116,344,133+116,116+344,all')
    asked = parser.parse_args()
    program = os.path.abspath(asked.program)
    folder = tempfile.mkdtemp(prefix='tradecheck-engines-')
    bad = 0
    try:
        files = downloads(folder, asked.seed)
        archive = f'{folder}/archive'
        imports = [name for name in files if '/import-' in name]
        exports = [name for name in files if '/export-' in name]
        print(tradecheck(program, 'archive', 'add', '--imports', *imports, '--exports', *exports, '--to', archive).strip())
        # One file a year in place of one a month, as an archive of closed years should be kept.
        print(tradecheck(program, 'archive', 'compact', archive).strip())
        for name in asked.engine.split(','):
            try:
                engine = ENGINES[name](f'{archive}/year=*/*.parquet')
            except (ImportError, KeyError, FileNotFoundError, subprocess.CalledProcessError) as why:
                print(f'{name}: not here ({type(why).__name__}), left out')
                continue
            seen = wrong = 0
            for partner in asked.partners.split(','):
                span = ['--from', '2015-01', '--to', '2017-12']
                for extra in ((), ('--hs', '27')):
                    if '344' in partner and extra:
                        continue
                    more = compare_yoy(engine, program, archive, partner, span, extra)
                    seen, wrong = seen + more[0], wrong + more[1]
                for month in ('2016-09', '2017-04', '2017-09'):
                    more = compare_contributions(engine, program, archive, partner, month)
                    seen, wrong = seen + more[0], wrong + more[1]
            print(f'{name}: {seen} rows compared, {wrong} differ')
            bad += wrong
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(bad > 0)


main()
