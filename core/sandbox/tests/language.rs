//! The language against CPython: every `language/NAME.py` prints what CPython printed into `NAME.out`
//! (`python3 NAME.py > NAME.out` writes it again).

use std::fs;
use std::path::Path;

use vthinker_sandbox::{Limits, Sandbox};

#[test]
fn scripts_print_what_cpython_prints() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language");
    let mut failures = Vec::new();
    let mut scripts = 0;
    for entry in fs::read_dir(&directory).expect("the directory of scripts is there") {
        let path = entry.expect("the directory can be read").path();
        if path.extension().is_none_or(|e| e != "py") {
            continue;
        }
        scripts += 1;
        let source = fs::read_to_string(&path).expect("the script can be read");
        let expected = fs::read_to_string(path.with_extension("out")).expect("the script has its output");
        let execution = Sandbox::new(Limits { output: 1 << 20, ..Limits::default() }).run(&source);
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if let Some(error) = &execution.error {
            failures.push(format!("{name}: {error}"));
        }
        let lines = execution.stdout.lines().map(Some).chain(std::iter::repeat(None));
        for (index, (wanted, got)) in expected.lines().zip(lines).enumerate() {
            if Some(wanted) != got {
                failures.push(format!(
                    "{name}, output line {}:\n  CPython {wanted}\n  here    {got:?}",
                    index + 1
                ));
            }
        }
        if execution.stdout.lines().count() > expected.lines().count() {
            failures.push(format!("{name} prints more than CPython"));
        }
    }
    assert!(scripts >= 7, "only {scripts} scripts were found");
    assert!(failures.is_empty(), "{} differences:\n{}", failures.len(), failures.join("\n"));
}

fn run(source: &str) -> vthinker_sandbox::Execution {
    Sandbox::new(Limits::default()).run(source)
}

#[test]
fn errors_carry_the_line_where_they_arose() {
    for (source, kind, line) in [
        ("x = 1\ny = x / 0\n", "ZeroDivisionError", 2),
        ("def f():\n    a = 1\n    return a.b\n\nf()\n", "AttributeError", 3),
        ("print(\n  1,\n  nope,\n)\n", "NameError", 3),
        ("for i in range(3):\n    pass\n\n\n[1][2]\n", "IndexError", 5),
        ("x = sorted([1, 2], key=lambda v:\n  v.z)\n", "AttributeError", 2),
        ("try:\n    int('a')\nexcept ValueError:\n    raise\n", "ValueError", 2),
        ("try:\n    int('a')\nfinally:\n    x = 1\n    y = 2\n", "ValueError", 2),
        ("x = 1\nif x:\n    if True:\n        raise KeyError('k')\n", "KeyError", 4),
        ("a = 1\nb = (a +\n", "SyntaxError", 2),
        ("def f():\nreturn 1\n", "IndentationError", 2),
        ("x = 1\nimport numpyy\n", "ModuleNotFoundError", 2),
        ("import math\nmath.sinn(1)\n", "AttributeError", 2),
        ("from functools import reduce\n\nreduce(lambda a, b: a + b, [1, 'a'])\n", "TypeError", 3),
        ("s = 'a\nb'", "SyntaxError", 1),
    ] {
        let error = run(source).error.expect(source);
        assert_eq!((error.kind.as_str(), error.line), (kind, line), "{source}");
    }
}

#[test]
fn error_messages_name_what_is_missing() {
    let message = |source: &str| run(source).error.map(|e| e.message).unwrap_or_default();
    assert!(message("import tensorflow").contains("No module named 'tensorflow'"));
    assert!(message("from math import sinus").contains("cannot import name 'sinus' from 'math'"));
    assert!(message("math.sinus(1)").contains("module 'math' has no attribute 'sinus'"));
    assert!(message("[].push(1)").contains("'list' object has no attribute 'push'"));
}

