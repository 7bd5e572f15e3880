# input: bars
import matplotlib.pyplot as plt
import matplotlib.patches as patches
from PIL import Image

def annotate(path, out):
    img = Image.open(path)
    fig, ax = plt.subplots(1, figsize=(6, 4.6))
    ax.imshow(img)
    rect = patches.Rectangle((241, 96), 52, 238, linewidth=2, edgecolor='r', facecolor='none')
    ax.add_patch(rect)
    ax.annotate('highest bar', xy=(267, 100), xytext=(340, 60),
                arrowprops=dict(facecolor='red', arrowstyle='->'), fontsize=10, color='red')
    ax.axis('off')
    fig.savefig(out, dpi=100)
    plt.close(fig)

processed_path = os.path.join(temp_output_dir, 'annotated.png')
annotate(image_path, processed_path)
print(processed_path)
