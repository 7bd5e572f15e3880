import matplotlib.pyplot as plt
import numpy as np
t = np.arange(0.0, 5.0, 0.01)
s = np.cos(2 * np.pi * t)
plt.figure(figsize=(6, 4))
plt.plot(t, s, lw=2)
plt.annotate('local max', xy=(2, 1), xytext=(3, 1.5), arrowprops=dict(facecolor='black', shrink=0.05))
plt.ylim(-2, 2)
plt.savefig(os.path.join(temp_output_dir, 'annotate.png'))
