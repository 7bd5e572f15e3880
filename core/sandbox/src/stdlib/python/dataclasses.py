def module(native):
    class Missing:
        def __repr__(self):
            return '<dataclasses._MISSING_TYPE object>'

    missing = Missing()

    class FrozenInstanceError(AttributeError):
        pass

    class Field:
        def __init__(self, default=missing, default_factory=missing, init=True, repr=True, compare=True,
                     kw_only=False, hash=None, metadata=None):
            if default is not missing and default_factory is not missing:
                raise ValueError('cannot specify both default and default_factory')
            self.name = None
            self.type = None
            self.given_only = False
            self.default = default
            self.default_factory = default_factory
            self.init = init
            self.repr = repr
            self.compare = compare
            self.kw_only = kw_only
            self.metadata = metadata or {}

        def _optional(self):
            return self.default is not missing or self.default_factory is not missing

    class InitVar:
        def __init__(self, kind):
            self.type = kind

        def __class_getitem__(cls, kind):
            return InitVar(kind)

    class KW_ONLY:
        pass

    def named(kind, name):
        """Whether an annotation is this special form, possibly as a text or with a parameter."""
        if isinstance(kind, str):
            return kind.split('[')[0].split('.')[-1] == name
        form = getattr(kind, '_form', kind)
        return getattr(form, '_name', None) == name

    def field(*, default=missing, default_factory=missing, init=True, repr=True, hash=None, compare=True,
              metadata=None, kw_only=False):
        return Field(default, default_factory, init, repr, compare, kw_only, hash, metadata)

    def quoted(names):
        names = [repr(name) for name in names]
        if len(names) < 3:
            return ' and '.join(names)
        return ', '.join(names[:-1]) + ', and ' + names[-1]

    def collect(cls, kw_only):
        table = {}
        for base in reversed(native.bases(cls)):
            table.update(vars(base).get('__dataclass_fields__', {}))
        own = vars(cls)
        for name, kind in own.get('__annotations__', {}).items():
            if kind is KW_ONLY or named(kind, 'KW_ONLY'):
                kw_only = True
                continue
            if named(kind, 'ClassVar'):
                continue
            spec = own.get(name, missing)
            if not isinstance(spec, Field):
                if isinstance(spec, (list, dict, set)):
                    raise ValueError(
                        f'mutable default {type(spec)} for field {name} is not allowed: use default_factory')
                if spec is not missing and type(spec).__hash__ is None:
                    raise ValueError(
                        f'mutable default {type(spec)} for field {name} is not allowed: use default_factory')
                spec = Field(spec, kw_only=kw_only)
            elif spec.default is not missing:
                setattr(cls, name, spec.default)
            else:
                delattr(cls, name)
            spec.type = kind
            spec.given_only = isinstance(kind, InitVar) or kind is InitVar or named(kind, 'InitVar')
            spec.name = name
            spec.kw_only = spec.kw_only or kw_only
            table[name] = spec
        optional = False
        for name, spec in table.items():
            if spec.init and not spec.kw_only:
                if optional and not spec._optional():
                    raise TypeError(f'non-default argument {name!r} follows default argument')
                optional = spec._optional()
        return table

    def constructor(cls, table):
        positional = [name for name, spec in table.items() if spec.init and not spec.kw_only]
        given = [name for name, spec in table.items() if spec.init]
        required = [name for name in given if not table[name]._optional()]

        def __init__(self, *args, **kwargs):
            label = f'{type(self).__name__}.__init__()'
            if len(args) > len(positional):
                least = len([name for name in required if name in positional]) + 1
                most = len(positional) + 1
                takes = f'{most}' if least == most else f'from {least} to {most}'
                s = '' if most == 1 else 's'
                raise TypeError(f'{label} takes {takes} positional argument{s} but {len(args) + 1} were given')
            values = dict(zip(positional, args))
            for name, value in kwargs.items():
                if name not in given:
                    raise TypeError(f'{label} got an unexpected keyword argument {name!r}')
                if name in values:
                    raise TypeError(f'{label} got multiple values for argument {name!r}')
                values[name] = value
            lacking = [name for name in required if name not in values]
            if lacking:
                kind = 'positional' if lacking[0] in positional else 'keyword-only'
                s = '' if len(lacking) == 1 else 's'
                raise TypeError(f'{label} missing {len(lacking)} required {kind} argument{s}: {quoted(lacking)}')
            handed = []
            for name, spec in table.items():
                if spec.given_only:
                    handed.append(values[name] if name in values else spec.default)
                elif name in values:
                    native.set(self, name, values[name])
                elif spec.default_factory is not missing:
                    native.set(self, name, spec.default_factory())
                elif spec.default is not missing:
                    native.set(self, name, spec.default)
            if hasattr(self, '__post_init__'):
                self.__post_init__(*handed)
        return __init__

    def comparison(cls, table, test):
        names = [name for name, spec in table.items() if spec.compare]

        def compare(self, other):
            if not native.alike(self, other):
                return NotImplemented
            return test(tuple([getattr(self, name) for name in names]), tuple([getattr(other, name) for name in names]))
        return compare

    def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, frozen=False, kw_only=False,
                  unsafe_hash=False, slots=False, match_args=True):
        def wrap(cls):
            table = collect(cls, kw_only)
            cls.__dataclass_fields__ = table
            own = {name: spec for name, spec in table.items() if not spec.given_only}
            cls.__match_args__ = tuple([name for name, spec in table.items() if spec.init and not spec.kw_only])

            def __repr__(self):
                shown = [f'{name}={getattr(self, name)!r}' for name, spec in own.items() if spec.repr]
                return type(self).__qualname__ + '(' + ', '.join(shown) + ')'

            def __setattr__(self, name, value):
                if type(self) is cls or name in table:
                    raise FrozenInstanceError(f'cannot assign to field {name!r}')
                object.__setattr__(self, name, value)

            def __delattr__(self, name):
                if type(self) is cls or name in table:
                    raise FrozenInstanceError(f'cannot delete field {name!r}')
                object.__delattr__(self, name)
            methods = [
                ('__init__', constructor(cls, table), init), ('__repr__', __repr__, repr),
                ('__eq__', comparison(cls, own, lambda a, b: a == b), eq),
                ('__lt__', comparison(cls, own, lambda a, b: a < b), order),
                ('__le__', comparison(cls, own, lambda a, b: a <= b), order),
                ('__gt__', comparison(cls, own, lambda a, b: a > b), order),
                ('__ge__', comparison(cls, own, lambda a, b: a >= b), order),
                ('__setattr__', __setattr__, frozen), ('__delattr__', __delattr__, frozen),
            ]
            for name, method, wanted in methods:
                if wanted and name not in vars(cls):
                    method.__qualname__ = f'{cls.__qualname__}.{name}'
                    setattr(cls, name, method)
            if slots:
                cls.__slots__ = tuple([name for name in vars(cls).get('__annotations__', {}) if name in own])
            if unsafe_hash or (eq and frozen):
                cls.__hash_fields__ = tuple([name for name, spec in table.items() if spec.compare])
            return cls
        return wrap if cls is None else wrap(cls)

    def is_dataclass(value):
        return hasattr(value, '__dataclass_fields__')

    def fields(value):
        if not is_dataclass(value):
            raise TypeError('must be called with a dataclass type or instance')
        return tuple([spec for spec in value.__dataclass_fields__.values() if not spec.given_only])

    def plain(value, convert):
        if is_dataclass(value) and not isinstance(value, type):
            return convert(value)
        if isinstance(value, list):
            return [plain(item, convert) for item in value]
        if isinstance(value, tuple) and hasattr(value, '_fields'):
            return type(value)(*[plain(item, convert) for item in value])
        if isinstance(value, tuple):
            return tuple([plain(item, convert) for item in value])
        if isinstance(value, dict):
            return {key: plain(item, convert) for key, item in value.items()}
        return value

    def asdict(instance, *, dict_factory=dict):
        if not is_dataclass(instance):
            raise TypeError('asdict() should be called on dataclass instances')
        convert = lambda value: asdict(value, dict_factory=dict_factory)
        names = [spec.name for spec in fields(instance)]
        return dict_factory([(name, plain(getattr(instance, name), convert)) for name in names])

    def astuple(instance):
        return tuple([plain(getattr(instance, name), astuple) for name in [spec.name for spec in fields(instance)]])

    def replace(instance, **changes):
        given = {name: getattr(instance, name) for name, spec in instance.__dataclass_fields__.items() if spec.init}
        return type(instance)(**{**given, **changes})

    def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
        body = dict(namespace or {})
        notes = {}
        for item in fields:
            item = (item, object) if isinstance(item, str) else item
            notes[item[0]] = item[1]
            if len(item) > 2:
                body[item[0]] = item[2]
        body['__annotations__'] = notes
        return dataclass(type(cls_name, tuple(bases), body), **options)

    return {
        'KW_ONLY': KW_ONLY, 'InitVar': InitVar, 'make_dataclass': make_dataclass, 'dataclass': dataclass, 'field': field, 'fields': fields, 'asdict': asdict, 'astuple': astuple,
        'replace': replace, 'is_dataclass': is_dataclass, 'Field': Field, 'MISSING': missing,
        'FrozenInstanceError': FrozenInstanceError,
    }
