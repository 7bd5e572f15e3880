import matplotlib.pyplot as plt
import matplotlib.patches as patches

fig, ax = plt.subplots(figsize=(6, 5))
ax.add_patch(patches.Rectangle((1, 1), 3, 2, fill=False, edgecolor='b', linewidth=2))
ax.add_patch(patches.Circle((7, 2), 1.2, color='g', alpha=0.4))
ax.add_patch(patches.Polygon([(1, 5), (3, 8), (5, 5)], closed=True, facecolor='orange', edgecolor='k'))
ax.add_patch(patches.Ellipse((7, 6.5), 4, 2, angle=30, ec='r', fc='none', ls='--'))
ax.add_patch(patches.Arc((3, 5), 1.5, 1.5, theta1=0, theta2=130, lw=2))
ax.set_xlim(0, 10)
ax.set_ylim(0, 9)
ax.set_aspect('equal')
plt.savefig(os.path.join(temp_output_dir, 'patches.png'))
