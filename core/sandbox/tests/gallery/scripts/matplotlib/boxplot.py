import matplotlib.pyplot as plt
import numpy as np
np.random.seed(10)
data = [np.random.normal(0, std, 100) for std in range(1, 4)]
fig, ax = plt.subplots(figsize=(6, 4))
ax.boxplot(data)
ax.set_xticklabels(['A', 'B', 'C'])
ax.set_title('Box plots')
fig.savefig(os.path.join(temp_output_dir, 'box.png'))
