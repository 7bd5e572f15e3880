import numpy as np
import matplotlib.pyplot as plt

a = np.array([2, 1, 0])
b = np.array([0, 2, 1])
c = np.cross(a, b)
fig = plt.figure(figsize=(7, 7))
ax = fig.add_subplot(111, projection='3d')
for vector, color, name in [(a, 'r', 'a'), (b, 'g', 'b'), (c, 'b', 'a × b')]:
    ax.quiver(0, 0, 0, *vector, color=color, arrow_length_ratio=0.1, linewidth=2, label=name)
    ax.text(*(vector * 1.05), name, color=color, fontsize=14)
X, Y = np.meshgrid([-2, 0, 2], [-2, 0, 2])
ax.quiver(X, Y, np.full_like(X, -2), 1, 1, 1, length=0.6, normalize=True, color='gray')
ax.set_xlim([-3, 3])
ax.set_ylim([-3, 3])
ax.set_zlim([-3, 5])
ax.set_xlabel('X axis')
ax.set_ylabel('Y axis')
ax.set_zlabel('Z axis')
ax.set_xticks([-2, 0, 2])
ax.set_zticks([-2, 0, 2, 4], labels=['-2', 'zero', '2', 'four'])
ax.legend()
ax.xaxis.pane.fill = False
ax.yaxis.pane.set_edgecolor('w')
ax.zaxis.set_pane_color((0.9, 0.95, 1.0, 0.8))
plt.show()
