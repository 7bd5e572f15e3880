import numpy as np
import matplotlib.pyplot as plt

a, b, c = 1, -4, 3
x = np.linspace(-1, 5, 200)
y = a * x**2 + b * x + c
vertex = (-b / (2 * a), c - b**2 / (4 * a))
plt.figure(figsize=(6, 5))
plt.plot(x, y, label=f'$y = x^2 - 4x + 3$', color='darkblue')
plt.scatter(*vertex, color='red', zorder=3, label=f'vertex {vertex}')
plt.scatter([1, 3], [0, 0], color='green', zorder=3, label='roots')
plt.axhline(0, color='gray', linewidth=0.8)
plt.axvline(0, color='gray', linewidth=0.8)
plt.axvline(vertex[0], color='red', linestyle='--', alpha=0.5)
plt.legend()
plt.grid(True, alpha=0.3)
plt.title('Parabola with vertex and roots')
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, 'parabola.png'))
print(vertex)
