import matplotlib.pyplot as plt
import numpy as np
fig, ax = plt.subplots(figsize=(5, 5))
ax.add_patch(plt.Circle((0, 0), 1, fill=False, color='black', lw=1.5))
angles = np.radians([200, 340, 75])
P = np.c_[np.cos(angles), np.sin(angles)]
names = 'ABC'
for (x, y), n in zip(P, names):
    ax.plot(x, y, 'bo', ms=5)
    ax.annotate(n, (x, y), xytext=(1.12 * x - 0.03, 1.12 * y - 0.03))
ax.plot([P[0, 0], P[2, 0], P[1, 0]], [P[0, 1], P[2, 1], P[1, 1]], 'b-')
ax.plot([P[0, 0], 0, P[1, 0]], [P[0, 1], 0, P[1, 1]], 'r-')
ax.plot(0, 0, 'ro', ms=4)
ax.text(0.04, 0.04, 'O', color='red')
ax.set_xlim(-1.4, 1.4); ax.set_ylim(-1.4, 1.4)
ax.set_aspect('equal'); ax.axis('off')
plt.savefig(os.path.join(temp_output_dir, 'inscribed.png'), bbox_inches='tight')
