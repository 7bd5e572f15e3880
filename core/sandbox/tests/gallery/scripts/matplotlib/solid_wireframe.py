import numpy as np
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 2, figsize=(10, 5), subplot_kw={'projection': '3d'})
x = np.linspace(-3, 3, 60)
X, Y = np.meshgrid(x, x)
Z = np.sin(np.sqrt(X ** 2 + Y ** 2))
axes[0].plot_wireframe(X, Y, Z, rstride=5, cstride=5, color='teal', linewidth=0.8)
axes[0].set_title('z = sin r')
surface = axes[1].plot_surface(X, Y, X ** 2 - Y ** 2, cmap='viridis', alpha=0.8)
axes[1].set_title('Saddle')
axes[1].view_init(elev=35, azim=-120)
fig.colorbar(surface, ax=axes[1], shrink=0.6, pad=0.1)
plt.savefig(os.path.join(temp_output_dir, 'waves.png'), bbox_inches='tight')
