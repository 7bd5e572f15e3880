def module(native):
    def abstract(name, kinds, names=()):
        def check(cls, value):
            return isinstance(value, kinds) or type(value).__name__ in names
        return type('ABCMeta', (type,), {'__instancecheck__': check})(name, (), {'__module__': 'numbers'})

    integral = (int,)
    rational = ('Fraction',)
    return {
        'Number': abstract('Number', (int, float, complex), ('Fraction', 'Decimal')),
        'Complex': abstract('Complex', (int, float, complex), rational),
        'Real': abstract('Real', (int, float), rational),
        'Rational': abstract('Rational', integral, rational),
        'Integral': abstract('Integral', integral),
    }
