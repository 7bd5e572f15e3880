//! Wrong and hostile arguments of the drawing library: Pillow's errors, limits, no panics, no long loops.

use image::RgbaImage;
use proptest::prelude::*;
use vthinker_sandbox::{CanvasId, DrawKind, DrawOp, Execution, Limits, Sandbox, replay};

fn run(source: &str) -> Execution {
    let input = RgbaImage::from_pixel(40, 30, image::Rgba([255; 4]));
    let mut sandbox = Sandbox::with_image(input, "/input/image.png", Limits::default());
    sandbox.run(&format!(
        "from PIL import Image, ImageDraw, ImageFont, ImageColor, ImageOps, ImageFilter\n\
         im=Image.open(image_path)\nd=ImageDraw.Draw(im)\n{source}"
    ))
}

/// Kind and message of the error that a script must end with.
fn error(source: &str) -> (String, String) {
    match run(source).error {
        Some(error) => {
            assert_eq!(error.line, 4, "{source}: the error names its line");
            (error.kind, error.message)
        }
        None => panic!("{source}: no error"),
    }
}

#[test]
fn errors_are_pillows() {
    let cases = [
        ("d.line([1,2,3])", "ValueError", "wrong number of coordinates"),
        ("d.line('ab')", "ValueError", "incorrect coordinate type"),
        ("d.line(5)", "TypeError", "argument must be sequence"),
        ("d.line([(1,2,3),(3,4,5)])", "ValueError", "incorrect coordinate type"),
        ("d.rectangle([5,5,1,9])", "ValueError", "x1 must be greater than or equal to x0"),
        ("d.rectangle([5,5,9,1])", "ValueError", "y1 must be greater than or equal to y0"),
        ("d.ellipse([1,2,3,4,5,6])", "TypeError", "coordinate list must contain exactly 2 coordinates"),
        ("d.circle((5,5),-3)", "ValueError", "x1 must be greater than or equal to x0"),
        ("d.polygon([(1,2)])", "TypeError", "coordinate list must contain at least 2 coordinates"),
        ("d.line([(1,2),(3,4)],fill=1.5)", "TypeError", "color must be int or tuple"),
        (
            "d.line([(1,2),(3,4)],fill=(1.5,2,3))",
            "TypeError",
            "'float' object cannot be interpreted as an integer",
        ),
        (
            "d.line([(1,2),(3,4)],fill=(1,2))",
            "TypeError",
            "color must be int, or tuple of one, three or four elements",
        ),
        ("d.line([(1,2),(3,4)],fill='foo')", "ValueError", "unknown color specifier: 'foo'"),
        (
            "d.line([(1,2),(3,4)],width=1.5)",
            "TypeError",
            "'float' object cannot be interpreted as an integer",
        ),
        (
            "d.line([(1,2),(3,4)],wdth=3)",
            "TypeError",
            "ImageDraw.line() got an unexpected keyword argument 'wdth'",
        ),
        ("d.arc([1,2,30,30],'a',5)", "TypeError", "must be real number, not str"),
        ("d.regular_polygon((5,5,3),2)", "ValueError", "n_sides should be an int > 2"),
        ("d.text((1,2),5)", "AttributeError", "'int' object has no attribute 'split'"),
        ("d.text((1,2),'a',anchor='zz')", "ValueError", "bad anchor specified: zz"),
        ("d.text((1,2),'a',anchor='l')", "ValueError", "anchor must be a 2 character string"),
        ("d.text((1,2),'a\\nb',anchor='lt')", "ValueError", "anchor not supported for multiline text"),
        ("d.textsize('a')", "AttributeError", "'ImageDraw' object has no attribute 'textsize'"),
        ("d.foo", "AttributeError", "'ImageDraw' object has no attribute 'foo'"),
        ("im.foo", "AttributeError", "'Image' object has no attribute 'foo'"),
        ("im.getpixel((100,2))", "IndexError", "image index out of range"),
        ("im.putpixel((100,2),(1,2,3))", "IndexError", "image index out of range"),
        ("im.crop((5,5,1,9))", "ValueError", "Coordinate 'right' is less than 'left'"),
        ("im.resize((0,5))", "ValueError", "height and width must be > 0"),
        ("im.resize((5.5,5))", "TypeError", "'float' object cannot be interpreted as an integer"),
        ("im.transpose(9)", "ValueError", "No such transpose operation"),
        ("im.paste((1,2,3),(1,2))", "ValueError", "cannot determine region size; use 4-item box"),
        ("im.paste(im,(0,0,5,5))", "ValueError", "images do not match"),
        ("im.save('a.xyz')", "ValueError", "unknown file extension: .xyz"),
        ("im.save('noext')", "ValueError", "unknown file extension: "),
        ("im.convert('RGBA').save('x.jpg')", "OSError", "cannot write mode RGBA as JPEG"),
        ("Image.new('XX',(1,2))", "ValueError", "unrecognized image mode"),
        ("Image.new('RGB',(-1,2))", "ValueError", "Width and height must be >= 0"),
        ("Image.new('RGB',5)", "ValueError", "Size must be a list or tuple"),
        ("Image.open('nope.png')", "FileNotFoundError", "[Errno 2] No such file or directory: 'nope.png'"),
        ("ImageDraw.Draw(im,'L')", "ValueError", "mode mismatch"),
        ("ImageFont.truetype('x.ttf',0)", "ValueError", "font size must be greater than 0, not 0"),
        ("Image.blend(im,im.convert('L'),.5)", "ValueError", "images do not match"),
        ("Image.alpha_composite(im,im)", "ValueError", "image has wrong mode"),
    ];
    for (source, kind, message) in cases {
        assert_eq!(error(source), (kind.to_owned(), message.to_owned()), "{source}");
    }
}

