# input: scene
from PIL import Image, ImageDraw
img = Image.open(image_path).convert("L")
hist = img.histogram()
peak = max(hist)
out = Image.new("RGB", (512 + 20, 220), "white")
d = ImageDraw.Draw(out)
for i, n in enumerate(hist):
    h = n * 180 // peak
    d.rectangle([10 + i * 2, 200 - h, 11 + i * 2, 200], fill=(i, i, i))
mean = sum(i * n for i, n in enumerate(hist)) / sum(hist)
d.line([10 + mean * 2, 10, 10 + mean * 2, 200], fill="red", width=1)
print(f"mean {mean:.2f}, total {sum(hist)}")
out.save(os.path.join(temp_output_dir, "hist.png"))
