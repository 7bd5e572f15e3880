def module(native):
    # Letters with one accent: the letters, and the combining character that they share.
    composed = {
        '\u0300': 'AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹ', '\u0301': 'AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzź',
        '\u0302': 'AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ', '\u0303': 'AÃNÑOÕaãnñoõIĨiĩUŨuũ',
        '\u0304': 'AĀaāEĒeēIĪiīOŌoōUŪuū', '\u0306': 'AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ',
        '\u0307': 'CĊcċEĖeėGĠgġIİZŻzż', '\u0308': 'AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸ', '\u030a': 'AÅaåUŮuů',
        '\u030b': 'OŐoőUŰuű', '\u030c': 'CČcčDĎdďEĚeěNŇnňRŘrřSŠsšTŤtťZŽzž', '\u0327': 'CÇcçSŞsşTŢtţ',
        '\u0328': 'AĄaąEĘeęIĮiįUŲuų', '\u0326': 'SȘsșTȚtț',
    }
    parts, wholes = {}, {}
    for mark, letters in composed.items():
        for i in range(0, len(letters), 2):
            parts[letters[i + 1]] = letters[i] + mark
            wholes[letters[i] + mark] = letters[i + 1]
    below = '\u0326\u0327\u0328'
    alike = {'ﬁ': 'fi', 'ﬂ': 'fl', '²': '2', '³': '3', '¹': '1', '½': '1⁄2', '¼': '1⁄4', '¾': '3⁄4', '…': '...',
             '\xa0': ' ', '™': 'TM', 'ª': 'a', 'º': 'o', 'µ': 'μ'}
    digits = 'ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE'.split()
    greek = ('ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO FINAL_SIGMA '
             'SIGMA TAU UPSILON PHI CHI PSI OMEGA').split()
    names = {
        ' ': 'SPACE', '!': 'EXCLAMATION MARK', '"': 'QUOTATION MARK', '#': 'NUMBER SIGN', '$': 'DOLLAR SIGN',
        '%': 'PERCENT SIGN', '&': 'AMPERSAND', "'": 'APOSTROPHE', '(': 'LEFT PARENTHESIS', ')': 'RIGHT PARENTHESIS',
        '*': 'ASTERISK', '+': 'PLUS SIGN', ',': 'COMMA', '-': 'HYPHEN-MINUS', '.': 'FULL STOP', '/': 'SOLIDUS',
        ':': 'COLON', ';': 'SEMICOLON', '<': 'LESS-THAN SIGN', '=': 'EQUALS SIGN', '>': 'GREATER-THAN SIGN',
        '?': 'QUESTION MARK', '@': 'COMMERCIAL AT', '[': 'LEFT SQUARE BRACKET', '\\': 'REVERSE SOLIDUS',
        ']': 'RIGHT SQUARE BRACKET', '^': 'CIRCUMFLEX ACCENT', '_': 'LOW LINE', '`': 'GRAVE ACCENT',
        '{': 'LEFT CURLY BRACKET', '|': 'VERTICAL LINE', '}': 'RIGHT CURLY BRACKET', '~': 'TILDE',
        '€': 'EURO SIGN', '°': 'DEGREE SIGN', '×': 'MULTIPLICATION SIGN', '÷': 'DIVISION SIGN',
        'ß': 'LATIN SMALL LETTER SHARP S', '→': 'RIGHTWARDS ARROW', '←': 'LEFTWARDS ARROW', '∞': 'INFINITY',
    }
    accents = {
        '\u0300': 'GRAVE', '\u0301': 'ACUTE', '\u0302': 'CIRCUMFLEX', '\u0303': 'TILDE', '\u0304': 'MACRON',
        '\u0306': 'BREVE', '\u0307': 'DOT ABOVE', '\u0308': 'DIAERESIS', '\u030a': 'RING ABOVE',
        '\u030b': 'DOUBLE ACUTE', '\u030c': 'CARON', '\u0327': 'CEDILLA', '\u0328': 'OGONEK', '\u0326': 'COMMA BELOW',
    }
    missing = object()

    def name(c, default=missing):
        if c in names:
            return names[c]
        if c.isascii() and c.isalpha():
            return f'LATIN {"SMALL" if c.islower() else "CAPITAL"} LETTER {c.upper()}'
        if c.isascii() and c.isdigit():
            return 'DIGIT ' + digits[int(c)]
        if c in parts:
            return f'{name(parts[c][0])} WITH {accents[parts[c][1]]}'
        code = ord(c)
        for start, size in ((0x3b1, 'SMALL'), (0x391, 'CAPITAL')):
            if start <= code < start + 25 and code != 0x3a2:
                return f'GREEK {size} LETTER {greek[code - start].replace("_", " ")}'
        if c in accents:
            accent = accents[c] + (' ACCENT' if c in '\u0300\u0301\u0302' else '')
            return 'COMBINING ' + accent
        if code < 32:
            if default is missing:
                raise ValueError('no such name')
            return default
        raise NotImplementedError(f'unicodedata.name() of {c!r} is not provided in this sandbox')

    def lookup(wanted):
        for code in list(range(32, 0x250)) + list(range(0x300, 0x400)) + [0x20ac, 0x2190, 0x2192, 0x221e]:
            try:
                if name(chr(code)) == wanted.upper():
                    return chr(code)
            except (ValueError, NotImplementedError):
                pass
        raise KeyError(f"undefined character name '{wanted}'")

    def combining(c):
        if c in below:
            return {'\u0326': 220, '\u0327': 202, '\u0328': 202}[c]
        return 230 if c in accents or 0x300 <= ord(c) <= 0x314 else 0

    def normalize(form, text):
        if form not in ('NFC', 'NFD', 'NFKC', 'NFKD'):
            raise ValueError('invalid normalization form')
        apart = ''
        for c in text:
            c = alike.get(c, c) if 'K' in form else c
            apart += ''.join([parts.get(d, d) for d in c])
        if form[-1] == 'D':
            return apart
        whole = ''
        for c in apart:
            pair = whole[-1:] + c
            whole = whole[:-1] + wholes[pair] if pair in wholes else whole + c
        return whole

    def category(c):
        code = ord(c)
        if c.isupper() and c.isalpha(): return 'Lu'
        if c.islower() and c.isalpha(): return 'Ll'
        if c.isalpha(): return 'Lo'
        if c.isdecimal(): return 'Nd'
        if c.isnumeric(): return 'No'
        if code < 32 or 127 <= code < 160: return 'Cc'
        if c == '\n': return 'Cc'
        if c.isspace(): return 'Zs'
        if 0x300 <= code < 0x370: return 'Mn'
        simple = {'_': 'Pc', '-': 'Pd', '–': 'Pd', '—': 'Pd', '(': 'Ps', '[': 'Ps', '{': 'Ps', ')': 'Pe', ']': 'Pe',
                  '}': 'Pe', '«': 'Pi', '»': 'Pf', '“': 'Pi', '”': 'Pf', '‘': 'Pi', '’': 'Pf'}
        if c in simple: return simple[c]
        if c in '+<=>|~±×÷¬→←↑↓∞≤≥≠√∑': return 'Sm'
        if c in '$€£¥¢': return 'Sc'
        if c in '^`¨¯´¸': return 'Sk'
        if c in '!"#%&\'*,./:;?@\\¡§¶·¿…•': return 'Po'
        return 'So'

    def decimal(c, default=missing):
        if c.isdecimal():
            return int(c)
        if default is missing:
            raise ValueError('not a decimal')
        return default

    def east_asian_width(c):
        code = ord(c)
        wide = 0x1100 <= code <= 0x115f or 0x2e80 <= code <= 0xa4cf or 0xac00 <= code <= 0xd7a3 or \
            0xf900 <= code <= 0xfaff or 0xfe30 <= code <= 0xfe6f or 0x1f300 <= code <= 0x1faff
        return 'W' if wide else 'F' if 0xff00 <= code <= 0xff60 else 'Na' if 32 <= code < 127 else 'N'

    return {
        'name': name, 'lookup': lookup, 'combining': combining, 'normalize': normalize, 'category': category,
        'decimal': decimal, 'digit': decimal, 'numeric': lambda c, *rest: float(decimal(c, *rest)),
        'east_asian_width': east_asian_width, 'is_normalized': lambda form, text: normalize(form, text) == text,
        'unidata_version': '15.0.0',
    }
