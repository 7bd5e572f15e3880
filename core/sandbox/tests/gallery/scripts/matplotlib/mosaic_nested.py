import matplotlib.pyplot as plt
fig = plt.figure(figsize=(6, 4))
axs = fig.subplot_mosaic([['left', [['up'], ['down']]], ['wide', 'wide']], sharex=True, height_ratios=[2, 1])
for n, (name, ax) in enumerate(axs.items()):
    ax.plot([0, 1, 2 + n], [n, n + 1, 0], 'o-')
    ax.set_title(name, fontsize=9)
print(sorted(axs), axs['up'] is axs['down'])
fig.tight_layout()
fig.savefig(os.path.join(temp_output_dir, 'nested.png'))
