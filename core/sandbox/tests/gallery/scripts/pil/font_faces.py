from PIL import Image, ImageDraw, ImageFont
img = Image.new("RGB", (560, 240), "white")
d = ImageDraw.Draw(img)
for i, name in enumerate(["DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf", "arial.ttf", "arialbd.ttf", "cour.ttf"]):
    f = ImageFont.truetype(name, 20)
    d.text((10, 10 + i * 36), f"{name}: The quick brown fox", font=f, fill="black")
    print(name, f.getname(), f.getmetrics(), f.getbbox("Hamburg"), f.getlength("Hamburg"))
img.save(os.path.join(temp_output_dir, "faces.png"))
