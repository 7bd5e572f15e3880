import matplotlib.pyplot as plt
days = ['2024-01-%02d' % d for d in range(1, 9)]
vals = [3, 5, 4, 6, 8, 7, 9, 10]
plt.figure(figsize=(6, 4))
plt.plot(days, vals, 'g^-')
plt.xticks(rotation=45, ha='right')
plt.ylim(bottom=0)
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, 'dates.png'))
