//! Wrong and hostile arguments of cv2's drawing functions: OpenCV's errors, limits, no panics, no long loops.

use image::RgbaImage;
use proptest::prelude::*;
use vthinker_sandbox::{
    CanvasId, CvLettering, CvMethod, CvPen, DrawKind, DrawOp, Execution, Limits, Sandbox, TextStyle, replay,
};

fn run(source: &str) -> Execution {
    run_within(source, Limits::default())
}

fn run_within(source: &str, limits: Limits) -> Execution {
    let input = RgbaImage::from_pixel(40, 30, image::Rgba([255; 4]));
    let mut sandbox = Sandbox::with_image(input, "/input/image.png", limits);
    sandbox.run(&format!("import cv2\nimport numpy as np\na=np.zeros((30,40,3),np.uint8)\n{source}"))
}

#[test]
fn errors_are_opencvs() {
    let cases = [
        ("cv2.line(a,(1.5,2),(3,4),5)", "Can't parse 'pt1'. Sequence item with index 0 has a wrong type"),
        ("cv2.line(a,(1,2,3),(3,4),5)", "Can't parse 'pt1'. Expected sequence length 2, got 3"),
        ("cv2.line(a,5,(3,4),5)", "Can't parse 'pt1'. Input argument doesn't provide sequence protocol"),
        ("cv2.line(a,(2**31,2),(3,4),5)", "Can't parse 'pt1'. Sequence item with index 0 has a wrong type"),
        ("cv2.line(a,(1,2),(True,4),5)", "Can't parse 'pt2'. Sequence item with index 0 has a wrong type"),
        (
            "cv2.line(a,np.array([1.,2]),(3,4),5)",
            "Can't parse 'pt1'. Sequence item with index 0 has a wrong type",
        ),
        ("cv2.line(a,(1,2),(3,4),5,0)", "0 < thickness && thickness <= MAX_THICKNESS"),
        ("cv2.line(a,(1,2),(3,4),5,40000)", "0 < thickness && thickness <= MAX_THICKNESS"),
        ("cv2.line(a,(1,2),(3,4),5,2.0)", "Argument 'thickness' is required to be an integer"),
        ("cv2.line(a,(1,2),(3,4),5,1,3)", "connectivity == 8 || connectivity == 4"),
        ("cv2.line(a,(1,2),(3,4),5,1,8,17)", "0 <= shift && shift <= XY_SHIFT"),
        ("cv2.line(a,(1,2),(3,4))", "missing required argument 'color' (pos 4)"),
        ("cv2.line(a,(1,2),(3,4),'red')", "Scalar value for argument 'color' is not numeric"),
        ("cv2.line(a,(1,2),(3,4),(1,2,3,4,5))", "Scalar value for argument 'color' is longer than 4"),
        ("cv2.line(a,(1,2),(3,4),np.array([1,2,3]))", "Scalar value for argument 'color' is not numeric"),
        ("cv2.line([[1,2]],(1,2),(3,4),5)", "img is not a numpy array, neither a scalar"),
        ("cv2.line(a[:,::-1],(1,2),(3,4),5)", "Layout of the output array img is incompatible with cv::Mat"),
        ("cv2.line(a[:,:,0],(1,2),(3,4),5)", "Layout of the output array img is incompatible with cv::Mat"),
        (
            "cv2.line(a[:,:,::-1],(1,2),(3,4),5)",
            "Layout of the output array img is incompatible with cv::Mat",
        ),
        (
            "cv2.line(a.astype(int),(1,2),(3,4),5)",
            "Layout of the output array img is incompatible with cv::Mat",
        ),
        ("cv2.line(a>0,(1,2),(3,4),5)", "img data type = bool is not supported"),
        ("cv2.line(a[:0],(1,2),(3,4),5)", "Layout of the output array img is incompatible with cv::Mat"),
        ("cv2.circle(a,(1,2),-1,5)", "radius >= 0"),
        ("cv2.circle(a,(1,2),1.5,5)", "Argument 'radius' is required to be an integer"),
        ("cv2.rectangle(a,(1,2),(3,4),5,40000)", "thickness <= MAX_THICKNESS"),
        ("cv2.ellipse(a,(2,2),(-1,2),0,0,360,5)", "axes.width >= 0"),
        ("cv2.ellipse(a,((1,2),(3,)),5)", "ellipse"),
        (
            "cv2.polylines(a,[[(1,2),(3,4)]],True,5)",
            "Can't parse 'pts'. Sequence item with index 0 has a wrong type",
        ),
        ("cv2.polylines(a,np.array([[1,2],[3,4]]),True,5)", "p.checkVector(2, CV_32S) >= 0"),
        ("cv2.fillPoly(a,[np.array([[1,2],[3,4.]])],5)", "p.checkVector(2, CV_32S) > 0"),
        ("cv2.fillPoly(a,[np.zeros((0,2),np.int32)],5)", "p.checkVector(2, CV_32S) > 0"),
        ("cv2.fillPoly(a,5,5)", "Can't parse 'pts'. Input argument doesn't provide sequence protocol"),
        ("cv2.fillConvexPoly(a,[(1,2),(3,4)],5)", "points is not a numpy array, neither a scalar"),
        ("cv2.drawContours(a,[np.zeros((3,2),np.int32)],4,5)", "0 <= i && i < (int)v.size()"),
        ("cv2.drawContours(a,[np.zeros((3,3),np.int32)],0,5)", "npoints > 0"),
        ("cv2.putText(a,5,(0,0),0,1,5)", "Can't convert object to 'str' for 'text'"),
        ("cv2.putText(a,'x',(1,2),9,1,5)", "Unknown font type"),
        ("cv2.putText(a,'x',(1,2),0,1,5,-1)", "thickness >= 0"),
        ("cv2.ellipse2Poly((2,2),(1,2),0,0,360,0)", "0 < delta && delta <= 180"),
        ("cv2.imwrite('x.foo',a)", "could not find a writer for the specified extension"),
        ("cv2.imwrite('x.png',None)", "!_img.empty()"),
        ("cv2.imwrite('x.png',a[:,:,:2])", "image.channels() == 1"),
        ("cv2.imread(5)", "Expected 'filename' to be a str or path-like object"),
        ("cv2.imencode('png',a)", "could not find encoder for the specified extension"),
        ("cv2.imdecode(np.zeros(0,np.uint8),1)", "!buf.empty()"),
    ];
    for (source, message) in cases {
        let error = run(source).error.unwrap_or_else(|| panic!("{source}: no error"));
        assert_eq!((&*error.kind, error.line), ("cv2.error", 4), "{source}: {error}");
        assert!(error.message.contains(message), "{source}: {}", error.message);
    }
}

