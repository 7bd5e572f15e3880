# input: table
from PIL import Image
img = Image.open(image_path).convert("L").resize((140, 75))
w, h = img.size
src = img.load()
out = Image.new("L", (w, h), 255)
dst = out.load()
for y in range(1, h - 1):
    for x in range(1, w - 1):
        gx = src[x + 1, y] - src[x - 1, y]
        gy = src[x, y + 1] - src[x, y - 1]
        if abs(gx) + abs(gy) > 60:
            dst[x, y] = 0
out.save(os.path.join(temp_output_dir, "edges.png"))
