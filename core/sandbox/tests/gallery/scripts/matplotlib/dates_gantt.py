import matplotlib.pyplot as plt
import matplotlib.dates as mdates
from datetime import date, timedelta
tasks = [('plan', date(2024, 3, 1), 7), ('build', date(2024, 3, 6), 18), ('test', date(2024, 3, 20), 10)]
fig, (ax, below) = plt.subplots(2, 1, figsize=(7, 5))
for name, start, days in tasks:
    ax.barh(name, timedelta(days=days), left=start, height=0.5)
ax.xaxis.set_major_locator(mdates.DayLocator(interval=5))
ax.xaxis.set_major_formatter(mdates.DateFormatter('%d/%m'))
ax.invert_yaxis()
below.bar([date(2024, 3, d) for d in (1, 2, 3, 5, 8)], [3, 1, 4, 1, 5], width=0.8, color='tab:purple')
below.scatter([date(2024, 3, 4), date(2024, 3, 7)], [2, 3], color='k', zorder=3)
plt.setp(below.get_xticklabels(), rotation=30, ha='right')
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, 'gantt.png'))