#[test]
fn what_opencv_lets_pass_passes() {
    let cases = [
        "assert cv2.line(a,(1,2),(3,4),5) is a",
        "assert cv2.line(None,(1,2),(3,4),5) is None",
        "cv2.line(a,np.array([1,2]),[np.int64(3),np.uint8(4)],(np.float64(3),True))",
        "cv2.line(np.zeros((30,40,2),np.uint8),(1,2),(3,4),5)",
        "b=np.zeros(9,np.uint8)\ncv2.line(b,(0,1),(0,7),5)\nassert b.tolist()==[0,5,5,5,5,5,5,5,0]",
        "cv2.line(a,(1,2),(3,4),(float('nan'),float('inf'),-1e300))",
        "cv2.polylines(a,[],True,5)\ncv2.polylines(a,[np.zeros((0,2),np.int32)],True,5)\ncv2.drawContours(a,[],-1,5)",
        "cv2.fillConvexPoly(a,np.zeros((0,2),np.int32),5)\ncv2.fillPoly(a,[],5)",
        "assert cv2.imread('/nope.png') is None\nassert cv2.imdecode(np.zeros(4,np.uint8),1) is None",
        "assert cv2.getTextSize('hi',0,1,2)==((29,22),10)\nassert cv2.getTextSize('a\u{e9}\u{416}x',3,1,1)==((90,22),10)",
        "assert cv2.imwrite('x.png',a) is True\nassert cv2.imread('x.png').shape==(30,40,3)",
        "assert cv2.imread(image_path,0).shape==(30,40)\nassert cv2.imread(image_path,-1).shape==(30,40,3)",
        "cv2.imshow('w',a)\nassert cv2.waitKey(0)==-1\ncv2.destroyAllWindows()",
    ];
    for source in cases {
        let execution = run(source);
        assert!(execution.error.is_none(), "{source}: {:?}", execution.error);
    }
}

