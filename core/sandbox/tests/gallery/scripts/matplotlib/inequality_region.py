import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(0, 10, 200)
y1 = 8 - x
y2 = (12 - x) / 2
plt.figure(figsize=(6, 5))
plt.plot(x, y1, label='x + y ≤ 8')
plt.plot(x, y2, label='x + 2y ≤ 12')
upper = np.minimum(y1, y2)
plt.fill_between(x, 0, upper, where=upper >= 0, color='gray', alpha=0.3, label='feasible')
plt.plot([0, 8, 4, 0], [0, 0, 4, 6], 'ko')
for px, py in [(0, 0), (8, 0), (4, 4), (0, 6)]:
    plt.text(px + 0.15, py + 0.15, f'({px}, {py})')
plt.xlim(0, 10); plt.ylim(0, 9)
plt.legend(loc='upper right')
plt.savefig(os.path.join(temp_output_dir, 'lp.png'))
print(max(3 * a + 4 * b for a, b in [(0, 0), (8, 0), (4, 4), (0, 6)]))
