def module(native):
    class auto:
        def __init__(self, value=None):
            self.value = value

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

    def make(cls, name, value):
        member = native.instance(cls)
        native.set(member, '_name_', name)
        native.set(member, '_value_', value)
        if '__init__' in vars(cls):
            member.__init__(*(value if isinstance(value, tuple) else (value,)))
        return member

    def members_of(cls):
        return getattr(cls, '_member_map_', {})

    class Enum:
        __mixin__ = None
        __kind__ = 'enum'
        __hash_fields__ = ('_name_', '_value_')

        def __init_subclass__(cls):
            table = {}
            made = []
            for name, value in vars(cls).items():
                if name.startswith('_') or native.is_descriptor(value):
                    continue
                if isinstance(value, auto):
                    value = next_value(cls, made)
                    if value is None:
                        value = name.lower()
                    elif '_generate_next_value_' in vars(cls):
                        values = [member._value_ for member in made]
                        value = cls._generate_next_value_(name, 1, len(made), values)
                member = make(cls, name, value)
                same = [other for other in made if other._value_ == member._value_]
                if same:
                    member = same[0]
                else:
                    made.append(member)
                table[name] = member
            for name, member in table.items():
                setattr(cls, name, member)
            cls._member_map_ = table
            cls.__members__ = table
            cls._members_ = made

        def __class_call__(cls, value, names=None, **options):
            if names is not None:
                raise NotImplementedError("Enum('Name', names) is not provided in this sandbox; write a class")
            if isinstance(value, cls):
                return value
            for member in getattr(cls, '_members_', ()):
                if member._value_ == value:
                    return member
            if hasattr(cls, '_missing_'):
                found = cls._missing_(value)
                if found is not None:
                    return found
            raise ValueError(f'{value!r} is not a valid {cls.__name__}')

        def __class_iter__(cls):
            return cls._members_

        def __class_len__(cls):
            return len(cls._members_)

        def __class_getitem__(cls, name):
            if name not in members_of(cls):
                raise KeyError(name)
            return cls._member_map_[name]

        @property
        def name(self):
            return self._name_

        @property
        def value(self):
            return self._value_

        def __eq__(self, other):
            if self is other:
                return True
            if self.__mixin__ is not None:
                return self._value_ == (other._value_ if isinstance(other, Enum) else other)
            return NotImplemented

        def __lt__(self, other):
            return self._value_ < plain(other) if self.__mixin__ is not None else NotImplemented

        def __le__(self, other):
            return self._value_ <= plain(other) if self.__mixin__ is not None else NotImplemented

        def __gt__(self, other):
            return self._value_ > plain(other) if self.__mixin__ is not None else NotImplemented

        def __ge__(self, other):
            return self._value_ >= plain(other) if self.__mixin__ is not None else NotImplemented

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

    def plain(value):
        return value._value_ if isinstance(value, Enum) else value

    class IntEnum(Enum):
        __mixin__ = int

        def __add__(self, other): return self._value_ + plain(other)
        def __radd__(self, other): return other + self._value_
        def __sub__(self, other): return self._value_ - plain(other)
        def __rsub__(self, other): return other - self._value_
        def __mul__(self, other): return self._value_ * plain(other)
        def __rmul__(self, other): return other * self._value_
        def __truediv__(self, other): return self._value_ / plain(other)
        def __floordiv__(self, other): return self._value_ // plain(other)
        def __mod__(self, other): return self._value_ % plain(other)
        def __neg__(self): return -self._value_
        def __int__(self): return self._value_
        def __index__(self): return self._value_
        def __float__(self): return float(self._value_)
        def __bool__(self): return self._value_ != 0
        def __str__(self): return str(self._value_)
        def __format__(self, spec): return format(self._value_, spec)

    class StrEnum(Enum):
        __mixin__ = str

        def __add__(self, other): return self._value_ + plain(other)
        def __radd__(self, other): return other + self._value_
        def __len__(self): return len(self._value_)
        def __contains__(self, part): return part in self._value_
        def __str__(self): return self._value_
        def __format__(self, spec): return format(self._value_, spec)
        def __getattr__(self, name): return getattr(self._value_, name)

    class Flag(Enum):
        __hash_fields__ = ('_name_', '_value_')

        def __class_call__(cls, value):
            for member in cls._members_:
                if member._value_ == value:
                    return member
            known = 0
            for member in cls._members_:
                known |= member._value_
            if value & ~known:
                raise ValueError(f'{value!r} is not a valid {cls.__name__}')
            names = [member._name_ for member in cls._members_ if member._value_ and member._value_ & value]
            return make(cls, '|'.join(names) or None, value)

        def __or__(self, other): return type(self)(self._value_ | plain(other))
        def __and__(self, other): return type(self)(self._value_ & plain(other))
        def __xor__(self, other): return type(self)(self._value_ ^ plain(other))

        def __invert__(self):
            known = 0
            for member in type(self)._members_:
                known |= member._value_
            return type(self)(known & ~self._value_)

        def __contains__(self, other): return other._value_ & self._value_ == other._value_
        def __bool__(self): return self._value_ != 0
        def __eq__(self, other): return type(self) is type(other) and self._value_ == other._value_

        def __iter__(self):
            return iter([member for member in type(self)._members_ if member in self and member._value_])

        def __str__(self):
            return f'{type(self).__name__}.{self._name_}' if self._name_ else f'{type(self).__name__}(0)'

        def __repr__(self):
            if not self._name_:
                return f'<{type(self).__name__}: 0>'
            return f'<{type(self).__name__}.{self._name_}: {self._value_}>'

    class IntFlag(Flag):
        __hash_fields__ = ('_name_', '_value_')
        __mixin__ = int

        def __class_call__(cls, value):
            names = [member._name_ for member in cls._members_ if member._value_ == value]
            if not names:
                names = [member._name_ for member in cls._members_ if member._value_ and member._value_ & value]
            elif names:
                return cls._member_map_[names[0]]
            return make(cls, '|'.join(names) or None, value)

        def __int__(self): return self._value_
        def __index__(self): return self._value_
        def __eq__(self, other): return self._value_ == plain(other)
        def __str__(self): return str(self._value_)
        def __format__(self, spec): return format(self._value_, spec)

    def unique(cls):
        for name, member in cls.__members__.items():
            if name != member._name_:
                raise ValueError(f'duplicate values found in {cls!r}: {name} -> {member._name_}')
        return cls

    return {
        'Enum': Enum, 'IntEnum': IntEnum, 'StrEnum': StrEnum, 'Flag': Flag, 'IntFlag': IntFlag,
        'auto': auto, 'unique': unique,
    }
