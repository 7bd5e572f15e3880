import matplotlib.pyplot as plt
from mpl_toolkits.mplot3d.art3d import Poly3DCollection

base = [(0, 0, 0), (4, 0, 0), (1, 3, 0)]
top = [(x, y, 5) for x, y, _ in base]
faces = [base, top] + [[base[i], base[(i + 1) % 3], top[(i + 1) % 3], top[i]] for i in range(3)]
fig = plt.figure(figsize=(6, 6))
ax = fig.add_subplot(111, projection='3d', elev=18, azim=-70)
prism = Poly3DCollection(faces, alpha=0.3, edgecolor='k')
prism.set_facecolor('orange')
ax.add_collection3d(prism)
for name, point in zip(['A', 'B', 'C', "A'", "B'", "C'"], base + top):
    ax.scatter(*point, color='darkred', s=25)
    ax.text(point[0] + 0.1, point[1], point[2] + 0.1, name, fontsize=13)
ax.set_box_aspect((4, 3, 5))
ax.text2D(0.05, 0.95, 'V = 6 · 5 = 30', transform=ax.transAxes, fontsize=12)
ax.set_axis_off()
plt.savefig(os.path.join(temp_output_dir, 'prism.png'), dpi=120, bbox_inches='tight')
