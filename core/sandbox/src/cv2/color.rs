//! `cvtColor`.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::fault::{assertion, bad_argument};
use crate::Mode;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::color::{self, YCRCB, YUV};
use crate::imgproc::{Mat, lab, saturate};
use crate::numpy::picture::Order;
use crate::raster::Transform;

pub(super) static ALL: &[NativeFn] = &[NativeFn { name: "cvtColor", call: cvt_color }];

/// The colour spaces besides blue-green-red and grey.
#[derive(Clone, Copy, PartialEq)]
enum Space {
    Xyz,
    YCrCb,
    Yuv,
    /// Hue, saturation, value; whether a turn is 256 steps.
    Hsv(bool),
    Hls(bool),
    /// Whether sRGB's curve is between.
    Lab(bool),
    Luv(bool),
}

/// What a code asks for.
#[derive(Clone, Copy)]
enum Change {
    /// Channels given and wanted; whether the first and third are exchanged.
    Channels(usize, usize, bool),
    ToGrey(usize, bool),
    FromGrey(usize),
    /// Whether red comes first in the picture.
    To(Space, bool),
    From(Space, bool),
}

use Change::{Channels, From, FromGrey, To, ToGrey};
use Space::{Hls, Hsv, Lab, Luv, Xyz, YCrCb, Yuv};

fn change(code: i64) -> Option<Change> {
    let red_first = code % 2 == 1;
    Some(match code {
        0 => Channels(3, 4, false),
        1 => Channels(4, 3, false),
        2 => Channels(3, 4, true),
        3 => Channels(4, 3, true),
        4 => Channels(3, 3, true),
        5 => Channels(4, 4, true),
        6 | 7 => ToGrey(3, red_first),
        8 => FromGrey(3),
        9 => FromGrey(4),
        10 | 11 => ToGrey(4, red_first),
        32 | 33 => To(Xyz, red_first),
        34 | 35 => From(Xyz, red_first),
        36 | 37 => To(YCrCb, red_first),
        38 | 39 => From(YCrCb, red_first),
        40 | 41 => To(Hsv(false), red_first),
        44 | 45 => To(Lab(true), red_first),
        50 | 51 => To(Luv(true), red_first),
        52 | 53 => To(Hls(false), red_first),
        54 | 55 => From(Hsv(false), red_first),
        56 | 57 => From(Lab(true), red_first),
        58 | 59 => From(Luv(true), red_first),
        60 | 61 => From(Hls(false), red_first),
        66 | 67 => To(Hsv(true), red_first),
        68 | 69 => To(Hls(true), red_first),
        70 | 71 => From(Hsv(true), red_first),
        72 | 73 => From(Hls(true), red_first),
        74 | 75 => To(Lab(false), red_first),
        76 | 77 => To(Luv(false), red_first),
        78 | 79 => From(Lab(false), red_first),
        80 | 81 => From(Luv(false), red_first),
        82 | 83 => To(Yuv, red_first),
        84 | 85 => From(Yuv, red_first),
        _ => return None,
    })
}

fn cvt_color(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("cvtColor", args, ["src", "code", "dst", "dstCn", "hint"], 2)?;
    let src = call.matrix(ctx, 0)?;
    let code = call.int(1, 0)?;
    let Some(change) = change(code) else {
        if (0..160).contains(&code) {
            return Err(crate::eval::fault::Fault::not_provided(format!("cv2.cvtColor with code {code}")));
        }
        return Err(bad_argument(call.function, "Unknown/unsupported color conversion code"));
    };
    let [rows, cols, channels] = arrays::sides(&src, call.function)?;
    if rows * cols == 0 {
        return Err(assertion(call.function, "!_src.empty()"));
    }
    let wanted: &[usize] = match change {
        FromGrey(_) => &[1],
        To(..) | From(..) => &[3, 4],
        Channels(3, ..) | ToGrey(3, _) | Channels(4, ..) | ToGrey(4, _) => &[3, 4],
        _ => &[],
    };
    if !wanted.contains(&channels) {
        let message = format!(
            "Invalid number of channels in input image: 'VScn::contains(scn)' where 'scn' is {channels}"
        );
        return Err(super::fault::raise(-15, "Bad number of channels", call.function, &message));
    }
    let out = match (change, call.int(3, 0)?) {
        (From(..), 4) => 4,
        (From(..), 0 | 3) => 3,
        (From(..), _) => return Err(bad_argument(call.function, "dstCn")),
        _ => 3,
    };
    ctx.burn((rows * cols) as u64 / 2 + 1)?;
    let result = match src.dtype {
        DType::UInt8 => bytes(ctx, &src, change, out)?,
        DType::UInt16 if matches!(change, Channels(..) | FromGrey(_) | ToGrey(..)) => {
            let made = floats(ctx, &src, change, out)?;
            made.cast(ctx, DType::UInt16)?
        }
        DType::Float32 => floats(ctx, &src, change, out)?,
        _ => {
            let message = format!(
                "Unsupported depth of input image: 'VDepth::contains(depth)' where 'depth' is {}",
                src.dtype.name()
            );
            return Err(super::fault::raise(-17, "Bad depth", call.function, &message));
        }
    };
    // The record can make some of the results from the picture that it knows.
    match change {
        Channels(3, 3, true) => crate::numpy::inherit(ctx, &src, &result, Transform::Copy, true)?,
        ToGrey(3, red_first) if crate::numpy::order_of(&src) == Some(order(red_first)) => {
            crate::numpy::inherit(ctx, &src, &result, Transform::Grey, false)?;
        }
        FromGrey(3) => {
            crate::numpy::inherit(ctx, &src, &result, Transform::Convert(Mode::Rgb), false)?;
        }
        _ => {}
    }
    arrays::deliver(ctx, result, call.get(2))
}

