def module(native):
    import math

    def parse(text):
        shown = repr(text)
        text = text.strip().replace('_', '')
        try:
            if '/' in text:
                top, bottom = text.split('/')
                return int(top), int(bottom)
            mantissa, mark, exponent = text.lower().partition('e')
            whole, dot, part = mantissa.partition('.')
            digits = int(whole + part)
            power = (int(exponent) if mark else 0) - len(part)
        except ValueError:
            raise ValueError(f'Invalid literal for Fraction: {shown}')
        if abs(power) > 4000:
            raise ValueError(f'Fraction with an exponent of {power} is not provided in this sandbox')
        return (digits * 10 ** power, 1) if power >= 0 else (digits, 10 ** -power)

    def ratio(value):
        """Numerator and denominator of a number, or None."""
        if isinstance(value, Fraction):
            return value.numerator, value.denominator
        if isinstance(value, int):
            return int(value), 1
        return None

    class Fraction:
        __module__ = 'fractions'
        __hash_fields__ = ('numerator', 'denominator')

        def __init__(self, numerator=0, denominator=None):
            if denominator is None:
                if isinstance(numerator, str):
                    numerator, denominator = parse(numerator)
                elif isinstance(numerator, float):
                    numerator, denominator = numerator.as_integer_ratio()
                else:
                    pair = ratio(numerator)
                    if pair is None:
                        raise TypeError('argument should be a string or a Rational instance')
                    numerator, denominator = pair
            else:
                top, bottom = ratio(numerator), ratio(denominator)
                if top is None or bottom is None:
                    raise TypeError('both arguments should be Rational instances')
                numerator, denominator = top[0] * bottom[1], top[1] * bottom[0]
            if denominator == 0:
                raise ZeroDivisionError(f'Fraction({numerator}, 0)')
            common = math.gcd(numerator, denominator) * (-1 if denominator < 0 else 1)
            self.numerator = numerator // common
            self.denominator = denominator // common

        def is_integer(self):
            return self.denominator == 1

        @classmethod
        def from_float(cls, value):
            return cls(float(value))

        def limit_denominator(self, max_denominator=1000000):
            if max_denominator < 1:
                raise ValueError('max_denominator should be at least 1')
            if self.denominator <= max_denominator:
                return Fraction(self)
            p0, q0, p1, q1 = 0, 1, 1, 0
            n, d = self.numerator, self.denominator
            while True:
                a = n // d
                q2 = q0 + a * q1
                if q2 > max_denominator:
                    break
                p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
                n, d = d, n - a * d
            k = (max_denominator - q0) // q1
            near, far = Fraction(p1, q1), Fraction(p0 + k * p1, q0 + k * q1)
            return near if abs(near - self) <= abs(far - self) else far

        def as_integer_ratio(self):
            return self.numerator, self.denominator

        def _combine(self, other, exact, rough):
            if isinstance(other, float):
                return rough(float(self), other)
            pair = ratio(other)
            if pair is None:
                return NotImplemented
            return exact(self.numerator, self.denominator, pair[0], pair[1])

        def __add__(self, other):
            return self._combine(other, lambda a, b, c, d: Fraction(a * d + c * b, b * d), lambda x, y: x + y)

        def __sub__(self, other):
            return self._combine(other, lambda a, b, c, d: Fraction(a * d - c * b, b * d), lambda x, y: x - y)

        def __rsub__(self, other):
            return self._combine(other, lambda a, b, c, d: Fraction(c * b - a * d, b * d), lambda x, y: y - x)

        def __mul__(self, other):
            return self._combine(other, lambda a, b, c, d: Fraction(a * c, b * d), lambda x, y: x * y)

        def __truediv__(self, other):
            return self._combine(other, lambda a, b, c, d: Fraction(a * d, b * c), lambda x, y: x / y)

        def __rtruediv__(self, other):
            return self._combine(other, lambda a, b, c, d: Fraction(c * b, d * a), lambda x, y: y / x)

        def __floordiv__(self, other):
            return self._combine(other, lambda a, b, c, d: (a * d) // (b * c), lambda x, y: x // y)

        def __mod__(self, other):
            return self._combine(
                other, lambda a, b, c, d: Fraction((a * d) % (c * b), b * d), lambda x, y: x % y)

        def __radd__(self, other): return self + other
        def __rmul__(self, other): return self * other

        def __pow__(self, power):
            if isinstance(power, Fraction) and power.denominator == 1:
                power = power.numerator
            if not isinstance(power, int):
                return float(self) ** float(power)
            if power >= 0:
                return Fraction(self.numerator ** power, self.denominator ** power)
            return Fraction(self.denominator ** -power, self.numerator ** -power)

        def __rpow__(self, base): return base ** float(self) if self.denominator != 1 else base ** self.numerator
        def __neg__(self): return Fraction(-self.numerator, self.denominator)
        def __pos__(self): return self
        def __abs__(self): return Fraction(abs(self.numerator), self.denominator)
        def __float__(self): return self.numerator / self.denominator
        def __int__(self): return self.__trunc__()
        def __bool__(self): return self.numerator != 0
        def __floor__(self): return self.numerator // self.denominator
        def __ceil__(self): return -(-self.numerator // self.denominator)

        def __trunc__(self):
            return -(-self.numerator // self.denominator) if self.numerator < 0 else self.__floor__()

        def __round__(self, digits=None):
            if digits is not None:
                shift = 10 ** abs(digits)
                return Fraction(round(self * shift), shift) if digits > 0 else Fraction(round(self / shift) * shift)
            whole, rest = divmod(self.numerator, self.denominator)
            if 2 * rest == self.denominator:
                return whole + whole % 2
            return whole + (2 * rest > self.denominator)

        def _order(self, other):
            """What is compared with 0 instead; None if there is no order."""
            if isinstance(other, float):
                return float(self) - other
            pair = ratio(other)
            return None if pair is None else self.numerator * pair[1] - pair[0] * self.denominator

        def __eq__(self, other): return self._order(other) == 0

        def __lt__(self, other):
            order = self._order(other)
            return NotImplemented if order is None else order < 0

        def __le__(self, other):
            order = self._order(other)
            return NotImplemented if order is None else order <= 0

        def __gt__(self, other):
            order = self._order(other)
            return NotImplemented if order is None else order > 0

        def __ge__(self, other):
            order = self._order(other)
            return NotImplemented if order is None else order >= 0

        def __str__(self):
            return str(self.numerator) if self.denominator == 1 else f'{self.numerator}/{self.denominator}'

        def __repr__(self):
            return f'Fraction({self.numerator}, {self.denominator})'

    return {'Fraction': Fraction}
