import matplotlib.pyplot as plt
import numpy as np
x = np.linspace(0, 10, 50)
plt.figure(figsize=(6, 4))
for i, (ls, lw) in enumerate([('-', 1), ('--', 1.5), ('-.', 2), (':', 2.5), ((0, (5, 1)), 3)]):
    plt.plot(x, i + 0.5 * np.sin(x), linestyle=ls, linewidth=lw, label=str(ls))
plt.legend(loc='center left', bbox_to_anchor=(1, 0.5), fontsize=8)
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, 'styles.png'))
