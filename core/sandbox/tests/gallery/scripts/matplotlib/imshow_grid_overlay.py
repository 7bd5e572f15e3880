# input: table
import matplotlib.pyplot as plt
img = plt.imread(image_path)
h, w = img.shape[:2]
plt.figure(figsize=(w / 80, h / 80), dpi=80)
plt.imshow(img)
plt.xticks(range(0, w, 50))
plt.yticks(range(0, h, 50))
plt.grid(color='red', linestyle='--', linewidth=0.5)
plt.plot([410, 540], [228, 228], color='lime', linewidth=4)
plt.text(475, 250, 'largest', color='green', ha='center', fontsize=12, weight='bold')
plt.savefig(os.path.join(temp_output_dir, 'grid.png'))
print(w, h)
