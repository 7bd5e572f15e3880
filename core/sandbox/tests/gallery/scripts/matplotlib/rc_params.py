import matplotlib.pyplot as plt
plt.rcParams['font.size'] = 13
plt.rcParams.update({'axes.grid': True, 'lines.linewidth': 2.5, 'figure.figsize': (6, 4)})
plt.plot([0, 1, 2, 3], [10, 20, 25, 30], label='growth')
plt.xlabel('Year')
plt.ylabel('Profit (k€)')
plt.legend(loc='best', frameon=False)
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, 'rc.png'))
