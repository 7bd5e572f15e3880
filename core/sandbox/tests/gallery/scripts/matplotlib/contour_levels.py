import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(-3, 3, 60)
y = np.linspace(-3, 3, 60)
X, Y = np.meshgrid(x, y)
Z = np.exp(-X**2 - Y**2) + 0.5 * np.exp(-(X - 1.5)**2 - Y**2)
fig, ax = plt.subplots(figsize=(6, 5))
cs = ax.contour(X, Y, Z, levels=[0.1, 0.3, 0.5, 0.7, 0.9])
ax.set_title('Contour lines')
fig.savefig(os.path.join(temp_output_dir, 'contour.png'))
