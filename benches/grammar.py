#!/usr/bin/env python3
"""Parses every text that `tradecheck sql` prints in the grammars of database engines.

    benches/grammar.py [--program PATH] [--dialect trino,spark,…]

For engines that cannot be run here, above all Trino: sqlglot parses each text in the engine's own
dialect, types its columns, and writes it out again, which must then be read and written the same. Exit 1
when one does not. It says nothing about answers: `engines.py` compares those. Needs the package sqlglot."""
import argparse, itertools, os, subprocess, sys

import sqlglot
from sqlglot.errors import SqlglotError
from sqlglot.optimizer import qualify, annotate_types

DIALECTS = 'trino,presto,spark,clickhouse,postgres,sqlite,duckdb,snowflake,bigquery,databricks,redshift'
# The columns of an archive, and of the roll-ups made from it.
ROWS = {
    'month_no': 'INT', 'month': 'DATE', 'months': 'INT', 'flow': 'VARCHAR', 'partner': 'VARCHAR', 'hs': 'VARCHAR', 'chapter': 'VARCHAR',
    'kind': 'VARCHAR', 'further': 'VARCHAR', 'province': 'VARCHAR', 'mode': 'VARCHAR', 'currency': 'VARCHAR', 'value': 'DECIMAL(18,3)', 'low': 'DECIMAL(18,3)',
    'high': 'DECIMAL(18,3)', 'quantity': 'DECIMAL(18,3)', 'unit': 'VARCHAR', 'level': 'VARCHAR', 'all_goods': 'INT', 'row_count': 'INT',
    'line': 'INT', 'vintage': 'DATE', 'source': 'VARCHAR',
}
ROLLED = {
    'flow': 'VARCHAR', 'partner': 'VARCHAR', 'chapter': 'VARCHAR', 'heading': 'VARCHAR', 'month_no': 'INT', 'currency': 'VARCHAR',
    'level': 'VARCHAR', 'thousandths': 'BIGINT', 'row_count': 'BIGINT', 'blanks': 'BIGINT', 'whole': 'INT',
}


def questions():
    """The command lines of all statements: each kind, with every flag that changes its text."""
    partners = ([], ['--partner', '133'], ['--partner', '133', '--partner', '116'], ['--partner', 'all'])
    goods = ([], ['--hs', '27'], ['--hs', '2701-2704,72'], ['--by', 'heading'], ['--all-goods', '--all-partners'])
    others = ([], ['--flow', 'imports'], ['--currency', 'cny'], ['--as', 'kp'], ['--rolled-up'])
    for kind in ('rollup', 'yoy', 'streak', 'contributions'):
        span = {'rollup': [], 'yoy': ['--from', '2015-01', '--to', '2017-12']}.get(kind, ['--month', '2017-09'])
        # Goods meet each choice of partners, and so does every other flag; the rest has parts of its own.
        for one in [*itertools.product(partners, goods), *itertools.product(partners, others)]:
            yield [kind, *span, *itertools.chain(*one)]


def parsed(text, dialect, columns):
    """What is wrong with a text in a dialect, or None."""
    try:
        tree = sqlglot.parse_one(text, read=dialect)
        written = tree.sql(dialect=dialect, comments=False)
        if sqlglot.parse_one(written, read=dialect).sql(dialect=dialect, comments=False) != written:
            return 'does not come back as it was written'
        # Every column named must be there, and be of one table.
        whole = qualify.qualify(tree, dialect=dialect, schema={'trade': columns})
        annotate_types.annotate_types(whole, schema={'trade': columns}, dialect=dialect)
        return None
    except SqlglotError as why:
        return str(why).splitlines()[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default='target/release/tradecheck')
    parser.add_argument('--dialect', default=DIALECTS)
    asked = parser.parse_args()
    texts, refused = {}, 0
    for question in questions():
        done = subprocess.run([os.path.abspath(asked.program), 'sql', *question], capture_output=True, text=True)
        if done.returncode == 0:
            texts.setdefault(done.stdout, question)
        else:
            refused += 1
            if refused < 4:
                print(f"refused: {' '.join(question)}: {done.stderr.strip().splitlines()[0]}")
    print(f'{len(texts)} texts ({refused} questions have none), sqlglot {sqlglot.__version__}')
    bad = 0
    for dialect in asked.dialect.split(','):
        wrong = []
        for text, question in texts.items():
            why = parsed(text, dialect, ROLLED if '--rolled-up' in question else ROWS)
            if why is not None:
                wrong.append((question, why))
        for question, why in wrong[:3]:
            print(f"  {dialect}: {' '.join(question)}: {why}")
        print(f'{dialect}: {len(texts)} texts, {len(wrong)} do not parse')
        bad += len(wrong)
    sys.exit(bad > 0)


main()
