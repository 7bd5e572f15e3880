import matplotlib.pyplot as plt
labels = ['Rent', 'Food', 'Fun', 'Travel', 'Other']
sizes = [35, 25, 20, 12, 8]
explode = (0.1, 0, 0, 0, 0)
plt.figure(figsize=(5, 5))
plt.pie(sizes, explode=explode, labels=labels, autopct='%1.1f%%', startangle=90)
plt.title('Budget')
plt.axis('equal')
plt.savefig(os.path.join(temp_output_dir, 'pie.png'))
