import matplotlib.pyplot as plt
months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun']
rain = [78, 60, 55, 48, 52, 40]
temp = [2, 4, 8, 12, 17, 20]
fig, ax1 = plt.subplots(figsize=(6, 4))
ax1.bar(months, rain, color='lightblue', label='rain')
ax1.set_ylabel('Rain (mm)', color='tab:blue')
ax1.tick_params(axis='y', labelcolor='tab:blue')
ax2 = ax1.twinx()
ax2.plot(months, temp, color='tab:red', marker='o', label='temp')
ax2.set_ylabel('Temperature (°C)', color='tab:red')
ax2.tick_params(axis='y', labelcolor='tab:red')
fig.tight_layout()
fig.savefig(os.path.join(temp_output_dir, 'climate.png'))
