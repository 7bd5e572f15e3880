"""Makes cv2_input.png, cv2.json and cv2.png from cv2_cases.py with real OpenCV.

Made with CPython 3.12, opencv-python-headless 4.14.0.94, numpy 2.5.5 and Pillow 13.0.0:

    python make_cv2.py

Every case of cv2_cases.py is a script that leaves its result in `out`: arrays, numbers, or tuples of
them. The scripts find the pictures of PRELUDE. Results that are pictures of bytes are tiles of
cv2.png, one below the other, channels side by side; other results stand in cv2.json as numbers, long
arrays by a sum and every so manyth element.
"""

import json
import pathlib

import cv2
import numpy as np
from PIL import Image

HERE = pathlib.Path(__file__).parent
WIDTH = 96 * 4
SHOWN = 64

PRELUDE = """
import cv2
import numpy as np
from PIL import Image
sheet = np.array(Image.open(image_path).convert('RGB'))
shapes = np.ascontiguousarray(sheet[0:64, :, ::-1])
noise = np.ascontiguousarray(sheet[64:128, :, ::-1])
ramp = np.ascontiguousarray(sheet[128:192, :, ::-1])
gray = cv2.cvtColor(shapes, cv2.COLOR_BGR2GRAY)
gnoise = cv2.cvtColor(noise, cv2.COLOR_BGR2GRAY)
binary = ((gray < 140) * 255).astype(np.uint8)
"""


def make_input():
    """Three pictures, 96 x 64 each: figures with text, noise, gradients."""
    shapes = np.full((64, 96, 3), 255, np.uint8)
    cv2.rectangle(shapes, (6, 6), (34, 28), (200, 40, 20), -1)
    cv2.rectangle(shapes, (12, 11), (26, 22), (255, 255, 255), -1)
    cv2.rectangle(shapes, (16, 14), (20, 18), (0, 0, 0), -1)
    cv2.circle(shapes, (55, 18), 12, (20, 160, 40), -1)
    cv2.ellipse(shapes, (78, 40), (14, 8), 30, 0, 360, (30, 30, 220), 2)
    cv2.line(shapes, (4, 60), (60, 36), (0, 0, 0), 2)
    cv2.line(shapes, (70, 2), (94, 2), (90, 90, 90), 1)
    cv2.putText(shapes, "Ab3", (4, 52), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (120, 0, 120), 1, cv2.LINE_AA)
    cv2.fillPoly(shapes, [np.array([[80, 8], [92, 12], [88, 24], [84, 14], [76, 22]])], (0, 140, 255))
    noise = np.random.RandomState(7).randint(0, 256, (64, 96, 3)).astype(np.uint8)
    y, x = np.mgrid[0:64, 0:96]
    ramp = np.stack([x * 255 // 95, y * 255 // 63, (x + y) * 255 // 158], axis=2).astype(np.uint8)
    return np.concatenate([shapes, noise, ramp])[:, :, ::-1]


def flat(value):
    """A result as JSON: arrays by type, shape and elements."""
    if isinstance(value, (tuple, list)):
        return [flat(item) for item in value]
    if isinstance(value, dict):
        return [[key, flat(item)] for key, item in value.items()]
    if isinstance(value, np.ndarray):
        return {"dtype": value.dtype.name, "shape": list(value.shape), "items": value.ravel().tolist()}
    if isinstance(value, (np.generic,)):
        return value.item()
    return value


def cases():
    """Names and scripts: a line `# name` begins each."""
    name, lines = None, []
    for line in (HERE / "cv2_cases.py").read_text().splitlines() + ["# end"]:
        if line.startswith("# "):
            if name and any(lines):
                yield name, "\n".join(lines) + "\n"
            name, lines = line[2:], []
        elif name:
            lines.append(line)


def is_picture(value):
    """Whether a result goes to the sheet."""
    return (
        isinstance(value, np.ndarray)
        and value.dtype == np.uint8
        and value.ndim in (2, 3)
        and value.size >= 256
        and value.shape[1] * (value.shape[2] if value.ndim == 3 else 1) <= WIDTH
    )


def main():
    Image.fromarray(make_input()).save(HERE / "cv2_input.png", optimize=True)
    golden, tiles, top = [], [], 0
    for name, source in cases():
        names = {"image_path": str(HERE / "cv2_input.png")}
        exec(PRELUDE + source, names)
        parts = names["out"] if isinstance(names["out"], tuple) else (names["out"],)
        results = []
        for part in parts:
            if is_picture(part):
                picture = part if part.ndim == 2 else np.concatenate(np.moveaxis(part, 2, 0), axis=1)
                tile = np.zeros((picture.shape[0], WIDTH), np.uint8)
                tile[:, : picture.shape[1]] = picture
                tiles.append(tile)
                results.append({"tile": top, "shape": list(part.shape)})
                top += len(tile)
                continue
            value = flat(part)
            if isinstance(value, dict) and len(value["items"]) > SHOWN:
                items = value.pop("items")
                step = len(items) // SHOWN + 1
                value["step"], value["some"] = step, [round(v, 6) for v in items[::step]]
                value["sum"] = float(np.sum(part.astype(np.float64)))
            results.append(value)
        golden.append({"name": name, "source": source, "results": results})
    lines = ",\n".join(json.dumps(case) for case in golden)
    (HERE / "cv2.json").write_text("[\n" + lines + "\n]\n")
    Image.fromarray(np.concatenate(tiles)).save(HERE / "cv2.png", optimize=True)


if __name__ == "__main__":
    main()
