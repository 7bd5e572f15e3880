# input: scene
import matplotlib.pyplot as plt
from PIL import Image
img = Image.open(image_path)
fig, axs = plt.subplots(1, 2, figsize=(8, 3.2))
axs[0].imshow(img)
axs[0].add_patch(plt.Rectangle((60, 100), 95, 105, fill=False, ec='red', lw=2))
axs[0].set_title('Original')
axs[1].imshow(img.crop((60, 100, 155, 205)))
axs[1].set_title('Zoom')
for ax in axs:
    ax.axis('off')
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, 'zoom.png'))
