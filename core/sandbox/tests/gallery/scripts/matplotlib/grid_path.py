import matplotlib.pyplot as plt
import numpy as np
grid = np.array([[0, 1, 0, 0, 0], [0, 1, 0, 1, 0], [0, 0, 0, 1, 0], [1, 1, 0, 1, 0], [0, 0, 0, 1, 0]])
path = [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 3), (0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
fig, ax = plt.subplots(figsize=(4.5, 4.5))
ax.imshow(grid, cmap='gray_r')
rows, cols = zip(*path)
ax.plot(cols, rows, 'r-', linewidth=3)
ax.plot(cols[0], rows[0], 'go', markersize=12)
ax.plot(cols[-1], rows[-1], 'b*', markersize=14)
ax.set_xticks(np.arange(-0.5, 5, 1), minor=True)
ax.set_yticks(np.arange(-0.5, 5, 1), minor=True)
ax.grid(which='minor', color='black', linewidth=1)
ax.tick_params(which='both', bottom=False, left=False, labelbottom=False, labelleft=False)
plt.savefig(os.path.join(temp_output_dir, 'path.png'))
print(len(path) - 1)
