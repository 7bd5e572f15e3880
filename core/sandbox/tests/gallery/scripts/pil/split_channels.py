# input: scene
from PIL import Image
img = Image.open(image_path).convert("RGB")
r, g, b = img.split()
zero = Image.new("L", img.size, 0)
parts = [Image.merge("RGB", (r, zero, zero)), Image.merge("RGB", (zero, g, zero)), Image.merge("RGB", (zero, zero, b)), Image.merge("RGB", (b, g, r))]
w, h = img.size
sheet = Image.new("RGB", (w, h))
for i, p in enumerate(parts):
    sheet.paste(p.resize((w // 2, h // 2)), ((i % 2) * (w // 2), (i // 2) * (h // 2)))
sheet.save(os.path.join(temp_output_dir, "channels.png"))
print([c.getextrema() for c in (r, g, b)])
