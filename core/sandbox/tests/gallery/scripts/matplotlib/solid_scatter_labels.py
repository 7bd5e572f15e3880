import numpy as np
import matplotlib.pyplot as plt

rng = np.random.default_rng(4)
fig = plt.figure(figsize=(9, 6))
ax = fig.add_subplot(121, projection='3d')
for name, color, marker, center in [('first', 'tab:red', 'o', 0), ('second', 'tab:blue', '^', 3)]:
    p = rng.normal(center, 0.8, (25, 3))
    ax.scatter(p[:, 0], p[:, 1], p[:, 2], c=color, marker=marker, s=40, label=name)
ax.text(3, 3, 3, 'mean', fontsize=9)
ax.legend(loc='upper right')
ax.set(xlabel='x', ylabel='y', zlabel='z', title='Clusters')
other = fig.add_subplot(1, 2, 2, projection='3d')
t = np.linspace(0, 1, 30)
shown = other.scatter(t, t ** 2, np.sin(6 * t), c=t, cmap='plasma', s=30 + 60 * t, depthshade=False)
other.set_zlabel('sin 6t')
other.grid(False)
fig.colorbar(shown, ax=other, shrink=0.5)
plt.savefig(os.path.join(temp_output_dir, 'clusters.png'))
