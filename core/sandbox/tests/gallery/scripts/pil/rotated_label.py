from PIL import Image, ImageDraw, ImageFont
img = Image.open(image_path).convert("RGBA")
font = ImageFont.truetype("DejaVuSans.ttf", 18)
label = "side AC"
l, t, r, b = font.getbbox(label)
layer = Image.new("RGBA", (r - l + 8, b - t + 8), (255, 255, 255, 0))
ImageDraw.Draw(layer).text((4 - l, 4 - t), label, font=font, fill=(200, 0, 0, 255))
turned = layer.rotate(61.4, expand=True, resample=Image.BICUBIC)
img.paste(turned, (100, 130), turned)
img.convert("RGB").save(os.path.join(temp_output_dir, "label.png"))
print(layer.size, turned.size)
