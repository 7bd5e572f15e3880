//! Programs that look for a way out, and misuse of what there is.

use super::Expect;

pub fn nothing_outside_is_reached(expect: &mut Expect) {
    for (source, kinds) in [
        ("open('/etc/passwd').read()", &["FileNotFoundError"][..]),
        ("import subprocess", &["ModuleNotFoundError"]),
        ("import socket", &["ModuleNotFoundError"]),
        ("import os\nos.system('ls')", &["PermissionError"]),
        ("import os\nos.fork()", &["AttributeError"]),
        ("__import__('os').system('ls')", &["PermissionError"]),
        ("eval(\"open('/etc/passwd')\")", &["FileNotFoundError"]),
        ("exec(\"import os; os.system('ls')\")", &["PermissionError"]),
        (
            "for c in ().__class__.__bases__[0].__subclasses__():\n    assert c.__name__ not in ('Popen', 'FileIO', 'catch_warnings')",
            &[""],
        ),
        ("(lambda: 0).__globals__['__builtins__']", &["KeyError"]),
        ("(lambda: 0).__code__.replace(co_code=b'')", &["AttributeError"]),
        ("(lambda: 0).__code__.co_code", &["AttributeError"]),
        ("input()", &["EOFError"]),
        ("import ctypes", &["ModuleNotFoundError"]),
        ("from os import path, remove\nremove('/x')", &["PermissionError", "FileNotFoundError"]),
        ("'{0.__class__.__init__.__globals__}'.format(1)", &["AttributeError"]),
    ] {
        expect(source, source, kinds);
    }
}

pub fn misuse_raises_and_does_not_crash(expect: &mut Expect) {
    for (source, kinds) in [
        ("x = [1, 2, 3]\nfor i in x: x.clear()", &[""][..]),
        ("d = {1: 1}\nfor k in d: d[k + 1] = 1", &["RuntimeError"]),
        ("a = [3, 2, 1]\na.sort(key=lambda x: a.clear() or x)", &[""]),
        ("a = [1, 2]\na[5:1] = a\na[::2] = [1]", &["ValueError"]),
        ("def g():\n    x = yield\n    next(it)\nit = g()\nnext(it)\nit.send(1)", &["ValueError"]),
        ("class A:\n    def __lt__(self, o): x.clear()\nx = [A(), A(), A()]\nx.sort()", &[""]),
        ("raise 1", &["TypeError"]),
        ("raise", &["RuntimeError"]),
        ("x = 1\nx()", &["TypeError"]),
        ("del y", &["NameError"]),
        ("def f():\n    print(z)\n    z = 1\nf()", &["UnboundLocalError"]),
        ("break", &["SyntaxError"]),
        ("return 1", &["SyntaxError"]),
        ("yield 1", &["SyntaxError"]),
        ("nonlocal q", &["SyntaxError"]),
        ("x = 'é' * 10\nx[3:][::-1][20]", &["IndexError"]),
        ("range(0)[0]", &["IndexError"]),
        ("range(10)[::0]", &["ValueError"]),
        ("[1][-10**30]", &["IndexError"]),
        ("[1, 2][-9223372036854775808]", &["IndexError"]),
        ("-9223372036854775808 // -1", &[""]),
        ("abs(-9223372036854775808)", &[""]),
        ("-9223372036854775808 % -1", &[""]),
        ("range(-9223372036854775808, 9223372036854775807, 9223372036854775807)[1]", &[""]),
        ("list(range(9223372036854775800, 9223372036854775807, 5))", &[""]),
        ("'%c' % -1", &["OverflowError"]),
        ("chr(-1)", &["ValueError"]),
        ("chr(55296)", &["ValueError"]),
        ("float('1e999999')", &[""]),
        ("int('9' * 5000)", &["ValueError"]),
        ("round(1.5, 10**10)", &[""]),
        ("round(15, -10**10)", &[""]),
        ("(1).__add__", &[""]),
        ("{[]: 1}", &["TypeError"]),
        ("{}[{}]", &["TypeError"]),
        ("class A(int): pass", &[""]),
        ("class A: pass\nclass B(A): pass\nclass C(A, B): pass", &["TypeError"]),
        ("async def f(): pass", &["SyntaxError"]),
        ("x = b'abc'[9]", &["IndexError"]),
        ("super().x", &["TypeError"]),
        ("'{'.format(1)", &["ValueError"]),
        ("'{0[}'.format([1])", &["ValueError"]),
        ("'{:{:{}}}'.format(1, 2, 3)", &["ValueError"]),
        ("'%' % 1", &["ValueError"]),
        ("'\\ud800'", &["", "SyntaxError"]),
        ("\0", &["SyntaxError"]),
        ("x = \u{feff}1", &["", "SyntaxError"]),
    ] {
        expect(source, source, kinds);
    }
}
