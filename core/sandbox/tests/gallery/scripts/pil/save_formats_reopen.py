# input: triangle
from PIL import Image, ImageDraw
from io import BytesIO
img = Image.open(image_path).convert("RGB")
print(img.size, img.mode, img.width * img.height)
ImageDraw.Draw(img).line([(80, 290), (305, 180)], fill="red", width=3)
first = os.path.join(temp_output_dir, "step1.png")
img.save(first, "PNG")
with Image.open(first) as again:
    print(again.format, again.size)
    work = again.copy()
ImageDraw.Draw(work).line([(410, 290), (140, 180)], fill="blue", width=3)
buf = BytesIO()
work.save(buf, format="PNG")
third = Image.open(BytesIO(buf.getvalue()))
processed_path = os.path.join(temp_output_dir, "step2.png")
third.save(processed_path, dpi=(72, 72), optimize=True)
print(os.path.exists(processed_path), processed_path)
