//! Drawing with cv2 against real OpenCV (`goldens/make_opencv.py`), and the replay of what was drawn.

use image::RgbaImage;
use vthinker_sandbox::{CanvasId, DrawKind, DrawOp, Execution, Limits, Sandbox, replay};

const TILE: u32 = 48;
const COLUMNS: u32 = 16;
const WHITE: &str = "np.full((48, 48, 3), 255, np.uint8)";

/// The widest difference of a channel that a case may have; all others are equal to OpenCV.
fn tolerance(name: &str) -> u8 {
    match name {
        // Recorded coordinates are single precision, which moves this centre by some 1/16384 of a pixel.
        "rotated rectangle's ellipse antialiased" => 2,
        _ => 0,
    }
}

fn input() -> RgbaImage {
    RgbaImage::from_fn(TILE, TILE, |x, y| image::Rgba([(x * 5) as u8, (y * 4) as u8, 90, 255]))
}

fn run(source: &str) -> Execution {
    let mut sandbox = Sandbox::with_image(input(), "/input/image.png", Limits::default());
    sandbox.run(&format!("import cv2\nimport numpy as np\nfrom PIL import Image, ImageDraw\n{source}"))
}

fn run_well(name: &str, source: &str) -> Execution {
    let execution = run(source);
    assert!(execution.error.is_none(), "{name}: {:?}", execution.error);
    execution
}

fn cases() -> Vec<(String, String)> {
    let cases: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("goldens/opencv.json")).expect("opencv.json is JSON");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let source = |case: &serde_json::Value| {
        let base = case["base"].as_str().unwrap_or(WHITE);
        format!("img={base}\n{}\ncv2.imwrite('out.png',img)\n", text(&case["source"]))
    };
    cases.iter().map(|case| (text(&case["name"]), source(case))).collect()
}

/// The record as a trace file gives it back.
fn read_back(execution: &Execution) -> Vec<DrawOp> {
    let json = serde_json::to_string(&execution.ops).expect("operations are JSON");
    let ops: Vec<DrawOp> = serde_json::from_str(&json).expect("and can be read back");
    assert_eq!(ops, execution.ops);
    ops
}

