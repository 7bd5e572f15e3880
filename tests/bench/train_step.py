"""A training step of a Qwen2.5-VL shape in PyTorch, and with --grpo a step of GRPO, beside `trainer bench` with the same flags.

    python train_step.py --config config.json [--cuda] [--batch 8] [--length 256] [--picture 6] [--lora 8] [--bf16] [--grpo]

Needs torch and transformers (seen: torch 2.11 and 2.15, transformers 5.17 and 5.23), and peft for --lora.
"""

import argparse
import copy
import json
import time

import torch
from transformers import AutoConfig, Qwen2_5_VLForConditionalGeneration

flags = argparse.ArgumentParser()
flags.add_argument("--config", required=True)
flags.add_argument("--cuda", action="store_true")
flags.add_argument("--batch", type=int, default=8)
flags.add_argument("--micro", type=int)
flags.add_argument("--length", type=int, default=256)
flags.add_argument("--picture", type=int, default=6)
flags.add_argument("--lora", type=int)
flags.add_argument("--bf16", action="store_true")
flags.add_argument("--gradient-checkpointing", action="store_true")
flags.add_argument("--grpo", action="store_true")
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
if flags.gradient_checkpointing:
    model.gradient_checkpointing_enable({"use_reentrant": False})
    model.enable_input_require_grads()
# The KL's model: the one without adapters, or a copy.
reference = copy.deepcopy(model) if flags.grpo and not flags.lora else None
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
learned_from = max(flags.length // 2, pictures + 3)
micro = flags.micro or flags.batch
micros = [min(micro, flags.batch - start) for start in range(0, flags.batch, micro)]
learned = flags.batch * (flags.length - learned_from)


def inputs(rows, length):
    """What the model reads; the pictures come from the host in every step, as they do in training."""
    ids = torch.tensor([row[:length]] * rows, device=device)
    return {
        "input_ids": ids,
        "attention_mask": torch.ones_like(ids),
        "mm_token_type_ids": (ids == config.image_token_id).long(),
        "image_grid_thw": torch.tensor([[1, side, side]] * rows, device=device),
        "pixel_values": torch.full((rows * side * side, values), 0.1).to(device),
    }


def log_probabilities(of, rows):
    """Of the learned tokens, `[rows, learned]`; the head runs only where it is asked, as in the trainer."""
    given = inputs(rows, flags.length)
    # Logits of the places before the learned tokens, and of one more that is dropped.
    logits = of(**given, logits_to_keep=flags.length - learned_from + 1).logits[:, :-1].float()
    targets = given["input_ids"][:, learned_from:]
    return logits.log_softmax(-1).gather(2, targets[..., None])[..., 0]


def finish():
    torch.nn.utils.clip_grad_norm_(trained, 1.0)
    optimizer.step()
    optimizer.zero_grad()
    if flags.cuda:
        torch.cuda.synchronize()


def supervised():
    for rows in micros:
        (-log_probabilities(model, rows).sum() / learned).backward()
    finish()


def referring(rows):
    if reference is not None:
        return log_probabilities(reference, rows)
    with model.disable_adapter():
        return log_probabilities(model, rows)


def grpo():
    """Seconds of sampling, of log-probabilities without gradients, and of the update."""
    start = time.perf_counter()
    new = flags.length - flags.length // 2
    with torch.no_grad():
        model.eval()
        given = inputs(flags.batch, flags.length // 2)
        model.generate(**given, do_sample=True, top_k=0, min_new_tokens=new, max_new_tokens=new, use_cache=True)
        model.train()
        if flags.cuda:
            torch.cuda.synchronize()
        sampled = time.perf_counter()
        old = [log_probabilities(model, rows) for rows in micros]
        kept = [referring(rows) for rows in micros]
        if flags.cuda:
            torch.cuda.synchronize()
    scored = time.perf_counter()
    for rows, before, base in zip(micros, old, kept):
        current = log_probabilities(model, rows)
        advantage = torch.tensor([[1.0 if i % 2 == 0 else -1.0] for i in range(rows)], device=device)
        ratio = (current - before).exp()
        gain = torch.minimum(ratio * advantage, ratio.clamp(0.8, 1.2) * advantage)
        d = base - current
        ((0.01 * (d.exp() - d - 1) - gain).sum() / learned).backward()
    finish()
    return sampled - start, scored - sampled, time.perf_counter() - scored


def median(timed):
    return sorted(timed)[len(timed) // 2]


times = []
for _ in range(flags.steps + 2):
    start = time.perf_counter()
    supervised()
    times.append(time.perf_counter() - start)
step = median(times[2:])
result = {
    "backend": f"torch {torch.__version__} {device}",
    "config": flags.config,
    "trained": sum(parameter.numel() for parameter in trained),
    "batch": flags.batch,
    "length": flags.length,
    "median_seconds": step,
    "tokens_per_second": flags.batch * flags.length / step,
}
if flags.grpo:
    sampling, scoring, updating = (
        median(phase) for phase in zip(*[grpo() for _ in range(flags.steps + 1)][1:], strict=True)
    )
    result["grpo"] = {
        "sampling_seconds": sampling,
        "scoring_seconds": scoring,
        "updating_seconds": updating,
        "samples_per_second": flags.batch / (sampling + scoring + updating),
    }
if flags.cuda:
    result["peak_gigabytes"] = torch.cuda.max_memory_allocated() / 1e9
print(json.dumps(result))
