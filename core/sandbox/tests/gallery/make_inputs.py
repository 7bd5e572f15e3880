"""Draws the pictures that the scripts of the gallery look at: inputs/*.png. Needs requirements.txt."""

import math
import pathlib
import random

import matplotlib
from PIL import Image, ImageDraw, ImageFilter, ImageFont

HERE = pathlib.Path(__file__).parent / "inputs"
FONTS = pathlib.Path(matplotlib.get_data_path()) / "fonts" / "ttf"


def font(size):
    return ImageFont.truetype(str(FONTS / "DejaVuSans.ttf"), size)


def triangle():
    """A triangle ABC with a right angle at C, and its labels."""
    image = Image.new("RGB", (480, 360), "white")
    draw = ImageDraw.Draw(image)
    a, b, c = (80, 290), (410, 290), (200, 70)
    draw.polygon([a, b, c], outline="black", width=2)
    for point, name, at in ((a, "A", (60, 296)), (b, "B", (414, 296)), (c, "C", (192, 40))):
        draw.ellipse([point[0] - 3, point[1] - 3, point[0] + 3, point[1] + 3], fill="black")
        draw.text(at, name, fill="black", font=font(20))
    draw.text((110, 160), "7", fill="black", font=font(18))
    draw.text((312, 160), "9", fill="black", font=font(18))
    draw.text((240, 300), "10", fill="black", font=font(18))
    return image


def bars():
    """A bar chart of five bars with an axis, ticks and names."""
    image = Image.new("RGB", (500, 380), (250, 250, 250))
    draw = ImageDraw.Draw(image)
    draw.text((250, 20), "Fruit sold in May", fill=(30, 30, 30), font=font(18), anchor="mm")
    draw.line([60, 330, 480, 330], fill="black", width=2)
    draw.line([60, 40, 60, 330], fill="black", width=2)
    for value in range(0, 101, 20):
        y = 330 - value * 2.7
        draw.line([55, y, 60, y], fill="black")
        draw.text((50, y), str(value), fill="black", font=font(12), anchor="rm")
        if value:
            draw.line([61, y, 480, y], fill=(220, 220, 220))
    colours = [(31, 119, 180), (255, 127, 14), (44, 160, 44), (214, 39, 40), (148, 103, 189)]
    names = ["Apples", "Pears", "Plums", "Figs", "Limes"]
    for index, (name, value) in enumerate(zip(names, [64, 38, 85, 21, 52])):
        x = 85 + index * 80
        draw.rectangle([x, 330 - value * 2.7, x + 44, 329], fill=colours[index])
        draw.text((x + 22, 346), name, fill="black", font=font(13), anchor="mm")
    return image


def maze():
    """A maze of 10 by 10 cells, 40 pixels each, with an entrance and an exit."""
    rng = random.Random(4)
    cells, side, edge = 10, 40, 10
    east = [[True] * cells for _ in range(cells)]
    south = [[True] * cells for _ in range(cells)]
    seen, path = {(0, 0)}, [(0, 0)]
    while path:
        x, y = path[-1]
        steps = [(x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))]
        steps = [(u, v) for u, v in steps if 0 <= u < cells and 0 <= v < cells and (u, v) not in seen]
        if not steps:
            path.pop()
            continue
        u, v = rng.choice(steps)
        if u != x:
            east[y][min(u, x)] = False
        else:
            south[min(v, y)][x] = False
        seen.add((u, v))
        path.append((u, v))
    size = cells * side + 2 * edge
    image = Image.new("RGB", (size, size), "white")
    draw = ImageDraw.Draw(image)
    for y in range(cells):
        for x in range(cells):
            left, top = edge + x * side, edge + y * side
            if east[y][x] and (x, y) != (cells - 1, cells - 1):
                draw.line([left + side, top, left + side, top + side], fill="black", width=3)
            if south[y][x]:
                draw.line([left, top + side, left + side, top + side], fill="black", width=3)
    draw.line([edge, edge, size - edge, edge], fill="black", width=3)
    draw.line([edge, edge + side, edge, size - edge], fill="black", width=3)
    draw.ellipse([22, 22, 38, 38], fill=(0, 160, 0))
    draw.rectangle([382, 382, 398, 398], fill=(200, 0, 0))
    return image


def scene():
    """Something like a photograph: sky, sun, hills, a house and a tree, soft and noisy."""
    rng = random.Random(11)
    image = Image.new("RGB", (320, 240))
    draw = ImageDraw.Draw(image)
    for y in range(240):
        share = y / 239
        draw.line([0, y, 319, y], fill=(int(90 + 110 * share), int(150 + 70 * share), int(230 - 20 * share)))
    draw.ellipse([235, 22, 279, 66], fill=(255, 236, 140))
    hill = [(x, 160 - 24 * math.sin(x / 47) - 10 * math.cos(x / 19)) for x in range(0, 321, 4)]
    draw.polygon(hill + [(320, 240), (0, 240)], fill=(86, 140, 78))
    near = [(x, 192 + 12 * math.sin(x / 63 + 2)) for x in range(0, 321, 4)]
    draw.polygon(near + [(320, 240), (0, 240)], fill=(58, 104, 52))
    draw.rectangle([70, 140, 140, 200], fill=(176, 112, 84))
    draw.polygon([(60, 140), (105, 104), (150, 140)], fill=(122, 48, 40))
    draw.rectangle([82, 154, 100, 172], fill=(230, 232, 180))
    draw.rectangle([112, 160, 130, 200], fill=(80, 54, 40))
    draw.rectangle([222, 150, 232, 206], fill=(92, 64, 40))
    for x, y, r in ((227, 130, 28), (208, 142, 18), (247, 142, 19)):
        draw.ellipse([x - r, y - r, x + r, y + r], fill=(42, 92, 44))
    image = image.filter(ImageFilter.GaussianBlur(0.8))
    pixels = image.load()
    for _ in range(7000):
        x, y, by = rng.randrange(320), rng.randrange(240), rng.choice((-9, -6, 6, 9))
        pixels[x, y] = tuple(max(0, min(255, value + by)) for value in pixels[x, y])
    return image


def table():
    """A table of five rows and four columns."""
    image = Image.new("RGB", (560, 300), "white")
    draw = ImageDraw.Draw(image)
    rows = [
        ("City", "2021", "2022", "2023"),
        ("Oslo", "412", "437", "455"),
        ("Lima", "903", "871", "940"),
        ("Cairo", "768", "790", "812"),
        ("Delhi", "1290", "1344", "1402"),
    ]
    draw.rectangle([20, 20, 540, 72], fill=(225, 232, 245))
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            draw.text((85 + 130 * x, 46 + 52 * y), text, fill="black", font=font(18), anchor="mm")
    for y in range(6):
        draw.line([20, 20 + 52 * y, 540, 20 + 52 * y], fill=(60, 60, 60), width=2)
    for x in range(5):
        draw.line([20 + 130 * x, 20, 20 + 130 * x, 280], fill=(60, 60, 60), width=2)
    return image


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for make in (triangle, bars, maze, scene, table):
        make().save(HERE / f"{make.__name__}.png", optimize=True)
