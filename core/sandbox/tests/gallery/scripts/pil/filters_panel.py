# input: scene
from PIL import Image, ImageFilter
im = Image.open(image_path).convert("RGB").resize((160, 120))
fs = [ImageFilter.BLUR, ImageFilter.CONTOUR, ImageFilter.DETAIL, ImageFilter.EDGE_ENHANCE, ImageFilter.EMBOSS,
      ImageFilter.SMOOTH, ImageFilter.GaussianBlur(3), ImageFilter.MedianFilter(3), ImageFilter.UnsharpMask(2, 150, 3)]
sheet = Image.new("RGB", (480, 360))
for i, f in enumerate(fs):
    sheet.paste(im.filter(f), (i % 3 * 160, i // 3 * 120))
sheet.save(os.path.join(temp_output_dir, "filters.png"))
