import matplotlib.pyplot as plt
plt.figure(figsize=(6, 4))
plt.plot([0, 1, 2, 3, 4], [0, 1, 4, 9, 16], 'bo-')
plt.vlines([1, 3], 0, [1, 9], colors='r', linestyles='dashed')
plt.hlines([1, 9], 0, [1, 3], colors='g', linestyles='dotted')
plt.xlim(0, 4.2); plt.ylim(0, 17)
plt.minorticks_on()
plt.grid(which='major', linestyle='-', alpha=0.6)
plt.savefig(os.path.join(temp_output_dir, 'vh.png'))
