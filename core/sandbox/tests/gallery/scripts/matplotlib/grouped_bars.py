import numpy as np
import matplotlib.pyplot as plt
quarters = ['Q1', 'Q2', 'Q3', 'Q4']
a = [20, 34, 30, 35]
b = [25, 32, 34, 20]
x = np.arange(len(quarters))
width = 0.35
fig, ax = plt.subplots(figsize=(6, 4))
r1 = ax.bar(x - width / 2, a, width, label='2022')
r2 = ax.bar(x + width / 2, b, width, label='2023')
ax.set_xticks(x, quarters)
ax.set_ylabel('Sales')
ax.legend()
ax.bar_label(r1, padding=2)
ax.bar_label(r2, padding=2)
fig.savefig(os.path.join(temp_output_dir, 'grouped.png'))
