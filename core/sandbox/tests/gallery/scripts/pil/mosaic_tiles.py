# input: scene
from PIL import Image

im = Image.open(image_path)
w, h = im.size
tile = 16
out = im.copy()
for y in range(0, h, tile):
    for x in range(0, w, tile):
        part = im.crop((x, y, min(x + tile, w), min(y + tile, h)))
        mean = part.resize((1, 1), Image.BOX).getpixel((0, 0))
        out.paste(mean, (x, y, min(x + tile, w), min(y + tile, h)))
out.save(os.path.join(temp_output_dir, "mosaic.png"))
print(out.size, out.mode)
