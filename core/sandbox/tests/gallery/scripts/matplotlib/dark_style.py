import matplotlib.pyplot as plt
import numpy as np
fig, ax = plt.subplots(figsize=(6, 4), facecolor='#222222')
ax.set_facecolor('#333333')
x = np.linspace(0, 5, 50)
ax.plot(x, x**1.5, color='cyan')
for s in ax.spines.values():
    s.set_color('white')
ax.tick_params(colors='white')
ax.set_title('Dark', color='white')
ax.xaxis.label.set_color('white')
ax.set_xlabel('x')
plt.savefig(os.path.join(temp_output_dir, 'dark.png'), facecolor=fig.get_facecolor())
