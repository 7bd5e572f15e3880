"""Makes opencv.png from opencv.json with real OpenCV.

Made with Python 3.12, opencv-python-headless 4.14.0.94 and numpy 2.5.5:

    python make_opencv.py

Every case is a script that draws on `img`, an array of 48 x 48 pixels made by the case's `base` (white in three
channels); the results are the tiles of opencv.png, 16 in a row. Colours are shown as OpenCV saves them.
"""

import json
import pathlib

import cv2
import numpy as np

HERE = pathlib.Path(__file__).parent
TILE = 48
COLUMNS = 16
WHITE = "np.full((48, 48, 3), 255, np.uint8)"

cases = json.loads((HERE / "opencv.json").read_text())
rows = (len(cases) + COLUMNS - 1) // COLUMNS
sheet = np.zeros((rows * TILE, COLUMNS * TILE, 4), np.uint8)
for index, case in enumerate(cases):
    names = {"np": np, "cv2": cv2}
    names["img"] = eval(case.get("base", WHITE), names)
    exec(case["source"], names)
    img = names["img"].reshape(TILE, TILE, -1)
    assert img.dtype == np.uint8, case["name"]
    tile = np.full((TILE, TILE, 4), 255, np.uint8)
    tile[..., : img.shape[2]] = img
    if img.shape[2] == 1:
        tile[..., :3] = img
    y, x = index // COLUMNS * TILE, index % COLUMNS * TILE
    sheet[y : y + TILE, x : x + TILE] = tile
cv2.imwrite(str(HERE / "opencv.png"), sheet, [cv2.IMWRITE_PNG_COMPRESSION, 9])
