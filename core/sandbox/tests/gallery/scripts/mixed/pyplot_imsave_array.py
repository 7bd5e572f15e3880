import numpy as np
import matplotlib.pyplot as plt
y, x = np.mgrid[-2:2:120j, -2:2:160j]
z = np.exp(-(x ** 2 + y ** 2)) * np.cos(4 * x)
plt.imsave(os.path.join(temp_output_dir, 'wave.png'), z, cmap='viridis')
print(z.shape, float(z.max().round(4)))
