# input: scene
from PIL import Image, ImageOps
img = Image.open(image_path)
t1 = img.copy(); t1.thumbnail((128, 128))
t2 = ImageOps.fit(img, (96, 96))
t3 = ImageOps.pad(img, (96, 96), color="black")
t4 = ImageOps.contain(img, (96, 60))
sheet = Image.new("RGB", (460, 120), (240, 240, 240))
x = 10
for t in (t1, t2, t3, t4):
    sheet.paste(t, (x, 10))
    print(t.size)
    x += t.width + 10
sheet.save(os.path.join(temp_output_dir, "contact.png"))
