import matplotlib.pyplot as plt
import numpy as np
fig, axd = plt.subplot_mosaic('AAB;C.B', figsize=(7, 4.5), width_ratios=[1, 1, 1.4], gridspec_kw={'wspace': 0.4, 'hspace': 0.5})
x = np.linspace(0, 4 * np.pi, 200)
axd['A'].plot(x, np.sin(x))
axd['A'].set_title('wave')
axd['B'].bar(['a', 'b', 'c'], [3, 5, 2], color='tab:orange')
axd['C'].scatter([1, 2, 3], [3, 1, 2])
for name, ax in axd.items():
    ax.text(0.05, 0.9, name, transform=ax.transAxes, va='top', fontweight='bold')
print(list(axd))
plt.savefig(os.path.join(temp_output_dir, 'mosaic.png'))
