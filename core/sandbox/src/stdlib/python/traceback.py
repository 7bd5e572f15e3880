def module(native):
    import sys

    def of(error, value):
        return error if value is None else value

    def format_exception(error, /, value=None, tb=None, limit=None, chain=True):
        lines = native.traceback(of(error, value)).split('\n')
        return [line + '\n' for line in lines[:-1]]

    def format_exception_only(error, /, value=None):
        return [line + '\n' for line in native.exception_line(of(error, value)).split('\n')[:-1]]

    def format_exc(limit=None, chain=True):
        error = native.handled()
        return 'NoneType: None\n' if error is None else native.traceback(error)

    def print_exc(limit=None, file=None, chain=True):
        print(format_exc(), end='', file=file or sys.stderr)

    def print_exception(error, /, value=None, tb=None, limit=None, file=None, chain=True):
        print(native.traceback(of(error, value)), end='', file=file or sys.stderr)

    def print_stack(f=None, limit=None, file=None):
        pass

    return {
        'format_exception': format_exception, 'format_exception_only': format_exception_only,
        'format_exc': format_exc, 'print_exc': print_exc, 'print_exception': print_exception,
        'print_stack': print_stack,
    }
