# input: scene
from PIL import Image
img = Image.open(image_path).convert("RGB").resize((100, 75), Image.BICUBIC)
modes = ["L", "HSV", "YCbCr", "CMYK", "LA", "F", "I", "1"]
sheet = Image.new("RGB", (400, 150))
for i, m in enumerate(modes):
    c = img.convert(m)
    print(m, c.mode, c.getpixel((50, 40)), c.getbands())
    back = c.convert("L").convert("RGB") if m in ("F", "I") else c.convert("RGB")
    sheet.paste(back, (i % 4 * 100, i // 4 * 75))
sheet.save(os.path.join(temp_output_dir, "modes.png"))
