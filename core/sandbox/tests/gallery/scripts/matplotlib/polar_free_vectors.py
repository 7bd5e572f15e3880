import matplotlib.pyplot as plt
import numpy as np
fig, ax = plt.subplots(figsize=(5, 5))
ax.quiver([0, 0, 0], [0, 0, 0], [3, 1, 4], [1, 3, 4], angles='xy', scale_units='xy', scale=1, color=['r', 'b', 'g'])
ax.plot([3, 4], [1, 4], 'k:', [1, 4], [3, 4], 'k:')
ax.set_xlim(-1, 5); ax.set_ylim(-1, 5)
ax.set_aspect('equal')
ax.grid(True)
ax.text(1.6, 0.2, 'u'); ax.text(0.2, 1.8, 'v'); ax.text(2.2, 2.5, 'u + v')
fig.savefig(os.path.join(temp_output_dir, 'vectors.png'))
