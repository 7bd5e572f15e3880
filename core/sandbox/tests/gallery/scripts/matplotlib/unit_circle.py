import numpy as np
import matplotlib.pyplot as plt
theta = np.linspace(0, 2 * np.pi, 200)
fig, ax = plt.subplots(figsize=(5, 5))
ax.plot(np.cos(theta), np.sin(theta), 'k')
a = np.deg2rad(50)
ax.plot([0, np.cos(a)], [0, np.sin(a)], 'b', lw=2)
ax.plot([np.cos(a), np.cos(a)], [0, np.sin(a)], 'r--', label='sin')
ax.plot([0, np.cos(a)], [0, 0], 'g', lw=2, label='cos')
ax.text(0.12, 0.06, r'$\theta$', fontsize=14)
ax.set_aspect('equal', adjustable='box')
ax.grid(True, linestyle='--', alpha=0.5)
ax.legend()
plt.savefig(os.path.join(temp_output_dir, 'unit.png'))
