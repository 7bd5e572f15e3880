"""The runs of decode_bench.rs in PyTorch transformers: same weights, picture, prompt and number of tokens.

usage: decode_peer.py MODEL_FOLDER RUN_FOLDER (which decode_bench.rs filled)
"""

import json
import statistics
import sys
import time
from pathlib import Path

import torch
import transformers
from PIL import Image

model_folder, run_folder = Path(sys.argv[1]), Path(sys.argv[2])
run = json.loads((run_folder / "run.json").read_text())
picture = Image.open(run_folder / "picture.png").convert("RGB")
count = len(run["tokens"])

transformers.logging.set_verbosity_error()  # it warns of the missing end token at each run
model = transformers.Qwen2_5_VLForConditionalGeneration.from_pretrained(model_folder, dtype=torch.float32).eval()
processor = transformers.AutoImageProcessor.from_pretrained(model_folder)
prompt = torch.tensor([run["prompt"]])


def generate(new_tokens):
    """From the picture to the last token. The picture goes through the processor each time, as in decode_bench.rs."""
    inputs = processor(images=[picture], return_tensors="pt")
    with torch.inference_mode():
        ids = model.generate(
            input_ids=prompt,
            attention_mask=torch.ones_like(prompt),
            pixel_values=inputs["pixel_values"],
            image_grid_thw=inputs["image_grid_thw"],
            mm_token_type_ids=(prompt == model.config.image_token_id).int(),
            max_new_tokens=new_tokens,
            do_sample=False,
            eos_token_id=-1,  # no such token: all of them are written, as in decode_bench.rs
            pad_token_id=0,
        )
    return ids[0, prompt.shape[1] :].tolist()


def seconds(new_tokens):
    times = []
    for _ in range(run["repeats"]):
        start = time.perf_counter()
        generate(new_tokens)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def report(what, value, unit):
    print(json.dumps({"what": f"{what}, PyTorch {torch.__version__} ({torch.get_num_threads()} threads)", "value": value, "unit": unit}))


tokens = generate(count)
same = next((i for i, (a, b) in enumerate(zip(tokens, run["tokens"])) if a != b), count)
first = seconds(1)
report("picture to first token", 1000 * first, "ms")
report("decoding", (count - 1) / (seconds(count) - first), "tokens/s")
report(f"of {count} greedy tokens equal to ours before the first difference", same, "")