#[test]
fn monsters_end_soon() {
    let cases = [
        "cv2.line(a,(-2**31,-2**31),(2**31-1,2**31-1),5,32767,16)",
        "cv2.line(a,(-2**31,5),(2**31-1,2**31-1),5,9,8,16)",
        "cv2.line(a,(-2**31,5),(2**31-1,2**31-1),5,1,16,1)",
        "cv2.arrowedLine(a,(-2**31,5),(2**31-1,2**31-1),5,9,tipLength=1e300)",
        "cv2.arrowedLine(a,(1,5),(20,9),5,9,tipLength=float('nan'))",
        "cv2.rectangle(a,(-2**31,-2**31),(2**31-1,2**31-1),5,-1,16)\ncv2.rectangle(a,(-2**31,-2**31),(2**31-1,2**31-1),5,32767)",
        "cv2.rectangle(a,(-2**31,-2**31,2**31-1,2**31-1),5,9)",
        "cv2.circle(a,(2**31-1,-2**31),2**31-1,5,-1)\ncv2.circle(a,(5,-2**31),2**31-1,5,1)\ncv2.circle(a,(5,5),2**31-1,5,32767,16)",
        "cv2.circle(a,(5,5),2**31-1,5,3,16,16)",
        "cv2.ellipse(a,(2**31-1,5),(2**31-1,2**31-1),1e300,-1e300,1e300,5,-1,16,0)",
        "cv2.ellipse(a,((1e300,float('nan')),(1e300,float('inf')),float('nan')),5,-1)",
        "cv2.ellipse2Poly((2**31-1,2**31-1),(2**31-1,2**31-1),-2**31,-2**31,2**31-1,1)",
        "p=np.array([[i*7919%4001-2000,i*104729%3001-1500] for i in range(3000)],np.int32)\ncv2.fillPoly(a,[p],5,16)",
        "p=np.random.default_rng(1).integers(-2**31,2**31-1,(2000,2)).astype(np.int32)\ncv2.fillPoly(a,[p],5)\ncv2.polylines(a,[p],True,5,9,16)",
        "p=np.random.default_rng(1).integers(-2**31,2**31-1,(2000,2)).astype(np.int32)\ncv2.fillConvexPoly(a,p,5,16,16)",
        "p=np.array([[5,-2**31],[2**31-1,2**31-1],[-2**31,2**31-1]],np.int32)\ncv2.fillConvexPoly(a,p,5)\ncv2.fillPoly(a,[p,p],5,offset=(2**31-1,-2**31))",
        "cv2.drawContours(a,[np.zeros((3,2),np.int32)]*3,-1,5,hierarchy=np.zeros((1,3,4),np.int32))",
        "cv2.drawContours(a,[np.zeros((3,2),np.int32)]*3,1,5,-1,8,np.full((1,3,4),2**31-1,np.int32),-2**31)",
        "cv2.putText(a,'x'*10**6,(0,20),0,1,5)",
        "cv2.putText(a,'xyz\\n\\0\u{1f600}',(2**31-1,-2**31),7,1e300,5,32767,16)",
        "cv2.putText(a,'xyz',(0,0),7,float('nan'),5,3,16)\ncv2.putText(a,'xyz',(0,0),7,-1e9,5,3,16)",
        "cv2.drawMarker(a,(2**31-1,-2**31),5,2,2**31-1,32767,16)",
        "for i in range(10**7):\n  a[i%30,i%40]=i%256\n  cv2.line(a,(0,0),(9,9),5)",
        "b=np.zeros((2000,2000,3),np.uint8)\nfor i in range(10**5):\n  b[i%2000]=i%256\n  b[-1]=9\n  cv2.line(b,(0,0),(9,9),5)",
        "for i in range(10**6): cv2.imwrite(str(i)+'.png',a)",
        "b=np.zeros((1,16000000),np.uint8)\ncv2.line(b,(0,0),(15999999,0),5)\nb=np.zeros((16000000,1),np.uint8)\ncv2.circle(b,(0,0),20000,5,9)",
        "cv2.clipLine((-2**31,-2**31,2**31-1,2**31-1),(-2**31,2**31-1),(2**31-1,-2**31))",
    ];
    for source in cases {
        // A case that does not end shows as the runner's slow test.
        let limits = Limits { fuel: 10_000_000, ..Limits::default() };
        if let Some(error) = run_within(source, limits).error {
            assert_ne!(error.kind, "SystemError", "{source}: {error}");
        }
    }
}

