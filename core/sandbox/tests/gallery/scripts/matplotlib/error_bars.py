import numpy as np
import matplotlib.pyplot as plt
x = np.array([1, 2, 3, 4, 5])
y = np.array([2.1, 3.9, 6.2, 7.8, 10.1])
e = np.array([0.3, 0.5, 0.4, 0.6, 0.5])
plt.figure(figsize=(6, 4))
plt.errorbar(x, y, yerr=e, fmt='o', capsize=4, color='black', ecolor='gray', label='measured')
plt.plot(x, 2 * x, 'r--', label='theory')
plt.legend()
plt.xlabel('Load (N)')
plt.ylabel('Extension (cm)')
plt.savefig(os.path.join(temp_output_dir, 'errors.png'))
