import matplotlib.pyplot as plt
import matplotlib.dates as mdates
from datetime import date, datetime, timedelta
fig, axs = plt.subplots(4, 1, figsize=(8, 8))
spans = [timedelta(days=2000), timedelta(days=45), timedelta(hours=30), timedelta(minutes=8)]
for ax, span in zip(axs, spans):
    t = [datetime(2023, 11, 20, 6, 30) + span * i / 20 for i in range(21)]
    ax.plot(t, [i * i % 17 for i in range(21)], '.-')
fig.tight_layout()
fig.savefig(os.path.join(temp_output_dir, 'auto.png'))
fig, axs = plt.subplots(3, 1, figsize=(8, 6), layout='tight')
for ax, span in zip(axs, [timedelta(days=400), timedelta(days=9), timedelta(hours=5)]):
    t = [datetime(2024, 2, 25, 3) + span * i / 20 for i in range(21)]
    ax.plot(t, [i % 5 for i in range(21)])
    locator = mdates.AutoDateLocator()
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator))
plt.savefig(os.path.join(temp_output_dir, 'concise.png'))
