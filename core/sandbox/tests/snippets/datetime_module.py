#%% dates
from datetime import date, timedelta
d = date(2024, 2, 28)
print(d, repr(d), d + timedelta(days=2), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.isoformat(), d.strftime('%Y/%m/%d %A %b %j'), date(2024, 3, 1) - d, d < date(2025, 1, 1), d.replace(year=2023))
print(date.fromisoformat('2023-12-31').timetuple().tm_yday, d.toordinal(), date.fromordinal(738000), d.isocalendar()[1])

#%% datetimes
from datetime import datetime, timedelta
t = datetime(2024, 1, 31, 23, 59, 30)
print(t, repr(t), t + timedelta(minutes=1), t.isoformat(), t.date(), t.time(), t.strftime('%d.%m.%y %H:%M:%S %p %I'), t.hour, t.replace(hour=0), datetime(2024, 1, 1) < t)
print(datetime.strptime('2024-05-06 07:08', '%Y-%m-%d %H:%M'), datetime.fromisoformat('2024-01-02T03:04:05'), datetime(2024, 1, 1, 0, 0, 0, 5000), t - datetime(2024, 1, 1))

#%% timedeltas
from datetime import timedelta
a = timedelta(days=1, hours=2, minutes=30)
print(a, repr(a), a.total_seconds(), a.days, a.seconds, a * 2, -a, a / 2, a // timedelta(hours=1), a > timedelta(days=1), timedelta(seconds=90), timedelta(weeks=1), timedelta(milliseconds=1500), timedelta(hours=-1), abs(timedelta(-1)), sum([a, a], timedelta()))

#%% times
from datetime import time
t = time(9, 5)
print(t, repr(t), t.hour, t.minute, t.isoformat(), t.strftime('%H-%M'), time(1) < t, t.replace(minute=30), time(1, 2, 3, 400))

#%% errors
from datetime import date, datetime, timedelta
for f in (lambda: date(2024, 2, 30), lambda: date(2024, 13, 1), lambda: datetime(2024, 1, 1, 25), lambda: datetime.strptime('x', '%Y'), lambda: date(2024, 1, 1) + 1, lambda: date.fromisoformat('bad')):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

#%% calendar_arithmetic
from datetime import date, timedelta
start = date(2024, 2, 26)
print([(start + timedelta(days=i)).strftime('%a %d') for i in range(5)], (date(2024, 12, 25) - start).days, [date(2024, m, 1).weekday() for m in range(1, 5)])

#%% formatting
from datetime import datetime
t = datetime(2024, 7, 4, 15, 6, 7, 89)
print(f'{t:%Y-%m-%d %H:%M}', f'{t:%B %d, %Y}', '{:%I:%M %p}'.format(t), t.strftime('%y%m%d_%H%M%S'), t.isoformat(sep=' ', timespec='seconds'), f'{t}', t.strftime('%f'), t.ctime(), t.strftime('%%'))

#%% program_dates
from datetime import datetime, date, timedelta, timezone
d = date(2024, 2, 29)
print(d + timedelta(days=365), d.strftime("%A, %d %B %Y"), (date(2024, 12, 25) - d).days)
dt = datetime(2024, 3, 10, 14, 30, 15, 123456)
print(dt.isoformat(), dt.strftime("%I:%M %p"), dt.replace(hour=0, minute=0), dt.timestamp() if False else "")
print(datetime.strptime("2024-07-04 09:05", "%Y-%m-%d %H:%M"))
delta = datetime(2024, 1, 1) - datetime(2023, 6, 15, 12)
print(delta, delta.days, delta.seconds, delta.total_seconds(), -delta, abs(-delta), delta / 2, delta // timedelta(days=1))
week = [d + timedelta(days=i) for i in range(-d.weekday(), 7 - d.weekday())]
print([w.strftime("%a %d") for w in week])
print(d.isocalendar(), d.timetuple().tm_yday, datetime.fromisoformat("2024-05-06T07:08:09+02:00").astimezone(timezone.utc))
print(repr(timedelta(hours=25, minutes=3)), str(timedelta(seconds=3661)), divmod(timedelta(hours=5), timedelta(hours=2)))
print(min(date(2020,1,1), d), sorted([dt, datetime(2020,1,1)])[0], datetime.min, date.max)
