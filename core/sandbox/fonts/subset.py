"""Makes the fonts that pack.py packs: DejaVu 2.37 without hinting, layout tables and the scripts that drawings do not need.

    python subset.py FOLDER      # that holds DejaVuSans.ttf and its siblings

Needs fonttools 4.68.0. What is left is a fifth of the size, which every visitor of the page downloads. Outlines,
advances and kerning stay as they are, so text keeps its measures.
"""

import pathlib
import sys

from fontTools import subset

HERE = pathlib.Path(__file__).parent

# Latin, Greek and Cyrillic with their punctuation, and the mathematics that people write.
TEXT = """20-7E A0-17F 192 218-21B 2B0-2DD 300-308 30A-30C 370-3FF 400-45F 490-491 1E9E 2010-2027 2030-205E 2070-209C
20A0-20BF 20D0 20D1 20D7 2100-214F 2150-215E 2190-21FF 2200-22FF 2308-230B 25A0-25FF FB00-FB04 FFFD"""
# What the plain face has beyond that: more letters, and signs by which drawings mark and count.
SIGNS = """180-24F 309 30D-345 1E80-1E85 1EF2-1EF3 2160-2188 2300-2307 2329-232A 2460-2473 2500-259F 2600-266F 2680-2685
2701-2767 2776-2794 2798-27BE 27E6-27EB 27F5-27FF 29EB 2A00-2A0C 2A2F 2A7D 2A7E"""

FACES = {
    "DejaVuSans": TEXT + " " + SIGNS,
    "DejaVuSans-Bold": TEXT,
    "DejaVuSansMono": TEXT + " 2500-259F",
}


def characters(ranges):
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def make(source, name, ranges):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.legacy_kern = True
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "FFTM", "gasp"]
    options.name_IDs = [0, 1, 2]
    font = subset.load_font(str(source / f"{name}.ttf"), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters(ranges))
    subsetter.subset(font)
    subset.save_font(font, str(HERE / f"{name}.ttf"), options)


for name, ranges in FACES.items():
    make(pathlib.Path(sys.argv[1]), name, ranges)
