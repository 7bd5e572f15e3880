#%% parts
from pathlib import Path
p = Path('/data/images/cat.tar.gz')
print(p, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.is_absolute(), list(p.parents)[:2])

#%% joining
from pathlib import Path
p = Path('a') / 'b' / 'c.png'
print(p, p.with_suffix('.jpg'), p.with_name('d.txt'), p.joinpath('x', 'y'), str(p), p.as_posix(), Path('a', 'b'), 'root' / Path('x'), Path('/a') / '/b', p.with_stem('z') if hasattr(p, 'with_stem') else '')

#%% comparison_and_repr
from pathlib import Path, PurePosixPath
print(Path('a/b') == Path('a//b'), Path('a/./b'), Path('a/../b'), Path(''), Path('.'), Path('a/'), {Path('x'): 1}[Path('x')], sorted([Path('b'), Path('a')])[0], repr(PurePosixPath('a/b')), f'{Path("a")}/b')

#%% existence
from pathlib import Path
print(Path('/no/such/dir/file.png').exists(), Path('/no/such').is_file(), Path('/no/such').is_dir())

#%% relative
from pathlib import Path
print(Path('/a/b/c').relative_to('/a'), Path('/a/b').is_relative_to('/a'), Path('x.png').match('*.png'), Path('a/b/c').parent.parent, Path('/').parent, Path('a').parent)
try:
    Path('/a').relative_to('/b')
except ValueError as e:
    print('ValueError')
