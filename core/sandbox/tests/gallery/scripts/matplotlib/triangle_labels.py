import matplotlib.pyplot as plt
import numpy as np

A, B, C = np.array([0, 0]), np.array([6, 0]), np.array([2, 4])
fig, ax = plt.subplots(figsize=(6, 5))
tri = plt.Polygon([A, B, C], fill=None, edgecolor='black', linewidth=2)
ax.add_patch(tri)
for P, name, off in ((A, 'A', (-0.3, -0.3)), (B, 'B', (0.15, -0.3)), (C, 'C', (0, 0.2))):
    ax.plot(*P, 'ko')
    ax.text(P[0] + off[0], P[1] + off[1], name, fontsize=14, fontweight='bold')
ax.plot([C[0], C[0]], [C[1], 0], 'r--', label='height')
ax.set_xlim(-1, 7)
ax.set_ylim(-1, 5)
ax.set_aspect('equal')
ax.legend(loc='upper right')
plt.savefig(os.path.join(temp_output_dir, 'triangle.png'), dpi=100)
plt.close()
print('area =', 0.5 * 6 * 4)
