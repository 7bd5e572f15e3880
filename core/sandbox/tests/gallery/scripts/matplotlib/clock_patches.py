import matplotlib.pyplot as plt
import numpy as np
fig, ax = plt.subplots(figsize=(4, 4))
ax.add_artist(plt.Circle((0, 0), 1, fill=False, lw=3))
for h in range(12):
    a = np.pi / 2 - h * np.pi / 6
    ax.plot([0.9 * np.cos(a), np.cos(a)], [0.9 * np.sin(a), np.sin(a)], 'k', lw=2)
    ax.text(0.78 * np.cos(a), 0.78 * np.sin(a), str(h if h else 12), ha='center', va='center', fontsize=12)
h, m = 4, 40
ah = np.pi / 2 - (h + m / 60) * np.pi / 6
am = np.pi / 2 - m * np.pi / 30
ax.plot([0, 0.5 * np.cos(ah)], [0, 0.5 * np.sin(ah)], 'k', lw=5)
ax.plot([0, 0.75 * np.cos(am)], [0, 0.75 * np.sin(am)], 'b', lw=3)
ax.set_xlim(-1.1, 1.1); ax.set_ylim(-1.1, 1.1)
ax.set_aspect('equal'); ax.axis('off')
fig.savefig(os.path.join(temp_output_dir, 'clock.png'))
