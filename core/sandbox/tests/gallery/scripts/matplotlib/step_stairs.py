import matplotlib.pyplot as plt
plt.figure(figsize=(6, 4))
plt.step([0, 1, 2, 3, 4, 5], [1, 3, 2, 5, 4, 4], where='mid', label='mid')
plt.step([0, 1, 2, 3, 4, 5], [2, 4, 3, 6, 5, 5], where='post', label='post', linestyle='-.')
plt.plot([0, 1, 2, 3, 4, 5], [0, 0.5, 1, 0.4, 0.2, 0], 'k.-')
plt.legend(title='where')
plt.savefig(os.path.join(temp_output_dir, 'steps.png'))
