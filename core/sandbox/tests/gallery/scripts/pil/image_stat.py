# input: scene
from PIL import Image, ImageStat, ImageDraw
img = Image.open(image_path).convert("RGB")
stat = ImageStat.Stat(img)
print([round(v, 3) for v in stat.mean])
print([round(v, 3) for v in stat.stddev])
print(stat.median, stat.extrema, [round(r, 2) for r in stat.rms])
gray = ImageStat.Stat(img.convert("L"))
print(gray.count, gray.sum, round(gray.var[0], 2))
d = ImageDraw.Draw(img)
d.rectangle([0, 0, 60, 40], fill=tuple(int(v) for v in stat.mean))
img.save(os.path.join(temp_output_dir, "mean.png"))
