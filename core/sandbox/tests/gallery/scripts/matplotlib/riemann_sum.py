import numpy as np
import matplotlib.pyplot as plt
f = lambda x: 0.5 * x**2 + 1
x = np.linspace(0, 3, 200)
n = 6
edges = np.linspace(0, 3, n + 1)
fig, ax = plt.subplots(figsize=(6, 4))
ax.plot(x, f(x), 'b', lw=2)
ax.bar(edges[:-1], f(edges[:-1]), width=3 / n, align='edge', alpha=0.4, edgecolor='k', color='orange')
ax.set_title(f'Left sum = {sum(f(edges[:-1])) * 3 / n:.3f}')
ax.set_xlim(0, 3)
fig.savefig(os.path.join(temp_output_dir, 'riemann.png'))
print(round(float(sum(f(edges[:-1])) * 3 / n), 4))
