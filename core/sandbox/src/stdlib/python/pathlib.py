def module(native):
    import os

    def parts_of(text):
        root = '/' if text.startswith('/') else ''
        return root, [part for part in text.split('/') if part not in ('', '.')]

    def matches(name, pattern):
        """Whether a name fits a pattern of `*`, `?` and `[...]`."""
        if not pattern:
            return not name
        first = pattern[0]
        if first == '*':
            return matches(name, pattern[1:]) or (name != '' and matches(name[1:], pattern))
        if not name:
            return False
        if first == '[' and ']' in pattern[2:]:
            end = pattern.index(']', 2)
            inside = pattern[1:end]
            wanted = inside[0] not in '!^'
            inside = inside if wanted else inside[1:]
            found = name[0] in inside
            for at in range(len(inside) - 2):
                if inside[at + 1] == '-' and inside[at] <= name[0] <= inside[at + 2]:
                    found = True
            return found == wanted and matches(name[1:], pattern[end + 1:])
        return first in ('?', name[0]) and matches(name[1:], pattern[1:])

    class PurePosixPath:
        __module__ = 'pathlib'
        __hash_fields__ = ('_text',)

        def __init__(self, *segments):
            text = os.path.join(*[os.fspath(segment) for segment in segments]) if segments else ''
            self._root, self._parts = parts_of(text)
            self._text = self._root + '/'.join(self._parts) or '.'

        def _with(self, parts):
            return type(self)(self._root + '/'.join(parts))

        @property
        def parts(self):
            return tuple(([self._root] if self._root else []) + self._parts)

        @property
        def root(self):
            return self._root

        @property
        def anchor(self):
            return self._root

        @property
        def drive(self):
            return ''

        @property
        def name(self):
            return self._parts[-1] if self._parts else ''

        @property
        def suffix(self):
            at = self.name.rfind('.')
            return self.name[at:] if 0 < at < len(self.name) - 1 else ''

        @property
        def suffixes(self):
            if self.name.endswith('.'):
                return []
            return ['.' + suffix for suffix in self.name.lstrip('.').split('.')[1:]]

        @property
        def stem(self):
            return self.name[:len(self.name) - len(self.suffix)] if self.suffix else self.name

        @property
        def parent(self):
            return self._with(self._parts[:-1]) if self._parts else self

        @property
        def parents(self):
            return tuple([self._with(self._parts[:n]) for n in range(len(self._parts) - 1, -1, -1)])

        def joinpath(self, *others):
            return type(self)(self, *others)

        def with_name(self, name):
            if not self._parts:
                raise ValueError(f'{self!r} has an empty name')
            if not name or '/' in name or name == '.':
                raise ValueError(f'Invalid name {name!r}')
            return self._with(self._parts[:-1] + [name])

        def with_stem(self, stem):
            return self.with_name(stem + self.suffix)

        def with_suffix(self, suffix):
            if suffix and (not suffix.startswith('.') or suffix == '.' or '/' in suffix):
                raise ValueError(f'Invalid suffix {suffix!r}')
            return self.with_name(self.stem + suffix)

        def is_absolute(self):
            return self._root != ''

        def is_relative_to(self, other):
            other = type(self)(other)
            return other._root == self._root and self._parts[:len(other._parts)] == other._parts

        def relative_to(self, other):
            other = type(self)(other)
            if not self.is_relative_to(other):
                raise ValueError(f'{self._text!r} is not in the subpath of {other._text!r}')
            return type(self)('/'.join(self._parts[len(other._parts):]))

        def match(self, pattern):
            root, wanted = parts_of(pattern)
            if len(wanted) > len(self._parts) or (root and (not self._root or len(wanted) != len(self._parts))):
                return False
            own = self._parts[len(self._parts) - len(wanted):]
            return all([matches(part, pattern) for part, pattern in zip(own, wanted)])

        def as_posix(self):
            return self._text

        def as_uri(self):
            if not self._root:
                raise ValueError("relative path can't be expressed as a file URI")
            return 'file://' + self._text

        def __truediv__(self, other):
            if not isinstance(other, str) and not hasattr(other, '__fspath__'):
                return NotImplemented
            return type(self)(self, other)

        def __rtruediv__(self, other):
            return type(self)(other, self)

        def __fspath__(self): return self._text
        def __str__(self): return self._text
        def __repr__(self): return f'{type(self).__name__}({self._text!r})'
        def __eq__(self, other): return isinstance(other, PurePosixPath) and self._text == other._text
        def __lt__(self, other): return self.parts < other.parts
        def __le__(self, other): return self.parts <= other.parts
        def __gt__(self, other): return self.parts > other.parts
        def __ge__(self, other): return self.parts >= other.parts

    class Stat:
        def __init__(self, size):
            self.st_size = size

    class PosixPath(PurePosixPath):
        @classmethod
        def cwd(cls):
            return cls('/')

        @classmethod
        def home(cls):
            return cls('/')

        def exists(self): return os.path.exists(self._text)
        def is_file(self): return os.path.isfile(self._text)
        def is_dir(self): return os.path.isdir(self._text)
        def is_symlink(self): return False

        def stat(self):
            return Stat(os.path.getsize(self._text))

        def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
            return open(self._text, mode, buffering, encoding, errors, newline)

        def read_text(self, encoding=None, errors=None):
            with self.open('r', encoding=encoding) as file:
                return file.read()

        def read_bytes(self):
            with self.open('rb') as file:
                return file.read()

        def write_text(self, data, encoding=None, errors=None, newline=None):
            if not isinstance(data, str):
                raise TypeError(f'data must be str, not {type(data).__name__}')
            with self.open('w', encoding=encoding) as file:
                return file.write(data)

        def write_bytes(self, data):
            with self.open('wb') as file:
                return file.write(data)

        def touch(self, mode=0o666, exist_ok=True):
            self.open('a' if exist_ok else 'x').close()

        def mkdir(self, mode=0o777, parents=False, exist_ok=False):
            if exist_ok and self.is_dir():
                return
            if parents:
                os.makedirs(self._text)
            else:
                os.mkdir(self._text)

        def rmdir(self):
            os.rmdir(self._text)

        def unlink(self, missing_ok=False):
            if not missing_ok or self.exists():
                os.remove(self._text)

        def rename(self, target):
            os.rename(self._text, target)
            return type(self)(target)

        def replace(self, target):
            return self.rename(target)

        def iterdir(self):
            return iter([self / name for name in os.listdir(self._text)])

        def glob(self, pattern):
            found = [self]
            for wanted in parts_of(pattern)[1]:
                inside = []
                for path in found:
                    if wanted == '**':
                        inside += [type(self)(top) for top, folders, files in os.walk(path)]
                    elif path.is_dir():
                        inside += [path / name for name in os.listdir(path) if matches(name, wanted)]
                found = inside
            return iter(found)

        def rglob(self, pattern):
            return self.glob('**/' + pattern)

        def absolute(self):
            return type(self)('/', self)

        def resolve(self, strict=False):
            return type(self)(os.path.abspath(self._text))

        def expanduser(self):
            return self

        def samefile(self, other):
            return os.path.abspath(self._text) == os.path.abspath(other)

    return {
        'Path': PosixPath, 'PosixPath': PosixPath, 'PurePath': PurePosixPath, 'PurePosixPath': PurePosixPath,
    }
