"""The colour tables of the real matplotlib: src/mpl/colormap/tables.bin, and samples for the tests:
colormaps.json. Run with the pinned packages of the gallery.

A table holds, for red, green and blue, `floor(510 * value)` of every entry: with this the entry's byte comes out right
both when cut off (`255 * value`, as matplotlib does for images) and when rounded (as Agg does for marks).
First comes the first entry in two bytes, big-endian, then every difference in one.
"""

import json
import pathlib

import matplotlib
import numpy as np
from matplotlib import colors

HERE = pathlib.Path(__file__).parent
ROOM = HERE.parents[1] / "src" / "mpl" / "colormap"
# In the order of `tables.rs`.
TABLES = [
    "viridis", "plasma", "inferno", "magma", "cividis", "turbo", "twilight", "coolwarm", "jet", "hsv", "hot",
    "rainbow", "gnuplot", "gnuplot2", "cubehelix", "terrain", "ocean", "gist_earth", "gist_ncar", "gist_rainbow",
    "gist_stern", "gist_heat", "nipy_spectral", "pink", "bone", "copper", "CMRmap", "Wistia", "afmhot",
]


def entries(name):
    cmap = matplotlib.colormaps[name]
    return np.asarray(cmap(np.arange(cmap.N)))[:, :3]


data = bytearray()
for name in TABLES:
    for channel in np.floor(entries(name) * 510 + 1e-9).astype(int).T:
        steps = np.diff(channel)
        wide = np.abs(steps) > 127
        assert not wide.any(), (name, steps[wide])
        data += int(channel[0]).to_bytes(2, "big")
        data += bytes(int(step) & 255 for step in steps)
(ROOM / "tables.bin").write_bytes(data)

samples = {}
for name in sorted(matplotlib.colormaps):
    cmap = matplotlib.colormaps[name]
    if name.endswith("_r") or name in ("berlin", "managua", "vanimo"):
        continue
    at = [0.0, 0.1, 0.25, 0.37, 0.5, 0.501, 0.75, 0.9, 1.0]
    samples[name] = {
        "n": cmap.N,
        "cut": cmap(at, bytes=True)[:, :3].tolist(),
        "rounded": [[int(round(v * 255)) for v in cmap(x)[:3]] for x in at],
        "seven": [[int(v * 255) for v in cmap.resampled(7)(x)[:3]] for x in at],
        "reversed": cmap.reversed()(at, bytes=True)[:, :3].tolist(),
    }
own = colors.LinearSegmentedColormap.from_list("own", [(0, "red"), (0.3, "#00ff0080"), (1, "blue")], N=17, gamma=1.5)
lists = [[float(v) for v in own(x)] for x in at]
norms = {}
values = [-1.0, 0.0, 0.5, 1.0, 2.5, 7.0, 10.0, 100.0, 1000.0]
for name, norm in {
    "linear": colors.Normalize(0.5, 10),
    "clipped": colors.Normalize(0.5, 10, clip=True),
    "log": colors.LogNorm(0.5, 100),
    "boundary": colors.BoundaryNorm([0, 1, 2.5, 7, 100], 256),
    "boundary_few": colors.BoundaryNorm([0, 1, 2.5, 7, 100], 4),
    "boundary_both": colors.BoundaryNorm([0, 1, 2.5, 7, 100], 256, extend="both"),
    "two_slope": colors.TwoSlopeNorm(2.5, 0, 100),
    "centered": colors.CenteredNorm(1.0, 5.0),
    "power": colors.PowerNorm(0.5, 0, 100),
    "symlog": colors.SymLogNorm(1.0, vmin=-10, vmax=100, base=10),
}.items():
    result = np.ma.asarray(norm(np.array(values)))
    norms[name] = [None if m or not np.isfinite(v) else float(v) for v, m in zip(result.data, np.ma.getmaskarray(result))]
golden = {"at": at, "maps": samples, "from_list": lists, "values": values, "norms": norms}
(HERE / "colormaps.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
