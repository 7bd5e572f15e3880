from PIL import Image, ImageDraw, ImageFont
img = Image.new("RGB", (520, 360), (222, 236, 214))
d = ImageDraw.Draw(img)
river = [(0, 80), (90, 110), (180, 90), (260, 150), (380, 140), (520, 210)]
d.line(river, fill=(120, 170, 230), width=16, joint="curve")
roads = [[(40, 340), (120, 220), (250, 230), (330, 60)], [(120, 220), (420, 300), (500, 260)]]
for road in roads:
    d.line(road, fill="white", width=9, joint="curve")
    d.line(road, fill=(180, 180, 180), width=1)
cities = {"Alba": (120, 220), "Brod": (330, 60), "Cora": (420, 300)}
font = ImageFont.truetype("arial.ttf", 15)
for n, (x, y) in cities.items():
    d.regular_polygon((x, y, 9), n_sides=5, fill="crimson", outline="black")
    d.text((x + 14, y - 8), n, fill="black", font=font)
# scale bar and north arrow
d.rectangle([20, 20, 120, 26], fill="black")
d.text((20, 30), "10 km", fill="black", font=font)
d.polygon([(490, 20), (480, 50), (490, 43), (500, 50)], fill="black")
d.text((490, 52), "N", fill="black", font=font, anchor="ma")
img.save(os.path.join(temp_output_dir, "map.png"))
