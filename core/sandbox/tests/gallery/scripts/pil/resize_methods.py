# input: scene
from PIL import Image
img = Image.open(image_path)
names = ["NEAREST", "BOX", "BILINEAR", "HAMMING", "BICUBIC", "LANCZOS"]
sheet = Image.new("RGB", (3 * 110, 2 * 85), "white")
for i, n in enumerate(names):
    small = img.resize((100, 75), getattr(Image.Resampling, n))
    sheet.paste(small, ((i % 3) * 110 + 5, (i // 3) * 85 + 5))
sheet.save(os.path.join(temp_output_dir, "methods.png"))
