import matplotlib.pyplot as plt
fig, ax = plt.subplots(figsize=(5, 2.2))
ax.axis('off')
data = [['1', '2', '3'], ['4', '5', '6'], ['7', '8', '9']]
ax.table(cellText=data, colLabels=['A', 'B', 'C'], loc='center', cellLoc='center')
plt.savefig(os.path.join(temp_output_dir, 'table.png'))