#[test]
fn state_lives_on_between_code_blocks() {
    let mut sandbox = Sandbox::new(Limits::default());
    assert_eq!(
        sandbox.run("import math as m\nx = [1]\ndef f(n): return n + len(x)\nclass A: k = 5").error,
        None
    );
    let second = sandbox.run("x.append(2)\nprint(f(1), m.floor(2.5), A().k)");
    assert_eq!((second.error, second.stdout.as_str()), (None, "3 2 5\n"));
    // An error keeps what was done before it.
    assert!(sandbox.run("y = 7\n1 / 0\nz = 8").error.is_some());
    assert_eq!(sandbox.run("print(y, 'z' in globals())").stdout, "7 False\n");
    // Fuel and output are per block.
    let fuel = sandbox.run("pass").fuel;
    assert!(fuel < 100, "{fuel}");
}

#[test]
fn presets_are_there() {
    let execution = run(
        "print(os.path.basename('a/b'), math.pi > 3, random.random() < 1, string.digits, json.dumps(1), temp_output_dir, Image is not None)",
    );
    assert_eq!(execution.error, None);
    assert_eq!(execution.stdout, "b True True 0123456789 1 /output True\n");
}

#[test]
fn the_same_script_gives_the_same_result() {
    let source = "import random\nprint([random.random() for _ in range(5)], hash('a'), sorted({'b', 'a', 'c'}), {1.5, 'x', 3})";
    let (first, second) = (run(source), run(source));
    assert_eq!(first.stdout, second.stdout);
    assert_eq!(first.fuel, second.fuel);
}

#[test]
fn sources_are_repaired_and_repairs_reported() {
    let image = image::DynamicImage::new_rgb8(20, 10);
    let mut sandbox = Sandbox::with_image(image, "/data/input.png", Limits::default());
    let execution =
        sandbox.run("    image_path = \"/mnt/other.jpg\"\n    print(Image.open(image_path).size)\n");
    assert_eq!(execution.error, None);
    assert_eq!(execution.stdout, "(20, 10)\n");
    let what: Vec<(u32, bool)> =
        execution.repairs.iter().map(|r| (r.line, r.what.contains("/data/input.png"))).collect();
    assert_eq!(what, [(1, false), (1, true)]);
    let execution = sandbox.run("  x = 1\nprint(x)");
    assert_eq!(execution.stdout, "1\n");
    assert_eq!(execution.repairs.len(), 1);
    let execution = sandbox.run("image_path = '/data/input.png'\nprint(len(image_path))");
    assert_eq!((execution.stdout.as_str(), execution.repairs.len()), ("15\n", 0));
    let execution = sandbox.run("if True:\n    import cv");
    assert_eq!(execution.repairs[0].what, "the module is called cv2");
}

#[test]
fn result_images_are_chosen_by_variable_then_print_then_save() {
    let image = image::DynamicImage::new_rgb8(20, 10);
    let mut sandbox = Sandbox::with_image(image, "in.png", Limits::default());
    let saves = "a = Image.open(image_path)\na.save('a.png')\nb = a.crop((0, 0, 5, 5))\nb.save('b.png')\n";
    let paths = |e: &vthinker_sandbox::Execution| e.images.iter().map(|i| i.path.clone()).collect::<Vec<_>>();
    let execution = sandbox.run(saves);
    assert_eq!(execution.error, None);
    assert_eq!(paths(&execution), ["a.png", "b.png"]);
    let execution = sandbox.run(&format!("{saves}print('text')\nprint('b.png')"));
    assert_eq!(paths(&execution), ["b.png"]);
    assert_eq!(execution.stdout, "text\n");
    assert_eq!(execution.images[0].image.dimensions(), (5, 5));
    let execution = sandbox.run(&format!("{saves}processed_path = 'a.png'\nprint('b.png')"));
    assert_eq!(paths(&execution), ["a.png"]);
    // The variable of an earlier block can be used, but is no result of this one.
    let execution = sandbox.run("print(Image.open(processed_path).size)");
    assert_eq!((execution.stdout.as_str(), execution.images.len()), ("(20, 10)\n", 0));
    assert_eq!(paths(&sandbox.run("Image.open('b.png').save(processed_path)")), ["a.png"]);
}
