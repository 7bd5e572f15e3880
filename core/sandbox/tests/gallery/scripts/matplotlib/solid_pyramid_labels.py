import matplotlib.pyplot as plt
from mpl_toolkits.mplot3d.art3d import Poly3DCollection, Line3DCollection

A, B, C, D, S = (0, 0, 0), (4, 0, 0), (4, 4, 0), (0, 4, 0), (2, 2, 5)
O = (2, 2, 0)
fig = plt.figure(figsize=(8, 6), dpi=100)
ax = plt.axes(projection='3d')
faces = [[A, B, C, D], [A, B, S], [B, C, S], [C, D, S], [D, A, S]]
solid = Poly3DCollection(faces, facecolors=['lightyellow', 'lightblue', 'lightgreen', 'pink', 'wheat'],
                         edgecolors='navy', linewidths=1.2, alpha=0.5)
ax.add_collection3d(solid)
ax.add_collection3d(Line3DCollection([[S, O], [O, (4, 2, 0)], [S, (4, 2, 0)]], colors='red', linestyles='dashed'))
for name, p in zip('ABCDSO', [A, B, C, D, S, O]):
    ax.text(*p, name, fontsize=14, fontweight='bold')
ax.text(2, 2, 2.5, 'h = 5', color='red', zdir='z')
ax.set_xlim(0, 4)
ax.set_ylim(0, 4)
ax.set_zlim(0, 5)
ax.set_xlabel('width')
ax.set_ylabel('depth of base')
ax.set_zlabel('height')
ax.view_init(25, 35)
plt.title('Square pyramid')
plt.tight_layout()
plt.show()
