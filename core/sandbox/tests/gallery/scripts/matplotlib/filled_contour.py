import numpy as np
import matplotlib.pyplot as plt
x = y = np.linspace(-2, 2, 50)
X, Y = np.meshgrid(x, y)
plt.figure(figsize=(5.5, 4.5))
plt.contourf(X, Y, X**2 + Y**2, levels=8, cmap='Blues')
plt.colorbar()
plt.plot(0, 0, 'r+')
plt.savefig(os.path.join(temp_output_dir, 'contourf.png'))