#[test]
fn what_is_missing_says_so() {
    for source in ["Image.ANTIALIAS", "im.quantize(4, method=2)", "d.shape((0,0),im)", "im.convert('I;16')"] {
        let (kind, message) = error(source);
        assert_eq!(kind, "AttributeError", "{source}");
        assert!(!message.is_empty(), "{source}");
    }
}

#[test]
fn monsters_end_soon() {
    let cases = [
        "Image.new('RGB',(100000,100000))",
        "Image.frombytes('RGB',(10**9,10**9),b'')",
        "Image.frombytes('1',(10**6,40),b'x')",
        "Image.frombuffer('F',(-1,5),bytes(99))",
        "d.bitmap((10**30,-10**30),im.convert('L'))",
        "im.tobytes('zip')",
        "im.resize((10**9,10**9))",
        "im.crop((-10**9,-10**9,10**9,10**9))",
        "im.rotate(45,expand=True).resize((5000,5000))",
        "ImageOps.expand(im,border=10**8)",
        "d.line([(-1e30,-1e30),(1e30,1e30)],width=10**9)",
        "d.line([(float('nan'),3),(4,5)])",
        "d.ellipse([-1e30,-1e30,1e30,1e30],outline='red',width=10**9)",
        "d.ellipse([0,0,1e300,5])",
        "d.arc([-1e9,-1e9,1e9,1e9],-1e30,1e30,width=7)",
        "d.arc([0,0,20,20],float('inf'),5)",
        "d.polygon([(1e30,0),(0,1e30),(-1e30,-1e30)],fill='red',outline='blue',width=1000)",
        "d.polygon([(i*37%1000-500,i*91%777-300) for i in range(20000)],fill='red',outline='blue',width=5)",
        "d.rectangle([-1e30,-1e30,1e30,1e30],outline='red',width=10**9)",
        "d.rounded_rectangle([-1e30,-1e30,1e30,1e30],radius=1e30,fill='red',outline='blue',width=99)",
        "d.regular_polygon((5,5,1e308),10**12)",
        "d.text((1e30,-1e30),'x'*5000)",
        "d.text((0,0),'x'*10**6)",
        "d.text((0,0),'x'*20000,font=ImageFont.truetype('a',512),stroke_width=1000)",
        "d.text((0,0),'\\n'*20000)",
        "ImageFont.truetype('a',1e9)",
        "im.filter(ImageFilter.MedianFilter(255))",
        "im.filter(ImageFilter.ModeFilter(10**18))",
        "im.filter(ImageFilter.RankFilter(3,10**30))",
        "im.filter(ImageFilter.UnsharpMask(1e9,10**18,-10**18))",
        "im.filter(ImageFilter.Kernel((3,3),[1e308]*9,scale=1e-300))",
        "im.transform((10**6,10**6),0,(1e308,)*6)",
        "im.transform((50,50),2,(1e308,)*8,resample=2)",
        "im.transform((50,50),3,(float('nan'),)*8,resample=3)",
        "im.transform((0,0),1,(0,0,0,0))",
        "im.reduce(10**18)",
        "im.reduce((0,1))",
        "im.quantize(256)",
        "im.thumbnail((1,1),reducing_gap=1e-300)",
        "ImageOps.fit(im,(10**9,10**9))",
        "ImageOps.scale(im,1e300)",
        "ImageOps.pad(im,(3,10**6),centering=(1e300,-1e300))",
        "ImageOps.autocontrast(im,cutoff=(1e300,-1e300))",
        "ImageOps.expand(im.convert('F'),border=2,fill=1e300)",
        "im.convert('I').resize((7,7)).rotate(20,resample=3)",
        "d.line([(0,0),(1e30,5),(3,-1e30)],width=10**9,joint='curve')",
        "im.filter(ImageFilter.GaussianBlur(1e9))",
        "im.filter(ImageFilter.BoxBlur(9999))",
        "im.paste('red',(-10**18,-10**18,10**18,10**18))",
        "[im.copy() for i in range(10**7)]",
        "[Image.new('RGB',(2000,2000)) for i in range(10**4)]",
        "for i in range(10**9): d.point((i,i))",
        "for i in range(10**9): im.save('a.png')",
        "for i in range(10**9): im.save(str(i)+'.png')",
    ];
    for source in cases {
        // A case that does not end shows as the runner's slow test.
        let execution = run(source);
        if let Some(error) = execution.error {
            assert_ne!(error.kind, "SystemError", "{source}: {error}");
        }
    }
}

