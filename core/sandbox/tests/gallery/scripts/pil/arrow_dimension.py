from PIL import Image, ImageDraw, ImageFont
import math

img = Image.open(image_path)
draw = ImageDraw.Draw(img)

def arrow(p, q, color="blue", width=2, head=10):
    draw.line([p, q], fill=color, width=width)
    angle = math.atan2(q[1] - p[1], q[0] - p[0])
    for sign in (-1, 1):
        a = angle + math.pi + sign * math.radians(25)
        draw.line([q, (q[0] + head * math.cos(a), q[1] + head * math.sin(a))], fill=color, width=width)

def dimension(p, q, label, offset):
    p2 = (p[0], p[1] + offset)
    q2 = (q[0], q[1] + offset)
    mid = ((p2[0] + q2[0]) / 2, (p2[1] + q2[1]) / 2)
    arrow(mid, p2)
    arrow(mid, q2)
    draw.line([p, p2], fill="gray")
    draw.line([q, q2], fill="gray")
    draw.text(mid, label, fill="blue", anchor="mb", font=ImageFont.truetype("arial.ttf", 16))

dimension((80, 290), (410, 290), "10 cm", 50)
dimension((80, 290), (200, 290), "x", -30)
img.save(os.path.join(temp_output_dir, "dim.png"))
