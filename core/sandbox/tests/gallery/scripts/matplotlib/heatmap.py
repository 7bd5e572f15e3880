import numpy as np
import matplotlib.pyplot as plt
grid = np.array([[0.8, 2.4, 2.5, 3.9], [2.4, 0.0, 4.0, 1.0], [1.1, 2.4, 0.8, 4.3], [0.6, 0.0, 0.3, 0.0]])
fig, ax = plt.subplots(figsize=(5, 4))
im = ax.imshow(grid, cmap='viridis')
fig.colorbar(im, ax=ax)
for i in range(4):
    for j in range(4):
        ax.text(j, i, grid[i, j], ha='center', va='center', color='w')
ax.set_xticks(range(4), labels=list('abcd'))
ax.set_yticks(range(4), labels=list('wxyz'))
fig.tight_layout()
fig.savefig(os.path.join(temp_output_dir, 'heat.png'))
