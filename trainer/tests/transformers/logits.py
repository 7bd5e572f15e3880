"""What transformers makes of a folder that the trainer wrote: prints the token ids of a conversation and their logits.

    python logits.py FOLDER CASE.json PICTURE.png [--adapter ADAPTER]

FOLDER is opened by the Auto classes alone; with --adapter, PEFT puts the adapters over it. CASE.json has `messages` in
the form of chat templates and `tail`, the number of last tokens whose logits are told. Needs the packages of
tests/requirements.txt; run by `cargo xtask test python-transformers`.
"""

import argparse
import json
import pathlib

import torch
from PIL import Image
from transformers import AutoModelForImageTextToText, AutoProcessor

flags = argparse.ArgumentParser()
flags.add_argument("folder")
flags.add_argument("case")
flags.add_argument("picture")
flags.add_argument("--adapter")
flags = flags.parse_args()

case = json.loads(pathlib.Path(flags.case).read_text())
processor = AutoProcessor.from_pretrained(flags.folder)
model = AutoModelForImageTextToText.from_pretrained(flags.folder, dtype=torch.float32).eval()
if flags.adapter:
    from peft import PeftModel

    model = PeftModel.from_pretrained(model, flags.adapter)

text = processor.apply_chat_template(case["messages"], add_generation_prompt=True, tokenize=False)
picture = Image.open(flags.picture).convert("RGB")
inputs = processor(text=[text], images=[picture], return_tensors="pt")
with torch.no_grad():
    logits = model(**inputs).logits[0, -case["tail"] :]
print(json.dumps({"ids": inputs["input_ids"][0].tolist(), "logits": logits.tolist()}))
