def module(native):
    from collections import namedtuple

    struct_time = namedtuple('struct_time', 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst')

    """The calendar, and dates as text."""
    import re

    MONTHS = ('January February March April May June July August September October November December').split()
    DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()

    def is_leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    def days_in(year, month):
        return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]

    def before_year(year):
        year -= 1
        return year * 365 + year // 4 - year // 100 + year // 400

    def day_of_year(year, month, day):
        return sum([days_in(year, earlier) for earlier in range(1, month)]) + day

    def ordinal(year, month, day):
        return before_year(year) + day_of_year(year, month, day)

    def from_ordinal(n):
        if not 1 <= n <= 3652059:
            raise OverflowError('date value out of range')
        year = max(n // 366, 1)
        while before_year(year + 1) < n:
            year += 1
        n -= before_year(year)
        month = 1
        while n > days_in(year, month):
            n -= days_in(year, month)
            month += 1
        return year, month, n

    def iso_week(n):
        weekday = (n + 6) % 7
        thursday = n - weekday + 3
        year = from_ordinal(thursday)[0]
        return year, (thursday - ordinal(year, 1, 1)) // 7 + 1, weekday + 1

    class IsoCalendarDate:
        __hash_fields__ = ('year', 'week', 'weekday')

        def __init__(self, year, week, weekday):
            self.year, self.week, self.weekday = year, week, weekday

        def _tuple(self): return self.year, self.week, self.weekday
        def __iter__(self): return iter(self._tuple())
        def __getitem__(self, index): return self._tuple()[index]
        def __len__(self): return 3
        def __eq__(self, other): return self._tuple() == tuple(other)

        def __repr__(self):
            return f'datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})'

    def check_date(year, month, day):
        for value in (year, month, day):
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        if not 1 <= year <= 9999:
            raise ValueError(f'year {year} is out of range')
        if not 1 <= month <= 12:
            raise ValueError('month must be in 1..12')
        if not 1 <= day <= days_in(year, month):
            raise ValueError('day is out of range for month')

    def check_time(hour, minute, second, microsecond):
        for name, value, limit in (('hour', hour, 23), ('minute', minute, 59), ('second', second, 59),
                                   ('microsecond', microsecond, 999999)):
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            if not 0 <= value <= limit:
                raise ValueError(f'{name} must be in 0..{limit}')

    def offset(delta, colon):
        sign = '-' if delta._us < 0 else '+'
        minutes, seconds = divmod(abs(delta._us) // 1000000, 60)
        tail = f'{colon}{seconds:02d}' if seconds else ''
        return f'{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}{tail}'

    def iso_time(value, timespec):
        clock = f'{value.hour:02d}:{value.minute:02d}:{value.second:02d}'
        if timespec == 'auto':
            timespec = 'microseconds' if value.microsecond else 'seconds'
        forms = {
            'hours': clock[:2], 'minutes': clock[:5], 'seconds': clock,
            'milliseconds': f'{clock}.{value.microsecond // 1000:03d}',
            'microseconds': f'{clock}.{value.microsecond:06d}',
        }
        if timespec not in forms:
            raise ValueError('Unknown timespec value')
        shift = value.utcoffset()
        return forms[timespec] + ('' if shift is None else offset(shift, ':'))

    def time_tuple(value):
        n = ordinal(value.year, value.month, value.day)
        clock = (getattr(value, 'hour', 0), getattr(value, 'minute', 0), getattr(value, 'second', 0))
        return struct_time(value.year, value.month, value.day, *clock, (n + 6) % 7, n - before_year(value.year), -1)

    def fields(value):
        """What a format may ask for; a time has no day, and a day no time."""
        year, month, day = getattr(value, 'year', 1900), getattr(value, 'month', 1), getattr(value, 'day', 1)
        hour, minute = getattr(value, 'hour', 0), getattr(value, 'minute', 0)
        n = ordinal(year, month, day)
        weekday, of_year = (n + 6) % 7, n - before_year(year)
        iso_year, week, iso_day = iso_week(n)
        shift = value.utcoffset() if getattr(value, 'tzinfo', None) else None
        return {
            'Y': f'{year}', 'y': f'{year % 100:02d}', 'C': f'{year // 100:02d}', 'm': f'{month:02d}',
            'd': f'{day:02d}', 'e': f'{day:2d}', 'B': MONTHS[month - 1], 'b': MONTHS[month - 1][:3],
            'h': MONTHS[month - 1][:3], 'A': DAYS[weekday], 'a': DAYS[weekday][:3], 'j': f'{of_year:03d}',
            'H': f'{hour:02d}', 'I': f'{(hour + 11) % 12 + 1:02d}', 'M': f'{minute:02d}',
            'S': f'{getattr(value, "second", 0):02d}', 'f': f'{getattr(value, "microsecond", 0):06d}',
            'p': 'AM' if hour < 12 else 'PM', 'w': str((weekday + 1) % 7), 'u': str(iso_day),
            'U': f'{(of_year + 6 - (weekday + 1) % 7) // 7:02d}', 'W': f'{(of_year + 6 - weekday) // 7:02d}',
            'V': f'{week:02d}', 'G': str(iso_year), 'n': '\n', 't': '\t', '%': '%',
            'z': '' if shift is None else offset(shift, ''),
            'Z': '' if shift is None else value.tzinfo.tzname(None),
        }

    GROUPS = {
        'F': '%Y-%m-%d', 'T': '%H:%M:%S', 'R': '%H:%M', 'D': '%m/%d/%y', 'x': '%m/%d/%y', 'X': '%H:%M:%S',
        'c': '%a %b %e %H:%M:%S %Y', 'r': '%I:%M:%S %p',
    }

    def write(value, format):
        known = fields(value)

        def code(match):
            flag, letter = match[1], match[2]
            if letter in GROUPS:
                return write(value, GROUPS[letter])
            if letter not in known:
                return match[0]
            text = known[letter]
            return (text.lstrip('0 ') or '0') if flag == '-' else text
        return re.sub(r'%(-?)(.)', code, format, flags=re.DOTALL)

    NUMBERS = {
        'Y': r'\d{4}', 'm': r'1[0-2]|0[1-9]|[1-9]', 'd': r'3[01]|[12]\d|0[1-9]|[1-9]| [1-9]',
        'H': r'2[0-3]|[01]\d|\d', 'I': r'1[0-2]|0[1-9]|[1-9]', 'M': r'[0-5]\d|\d', 'S': r'6[01]|[0-5]\d|\d',
        'f': r'\d{1,6}', 'y': r'\d\d', 'j': r'36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]',
        'z': r'[+-]\d\d:?[0-5]\d(?::?[0-5]\d)?|Z', 'p': 'AM|PM', 'B': '|'.join(MONTHS),
        'b': '|'.join([name[:3] for name in MONTHS]), 'A': '|'.join(DAYS), 'a': '|'.join([name[:3] for name in DAYS]),
        'w': '[0-6]', 'Z': 'UTC|GMT',
    }

    def read(string, format):
        """Year, month, day, hour, minute, second, microsecond and offset in seconds."""
        for letter, parts in GROUPS.items():
            format = format.replace('%' + letter, parts)
        pattern = ''
        at = 0
        while at < len(format):
            letter = format[at + 1:at + 2]
            if format[at].isspace():
                pattern += r'\s+'
            elif format[at] != '%':
                pattern += re.escape(format[at])
            elif letter == '%':
                pattern += '%'
                at += 1
            elif letter in NUMBERS and f'(?P<{letter}>' not in pattern:
                pattern += f'(?P<{letter}>{NUMBERS[letter]})'
                at += 1
            elif letter == '':
                raise ValueError(f'stray % in format {format!r}')
            else:
                raise ValueError(f'{letter!r} is a bad directive in format {format!r}')
            at += 1
        match = re.match(pattern, string, re.IGNORECASE)
        if match is None:
            raise ValueError(f'time data {string!r} does not match format {format!r}')
        if match.end() < len(string):
            raise ValueError(f'unconverted data remains: {string[match.end():]}')
        found = match.groupdict()
        year = int(found.get('Y') or 1900)
        if 'y' in found:
            year = int(found['y']) + (2000 if int(found['y']) <= 68 else 1900)
        month = int(found.get('m') or 1)
        for letter, length in (('B', None), ('b', 3)):
            if letter in found:
                month = [name[:length].lower() for name in MONTHS].index(found[letter].lower()) + 1
        day = int(found.get('d') or 1)
        if 'j' in found:
            year, month, day = from_ordinal(ordinal(year, 1, 1) + int(found['j']) - 1)
        hour = int(found.get('H') or 0)
        if 'I' in found:
            hour = int(found['I']) % 12 + (12 if (found.get('p') or '').lower() == 'pm' else 0)
        micro = int((found.get('f') or '0').ljust(6, '0'))
        shift = seconds_of(found['z']) if 'z' in found else (0 if 'Z' in found else None)
        return year, month, day, hour, int(found.get('M') or 0), int(found.get('S') or 0), micro, shift

    def seconds_of(shift):
        if shift in ('Z', 'z'):
            return 0
        digits = shift[1:].replace(':', '')
        total = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:] or 0)
        return -total if shift[0] == '-' else total

    def parse_iso_date(string):
        match = re.fullmatch(r'(\d{4})-?(\d\d)-?(\d\d)', string)
        if match is None:
            raise ValueError(f'Invalid isoformat string: {string!r}')
        return tuple([int(part) for part in match.groups()])

    def split_iso(string):
        match = re.fullmatch(r'(\d{4}-?\d\d-?\d\d)(?:.(\d\d.*))?', string)
        if match is None:
            raise ValueError(f'Invalid isoformat string: {string!r}')
        return [part for part in match.groups() if part is not None]

    def parse_iso_time(string):
        match = re.fullmatch(
            r'(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?([+-]\d\d:?\d\d(?::?\d\d)?|Z)?', string)
        if match is None:
            raise ValueError(f'Invalid isoformat string: {string!r}')
        hour, minute, second, part, shift = match.groups()
        micro = int((part or '0')[:6].ljust(6, '0'))
        return int(hour), int(minute or 0), int(second or 0), micro, None if shift is None else seconds_of(shift)

    return {
        'struct_time': struct_time,
        'ordinal': ordinal, 'from_ordinal': from_ordinal, 'iso_week': iso_week, 'check_date': check_date,
        'check_time': check_time, 'offset': offset, 'iso_time': iso_time, 'time_tuple': time_tuple,
        'write': write, 'read': read, 'parse_iso_date': parse_iso_date, 'parse_iso_time': parse_iso_time,
        'split_iso': split_iso, 'IsoCalendarDate': IsoCalendarDate,
    }
