import matplotlib.pyplot as plt
years = [2019, 2020, 2021, 2022]
coal = [40, 35, 28, 20]
gas = [30, 31, 30, 29]
wind = [10, 16, 25, 36]
plt.figure(figsize=(6, 4))
plt.bar(years, coal, label='coal', color='dimgray')
plt.bar(years, gas, bottom=coal, label='gas', color='orange')
plt.bar(years, wind, bottom=[c + g for c, g in zip(coal, gas)], label='wind', color='seagreen')
plt.xticks(years)
plt.legend(loc='upper right', ncol=3, fontsize=8)
plt.ylim(0, 110)
plt.savefig(os.path.join(temp_output_dir, 'stacked.png'), dpi=90)
