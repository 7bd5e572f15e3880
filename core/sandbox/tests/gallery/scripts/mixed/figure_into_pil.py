import io
import matplotlib.pyplot as plt
from PIL import Image, ImageDraw
fig, ax = plt.subplots(figsize=(3, 2.4))
ax.plot([0, 1, 2], [0, 1, 4], 'r')
buf = io.BytesIO()
fig.savefig(buf, format='png')
buf.seek(0)
chart = Image.open(buf).convert('RGB')
page = Image.new('RGB', (480, 360), 'white')
page.paste(Image.open(image_path), (0, 0))
page.paste(chart.resize((180, 144)), (290, 10))
ImageDraw.Draw(page).rectangle([290, 10, 469, 153], outline='black')
page.save(os.path.join(temp_output_dir, 'page.png'))
print(chart.size)
