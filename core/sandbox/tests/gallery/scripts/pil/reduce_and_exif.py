# input: scene
from PIL import Image, ImageOps
im = ImageOps.exif_transpose(Image.open(image_path))
small = im.reduce(4)
t = im.copy()
t.thumbnail((90, 90))
print(small.size, t.size, im.info == {} or isinstance(im.info, dict))
sheet = Image.new("RGB", (small.width + t.width + 10, 90), "white")
sheet.paste(small, (0, 0))
sheet.paste(t, (small.width + 10, 0))
sheet.save(os.path.join(temp_output_dir, "small.png"))