#[test]
fn the_input_image_is_canvas_zero_once() {
    let execution = run(
        "a=Image.open(image_path)\nd.rectangle([0,0,9,9],fill='red')\nassert a.getpixel((0,0))==(255,255,255)",
    );
    assert!(execution.error.is_none(), "{:?}", execution.error);
    let opened: Vec<CanvasId> = execution
        .ops
        .iter()
        .filter(|op| matches!(op.kind, DrawKind::Open { .. }))
        .map(|op| op.canvas)
        .collect();
    assert_eq!(opened, [CanvasId(0), CanvasId(1)]);
    let rectangle = execution.ops.last().expect("operations");
    assert_eq!((rectangle.canvas, rectangle.line), (CanvasId(0), 5));
}

#[test]
fn saved_files_can_be_opened_in_later_blocks() {
    let input = RgbaImage::from_pixel(8, 8, image::Rgba([255; 4]));
    let mut sandbox = Sandbox::with_image(input, "in.png", Limits::default());
    let first = sandbox.run("im=Image.open('in.png')\nim.putpixel((1,1),(9,8,7))\nim.save('./out.webp')");
    assert!(first.error.is_none(), "{:?}", first.error);
    let second =
        sandbox.run("b=Image.open('out.webp')\nprint(b.getpixel((1,1)),b.format,b.mode,b.size,b.filename)");
    assert_eq!(second.stdout.trim(), "(9, 8, 7) WEBP RGB (8, 8) out.webp");
    assert!(second.images.is_empty());
}

fn number() -> impl Strategy<Value = f32> {
    prop_oneof![
        -60.0_f32..100.0,
        (-60..100_i32).prop_map(|value| value as f32),
        Just(f32::MAX),
        Just(f32::MIN),
        Just(f32::NAN),
        Just(f32::INFINITY),
        Just(-0.0),
        Just(1e9),
    ]
}

proptest! {
    /// Operations may come from a file: drawing them must never panic, whatever they hold.
    #[test]
    fn any_operation_can_be_replayed(
        a in prop::array::uniform4(number()),
        b in prop::array::uniform4(number()),
        width in number(),
        fill in any::<Option<[u8; 4]>>(),
        color in any::<[u8; 4]>(),
        text in "\\PC{0,8}",
    ) {
        let outline = Some(color);
        let (start, end) = (b[0], b[1]);
        let points = vec![[a[0], a[1]], [a[2], a[3]], [b[0], b[1]], [b[2], b[3]]];
        let kinds = [
            DrawKind::Line { points: points.clone(), color, width },
            DrawKind::Point { points: points.clone(), color },
            DrawKind::Polygon { points, fill, outline, width },
            DrawKind::Rectangle { bbox: a, fill, outline, width, radius: b[0], corners: [true; 4] },
            DrawKind::Ellipse { bbox: a, fill, outline, width },
            DrawKind::Arc { bbox: a, start, end, color, width },
            DrawKind::Chord { bbox: a, start, end, fill, outline, width },
            DrawKind::Pieslice { bbox: a, start, end, fill, outline, width },
            DrawKind::Text {
                position: [a[0], a[1]], bbox: a, text, size: b[2], color,
                style: vthinker_sandbox::TextStyle { stroke_width: b[3], ..Default::default() },
            },
            DrawKind::Derive {
                from: CanvasId(0), how: format!("resize bicubic {width}"), size: [7, 5], region: Some(b),
            },
            DrawKind::Derive { from: CanvasId(0), how: "crop".into(), size: [7, 5], region: Some(a) },
            DrawKind::Derive { from: CanvasId(0), how: format!("rotate {width} bilinear"), size: [7, 5], region: None },
            DrawKind::Paste { from: CanvasId(0), at: [i32::MIN, i32::MAX], mask: Some(CanvasId(0)) },
        ];
        let ops: Vec<DrawOp> =
            kinds.into_iter().map(|kind| DrawOp { canvas: CanvasId(0), line: 1, kind, opencv: None }).collect();
        let base = RgbaImage::from_pixel(40, 30, image::Rgba([255; 4]));
        replay(&base, &ops, CanvasId(0));
    }
}
