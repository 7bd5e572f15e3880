"""A training step of a Qwen2.5-VL shape in PyTorch, beside `trainer bench` with the same flags.

    python train_step.py --config config.json [--cuda] [--batch 8] [--length 256] [--picture 6] [--lora 8] [--bf16]

Needs torch and transformers (seen: torch 2.11 and 2.15, transformers 5.17 and 5.23), and peft for --lora.
"""

import argparse
import json
import time

import torch
from transformers import AutoConfig, Qwen2_5_VLForConditionalGeneration

flags = argparse.ArgumentParser()
flags.add_argument("--config", required=True)
flags.add_argument("--cuda", action="store_true")
flags.add_argument("--batch", type=int, default=8)
flags.add_argument("--length", type=int, default=256)
flags.add_argument("--picture", type=int, default=6)
flags.add_argument("--lora", type=int)
flags.add_argument("--bf16", action="store_true")
flags.add_argument("--steps", type=int, default=10)
flags.add_argument("--threads", type=int, default=2)
flags = flags.parse_args()

torch.set_num_threads(flags.threads)
device = torch.device("cuda" if flags.cuda else "cpu")
config = AutoConfig.from_pretrained(flags.config)
with device:
    model = Qwen2_5_VLForConditionalGeneration._from_config(
        config, torch_dtype=torch.bfloat16 if flags.bf16 else torch.float32
    )
if flags.lora:
    from peft import LoraConfig, get_peft_model

    for parameter in model.model.visual.parameters():
        parameter.requires_grad = False
    names = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
    pattern = r".*language_model.*\.(" + "|".join(names) + ")"
    model = get_peft_model(model, LoraConfig(r=flags.lora, lora_alpha=32, target_modules=pattern))
trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
optimizer = torch.optim.AdamW(trained, lr=1e-5, betas=(0.9, 0.95), weight_decay=0.1)

vision = config.vision_config
merge = vision.spatial_merge_size
side = flags.picture * merge
values = vision.in_channels * vision.temporal_patch_size * vision.patch_size**2
pictures = flags.picture**2
special = {config.image_token_id, config.vision_start_token_id, config.vision_end_token_id}
vocab = config.text_config.vocab_size
words = [i * 7 % vocab for i in range(flags.length * 2) if i * 7 % vocab not in special]
row = [config.vision_start_token_id] + [config.image_token_id] * pictures + [config.vision_end_token_id]
row = row + words[: flags.length - len(row)]
ids = torch.tensor([row] * flags.batch, device=device)
labels = ids.clone()
labels[:, : max(flags.length // 2, pictures + 3)] = -100
inputs = {
    "input_ids": ids,
    "labels": labels,
    "attention_mask": torch.ones_like(ids),
    "mm_token_type_ids": (ids == config.image_token_id).long(),
    "image_grid_thw": torch.tensor([[1, side, side]] * flags.batch, device=device),
}

times = []
for _ in range(flags.steps + 2):
    # The pictures come from the host in every step, as they do in training.
    pixels = torch.full((flags.batch * side * side, values), 0.1)
    start = time.perf_counter()
    loss = model(**inputs, pixel_values=pixels.to(device)).loss
    loss.backward()
    torch.nn.utils.clip_grad_norm_(trained, 1.0)
    optimizer.step()
    optimizer.zero_grad()
    loss.item()
    times.append(time.perf_counter() - start)
timed = sorted(times[2:])
median = timed[len(timed) // 2]
print(
    json.dumps(
        {
            "backend": f"torch {torch.__version__} {device}",
            "trained": sum(parameter.numel() for parameter in trained),
            "median_seconds": median,
            "tokens_per_second": flags.batch * flags.length / median,
        }
    )
)
