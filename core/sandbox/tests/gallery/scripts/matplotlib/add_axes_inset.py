import matplotlib.pyplot as plt
import numpy as np
fig = plt.figure(figsize=(6, 4))
ax = fig.add_axes([0.1, 0.12, 0.85, 0.8])
x = np.linspace(0, 10, 300)
ax.plot(x, np.sin(x) * np.exp(-x / 5))
inset = fig.add_axes([0.55, 0.55, 0.35, 0.3])
inset.plot(x, np.sin(x) * np.exp(-x / 5), 'r')
inset.set_xlim(1, 2)
inset.set_ylim(0.5, 0.8)
inset.set_title('peak', fontsize=8)
fig.savefig(os.path.join(temp_output_dir, 'inset.png'))
