import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 2 * np.pi, 200)
fig, axes = plt.subplots(2, 2, figsize=(8, 6))
axes[0, 0].plot(x, np.sin(x)); axes[0, 0].set_title('sin')
axes[0, 1].plot(x, np.cos(x), 'r--'); axes[0, 1].set_title('cos')
axes[1, 0].plot(x, np.exp(-x / 2), 'g'); axes[1, 0].set_title('exp')
axes[1, 1].plot(x, np.sqrt(x), 'm:'); axes[1, 1].set_title('sqrt')
for ax in axes.flat:
    ax.grid(alpha=0.3)
fig.suptitle('Four functions')
fig.tight_layout()
fig.savefig(os.path.join(temp_output_dir, 'four.png'))
