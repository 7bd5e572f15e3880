import numpy as np
import matplotlib.pyplot as plt
rng = np.random.default_rng(7)
data = rng.normal(50, 12, 500)
plt.figure(figsize=(6, 4))
n, bins, patches = plt.hist(data, bins=20, color='skyblue', edgecolor='black')
plt.axvline(data.mean(), color='red', linestyle='--', label=f'mean = {data.mean():.1f}')
plt.xlabel('Score'); plt.ylabel('Count')
plt.legend()
plt.savefig(os.path.join(temp_output_dir, 'hist.png'))
print(int(n.sum()))
