"""The script of script_bench.rs in CPython with Pillow: in one process, and in a process of its own each time."""

import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from PIL import Image


def milliseconds(work, repeats):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def report(what, value):
    print(json.dumps({"what": what, "value": value, "unit": "ms"}))


source = open(sys.argv[1], encoding="utf-8").read()
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    Image.new("RGB", (512, 512), "white").save("in.png")
    output = io.StringIO()

    def in_process():
        stdout, sys.stdout = sys.stdout, output
        try:
            exec(compile(source, "script.py", "exec"), {"image_path": "in.png"})
        finally:
            sys.stdout = stdout

    with open("own.py", "w", encoding="utf-8") as script:
        script.write('image_path = "in.png"\n' + source)

    def in_a_process_of_its_own():
        subprocess.run([sys.executable, "own.py"], check=True, stdout=subprocess.DEVNULL)

    milliseconds(in_process, 20)
    version = sys.version.split()[0]
    report(f"20-line script, CPython {version} + Pillow in process", milliseconds(in_process, 300))
    report(f"20-line script, CPython {version} + Pillow, new process", milliseconds(in_a_process_of_its_own, 20))
