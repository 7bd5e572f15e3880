# input: maze
from PIL import Image, ImageDraw
img = Image.open(image_path).convert("RGB")
ImageDraw.floodfill(img, (60, 20), (180, 220, 255))
filled = sum(1 for p in img.getdata() if p == (180, 220, 255))
print("reached pixels:", filled)
img.save(os.path.join(temp_output_dir, "flood.png"))
