import numpy as np
import matplotlib.pyplot as plt

fig = plt.figure(figsize=(8, 6))
ax = fig.add_subplot(projection='3d')
xs, ys = np.meshgrid(np.arange(4), np.arange(3))
xs, ys = xs.ravel(), ys.ravel()
heights = np.array([3, 5, 2, 7, 4, 6, 1, 3, 5, 2, 6, 4])
colors = plt.cm.viridis(heights / heights.max())
ax.bar3d(xs, ys, np.zeros(12), 0.5, 0.5, heights, color=colors, shade=True)
ax.set_xticks(np.arange(4) + 0.25, ['Mon', 'Tue', 'Wed', 'Thu'])
ax.set_yticks(np.arange(3) + 0.25)
ax.set_yticklabels(['A', 'B', 'C'])
ax.set_zlabel('Count')
ax.set_title('Visits by day', fontsize=14)
plt.show()
