"""Bins by numpy, box plot and violin statistics by matplotlib: plot_statistics.json. Run with the pinned packages of
the gallery."""

import json
import pathlib

import numpy as np
from matplotlib import cbook, mlab

rng = np.random.default_rng(7)
cases = []
for samples in (rng.normal(5, 2, 200), rng.uniform(0, 1, 17), rng.exponential(3, 60), np.array([1.0, 2, 3, 4, 100])):
    samples = np.round(samples, 4)
    rules = ("auto", "fd", "doane", "scott", "rice", "sturges", "sqrt")
    bins = {rule: len(np.histogram_bin_edges(samples, rule)) - 1 for rule in rules}
    box = cbook.boxplot_stats(samples)[0]
    numbers = [box[key] for key in ("mean", "q1", "med", "q3", "whislo", "whishi", "cilo", "cihi")]
    numbers += sorted(box["fliers"])
    numbers += list(mlab.GaussianKDE(samples).evaluate(np.linspace(samples.min(), samples.max(), 5)))
    cases.append({"samples": samples.tolist(), "bins": bins, "stats": [float(value) for value in numbers]})
path = pathlib.Path(__file__).parent / "plot_statistics.json"
path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
