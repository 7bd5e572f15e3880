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
            self.default = default
            self.default_factory = default_factory
            self.init = init
            self.repr = repr
            self.compare = compare
            self.kw_only = kw_only
            self.metadata = metadata or {}

        def _optional(self):
            return self.default is not missing or self.default_factory is not missing

    def field(**options):
        return Field(**options)

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
        for name in own.get('__annotations__', ()):
            spec = own.get(name, missing)
            if not isinstance(spec, Field):
                if isinstance(spec, (list, dict, set)):
                    raise ValueError(
                        f'mutable default {type(spec)} for field {name} is not allowed: use default_factory')
                spec = Field(spec, kw_only=kw_only)
            elif spec.default is not missing:
                setattr(cls, name, spec.default)
            else:
                delattr(cls, name)
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
            for name, spec in table.items():
                if name in values:
                    native.set(self, name, values[name])
                elif spec.default_factory is not missing:
                    native.set(self, name, spec.default_factory())
                elif spec.default is not missing:
                    native.set(self, name, spec.default)
            if hasattr(self, '__post_init__'):
                self.__post_init__()
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
            cls.__match_args__ = tuple([name for name, spec in table.items() if spec.init and not spec.kw_only])

            def __repr__(self):
                shown = [f'{name}={getattr(self, name)!r}' for name, spec in table.items() if spec.repr]
                return type(self).__name__ + '(' + ', '.join(shown) + ')'

            def __setattr__(self, name, value):
                raise FrozenInstanceError(f'cannot assign to field {name!r}')
            methods = [
                ('__init__', constructor(cls, table), init), ('__repr__', __repr__, repr),
                ('__eq__', comparison(cls, table, lambda a, b: a == b), eq),
                ('__lt__', comparison(cls, table, lambda a, b: a < b), order),
                ('__le__', comparison(cls, table, lambda a, b: a <= b), order),
                ('__gt__', comparison(cls, table, lambda a, b: a > b), order),
                ('__ge__', comparison(cls, table, lambda a, b: a >= b), order),
                ('__setattr__', __setattr__, frozen),
            ]
            for name, method, wanted in methods:
                if wanted and name not in vars(cls):
                    setattr(cls, name, method)
            if unsafe_hash or (eq and frozen):
                cls.__hash_fields__ = tuple([name for name, spec in table.items() if spec.compare])
            return cls
        return wrap if cls is None else wrap(cls)

    def is_dataclass(value):
        return hasattr(value, '__dataclass_fields__')

    def fields(value):
        if not is_dataclass(value):
            raise TypeError('must be called with a dataclass type or instance')
        return tuple(value.__dataclass_fields__.values())

    def plain(value, convert):
        if is_dataclass(value) and not isinstance(value, type):
            return convert(value)
        if isinstance(value, list):
            return [plain(item, convert) for item in value]
        if type(value) is tuple:
            return tuple([plain(item, convert) for item in value])
        if isinstance(value, dict):
            return {key: plain(item, convert) for key, item in value.items()}
        return value

    def asdict(instance, *, dict_factory=dict):
        if not is_dataclass(instance):
            raise TypeError('asdict() should be called on dataclass instances')
        convert = lambda value: asdict(value, dict_factory=dict_factory)
        names = instance.__dataclass_fields__
        return dict_factory([(name, plain(getattr(instance, name), convert)) for name in names])

    def astuple(instance):
        return tuple([plain(getattr(instance, name), astuple) for name in instance.__dataclass_fields__])

    def replace(instance, **changes):
        given = {name: getattr(instance, name) for name, spec in instance.__dataclass_fields__.items() if spec.init}
        return type(instance)(**{**given, **changes})

    return {
        'dataclass': dataclass, 'field': field, 'fields': fields, 'asdict': asdict, 'astuple': astuple,
        'replace': replace, 'is_dataclass': is_dataclass, 'Field': Field, 'MISSING': missing,
        'FrozenInstanceError': FrozenInstanceError,
    }
