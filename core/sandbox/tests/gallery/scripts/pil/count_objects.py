# input: bars
from PIL import Image, ImageDraw
img = Image.open(image_path).convert("RGB")
w, h = img.size
px = img.load()
seen = [[False] * w for _ in range(h)]
def coloured(p):
    return max(p) - min(p) > 90
boxes = []
for y in range(0, h, 3):
    for x in range(0, w, 3):
        if seen[y][x] or not coloured(px[x, y]):
            continue
        stack, x0, y0, x1, y1 = [(x, y)], x, y, x, y
        seen[y][x] = True
        while stack:
            cx, cy = stack.pop()
            x0, y0, x1, y1 = min(x0, cx), min(y0, cy), max(x1, cx), max(y1, cy)
            for nx, ny in ((cx + 3, cy), (cx - 3, cy), (cx, cy + 3), (cx, cy - 3)):
                if 0 <= nx < w and 0 <= ny < h and not seen[ny][nx] and coloured(px[nx, ny]):
                    seen[ny][nx] = True
                    stack.append((nx, ny))
        boxes.append((x0, y0, x1, y1))
d = ImageDraw.Draw(img)
for i, b in enumerate(sorted(boxes), 1):
    d.rectangle([b[0] - 3, b[1] - 3, b[2] + 3, b[3] + 3], outline="red", width=2)
    print(i, b)
img.save(os.path.join(temp_output_dir, "counted.png"))
