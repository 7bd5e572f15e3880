import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(-3, 3, 120)
X, Y = np.meshgrid(x, x)
fig, ax = plt.subplots(figsize=(5, 5))
ax.contour(X, Y, X**2 + Y**2 - 4, levels=[0], colors='blue')
ax.contour(X, Y, Y - X**2 + 1, levels=[0], colors='red')
ax.axhline(0, color='k', lw=0.7); ax.axvline(0, color='k', lw=0.7)
ax.set_aspect('equal')
ax.set_title('Circle and parabola')
fig.savefig(os.path.join(temp_output_dir, 'implicit.png'))
