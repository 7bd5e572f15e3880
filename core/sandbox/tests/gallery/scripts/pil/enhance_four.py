# input: scene
from PIL import Image, ImageEnhance
im = Image.open(image_path).convert('RGB').resize((160, 120))
out = Image.new('RGB', (320, 240))
out.paste(ImageEnhance.Color(im).enhance(0.3), (0, 0))
out.paste(ImageEnhance.Contrast(im).enhance(1.8), (160, 0))
out.paste(ImageEnhance.Brightness(im).enhance(0.6), (0, 120))
out.paste(ImageEnhance.Sharpness(im).enhance(3.0), (160, 120))
out.save(f'{temp_output_dir}/enhanced.png')
