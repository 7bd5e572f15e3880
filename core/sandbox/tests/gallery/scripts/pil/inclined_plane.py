from PIL import Image, ImageDraw, ImageFont
import math

theta = math.radians(30)
img = Image.new("RGB", (560, 380), "white")
draw = ImageDraw.Draw(img)
font = ImageFont.truetype("DejaVuSans.ttf", 16)
P = (60, 320)
Q = (500, 320)
Rr = (500, 320 - (500 - 60) * math.tan(theta))
draw.polygon([P, Q, Rr], outline="black", fill=(230, 230, 230))
# block halfway up
mx, my = (P[0] + Rr[0]) / 2, (P[1] + Rr[1]) / 2
ux, uy = math.cos(theta), -math.sin(theta)
nx, ny = -math.sin(theta), -math.cos(theta)
w, h = 70, 45
corners = []
for a, b in ((-w / 2, 0), (w / 2, 0), (w / 2, h), (-w / 2, h)):
    corners.append((mx + a * ux + b * nx, my + a * uy + b * ny))
draw.polygon(corners, fill=(150, 190, 230), outline="black")
G = (mx + h / 2 * nx, my + h / 2 * ny)

def force(vec, text, color):
    end = (G[0] + vec[0], G[1] + vec[1])
    draw.line([G, end], fill=color, width=3)
    ang = math.atan2(vec[1], vec[0])
    tip = [end]
    for da in (150, -150):
        tip.append((end[0] + 12 * math.cos(ang + math.radians(da)), end[1] + 12 * math.sin(ang + math.radians(da))))
    draw.polygon(tip, fill=color)
    draw.text((end[0] + 6, end[1] - 8), text, fill=color, font=font)

force((0, 110), "mg", "red")
force((95 * nx, 95 * ny), "N", "blue")
force((60 * ux, 60 * uy), "f", "green")
draw.arc([P[0] - 50, P[1] - 50, P[0] + 50, P[1] + 50], -30, 0, fill="black", width=2)
draw.text((P[0] + 58, P[1] - 24), "30°", fill="black", font=font)
processed_path = os.path.join(temp_output_dir, "plane.png")
img.save(processed_path)
print(processed_path)
