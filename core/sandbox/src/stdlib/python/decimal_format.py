def module(native):
    import math
    from collections import namedtuple

    DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent')

    def written(value, capitals=1):
        sign = '-' if value._sign else ''
        if value._special:
            return sign + ('Infinity' if value._special == 'F' else 'NaN')
        digits = str(value._int)
        left = value._exp + len(digits)
        if value._exp <= 0 and left > -6:
            point = left
        else:
            point = 1
        if point <= 0:
            whole, part = '0', '0' * -point + digits
        elif point >= len(digits):
            whole, part = digits + '0' * (point - len(digits)), ''
        else:
            whole, part = digits[:point], digits[point:]
        power = '' if left == point else f'{"E" if capitals else "e"}{left - point:+d}'
        return sign + whole + ('.' + part if part else '') + power

    def square_root(tools, value, context=None):
        context = context or tools.current[0]
        if value._special == 'n' or (value._special and not value._sign):
            return value
        if value._sign and (value._int or value._special):
            raise tools.invalid()
        if value._int == 0:
            return tools.make(value._sign, 0, value._exp // 2)
        # Twice as many digits as are wanted, and an even power of ten.
        digits, exp = value._int, value._exp
        shift = max(0, 2 * (context.prec + 1) - len(str(digits)))
        shift += (exp - shift) % 2
        scaled = digits * 10 ** shift
        root = math.isqrt(scaled)
        half = (exp - shift) // 2
        ideal = value._exp // 2
        if root * root == scaled:
            while half < ideal and root % 10 == 0:
                root, half = root // 10, half + 1
        elif root % 5 == 0:
            root += 1
        return tools.fixed(tools.make(0, root, half), context)

    def scaled_of(value, places):
        """The value as an integer of so many places."""
        power = value._exp + places
        number = value._int * 10 ** power if power >= 0 else value._int // 10 ** -power
        return -number if value._sign else number

    def exp_scaled(x, places):
        """e to the power of an integer of so many places, as such an integer."""
        unit = 10 ** places
        halvings = 8
        x >>= halvings
        total = term = unit
        n = 1
        while term:
            term = term * x // (unit * n)
            if term == -1:
                break
            total += term
            n += 1
        for _ in range(halvings):
            total = total * total // unit
        return total

    def ln_scaled(x, places):
        """The logarithm of a positive integer of so many places, by Newton's steps."""
        unit = 10 ** places
        guess = int(math.log(x) * 10 ** 12 - places * math.log(10) * 10 ** 12) * 10 ** (places - 12)
        for _ in range(60):
            e = exp_scaled(guess, places)
            step = 2 * unit * (x - e) // (x + e)
            guess += step
            if abs(step) < 4:
                break
        return guess

    def exponential(tools, value, context=None):
        context = context or tools.current[0]
        if value._special:
            return tools.make(0, 0, 0) if value._sign and value._special == 'F' else value
        if value._int == 0:
            return tools.make(0, 1, 0)
        size = float(value)
        if abs(size) > 4000:
            raise OverflowError('Decimal.exp() of so large a number is not provided in this sandbox')
        places = context.prec + 12 + max(0, int(-size / 2.3))
        return tools.fixed(tools.make(0, exp_scaled(scaled_of(value, places), places), -places), context)

    def ln_of(tools, value, context, extra=12):
        places = context.prec + extra + abs(value.adjusted())
        return ln_scaled(scaled_of(value, places), places), places

    def signed(tools, number, places, context):
        return tools.fixed(tools.make(int(number < 0), abs(number), -places), context)

    def logarithm(tools, value, context=None):
        context = context or tools.current[0]
        if value._special == 'n':
            return value
        if value._int == 0 and not value._special:
            return tools.make(1, 0, 0, 'F')
        if value._sign:
            raise tools.invalid()
        if value._special:
            return value
        if value == 1:
            return tools.make(0, 0, 0)
        number, places = ln_of(tools, value, context)
        return signed(tools, number, places, context)

    def logarithm10(tools, value, context=None):
        context = context or tools.current[0]
        if not value._special and value._int and not value._sign:
            digits = str(value._int).rstrip('0')
            if digits == '1':
                power = value.adjusted()
                return tools.make(int(power < 0), abs(power), 0)
            number, places = ln_of(tools, value, context)
            ten = ln_scaled(10 ** (places + 1), places)
            return signed(tools, number * 10 ** places // ten, places, context)
        return logarithm(tools, value, context)

    def power(tools, base, exponent):
        context = tools.current[0]
        if base._special == 'n' or exponent._special == 'n':
            return base if base._special == 'n' else exponent
        if not exponent._special and exponent._int == 0:
            if base._int == 0 and not base._special:
                raise tools.invalid()
            return tools.make(0, 1, 0)
        if base._special or exponent._special:
            raise NotImplementedError('powers of infinite Decimals are not provided in this sandbox')
        whole = exponent._exp >= 0 or exponent._int % 10 ** -exponent._exp == 0
        if whole:
            times = int(exponent)
            if base._int == 0 and times < 0:
                return tools.make(base._sign if times % 2 else 0, 0, 0, 'F')
            wide = context.copy()
            wide.prec = context.prec + len(str(abs(times))) + 4
            held, tools.current[0] = tools.current[0], wide
            try:
                result, square, left = tools.make(0, 1, 0), base, abs(times)
                while left:
                    if left % 2:
                        result = tools.multiply(result, square)
                    left //= 2
                    if left:
                        square = tools.multiply(square, square)
                if times < 0:
                    result = tools.divide(tools.make(0, 1, 0), result)
            finally:
                tools.current[0] = held
            return tools.fixed(result, context)
        if base._int == 0:
            return tools.make(0, 0, 0, 'F') if exponent._sign else tools.make(0, 0, 0)
        if base._sign:
            raise tools.invalid()
        number, places = ln_of(tools, base, context, 24)
        product = number * exponent._int
        shift = -exponent._exp
        product = product // 10 ** shift if shift > 0 else product * 10 ** -shift
        product = -product if exponent._sign else product
        if abs(product) > 4000 * 10 ** places:
            raise OverflowError('so large a power of a Decimal is not provided in this sandbox')
        return tools.fixed(tools.make(0, exp_scaled(product, places), -places), context)

    def parsed(spec):
        fill, align, rest = ' ', '', spec
        if rest[1:2] and rest[1] in '<>=^':
            fill, align, rest = rest[0], rest[1], rest[2:]
        elif rest[:1] and rest[0] in '<>=^':
            align, rest = rest[0], rest[1:]
        sign = ''
        if rest[:1] and rest[0] in '+- ':
            sign, rest = rest[0], rest[1:]
        rest = rest.removeprefix('z').removeprefix('#')
        if rest[:1] == '0':
            fill, align, rest = '0', align or '=', rest[1:]
        kind = ''
        if rest and rest[-1] in 'eEfFgGn%':
            kind, rest = rest[-1], rest[:-1]
        head, dot, precision = rest.partition('.')
        comma = ',' if head[-1:] == ',' else ''
        width = head.removesuffix(comma) if comma else head
        if (width and not width.isdigit()) or (dot and not precision.isdigit()):
            raise ValueError('invalid format string')
        return fill, align, sign, int(width or 0), comma, int(precision) if dot else None, kind

    def formatted(tools, value, spec):
        if not spec:
            return written(value)
        fill, align, sign, width, comma, precision, kind = parsed(spec)
        lead = '-' if value._sign else ('' if sign == '-' else sign)
        value = value.copy_abs()
        rounding = tools.current[0].rounding
        if value._special:
            body = written(value)
        else:
            if kind == '%':
                value = tools.make(0, value._int, value._exp + 2)
            if precision is not None:
                if kind and kind in 'eE':
                    value = shortened(tools, value, precision + 1, rounding, True)
                elif kind and kind in 'fF%':
                    value = value.rescaled(-precision, rounding)
                elif len(str(value._int)) > max(precision, 1):
                    value = shortened(tools, value, max(precision, 1), rounding, False)
            body = number_text(value, kind)
            if kind == '%':
                body += '%'
        whole, dot, tail = body.partition('.')
        if not dot:
            cut = len(whole)
            while cut and not whole[cut - 1].isdigit():
                cut -= 1
            power = whole.upper().find('E')
            cut = power if power > 0 else cut
            whole, tail = whole[:cut], whole[cut:]
        if comma and whole.isdigit():
            groups = f'{int(whole):{comma}}'
            whole = groups
            if fill == '0' and align == '=':
                while len(lead + whole + dot + tail) < width:
                    plain = '0' + whole.replace(comma, '')
                    whole = comma.join([plain[max(0, i - 3):i] for i in range(len(plain), 0, -3)][::-1])
        body = whole + dot + tail
        missing = max(0, width - len(lead + body))
        if align == '=':
            return lead + fill * missing + body
        if align == '<':
            return lead + body + fill * missing
        if align == '^':
            return fill * (missing // 2) + lead + body + fill * (missing - missing // 2)
        return fill * missing + lead + body

    def shortened(tools, value, places, rounding, extend):
        """The value with so many digits."""
        length = len(str(value._int))
        if length > places:
            digits = tools.cut(0, value._int, length - places, rounding)
            exp = value._exp + length - places
            if len(str(digits)) > places:
                digits, exp = digits // 10, exp + 1
            return tools.make(0, digits, exp)
        if extend and value._int:
            return tools.make(0, value._int * 10 ** (places - length), value._exp - (places - length))
        return value

    def number_text(value, kind):
        digits = str(value._int)
        if kind and kind in 'eE':
            power = value._exp + len(digits) - 1
            tail = '.' + digits[1:] if digits[1:] else ''
            return f'{digits[0]}{tail}{kind}{power:+d}'
        if kind and kind in 'fF%':
            if value._exp >= 0:
                return digits + '0' * value._exp
            digits = digits.rjust(1 - value._exp, '0')
            return digits[:value._exp] + '.' + digits[value._exp:]
        return written(value, kind != 'g')

    return {
        'DecimalTuple': DecimalTuple, 'written': written, 'square_root': square_root, 'exponential': exponential,
        'logarithm': logarithm, 'logarithm10': logarithm10, 'power': power, 'formatted': formatted,
    }
