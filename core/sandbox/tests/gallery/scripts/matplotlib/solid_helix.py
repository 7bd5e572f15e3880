import numpy as np
import matplotlib.pyplot as plt

ax = plt.figure().add_subplot(projection='3d')
theta = np.linspace(-4 * np.pi, 4 * np.pi, 200)
z = np.linspace(-2, 2, 200)
r = z ** 2 + 1
ax.plot(r * np.sin(theta), r * np.cos(theta), z, label='parametric curve')
ax.plot3D([0, 0], [0, 0], [-2, 2], 'k--o', markersize=4)
ax.legend()
ax.set_xlabel('$x(t)$')
ax.invert_zaxis()
plt.show()
