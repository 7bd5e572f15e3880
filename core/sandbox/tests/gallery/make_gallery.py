"""Runs the scripts of the gallery in real Python and keeps what they draw and print in goldens/.

    python make_gallery.py [NAME ...]      # all scripts, or those whose path contains a NAME

Needs CPython 3.12 and requirements.txt. goldens/CLASS/NAME.png is the script's first result picture (further ones are
NAME-2.png and so on), goldens/CLASS/NAME.json what it printed, the names of the pictures and, for each picture, where
matplotlib put its marks and texts, in pixels from the top left corner. For Pillow, "texts" are the boxes of all texts
drawn. Result pictures are found as the sandbox finds them: the variable processed_path, else printed paths, else all
that was saved or shown. A picture is kept as it was given to the encoder, because the sandbox's files are exact even if
they are named .jpg.
"""

import concurrent.futures
import io
import json
import math
import os
import pathlib
import random
import re
import string
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
CLASSES = ("pil", "opencv", "matplotlib", "mixed")
MOST_POINTS = 40
DIRECTORY, INPUT = "/output", "/input/image.png"


class Saved:
    """Pictures by the paths they were saved under, in the order of their first save."""

    def __init__(self):
        self.pictures = {}
        self.marks = {}
        self.pending = None

    def keep(self, path, picture):
        self.pictures[os.path.normpath(str(path))] = picture.convert("RGBA")


def hook_pillow(saved, texts):
    import matplotlib
    from PIL import Image, ImageDraw, ImageFont

    fonts = pathlib.Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    real_font = ImageFont.truetype

    def truetype(font=None, size=10, *rest, **options):
        if isinstance(font, (str, os.PathLike)):
            name = os.path.basename(str(font)).lower()
            if not name.endswith((".ttf", ".otf", ".ttc")):
                raise OSError("cannot open resource")
            if any(word in name for word in ("mono", "cour", "consol", "typewriter")):
                font = fonts / "DejaVuSansMono.ttf"
            elif any(word in name for word in ("bold", "black", "heavy", "arialbd", "timesbd", "calibrib")):
                font = fonts / "DejaVuSans-Bold.ttf"
            else:
                font = fonts / "DejaVuSans.ttf"
        return real_font(font, size, *rest, **options)

    ImageFont.truetype = truetype
    real_save = Image.Image.save

    def save(self, fp, format=None, **options):
        real_save(self, fp, format, **options)
        if isinstance(fp, (str, os.PathLike)) and saved.pending is None:
            saved.keep(fp, self)

    Image.Image.save = save
    real_text = ImageDraw.ImageDraw.text

    def text(self, xy, text, fill=None, font=None, *rest, **options):
        names = ("anchor", "spacing", "align", "direction", "features", "language", "stroke_width")
        given = dict(zip(names, rest), **{k: v for k, v in options.items() if k in names})
        if font is None and "font_size" in options:
            given["font_size"] = options["font_size"]
        box = self.textbbox(xy, text, font, **given)
        texts.append([text, *[round(float(side), 2) for side in box]])
        return real_text(self, xy, text, fill, font, *rest, **options)

    ImageDraw.ImageDraw.text = text


def hook_opencv(saved):
    import cv2
    from PIL import Image

    real_write = cv2.imwrite

    def imwrite(filename, img, params=None):
        done = real_write(filename, img) if params is None else real_write(filename, img, params)
        if img.ndim == 3 and img.shape[2] == 4:
            picture = Image.fromarray(cv2.cvtColor(img, cv2.COLOR_BGRA2RGBA))
        elif img.ndim == 3 and img.shape[2] == 3:
            picture = Image.fromarray(cv2.cvtColor(img, cv2.COLOR_BGR2RGB))
        else:
            picture = Image.fromarray(img.reshape(img.shape[:2]))
        saved.keep(filename, picture)
        return done

    cv2.imwrite = imwrite


def hook_matplotlib(saved):
    import matplotlib
    import numpy

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    real_print = FigureCanvasAgg._print_pil

    def print_pil(self, target, fmt, pil_kwargs, metadata=None):
        outer = saved.pending
        saved.pending = target
        try:
            real_print(self, target, fmt, pil_kwargs, metadata)
        finally:
            saved.pending = outer
        if isinstance(target, (str, os.PathLike)):
            saved.keep(target, Image.fromarray(numpy.array(self.buffer_rgba())))
            saved.marks[os.path.normpath(str(target))] = marks_of(self.figure, self.get_renderer())

    FigureCanvasAgg._print_pil = print_pil
    shown = []

    def show(*_, **__):
        for number in plt.get_fignums():
            shown.append(number)
            plt.figure(number).savefig(os.path.join(saved.directory, f"figure_{len(shown)}.png"))
        plt.close("all")

    plt.show = show
    matplotlib.figure.Figure.show = lambda self, warn=True: None
    real_imsave = plt.imsave

    def imsave(fname, arr, **options):
        real_imsave(fname, arr, **options)
        saved.keep(fname, Image.open(fname))

    plt.imsave = imsave