fn number() -> impl Strategy<Value = f32> {
    prop_oneof![
        -60.0_f32..100.0,
        (-60..100_i32).prop_map(|value| value as f32),
        Just(f32::MAX),
        Just(f32::MIN),
        Just(f32::NAN),
        Just(f32::INFINITY),
        Just(-2_147_483_648.0),
        Just(2_147_483_648.0),
    ]
}

proptest! {
    /// Operations may come from a file: drawing them must never panic, whatever they hold.
    #[test]
    fn any_operation_can_be_replayed(
        a in prop::array::uniform4(number()),
        b in prop::array::uniform4(number()),
        width in number(),
        (fill, color) in any::<(Option<[u8; 4]>, [u8; 4])>(),
        (line_type, shift, angle, mirrored) in any::<(u8, u8, i32, [bool; 2])>(),
        (face, thickness, flipped) in any::<(u8, u16, bool)>(),
        part in any::<Option<[u32; 4]>>(),
        rings in prop::collection::vec(0_u32..9, 0..3),
        text in "\\PC{0,8}",
    ) {
        let outline = Some(color);
        let (start, end) = (b[0], b[1]);
        let points = vec![[a[0], a[1]], [a[2], a[3]], [b[0], b[1]], [b[2], b[3]]];
        let kinds = [
            DrawKind::Line { points: points.clone(), color, width },
            DrawKind::Polygon { points, fill, outline, width },
            DrawKind::Rectangle { bbox: a, fill, outline, width, radius: b[0], corners: [true; 4] },
            DrawKind::Ellipse { bbox: a, fill, outline, width },
            DrawKind::Arc { bbox: a, start, end, color, width },
            DrawKind::Pieslice { bbox: a, start, end, fill, outline, width },
            DrawKind::Text {
                position: [a[0], a[1]], bbox: a, text: text.clone(), size: b[2], color,
                style: TextStyle::default(),
            },
            DrawKind::Bitmap { at: [i32::MIN, i32::MAX], size: [3, 4], png: text },
        ];
        let base = RgbaImage::from_pixel(40, 30, image::Rgba([255; 4]));
        for method in [CvMethod::General, CvMethod::Midpoint, CvMethod::Convex] {
            let lettering = Some(CvLettering { face, thickness, flipped });
            let pen = CvPen { line_type, shift, angle, method, rings: rings.clone(), lettering, mirrored, part };
            let op = |kind: &DrawKind| DrawOp {
                canvas: CanvasId(0), line: 1, kind: kind.clone(), opencv: Some(Box::new(pen.clone())),
            };
            replay(&base, &kinds.iter().map(op).collect::<Vec<_>>(), CanvasId(0));
        }
    }
}
