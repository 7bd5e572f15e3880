# input: scene
from PIL import Image, ImageChops
a = Image.open(image_path).convert("RGB").resize((100, 75))
b = Image.linear_gradient("L").resize((100, 75)).convert("RGB")
fs = ["add", "subtract", "multiply", "screen", "lighter", "darker", "difference", "overlay", "soft_light", "hard_light", "add_modulo", "subtract_modulo"]
sheet = Image.new("RGB", (400, 225))
for i, n in enumerate(fs):
    sheet.paste(getattr(ImageChops, n)(a, b), (i % 4 * 100, i // 4 * 75))
sheet.save(os.path.join(temp_output_dir, "chops.png"))
off = ImageChops.offset(a, 30, 10)
off.save(os.path.join(temp_output_dir, "offset.png"))
