import matplotlib.pyplot as plt
from PIL import Image
import numpy as np

img = Image.open(image_path)
fig, ax = plt.subplots(figsize=(img.width / 100, img.height / 100), dpi=100)
ax.imshow(img)
ax.plot([200, 200], [70, 290], 'r-', linewidth=2)
ax.plot(200, 290, 'ro', markersize=6)
ax.text(206, 310, 'H', color='red', fontsize=14)
ax.axis('off')
plt.subplots_adjust(left=0, right=1, top=1, bottom=0)
processed_path = os.path.join(temp_output_dir, 'plot.png')
plt.savefig(processed_path)
plt.close(fig)
print(processed_path)
