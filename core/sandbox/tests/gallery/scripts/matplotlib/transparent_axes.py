import matplotlib.pyplot as plt
fig, ax = plt.subplots(figsize=(5, 3.5))
ax.plot([1, 2, 3], [3, 1, 2], lw=3)
ax.spines[['top', 'right']].set_visible(False)
ax.set_title('Clean look', loc='left')
ax.margins(0.1)
fig.savefig(os.path.join(temp_output_dir, 'clean.png'), transparent=True)
