import numpy as np
import matplotlib.pyplot as plt

x = np.linspace(-4, 4, 400)
fig, ax = plt.subplots(figsize=(6, 6))
ax.plot(x, x**2 - 3, color='crimson', lw=2, label=r'$y = x^2 - 3$')
ax.plot(x, 2 * x, color='navy', lw=2, label=r'$y = 2x$')
ax.spines['left'].set_position('zero')
ax.spines['bottom'].set_position('zero')
ax.spines['right'].set_color('none')
ax.spines['top'].set_color('none')
ax.set_xlim(-4, 4)
ax.set_ylim(-5, 8)
for xi in (-1, 3):
    ax.plot(xi, 2 * xi, 'ko')
    ax.annotate(f'({xi}, {2 * xi})', (xi, 2 * xi), textcoords='offset points', xytext=(8, -14))
ax.legend(loc='upper left')
plt.savefig(os.path.join(temp_output_dir, 'curves.png'), dpi=80)
print(sorted(np.roots([1, -2, -3]).round(3).tolist()))
