import matplotlib.pyplot as plt
import matplotlib.gridspec as gridspec
import numpy as np
fig = plt.figure(figsize=(7, 4.5))
gs = gridspec.GridSpec(2, 3, figure=fig)
a = fig.add_subplot(gs[0, :])
b = fig.add_subplot(gs[1, 0])
c = fig.add_subplot(gs[1, 1:])
t = np.linspace(0, 1, 100)
a.plot(t, np.sin(8 * t)); a.set_title('top')
b.bar(['x', 'y'], [3, 5])
c.scatter(t[::5], np.cos(t[::5] * 6), marker='x')
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, 'spec.png'))
