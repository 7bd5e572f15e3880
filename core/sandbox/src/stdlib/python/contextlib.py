def module(native):
    import sys

    class Managed:
        def __init__(self, generator):
            self._generator = generator

        def __enter__(self):
            for value in self._generator:
                return value
            raise RuntimeError("generator didn't yield")

        def __exit__(self, kind, error, trace):
            if error is None:
                for value in self._generator:
                    raise RuntimeError("generator didn't stop")
                return False
            try:
                self._generator.throw(error)
            except StopIteration:
                return True
            except BaseException as raised:
                if raised is error:
                    return False
                raise
            raise RuntimeError("generator didn't stop after throw()")

    def contextmanager(function):
        def manager(*args, **kwargs):
            return Managed(function(*args, **kwargs))
        return manager

    class suppress:
        def __init__(self, *kinds):
            self._kinds = kinds

        def __enter__(self):
            return None

        def __exit__(self, kind, error, trace):
            return error is not None and isinstance(error, self._kinds)

    class nullcontext:
        def __init__(self, enter_result=None):
            self.enter_result = enter_result

        def __enter__(self):
            return self.enter_result

        def __exit__(self, *error):
            return None

    class closing:
        def __init__(self, thing):
            self.thing = thing

        def __enter__(self):
            return self.thing

        def __exit__(self, *error):
            self.thing.close()

    class ExitStack:
        def __init__(self):
            self._exits = []

        def enter_context(self, manager):
            value = manager.__enter__()
            self._exits.append(manager.__exit__)
            return value

        def callback(self, function, *args, **kwargs):
            self._exits.append(lambda *error: function(*args, **kwargs) and False)
            return function

        def close(self):
            self.__exit__(None, None, None)

        def __enter__(self):
            return self

        def __exit__(self, kind, error, trace):
            swallowed = False
            while self._exits:
                leave = self._exits.pop()
                if leave(kind, error, trace):
                    kind = error = None
                    swallowed = True
            return swallowed

    class ContextDecorator:
        def __call__(self, function):
            def wrapped(*args, **kwargs):
                with self:
                    return function(*args, **kwargs)
            return wrapped

    class Redirection:
        def __init__(self, new_target):
            self._target = new_target
            self._held = []

        def __enter__(self):
            self._held.append(getattr(sys, self._stream))
            setattr(sys, self._stream, self._target)
            return self._target

        def __exit__(self, *error):
            setattr(sys, self._stream, self._held.pop())

    class redirect_stdout(Redirection):
        _stream = 'stdout'

    class redirect_stderr(Redirection):
        _stream = 'stderr'

    class chdir:
        def __init__(self, path):
            raise NotImplementedError('contextlib.chdir is not provided in this sandbox')

    return {
        'contextmanager': contextmanager, 'suppress': suppress, 'nullcontext': nullcontext, 'closing': closing,
        'ExitStack': ExitStack, 'ContextDecorator': ContextDecorator, 'redirect_stdout': redirect_stdout,
        'redirect_stderr': redirect_stderr, 'chdir': chdir,
        'AbstractContextManager': object,
    }
