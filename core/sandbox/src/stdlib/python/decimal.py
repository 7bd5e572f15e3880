def module(native):
    import decimal_format as text

    from decimal_context import (
        ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ConversionSyntax, Context, DivisionByZero, DivisionImpossible,
        DivisionUndefined, Inexact, InvalidOperation, Overflow, Rounded, cut, exports,
    )

    MODULUS = 2 ** 61 - 1

    def invalid(kind=InvalidOperation):
        return InvalidOperation([kind])

    class Context(Context):
        def create_decimal(self, value='0'):
            return fixed(Decimal(value), self)

        def sqrt(self, value): return value.sqrt(self)
        def quantize(self, a, b): return a.quantize(b, context=self)
        def divide(self, a, b): return fixed(Decimal(a) / Decimal(b), self)
        def add(self, a, b): return fixed(Decimal(a) + Decimal(b), self)
        def multiply(self, a, b): return fixed(Decimal(a) * Decimal(b), self)
        def clear_flags(self): self.flags.clear()

    current = [Context()]

    def getcontext():
        return current[0]

    def setcontext(context):
        current[0] = context

    class localcontext:
        def __init__(self, context=None, **changes):
            self._new = (context or current[0]).copy()
            for name, value in changes.items():
                setattr(self._new, name, value)

        def __enter__(self):
            self._held, current[0] = current[0], self._new
            return self._new

        def __exit__(self, *error):
            current[0] = self._held

    def make(sign, digits, exp, special=''):
        value = native.instance(Decimal)
        value._sign, value._int, value._exp, value._special = sign, digits, exp, special
        return value

    def fixed(value, context=None):
        """The value with no more digits than the context allows."""
        context = context or current[0]
        if value._special:
            return value
        sign, digits, exp = value._sign, value._int, value._exp
        over = len(str(digits)) - context.prec
        if over > 0 and digits:
            digits = cut(sign, digits, over, context.rounding)
            exp += over
            if len(str(digits)) > context.prec:
                digits //= 10
                exp += 1
        if digits and exp + len(str(digits)) - 1 > context.Emax:
            raise Overflow([Overflow, Inexact, Rounded])
        return make(sign, digits, exp)

    def parse(source):
        body = source.strip().replace('_', '')
        sign = 1 if body[:1] == '-' else 0
        body = body[1:] if body[:1] in ('+', '-') else body
        low = body.lower()
        if low in ('inf', 'infinity'):
            return sign, 0, 0, 'F'
        if low in ('nan', 'snan'):
            return sign, 0, 0, 'n'
        mantissa, mark, power = low.partition('e')
        whole, dot, part = mantissa.partition('.')
        digits = whole + part
        exponent = power[1:] if power[:1] in ('+', '-') else power
        if not (digits.isdigit() and digits.isascii()) or (mark and not exponent.isdigit()):
            raise InvalidOperation([ConversionSyntax])
        return sign, int(digits), (int(power) if mark else 0) - len(part), ''

    def converted(other, floats=False):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return make(int(other < 0), abs(int(other)), 0)
        if floats and isinstance(other, float):
            return Decimal(other)
        return None

    def aligned(a, b):
        exp = min(a._exp, b._exp)
        x = a._int * 10 ** (a._exp - exp) * (-1 if a._sign else 1)
        y = b._int * 10 ** (b._exp - exp) * (-1 if b._sign else 1)
        return x, y, exp

    def special_of(*values):
        """The NaN among the operands, if there is one."""
        for value in values:
            if value._special == 'n':
                return value
        return None

    def add(a, b):
        nan = special_of(a, b)
        if nan is not None:
            return nan
        if a._special or b._special:
            if a._special and b._special and a._sign != b._sign:
                raise invalid()
            return a if a._special else b
        x, y, exp = aligned(a, b)
        total = x + y
        sign = int(total < 0) if total else int(a._sign and b._sign or
                                               (a._sign != b._sign and current[0].rounding == ROUND_FLOOR))
        return fixed(make(sign, abs(total), exp))

    def multiply(a, b):
        nan = special_of(a, b)
        if nan is not None:
            return nan
        sign = a._sign ^ b._sign
        if a._special or b._special:
            if (not a._special and a._int == 0) or (not b._special and b._int == 0):
                raise invalid()
            return make(sign, 0, 0, 'F')
        return fixed(make(sign, a._int * b._int, a._exp + b._exp))

    def divide(a, b):
        nan = special_of(a, b)
        if nan is not None:
            return nan
        sign = a._sign ^ b._sign
        if a._special:
            if b._special:
                raise invalid()
            return make(sign, 0, 0, 'F')
        if b._special:
            return make(sign, 0, 0)
        if b._int == 0:
            raise InvalidOperation([DivisionUndefined]) if a._int == 0 else DivisionByZero([DivisionByZero])
        ideal = a._exp - b._exp
        if a._int == 0:
            return fixed(make(sign, 0, ideal))
        shift = len(str(b._int)) - len(str(a._int)) + current[0].prec + 1
        top, bottom = (a._int * 10 ** shift, b._int) if shift >= 0 else (a._int, b._int * 10 ** -shift)
        digits, rest = divmod(top, bottom)
        exp = ideal - shift
        if rest:
            # A last digit that says that more follows.
            if digits % 5 == 0:
                digits += 1
        else:
            while exp < ideal and digits % 10 == 0:
                digits //= 10
                exp += 1
        return fixed(make(sign, digits, exp))

    def whole_parts(a, b, undefined=False):
        """Quotient and remainder, rounded towards zero."""
        nan = special_of(a, b)
        if nan is not None:
            return nan, nan
        if a._special:
            raise invalid()
        if b._special:
            return make(a._sign ^ b._sign, 0, 0), fixed(a)
        if b._int == 0:
            if undefined or a._int == 0:
                raise invalid(DivisionUndefined if a._int == 0 else InvalidOperation)
            raise DivisionByZero([DivisionByZero])
        x, y, exp = aligned(a, b)
        quotient, rest = divmod(abs(x), abs(y))
        if len(str(quotient)) > current[0].prec:
            raise InvalidOperation([DivisionImpossible])
        return make(a._sign ^ b._sign, quotient, 0), fixed(make(a._sign, rest, exp))

    def compared(a, b):
        """-1, 0 or 1; None beside a NaN."""
        if a._special == 'n' or b._special == 'n':
            return None
        if a._special or b._special:
            x = (-1 if a._sign else 1) if a._special else 0
            y = (-1 if b._sign else 1) if b._special else 0
        else:
            x, y, exp = aligned(a, b)
        return (x > y) - (x < y)

    def operand(method):
        def checked(self, other):
            other = converted(other)
            return NotImplemented if other is None else method(self, other)
        return checked

    def ordering(test):
        def checked(self, other):
            if hasattr(other, 'limit_denominator'):
                top, bottom = self.as_integer_ratio()
                return test((top * other.denominator > other.numerator * bottom)
                            - (top * other.denominator < other.numerator * bottom))
            other = converted(other, True)
            if other is None:
                return NotImplemented
            order = compared(self, other)
            return order is not None and test(order)
        return checked

    class Decimal:
        __module__ = 'decimal'

        def __init__(self, value='0', context=None):
            if isinstance(value, Decimal):
                parts = value._sign, value._int, value._exp, value._special
            elif isinstance(value, str):
                parts = parse(value)
            elif isinstance(value, int):
                parts = int(value < 0), abs(int(value)), 0, ''
            elif isinstance(value, float):
                if value != value or value in (float('inf'), float('-inf')):
                    parts = parse(repr(value))
                else:
                    top, bottom = value.as_integer_ratio()
                    power = bottom.bit_length() - 1
                    negative = top < 0 or (top == 0 and repr(value)[0] == '-')
                    parts = int(negative), abs(top) * 5 ** power, -power, ''
            elif isinstance(value, (tuple, list)):
                sign, digits, exp = value
                parts = sign, int(''.join([str(d) for d in digits]) or '0'), exp, ''
            else:
                name = type(value).__name__
                raise TypeError(f'conversion from {name} to Decimal is not supported')
            self._sign, self._int, self._exp, self._special = parts

        @classmethod
        def from_float(cls, value):
            return cls(value)

        __add__ = __radd__ = operand(add)
        __mul__ = __rmul__ = operand(multiply)
        __sub__ = operand(lambda a, b: add(a, b.copy_negate()))
        __rsub__ = operand(lambda a, b: add(b, a.copy_negate()))
        __truediv__ = operand(divide)
        __rtruediv__ = operand(lambda a, b: divide(b, a))
        __floordiv__ = operand(lambda a, b: whole_parts(a, b)[0])
        __rfloordiv__ = operand(lambda a, b: whole_parts(b, a)[0])
        __mod__ = operand(lambda a, b: whole_parts(a, b, True)[1])
        __rmod__ = operand(lambda a, b: whole_parts(b, a, True)[1])
        __divmod__ = operand(whole_parts)
        __rdivmod__ = operand(lambda a, b: whole_parts(b, a))
        __lt__ = ordering(lambda order: order < 0)
        __le__ = ordering(lambda order: order <= 0)
        __gt__ = ordering(lambda order: order > 0)
        __ge__ = ordering(lambda order: order >= 0)
        __eq__ = ordering(lambda order: order == 0)

        def __pow__(self, other, modulus=None):
            other = converted(other)
            return NotImplemented if other is None else text.power(tools, self, other)

        def __rpow__(self, other):
            return text.power(tools, converted(other), self)

        def __neg__(self): return fixed(make(0 if self._int == 0 and not self._special else 1 - self._sign,
                                             self._int, self._exp, self._special))
        def __pos__(self): return fixed(make(0, 0, self._exp) if self._int == 0 and not self._special else self)
        def __abs__(self): return fixed(self.copy_abs())
        def __bool__(self): return bool(self._special) or self._int != 0
        def copy_abs(self): return make(0, self._int, self._exp, self._special)
        def copy_negate(self): return make(1 - self._sign, self._int, self._exp, self._special)
        def copy_sign(self, other): return make(other._sign, self._int, self._exp, self._special)
        def is_nan(self): return self._special == 'n'
        def is_infinite(self): return self._special == 'F'
        def is_finite(self): return not self._special
        def is_zero(self): return not self._special and self._int == 0
        def is_signed(self): return bool(self._sign)
        def conjugate(self): return self
        def adjusted(self): return self._exp + len(str(self._int)) - 1

        def __hash__(self):
            if self._special:
                return 314159 * (-1 if self._sign else 1) if self._special == 'F' else 0
            power = pow(10, self._exp, MODULUS) if self._exp >= 0 else pow(pow(10, -1, MODULUS), -self._exp, MODULUS)
            value = self._int * power % MODULUS
            value = -value if self._sign else value
            return -2 if value == -1 else value

        def __int__(self):
            if self._special:
                raise OverflowError('cannot convert Infinity to integer') if self._special == 'F' else ValueError(
                    'cannot convert NaN to integer')
            value = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
            return -value if self._sign else value

        __trunc__ = __int__
        def __float__(self): return float(str(self))
        def __floor__(self): return int(self.to_integral_value(ROUND_FLOOR))
        def __ceil__(self): return int(self.to_integral_value(ROUND_CEILING))

        def __round__(self, digits=None):
            if digits is None:
                return int(self.to_integral_value(ROUND_HALF_EVEN))
            return self.quantize(make(0, 1, -digits))

        def rescaled(self, exp, rounding):
            if self._exp >= exp:
                return make(self._sign, self._int * 10 ** (self._exp - exp), exp)
            if self._int == 0:
                return make(self._sign, 0, exp)
            drop = min(exp - self._exp, len(str(self._int)) + 2)
            return make(self._sign, cut(self._sign, self._int, drop, rounding or current[0].rounding), exp)

        def quantize(self, exp, rounding=None, context=None):
            exp = converted(exp)
            if self._special or exp._special:
                if self._special == exp._special or 'n' in (self._special, exp._special):
                    return self
                raise invalid()
            context = context or current[0]
            value = self.rescaled(exp._exp, rounding or context.rounding)
            if len(str(value._int)) > context.prec:
                raise invalid()
            return value

        def to_integral_value(self, rounding=None, context=None):
            return self if self._special or self._exp >= 0 else self.rescaled(0, rounding)

        to_integral = to_integral_exact = to_integral_value

        def normalize(self, context=None):
            value = fixed(self, context)
            digits, exp = value._int, value._exp
            if value._special:
                return value
            if digits == 0:
                return make(value._sign, 0, 0)
            while digits % 10 == 0:
                digits, exp = digits // 10, exp + 1
            return make(value._sign, digits, exp)

        def as_tuple(self):
            digits = (0,) if self._special == 'F' else tuple([int(c) for c in str(self._int)])
            return text.DecimalTuple(self._sign, digits, self._special or self._exp)

        def as_integer_ratio(self):
            from fractions import Fraction
            value = Fraction(-self._int if self._sign else self._int)
            value = value * 10 ** self._exp if self._exp >= 0 else value / 10 ** -self._exp
            return value.numerator, value.denominator

        def compare(self, other):
            order = compared(self, converted(other))
            return make(0, 0, 0, 'n') if order is None else Decimal(order)

        def max(self, other): return fixed(self if compared(self, converted(other)) >= 0 else converted(other))
        def min(self, other): return fixed(self if compared(self, converted(other)) <= 0 else converted(other))
        def fma(self, other, third): return add(make(self._sign ^ other._sign, self._int * other._int,
                                                     self._exp + other._exp), converted(third))
        def remainder_near(self, other): return self - (self / other).to_integral_value(ROUND_HALF_EVEN) * other
        def same_quantum(self, other): return self._exp == other._exp
        def number_class(self): return ('-' if self._sign else '+') + ('Zero' if self._int == 0 else 'Normal')
        def scaleb(self, other): return make(self._sign, self._int, self._exp + int(other))
        def sqrt(self, context=None): return text.square_root(tools, self, context)
        def exp(self, context=None): return text.exponential(tools, self, context)
        def ln(self, context=None): return text.logarithm(tools, self, context)
        def log10(self, context=None): return text.logarithm10(tools, self, context)
        def to_eng_string(self, context=None): return str(self)
        def __str__(self): return text.written(self, current[0].capitals)
        def __repr__(self): return f"Decimal('{self}')"
        def __format__(self, spec): return text.formatted(tools, self, spec)
        real = property(lambda self: self)
        imag = property(lambda self: Decimal(0))

    class tools:
        pass
    tools.make, tools.fixed, tools.cut, tools.current = make, fixed, cut, current
    tools.Context, tools.invalid, tools.multiply, tools.divide = Context, invalid, multiply, divide

    return {
        **exports, 'Decimal': Decimal, 'Context': Context, 'getcontext': getcontext, 'setcontext': setcontext,
        'localcontext': localcontext, 'DefaultContext': Context(), 'BasicContext': Context(9, 'ROUND_HALF_UP'),
        'ExtendedContext': Context(9), 'DecimalTuple': text.DecimalTuple,
        'MAX_PREC': 999999999999999999, 'MAX_EMAX': 999999999999999999, 'MIN_EMIN': -999999999999999999,
    }
