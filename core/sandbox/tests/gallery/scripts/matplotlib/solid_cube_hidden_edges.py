import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.mplot3d import Axes3D
from mpl_toolkits.mplot3d.art3d import Poly3DCollection

# Cube ABCD-EFGH with side 2; edges at the hidden corner are dashed.
names = "ABCDEFGH"
points = np.array([[0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0], [0, 0, 2], [2, 0, 2], [2, 2, 2], [0, 2, 2]])
edges = [(0, 1), (1, 2), (2, 3), (3, 0), (4, 5), (5, 6), (6, 7), (7, 4), (0, 4), (1, 5), (2, 6), (3, 7)]
hidden = 3

fig = plt.figure(figsize=(7, 6))
ax = fig.add_subplot(111, projection='3d')
for a, b in edges:
    style = '--' if hidden in (a, b) else '-'
    ax.plot(*zip(points[a], points[b]), style, color='black', linewidth=1.5)
faces = [[points[i] for i in face] for face in ([0, 1, 5, 4], [1, 2, 6, 5])]
ax.add_collection3d(Poly3DCollection(faces, facecolors='cyan', alpha=0.25))
for name, (x, y, z) in zip(names, points):
    ax.text(x, y, z, f'  {name}', fontsize=12, color='red')
ax.plot([0, 2], [0, 2], [0, 2], 'b-', lw=2, label='AG = 2√3')
ax.set_xlabel('x')
ax.set_ylabel('y')
ax.set_zlabel('z')
ax.set_title('Space diagonal of a cube')
ax.set_box_aspect([1, 1, 1])
ax.view_init(elev=20, azim=-50)
ax.legend(loc='upper left')
plt.savefig(os.path.join(temp_output_dir, 'cube.png'))
