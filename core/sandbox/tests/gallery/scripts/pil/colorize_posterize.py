# input: scene
from PIL import Image, ImageOps
img = Image.open(image_path).convert("RGB").resize((160, 120), Image.LANCZOS)
gray = ImageOps.grayscale(img)
parts = [ImageOps.colorize(gray, "black", "wheat"), ImageOps.posterize(img, 2), ImageOps.expand(img.crop((0, 0, 140, 100)), border=10, fill="red"), ImageOps.invert(img)]
sheet = Image.new("RGB", (320, 240))
for i, p in enumerate(parts):
    sheet.paste(p, (i % 2 * 160, i // 2 * 120))
sheet.save(os.path.join(temp_output_dir, "ops.png"))
