def module(native):
    import collections

    def shown(value):
        if value is None or value is type(None):
            return 'None'
        if value is ...:
            return '...'
        if isinstance(value, list):
            return '[' + ', '.join([shown(item) for item in value]) + ']'
        if isinstance(value, type):
            module = getattr(value, '__module__', 'builtins')
            name = getattr(value, '__qualname__', value.__name__)
            return name if module == 'builtins' else f'{module}.{name}'
        if isinstance(value, str):
            return f'ForwardRef({value!r})'
        return repr(value)

    class Alias:
        """A special form with its parameters, such as `List[int]`."""

        def __init__(self, form, args):
            self._form = form
            self.__origin__ = form._origin or form
            self.__args__ = args

        def __repr__(self):
            name = self._form._name
            args = self.__args__
            if name == 'Union' and len(args) == 2 and type(None) in args:
                other = args[0] if args[1] is type(None) else args[1]
                return f'typing.Optional[{shown(other)}]'
            if name == 'Callable' and len(args) > 1:
                wanted = args[0] if args[0] is ... else list(args[:-1])
                return f'typing.Callable[{shown(wanted)}, {shown(args[-1])}]'
            if name == 'Literal':
                return 'typing.Literal[' + ', '.join([repr(arg) for arg in args]) + ']'
            return f'typing.{name}[' + ', '.join([shown(arg) for arg in args]) + ']'

        def __call__(self, *args, **kwargs):
            return self.__origin__(*args, **kwargs)

        def __getitem__(self, args):
            return self

        def __eq__(self, other):
            return isinstance(other, Alias) and self._form is other._form and self.__args__ == other.__args__

        def __hash__(self):
            return hash(self._form._name)

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]

        def __instancecheck__(self, value):
            if self._form._name == 'Union':
                return isinstance(value, self.__args__)
            raise TypeError('Subscripted generics cannot be used with class and instance checks')

    class Form:
        """A special form, such as `List` or `Optional`."""

        def __init__(self, name, origin=None):
            self._name = name
            self._origin = origin

        def __repr__(self):
            return f'typing.{self._name}'

        def __getitem__(self, args):
            name = self._name
            if name == 'Optional':
                return Union[args, None]
            if not isinstance(args, tuple):
                args = (args,)
            if name == 'Callable':
                wanted, result = args
                args = (*(wanted if isinstance(wanted, list) else [wanted]), result)
            args = tuple([type(None) if arg is None and name != 'Literal' else arg for arg in args])
            if name == 'Union':
                flat = []
                for arg in args:
                    inner = arg.__args__ if isinstance(arg, Alias) and arg._form is self else (arg,)
                    flat += [one for one in inner if one not in flat]
                if len(flat) == 1:
                    return flat[0]
                args = tuple(flat)
            if name in ('Annotated', 'Required', 'NotRequired', 'Unpack'):
                return args[0]
            return Alias(self, args)

        def __call__(self, *args, **kwargs):
            if self._origin is None:
                raise TypeError(f'Cannot instantiate typing.{self._name}')
            return self._origin(*args, **kwargs)

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]

        def __instancecheck__(self, value):
            if self._origin is None:
                raise TypeError(f'typing.{self._name} cannot be used with isinstance()')
            return isinstance(value, self._origin)

    Union = Form('Union')

    class Generic:
        __slots__ = ()

        def __class_getitem__(cls, args):
            return native.generic(cls, args)

    class ProtocolMeta(type):
        def __instancecheck__(cls, value):
            if type.__instancecheck__(cls, value):
                return True
            names = vars(cls).get('_runtime_')
            if names is None:
                if '_protocol_' in vars(cls):
                    raise TypeError(
                        'Instance and class checks can only be used with @runtime_checkable protocols')
                return False
            return all([hasattr(value, name) for name in names])

        def __call__(cls, *args, **kwargs):
            if '_protocol_' in vars(cls):
                raise TypeError(f'Protocols cannot be instantiated')
            return type.__call__(cls, *args, **kwargs)

    class Protocol(metaclass=ProtocolMeta):
        __slots__ = ()

        def __init_subclass__(cls, **options):
            if Protocol in cls.__bases__:
                cls._protocol_ = True

        def __class_getitem__(cls, args):
            return native.generic(cls, args)

    def runtime_checkable(cls):
        hidden = ('__init_subclass__', '__class_getitem__', '_protocol_', '_runtime_')
        names = []
        for base in cls.__mro__:
            if '_protocol_' in getattr(base, '__dict__', ()):
                own = vars(base)
                names += [name for name in (*own, *own.get('__annotations__', ())) if name not in hidden
                          and not (name.startswith('__') and name in
                                   ('__module__', '__doc__', '__qualname__', '__annotations__', '__slots__'))]
        cls._runtime_ = tuple(names)
        return cls

    class NamedTupleMeta(type):
        def __new__(cls, name, bases, names):
            if NamedTupleMeta.root is None:
                NamedTupleMeta.root = type.__new__(cls, name, bases, names)
                return NamedTupleMeta.root
            fields = names.get('__annotations__', {})
            lacking = None
            for field in fields:
                if field in names:
                    lacking = field
                elif lacking is not None:
                    raise TypeError(f'non-default namedtuple field {field} cannot follow default field {lacking}')
            preset = [names[field] for field in fields if field in names]
            record = collections.namedtuple(name, fields, defaults=preset)
            for key, value in names.items():
                if key not in fields and key not in ('__slots__', '__new__'):
                    setattr(record, key, value)
            return record
        root = None

    class NamedTuple(metaclass=NamedTupleMeta):
        pass

    def named_tuple(typename, fields=(), /, **kwargs):
        pairs = list(fields) + list(kwargs.items())
        record = collections.namedtuple(typename, [name for name, kind in pairs])
        record.__annotations__ = dict(pairs)
        return record
    NamedTupleMeta.__call__ = lambda cls, *args, **kwargs: (
        named_tuple(*args, **kwargs) if cls is NamedTuple else type.__call__(cls, *args, **kwargs))

    class TypedDictMeta(type):
        def __call__(cls, *args, **fields):
            if cls is TypedDict:
                return type.__call__(TypedDictMeta, args[0], (TypedDict,), {'__annotations__': args[1]})
            return dict(*args, **fields)

        def __instancecheck__(cls, value):
            raise TypeError('TypedDict does not support instance and class checks')

    class TypedDict(metaclass=TypedDictMeta):
        def __init_subclass__(cls, **options):
            names = {}
            for base in reversed(cls.__mro__):
                names.update(getattr(base, '__dict__', {}).get('__annotations__', {}))
            cls.__annotations__ = names
            cls.__total__ = options.get('total', True)

    class TypeVar:
        def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
            self.__name__ = name
            self.__bound__ = bound
            self.__constraints__ = constraints

        def __repr__(self):
            return '~' + self.__name__

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]

    def cast(kind, value):
        return value

    def same(function):
        return function

    def get_type_hints(value, *rest, **options):
        hints = {}
        classes = reversed(value.__mro__) if isinstance(value, type) else [value]
        for holder in classes:
            own = getattr(holder, '__dict__', {}) if isinstance(value, type) else {}
            hints.update(own.get('__annotations__', {}) if isinstance(value, type) else holder.__annotations__)
        return hints

    def get_origin(value):
        return getattr(value, '__origin__', None)

    def get_args(value):
        return getattr(value, '__args__', ())

    def NewType(name, kind):
        def new(value):
            return value
        new.__name__ = new.__qualname__ = name
        new.__supertype__ = kind
        return new

    def assert_never(value):
        raise AssertionError(f'Expected code to be unreachable, but got: {value!r}')

    def register(name, origin):
        return Form(name, origin)

    plain = (
        'Any AnyStr Annotated ClassVar Concatenate Final ForwardRef Literal LiteralString NoReturn Never '
        'NotRequired Optional Required Self SupportsFloat SupportsInt SupportsAbs SupportsIndex SupportsRound '
        'TypeAlias TypeGuard Unpack IO TextIO BinaryIO Pattern Match'
    )
    contents = {name: Form(name) for name in plain.split()}
    import collections.abc as abilities
    for name in ('Callable Collection Container Generator Hashable Iterable Iterator Mapping MutableMapping '
                 'MutableSequence MutableSet Sequence Sized').split():
        contents[name] = register(name, getattr(abilities, name))
    contents['AbstractSet'] = register('AbstractSet', abilities.Set)
    contents['Reversible'] = register('Reversible', abilities.Sequence)
    for name, origin in (('List', list), ('Dict', dict), ('Set', set), ('FrozenSet', frozenset), ('Tuple', tuple),
                         ('Type', type), ('DefaultDict', collections.defaultdict),
                         ('OrderedDict', collections.OrderedDict), ('Counter', collections.Counter),
                         ('Deque', collections.deque), ('ChainMap', collections.ChainMap)):
        contents[name] = register(name, origin)
    contents.update({
        'Union': Union, 'Generic': Generic, 'Protocol': Protocol, 'NamedTuple': NamedTuple,
        'TypedDict': TypedDict, 'TypeVar': TypeVar, 'ParamSpec': TypeVar, 'TypeVarTuple': TypeVar, 'cast': cast,
        'overload': same, 'final': same, 'override': same, 'no_type_check': same,
        'runtime_checkable': runtime_checkable, 'get_type_hints': get_type_hints, 'get_origin': get_origin,
        'get_args': get_args, 'NewType': NewType, 'assert_never': assert_never, 'assert_type': cast,
        'reveal_type': same, 'Text': str, 'TYPE_CHECKING': False,
    })
    contents['assert_type'] = lambda value, kind: value
    contents['AnyStr'] = TypeVar('AnyStr', bytes, str)
    return contents
