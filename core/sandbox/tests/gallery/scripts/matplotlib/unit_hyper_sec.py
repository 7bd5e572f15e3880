import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(-3, 3, 601)
with np.errstate(divide='ignore'):
    y = 1 / x
y[np.abs(y) > 10] = np.nan
fig, ax = plt.subplots(figsize=(5, 5))
ax.plot(x, y, 'm')
ax.spines['left'].set_position('center')
ax.spines['bottom'].set_position('center')
ax.spines['top'].set_visible(False)
ax.spines['right'].set_visible(False)
ax.set_xlim(-3, 3); ax.set_ylim(-10, 10)
ax.xaxis.set_ticks_position('bottom')
ax.yaxis.set_ticks_position('left')
ax.text(1.2, 6, r'$y=\frac{1}{x}$', fontsize=16)
fig.savefig(os.path.join(temp_output_dir, 'hyperbola.png'))
