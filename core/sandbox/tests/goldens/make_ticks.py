"""Tick places and labels of the real matplotlib: ticks.json. Run with the pinned packages of the gallery."""

import itertools
import json
import pathlib

import numpy as np
from matplotlib import ticker


class Axis(ticker._DummyAxis):
    """An axis without a figure: only what locators and formatters ask for."""

    axis_name = "x"

    def __init__(self, low, high, room=9, minpos=1e-3):
        super().__init__(minpos)
        self.set_view_interval(low, high)
        self.room = room

    def get_tick_space(self):
        return self.room

    def get_scale(self):
        return "linear"

    def get_transform(self):
        return None


def on(thing, axis):
    thing.set_axis(axis)
    return thing


VIEWS = [
    (0, 1), (-0.05, 1.05), (0, 10), (-4.95, 103.95), (3, 7), (0.0012, 0.0097), (-1, 1), (99990, 100010),
    (1e6, 1.00001e6), (1e-9, 9e-9), (-3.3e7, 2e8), (12345.67, 12345.69), (5, 5), (0, 0), (1900, 2024),
    (0, 6.283185307179586), (-0.5, 511.5), (100, 100.5), (-1e5, -0.99e5), (0.3, 1e3), (1e-20, 1e20),
    (0, 255), (-17, -2), (1e10, 1.0000001e10), (0.1, 0.2), (2, 1e6), (9.5, 10.5), (-0.0004, 0.0004),
]


def locate():
    for (low, high), room in itertools.product(VIEWS, [1, 3, 6, 9]):
        axis = Axis(low, high, room)
        kinds = {
            "auto": ticker.AutoLocator(),
            "max5": ticker.MaxNLocator(5),
            "integer": ticker.MaxNLocator(integer=True),
            "pruned": ticker.MaxNLocator(6, prune="both", steps=[1, 2, 5, 10]),
            "symmetric": ticker.MaxNLocator(7, symmetric=True, min_n_ticks=4),
            "linear": ticker.LinearLocator(5),
        }
        if high - low < 30:
            kinds["multiple"] = ticker.MultipleLocator(0.25, 0.1)
        if high > 0 and high > low:
            kinds["log"] = ticker.LogLocator()
            kinds["log_minor"] = ticker.LogLocator(subs="auto")
            kinds["log2"] = ticker.LogLocator(2.0)
            kinds["log_all"] = ticker.LogLocator(subs="all")
            kinds["log_subs"] = ticker.LogLocator(subs=[1, 2, 5], numticks=12)
        for kind, locator in kinds.items():
            if room != 9 and kind not in ("auto", "log", "log_minor", "log2"):
                continue
            places = [float(place) for place in on(locator, axis)()]
            if kind == "auto" and high > low:
                axis.get_majorticklocs = lambda: np.array(places)
                minor = [float(place) for place in on(ticker.AutoMinorLocator(), axis)()]
                yield {"kind": "auto_minor", "view": [low, high], "room": room, "major": places, "places": minor}
            yield {"kind": kind, "view": [low, high], "room": room, "major": [], "places": places}


def label():
    for low, high in VIEWS:
        axis = Axis(low, high)
        places = [float(place) for place in on(ticker.AutoLocator(), axis)()]
        scalars = {
            "scalar": ticker.ScalarFormatter(),
            "no_offset": ticker.ScalarFormatter(useOffset=False),
            "math": ticker.ScalarFormatter(useMathText=True),
        }
        if high > low:
            scalars["offset"] = ticker.ScalarFormatter(useOffset=5.0)
        narrow = ticker.ScalarFormatter()
        narrow.set_powerlimits((-2, 3))
        scalars["limits"] = narrow
        plain = ticker.ScalarFormatter()
        plain.set_scientific(False)
        scalars["plain"] = plain
        for kind, formatter in scalars.items():
            labels = on(formatter, axis).format_ticks(places)
            yield {"kind": kind, "view": [low, high], "places": places, "labels": labels,
                   "offset": formatter.get_offset()}
        one = on(ticker.ScalarFormatter(), axis).format_ticks(places[1:2])
        yield {"kind": "scalar", "view": [low, high], "places": places[1:2], "labels": one, "offset": None}
        others = {
            "percent": ticker.PercentFormatter(),
            "percent1": ticker.PercentFormatter(1.0, decimals=1),
        }
        if high > low:
            others["engineering"] = ticker.EngFormatter("Hz")
            others["engineering2"] = ticker.EngFormatter(places=2, sep="")
        for kind, formatter in others.items():
            labels = on(formatter, axis).format_ticks(places)
            yield {"kind": kind, "view": [low, high], "places": places, "labels": labels, "offset": None}
        if not 0 < low < high / 1.001:
            continue
        logs = {
            "log": ticker.LogFormatterSciNotation(),
            "log_powers": ticker.LogFormatterSciNotation(labelOnlyBase=True),
            "log_math": ticker.LogFormatterMathtext(),
            "log_plain": ticker.LogFormatter(),
            "log_exponent": ticker.LogFormatterExponent(),
        }
        for subs, (kind, formatter) in itertools.product([(1.0,), "auto"], logs.items()):
            places = [float(place) for place in on(ticker.LogLocator(subs=subs), axis)()]
            labels = on(formatter, axis).format_ticks(places)
            yield {"kind": kind, "view": [low, high], "places": places, "labels": labels, "offset": None}


here = pathlib.Path(__file__).parent
golden = {"locators": list(locate()), "formatters": list(label())}
(here / "ticks.json").write_text(json.dumps(golden, ensure_ascii=False, separators=(",", ":")) + "\n")
