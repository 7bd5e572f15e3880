def module(native):
    QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = 0, 1, 2, 3

    class Error(Exception):
        __module__ = '_csv'

    class Dialect:
        delimiter, quotechar, escapechar, doublequote = ',', '"', None, True
        skipinitialspace, lineterminator, quoting, strict = False, '\r\n', QUOTE_MINIMAL, False

    class excel(Dialect):
        pass

    class excel_tab(excel):
        delimiter = '\t'

    class unix_dialect(Dialect):
        lineterminator, quoting = '\n', QUOTE_ALL

    dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}

    def settings(dialect, changes):
        base = dialects.get(dialect, dialect) if isinstance(dialect, str) else dialect
        if isinstance(base, str):
            raise Error('unknown dialect')
        own = Dialect()
        for name in ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator',
                     'quoting', 'strict'):
            setattr(own, name, changes.pop(name) if name in changes else getattr(base, name))
        for name in changes:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        if not isinstance(own.delimiter, str) or len(own.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        return own

    class Reader:
        def __init__(self, lines, dialect):
            self._lines, self.dialect, self.line_num = iter(lines), dialect, 0

        def __iter__(self): return self

        def __next__(self):
            style = self.dialect
            fields, field, numeric = [], '', False
            state = 'start'
            started = False
            while True:
                line = next(self._lines, None)
                if line is None:
                    if not started:
                        raise StopIteration
                    if style.strict:
                        raise Error('unexpected end of data')
                    fields.append(field)
                    return fields
                if not isinstance(line, str):
                    raise Error(f'iterator should return strings, not {type(line).__name__} '
                                '(the file should be opened in text mode)')
                self.line_num += 1
                started = True
                at = 0
                while at < len(line):
                    c = line[at]
                    at += 1
                    if state == 'quoted':
                        if c == style.escapechar:
                            field += line[at:at + 1]
                            at += 1
                        elif c == style.quotechar:
                            if style.doublequote and line[at:at + 1] == style.quotechar:
                                field += c
                                at += 1
                            else:
                                state = 'after'
                        else:
                            field += c
                    elif c in '\r\n':
                        break
                    elif c == style.delimiter:
                        fields.append(float(field) if numeric else field)
                        field, state, numeric = '', 'start', False
                    elif state == 'start' and c == style.quotechar and style.quoting != QUOTE_NONE:
                        state, numeric = 'quoted', False
                    elif state == 'start' and c == ' ' and style.skipinitialspace:
                        pass
                    elif c == style.escapechar:
                        field += line[at:at + 1]
                        at += 1
                        state = 'plain'
                    else:
                        if state == 'start':
                            numeric = style.quoting == QUOTE_NONNUMERIC
                        field += c
                        state = 'plain'
                if state == 'quoted':
                    continue
                if fields or field or state != 'start':
                    fields.append(float(field) if numeric else field)
                return fields

    class Writer:
        def __init__(self, file, dialect):
            self._write, self.dialect = file.write, dialect

        def _field(self, value, alone):
            style = self.dialect
            text = '' if value is None else str(value) if not isinstance(value, float) else repr(value)
            number = isinstance(value, (int, float))
            special = [c in text for c in (style.delimiter, style.quotechar or '"', '\r', '\n')]
            if style.quoting == QUOTE_NONE:
                for c in (style.escapechar, style.delimiter, style.quotechar):
                    if c and c in text:
                        if style.escapechar is None:
                            raise Error('need to escape, but no escapechar set')
                        text = text.replace(c, style.escapechar + c)
                return text
            quoted = (style.quoting == QUOTE_ALL or (style.quoting == QUOTE_NONNUMERIC and not number)
                      or any(special) or (alone and not text) or (text[:1] == ' ' and style.skipinitialspace))
            if not quoted:
                return text
            mark = style.quotechar
            inner = text.replace(mark, mark + mark if style.doublequote else (style.escapechar or '') + mark)
            return mark + inner + mark

        def writerow(self, row):
            row = list(row)
            fields = [self._field(value, len(row) == 1) for value in row]
            return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

        def writerows(self, rows):
            for row in rows:
                self.writerow(row)

    def reader(csvfile, dialect='excel', **changes):
        return Reader(csvfile, settings(dialect, changes))

    def writer(csvfile, dialect='excel', **changes):
        return Writer(csvfile, settings(dialect, changes))

    class DictReader:
        def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **changes):
            self._names, self.restkey, self.restval = fieldnames, restkey, restval
            self.reader = reader(f, dialect, **changes)

        @property
        def fieldnames(self):
            if self._names is None:
                self._names = next(self.reader, None)
            return self._names

        @property
        def line_num(self):
            return self.reader.line_num

        def __iter__(self): return self

        def __next__(self):
            names = self.fieldnames
            row = next(self.reader)
            while row == []:
                row = next(self.reader)
            values = dict(zip(names, row))
            if len(row) > len(names):
                values[self.restkey] = row[len(names):]
            for name in names[len(row):]:
                values[name] = self.restval
            return values

    class DictWriter:
        def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **changes):
            self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction.lower()
            self.writer = writer(f, dialect, **changes)

        def _row(self, values):
            if self.extrasaction == 'raise':
                wrong = [name for name in values if name not in self.fieldnames]
                if wrong:
                    raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(x) for x in wrong]))
            return [values.get(name, self.restval) for name in self.fieldnames]

        def writeheader(self): return self.writer.writerow(self.fieldnames)
        def writerow(self, values): return self.writer.writerow(self._row(values))
        def writerows(self, rows): return self.writer.writerows([self._row(row) for row in rows])

    def register_dialect(name, dialect=excel, **changes):
        dialects[name] = settings(dialect, changes)

    return {
        'reader': reader, 'writer': writer, 'DictReader': DictReader, 'DictWriter': DictWriter, 'Error': Error,
        'Dialect': Dialect, 'excel': excel, 'excel_tab': excel_tab, 'unix_dialect': unix_dialect,
        'register_dialect': register_dialect, 'list_dialects': lambda: list(dialects),
        'get_dialect': lambda name: dialects[name], 'QUOTE_MINIMAL': 0, 'QUOTE_ALL': 1, 'QUOTE_NONNUMERIC': 2,
        'QUOTE_NONE': 3, 'field_size_limit': lambda limit=None: 131072,
    }
