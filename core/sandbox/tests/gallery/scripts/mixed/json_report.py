import json
import math
from PIL import Image, ImageDraw, ImageFont
pts = {"A": [80, 290], "B": [410, 290], "C": [200, 70]}
rep = {}
for p, q in ("AB", "BC", "CA"):
    rep[p + q] = round(math.dist(pts[p], pts[q]), 2)
s = sum(rep.values()) / 2
a, b, c = rep.values()
rep["area"] = round(math.sqrt(s * (s - a) * (s - b) * (s - c)), 1)
print(json.dumps(rep, indent=2))
im = Image.open(image_path).convert("RGB")
d = ImageDraw.Draw(im)
f = ImageFont.truetype("DejaVuSansMono.ttf", 12)
for i, line in enumerate(json.dumps(rep, indent=2).splitlines()):
    d.text((330, 20 + i * 16), line, font=f, fill="darkgreen")
im.save(os.path.join(temp_output_dir, "report.png"))
