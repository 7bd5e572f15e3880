from PIL import Image, ImageDraw
import matplotlib.pyplot as plt
import numpy as np

img = Image.open(image_path).convert('RGB')
draw = ImageDraw.Draw(img)
draw.line([(80, 290), (305, 180)], fill='green', width=3)
arr = np.array(img)
plt.figure(figsize=(6, 4.5))
plt.imshow(arr)
plt.scatter([80, 305], [290, 180], c='red', s=40, zorder=5)
plt.text(312, 178, 'M', fontsize=12, color='red')
plt.title('Median from A')
plt.axis('off')
plt.savefig(os.path.join(temp_output_dir, 'median.png'), bbox_inches='tight', pad_inches=0.1)
plt.close()
