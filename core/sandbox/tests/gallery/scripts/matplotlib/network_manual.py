import matplotlib.pyplot as plt
pos = {'A': (0, 1), 'B': (1, 2), 'C': (1, 0), 'D': (2, 2), 'E': (2, 0), 'F': (3, 1)}
edges = [('A', 'B', 4), ('A', 'C', 2), ('B', 'D', 5), ('C', 'E', 10), ('B', 'C', 1), ('D', 'F', 6), ('E', 'F', 3)]
fig, ax = plt.subplots(figsize=(6, 4))
for u, v, w in edges:
    (x1, y1), (x2, y2) = pos[u], pos[v]
    ax.plot([x1, x2], [y1, y2], color='gray', zorder=1)
    ax.text((x1 + x2) / 2, (y1 + y2) / 2, w, ha='center', va='center', bbox=dict(facecolor='white', edgecolor='none', pad=1))
for n, (x, y) in pos.items():
    ax.scatter(x, y, s=600, color='lightblue', edgecolors='black', zorder=2)
    ax.text(x, y, n, ha='center', va='center', fontsize=12, zorder=3)
ax.axis('off')
plt.savefig(os.path.join(temp_output_dir, 'net.png'))
