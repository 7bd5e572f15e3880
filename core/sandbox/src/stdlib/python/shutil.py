def module(native):
    import os

    class SameFileError(OSError):
        pass

    def target(src, dst):
        return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else os.fspath(dst)

    def copyfile(src, dst, *, follow_symlinks=True):
        if os.path.abspath(src) == os.path.abspath(dst):
            raise SameFileError(f'{src!r} and {dst!r} are the same file')
        with open(src, 'rb') as source:
            data = source.read()
        with open(dst, 'wb') as out:
            out.write(data)
        return dst

    def copy(src, dst, *, follow_symlinks=True):
        return copyfile(src, target(src, dst))

    def move(src, dst, copy_function=None):
        path = target(src, dst)
        os.rename(src, path)
        return path

    def rmtree(path, ignore_errors=False, onerror=None, onexc=None):
        if not os.path.isdir(path):
            if ignore_errors:
                return
            raise FileNotFoundError(f"[Errno 2] No such file or directory: '{path}'")
        for name in os.listdir(path):
            inner = os.path.join(path, name)
            rmtree(inner) if os.path.isdir(inner) else os.remove(inner)
        os.rmdir(path)

    def copytree(src, dst, *, dirs_exist_ok=False, ignore=None, copy_function=None):
        os.makedirs(dst, exist_ok=dirs_exist_ok)
        for name in os.listdir(src):
            inner = os.path.join(src, name)
            out = os.path.join(dst, name)
            copytree(inner, out, dirs_exist_ok=dirs_exist_ok) if os.path.isdir(inner) else copyfile(inner, out)
        return dst

    def get_terminal_size(fallback=(80, 24)):
        from collections import namedtuple
        return namedtuple('terminal_size', 'columns lines')(*fallback)

    def which(name, *rest, **options):
        return None

    return {
        'copyfile': copyfile, 'copy': copy, 'copy2': copy, 'move': move, 'rmtree': rmtree, 'copytree': copytree,
        'get_terminal_size': get_terminal_size, 'which': which, 'SameFileError': SameFileError, 'Error': OSError,
    }
