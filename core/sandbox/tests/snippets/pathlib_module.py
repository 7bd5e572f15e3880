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

#%% program_files
import os, io, tempfile, shutil, glob, json
from pathlib import Path
os.makedirs("/tmp/work_x/sub", exist_ok=True)
with open("/tmp/work_x/a.txt", "w") as f:
    f.write("line1\nline2\n"); print(f.writelines(["l3\n", "l4"]), file=io.StringIO())
with open("/tmp/work_x/a.txt") as f:
    for i, line in enumerate(f, 1): print(i, line.rstrip())
with open("/tmp/work_x/a.txt", "a") as f: f.write("\nend")
print(open("/tmp/work_x/a.txt").read().splitlines(), os.path.getsize("/tmp/work_x/a.txt"))
p = Path("/tmp/work_x") / "sub" / "d.json"
p.write_text(json.dumps({"k": [1, 2]})); print(json.loads(p.read_text()), p.name, p.stem, p.suffix, p.parent.name, p.exists())
with open(p) as f: print(json.load(f))
with open(p, "w") as f: json.dump({"z": 1}, f, indent=1)
print(p.read_text(), sorted(os.listdir("/tmp/work_x")), [os.path.basename(x) for x in glob.glob("/tmp/work_x/*.txt")], sorted(str(x.name) for x in Path("/tmp/work_x").rglob("*")))
shutil.copy("/tmp/work_x/a.txt", "/tmp/work_x/b.txt"); os.rename("/tmp/work_x/b.txt", "/tmp/work_x/c.txt"); print(os.path.exists("/tmp/work_x/b.txt"), os.path.isfile("/tmp/work_x/c.txt"))
for root, dirs, files in os.walk("/tmp/work_x"): print(root, sorted(dirs), sorted(files))
shutil.rmtree("/tmp/work_x"); print(os.path.exists("/tmp/work_x"))
