import matplotlib.pyplot as plt
vals = [10, 20, 30, 40]
fig, ax = plt.subplots(figsize=(5, 4))
wedges, texts, autotexts = ax.pie(vals, autopct='%d%%', colors=['#f88', '#8f8', '#88f', '#fc8'], startangle=140, wedgeprops=dict(width=0.5, edgecolor='w'))
ax.legend(wedges, ['A', 'B', 'C', 'D'], loc='center left', bbox_to_anchor=(0.95, 0.5))
plt.setp(autotexts, size=8, weight='bold')
fig.savefig(os.path.join(temp_output_dir, 'donut.png'))
