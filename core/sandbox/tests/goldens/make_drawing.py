"""Makes drawing.png and text.json from drawing.json and text_cases below with real Pillow.

Made with Python 3.11, Pillow 13.0.0 (raqm 0.11.0, FreeType 2.14.3) and DejaVu Sans 2.37:

    python make_drawing.py

It finds DejaVuSans.ttf among the fonts of the system; another path may be given as an argument.
Every case of drawing.json is a script that draws on `im`, a 48 x 48 image made by the case's `mode`
(RGB) and `base` (white); the results are the tiles of drawing.png, 8 in a row.
"""

import json
import pathlib
import sys

from PIL import Image, ImageColor, ImageDraw, ImageFilter, ImageFont, ImageOps

HERE = pathlib.Path(__file__).parent
TILE = 48
COLUMNS = 8


def drawing():
    cases = json.loads((HERE / "drawing.json").read_text())
    rows = (len(cases) + COLUMNS - 1) // COLUMNS
    sheet = Image.new("RGBA", (COLUMNS * TILE, rows * TILE))
    for index, case in enumerate(cases):
        base = case.get("base", "white")
        base = tuple(base) if isinstance(base, list) else base
        im = Image.new(case.get("mode", "RGB"), (TILE, TILE), base)
        names = {
            "im": im,
            "d": ImageDraw.Draw(im),
            "Image": Image,
            "ImageDraw": ImageDraw,
            "ImageOps": ImageOps,
            "ImageFilter": ImageFilter,
            "ImageColor": ImageColor,
        }
        exec(case["source"], names)
        result = names["im"].convert("RGBA")
        assert result.size == (TILE, TILE), case["name"]
        sheet.paste(result, (index % COLUMNS * TILE, index // COLUMNS * TILE))
    sheet.save(HERE / "drawing.png", optimize=True)


def text(path):
    words = ["A", "Hg", "x", "l", "12.5 cm", "AVATAR To", "B", "_", "angle = 60\u00b0", "\u03c0r\u00b2", "two\nlines"]
    cases = []
    image = ImageDraw.Draw(Image.new("RGB", (10, 10)))
    for size in (8, 11, 16, 24, 40):
        font = ImageFont.truetype(path, size)
        for word in words:
            for anchor in ("la", "mm", "rs", "md") + (() if "\n" in word else ("lt", "rb")):
                box = image.textbbox((50, 40), word, font=font, anchor=anchor)
                length = None if "\n" in word else font.getlength(word)
                case = {"text": word, "size": size, "anchor": anchor, "bbox": box, "length": length}
                cases.append(json.dumps(case))
    lines = "[\n" + ",\n".join(cases) + "\n]\n"
    (HERE / "text.json").write_text(lines)
    picture = Image.new("L", (200, 32), 255)
    ImageDraw.Draw(picture).text((4, 4), "Triangle ABC, 37.5", fill=0, font=ImageFont.truetype(path, 20))
    picture.save(HERE / "text.png", optimize=True)


drawing()
text(sys.argv[1] if len(sys.argv) > 1 else "DejaVuSans.ttf")