def marks_of(figure, renderer):
    """Where the marks and texts of a figure are, in pixels from the top left corner."""
    import numpy as np
    from matplotlib.collections import LineCollection, PathCollection, PolyCollection
    from matplotlib.text import Text
    from matplotlib.patches import Arc, Ellipse, FancyArrowPatch, FancyBboxPatch, Polygon, Rectangle, Wedge
    from matplotlib.quiver import Barbs, Quiver
    from matplotlib.transforms import IdentityTransform

    height, width = renderer.height, renderer.width
    found = []

    def pixels(points, transform, within):
        points = np.asarray(points, dtype=float).reshape(-1, 2)
        points = transform.transform(points)
        points = points[np.isfinite(points).all(axis=1)]
        x0, y0, x1, y1 = within.extents
        inside = (points[:, 0] >= x0 - 0.01) & (points[:, 0] <= x1 + 0.01)
        inside &= (points[:, 1] >= y0 - 0.01) & (points[:, 1] <= y1 + 0.01)
        points = points[inside]
        step = max(1, math.ceil(len(points) / MOST_POINTS))
        return [[round(float(x), 2), round(float(height - y), 2)] for x, y in points[::step]]

    def box(extent):
        x0, y0, x1, y1 = extent.extents
        return [round(float(v), 2) for v in (x0, height - y1, x1, height - y0)]

    def keep(kind, what):
        if what:
            found.append({kind: what})

    # Artists of axes in space have the places on the page that they were drawn at last.
    flat = [axes for axes in figure.axes if axes.get_visible() and axes.name in ("rectilinear", "3d")]
    for axes in flat:
        within = axes.get_window_extent(renderer)
        for line in axes.lines:
            if line.get_visible() and line.get_linestyle() not in ("None", "", " "):
                keep("line", pixels(line.get_xydata(), line.get_transform(), within))
            elif line.get_visible() and line.get_marker() not in ("None", "", " ", None):
                keep("points", pixels(line.get_xydata(), line.get_transform(), within))
        for collection in axes.collections:
            if not collection.get_visible():
                continue
            if isinstance(collection, PathCollection):
                keep("points", pixels(collection.get_offsets(), collection.get_offset_transform(), within))
            elif isinstance(collection, LineCollection):
                for segment in collection.get_segments()[:MOST_POINTS]:
                    keep("line", pixels(segment, collection.get_transform(), within))
            elif isinstance(collection, (Quiver, Barbs)):
                # Outlines around points.
                places = collection.get_offset_transform().transform(collection.get_offsets())
                for path, place in zip(collection.get_paths(), places):
                    outline = collection.get_transform().transform(path.vertices[:-1]) + place
                    keep("line", pixels(outline, IdentityTransform(), within))
            elif isinstance(collection, PolyCollection) and type(collection) is not PolyCollection:
                for path in collection.get_paths():
                    keep("line", pixels(path.vertices[:-1], collection.get_transform(), within))
        for patch in axes.patches:
            if not patch.get_visible() or isinstance(patch, (FancyArrowPatch, FancyBboxPatch, Arc)):
                continue
            path = patch.get_path().transformed(patch.get_transform())
            # A part of a ring has nothing at the centre.
            if isinstance(patch, Wedge) and patch.width is None:
                keep("points", pixels([patch.center], patch.get_data_transform(), within))
            elif isinstance(patch, Ellipse):
                keep("points", pixels([patch.center], patch.get_data_transform(), within))
            elif isinstance(patch, (Rectangle, Polygon, Wedge)):
                extent = path.get_extents()
                if (extent.width or extent.height) and within.padded(0.5).count_contains(extent.corners()) == 4:
                    keep("box", box(extent))
        for image in axes.images:
            extent = image.get_window_extent(renderer)
            if within.padded(0.5).count_contains(extent.corners()) == 4:
                keep("box", box(extent))
    texts = []

    def keep_text(text):
        if text.get_visible() and text.get_text().strip():
            sides = box(Text.get_window_extent(text, renderer))
            if sides[2] > 0 and sides[3] > 0 and sides[0] < width and sides[1] < height:
                texts.append([text.get_text(), *sides])

    def keep_solid(axes):
        """Labels of axes in space, and texts that stand in space, which are moved only while they are drawn."""
        from mpl_toolkits.mplot3d import art3d, proj3d

        for text in axes.texts:
            if not isinstance(text, art3d.Text3D):
                keep_text(text)
                continue
            at = np.array([text._x, text._y, text._z], dtype=float)
            (x, u), (y, v), _ = proj3d.proj_transform(*np.stack([at, at + text._dir_vec]).T, axes.M)
            held = text._x, text._y, text._rotation
            text._x, text._y = x, y
            text._rotation = art3d._norm_text_angle(math.degrees(math.atan2(v - y, u - x)))
            keep_text(text)
            text._x, text._y, text._rotation = held
        for axis in axes._axis_map.values() if axes._axis3don else ():
            for updated in axis._update_all_positions():
                for tick in updated.ticks or ():
                    keep_text(tick.label1)
                if updated.label is not None:
                    keep_text(updated.label)

    for axes in flat:
        shown = axes.axison
        if axes.name == "3d":
            keep_solid(axes)
        for text in axes.texts if axes.name != "3d" else ():
            keep_text(text)
        for text in (axes.title, axes._left_title, axes._right_title):
            keep_text(text)
        for axis in (axes.xaxis, axes.yaxis):
            if shown and axis.get_visible():
                keep_text(axis.label)
                for tick in axis._update_ticks():
                    keep_text(tick.label1)
                    keep_text(tick.label2)
        legend = axes.get_legend()
        if legend is not None:
            for text in legend.get_texts():
                keep_text(text)
    for text in figure.texts:
        keep_text(text)
    return {"marks": found, "texts": texts}


