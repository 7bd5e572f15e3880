import matplotlib.pyplot as plt
fig, ax = plt.subplots(figsize=(8, 1.6))
ax.axhline(0, color='black', lw=2)
for v in range(-5, 6):
    ax.plot([v, v], [-0.1, 0.1], 'k', lw=1.5)
    ax.text(v, -0.35, str(v), ha='center', va='center')
ax.plot([-2, 3], [0, 0], color='red', lw=5, solid_capstyle='butt')
ax.plot(-2, 0, 'o', mfc='white', mec='red', ms=10, mew=2)
ax.plot(3, 0, 'o', color='red', ms=10)
ax.set_xlim(-6, 6)
ax.set_ylim(-0.6, 0.6)
ax.axis('off')
plt.savefig(os.path.join(temp_output_dir, 'line.png'), bbox_inches='tight', dpi=80)
