#%% dumps_basics
import json
print(json.dumps({'a': 1, 'b': [1, 2.5, None, True, False], 'c': {'d': 'x'}}), json.dumps([]), json.dumps({}), json.dumps('q"\\\n\té/'), json.dumps(1e100), json.dumps(3.0), json.dumps((1, 2)), json.dumps(None))
print(json.dumps({1: 'a', None: 'b', True: 'c', 2.5: 'd'}), json.dumps(float('nan')), json.dumps([float('inf'), -float('inf')]), json.dumps(10 ** 30))

#%% dumps_indent
import json
print(json.dumps({'name': 'tri', 'pts': [[0, 0], [1, 2]], 'empty': [], 'none': {}}, indent=2))
print(json.dumps([1, {'a': 2}], indent=4))
print(json.dumps([1, [2]], indent='\t'))
print(json.dumps([1, 2], indent=0))

#%% dumps_options
import json
d = {'b': 1, 'a': {'z': 1, 'y': 2}}
print(json.dumps(d, sort_keys=True), json.dumps(d, separators=(',', ':')), json.dumps('é😀'), json.dumps('é😀', ensure_ascii=False), json.dumps(d, indent=1, sort_keys=True, separators=(',', ' = ')))
print(json.dumps({('a',): 1, 'b': 2}, skipkeys=True))

#%% dumps_default
import json
class P:
    def __init__(self, x): self.x = x
print(json.dumps({'p': P(3), 's': {1}}, default=lambda o: sorted(o) if isinstance(o, set) else o.__dict__), json.dumps([P(1)], default=str).startswith('["<'), json.dumps(P(2), default=vars))

#%% dumps_errors
import json
class A: pass
for v in ({1, 2}, A(), 1j, {(1, 2): 3}, b'x', [object()], len):
    try:
        print(json.dumps(v))
    except TypeError as e:
        print(e)
a = []
a.append(a)
try:
    json.dumps(a)
except ValueError as e:
    print(e)
try:
    json.dumps(float('nan'), allow_nan=False)
except ValueError as e:
    print(e)

#%% loads_basics
import json
print(json.loads('{"a": [1, 2.5, -3e2, true, false, null], "b": {"c": "x"}}'), json.loads('5'), json.loads('"q\\u00e9\\n\\ud83d\\ude00"'), json.loads(' [ ] '), json.loads('NaN'), json.loads('-Infinity'), json.loads('1E5'), json.loads('{"a": 1, "a": 2}'))
print(type(json.loads('1.0')).__name__, type(json.loads('1')).__name__, json.loads('123456789012345678901234567890'), json.loads('[1,\n2]'))

#%% loads_errors
import json
for s in ('', '{', '[1,]', '{"a"}', "{'a': 1}", '{"a": 1,}', 'nul', '[1 2]', '"abc', '{"a": }', '1 2', '[', '{a: 1}', '"\t"', '01', '"\\x"', '[1, 2', '{"a" 1}'):
    try:
        print(json.loads(s))
    except json.JSONDecodeError as e:
        print(repr(s), '->', e)
try:
    json.loads(5)
except TypeError as e:
    print(e)

#%% decode_error_attributes
import json
try:
    json.loads('{"a": 1,\n "b": x}')
except ValueError as e:
    print(type(e).__name__, e.msg, e.lineno, e.colno, e.pos, isinstance(e, json.JSONDecodeError))

#%% round_trip
import json
data = {'bbox': [10, 20.5, 30, 40], 'label': 'cat "x"', 'score': 0.987, 'nested': [{'a': None}], 'unicode': 'π≈3.14'}
s = json.dumps(data)
print(s, json.loads(s) == data, json.dumps(json.loads(s)) == s)
print(json.loads(json.dumps((1, (2,)))), json.loads(json.dumps({1: 2})))

#%% object_hooks
import json
print(json.loads('{"x": 1, "y": {"x": 2}}', object_hook=lambda d: tuple(d.items())), json.loads('[1.5, 2]', parse_float=str), json.loads('[1.5, 2]', parse_int=lambda s: int(s) * 10), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))

#%% json_encoder_class
import json
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({'s': {2, 1}}, cls=E))
try:
    json.dumps(object, cls=E)
except TypeError as e:
    print(e)

#%% extract_json_from_text
import json
text = 'The answer is {"box": [1, 2, 3, 4], "label": "dog"} as shown.'
start, end = text.index('{'), text.rindex('}') + 1
d = json.loads(text[start:end])
print(d['box'], d['label'], f"{d['box'][2] - d['box'][0]}x{d['box'][3] - d['box'][1]}")
for k, v in d.items():
    print(k, type(v).__name__, v)

#%% float_and_int_output
import json
print(json.dumps([0.1, 1.0, 1e16, 1e-7, -0.0, 100, 1.5e300, 2 ** 64]), json.dumps({'t': True, 'n': None}), json.dumps([[]]), json.dumps({'a': []}, indent=2), json.dumps(True))

#%% uncaught_json_error
import json
print(json.loads('[1, 2]'))
print(json.loads('[1, 2'))

#%% program_json_roundtrip
import json
data = {"name": "Zoë", "tags": ["a", "b"], "nested": {"x": 1.5, "y": None, "z": True}, "empty": [], "d": {}}
text = json.dumps(data, indent=2, ensure_ascii=False)
print(text)
back = json.loads(text)
print(back == data, type(back["nested"]["x"]).__name__)
print(json.dumps(data, sort_keys=True, separators=(",", ":")))
class P:
    def __init__(self, x, y): self.x, self.y = x, y
print(json.dumps({"p": P(1, 2)}, default=lambda o: o.__dict__))
print(json.dumps([1.0, 1e20, 1e-7, float("inf")]))
try:
    json.loads('{"a": [1, 2,}')
except json.JSONDecodeError as e:
    print(e, e.lineno, e.colno, e.pos, e.msg)
