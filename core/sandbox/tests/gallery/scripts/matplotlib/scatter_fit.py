import numpy as np
import matplotlib.pyplot as plt
rng = np.random.default_rng(3)
x = np.arange(20)
y = 2.5 * x + 4 + rng.normal(0, 4, 20)
m, b = np.polyfit(x, y, 1)
fig, ax = plt.subplots(figsize=(6, 4))
ax.scatter(x, y, color='tab:blue', label='data')
ax.plot(x, m * x + b, 'r-', label=f'y = {m:.2f}x + {b:.2f}')
ax.legend()
ax.set(xlabel='time (s)', ylabel='distance (m)', title='Linear fit')
fig.savefig(os.path.join(temp_output_dir, 'fit.png'), dpi=90)
print(f'{m:.3f} {b:.3f}')
