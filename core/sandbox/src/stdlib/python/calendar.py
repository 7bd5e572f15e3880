def module(native):
    from datetime import date, timedelta

    from enum import IntEnum

    class Day(IntEnum):
        MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

        def __repr__(self):
            return f'calendar.{self.name}'

    day_name = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
    month_name = ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
                  'October', 'November', 'December']
    day_abbr = [name[:3] for name in day_name]
    month_abbr = [name[:3] for name in month_name]

    class IllegalMonthError(ValueError):
        def __init__(self, month): self.month = month
        def __str__(self): return f'bad month number {self.month!r}; must be 1-12'

    def isleap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    def leapdays(y1, y2):
        y1, y2 = y1 - 1, y2 - 1
        return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)

    def weekday(year, month, day):
        return Day(date(year, month, day).weekday())

    def monthrange(year, month):
        if not 1 <= month <= 12:
            raise IllegalMonthError(month)
        days = [31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return weekday(year, month, 1), days[month - 1]

    class Calendar:
        def __init__(self, firstweekday=0): self.firstweekday = firstweekday
        def iterweekdays(self): return iter([(self.firstweekday + i) % 7 for i in range(7)])

        def itermonthdates(self, year, month):
            first, count = monthrange(year, month)
            before = (first - self.firstweekday) % 7
            total = -(-(before + count) // 7) * 7
            start = date(year, month, 1) - timedelta(before)
            for i in range(total):
                yield start + timedelta(i)

        def itermonthdays(self, year, month):
            return iter([day.day if day.month == month else 0 for day in self.itermonthdates(year, month)])

        def _weeks(self, days):
            days = list(days)
            return [days[i:i + 7] for i in range(0, len(days), 7)]

        def monthdayscalendar(self, year, month): return self._weeks(self.itermonthdays(year, month))
        def monthdatescalendar(self, year, month): return self._weeks(self.itermonthdates(year, month))

    class TextCalendar(Calendar):
        def formatweekday(self, day, width):
            names = day_name if width >= 9 else day_abbr
            return names[day][:width].center(width)

        def formatweekheader(self, width): return ' '.join([self.formatweekday(i, width) for i in self.iterweekdays()])
        def formatday(self, day, weekday, width): return ('' if day == 0 else f'{day:2}').center(width)

        def formatmonthname(self, year, month, width, withyear=True):
            name = month_name[month]
            return (f'{name} {year}' if withyear else name).center(width)

        def formatmonth(self, year, month, w=0, l=0):
            w, l = max(2, w), max(1, l)
            lines = [self.formatmonthname(year, month, 7 * (w + 1) - 1).rstrip(), self.formatweekheader(w).rstrip()]
            for week in self.monthdayscalendar(year, month):
                lines.append(' '.join([self.formatday(day, 0, w) for day in week]).rstrip())
            return ''.join([line + '\n' * l for line in lines])

        def prmonth(self, year, month, w=0, l=0): print(self.formatmonth(year, month, w, l), end='')

        def formatyear(self, year, w=2, l=1, c=6, m=3):
            w, l, c = max(2, w), max(1, l), max(2, c)
            width = (w + 1) * 7 - 1
            gap = ' ' * c
            out = [str(year).center(width * m + c * (m - 1)).rstrip(), '\n' * l]
            header = self.formatweekheader(w)
            for first in range(1, 13, m):
                months = range(first, min(first + m, 13))
                out.append('\n' * l)
                out.append(gap.join([self.formatmonthname(year, k, width, False).center(width) for k in months]).rstrip())
                out.append('\n' * l)
                out.append(gap.join([header.center(width) for k in months]).rstrip())
                out.append('\n' * l)
                weeks = [self.monthdayscalendar(year, k) for k in months]
                for row in range(max([len(month) for month in weeks])):
                    cells = [' '.join([self.formatday(day, 0, w) for day in month[row]]) if row < len(month) else ''
                             for month in weeks]
                    out.append(gap.join([cell.center(width) for cell in cells]).rstrip())
                    out.append('\n' * l)
            return ''.join(out)

    own = TextCalendar()

    def setfirstweekday(firstweekday):
        own.firstweekday = firstweekday

    def timegm(value):
        year, month, day, hour, minute, second = tuple(value)[:6]
        days = date(year, month, 1).toordinal() - 719163 + day - 1
        return ((days * 24 + hour) * 60 + minute) * 60 + second

    return {
        'isleap': isleap, 'leapdays': leapdays, 'weekday': weekday, 'monthrange': monthrange, 'Calendar': Calendar,
        'TextCalendar': TextCalendar, 'day_name': day_name, 'day_abbr': day_abbr, 'month_name': month_name,
        'month_abbr': month_abbr, 'month': own.formatmonth, 'monthcalendar': own.monthdayscalendar,
        'prmonth': own.prmonth, 'calendar': own.formatyear, 'prcal': lambda *args: print(own.formatyear(*args)),
        'setfirstweekday': setfirstweekday, 'firstweekday': lambda: own.firstweekday, 'timegm': timegm,
        'IllegalMonthError': IllegalMonthError, 'Day': Day, **{day.name: day for day in Day},
        'January': 1, 'February': 2,
    }
