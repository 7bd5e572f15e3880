import numpy as np
import matplotlib.pyplot as plt

u = np.linspace(0, 2 * np.pi, 40)
v = np.linspace(0, np.pi, 20)
x = 3 * np.outer(np.cos(u), np.sin(v))
y = 3 * np.outer(np.sin(u), np.sin(v))
z = 3 * np.outer(np.ones(np.size(u)), np.cos(v))
fig = plt.figure()
ax = fig.add_subplot(projection='3d')
ax.plot_surface(x, y, z, color='skyblue', edgecolor='gray', linewidth=0.3)
ax.plot([0, 0], [0, 0], [-4, 4], color='k')
ax.set_aspect('equal')
ax.set_title('Sphere of radius 3')
plt.savefig(os.path.join(temp_output_dir, 'sphere.png'))
