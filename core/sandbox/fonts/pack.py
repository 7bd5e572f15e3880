"""Packs the fonts that subset.py makes into `NAME.glyphs`, the form that the program carries.

    python pack.py

Needs fonttools 4.68.0. A compressor sees streams of one kind each: points are written as WOFF 2 writes them (W3C, WOFF
File Format 2.0, 5.2), all else as numbers of seven bits a byte. `src/font/face.rs` reads it.
"""

import pathlib

from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
STREAMS = (
    "measures advances characters contours lengths flags coordinates parts kern_left kern_right kern_by".split()
)


def number(n):
    out = bytearray()
    while n >= 128:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def signed(n):
    return number(2 * n if n >= 0 else -2 * n - 1)


def triplet(dx, dy, on):
    """A flag and the bytes of a step, as table 2 of the specification gives them."""
    off = 0 if on else 128
    x, y = abs(dx), abs(dy)
    signs = (dx >= 0) + 2 * (dy >= 0)
    if dx == 0 and y < 1280:
        return off + (y >> 8) * 2 + (dy >= 0), [y & 255]
    if dy == 0 and x < 1280:
        return off + 10 + (x >> 8) * 2 + (dx >= 0), [x & 255]
    if 0 < x < 65 and 0 < y < 65:
        x, y = x - 1, y - 1
        return off + 20 + (x & 0x30) + (y >> 4 << 2) + signs, [(x & 15) << 4 | y & 15]
    if 0 < x < 769 and 0 < y < 769:
        x, y = x - 1, y - 1
        return off + 84 + 12 * (x >> 8) + 4 * (y >> 8) + signs, [x & 255, y & 255]
    if x < 4096 and y < 4096:
        return off + 120 + signs, [x >> 4, (x & 15) << 4 | y >> 8, y & 255]
    return off + 124 + signs, [x >> 8, x & 255, y >> 8, y & 255]


def pack(font):
    glyphs, order = font["glyf"], font.getGlyphOrder()
    place = {name: at for at, name in enumerate(order)}
    out = {name: bytearray() for name in STREAMS}
    out["measures"] += number(font["head"].unitsPerEm)
    out["measures"] += signed(font["hhea"].ascent) + signed(font["hhea"].descent)
    before = 0
    for name in order:
        advance, _ = font["hmtx"][name]
        out["advances"] += signed(advance - before)
        before = advance
        glyph = glyphs[name]
        if glyph.isComposite():
            out["contours"] += number(1)
            out["parts"] += number(len(glyph.components))
            for part in glyph.components:
                assert not hasattr(part, "transform"), f"{name}: a part that is turned or scaled"
                out["parts"] += number(place[part.glyphName]) + signed(part.x) + signed(part.y)
            continue
        # None is 0, and 1 says that the glyph is made of others.
        out["contours"] += number(glyph.numberOfContours + 1 if glyph.numberOfContours else 0)
        if not glyph.numberOfContours:
            continue
        last = -1
        for end in glyph.endPtsOfContours:
            out["lengths"] += number(end - last)
            last = end
        at = (0, 0)
        for point, flag in zip(glyph.coordinates, glyph.flags):
            flag, step = triplet(point[0] - at[0], point[1] - at[1], flag & 1)
            out["flags"].append(flag)
            out["coordinates"] += bytes(step)
            at = point
    character, glyph = 0, 0
    for code, name in sorted(font.getBestCmap().items()):
        out["characters"] += number(code - character) + signed(place[name] - glyph - 1)
        character, glyph = code, place[name]
    left, right = 0, 0
    pairs = font["kern"].kernTables[0].kernTable if "kern" in font else {}
    for (a, b), by in sorted(((place[a], place[b]), by) for (a, b), by in pairs.items()):
        right = right if a == left else 0
        out["kern_left"] += number(a - left)
        out["kern_right"] += number(b - right)
        out["kern_by"] += signed(by)
        left, right = a, b
    return b"".join(number(len(stream)) + stream for stream in out.values())


for path in sorted(HERE.glob("*.ttf")):
    path.with_suffix(".glyphs").write_bytes(pack(TTFont(path, recalcBBoxes=False)))
