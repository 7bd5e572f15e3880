//! What a sandbox takes it gives back: cycles do not outlive it, and memory is counted the same way
//! each time.

use vthinker_sandbox::{Limits, Sandbox};

#[test]
fn long_conversations_do_not_fill_up() {
    let mut sandbox = Sandbox::new(Limits { memory: 8 << 20, ..Limits::default() });
    for _ in 0..200 {
        let execution =
            sandbox.run("x = [str(i) * 10 for i in range(2000)]\ny = {i: [i] for i in x}\nz = ''.join(x)");
        assert_eq!(execution.error, None);
    }
}

#[test]
fn a_full_sandbox_can_be_used_again() {
    let mut sandbox = Sandbox::new(Limits { memory: 8 << 20, ..Limits::default() });
    sandbox.run("kept = 5");
    let execution = sandbox.run("x = []\nwhile True: x.append('a' * 1000)");
    assert_eq!(execution.error.map(|e| e.kind).as_deref(), Some("MemoryExhausted"));
    assert_eq!(sandbox.run("print(kept)").stdout, "5\n");
    // A list that an earlier block made cannot be forgotten alone.
    sandbox.run("x = []");
    sandbox.run("while True: x.append('a' * 1000)");
    assert_eq!(sandbox.run("print(1)").stdout, "1\n");
}

#[test]
fn cycles_are_freed_with_the_sandbox() {
    // Each round leaks tens of megabytes if cycles survive; the machine would notice.
    for _ in 0..50 {
        let mut sandbox = Sandbox::new(Limits { memory: 64 << 20, ..Limits::default() });
        let execution = sandbox.run(
            "class N: pass\nfor _ in range(20000):\n    n = N()\n    n.me = [n, {'n': n}]\n\
             def f():\n    def g(): return g\n    return g\nfor _ in range(5000): f()\nl = []\nl.append(l)",
        );
        assert_eq!(execution.error, None);
    }
    assert!(resident().is_none_or(|bytes| bytes < 600 << 20), "{:?}", resident());
}

/// Resident memory of this process, where the system tells.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(status.split_whitespace().nth(1)?.parse::<usize>().ok()? * 4096)
}

#[test]
fn a_sandbox_that_rested_goes_on_as_if_it_had_not() {
    let blocks = [
        "from PIL import Image, ImageDraw\nimage = Image.open(image_path)\ncopy = image.copy()\n\
         draw = ImageDraw.Draw(copy)\ndraw.line([3, 4, 50, 60], fill='red', width=3)\ncopy.save('a.png')",
        "small = Image.open('a.png').resize((20, 20))\ndraw.text((5, 5), 'a', fill='blue')\ncopy.save('b.png')\nsmall.save('c.png')",
        "print(image.getpixel((3, 4)), copy.getpixel((3, 4)), image.size, small.getpixel((7, 7)))\nimage.save('d.png')",
        "import numpy as np\nclear = Image.new('RGBA', (30, 30), (1, 2, 3, 4))\nclear.save('e.png')\nprint(np.array(copy).sum(), Image.open('e.png').getpixel((0, 0)))",
        "import os\nprint(sorted(os.listdir('.')), Image.open('b.png').tobytes if False else Image.open('b.png').size)",
    ];
    let photograph =
        image::RgbImage::from_fn(64, 64, |x, y| image::Rgb([(x * y) as u8, (3 * x) as u8, (5 * y) as u8]));
    let flat = image::RgbImage::from_pixel(64, 64, image::Rgb([250; 3]));
    for picture in [photograph, flat] {
        let mut resting = Sandbox::with_image(picture.clone(), "in.png", Limits::default());
        let mut awake = Sandbox::with_image(picture, "in.png", Limits::default());
        resting.rest();
        for block in blocks {
            let (one, other) = (resting.run(block), awake.run(block));
            assert_eq!(one.error, None, "{block}");
            assert_eq!(one.stdout, other.stdout, "{block}");
            assert_eq!(one.fuel, other.fuel, "{block}");
            assert_eq!(one.ops, other.ops, "{block}");
            let seen = |run: &vthinker_sandbox::Execution| {
                run.images
                    .iter()
                    .map(|output| (output.path.clone(), output.image.clone()))
                    .collect::<Vec<_>>()
            };
            assert_eq!(seen(&one), seen(&other), "{block}");
            resting.rest();
            resting.rest();
        }
    }
}
