from PIL import Image, ImageDraw
try:
    img = Image.open("/no/such/file.png")
except FileNotFoundError as e:
    print("not found:", type(e).__name__)
    img = Image.open(image_path)
d = ImageDraw.Draw(img)
try:
    d.rectangle([200, 200, 100, 100], outline="red")
except ValueError as e:
    print("bad box:", e)
try:
    d.line([(0, 0), (10, 10)], fill="nocolour")
except ValueError as e:
    print("bad colour:", e)
d.rectangle([100, 100, 200, 200], outline="red", width=2)
img.save(os.path.join(temp_output_dir, "ok.png"))
