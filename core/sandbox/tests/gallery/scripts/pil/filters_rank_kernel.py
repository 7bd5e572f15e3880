# input: scene
from PIL import Image, ImageFilter
im = Image.open(image_path).convert("RGB").resize((120, 90))
fs = [ImageFilter.MinFilter(3), ImageFilter.MaxFilter(5), ImageFilter.ModeFilter(3), ImageFilter.RankFilter(3, 2),
      ImageFilter.Kernel((3, 3), (-1, -1, -1, -1, 9, -1, -1, -1, -1)), ImageFilter.Kernel((5, 5), [1] * 25, scale=25),
      ImageFilter.BoxBlur(2), ImageFilter.EDGE_ENHANCE_MORE, ImageFilter.SMOOTH_MORE]
sheet = Image.new("RGB", (360, 270))
for i, f in enumerate(fs):
    sheet.paste(im.filter(f), (i % 3 * 120, i // 3 * 90))
sheet.save(os.path.join(temp_output_dir, "rank.png"))