def run_one(path, directory):
    """Runs one script in this process; returns its results."""
    source = path.read_text()
    given = re.search(r"^# input: (\w+)$", source, re.MULTILINE)
    picture = HERE / "inputs" / f"{given[1] if given else 'triangle'}.png"
    saved, texts = Saved(), []
    saved.directory = directory
    hook_pillow(saved, texts)
    kind = path.parent.name
    if kind in ("opencv", "mixed"):
        hook_opencv(saved)
    if kind in ("matplotlib", "mixed"):
        hook_matplotlib(saved)
    from PIL import Image

    names = {"os": os, "random": random, "string": string, "math": math, "json": json, "Image": Image}
    names.update(__name__="__main__", image_path=str(picture), temp_output_dir=directory)
    real_out, sys.stdout = sys.stdout, io.StringIO()
    try:
        exec(compile(source, str(path), "exec"), names)
    finally:
        printed, sys.stdout = sys.stdout.getvalue(), real_out

    def path_of(line):
        for text in [line.strip(), *[part.strip() for part in line.split(":", 1)[1:]]]:
            if os.path.normpath(text) in saved.pictures:
                return os.path.normpath(text)

    out, named = "", []
    for line in printed.splitlines(keepends=True):
        place = path_of(line)
        if place:
            named.append(place)
        else:
            out += line
    results = names.get("processed_path") or []
    results = [results] if isinstance(results, (str, os.PathLike)) else list(results)
    results = [os.path.normpath(str(p)) for p in results if os.path.normpath(str(p)) in saved.pictures]
    results = list(dict.fromkeys(results or named or saved.pictures))[:10]
    assert results, "no result picture"
    out = out.replace(str(picture), INPUT).replace(directory, DIRECTORY)
    pictures = [saved.pictures[p] for p in results]
    marks = [saved.marks.get(p, {}) for p in results]
    outcome = {"out": out, "images": [os.path.basename(p) for p in results]}
    if any(marks):
        outcome["marks"] = [m.get("marks", []) for m in marks]
        outcome["texts"] = [m.get("texts", []) for m in marks]
    elif texts:
        outcome["texts"] = [texts]
    return outcome, pictures


def keep(path):
    with tempfile.TemporaryDirectory() as directory:
        outcome, pictures = run_one(path, directory)
    target = HERE / "goldens" / path.parent.name
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob(f"{path.stem}-*.png"):
        if re.fullmatch(rf"{re.escape(path.stem)}-\d+", old.stem):
            old.unlink()
    for index, picture in enumerate(pictures, 1):
        if picture.getextrema()[3] == (255, 255):
            picture = picture.convert("RGB")
            if all(r == g == b for r, g, b in (c for _, c in picture.getcolors(1 << 20) or [(0, (0, 1, 2))])):
                picture = picture.convert("L")
        name = f"{path.stem}.png" if index == 1 else f"{path.stem}-{index}.png"
        picture.save(target / name, optimize=True)
    text = json.dumps(outcome, ensure_ascii=False, separators=(",", ":"))
    (target / f"{path.stem}.json").write_text(text + "\n")


def start(path):
    run = subprocess.run(
        [sys.executable, __file__, "--one", str(path)], capture_output=True, text=True, timeout=60
    )
    return path, run.returncode, run.stderr


def main():
    if sys.argv[1:2] == ["--one"]:
        return keep(pathlib.Path(sys.argv[2]))
    assert sys.version_info[:2] == (3, 12), "the goldens are made with CPython 3.12"
    scripts = [p for c in CLASSES for p in sorted((HERE / "scripts" / c).glob("*.py"))]
    wanted = sys.argv[1:]
    scripts = [p for p in scripts if not wanted or any(w in f"{p.parent.name}/{p.stem}" for w in wanted)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path, code, errors in pool.map(start, scripts):
            if code:
                failed += 1
                print(f"{path.parent.name}/{path.stem}: {errors[-300:]}", file=sys.stderr)
    print(f"{len(scripts) - failed} of {len(scripts)} made")
    return failed


if __name__ == "__main__":
    sys.exit(main())
