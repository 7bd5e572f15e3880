from PIL import Image, ImageDraw, ImageFont
# Reflect the triangle over the side AB using plain arithmetic
img = Image.new("RGB", (480, 520), "white")
src = Image.open(image_path).convert("RGB")
img.paste(src, (0, 0))
draw = ImageDraw.Draw(img)
A, B, C = (80, 290), (410, 290), (200, 70)

def reflect(p, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)
    fx, fy = a[0] + t * dx, a[1] + t * dy
    return (2 * fx - p[0], 2 * fy - p[1])

C2 = reflect(C, A, B)
draw.polygon([A, B, C2], outline="red", width=2)
draw.line([C, C2], fill="gray", width=1)
draw.text((C2[0] + 8, C2[1] - 4), "C'", fill="red", font=ImageFont.truetype("arial.ttf", 20))
print(C2)
img.save(os.path.join(temp_output_dir, "reflection.png"))
