"""Makes src/names.txt: the characters of fonts/DejaVuSans.ttf by name, sorted by name. Needs fonttools."""

import pathlib
import unicodedata

from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
characters = TTFont(HERE.parent / "fonts" / "DejaVuSans.ttf").getBestCmap()
names = sorted((unicodedata.name(chr(c)), c) for c in characters if unicodedata.name(chr(c), None))
text = "".join(f"{name};{c:X}\n" for name, c in names)
(HERE / "src" / "names.txt").write_text(text, encoding="ascii", newline="\n")
