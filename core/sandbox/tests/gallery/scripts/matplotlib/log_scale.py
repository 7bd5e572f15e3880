import numpy as np
import matplotlib.pyplot as plt
x = np.arange(1, 11)
fig, (ax1, ax2) = plt.subplots(1, 2, figsize=(8, 3.5))
ax1.plot(x, 2.0**x, marker='o')
ax1.set_title('linear')
ax2.semilogy(x, 2.0**x, marker='s', color='orange')
ax2.set_title('log')
for ax in (ax1, ax2):
    ax.set_xlabel('n')
    ax.grid(True)
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, 'log.png'))
