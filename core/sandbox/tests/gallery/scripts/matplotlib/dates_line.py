import matplotlib.pyplot as plt
import matplotlib.dates as mdates
from datetime import datetime, timedelta
start = datetime(2024, 1, 1)
days = [start + timedelta(days=10 * i) for i in range(12)]
values = [12, 15, 14, 18, 21, 19, 24, 23, 27, 30, 28, 33]
fig, ax = plt.subplots(figsize=(8, 4))
ax.plot(days, values, marker='o', label='sales')
ax.axvline(datetime(2024, 3, 1), color='r', ls='--', label='launch')
ax.annotate('best', xy=(days[-1], 33), xytext=(datetime(2024, 2, 20), 31), arrowprops=dict(arrowstyle='->'))
ax.xaxis.set_major_locator(mdates.MonthLocator())
ax.xaxis.set_minor_locator(mdates.WeekdayLocator(byweekday=mdates.MO))
ax.xaxis.set_major_formatter(mdates.DateFormatter('%b %Y'))
ax.set_xlim(datetime(2023, 12, 25), datetime(2024, 5, 1))
ax.legend()
ax.grid(True, alpha=0.3)
fig.autofmt_xdate()
print(mdates.date2num(start), mdates.num2date(19723.5))
plt.savefig(os.path.join(temp_output_dir, 'dates.png'))