fn order(red_first: bool) -> Order {
    if red_first { Order::Rgb } else { Order::Bgr }
}

/// Applies a change of three channels; a fourth of the result is opaque.
fn pixels<T: Copy + Default + PartialEq>(
    src: &Mat<T>,
    out: usize,
    swap: [bool; 2],
    opaque: T,
    change: &dyn Fn([T; 3]) -> [T; 3],
) -> Mat<T> {
    let mut data = Vec::with_capacity(src.rows * src.cols * out);
    let mut last = None;
    for pixel in src.data.chunks_exact(src.channels) {
        let mut own = [pixel[0], pixel[1], pixel[2]];
        if swap[0] {
            own.reverse();
        }
        // Neighbours are often alike.
        let made = match last {
            Some((before, made)) if before == own => made,
            _ => {
                let mut made = change(own);
                if swap[1] {
                    made.reverse();
                }
                made
            }
        };
        last = Some((own, made));
        data.extend_from_slice(&made);
        if out == 4 {
            data.push(opaque);
        }
    }
    Mat::new(src.rows, src.cols, out, data)
}

/// Changes that only move channels.
fn moved<T: Copy + Default>(src: &Mat<T>, out: usize, swap: bool, opaque: T) -> Mat<T> {
    let mut data = Vec::with_capacity(src.rows * src.cols * out);
    for pixel in src.data.chunks_exact(src.channels) {
        let own = match *pixel {
            [grey] => [grey; 3],
            [a, b, c, ..] if swap => [c, b, a],
            [a, b, c, ..] => [a, b, c],
            _ => continue,
        };
        data.extend_from_slice(&own);
        if out == 4 {
            data.push(pixel.get(3).copied().unwrap_or(opaque));
        }
    }
    Mat::new(src.rows, src.cols, out, data)
}

fn bytes(ctx: &mut Ctx, src: &Array, change: Change, out: usize) -> PyResult<Array> {
    let src = arrays::load::<u8>(ctx, src, "cvtColor")?;
    let _held = ctx.charge(src.rows * src.cols * 4)?;
    let made = match change {
        Channels(_, out, swap) => moved(&src, out, swap, 255),
        FromGrey(out) => moved(&src, out, false, 255),
        ToGrey(_, red_first) => {
            let grey = src
                .data
                .chunks_exact(src.channels)
                .map(|p| color::grey(if red_first { [p[2], p[1], p[0]] } else { [p[0], p[1], p[2]] }));
            Mat::new(src.rows, src.cols, 1, grey.collect())
        }
        To(space, red_first) => pixels(&src, 3, [red_first, false], 255, &*byte_to(space)),
        From(space, red_first) => pixels(&src, out, [false, red_first], 255, &*byte_from(space)),
    };
    arrays::store(ctx, made)
}

type OfBytes = Box<dyn Fn([u8; 3]) -> [u8; 3]>;

fn unit(pixel: [u8; 3]) -> [f32; 3] {
    pixel.map(|value| f32::from(value) * (1.0 / 255.0))
}

fn whole(pixel: [f64; 3]) -> [u8; 3] {
    pixel.map(|value| saturate(value * 255.0))
}

fn byte_to(space: Space) -> OfBytes {
    match space {
        YCrCb => Box::new(|p| YCRCB.from_bgr(p)),
        Yuv => Box::new(|p| {
            let [y, v, u] = YUV.from_bgr(p);
            [y, u, v]
        }),
        Hsv(full) => Box::new(move |p| color::hsv(p, if full { 256 } else { 180 })),
        Hls(full) => Box::new(move |p| {
            let [h, l, s] = color::hls(unit(p), if full { 255.0 } else { 180.0 });
            [saturate(h.into()), saturate(f64::from(l * 255.0)), saturate(f64::from(s * 255.0))]
        }),
        Lab(curve) => {
            let tables = lab::ByteLab::new(curve);
            Box::new(move |p| tables.convert(p))
        }
        Luv(curve) => Box::new(move |p| {
            let [l, u, v] = lab::luv(unit(p).map(f64::from), curve);
            [l * 2.55, (u + 134.0) * 255.0 / 354.0, (v + 140.0) * 255.0 / 262.0].map(saturate)
        }),
        Xyz => Box::new(|p| lab::xyz(p.map(f64::from)).map(saturate)),
    }
}

