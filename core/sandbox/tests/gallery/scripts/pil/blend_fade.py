# input: scene
from PIL import Image
a = Image.open(image_path).convert("RGB")
b = Image.new("RGB", a.size, "navy")
steps = [Image.blend(a, b, t / 3).resize((160, 120)) for t in range(4)]
sheet = Image.new("RGB", (640, 120))
for i, s in enumerate(steps):
    sheet.paste(s, (160 * i, 0))
sheet.save(os.path.join(temp_output_dir, "fade.png"))
