"""Contours by contourpy's serial algorithm and levels by matplotlib: contours.json. Run with the pinned packages of
the gallery."""

import json
import pathlib

import contourpy
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np


def length(lines):
    return float(sum(np.hypot(*np.diff(line, axis=0).T).sum() for line in lines))


def pieces(points, offsets):
    return [points[a:b] for a, b in zip(offsets[:-1], offsets[1:])]


rng = np.random.default_rng(5)
grids = []
for rows, columns in [(2, 2), (2, 2), (3, 4), (6, 7), (9, 8)]:
    values = np.round(rng.uniform(0, 10, (rows, columns)), 3)
    if (rows, columns) == (2, 2) and not grids:
        values = np.array([[0.0, 9.0], [8.0, 1.0]])
    case = {"columns": columns, "values": values.ravel().tolist(), "lines": [], "areas": []}
    generator = contourpy.contour_generator(z=values, name="serial", line_type="Separate", fill_type="OuterOffset")
    for level in (1.234, 4.321, 4.9, 7.77):
        lines = generator.lines(level)
        case["lines"].append([level, len(lines), length(lines)])
    for low, high in ((1.234, 4.321), (3.1, 6.2), (4.321, 20.0), (-5.0, 4.9)):
        size = total = 0.0
        for points, offsets in zip(*generator.filled(low, high)):
            for line in pieces(points, offsets):
                x, y = line.T
                size += float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2)
                total += length([line])
        case["areas"].append([low, high, size, total])
    grids.append(case)
levels = []
for low, high in ((0, 1), (-1.07, 1.13), (3, 977), (0.1, 0.2), (-5e-7, 4e-6)):
    data = np.linspace(low, high, 12).reshape(3, 4)
    for count in (None, 4, 15):
        made = plt.contourf(data, count) if count else plt.contourf(data)
        levels.append({"data": [low, high, count or 7], "levels": made.levels.tolist()})
        plt.close("all")
path = pathlib.Path(__file__).parent / "contours.json"
path.write_text(json.dumps({"grids": grids, "levels": levels}, separators=(",", ":")) + "\n")
