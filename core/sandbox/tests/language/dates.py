from datetime import datetime, date, time, timedelta, timezone
import datetime as dt
d = date(2024, 2, 29); t = datetime(2024, 3, 1, 14, 5, 9, 1234)
print(d, repr(d), t, repr(t), d.year, t.hour, t.microsecond, d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), date.fromordinal(738945), d.isoformat(), t.isoformat(), t.isoformat(' '), t.isoformat(timespec='minutes'), t.date(), t.time(), datetime(2024, 1, 1), repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 0, 0, 5)))
print(d + timedelta(days=1), d - timedelta(weeks=1), date(2024, 3, 1) - date(2023, 3, 1), t - datetime(2024, 1, 1), t + timedelta(hours=12, minutes=70), (date(2025, 1, 1) - d).days, d.replace(year=2020), t.replace(minute=0, microsecond=0), d < date(2025, 1, 1), t > datetime(2024, 1, 1), d == date(2024, 2, 29), t == d, max(d, date(2023, 1, 1)), sorted([date(2024, 5, 1), d]))
delta = timedelta(days=1, hours=2, seconds=3, milliseconds=4)
print(delta, repr(delta), delta.days, delta.seconds, delta.microseconds, delta.total_seconds(), -delta, delta * 2, delta / 2, delta // timedelta(hours=1), delta % timedelta(hours=1), delta / timedelta(hours=1), abs(-delta) == delta, timedelta(), repr(timedelta()), bool(timedelta()), timedelta(seconds=1.5), timedelta(days=-1, hours=1), repr(timedelta(hours=-1)), timedelta(minutes=90), 3 * timedelta(hours=1), sum([timedelta(1), timedelta(2)], timedelta()), timedelta(days=0.5), timedelta(hours=1) < timedelta(hours=2), timedelta(days=1000))
print(t.strftime('%Y-%m-%d %H:%M:%S'), t.strftime('%d/%m/%y %I:%M %p'), t.strftime('%A, %B %d, %Y'), t.strftime('%a %b %j %U %W %w %f %%'), d.strftime('%d.%m.%Y %H'), f'{t:%H:%M}', f'{d:%b %d}', t.strftime('%-d/%-m %e'), t.strftime('%F %T %R %D'), t.strftime('%c'), t.strftime('%V %G %u %y'), format(d, ''), time(5, 6).strftime('%H-%M'), t.ctime())
print(datetime.strptime('2024-01-15', '%Y-%m-%d'), datetime.strptime('15/Jan/2024 3:07 PM', '%d/%b/%Y %I:%M %p'), datetime.strptime('January 5, 2023 23:59:58.5', '%B %d, %Y %H:%M:%S.%f'), datetime.strptime('20240229', '%Y%m%d').date(), datetime.strptime('12:30', '%H:%M').time(), datetime.strptime('5/6/99', '%m/%d/%y'), datetime.strptime('2024-060', '%Y-%j'), datetime.strptime('2024-01-01T00:00:00+0200', '%Y-%m-%dT%H:%M:%S%z'))
print(date.fromisoformat('2024-05-06'), datetime.fromisoformat('2024-05-06T07:08:09'), datetime.fromisoformat('2024-05-06 07:08'), datetime.fromisoformat('2024-05-06'), datetime.fromisoformat('2024-05-06T07:08:09.123456+00:00'), time.fromisoformat('04:05:06'), datetime.combine(d, time(1, 2, 3)))
print(time(14, 30), repr(time(14, 30)), time(14, 30, 15, 5), time(9) < time(10), time(1, 2).replace(hour=5), time(), time.max, date.min, date.max, datetime.min, timedelta.max, time(1, 2, 3).isoformat('minutes'))
u = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
print(u, repr(u), u.isoformat(), u.timestamp(), u.astimezone(timezone(timedelta(hours=5, minutes=30))), u.utcoffset(), u.tzname(), timezone.utc, repr(timezone(timedelta(hours=-3))), timezone(timedelta(hours=-3)), u.strftime('%z %Z'), u == datetime(2024, 1, 1, 14, tzinfo=timezone(timedelta(hours=2))), datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1700000000.5, tz=timezone.utc))
print({d: 1}[date(2024, 2, 29)], len({t, datetime(2024, 3, 1, 14, 5, 9, 1234)}), isinstance(t, date), isinstance(d, datetime), isinstance(t, dt.datetime), type(t), type(d).__name__, d.timetuple()[:3], dt.MAXYEAR, {timedelta(hours=24): 'day'}[timedelta(days=1)])
for action in [lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: date(0, 1, 1), lambda: datetime(2023, 1, 1, 24), lambda: time(0, 60), lambda: datetime.strptime('x', '%Y'), lambda: datetime.strptime('2024-01-01 x', '%Y-%m-%d'), lambda: date.fromisoformat('2024/01/01'), lambda: t < d, lambda: u < t, lambda: u - t, lambda: timedelta('1'), lambda: date.max + timedelta(1), lambda: date('2024', 1, 1), lambda: datetime.strptime('1', '%Q')]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
day = date(2024, 12, 30)
while day < date(2025, 1, 3): print(day.strftime('%a %d'), day.isocalendar()[1], end='; '); day += timedelta(days=1)
print()
