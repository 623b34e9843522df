"""The command `tables`: raw tables to trained networks, beside scikit-learn, and files beside pandas."""

import json
import platform

import csv_reading
import datasets
from programs import Programs, Progress, as_far_as_it_goes
from steps.stamps import fingerprint, is_current, write_whole


def run(options, checkout):
    """Returns 0 if everything was run, whatever the verdicts are."""
    folder, progress = checkout.root / "target" / "tables", Progress()
    ours, reading = [], []

    def measure():
        datasets.write(checkout.root, folder)
        if "fits" in options.only:
            run_rivals(programs, folder, progress)
            for result in programs.results("tables", *programs.java("pathprox.benchmark.tables.TableFits", folder)):
                progress(f"{result['table']}, split {result['split']}: {result['measure']:.4f}")
                ours.append(result)
        if "reading" in options.only:
            reading.extend(csv_reading.measure(programs, folder))

    with Programs(checkout) as programs:
        code = as_far_as_it_goes(measure)
        file = programs.target(options)
        if "fits" in options.only:
            programs.show("pathprox.benchmark.tables.TablesReport", folder, file,
                          content={"ours": ours, "rows": reading})
        else:
            programs.show("pathprox.benchmark.report.Report", file,
                          content={"text": "Files beside pandas", "quick": False, "rows": reading})
    return code


def run_rivals(programs, folder, progress):
    """Fits the rivals to all tables whose results, which depend on nothing of ours, are not there yet."""
    checkout = programs.checkout
    program = checkout.python / "scikit_learn.py"
    for table in datasets.TABLES:
        files = [checkout.requirements, program, *sorted((folder / table.name).glob("*.csv"))]
        texts = [file.read_text(encoding="utf-8") for file in files]
        expected = fingerprint([platform.python_version(), table, *texts])
        stamp, file = (folder / table.name / name for name in ("rivals-stamp", "rivals.json"))
        if not is_current(stamp, expected):
            progress(f"fitting scikit-learn to {table.name}", may_take_long=True)
            command = [checkout.venv_python, program, folder, table.name]
            versions, *results = programs.results("tables-python", *command)
            write_whole(file, json.dumps({"versions": versions, "results": results}, indent=2) + "\n")
            write_whole(stamp, expected)