#[test]
fn scripts_give_opencvs_pixels() {
    let sheet = image::load_from_memory(include_bytes!("goldens/opencv.png")).expect("a PNG").into_rgba8();
    let cases = cases();
    assert!(cases.len() >= 150);
    let mut wrong = Vec::new();
    for (index, (name, source)) in (0..).zip(cases) {
        let execution = run_well(&name, &source);
        let made = &execution.images.first().unwrap_or_else(|| panic!("{name}: no image")).image;
        assert_eq!(made.dimensions(), (TILE, TILE), "{name}");
        let (left, top) = (index % COLUMNS * TILE, index / COLUMNS * TILE);
        let off = made.enumerate_pixels().map(|(x, y, pixel)| {
            let golden = sheet.get_pixel(left + x, top + y);
            pixel.0.iter().zip(golden.0).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0)
        });
        let off: Vec<u8> = off.filter(|off| *off > tolerance(&name)).collect();
        if let Some(widest) = off.iter().max() {
            wrong.push(format!("{name}: {} pixels differ, by {widest} at most", off.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn replaying_the_operations_gives_the_same_pixels() {
    for (name, source) in cases() {
        let execution = run_well(&name, &source);
        let made = &execution.images[0];
        assert!(
            replay(&input(), &read_back(&execution), made.canvas) == *made.image,
            "{name}: the replay differs"
        );
    }
}

/// Scripts that pass pictures between Pillow, numpy and OpenCV, and the kinds of their records.
#[test]
fn pictures_keep_their_record_between_libraries() {
    let cases = [
        (
            "img=cv2.imread(image_path)\ncv2.circle(img,(20,20),5,(0,0,255),-1)\ncv2.imwrite('o.png',img)",
            "open ellipse save",
        ),
        (
            "a=np.array(Image.open(image_path))\ncv2.line(a,(1,2),(30,40),(255,0,0),2)\nImage.fromarray(a).save('o.png')",
            "open derive line derive save",
        ),
        (
            "img=cv2.imread(image_path)\no=img.copy()\ncv2.line(o,(1,2),(30,40),(255,0,0),2)\ncv2.imwrite('o.png',o)",
            "open derive line save",
        ),
        (
            "img=cv2.imread(image_path)\ncv2.line(img,(1,2),(30,40),(255,0,0),2)\n\
             Image.fromarray(img[:,:,::-1]).save('o.png')",
            "open line derive save",
        ),
        ("img=cv2.imread(image_path)\nImage.fromarray(img).save('o.png')", "open derive derive save"),
        (
            "img=cv2.imread(image_path)\ncv2.line(img,(1,2),(30,40),9,2)\np=img[5:40,10:30]\ncv2.circle(p,(3,4),9,7,2)\n\
             cv2.imwrite('o.png',p)",
            "open line ellipse derive save",
        ),
        (
            "a=np.zeros((20,30),np.uint8)\ncv2.circle(a,(9,9),5,200,-1)\nImage.fromarray(a).save('o.png')",
            "new ellipse derive save",
        ),
        (
            "a=(np.arange(20*30*3)%251).reshape(20,30,3).astype(np.uint8)\nImage.fromarray(a).save('o.png')",
            "new bitmap save",
        ),
        (
            "a=np.zeros((20,30,3),np.uint8)\ncv2.line(a,(1,1),(9,9),255)\na[4:6,3:9]=7\na[a==0]=9\ncv2.imwrite('o.png',a)",
            "new line bitmap save",
        ),
        (
            "im=Image.open(image_path)\na=np.array(im)\nImageDraw.Draw(im).line([1,2,3,40],fill='red')\n\
             cv2.line(a,(1,1),(9,9),255)\ncv2.imwrite('o.png',a)",
            "open line new bitmap line derive save",
        ),
        (
            "img=cv2.cvtColor(cv2.imread(image_path),cv2.COLOR_BGR2GRAY)\ncv2.line(img,(1,1),(9,9),255)\n\
             c=cv2.cvtColor(img,cv2.COLOR_GRAY2BGR)\ncv2.line(c,(5,1),(9,9),(0,0,255))\ncv2.imwrite('o.png',c)",
            "open derive line derive line save",
        ),
        (
            "img=cv2.cvtColor(np.array(Image.open(image_path)),cv2.COLOR_RGB2BGR)\ncv2.line(img,(1,9),(30,9),(0,0,255),3)\n\
             img=cv2.rotate(cv2.flip(img,1),cv2.ROTATE_90_CLOCKWISE)\ncv2.putText(img,'a',(9,30),0,1,255)\n\
             Image.fromarray(cv2.cvtColor(img,cv2.COLOR_BGR2RGB)).save('o.png')",
            "open derive derive line derive derive text derive derive save",
        ),
        (
            "img=cv2.imread(image_path)\ncv2.floodFill(img,None,(5,5),(9,8,7),(9,9,9),(9,9,9))\n\
             cv2.circle(img,(9,9),4,(0,0,255))\ncv2.imwrite('o.png',img)",
            "open bitmap ellipse save",
        ),
        (
            "img=cv2.imread(image_path,cv2.IMREAD_GRAYSCALE)\ncv2.line(img,(1,1),(9,9),255)\ncv2.imwrite('o.png',img)",
            "open derive line save",
        ),
        ("cv2.imshow('a b',cv2.imread(image_path)/255.0)", "open new bitmap save"),
        (
            "a=np.zeros((8,8,3),np.uint8)\nfor i in range(4):\n  a[i,i]=9\n  cv2.line(a,(i,0),(7,7),(1,2,3))\ncv2.imwrite('o.png',a)",
            "new bitmap line bitmap line bitmap line bitmap line save",
        ),
        (
            "ok,b=cv2.imencode('.png',cv2.imread(image_path))\na=cv2.imdecode(b,cv2.IMREAD_COLOR)\ncv2.imwrite('o.png',a)",
            "open new bitmap save",
        ),
    ];
    for (source, kinds) in cases {
        let execution = run_well(source, source);
        let ops = read_back(&execution);
        let json = serde_json::to_value(&ops).expect("JSON");
        let found: Vec<&str> =
            json.as_array().expect("a list").iter().map(|op| op["op"].as_str().unwrap_or("")).collect();
        assert_eq!(found.join(" "), kinds, "{source}");
        let made = execution.images.first().unwrap_or_else(|| panic!("{source}: no image"));
        assert!(replay(&input(), &ops, made.canvas) == *made.image, "{source}: the replay differs");
    }
}

#[test]
fn strokes_are_recorded_as_a_judge_measures_them() {
    let source = "big=np.full((60,80,3),255,np.uint8)\nv=big[10:50,20:70]\ncv2.circle(v,(7,8),5,(30,20,10),-1)\n\
                  cv2.rectangle(v,(9,3),(2,6),(0,0,255),2)\ncv2.putText(v,'hi',(3,30),0,1,0)\n\
                  cv2.polylines(v,[np.array([[1,2],[3,4],[9,1]])],True,9)";
    let execution = run_well("view", source);
    let kinds: Vec<&DrawKind> = execution.ops.iter().map(|op| &op.kind).collect();
    assert!(execution.ops.iter().all(|op| op.canvas == CanvasId(1)));
    assert_eq!(execution.ops[1].line, 6);
    let [
        DrawKind::New { size: [80, 60], .. },
        DrawKind::Ellipse { bbox, fill, .. },
        rectangle,
        text,
        polygon,
    ] = kinds[..]
    else {
        panic!("{kinds:?}");
    };
    assert_eq!((*bbox, *fill), ([22.0, 13.0, 32.0, 23.0], Some([10, 20, 30, 255])));
    assert!(matches!(
        rectangle,
        DrawKind::Rectangle {
            bbox: [22.0, 13.0, 29.0, 16.0],
            outline: Some([255, 0, 0, 255]),
            width: 2.0,
            ..
        }
    ));
    let DrawKind::Text { position: [23.0, 40.0], bbox, size: 21.0, .. } = text else { panic!("{text:?}") };
    assert!(bbox[0] >= 22.0 && bbox[2] <= 60.0 && bbox[1] < 30.0 && bbox[3] <= 42.0, "{bbox:?}");
    let DrawKind::Polygon { points, fill: None, .. } = polygon else { panic!("{polygon:?}") };
    assert_eq!(points[2], [29.0, 11.0]);
}
