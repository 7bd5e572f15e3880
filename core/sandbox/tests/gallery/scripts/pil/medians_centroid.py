from PIL import Image, ImageDraw, ImageFont
import os

image = Image.open(image_path).convert("RGB")
draw = ImageDraw.Draw(image)
font = ImageFont.truetype("arial.ttf", 18)
pts = {"A": (80, 290), "B": (410, 290), "C": (200, 70)}

def midpoint(p, q):
    return ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2)

pairs = [("A", "B", "C"), ("B", "C", "A"), ("C", "A", "B")]
for p, q, r in pairs:
    m = midpoint(pts[p], pts[q])
    draw.line([pts[r], m], fill=(0, 0, 255), width=2)
    draw.ellipse([m[0] - 4, m[1] - 4, m[0] + 4, m[1] + 4], fill=(255, 0, 0))
G = tuple(sum(v[i] for v in pts.values()) / 3 for i in range(2))
draw.ellipse([G[0] - 6, G[1] - 6, G[0] + 6, G[1] + 6], fill="green", outline="black")
draw.text((G[0] + 8, G[1] - 20), "G", font=font, fill="green")
print(f"Centroid: ({G[0]:.1f}, {G[1]:.1f})")
out = os.path.join(temp_output_dir, "medians.png")
image.save(out)
print(out)
