def module(native):
    import os
    import fnmatch

    def inside(folder):
        try:
            return sorted(os.listdir(folder or '/'))
        except OSError:
            return []

    def found(folder, parts):
        if not parts:
            yield folder
            return
        part, rest = parts[0], parts[1:]
        if part == '**':
            yield from found(folder, rest)
            for name in inside(folder):
                path = os.path.join(folder, name)
                if os.path.isdir(path):
                    yield from found(path, parts)
        elif has_magic(part):
            for name in fnmatch.filter(inside(folder), part):
                if name[0] != '.' or part[0] == '.':
                    path = os.path.join(folder, name)
                    if not rest or os.path.isdir(path):
                        yield from found(path, rest)
        else:
            path = os.path.join(folder, part)
            if os.path.exists(path):
                yield from found(path, rest)

    def has_magic(text):
        return any([c in text for c in '*?['])

    def iglob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
        start = '/' if pathname.startswith('/') else ''
        parts = [part for part in pathname.split('/') if part]
        if not recursive:
            parts = ['*' if part == '**' else part for part in parts]
        seen = set()
        for path in found(start, parts):
            if path and path not in seen:
                seen.add(path)
                yield path

    def glob(pathname, **options):
        return list(iglob(pathname, **options))

    def escape(pathname):
        return ''.join([f'[{c}]' if c in '*?[' else c for c in pathname])

    return {'glob': glob, 'iglob': iglob, 'escape': escape, 'has_magic': has_magic}
