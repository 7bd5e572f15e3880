from PIL import Image, ImageDraw, ImageFont
img = Image.new("RGB", (460, 300), "white")
d = ImageDraw.Draw(img)
f = ImageFont.truetype("DejaVuSans.ttf", 16)
W = 2
# wires
d.line([(60, 60), (140, 60)], fill=0, width=W)
d.line([(240, 60), (400, 60), (400, 110)], fill=0, width=W)
d.line([(400, 190), (400, 240), (60, 240), (60, 165)], fill=0, width=W)
d.line([(60, 135), (60, 60)], fill=0, width=W)
# resistor as a zigzag
pts = [(140, 60)]
for i in range(8):
    pts.append((146 + i * 12, 48 if i % 2 == 0 else 72))
pts.append((240, 60))
d.line(pts, fill=0, width=W, joint="curve")
d.text((190, 28), "R1 = 100 Ω", fill="blue", font=f, anchor="mm")
# battery
d.line([(40, 135), (80, 135)], fill=0, width=W)
d.line([(50, 145), (70, 145)], fill=0, width=4)
d.line([(40, 155), (80, 155)], fill=0, width=W)
d.line([(50, 165), (70, 165)], fill=0, width=4)
d.text((92, 150), "9 V", fill="red", font=f, anchor="lm")
# lamp
d.ellipse([360, 110, 440, 190], outline=0, width=W)
d.line([(372, 122), (428, 178)], fill=0, width=W)
d.line([(428, 122), (372, 178)], fill=0, width=W)
print("I =", 9 / 100, "A")
img.save(os.path.join(temp_output_dir, "circuit.png"))
