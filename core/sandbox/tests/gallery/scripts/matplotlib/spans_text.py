import matplotlib.pyplot as plt
import numpy as np
x = np.linspace(0, 10, 200)
plt.figure(figsize=(7, 3.5))
plt.plot(x, np.exp(-0.3 * x) * np.cos(3 * x))
plt.axvspan(2, 4, color='yellow', alpha=0.3)
plt.axhspan(-0.1, 0.1, facecolor='green', alpha=0.2)
plt.axhline(0, color='k', lw=0.5)
plt.text(3, 0.8, 'window', ha='center', bbox=dict(boxstyle='round', facecolor='wheat', alpha=0.8))
plt.xlim(0, 10)
plt.savefig(os.path.join(temp_output_dir, 'spans.png'))
