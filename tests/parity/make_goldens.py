"""Writes the parity goldens: a tiny random Qwen2.5-VL and what transformers makes of it.

Made with Python 3, torch 2.15.0, transformers 5.23.0, Pillow 13.0.0 (12 and earlier
order the passes of a resize differently), numpy and safetensors:
    python tests/parity/make_goldens.py
Everything is seeded, so running it again gives the same files up to rounding of the last bit. The model's seed is one
whose greedy continuations hold no image tokens and no toss-ups.
"""

import json
import pathlib

import numpy as np
import torch
from PIL import Image, ImageDraw
from safetensors.torch import save_file
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast, Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

HERE = pathlib.Path(__file__).parent / "goldens"
MODEL = HERE / "model"
SEED = 20252
SPECIAL = [
    "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|vision_pad|>",
    "<|image_pad|>", "<|video_pad|>",
]
TEMPLATE = (
    "{% set image_count = namespace(value=0) %}{% for message in messages %}"
    "{% if loop.first and message['role'] != 'system' %}<|im_start|>system\n"
    "You are a helpful assistant.<|im_end|>\n{% endif %}<|im_start|>{{ message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}<|im_end|>\n{% else %}"
    "{% for content in message['content'] %}{% if content['type'] == 'image' or 'image_url' in content %}"
    "{% set image_count.value = image_count.value + 1 %}"
    "{% if add_vision_id %}Picture {{ image_count.value }}: {% endif %}"
    "<|vision_start|><|image_pad|><|vision_end|>{% elif 'text' in content %}{{ content['text'] }}{% endif %}"
    "{% endfor %}<|im_end|>\n{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
CORPUS = [
    "In the figure, ABCD is a square with side 12. Draw the diagonal AC and mark its midpoint.",
    "<think> The two lines meet at (40, 60), so the angle is 90 degrees. </think> <answer> 4 </answer>",
    "```python\nimport cv2\nimage = cv2.imread(image_path)\ncv2.line(image, (10, 20), (30, 40), (0, 0, 255), 2)\n```",
    "You are a helpful assistant. What is the area of the shaded region? Größe, naïve café, 三角形的面积.",
]


def write_json(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def make_tokenizer():
    tokenizer = Tokenizer(models.BPE())
    split = Regex(
        r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(split, "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400, initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()), show_progress=False
    )
    tokenizer.train_from_iterator(CORPUS * 3, trainer)
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in SPECIAL])
    tokenizer.save(str(MODEL / "tokenizer.json"))
    write_json(MODEL / "tokenizer_config.json", {"chat_template": TEMPLATE, "eos_token": "<|im_end|>"})
    return tokenizer


def make_model(tokenizer, seed):
    ids = {token: tokenizer.token_to_id(token) for token in SPECIAL}
    config = {
        "architectures": ["Qwen2_5_VLForConditionalGeneration"],
        "model_type": "qwen2_5_vl",
        "vocab_size": 416,
        "hidden_size": 64,
        "intermediate_size": 96,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "hidden_act": "silu",
        "max_position_embeddings": 512,
        "rms_norm_eps": 1e-6,
        "rope_theta": 1000000.0,
        "rope_scaling": {"type": "mrope", "mrope_section": [2, 3, 3]},
        "use_sliding_window": False,
        "tie_word_embeddings": False,
        "bos_token_id": ids["<|endoftext|>"],
        "eos_token_id": ids["<|im_end|>"],
        "vision_start_token_id": ids["<|vision_start|>"],
        "vision_end_token_id": ids["<|vision_end|>"],
        "image_token_id": ids["<|image_pad|>"],
        "video_token_id": ids["<|video_pad|>"],
        "vision_config": {
            "model_type": "qwen2_5_vl",
            "depth": 4,
            "hidden_size": 48,
            "hidden_act": "silu",
            "intermediate_size": 80,
            "num_heads": 4,
            "in_channels": 3,
            "patch_size": 14,
            "spatial_merge_size": 2,
            "temporal_patch_size": 2,
            "window_size": 112,
            "out_hidden_size": 64,
            "fullatt_block_indexes": [1, 3],
        },
    }
    write_json(MODEL / "config.json", config)
    write_json(MODEL / "preprocessor_config.json", {
        "image_processor_type": "Qwen2VLImageProcessor",
        "min_pixels": 3136,
        "max_pixels": 60000,
        "patch_size": 14,
        "temporal_patch_size": 2,
        "merge_size": 2,
        "image_mean": [0.48145466, 0.4578275, 0.40821073],
        "image_std": [0.26862954, 0.26130258, 0.27577711],
    })
    write_json(MODEL / "generation_config.json", {
        "do_sample": True, "temperature": 0.1, "top_k": 1, "repetition_penalty": 1.05,
        "eos_token_id": [ids["<|im_end|>"], ids["<|endoftext|>"]],
    })
    torch.manual_seed(seed)
    model = Qwen2_5_VLForConditionalGeneration(Qwen2_5_VLConfig(**config)).eval().float()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            # Larger than a fresh model's, so that a mistake anywhere shows in the logits.
            if parameter.ndim == 1 and "norm" not in name and "ln_q" not in name:
                parameter.normal_(0.0, 0.1)
            elif parameter.ndim == 1:
                parameter.normal_(1.0, 0.1)
            else:
                parameter.normal_(0.0, 0.12)
    weights = {}
    for name, tensor in model.state_dict().items():
        name = name.replace("model.visual.", "visual.").replace("model.language_model.", "model.")
        weights[name] = tensor.contiguous()
    save_file(weights, MODEL / "model.safetensors", metadata={"format": "pt"})
    return model, ids


def make_picture(width, height, seed):
    """Line art, the kind of picture the resizers disagree on most."""
    rng = np.random.default_rng(seed)
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    for _ in range(8):
        points = [(int(rng.integers(width)), int(rng.integers(height))) for _ in range(2)]
        draw.line(points, fill=tuple(int(v) for v in rng.integers(0, 256, 3)), width=int(rng.integers(1, 4)))
    box = sorted(int(v) for v in rng.integers(width, size=2)), sorted(int(v) for v in rng.integers(height, size=2))
    draw.ellipse([box[0][0], box[1][0], box[0][1] + 1, box[1][1] + 1], outline="black", fill=(250, 210, 80))
    return picture


def main():
    MODEL.mkdir(parents=True, exist_ok=True)
    tokenizer = make_tokenizer()
    model, ids = make_model(tokenizer, seed=SEED)
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, chat_template=TEMPLATE)
    processor = Qwen2VLImageProcessorPil(size={"shortest_edge": 3136, "longest_edge": 60000})

    # Merged grids: 8 x 6, 3 x 15 and 7 x 9 (windows of 4 do not divide it), and a picture that grows.
    pictures = {"line_art": (157, 230), "wide": (700, 130), "uneven": (250, 190), "tiny": (40, 30)}
    grids, arrays = {}, {}
    for seed, (name, (width, height)) in enumerate(pictures.items()):
        picture = make_picture(width, height, seed)
        picture.save(HERE / f"{name}.png", optimize=True)
        out = processor(picture, return_tensors="pt")
        grids[name] = out["image_grid_thw"][0].tolist()
        pixels = out["pixel_values"]
        arrays[f"pixels.{name}"] = pixels
    # Pixels as the 8-bit values they came from, one frame: a twelfth of the size and just as exact.
    mean = torch.tensor(processor.image_mean).view(1, 3, 1, 1)
    std = torch.tensor(processor.image_std).view(1, 3, 1, 1)
    stored = {}
    for name in pictures:
        values = arrays[f"pixels.{name}"].view(-1, 3, 2, 14, 14)
        assert torch.equal(values[:, :, 0], values[:, :, 1])
        exact = (values[:, :, 0] * std + mean) * 255
        assert (exact - exact.round()).abs().max() < 1e-3
        stored[f"pixels.{name}"] = exact.round().to(torch.uint8).contiguous()

    text = lambda value: {"type": "text", "text": value}
    image = {"type": "image"}
    cases = {
        "text_only": ([{"role": "user", "content": "What is 3 + 4?"}], []),
        "one_image": ([{"role": "user", "content": [image, text("Draw the diagonal AC.")]}], ["line_art"]),
        "two_images": (
            [
                {"role": "system", "content": "You draw."},
                {"role": "user", "content": [image, text("Mark the midpoint: café 三角形")]},
                {"role": "assistant", "content": "<think> The lines meet. </think>"},
                {"role": "user", "content": [text("Now this one"), image, text("and say why.")]},
            ],
            ["wide", "uneven"],
        ),
        "uneven_windows": ([{"role": "user", "content": [image, text("What is the angle?")]}], ["uneven"]),
        "tiny_image": ([{"role": "user", "content": [image]}], ["tiny"]),
    }
    written = []
    for name, (messages, images) in cases.items():
        prompt = fast.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
        rendered = fast.encode(prompt, add_special_tokens=False)
        tokens, queue = [], list(images)
        for token in rendered:
            if token == ids["<|image_pad|>"]:
                t, h, w = grids[queue.pop(0)]
                tokens += [token] * (t * h * w // 4)
            else:
                tokens.append(token)
        inputs = {"input_ids": torch.tensor([tokens])}
        inputs["mm_token_type_ids"] = (inputs["input_ids"] == ids["<|image_pad|>"]).int()
        inputs["attention_mask"] = torch.ones_like(inputs["input_ids"])
        if images:
            inputs["pixel_values"] = torch.cat([arrays[f"pixels.{i}"] for i in images])
            inputs["image_grid_thw"] = torch.tensor([grids[i] for i in images])
        with torch.no_grad():
            logits = model(**inputs).logits[0]
            generated = model.generate(
                **inputs, max_new_tokens=12, do_sample=False, repetition_penalty=1.0, top_k=None, top_p=None,
                temperature=None, eos_token_id=None, pad_token_id=ids["<|endoftext|>"],
            )[0, len(tokens):]
            # The margin by which greedy decoding chose, so that the test knows no choice was a toss-up.
            assert not {ids["<|image_pad|>"], ids["<|video_pad|>"]} & set(generated.tolist()), "choose another seed"
            again = {**inputs, "input_ids": torch.cat([inputs["input_ids"], generated[None]], 1)}
            again["mm_token_type_ids"] = (again["input_ids"] == ids["<|image_pad|>"]).int()
            again["attention_mask"] = torch.ones_like(again["input_ids"])
            best = model(**again).logits[0, len(tokens) - 1:-1].topk(2).values
            if images:
                positions, delta = model.model.get_rope_index(
                    inputs["input_ids"], inputs["mm_token_type_ids"], inputs["image_grid_thw"],
                    attention_mask=inputs["attention_mask"],
                )
                positions, delta = positions[:, 0].T.tolist(), int(delta[0])
            else:
                positions, delta = [[i] * 3 for i in range(len(tokens))], 0
        # Every seventh row and the last: all rows pass the same layers.
        rows = sorted({*range(0, len(tokens), 7), len(tokens) - 1})
        stored[f"logits.{name}"] = logits[rows].contiguous()
        written.append({
            "name": name, "images": images, "messages": messages, "prompt": prompt, "rendered": rendered,
            "ids": tokens, "positions": positions, "delta": delta, "logit_rows": rows,
            "greedy": generated.tolist(), "least_margin": float((best[:, 0] - best[:, 1]).min()),
        })

    # The reference's own example: a grid of 1 x 12 x 20 from position 3.
    pad = ids["<|image_pad|>"]
    example = torch.tensor([[1, 2, 3] + [pad] * 60 + [4, 5]])
    positions, delta = model.model.get_rope_index(
        example, (example == pad).int(), torch.tensor([[1, 12, 20]]), attention_mask=torch.ones_like(example)
    )
    samples = [*CORPUS, "  two  spaces\n\n\ttab 12345 <|im_end|> end", "", "🙂 emoji 🤖"]
    write_json(HERE / "goldens.json", {
        "grids": grids,
        "cases": written,
        "example": {
            "ids": example[0].tolist(), "grid": [1, 12, 20], "positions": positions[:, 0].T.tolist(),
            "delta": int(delta[0]),
        },
        "tokenizer": [{"text": s, "ids": fast.encode(s, add_special_tokens=False)} for s in samples],
    })
    save_file(stored, HERE / "goldens.safetensors")
    size = sum(path.stat().st_size for path in HERE.rglob("*") if path.is_file())
    print(f"{size / 1e6:.2f} MB,", {case["name"]: round(case["least_margin"], 4) for case in written})


if __name__ == "__main__":
    main()
