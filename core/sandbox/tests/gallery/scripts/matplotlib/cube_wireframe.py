import numpy as np
import matplotlib.pyplot as plt
from itertools import product, combinations
V = np.array(list(product([0, 1], repeat=3)), float)
ang = np.radians(30)
proj = np.array([[1, 0], [0, 1], [-0.5 * np.cos(ang), -0.5 * np.sin(ang)]])
P = V @ proj
fig, ax = plt.subplots(figsize=(4.5, 4.5))
for i, j in combinations(range(8), 2):
    if np.abs(V[i] - V[j]).sum() == 1:
        hidden = np.array_equal(V[i], [0, 0, 0]) or np.array_equal(V[j], [0, 0, 0])
        ax.plot(*zip(P[i], P[j]), color='black', ls='--' if hidden else '-', lw=2)
for p, n in zip(P, 'ABCDEFGH'):
    ax.text(p[0] + 0.03, p[1] + 0.03, n, fontsize=12)
ax.set_aspect('equal'); ax.axis('off')
fig.savefig(os.path.join(temp_output_dir, 'cube.png'))
