def module(native):
    import collections

    class NamedTuple:
        def __init_subclass__(cls):
            names = vars(cls).get('__annotations__', ())
            own = dict(vars(cls))
            preset = [own[name] for name in names if name in own]
            record = collections.namedtuple(cls.__name__, names, defaults=preset)
            for name, value in vars(native.bases(record)[0]).items():
                if name not in own or name in names:
                    setattr(cls, name, value)
            for name in names:
                if name in own:
                    delattr(cls, name)

    class TypedDict:
        def __class_call__(cls, *args, **fields):
            return dict(*args, **fields)

    class TypeVar:
        def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
            self.__name__ = name

        def __repr__(self):
            return '~' + self.__name__

    def cast(kind, value):
        return value

    def overload(function):
        return function

    def get_type_hints(value, *rest, **options):
        raise NotImplementedError('typing.get_type_hints is not provided in this sandbox')

    # Annotations are never evaluated, so any class serves for the names that scripts import.
    names = (
        'AbstractSet Any AnyStr Annotated Callable ChainMap ClassVar Collection Container Counter DefaultDict '
        'Deque Dict Final ForwardRef FrozenSet Generator Generic Hashable Iterable Iterator List Literal '
        'LiteralString Mapping MutableMapping MutableSequence MutableSet NewType NoReturn Never NotRequired '
        'Optional OrderedDict Protocol Required Reversible Self Sequence Set Sized SupportsFloat SupportsInt '
        'Text Tuple Type TypeAlias Union'
    )
    contents = {name: object for name in names.split()}
    contents['NewType'] = lambda name, kind: kind
    contents.update({
        'NamedTuple': NamedTuple, 'TypedDict': TypedDict, 'TypeVar': TypeVar, 'cast': cast,
        'overload': overload, 'final': overload, 'override': overload, 'no_type_check': overload,
        'runtime_checkable': overload, 'get_type_hints': get_type_hints, 'TYPE_CHECKING': False,
    })
    return contents
