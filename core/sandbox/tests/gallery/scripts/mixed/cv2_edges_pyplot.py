# input: scene
import cv2
import matplotlib.pyplot as plt
img = cv2.imread(image_path)
gray = cv2.cvtColor(img, cv2.COLOR_BGR2GRAY)
edges = cv2.Canny(gray, 80, 160)
fig, ax = plt.subplots(1, 2, figsize=(8, 3.2))
ax[0].imshow(cv2.cvtColor(img, cv2.COLOR_BGR2RGB)); ax[0].set_title('image'); ax[0].axis('off')
ax[1].imshow(edges, cmap='gray'); ax[1].set_title('edges'); ax[1].axis('off')
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, 'edges.png'))
