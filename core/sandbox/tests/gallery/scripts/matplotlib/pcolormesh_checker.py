import numpy as np
import matplotlib.pyplot as plt
Z = np.add.outer(range(8), range(8)) % 2
plt.figure(figsize=(4, 4))
plt.imshow(Z, cmap='binary', interpolation='nearest', extent=(0, 8, 0, 8))
plt.xticks(np.arange(8) + 0.5, list('abcdefgh'))
plt.yticks(np.arange(8) + 0.5, range(1, 9))
plt.savefig(os.path.join(temp_output_dir, 'checker.png'))
