"""Makes TOPIC.json from TOPIC.py: what CPython prints for every snippet, and the error that ends it.

Made with CPython 3.12.1, which needs no packages:

    python make_snippets.py

A topic holds snippets, each after a line `#%% name`. Every snippet runs in a process of its own, and all
of them twice with different hash seeds: a result that depends on the seed belongs to no suite. The line
of an error is the innermost one in the snippet, which a traceback shows last.
"""

import io
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import types
import warnings

HERE = pathlib.Path(__file__).parent
# A topic is no module that a snippet could import.
sys.path[:] = [path for path in sys.path if path and pathlib.Path(path) != HERE.resolve()]


def outcome(source):
    """Runs a snippet in this process, which it may change in any way."""
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), io.StringIO(), io.StringIO()
    sys.argv = [""]
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    printed, end = sys.stdout, {}
    try:
        exec(compile(source, "snippet", "exec"), main.__dict__)
    except BaseException as error:
        line = error.lineno if isinstance(error, SyntaxError) else 0
        trace = error.__traceback__
        while trace:
            if trace.tb_frame.f_code.co_filename == "snippet":
                line = trace.tb_lineno
            trace = trace.tb_next
        message = re.sub(r" \(/.*\)$", "", f"{type(error).__name__}: {error}")  # where a module's file is
        end = {"error": message, "line": line}
    return {"out": printed.getvalue(), **end}


def isolated(source):
    """The outcome of a snippet in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, json.dumps(outcome(source)).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        result = pipe.read()
    os.waitpid(child, 0)
    return json.loads(result)


def results_of_all():
    """The outcomes of all snippets by topic and name."""
    warnings.simplefilter("ignore")
    topics = {}
    for path in sorted(HERE.glob("*.py")):
        if path.name == pathlib.Path(__file__).name:
            continue
        results = topics[path.stem] = {}
        for part in re.split(r"(?m)^#%% ", path.read_text(encoding="utf-8"))[1:]:
            name, _, source = part.partition("\n")
            assert name not in results, f"{path.stem}/{name} is there twice"
            results[name] = isolated(source)
    return topics


def main():
    if sys.argv[1:] == ["--print"]:
        print(json.dumps(results_of_all()))
        return
    made = []
    for seed in "01":
        command = [sys.executable, __file__, "--print"]
        done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        made.append(json.loads(done.stdout))
    for topic, results in made[0].items():
        unsteady = [name for name, result in results.items() if result != made[1][topic][name]]
        assert not unsteady, f"{topic}: {unsteady} depend on the hash seed"
        text = json.dumps({"python": platform.python_version(), "results": results}, indent=1, ensure_ascii=False)
        (HERE / f"{topic}.json").write_text(text + "\n", encoding="utf-8")


main()
