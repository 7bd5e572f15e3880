import numpy as np
import matplotlib.pyplot as plt
rng = np.random.default_rng(0)
a = rng.normal(0, 1, 300)
b = rng.normal(2, 1.5, 300)
fig, ax = plt.subplots(figsize=(6, 4))
ax.hist(a, bins=15, alpha=0.5, label='A')
ax.hist(b, bins=15, alpha=0.5, label='B', density=False)
ax.legend()
ax.set_xlabel('value')
fig.savefig(os.path.join(temp_output_dir, 'hist2.png'))
