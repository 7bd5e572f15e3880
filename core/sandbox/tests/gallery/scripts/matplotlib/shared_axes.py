import matplotlib.pyplot as plt
import numpy as np
t = np.linspace(0, 4, 200)
fig, axs = plt.subplots(3, 1, sharex=True, figsize=(6, 5))
g = 9.81
axs[0].plot(t, 20 * t - g * t**2 / 2); axs[0].set_ylabel('s (m)')
axs[1].plot(t, 20 - g * t, color='green'); axs[1].set_ylabel('v (m/s)')
axs[2].plot(t, -g * np.ones_like(t), color='red'); axs[2].set_ylabel('a (m/s²)')
axs[2].set_xlabel('t (s)')
for ax in axs: ax.grid(True)
fig.align_ylabels()
fig.savefig(os.path.join(temp_output_dir, 'motion.png'))
