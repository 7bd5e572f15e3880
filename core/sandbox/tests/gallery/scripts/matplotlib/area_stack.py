import matplotlib.pyplot as plt
x = [2018, 2019, 2020, 2021, 2022]
plt.figure(figsize=(6, 4))
plt.stackplot(x, [5, 6, 4, 7, 8], [3, 4, 6, 5, 4], [2, 2, 3, 4, 6], labels=['a', 'b', 'c'])
plt.legend(loc='upper left')
plt.xticks(x)
plt.savefig(os.path.join(temp_output_dir, 'stack.png'))