fn byte_from(space: Space) -> OfBytes {
    match space {
        YCrCb => Box::new(|p| YCRCB.to_bgr(p)),
        Yuv => Box::new(|[y, u, v]| YUV.to_bgr([y, v, u])),
        Hsv(full) => Box::new(move |[h, s, v]| {
            let pixel = [f32::from(h), f32::from(s) * (1.0 / 255.0), f32::from(v) * (1.0 / 255.0)];
            let range = if full { 255.0 } else { 180.0 };
            // OpenCV rounds the full range and cuts the other off.
            color::from_hsv(pixel, range).map(|value| {
                saturate(f64::from((value * 255.0).floor()).max(0.0)).max(if full {
                    saturate(f64::from(value * 255.0))
                } else {
                    0
                })
            })
        }),
        Hls(full) => Box::new(move |[h, l, s]| {
            let pixel = [f32::from(h), f32::from(l) * (1.0 / 255.0), f32::from(s) * (1.0 / 255.0)];
            color::from_hls(pixel, if full { 255.0 } else { 180.0 })
                .map(|value| saturate(f64::from(value * 255.0)))
        }),
        Lab(curve) => Box::new(move |[l, a, b]| {
            let pixel = [f64::from(l) * 100.0 / 255.0, f64::from(a) - 128.0, f64::from(b) - 128.0];
            whole(lab::from_lab(pixel, curve))
        }),
        Luv(curve) => Box::new(move |[l, u, v]| {
            let pixel = [
                f64::from(l) / 2.55,
                f64::from(u) * 354.0 / 255.0 - 134.0,
                f64::from(v) * 262.0 / 255.0 - 140.0,
            ];
            whole(lab::from_luv(pixel, curve))
        }),
        Xyz => Box::new(|p| lab::from_xyz(p.map(f64::from)).map(saturate)),
    }
}

fn floats(ctx: &mut Ctx, src: &Array, change: Change, out: usize) -> PyResult<Array> {
    let opaque = if src.dtype == DType::UInt16 { 65535.0 } else { 1.0 };
    let round = src.dtype == DType::UInt16;
    let src = arrays::load::<f32>(ctx, src, "cvtColor")?;
    let _held = ctx.charge(src.rows * src.cols * 16)?;
    let made = match change {
        Channels(_, out, swap) => moved(&src, out, swap, opaque),
        FromGrey(out) => moved(&src, out, false, opaque),
        ToGrey(_, red_first) => {
            let grey = src.data.chunks_exact(src.channels).map(|p| {
                let (b, r) = if red_first { (p[2], p[0]) } else { (p[0], p[2]) };
                let grey = b * 0.114 + p[1] * 0.587 + r * 0.299;
                if round { crate::imgproc::round(grey.into()) as f32 } else { grey }
            });
            Mat::new(src.rows, src.cols, 1, grey.collect())
        }
        To(space, red_first) => pixels(&src, 3, [red_first, false], opaque, &|p| float_to(space, p)),
        From(space, red_first) => pixels(&src, out, [false, red_first], opaque, &|p| float_from(space, p)),
    };
    arrays::store(ctx, made)
}

fn float_to(space: Space, p: [f32; 3]) -> [f32; 3] {
    let [b, g, r] = p;
    let luma = b * 0.114 + g * 0.587 + r * 0.299;
    let wide = p.map(f64::from);
    match space {
        YCrCb => [luma, (r - luma) * 0.713 + 0.5, (b - luma) * 0.564 + 0.5],
        Yuv => [luma, (b - luma) * 0.492 + 0.5, (r - luma) * 0.877 + 0.5],
        Hsv(_) => color::hsv_of_floats(p, 360.0),
        Hls(_) => color::hls(p, 360.0),
        Lab(curve) => lab::lab(wide, curve).map(|v| v as f32),
        Luv(curve) => lab::luv(wide, curve).map(|v| v as f32),
        Xyz => lab::xyz(wide).map(|v| v as f32),
    }
}

fn float_from(space: Space, p: [f32; 3]) -> [f32; 3] {
    let wide = p.map(f64::from);
    match space {
        YCrCb => {
            let [y, cr, cb] = [p[0], p[1] - 0.5, p[2] - 0.5];
            [y + 1.773 * cb, y - 0.714 * cr - 0.344 * cb, y + 1.403 * cr]
        }
        Yuv => {
            let [y, u, v] = [p[0], p[1] - 0.5, p[2] - 0.5];
            [y + 2.032 * u, y - 0.395 * u - 0.581 * v, y + 1.14 * v]
        }
        Hsv(_) => color::from_hsv(p, 360.0),
        Hls(_) => color::from_hls(p, 360.0),
        Lab(curve) => lab::from_lab(wide, curve).map(|v| v as f32),
        Luv(curve) => lab::from_luv(wide, curve).map(|v| v as f32),
        Xyz => lab::from_xyz(wide).map(|v| v as f32),
    }
}
