//! Pictures in buffers, open files and paths.

use image::RgbaImage;
use vthinker_sandbox::{Execution, Limits, Sandbox};

fn run(source: &str) -> Execution {
    let input = RgbaImage::from_fn(40, 30, |x, y| image::Rgba([x as u8, y as u8, 7, 255]));
    let mut sandbox = Sandbox::with_image(input, "/input/image.png", Limits::default());
    sandbox.run(&format!(
        "from PIL import Image\nfrom io import BytesIO\nfrom pathlib import Path\nimport base64\n{source}"
    ))
}

fn printed(source: &str) -> String {
    let execution = run(source);
    assert_eq!(execution.error, None, "{source}");
    execution.stdout
}

#[test]
fn buffers_hold_the_bytes_of_a_format() {
    let out = printed(
        "im = Image.open(image_path)\n\
         for f in ['PNG', 'JPEG', 'WEBP', 'BMP', 'GIF']:\n\
         \x20   b = BytesIO()\n\
         \x20   im.save(b, format=f)\n\
         \x20   b.seek(0)\n\
         \x20   back = Image.open(b)\n\
         \x20   print(f, b.getvalue()[:2], back.format, back.size, back.getpixel((9, 5)) == im.getpixel((9, 5)))",
    );
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "PNG b'\\x89P' PNG (40, 30) True");
    assert!(lines[1].starts_with("JPEG b'\\xff\\xd8' JPEG (40, 30)"), "{out}");
    assert_eq!(lines[2], "WEBP b'RI' WEBP (40, 30) True");
    assert_eq!(lines[3], "BMP b'BM' BMP (40, 30) True");
    assert!(lines[4].starts_with("GIF b'GI' GIF (40, 30)"), "{out}");
}

#[test]
fn modes_survive() {
    let out = printed(
        "for mode in ['RGB', 'RGBA', 'L', 'LA']:\n\
         \x20   b = BytesIO()\n\
         \x20   Image.new(mode, (3, 2)).save(b, 'PNG')\n\
         \x20   print(mode, Image.open(BytesIO(b.getvalue())).mode)",
    );
    assert_eq!(out, "RGB RGB\nRGBA RGBA\nL L\nLA LA\n");
}

#[test]
fn base64_of_a_picture_goes_round() {
    let out = printed(
        "b = BytesIO()\nImage.open(image_path).save(b, format='PNG')\n\
         text = base64.b64encode(b.getvalue()).decode('utf-8')\n\
         back = Image.open(BytesIO(base64.b64decode(text)))\nprint(text[:8], back.size, back.getpixel((3, 4)))",
    );
    assert_eq!(out, "iVBORw0K (40, 30) (3, 4, 7)\n");
}

#[test]
fn paths_and_open_files_are_accepted() {
    let execution = run("im = Image.open(Path(image_path))\nout = Path('/output') / 'a.png'\nim.save(out)\n\
         with open(out, 'rb') as f: back = Image.open(f)\n\
         with open('/output/b.png', 'wb') as f: im.save(f)\n\
         with open('/output/c.png', 'wb') as f: f.write(out.read_bytes())\n\
         print(back.size, out.exists(), os.listdir('/output'), Image.open('/output/c.png').size, \
         os.path.getsize(image_path) > 50, open(image_path, 'rb').read(4))");
    assert_eq!(execution.error, None);
    assert_eq!(execution.stdout, "(40, 30) True ['a.png', 'b.png', 'c.png'] (40, 30) True b'\\x89PNG'\n");
    let saved: Vec<(&str, u32)> = execution.images.iter().map(|i| (&*i.path, i.image.width())).collect();
    assert_eq!(saved, [("/output/a.png", 40), ("/output/b.png", 40), ("/output/c.png", 40)]);
}

#[test]
fn files_live_on_between_blocks_and_a_later_one_replaces() {
    let mut sandbox = Sandbox::new(Limits::default());
    assert_eq!(sandbox.run("open('n.txt', 'w').write('kept')").error, None);
    assert_eq!(sandbox.run("print(open('./n.txt').read(), open('/n.txt').read())").stdout, "kept kept\n");
    let execution = sandbox.run(
        "Image.new('L', (2, 2)).save('x.png')\nopen('x.png', 'w').write('text')\nprint(open('x.png').read())\n\
         Image.new('L', (3, 3)).save('x.png')\nprint(Image.open('x.png').size)",
    );
    assert_eq!((execution.error, &*execution.stdout), (None, "text\n(3, 3)\n"));
}

#[test]
fn what_is_no_picture_is_named() {
    for (source, kind) in [
        ("Image.open(BytesIO(b'nothing'))", "UnidentifiedImageError"),
        ("Image.open('gone.png')", "FileNotFoundError"),
        ("open('t.png', 'w').write('x')\nImage.open('t.png')", "UnidentifiedImageError"),
        ("Image.new('RGB', (2, 2)).save(BytesIO())", "ValueError"),
        ("Image.new('RGB', (2, 2)).save(BytesIO(), 'TIFF')", "AttributeError"),
        ("Image.new('RGBA', (2, 2)).save(BytesIO(), 'JPEG')", "OSError"),
        ("Image.new('RGB', (2, 2)).save(3)", "ValueError"),
    ] {
        assert_eq!(run(source).error.map(|e| e.kind).as_deref(), Some(kind), "{source}");
    }
}

#[test]
fn time_is_what_the_script_used() {
    let source = "import datetime, time\nstart = time.time()\ntime.sleep(60)\nfor _ in range(1000):\n    pass\n\
        print(datetime.datetime.now(), datetime.date.today(), 60 < time.time() - start < 61)";
    let first = run(source).stdout;
    assert!(first.starts_with("2025-01-01 00:01:00."), "{first}");
    assert!(first.ends_with("2025-01-01 True\n"), "{first}");
    assert_eq!(first, run(source).stdout);
}

#[test]
fn crops_are_pillows_unless_they_are_to_be_mended() {
    let picture = || image::DynamicImage::new_rgb8(200, 100);
    let source = "im = Image.open(image_path)\nprint(im.crop((150, 20, 260, 90)).size, im.crop((20, 20, 40, 40)).size)";
    let plain = Sandbox::with_image(picture(), "in.png", Limits::default()).run(source);
    assert_eq!(plain.stdout, "(110, 70) (20, 20)\n");
    assert_eq!(plain.repairs, []);
    let mended = Sandbox::with_image(picture(), "in.png", Limits::default()).mending_crops().run(source);
    assert_eq!(mended.stdout, "(64, 70) (64, 64)\n");
    assert_eq!(mended.repairs.iter().map(|repair| repair.line).collect::<Vec<_>>(), [2, 2]);
    assert!(mended.repairs[0].what.contains("200 x 100"), "{}", mended.repairs[0].what);
}
