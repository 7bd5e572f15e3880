from pathlib import Path, PurePosixPath, PurePath
import os, tempfile
p = Path('/data/images/photo.tar.gz')
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parents[1], list(p.parents), p.parts, p.root, p.anchor, p.is_absolute(), str(p), os.fspath(p), f'{p}')
print(Path('a') / 'b' / 'c.png', 'x' / Path('y'), Path('a') / '/b', Path('a/./b//c/'), Path('a/../b'), Path(), Path('.'), Path('/'), Path('a', 'b', Path('c')), Path('a').joinpath('b', 'c'), Path('').name == '', Path('/').parent, Path('a').parent)
print(p.with_suffix('.png'), p.with_name('x.jpg'), p.with_stem('new'), p.with_suffix(''), p.relative_to('/data'), p.is_relative_to('/data'), p.is_relative_to('/x'), Path('.bashrc').suffix == '', Path('a.').suffix == '', Path('x.py').match('*.py'), Path('/a/b.py').match('a/*.py'), p.as_posix())
print(Path('a') == Path('a/'), Path('a') == 'a', Path('a') < Path('b'), {Path('a'): 1}[Path('a')], len({Path('x'), Path('x'), Path('y')}), isinstance(p, Path), isinstance(p, PurePath), sorted([Path('b'), Path('a/c'), Path('a')]), type(p).__name__, type(p), PurePosixPath('a/b'))
for action in [lambda: Path('/').with_name('x'), lambda: p.with_suffix('png'), lambda: Path('none').read_text(), lambda: Path('none').unlink(), lambda: Path('a') / 1, lambda: Path('a').foo]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
d = Path('made/sub')
d.mkdir(parents=True, exist_ok=True); d.mkdir(exist_ok=True)
f = d / 'file.txt'
print(f.exists(), f.write_text('hé\nx'), f.exists(), f.is_file(), d.is_dir(), f.read_text(), f.read_bytes(), f.stat().st_size, (d / 'b.bin').write_bytes(b'\x00\x01'), os.path.exists(f), os.path.join(d, 'x'), os.path.basename(f), os.path.splitext(f))
with open(f) as h: print(h.read())
with f.open('a') as h: h.write('more')
with f.open() as h: print(h.readlines())
print(sorted(q.name for q in d.iterdir()), sorted(str(q) for q in Path('made').rglob('*.txt')), sorted(q.name for q in d.glob('*.b??')), [str(q) for q in Path('made').glob('*/f*.txt')])
g = f.rename(d / 'renamed.txt'); print(g, f.exists(), g.exists())
for action in [lambda: d.mkdir(), lambda: Path('q/r/s').mkdir(), lambda: d.read_text(), lambda: d.rmdir(), lambda: f.write_text(b'x')]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
g.unlink(); g.unlink(missing_ok=True); (d / 'b.bin').unlink(); (d / 't').touch(); print(list(d.iterdir())); (d / 't').unlink(); d.rmdir(); d.parent.rmdir(); print(Path('made').exists())
with tempfile.TemporaryDirectory() as t:
    q = Path(t) / 'x.txt'; q.write_text('tmp'); print(q.read_text(), os.path.isdir(t))
with tempfile.NamedTemporaryFile(suffix='.txt', mode='w+') as t: t.write('abc'); t.seek(0); print(t.read(), t.name.endswith('.txt'))
