#!/usr/bin/env bash
# The comparison of benches/engines.py on a real Spark cluster: a standalone master and two workers of
# one core each on this machine, over one archive. About a minute and a half. Needs Java 17 and a
# Python with pyspark, duckdb (PYTHON=…); without them it says so and exits 77.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=${PYTHON:-python3}
program=${1:-target/release/tradecheck}
home=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))' 2>/dev/null) || {
  echo "pyspark is not installed for $python: left out"; exit 77; }
command -v java >/dev/null || { echo "java is not installed: left out"; exit 77; }

work=$(mktemp -d)
pids=()
end() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

port=${SPARK_PORT:-17077}
export SPARK_HOME=$home SPARK_LOCAL_IP=127.0.0.1 SPARK_LOG_DIR=$work PYSPARK_PYTHON=$python PYSPARK_DRIVER_PYTHON=$python
spark_class=$home/bin/spark-class
"$spark_class" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0 >"$work/master.log" 2>&1 &
pids+=($!)
for _ in $(seq 60); do
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
  sleep 0.5
done
for worker in 1 2; do
  "$spark_class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 1g --webui-port 0 \
    --work-dir "$work/worker-$worker" "spark://127.0.0.1:$port" >"$work/worker-$worker.log" 2>&1 &
  pids+=($!)
done
for _ in $(seq 60); do
  [ "$(grep -c 'Successfully registered with master' "$work"/worker-*.log | awk -F: '{n += $2} END {print n}')" = 2 ] && break
  sleep 0.5
done
echo "master and two workers are up"
SPARK_MASTER=spark://127.0.0.1:$port timeout 170 "$python" benches/engines.py --program "$program" --engine spark --partners "${PARTNERS:-109,133}" 2>"$work/driver.log" \
  || { status=$?; tail -20 "$work/driver.log"; exit "$status"; }
