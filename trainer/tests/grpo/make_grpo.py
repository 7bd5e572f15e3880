"""Writes `grpo.json`: the GRPO loss of one fixed batch and its gradients, as plain PyTorch computes them.

The model is the tiny random one of `tests/parity/goldens`, the formula is written out here from the paper's terms: per
token `min(r A, clip(r) A) - beta (exp(d) - d - 1)`, `d = reference - current`, averaged over a rollout's tokens, then
over rollouts. Made with the packages of `tests/requirements.txt`:
    python trainer/tests/grpo/make_grpo.py
"""

import json
import pathlib

import numpy as np
import torch
from PIL import Image
from transformers import Qwen2_5_VLForConditionalGeneration
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

HERE = pathlib.Path(__file__).parent
PARITY = HERE.parents[2] / "tests" / "parity" / "goldens"
CASES = ["text_only", "one_image", "uneven_windows", "tiny_image"]
ADVANTAGES = [1.2, -0.7, 0.4, -0.9]
CLIP_LOW, CLIP_HIGH, BETA, TEMPERATURE = 0.2, 0.28, 0.05, 0.8


def main():
    goldens = json.loads((PARITY / "goldens.json").read_text())
    cases = {case["name"]: case for case in goldens["cases"]}
    model = Qwen2_5_VLForConditionalGeneration.from_pretrained(PARITY / "model", torch_dtype=torch.float32)
    processor = Qwen2VLImageProcessorPil(size={"shortest_edge": 3136, "longest_edge": 60000})
    image_token = model.config.image_token_id
    rng = np.random.default_rng(7)

    loss, rows, ratios = 0.0, [], []
    for name, advantage in zip(CASES, ADVANTAGES):
        case = cases[name]
        ids = torch.tensor([case["ids"]])
        inputs = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
        inputs["mm_token_type_ids"] = (ids == image_token).int()
        if case["images"]:
            picture = Image.open(PARITY / f"{case['images'][0]}.png").convert("RGB")
            out = processor(picture, return_tensors="pt")
            inputs["pixel_values"], inputs["image_grid_thw"] = out["pixel_values"], out["image_grid_thw"]
        # A third of the row is learned: the tokens behind the picture, as many as there are.
        learned = [at for at in range(len(case["ids"]) * 2 // 3, len(case["ids"])) if case["ids"][at] != image_token]
        logits = model(**inputs).logits[0] / TEMPERATURE
        log_probabilities = torch.log_softmax(logits, -1)
        current = torch.stack([log_probabilities[at - 1, case["ids"][at]] for at in learned])
        # Noise wide enough that ratios pass both clips.
        old = current.detach() + torch.tensor(rng.normal(0, 0.3, len(learned)), dtype=torch.float32)
        reference = current.detach() + torch.tensor(rng.normal(0, 0.5, len(learned)), dtype=torch.float32)
        ratio = (current - old).exp()
        ratios += ratio.tolist()
        gain = torch.minimum(ratio * advantage, ratio.clamp(1 - CLIP_LOW, 1 + CLIP_HIGH) * advantage)
        d = reference - current
        loss = loss - (gain - BETA * (d.exp() - d - 1)).mean() / len(CASES)
        rows.append({
            "case": name, "learned": learned, "advantage": advantage,
            "current": current.tolist(), "old": old.tolist(), "reference": reference.tolist(),
        })
    assert min(ratios) < 1 - CLIP_LOW and max(ratios) > 1 + CLIP_HIGH, "nothing is clipped: choose another seed"
    loss.backward()
    gradients = {}
    for name, parameter in model.named_parameters():
        if parameter.grad is None:
            continue
        flat = parameter.grad.flatten()
        places = rng.choice(len(flat), min(4, len(flat)), replace=False).tolist()
        # The names of a checkpoint on the hub.
        name = name.replace("model.language_model.", "model.").replace("model.visual.", "visual.")
        gradients[name] = {
            "norm": float(flat.norm()), "places": places, "values": [float(flat[at]) for at in places],
        }
    result = {
        "clip_low": CLIP_LOW, "clip_high": CLIP_HIGH, "beta": BETA, "temperature": TEMPERATURE,
        "loss": loss.item(), "rows": rows, "gradients": gradients,
    }
    (HERE / "grpo.json").write_text(json.dumps(result) + "\n")
    print(f"loss {loss.item():.6f}, {len(gradients)} parameters")


if __name__ == "__main__":
    main()
