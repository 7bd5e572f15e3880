# input: maze
import matplotlib.pyplot as plt
from PIL import Image
im = Image.open(image_path)
pts = [(30, 30), (70, 30), (70, 70), (110, 70)]
plt.figure(figsize=(5, 5))
plt.imshow(im)
xs, ys = zip(*pts)
plt.plot(xs, ys, color='red', linewidth=3, marker='o', markersize=4)
plt.annotate('start', (30, 30), xytext=(60, 130), color='blue', arrowprops=dict(arrowstyle='->', color='blue'))
plt.axis('off')
plt.savefig(os.path.join(temp_output_dir, 'maze.png'), bbox_inches='tight', pad_inches=0)
plt.close()
