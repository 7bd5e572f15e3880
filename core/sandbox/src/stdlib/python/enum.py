def module(native):
    class auto:
        def __init__(self, value=None):
            self.value = value

        def __or__(self, other): return Joined(lambda a, b: a | b, self, other)
        def __and__(self, other): return Joined(lambda a, b: a & b, self, other)
        def __xor__(self, other): return Joined(lambda a, b: a ^ b, self, other)
        __ror__ = __or__
        __rand__ = __and__

    class Joined(auto):
        """Members joined in the body of the class, where they have no values yet."""

        def __init__(self, join, *parts):
            self.join = join
            self.parts = parts

        def resolve(self):
            return self.join(*[part.resolve() if isinstance(part, Joined) else
                               part.value if isinstance(part, auto) else part for part in self.parts])

    def next_value(cls, made):
        if issubclass(cls, StrEnum):
            return None
        numbers = [member._value_ for member in made if isinstance(member._value_, int)]
        if issubclass(cls, Flag):
            value = 1
            while any([number >= value for number in numbers]):
                value *= 2
            return value
        return max(numbers) + 1 if numbers else 1

    function = type(next_value)

    def make(cls, name, value):
        args = value if isinstance(value, tuple) else (value,)
        if isinstance(cls.__new__, function):
            member = cls.__new__(cls, *args)
            value = vars(member).get('_value_', value)
        else:
            member = native.instance(cls, *args)
        native.set(member, '_name_', name)
        native.set(member, '_value_', value)
        if isinstance(cls.__init__, function):
            member.__init__(*args)
        return member

    def reserved(cls, name):
        return (name[:1] == '_' and name[-1:] == '_') or name.startswith('_' + cls.__name__.lstrip('_') + '__')

    def find(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for member in cls._members_:
                if member._value_ == value:
                    return member

    class EnumType(type):
        def __init__(cls, name, bases, names):
            table = {}
            made = []
            values = {}
            for name, value in list(vars(cls).items()):
                if reserved(cls, name) or native.is_descriptor(value) or hasattr(value, '__get__'):
                    continue
                mark = value
                if isinstance(value, Joined):
                    value = value.resolve()
                elif isinstance(value, auto):
                    value = next_value(cls, made)
                    if value is None:
                        value = name.lower()
                    if hasattr(cls, '_generate_next_value_'):
                        held = [member._value_ for member in made]
                        value = cls._generate_next_value_(name, 1, len(made), held)
                member = make(cls, name, value)
                if isinstance(mark, auto):
                    mark.value = member._value_
                for other in made:
                    if other._value_ == member._value_:
                        member = other
                        break
                else:
                    made.append(member)
                    try:
                        values[member._value_] = member
                    except TypeError:
                        pass
                table[name] = member
            for name, member in table.items():
                type.__setattr__(cls, name, member)
            if made or '_members_' not in vars(cls):
                for name, value in (('_member_map_', table), ('_members_', made), ('_value2member_map_', values)):
                    type.__setattr__(cls, name, value)

        def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
            if names is not None:
                return functional(cls, value, names, type, start)
            if isinstance(value, cls):
                return value
            member = find(cls, value)
            if member is None and hasattr(cls, '_missing_'):
                member = cls._missing_(value)
            if member is None:
                raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            return member

        def __iter__(cls):
            return iter([member for member in cls._members_ if not hides(cls, member)])

        def __reversed__(cls):
            return reversed(list(cls))

        def __len__(cls):
            return len(list(cls))

        def __contains__(cls, value):
            return isinstance(value, cls) or find(cls, value) is not None

        def __getitem__(cls, name):
            return cls._member_map_[name]

        def __setattr__(cls, name, value):
            if name in vars(cls).get('_member_map_', ()):
                raise AttributeError(f'cannot reassign member {name!r}')
            type.__setattr__(cls, name, value)

        def __delattr__(cls, name):
            if name in vars(cls).get('_member_map_', ()):
                raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
            type.__delattr__(cls, name)

        @property
        def __members__(cls):
            return cls._member_map_.copy()

        def __repr__(cls):
            kind = 'flag' if issubclass(cls, Flag) else 'enum'
            return f'<{kind} {cls.__name__!r}>'

    def hides(cls, member):
        """Whether a member of a flag is a name for a combination, which iteration leaves out."""
        value = member._value_
        return issubclass(cls, Flag) and (value == 0 or value & (value - 1) != 0)

    def functional(cls, name, names, kind, start):
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        body = {}
        value = start
        for item in (names.items() if isinstance(names, dict) else names):
            if isinstance(item, str):
                body[item] = value.lower() if issubclass(cls, StrEnum) else value
                value = value * 2 if issubclass(cls, Flag) else value + 1
            else:
                body[item[0]] = item[1]
        bases = (cls,) if kind is None else (kind, cls)
        return type(cls)(name, bases, body)

    class Enum(metaclass=EnumType):
        @property
        def name(self):
            return self._name_

        @property
        def value(self):
            return self._value_

        def __str__(self):
            return f'{type(self).__name__}.{self._name_}'

        def __repr__(self):
            return f'<{type(self).__name__}.{self._name_}: {self._value_!r}>'

        def __copy__(self):
            return self

        def __deepcopy__(self, memo):
            return self

        def __format__(self, spec):
            return format(str(self), spec)

    class IntEnum(int, Enum):
        def __str__(self): return int.__repr__(self)
        def __format__(self, spec): return int.__format__(self, spec)

    class StrEnum(str, Enum):
        def __str__(self): return str.__str__(self)
        def __format__(self, spec): return str.__format__(self, spec)

    def plain(value):
        return value._value_ if isinstance(value, Enum) else value

    def known_bits(cls):
        known = 0
        for member in cls._members_:
            known |= member._value_
        return known

    def combination(cls, value):
        """The member of a flag for several bits; the same one each time."""
        names = [member._name_ for member in cls._members_ if member._value_ and not hides(cls, member)
                 and member._value_ & value]
        rest = value & ~known_bits(cls)
        if rest:
            names.append(str(rest))
        member = make(cls, '|'.join(names) or None, value)
        cls._value2member_map_[value] = member
        return member

    class Flag(Enum):
        @classmethod
        def _missing_(cls, value):
            if not isinstance(value, int):
                raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            if value < 0:
                value = known_bits(cls) & value
                found = find(cls, value)
                return combination(cls, value) if found is None else found
            if value & ~known_bits(cls):
                raise ValueError(
                    f'{cls!r} invalid value {value!r}\n'
                    f'    given {value:#0{max(value, known_bits(cls)).bit_length() + 3}b}\n'
                    f'  allowed {known_bits(cls):#0{max(value, known_bits(cls)).bit_length() + 3}b}')
            return combination(cls, value)

        def __or__(self, other):
            return type(self)(self._value_ | plain(other)) if related(self, other) else NotImplemented

        def __and__(self, other):
            return type(self)(self._value_ & plain(other)) if related(self, other) else NotImplemented

        def __xor__(self, other):
            return type(self)(self._value_ ^ plain(other)) if related(self, other) else NotImplemented

        __ror__ = __or__
        __rand__ = __and__
        __rxor__ = __xor__

        def __invert__(self):
            return type(self)(known_bits(type(self)) & ~self._value_)

        def __contains__(self, other):
            if type(other) is not type(self):
                raise TypeError(
                    f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
            return other._value_ & self._value_ == other._value_

        def __bool__(self): return self._value_ != 0
        def __len__(self): return self._value_.bit_count()

        def __iter__(self):
            return iter([member for member in type(self) if member._value_ & self._value_])

        def __str__(self):
            return f'{type(self).__name__}.{self._name_}' if self._name_ else f'{type(self).__name__}(0)'

        def __repr__(self):
            if not self._name_:
                return f'<{type(self).__name__}: 0>'
            return f'<{type(self).__name__}.{self._name_}: {self._value_}>'

    def related(flag, other):
        return type(other) is type(flag) or (isinstance(flag, int) and isinstance(other, int))

    class IntFlag(int, Flag):
        @classmethod
        def _missing_(cls, value):
            if not isinstance(value, int):
                raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            return combination(cls, value)

        def __str__(self): return int.__repr__(self)
        def __format__(self, spec): return int.__format__(self, spec)

    def unique(cls):
        for name, member in cls.__members__.items():
            if name != member._name_:
                raise ValueError(f'duplicate values found in {cls!r}: {name} -> {member._name_}')
        return cls

    return {
        'Enum': Enum, 'EnumType': EnumType, 'EnumMeta': EnumType, 'IntEnum': IntEnum, 'StrEnum': StrEnum,
        'Flag': Flag, 'IntFlag': IntFlag, 'auto': auto, 'unique': unique,
    }
