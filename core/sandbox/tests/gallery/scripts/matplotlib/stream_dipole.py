import matplotlib.pyplot as plt
import numpy as np
x = np.linspace(-2, 2, 30)
y = np.linspace(-1.5, 1.5, 24)
X, Y = np.meshgrid(x, y)
def field(q, at):
    r3 = ((X - at[0])**2 + (Y - at[1])**2)**1.5
    return q * (X - at[0]) / r3, q * (Y - at[1]) / r3
ax1, ay1 = field(1, (-1, 0))
ax2, ay2 = field(-1, (1, 0))
E = np.hypot(ax1 + ax2, ay1 + ay2)
plt.figure(figsize=(7, 5))
plt.streamplot(x, y, ax1 + ax2, ay1 + ay2, color='k', linewidth=1.5 * np.minimum(E, 2) + 0.3, density=1.2)
plt.plot([-1], [0], 'ro', ms=14)
plt.plot([1], [0], 'bo', ms=14)
plt.gca().set_aspect('equal')
plt.streamplot(x, y, ax1, ay1, start_points=[[0, 1], [0.5, -1.0]], color='g', broken_streamlines=False)
plt.savefig(os.path.join(temp_output_dir, 'dipole.png'))
