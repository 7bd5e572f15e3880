import numpy as np
import matplotlib.pyplot as plt
n = np.arange(0, 12)
plt.figure(figsize=(6, 3.5))
plt.stem(n, 0.8**n)
plt.title('$x[n] = 0.8^n$')
plt.xlabel('n')
plt.savefig(os.path.join(temp_output_dir, 'stem.png'))
