def module(native):
    missing = object()

    class Field:
        def __init__(self, default, default_factory, init, repr_):
            self.default = default
            self.default_factory = default_factory
            self.init = init
            self.repr = repr_

    def field(*, default=missing, default_factory=missing, init=True, repr=True, compare=True, **other):
        return Field(default, default_factory, init, repr)

    def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, frozen=False, **other):
        def wrap(cls):
            table = dict(getattr(cls, '_dataclass_fields', {}))
            for name in vars(cls).get('__annotations__', ()):
                default = vars(cls).get(name, missing)
                table[name] = default if isinstance(default, Field) else Field(default, missing, True, True)
                if isinstance(default, Field):
                    if default.default is not missing:
                        setattr(cls, name, default.default)
                    else:
                        delattr(cls, name)
            cls._dataclass_fields = table
            given = [name for name, spec in table.items() if spec.init]

            def __init__(self, *args, **kwargs):
                if len(args) > len(given):
                    raise TypeError(
                        f'{cls.__name__}.__init__() takes {len(given) + 1} positional arguments '
                        f'but {len(args) + 1} were given')
                values = dict(zip(given, args))
                for name, value in kwargs.items():
                    if name not in given:
                        raise TypeError(f'{cls.__name__}.__init__() got an unexpected keyword argument {name!r}')
                    if name in values:
                        raise TypeError(f'{cls.__name__}.__init__() got multiple values for argument {name!r}')
                    values[name] = value
                for name, spec in table.items():
                    if name in values:
                        value = values[name]
                    elif spec.default_factory is not missing:
                        value = spec.default_factory()
                    elif spec.default is not missing:
                        value = spec.default
                    else:
                        raise TypeError(
                            f'{cls.__name__}.__init__() missing 1 required positional argument: {name!r}')
                    setattr(self, name, value)
                if hasattr(self, '__post_init__'):
                    self.__post_init__()

            def values_of(self):
                return tuple([getattr(self, name) for name in table])

            def __repr__(self):
                shown = [f'{name}={getattr(self, name)!r}' for name, spec in table.items() if spec.repr]
                return cls.__name__ + '(' + ', '.join(shown) + ')'

            def __eq__(self, other):
                return values_of(self) == values_of(other) if isinstance(other, cls) else NotImplemented

            def __lt__(self, other):
                return values_of(self) < values_of(other)

            def __le__(self, other):
                return values_of(self) <= values_of(other)
            methods = [('__init__', __init__, init), ('__repr__', __repr__, repr), ('__eq__', __eq__, eq),
                       ('__lt__', __lt__, order), ('__le__', __le__, order)]
            for name, method, wanted in methods:
                if wanted and name not in vars(cls):
                    setattr(cls, name, method)
            return cls
        return wrap if cls is None else wrap(cls)

    def asdict(instance):
        return {name: getattr(instance, name) for name in instance._dataclass_fields}

    def astuple(instance):
        return tuple([getattr(instance, name) for name in instance._dataclass_fields])

    def replace(instance, **changes):
        return type(instance)(**{**asdict(instance), **changes})

    return {'dataclass': dataclass, 'field': field, 'asdict': asdict, 'astuple': astuple, 'replace': replace}
