# input: scene
from PIL import Image, ImageOps
img = Image.open(image_path).convert("L")
dim = img.point(lambda v: v // 2 + 30)
out = Image.new("L", (320, 240))
for i, im in enumerate([dim, ImageOps.autocontrast(dim), ImageOps.equalize(dim), ImageOps.solarize(dim, 100)]):
    out.paste(im.resize((160, 120)), (i % 2 * 160, i // 2 * 120))
out.save(os.path.join(temp_output_dir, "contrast.png"))
