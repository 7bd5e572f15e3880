"""Makes cv2_input.png, cv2.json and cv2_frame.json from cv2_cases.py with real OpenCV.

Made with CPython 3.12, opencv-python-headless 4.14.0.94, numpy 2.5.5 and Pillow 13.0.0:

    python make_cv2.py

Every case of cv2_cases.py is a script that leaves its result in `out`: arrays, numbers, or tuples of
them. It stands between PRELUDE, which makes the pictures it uses, and POSTLUDE, which prints the
result: an array by its type, its shape, some of its elements, their sum, and a sum with weights that
tells elements that changed places. The tests run the same three parts in the sandbox.
"""

import contextlib
import io
import json
import pathlib

import cv2
import numpy as np
from PIL import Image

HERE = pathlib.Path(__file__).parent

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


POSTLUDE = """
import json
def plain(value):
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return [[key, plain(item)] for key, item in value.items()]
    if isinstance(value, np.ndarray):
        items = value.ravel().astype(np.float64)
        weights = np.arange(items.size) % 251 + 1
        some = [round(item, 6) for item in items[:: items.size // 40 + 1].tolist()]
        sums = [float(items.sum()), float((items * weights).sum())]
        return {"dtype": str(value.dtype), "shape": list(value.shape), "some": some, "sums": sums}
    if isinstance(value, np.generic):
        return value.item()
    return value
print(json.dumps(plain(out)))
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


def main():
    Image.fromarray(make_input()).save(HERE / "cv2_input.png", optimize=True)
    golden = []
    for name, source in cases():
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(PRELUDE + source + POSTLUDE, {"image_path": str(HERE / "cv2_input.png")})
        result = json.loads(printed.getvalue(), parse_constant=lambda name: None)
        golden.append({"name": name, "source": source, "result": result})
    lines = ",\n".join(json.dumps(case) for case in golden)
    (HERE / "cv2.json").write_text("[\n" + lines + "\n]\n")
    (HERE / "cv2_frame.json").write_text(json.dumps([PRELUDE, POSTLUDE]) + "\n")


if __name__ == "__main__":
    main()
