import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(-2 * np.pi, 2 * np.pi, 400)
fig, ax = plt.subplots(figsize=(7, 3.5))
ax.plot(x, np.sin(x), label=r'$\sin x$')
ax.plot(x, np.cos(x), label=r'$\cos x$', linestyle='--')
ax.set_xticks([-2 * np.pi, -np.pi, 0, np.pi, 2 * np.pi])
ax.set_xticklabels([r'$-2\pi$', r'$-\pi$', '0', r'$\pi$', r'$2\pi$'])
ax.set_yticks([-1, 0, 1])
ax.legend(loc='lower right')
ax.grid()
fig.savefig(os.path.join(temp_output_dir, 'trig.png'))
