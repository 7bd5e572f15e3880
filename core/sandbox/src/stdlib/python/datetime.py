def module(native):
    import datetime_format as text
    from time import time as now

    SECOND = 1000000
    DAY = 86400 * SECOND

    def whole(value, unit, name):
        if isinstance(value, int):
            return value * unit
        if not isinstance(value, float):
            raise TypeError(f'unsupported type for timedelta {name} component: {type(value).__name__}')
        if value != value or value in (float('inf'), float('-inf')):
            raise ValueError('cannot convert float NaN to integer')
        return int(value) * unit + round((value - int(value)) * unit)

    class timedelta:
        __module__ = 'datetime'
        __hash_fields__ = ('_us',)

        def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
            total = whole(days, DAY, 'days') + whole(seconds, SECOND, 'seconds')
            total += whole(microseconds, 1, 'microseconds') + whole(milliseconds, 1000, 'milliseconds')
            total += whole(minutes, 60 * SECOND, 'minutes') + whole(hours, 3600 * SECOND, 'hours')
            total += whole(weeks, 7 * DAY, 'weeks')
            self._us = total
            self.days, rest = divmod(total, DAY)
            self.seconds, self.microseconds = divmod(rest, SECOND)
            if abs(self.days) > 999999999:
                raise OverflowError(f'days={self.days}; must have magnitude <= 999999999')

        def total_seconds(self):
            return self._us / SECOND

        def __add__(self, other): return span(self._us + other._us) if isinstance(other, timedelta) else NotImplemented
        def __sub__(self, other): return span(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

        def __mul__(self, other):
            if isinstance(other, int):
                return span(self._us * other)
            return span(round(self._us * other)) if isinstance(other, float) else NotImplemented

        def __rmul__(self, other): return self * other

        def __truediv__(self, other):
            if isinstance(other, timedelta):
                return self._us / other._us
            if isinstance(other, int):
                quotient, rest = divmod(self._us, other)
                twice = 2 * abs(rest)
                return span(quotient + (twice > abs(other) or (twice == abs(other) and quotient % 2 == 1)))
            return span(round(self._us / other)) if isinstance(other, float) else NotImplemented

        def __floordiv__(self, other):
            if isinstance(other, timedelta):
                return self._us // other._us
            return span(self._us // other) if isinstance(other, int) else NotImplemented

        def __mod__(self, other): return span(self._us % other._us) if isinstance(other, timedelta) else NotImplemented
        def __neg__(self): return span(-self._us)
        def __pos__(self): return self
        def __abs__(self): return span(abs(self._us))
        def __bool__(self): return self._us != 0
        def __eq__(self, other): return isinstance(other, timedelta) and self._us == other._us
        def __lt__(self, other): return self._us < other._us if isinstance(other, timedelta) else NotImplemented
        def __le__(self, other): return self._us <= other._us if isinstance(other, timedelta) else NotImplemented
        def __gt__(self, other): return self._us > other._us if isinstance(other, timedelta) else NotImplemented
        def __ge__(self, other): return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

        def __str__(self):
            days = f'{self.days} day{"" if abs(self.days) == 1 else "s"}, ' if self.days else ''
            part = f'.{self.microseconds:06d}' if self.microseconds else ''
            minutes, seconds = divmod(self.seconds, 60)
            return f'{days}{minutes // 60}:{minutes % 60:02d}:{seconds:02d}{part}'

        def __repr__(self):
            names = [name for name in ('days', 'seconds', 'microseconds') if getattr(self, name)]
            shown = ', '.join([f'{name}={getattr(self, name)}' for name in names])
            return f'datetime.timedelta({shown or 0})'

    def span(microseconds):
        return timedelta(microseconds=microseconds)

    class timezone:
        __module__ = 'datetime'
        __hash_fields__ = ('_offset',)

        def __init__(self, offset, name=None):
            if abs(offset._us) >= DAY:
                raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) '
                                 f'and timedelta(hours=24), not {offset!r}.')
            self._offset = offset
            self._name = name

        def utcoffset(self, moment): return self._offset
        def dst(self, moment): return None
        def tzname(self, moment): return self._name or ('UTC' + (text.offset(self._offset, ':') if self._offset else ''))
        def __eq__(self, other): return isinstance(other, timezone) and self._offset == other._offset
        def __str__(self): return self.tzname(None)

        def __repr__(self):
            if self._offset._us == 0 and self._name is None:
                return 'datetime.timezone.utc'
            name = '' if self._name is None else f', {self._name!r}'
            return f'datetime.timezone({self._offset!r}{name})'

    timezone.utc = timezone(timedelta(0))

    class date:
        __module__ = 'datetime'
        __hash_fields__ = ('_order',)

        def __init__(self, year, month, day):
            text.check_date(year, month, day)
            self.year, self.month, self.day = year, month, day
            self._order = text.ordinal(year, month, day)

        @classmethod
        def today(cls):
            moment = datetime.fromtimestamp(now())
            return moment if cls is datetime else cls(moment.year, moment.month, moment.day)

        @classmethod
        def fromordinal(cls, n):
            return cls(*text.from_ordinal(n))

        @classmethod
        def fromisoformat(cls, string):
            return cls(*text.parse_iso_date(string))

        @classmethod
        def fromtimestamp(cls, seconds):
            moment = datetime.fromtimestamp(seconds)
            return cls(moment.year, moment.month, moment.day)

        def toordinal(self): return text.ordinal(self.year, self.month, self.day)
        def weekday(self): return (self.toordinal() + 6) % 7
        def isoweekday(self): return self.weekday() + 1
        def isocalendar(self): return text.IsoCalendarDate(*text.iso_week(self.toordinal()))
        def isoformat(self): return f'{self.year:04d}-{self.month:02d}-{self.day:02d}'
        def strftime(self, format): return text.write(self, format)
        def ctime(self): return text.write(self, '%a %b %e %H:%M:%S %Y')
        def timetuple(self): return text.time_tuple(self)
        def __format__(self, spec): return text.write(self, spec) if spec else str(self)
        def __str__(self): return self.isoformat()
        def __repr__(self): return f'datetime.date({self.year}, {self.month}, {self.day})'

        def replace(self, year=None, month=None, day=None):
            return date(year or self.year, month or self.month, day or self.day)

        def __add__(self, other):
            return date.fromordinal(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

        def __radd__(self, other): return self + other

        def __sub__(self, other):
            if isinstance(other, timedelta):
                return self + -other
            return timedelta(self.toordinal() - other.toordinal()) if isinstance(other, date) else NotImplemented

        def __eq__(self, other): return native.alike(self, other) and self._order == other._order

        def _compare(self, other, test):
            if not isinstance(other, date):
                return NotImplemented
            if not native.alike(self, other):
                raise TypeError("can't compare datetime.datetime to datetime.date")
            if (getattr(self, 'tzinfo', None) is None) != (getattr(other, 'tzinfo', None) is None):
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return test(self._order, other._order)

        def __lt__(self, other): return self._compare(other, lambda a, b: a < b)
        def __le__(self, other): return self._compare(other, lambda a, b: a <= b)
        def __gt__(self, other): return self._compare(other, lambda a, b: a > b)
        def __ge__(self, other): return self._compare(other, lambda a, b: a >= b)

    class time:
        __module__ = 'datetime'
        __hash_fields__ = ('_order',)

        def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
            text.check_time(hour, minute, second, microsecond)
            self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond
            self.tzinfo = tzinfo
            self._order = ((hour * 60 + minute) * 60 + second) * SECOND + microsecond

        @classmethod
        def fromisoformat(cls, string):
            *parts, offset = text.parse_iso_time(string)
            return cls(*parts, zone(offset))

        def utcoffset(self): return self.tzinfo and self.tzinfo.utcoffset(None)
        def isoformat(self, timespec='auto'): return text.iso_time(self, timespec)
        def strftime(self, format): return text.write(self, format)
        def replace(self, **changes): return time(**{**time_fields(self), **changes})
        def __format__(self, spec): return text.write(self, spec) if spec else str(self)
        def __str__(self): return self.isoformat()
        def __repr__(self): return 'datetime.time(' + ', '.join(shown_time(self)) + ')'
        def __eq__(self, other): return isinstance(other, time) and self._order == other._order
        def __lt__(self, other): return self._order < other._order if isinstance(other, time) else NotImplemented
        def __le__(self, other): return self._order <= other._order if isinstance(other, time) else NotImplemented
        def __gt__(self, other): return self._order > other._order if isinstance(other, time) else NotImplemented
        def __ge__(self, other): return self._order >= other._order if isinstance(other, time) else NotImplemented

    time.min = time(0, 0)
    time.max = time(23, 59, 59, 999999)

    def zone(seconds):
        if seconds is None:
            return None
        return timezone.utc if seconds == 0 else timezone(timedelta(seconds=seconds))

    def time_fields(value):
        return {name: getattr(value, name) for name in ('hour', 'minute', 'second', 'microsecond', 'tzinfo')}

    def shown_time(value):
        shown = [str(value.hour), str(value.minute)]
        if value.second or value.microsecond:
            shown.append(str(value.second))
        if value.microsecond:
            shown.append(str(value.microsecond))
        if value.tzinfo is not None:
            shown.append(f'tzinfo={value.tzinfo!r}')
        return shown

    class datetime(date):
        def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
            text.check_date(year, month, day)
            text.check_time(hour, minute, second, microsecond)
            self.year, self.month, self.day = year, month, day
            self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond
            self.tzinfo = tzinfo
            clock = ((hour * 60 + minute) * 60 + second) * SECOND + microsecond
            self._local = text.ordinal(year, month, day) * DAY + clock
            self._order = self._local - (tzinfo.utcoffset(self)._us if tzinfo else 0)

        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(now(), tz)

        @classmethod
        def utcnow(cls):
            return cls.fromtimestamp(now())

        @classmethod
        def combine(cls, day, clock, tzinfo=None):
            return cls(day.year, day.month, day.day, clock.hour, clock.minute, clock.second, clock.microsecond,
                       tzinfo or clock.tzinfo)

        @classmethod
        def fromisoformat(cls, string):
            day, *rest = text.split_iso(string)
            clock = text.parse_iso_time(rest[0]) if rest else (0, 0, 0, 0, None)
            return cls(*text.parse_iso_date(day), *clock[:4], zone(clock[4]))

        @classmethod
        def strptime(cls, string, format):
            fields = text.read(string, format)
            return cls(*fields[:7], zone(fields[7]))

        @classmethod
        def fromtimestamp(cls, seconds, tz=None):
            # The sandbox's own time zone is UTC.
            moment = at(whole(seconds, SECOND, 'seconds') + text.ordinal(1970, 1, 1) * DAY, None)
            return moment if tz is None else moment.replace(tzinfo=timezone.utc).astimezone(tz)

        @classmethod
        def utcfromtimestamp(cls, seconds):
            return cls.fromtimestamp(seconds)

        def timestamp(self): return (self._order - text.ordinal(1970, 1, 1) * DAY) / SECOND
        def date(self): return date(self.year, self.month, self.day)
        def time(self): return time(self.hour, self.minute, self.second, self.microsecond)
        def timetz(self): return self.time().replace(tzinfo=self.tzinfo)
        def utcoffset(self): return self.tzinfo and self.tzinfo.utcoffset(self)
        def tzname(self): return self.tzinfo and self.tzinfo.tzname(self)

        def astimezone(self, tz=None):
            tz = tz or timezone.utc
            return at(self._order + tz.utcoffset(self)._us, tz)

        def replace(self, **changes):
            own = {'year': self.year, 'month': self.month, 'day': self.day, **time_fields(self)}
            return datetime(**{**own, **changes})

        def isoformat(self, sep='T', timespec='auto'):
            return f'{self.year:04d}-{self.month:02d}-{self.day:02d}{sep}{text.iso_time(self, timespec)}'

        def __str__(self): return self.isoformat(' ')

        def __repr__(self):
            return f'datetime.datetime({self.year}, {self.month}, {self.day}, ' + ', '.join(shown_time(self)) + ')'

        def __add__(self, other):
            return at(self._local + other._us, self.tzinfo) if isinstance(other, timedelta) else NotImplemented

        def __sub__(self, other):
            if isinstance(other, timedelta):
                return at(self._local - other._us, self.tzinfo)
            if not isinstance(other, datetime):
                return NotImplemented
            if (self.tzinfo is None) != (other.tzinfo is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return span(self._order - other._order)

    def at(microseconds, tz):
        day, clock = divmod(microseconds, DAY)
        seconds, micro = divmod(clock, SECOND)
        minutes, second = divmod(seconds, 60)
        return datetime(*text.from_ordinal(day), minutes // 60, minutes % 60, second, micro, tz)

    date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
    datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
    timedelta.min, timedelta.max = timedelta(-999999999), timedelta(999999999, 86399, 999999)
    timedelta.resolution = timedelta(microseconds=1)
    return {
        'date': date, 'time': time, 'datetime': datetime, 'timedelta': timedelta, 'timezone': timezone,
        'tzinfo': timezone, 'UTC': timezone.utc, 'MINYEAR': 1, 'MAXYEAR': 9999,
    }
