def module(native):
    import os

    made = []

    def fresh(prefix, suffix, folder):
        while True:
            made.append(None)
            path = os.path.join(folder or '/tmp', f'{prefix or "tmp"}{len(made):06d}{suffix or ""}')
            if not os.path.exists(path):
                return path

    def mkdtemp(suffix=None, prefix=None, dir=None):
        path = fresh(prefix, suffix, dir)
        os.makedirs(path)
        return path

    def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                           dir=None, delete=True, **options):
        return open(fresh(prefix, suffix, dir), mode, encoding=encoding)

    def mkstemp(suffix=None, prefix=None, dir=None, text=False):
        path = fresh(prefix, suffix, dir)
        open(path, 'w').close()
        return len(made) + 2, path

    class TemporaryDirectory:
        def __init__(self, suffix=None, prefix=None, dir=None, **options):
            self.name = mkdtemp(suffix, prefix, dir)

        def cleanup(self):
            return None

        def __enter__(self):
            return self.name

        def __exit__(self, *error):
            self.cleanup()

    return {
        'gettempdir': lambda: '/tmp', 'mkdtemp': mkdtemp, 'mkstemp': mkstemp,
        'NamedTemporaryFile': NamedTemporaryFile, 'TemporaryFile': NamedTemporaryFile,
        'TemporaryDirectory': TemporaryDirectory, 'tempdir': '/tmp',
    }
