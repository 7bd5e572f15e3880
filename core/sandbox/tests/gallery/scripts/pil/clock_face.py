import math
from PIL import Image, ImageDraw, ImageFont

W = 400
img = Image.new("RGB", (W, W), "white")
draw = ImageDraw.Draw(img)
cx = cy = W // 2
R = 180
draw.ellipse([cx - R, cy - R, cx + R, cy + R], outline="black", width=4, fill=(248, 248, 240))
font = ImageFont.truetype("DejaVuSans-Bold.ttf", 24)
for i in range(60):
    a = math.radians(i * 6 - 90)
    inner = R - (18 if i % 5 == 0 else 8)
    draw.line([cx + inner * math.cos(a), cy + inner * math.sin(a), cx + (R - 3) * math.cos(a), cy + (R - 3) * math.sin(a)],
              fill="black", width=3 if i % 5 == 0 else 1)
for h in range(1, 13):
    a = math.radians(h * 30 - 90)
    draw.text((cx + (R - 40) * math.cos(a), cy + (R - 40) * math.sin(a)), str(h), font=font, fill="black", anchor="mm")
hour, minute = 7, 24
ha = math.radians((hour % 12 + minute / 60) * 30 - 90)
ma = math.radians(minute * 6 - 90)
draw.line([cx, cy, cx + 90 * math.cos(ha), cy + 90 * math.sin(ha)], fill=(40, 40, 40), width=8)
draw.line([cx, cy, cx + 140 * math.cos(ma), cy + 140 * math.sin(ma)], fill=(200, 30, 30), width=4)
draw.ellipse([cx - 8, cy - 8, cx + 8, cy + 8], fill="black")
angle = abs((hour % 12 + minute / 60) * 30 - minute * 6)
print(f"Angle between the hands: {min(angle, 360 - angle)} degrees")
img.save(f"{temp_output_dir}/clock.png")
