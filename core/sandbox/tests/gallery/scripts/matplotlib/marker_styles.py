import matplotlib.pyplot as plt
markers = ['o', 's', '^', 'v', 'D', '*', 'x', '+', 'p', 'h', '<', '>']
plt.figure(figsize=(7, 2.5))
for i, m in enumerate(markers):
    plt.plot(i, 1, marker=m, markersize=14, color='C%d' % (i % 10))
    plt.text(i, 0.6, repr(m), ha='center')
plt.xlim(-1, 12); plt.ylim(0.3, 1.5)
plt.axis('off')
plt.savefig(os.path.join(temp_output_dir, 'markers.png'))
