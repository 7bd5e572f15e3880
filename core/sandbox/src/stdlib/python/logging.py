def module(native):
    import sys
    import traceback

    levels = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARNING': 30, 'WARN': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}
    titles = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}

    def level_of(level):
        if isinstance(level, str):
            if level not in levels:
                raise ValueError(f'Unknown level: {level!r}')
            return levels[level]
        return level

    def getLevelName(level):
        return levels.get(level, f'Level {level}') if isinstance(level, str) else titles.get(level, f'Level {level}')

    def addLevelName(level, name):
        titles[level] = name
        levels[name] = level

    class LogRecord:
        def __init__(self, name, levelno, msg, args, error, extra):
            self.name, self.levelno, self.levelname = name, levelno, getLevelName(levelno)
            self.msg, self.args, self.exc_info = msg, args, error
            self.lineno, self.filename, self.module, self.pathname = native.first_line(None), 'script.py', 'script', ''
            self.funcName, self.process, self.threadName, self.processName = '<module>', 1, 'MainThread', 'MainProcess'
            import time
            self.created = time.time()
            self.msecs = self.created % 1 * 1000
            for key, value in (extra or {}).items():
                setattr(self, key, value)

        def getMessage(self):
            text = str(self.msg)
            if self.args:
                one = len(self.args) == 1 and isinstance(self.args[0], dict) and self.args[0]
                text = text % (self.args[0] if one else self.args)
            return text

    class Formatter:
        def __init__(self, fmt=None, datefmt=None, style='%'):
            self._style, self.datefmt = style, datefmt
            self._fmt = fmt or {'%': '%(message)s', '{': '{message}', '$': '${message}'}[style]

        def formatTime(self, record, datefmt=None):
            import time
            moment = time.gmtime(record.created)
            if datefmt:
                return time.strftime(datefmt, moment)
            return time.strftime('%Y-%m-%d %H:%M:%S', moment) + f',{int(record.msecs):03d}'

        def format(self, record):
            record.message = record.getMessage()
            record.asctime = self.formatTime(record, self.datefmt)
            fields = record.__dict__
            if self._style == '{':
                text = self._fmt.format(**fields)
            elif self._style == '$':
                import string
                text = string.Template(self._fmt).substitute(**fields)
            else:
                text = self._fmt % fields
            if record.exc_info:
                text += '\n' + ''.join(traceback.format_exception(record.exc_info)).rstrip('\n')
            return text

    class Filterer:
        def addFilter(self, filter): self.filters.append(filter)
        def removeFilter(self, filter): self.filters.remove(filter)

        def filter(self, record):
            for filter in self.filters:
                if not (filter.filter(record) if hasattr(filter, 'filter') else filter(record)):
                    return False
            return True

    class Handler(Filterer):
        def __init__(self, level=0):
            self.level, self.formatter, self.filters = level_of(level), None, []

        def setLevel(self, level): self.level = level_of(level)
        def setFormatter(self, formatter): self.formatter = formatter
        def format(self, record): return (self.formatter or Formatter()).format(record)

        def handle(self, record):
            if record.levelno >= self.level and self.filter(record):
                self.emit(record)

        def emit(self, record): raise NotImplementedError('emit must be implemented by Handler subclasses')
        def flush(self): pass
        def close(self): pass

    class StreamHandler(Handler):
        terminator = '\n'

        def __init__(self, stream=None):
            Handler.__init__(self)
            self.stream = stream or sys.stderr

        def emit(self, record): self.stream.write(self.format(record) + self.terminator)
        def setStream(self, stream): self.stream = stream

    class FileHandler(Handler):
        def __init__(self, filename, mode='a', encoding=None, delay=False):
            Handler.__init__(self)
            self.stream = open(filename, mode)

        def emit(self, record): self.stream.write(self.format(record) + '\n')
        def close(self): self.stream.close()

    class NullHandler(Handler):
        def emit(self, record): pass

    class Logger(Filterer):
        def __init__(self, name, level=0):
            self.name, self.level, self.parent = name, level_of(level), None
            self.propagate, self.handlers, self.disabled, self.filters = True, [], False, []

        def setLevel(self, level): self.level = level_of(level)
        def addHandler(self, handler): self.handlers.append(handler)

        def removeHandler(self, handler):
            if handler in self.handlers:
                self.handlers.remove(handler)

        def getEffectiveLevel(self):
            logger = self
            while logger:
                if logger.level:
                    return logger.level
                logger = logger.parent
            return 0

        def isEnabledFor(self, level): return not self.disabled and level >= max(self.getEffectiveLevel(), state[0] + 1)
        def getChild(self, name): return getLogger(name if self is root else f'{self.name}.{name}')

        def hasHandlers(self):
            logger = self
            while logger:
                if logger.handlers:
                    return True
                logger = logger.parent if logger.propagate else None
            return False

        def log(self, level, msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
            if not self.isEnabledFor(level):
                return
            if exc_info and not isinstance(exc_info, BaseException):
                exc_info = native.handled()
            record = LogRecord(self.name, level, msg, args, exc_info, extra)
            if not self.filter(record):
                return
            logger = self
            while logger:
                for handler in logger.handlers:
                    handler.handle(record)
                logger = logger.parent if logger.propagate else None

        def debug(self, msg, *args, **kwargs): self.log(10, msg, *args, **kwargs)
        def info(self, msg, *args, **kwargs): self.log(20, msg, *args, **kwargs)
        def warning(self, msg, *args, **kwargs): self.log(30, msg, *args, **kwargs)
        def error(self, msg, *args, **kwargs): self.log(40, msg, *args, **kwargs)
        def critical(self, msg, *args, **kwargs): self.log(50, msg, *args, **kwargs)
        def exception(self, msg, *args, **kwargs): self.log(40, msg, *args, **{'exc_info': True, **kwargs})
        warn, fatal = warning, critical
        def __repr__(self): return f'<Logger {self.name} ({getLevelName(self.getEffectiveLevel())})>'

    class RootLogger(Logger):
        def __repr__(self): return f'<RootLogger {self.name} ({getLevelName(self.getEffectiveLevel())})>'

    root = RootLogger('root', 30)
    loggers = {}
    state = [0]

    def getLogger(name=None):
        if not name or name == 'root':
            return root
        if name not in loggers:
            logger = loggers[name] = Logger(name)
            parts = name.split('.')
            above = [loggers[p] for p in ['.'.join(parts[:n]) for n in range(1, len(parts))] if p in loggers]
            logger.parent = above[-1] if above else root
            for other, held in loggers.items():
                if other.startswith(name + '.') and len(held.parent.name) < len(name) or (
                        other.startswith(name + '.') and held.parent is root):
                    held.parent = logger
        return loggers[name]

    def basicConfig(*, filename=None, filemode='a', format=None, datefmt=None, style='%', level=None, stream=None,
                    handlers=None, force=False, encoding=None, errors=None):
        if force:
            root.handlers.clear()
        if not root.handlers:
            default = {'%': '%(levelname)s:%(name)s:%(message)s', '{': '{levelname}:{name}:{message}',
                       '$': '${levelname}:${name}:${message}'}[style]
            formatter = Formatter(format or default, datefmt, style)
            if handlers is None:
                handlers = [FileHandler(filename, filemode) if filename else StreamHandler(stream)]
            for handler in handlers:
                if handler.formatter is None:
                    handler.setFormatter(formatter)
                root.addHandler(handler)
            if level is not None:
                root.setLevel(level)

    def through_root(level, more=None):
        def log(msg, *args, **kwargs):
            if not root.handlers:
                basicConfig()
            root.log(level, msg, *args, **{**(more or {}), **kwargs})
        return log

    def disable(level=50):
        state[0] = level_of(level)

    return {
        'LogRecord': LogRecord, 'Formatter': Formatter, 'Handler': Handler, 'StreamHandler': StreamHandler,
        'FileHandler': FileHandler, 'NullHandler': NullHandler, 'Logger': Logger, 'getLogger': getLogger, 'root': root,
        'basicConfig': basicConfig, 'debug': through_root(10), 'info': through_root(20), 'warning': through_root(30),
        'warn': through_root(30), 'error': through_root(40), 'critical': through_root(50), 'fatal': through_root(50),
        'exception': through_root(40, {'exc_info': True}), 'disable': disable, 'getLevelName': getLevelName,
        'addLevelName': addLevelName, 'captureWarnings': lambda capture: None, 'shutdown': lambda: None,
        'log': lambda level, msg, *args, **kwargs: through_root(level)(msg, *args, **kwargs),
        **{name: value for name, value in levels.items()},
    }
