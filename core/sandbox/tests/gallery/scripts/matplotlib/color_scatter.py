import numpy as np
import matplotlib.pyplot as plt
np.random.seed(19680801)
N = 50
x = np.random.rand(N)
y = np.random.rand(N)
colors = np.random.rand(N)
area = (30 * np.random.rand(N))**2
plt.figure(figsize=(6, 4.5))
plt.scatter(x, y, s=area, c=colors, alpha=0.5)
plt.colorbar()
plt.savefig(os.path.join(temp_output_dir, 'bubbles.png'))
