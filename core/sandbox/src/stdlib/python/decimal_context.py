def module(native):
    ROUND_UP, ROUND_DOWN, ROUND_HALF_UP = 'ROUND_UP', 'ROUND_DOWN', 'ROUND_HALF_UP'
    ROUND_HALF_DOWN, ROUND_HALF_EVEN = 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN'
    ROUND_CEILING, ROUND_FLOOR, ROUND_05UP = 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_05UP'
    class DecimalException(ArithmeticError):
        __module__ = 'decimal'

    def signal(name, *bases):
        return type(name, bases, {'__module__': 'decimal'})

    InvalidOperation = signal('InvalidOperation', DecimalException)
    ConversionSyntax = signal('ConversionSyntax', InvalidOperation)
    DivisionUndefined = signal('DivisionUndefined', InvalidOperation, ZeroDivisionError)
    DivisionImpossible = signal('DivisionImpossible', InvalidOperation)
    DivisionByZero = signal('DivisionByZero', DecimalException, ZeroDivisionError)
    Inexact = signal('Inexact', DecimalException)
    Rounded = signal('Rounded', DecimalException)
    Overflow = signal('Overflow', Inexact, Rounded)
    Underflow = signal('Underflow', Inexact, Rounded)
    FloatOperation = signal('FloatOperation', DecimalException)

    class Context:
        def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0,
                     flags=None, traps=None):
            self.prec, self.rounding, self.Emin, self.Emax = prec, rounding, Emin, Emax
            self.capitals, self.clamp = capitals, clamp
            self.flags, self.traps = dict(flags or {}), dict(traps or {})

        def copy(self):
            return type(self)(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                           self.flags, self.traps)

        def __repr__(self):
            return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                    f'capitals={self.capitals}, clamp={self.clamp}, flags=[], '
                    'traps=[InvalidOperation, DivisionByZero, Overflow])')

    def cut(sign, digits, drop, rounding):
        """The digits without the last `drop` of them."""
        unit = 10 ** drop
        kept, rest = divmod(digits, unit)
        twice = 2 * rest
        if rest == 0:
            return kept
        up = {
            ROUND_UP: True, ROUND_DOWN: False,
            ROUND_CEILING: not sign, ROUND_FLOOR: bool(sign),
            ROUND_HALF_UP: twice >= unit, ROUND_HALF_DOWN: twice > unit,
            ROUND_HALF_EVEN: twice > unit or (twice == unit and kept % 2 == 1),
            ROUND_05UP: kept % 5 == 0,
        }
        if rounding not in up:
            raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n'
                            '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')
        return kept + up[rounding]

    exports = {
        'DecimalException': DecimalException, 'InvalidOperation': InvalidOperation, 'DivisionByZero': DivisionByZero,
        'Inexact': Inexact, 'Rounded': Rounded, 'Overflow': Overflow, 'Underflow': Underflow,
        'FloatOperation': FloatOperation,
        'ROUND_UP': ROUND_UP, 'ROUND_DOWN': ROUND_DOWN, 'ROUND_HALF_UP': ROUND_HALF_UP,
        'ROUND_HALF_DOWN': ROUND_HALF_DOWN, 'ROUND_HALF_EVEN': ROUND_HALF_EVEN, 'ROUND_CEILING': ROUND_CEILING,
        'ROUND_FLOOR': ROUND_FLOOR, 'ROUND_05UP': ROUND_05UP,
    }
    return {
        **exports, 'exports': exports, 'Context': Context, 'cut': cut, 'ConversionSyntax': ConversionSyntax,
        'DivisionUndefined': DivisionUndefined, 'DivisionImpossible': DivisionImpossible,
    }
