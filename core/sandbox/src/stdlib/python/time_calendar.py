def module(native):
    import time
    from datetime import datetime, timedelta
    from datetime_format import struct_time

    epoch = datetime(1970, 1, 1)

    def of(moment, dst=0):
        return struct_time(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second,
                           moment.weekday(), moment.timetuple()[7], dst)

    def gmtime(seconds=None):
        return of(epoch + timedelta(seconds=int(time.time() if seconds is None else seconds)))

    def moment_of(value):
        value = gmtime() if value is None else value
        return datetime(*tuple(value)[:6])

    def strftime(format, value=None):
        return moment_of(value).strftime(format)

    def strptime(text, format='%a %b %d %H:%M:%S %Y'):
        return of(datetime.strptime(text, format), -1)

    def mktime(value):
        return (moment_of(value) - epoch).total_seconds()

    def asctime(value=None):
        return moment_of(value).strftime('%a %b %e %H:%M:%S %Y')

    def ctime(seconds=None):
        return asctime(gmtime(seconds))

    return {'struct_time': struct_time, 'gmtime': gmtime, 'strftime': strftime, 'strptime': strptime,
            'mktime': mktime, 'asctime': asctime, 'ctime': ctime}
