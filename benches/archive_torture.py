#!/usr/bin/env python3
"""Kills `tradecheck archive add` at random points, and reads beside it.

    benches/archive_torture.py [--program PATH] [--kills 300] [--seed N]

State A is an archive of one download; adding another changes it to state B (some rows revised, some
new). Each round starts from A, begins the change, kills it after a random time, and asks:
- tradecheck must answer A or B, at once, whole;
- the next `archive add` must end in B, `archive verify` find nothing, and the glob be right (DuckDB);
- Delta's own reader (the Python package deltalake, where installed) must see the files of A or B.
While rounds go on, a reader asks tradecheck again and again. At the end the same with a full disk,
where a small file system can be mounted. Exit 1 when anything was neither A nor B."""
import argparse, csv, io, os, random, shutil, signal, subprocess, sys, tempfile, threading, time

HEAD = '"Date of data","Trading partner code","Trading partner","Commodity code","Commodity","US dollar",\n'


def download(path, seed, months, factor):
    rng = random.Random(seed)
    with open(path, 'w') as file:
        file.write(HEAD)
        for month in months:
            for code in ('109', '133'):
                for _ in range(200):
                    good = rng.randint(10_000_000, 97_999_999)
                    file.write(f'"{month}","{code}","x","{good}","a good","{rng.randint(1, 9999) * factor}",\n')


def run(program, *args):
    return subprocess.run([program, *args], capture_output=True, text=True)


def answer(program, archive):
    done = run(program, 'series', '--flow', 'imports', '--data', archive, '--columns', 'month,value', '--format', 'csv')
    return done.stdout if done.returncode in (0, 3) else f'exit {done.returncode}: {done.stderr}'


def glob_sum(archive):
    try:
        import duckdb
    except ImportError:
        return None
    return duckdb.sql(f"SELECT COUNT(*), SUM(value) FROM read_parquet('{archive}/year=*/*.parquet')").fetchall()[0]


def delta_files(archive):
    try:
        from deltalake import DeltaTable
    except ImportError:
        return None
    table = DeltaTable(archive)
    names = table.file_uris() if hasattr(table, 'file_uris') else table.files()
    missing = [name for name in names if not os.path.exists(name.replace('file://', ''))]
    return frozenset(os.path.basename(name) for name in names), missing


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default='target/release/tradecheck')
    parser.add_argument('--kills', type=int, default=300)
    parser.add_argument('--seed', type=int, default=1)
    asked = parser.parse_args()
    program = os.path.abspath(asked.program)
    rng = random.Random(asked.seed)
    folder = tempfile.mkdtemp(prefix='tradecheck-torture-')
    wrong = []
    try:
        months = [f'2017{month:02}' for month in range(1, 13)]
        download(f'{folder}/old.csv', 1, months, 1)
        download(f'{folder}/new.csv', 1, months[6:], 3)
        start, end = f'{folder}/a', f'{folder}/b'
        for archive in (start, end):
            run(program, 'archive', 'add', '--imports', f'{folder}/old.csv', '--to', archive)
        begun = time.perf_counter()
        run(program, 'archive', 'add', '--imports', f'{folder}/new.csv', '--to', end)
        whole = time.perf_counter() - begun
        states = {answer(program, start): 'A', answer(program, end): 'B'}
        sums = {glob_sum(start), glob_sum(end)}
        deltas = {(delta_files(start) or [None])[0], (delta_files(end) or [None])[0]}
        assert len(states) == 2, 'the two states must differ'
        counts = {'A': 0, 'B': 0}
        reads = 0
        for kill in range(asked.kills):
            archive = f'{folder}/x'
            shutil.rmtree(archive, ignore_errors=True)
            shutil.copytree(start, archive)
            stop, seen = threading.Event(), []
            def reader():
                while not stop.is_set():
                    seen.append(answer(program, archive))
            beside = threading.Thread(target=reader)
            if kill % 5 == 0:
                beside.start()
            process = subprocess.Popen([program, 'archive', 'add', '--imports', f'{folder}/new.csv', '--to', archive],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(rng.uniform(0, whole * 1.1))
            process.send_signal(signal.SIGKILL)
            process.wait()
            stop.set()
            if kill % 5 == 0:
                beside.join()
            reads += len(seen)
            for got in seen + [answer(program, archive)]:
                if got not in states:
                    wrong.append(f'kill {kill}: neither A nor B: {got[:200]}')
            counts[states.get(answer(program, archive), 'A')] += 1
            delta = delta_files(archive)
            if delta and (delta[0] not in deltas or delta[1]):
                wrong.append(f'kill {kill}: Delta sees another set, missing {delta[1]}')
            again = run(program, 'archive', 'add', '--imports', f'{folder}/new.csv', '--to', archive)
            if again.returncode != 0 or states.get(answer(program, archive)) != 'B':
                wrong.append(f'kill {kill}: adding again does not end in B: {again.stderr}')
            if run(program, 'archive', 'verify', archive).returncode != 0:
                wrong.append(f'kill {kill}: verify finds something after adding again')
            if glob_sum(archive) not in sums:
                wrong.append(f'kill {kill}: a glob counts {glob_sum(archive)}')
        print(f'{asked.kills} kills over {whole * 1000:.0f} ms: {counts["A"]} left A, {counts["B"]} left B, {reads} reads beside')
        disk = f'{folder}/disk'
        os.mkdir(disk)
        used = sum(-(-os.path.getsize(os.path.join(at, name)) // 4096) * 4
                   for at, _, names in os.walk(start) for name in names) + 4 * sum(1 for _ in os.walk(start))
        outcomes = []
        # From no room at all to enough for everything, so that each write in turn is the one that fails.
        for room in range(0, 400, 16):
            size = f'size={used + 8 + room}k'
            if subprocess.run(['mount', '-t', 'tmpfs', '-o', size, 'tmpfs', disk], capture_output=True).returncode:
                print('full disk: no small file system can be mounted here, left out')
                break
            try:
                shutil.copytree(start, f'{disk}/x')
                full = run(program, 'archive', 'add', '--imports', f'{folder}/new.csv', '--to', f'{disk}/x')
                state = states.get(answer(program, f'{disk}/x'))
                outcomes.append((full.returncode, state))
                if state is None:
                    wrong.append(f'full disk, {size}: neither A nor B: {answer(program, disk + "/x")[:200]}')
                if (full.returncode == 0 or 'the rows were added' in full.stderr) != (state == 'B'):
                    wrong.append(f'full disk, {size}: exit {full.returncode}, but state {state}: {full.stderr}')
            finally:
                subprocess.run(['umount', disk])
        refused = sum(code != 0 for code, _ in outcomes)
        print(f'full disk: {len(outcomes)} sizes, {refused} refused')
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print('\n'.join(wrong[:20]) or 'every read was A or B, whole')
    sys.exit(bool(wrong))


main()
