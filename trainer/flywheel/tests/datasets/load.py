"""Loads data sets of every form with the package `datasets` and compares them with what the flywheel says of them.

Usage: load.py FOLDER, where FOLDER holds `parquet`, `jsonl`, `jsonl-bytes` and `expected.json`.
"""

import base64
import io
import json
import sys
from pathlib import Path

from datasets import Image, load_dataset
from PIL import Image as Pillow


def compare(dataset, wanted, form):
    """Every row has the expected texts, numbers, lists and pixels."""
    assert len(dataset) == len(wanted), (form, len(dataset), len(wanted))
    for row, expected in zip(dataset, wanted):
        place = (form, expected["id"])
        for field in ["id", "question", "tool_code", "CoT_with_code", "answer", "task", "family", "level"]:
            assert row[field] == expected[field], (place, field, row[field], expected[field])
        for field in ["choices", "knowledge", "tools"]:
            assert list(row[field]) == expected[field], (place, field, row[field])
        assert json.loads(row["marks"]) == expected["marks"], place
        for field in ["image", "edited_image"]:
            picture = row[field]
            assert isinstance(picture, Pillow.Image), (place, field, type(picture))
            assert picture.size == (expected["width"], expected["height"]), (place, picture.size)
            pixels = [list(picture.convert("RGB").getpixel(tuple(at))) for at in expected["at"]]
            assert pixels == expected["pixels"][field], (place, field, pixels)


def decoded(row):
    """A row of the form with bytes: base64 becomes a picture."""
    for field in ["image", "edited_image"]:
        row[field] = {"bytes": base64.b64decode(row[field]["bytes"]), "path": row[field]["path"]}
    return row


def main(folder):
    expected = json.loads((folder / "expected.json").read_text())
    compared = 0
    for kind, splits in expected.items():
        for split, wanted in splits.items():
            start = f"{kind}/{split}-*"

            files = str(folder / "parquet" / f"{start}.parquet")
            compare(load_dataset("parquet", data_files={split: files}, split=split), wanted, "parquet")
            compare(load_dataset(str(folder / "parquet"), kind, split=split), wanted, "card")
            streamed = load_dataset("parquet", data_files={split: files}, split=split, streaming=True)
            compare(list(streamed), wanted, "streamed")

            rows = load_dataset("json", data_files={split: str(folder / "jsonl" / f"{start}.jsonl")}, split=split)
            for field in ["image", "edited_image"]:
                beside = folder / "jsonl" / kind
                rows = rows.map(lambda row: {field: str(beside / row[field])}).cast_column(field, Image())
            compare(rows, wanted, "jsonl")

            files = str(folder / "jsonl-bytes" / f"{start}.jsonl")
            rows = load_dataset("json", data_files={split: files}, split=split)
            pictures = []
            for row in rows:
                row = decoded(row)
                for field in ["image", "edited_image"]:
                    row[field] = Pillow.open(io.BytesIO(row[field]["bytes"]))
                pictures.append(row)
            compare(pictures, wanted, "jsonl-bytes")
            compared += len(wanted)
    assert compared > 0, "nothing was compared"
    print(f"{compared} problems are the same in every form")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
