import matplotlib.pyplot as plt
import numpy as np
ages = ['0-19', '20-39', '40-59', '60-79', '80+']
men = np.array([12, 14, 13, 9, 2])
women = np.array([11, 14, 13, 10, 4])
fig, ax = plt.subplots(figsize=(6, 4))
ax.barh(ages, -men, color='steelblue', label='men')
ax.barh(ages, women, color='salmon', label='women')
ax.set_xticks([-15, -10, -5, 0, 5, 10, 15])
ax.set_xticklabels([str(abs(v)) for v in (-15, -10, -5, 0, 5, 10, 15)])
ax.axvline(0, color='black', lw=0.8)
ax.legend(loc='upper right')
ax.set_title('Population (millions)')
fig.savefig(os.path.join(temp_output_dir, 'pyramid.png'))
