import matplotlib.pyplot as plt
import numpy as np
fig, ax = plt.subplots(figsize=(6, 4.5), layout='tight')
f = np.logspace(0, 3, 50)
ax.loglog(f, 1 / (1 + (f / 30)**2), 'o-', ms=3)
ax.set_xlabel('frequency [Hz]')
def flip(x):
    x = np.array(x, float)
    near_zero = np.isclose(x, 0)
    x[near_zero] = np.inf
    x[~near_zero] = 1 / x[~near_zero]
    return x
sec = ax.secondary_xaxis('top', functions=(flip, flip))
sec.set_xlabel('period [s]')
plt.savefig(os.path.join(temp_output_dir, 'period.png'))
