//! Lines, rectangles, circles, ellipses and markers.

use super::arguments::{Call, number};
use super::arrays::DType;
use super::fault::{assertion, unparsable};
use super::shape_arguments::{MOST, Style, pair};
use super::stroke::{Target, UNSET, pixel};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::numpy::Array;
use crate::raster::opencv;
use crate::{CvMethod, CvPen, DrawKind};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "line", call: line },
    NativeFn { name: "arrowedLine", call: arrowed_line },
    NativeFn { name: "rectangle", call: rectangle },
    NativeFn { name: "circle", call: circle },
    NativeFn { name: "ellipse", call: ellipse },
    NativeFn { name: "drawMarker", call: draw_marker },
    NativeFn { name: "ellipse2Poly", call: ellipse_to_poly },
    NativeFn { name: "clipLine", call: clip_line },
];

/// The image that was drawn on, which all functions return.
fn image<const N: usize>(call: &Call<N>) -> Value {
    call.get(0).cloned().unwrap_or(Value::None)
}

/// Rounds to the nearest `i32`, halves to even.
fn round(value: f64) -> i64 {
    value.round_ties_even().clamp(f64::from(i32::MIN), f64::from(i32::MAX)) as i64
}

fn stroke(ctx: &mut Ctx, target: &Target, style: &Style, ends: [[i64; 2]; 2]) -> PyResult<()> {
    let points = ends.map(|point| point.map(|side| pixel(side, style.shift))).to_vec();
    let kind = DrawKind::Line { points, color: [0; 4], width: style.thickness as f32 };
    target.draw(ctx, style, kind, CvPen::default())
}

fn line(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["img", "pt1", "pt2", "color", "thickness", "lineType", "shift"];
    let call = Call::new("line", args, names, 4)?;
    let ends = [call.whole(ctx, 1)?, call.whole(ctx, 2)?];
    let color = call.color(ctx, 3)?;
    let style =
        Style { color, thickness: call.int(4, 1)?, line_type: call.int(5, 8)?, shift: call.int(6, 0)? };
    style.check_line("line", 1)?;
    if let Some(target) = Target::of(&call)? {
        stroke(ctx, &target, &style, ends)?;
    }
    Ok(image(&call))
}

fn arrowed_line(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["img", "pt1", "pt2", "color", "thickness", "line_type", "shift", "tipLength"];
    let call = Call::new("arrowedLine", args, names, 4)?;
    let [from, to]: [[i64; 2]; 2] = [call.whole(ctx, 1)?, call.whole(ctx, 2)?];
    let color = call.color(ctx, 3)?;
    let style =
        Style { color, thickness: call.int(4, 1)?, line_type: call.int(5, 8)?, shift: call.int(6, 0)? };
    let share = call.real(7, 0.1)?;
    style.check_line("line", 1)?;
    let Some(target) = Target::of(&call)? else { return Ok(Value::None) };
    stroke(ctx, &target, &style, [from, to])?;
    let [dx, dy] = [0, 1].map(|axis| (from[axis] - to[axis]) as f64);
    let length = (dx * dx + dy * dy).sqrt() * share;
    let angle = libm::atan2(dy, dx);
    for turn in [angle + std::f64::consts::FRAC_PI_4, angle - std::f64::consts::FRAC_PI_4] {
        let x = round(to[0] as f64 + length * libm::cos(turn));
        let y = round(to[1] as f64 + length * libm::sin(turn));
        stroke(ctx, &target, &style, [[x, y], to])?;
    }
    Ok(image(&call))
}

/// The fill and outline of a shape: a negative thickness fills.
fn paint(thickness: i64) -> (Option<crate::Rgba>, Option<crate::Rgba>, f32) {
    if thickness < 0 { (UNSET, None, 1.0) } else { (None, UNSET, thickness.max(1) as f32) }
}

fn rectangle(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    // The second form takes a rectangle instead of two corners: then the third argument is the colour.
    let by_corners = args.keyword.iter().any(|(name, _)| matches!(&***name, "pt1" | "pt2"));
    let second = args.positional.get(1);
    let items = |value: &Value| match value {
        Value::List(_) | Value::Tuple(_) => value.as_sequence().map_or(0, |items| items.len()),
        value => super::arrays::given(value).map_or(0, |array| array.size()),
    };
    let by_sides = args.keyword.iter().any(|(name, _)| &***name == "rec")
        || (!by_corners && second.is_some_and(|value| items(value) == 4));
    let (ends, color, rest, call): ([[i64; 2]; 2], _, _, Value);
    if by_sides {
        let names = ["img", "rec", "color", "thickness", "lineType", "shift"];
        let form = Call::new("rectangle", args, names, 3)?;
        let sides: [i64; 4] = form.whole(ctx, 1)?;
        color = form.color(ctx, 2)?;
        rest = [form.int(3, 1)?, form.int(4, 8)?, form.int(5, 0)?];
        let target = Target::of(&form)?;
        call = image(&form);
        let style = Style { color, thickness: rest[0], line_type: rest[1], shift: rest[2] };
        check_area(&style, "rectangle")?;
        let Some(target) = target else { return Ok(call) };
        let Some(found) = corners(sides, target.size, style.shift) else { return Ok(call) };
        ends = found;
        bounded(ctx, &target, &style, ends)?;
        return Ok(call);
    }
    let names = ["img", "pt1", "pt2", "color", "thickness", "lineType", "shift"];
    let form = Call::new("rectangle", args, names, 4)?;
    ends = [form.whole(ctx, 1)?, form.whole(ctx, 2)?];
    color = form.color(ctx, 3)?;
    let style =
        Style { color, thickness: form.int(4, 1)?, line_type: form.int(5, 8)?, shift: form.int(6, 0)? };
    check_area(&style, "rectangle")?;
    if let Some(target) = Target::of(&form)? {
        bounded(ctx, &target, &style, ends)?;
    }
    Ok(image(&form))
}

fn check_area(style: &Style, function: &str) -> PyResult<()> {
    if style.thickness > MOST {
        return Err(assertion(function, "thickness <= MAX_THICKNESS"));
    }
    style.check(function, style.thickness != 1 && style.thickness != 0)
}

/// The corners of a rectangle given by its sides, cut to just around the image; `None` if it is empty.
fn corners([x, y, width, height]: [i64; 4], size: [usize; 2], shift: i64) -> Option<[[i64; 2]; 2]> {
    let one = 1 << shift;
    let cut = |start: i64, length: i64, side: usize| {
        let (low, high) = (start.max(-one), (start + length).min((side as i64 + 1) << shift));
        (low, high)
    };
    let (x, y) = (cut(x, width, size[0]), cut(y, height, size[1]));
    let empty = width <= 0 || height <= 0 || x.1 <= x.0 || y.1 <= y.0;
    (!empty).then_some([[x.0, y.0], [x.1 - one, y.1 - one]])
}

fn bounded(ctx: &mut Ctx, target: &Target, style: &Style, [a, b]: [[i64; 2]; 2]) -> PyResult<()> {
    let side = |value: i64| pixel(value, style.shift);
    let (low, high) = ([0, 1].map(|axis| a[axis].min(b[axis])), [0, 1].map(|axis| a[axis].max(b[axis])));
    let bbox = [side(low[0]), side(low[1]), side(high[0]), side(high[1])];
    let (fill, outline, width) = paint(style.thickness);
    let kind = DrawKind::Rectangle { bbox, fill, outline, width, radius: 0.0, corners: [true; 4] };
    let mirrored = [0, 1].map(|axis| a[axis] > b[axis]);
    target.draw(ctx, style, kind, CvPen { mirrored, ..CvPen::default() })
}

fn circle(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["img", "center", "radius", "color", "thickness", "lineType", "shift"];
    let call = Call::new("circle", args, names, 4)?;
    let [x, y]: [i64; 2] = call.whole(ctx, 1)?;
    let radius = call.need(2).and_then(|_| call.int(2, 0))?;
    let color = call.color(ctx, 3)?;
    let style =
        Style { color, thickness: call.int(4, 1)?, line_type: call.int(5, 8)?, shift: call.int(6, 0)? };
    let holds = radius >= 0 && style.thickness <= MOST && (0..=16).contains(&style.shift);
    let condition = "radius >= 0 && thickness <= MAX_THICKNESS && 0 <= shift && shift <= XY_SHIFT";
    call.assert(holds, condition)?;
    let Some(target) = Target::of(&call)? else { return Ok(Value::None) };
    let side = |value: i64| pixel(value, style.shift);
    let bbox = [side(x - radius), side(y - radius), side(x + radius), side(y + radius)];
    let (fill, outline, width) = paint(style.thickness);
    let midpoint = style.thickness <= 1 && target.line_type(style.line_type) == 8 && style.shift == 0;
    let method = if midpoint { CvMethod::Midpoint } else { CvMethod::General };
    let kind = DrawKind::Ellipse { bbox, fill, outline, width };
    target.draw(ctx, &style, kind, CvPen { method, ..CvPen::default() })?;
    Ok(image(&call))
}

fn ellipse(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    // The second form takes a rotated rectangle: centre, sides, angle.
    let named = args.keyword.iter().any(|(name, _)| &***name == "box");
    let nested = args.positional.get(1).and_then(Value::as_sequence).is_some_and(|items| items.len() == 3);
    if named || nested {
        return rotated(ctx, args);
    }
    let names = [
        "img",
        "center",
        "axes",
        "angle",
        "startAngle",
        "endAngle",
        "color",
        "thickness",
        "lineType",
        "shift",
    ];
    let call = Call::new("ellipse", args, names, 7)?;
    let [x, y]: [i64; 2] = call.whole(ctx, 1)?;
    let [a, b]: [i64; 2] = call.whole(ctx, 2)?;
    let angles = [call.real(3, 0.0)?, call.real(4, 0.0)?, call.real(5, 0.0)?].map(round);
    let color = call.color(ctx, 6)?;
    let style =
        Style { color, thickness: call.int(7, 1)?, line_type: call.int(8, 8)?, shift: call.int(9, 0)? };
    let holds = a >= 0 && b >= 0 && style.thickness <= MOST && (0..=16).contains(&style.shift);
    let condition = "axes.width >= 0 && axes.height >= 0 && thickness <= MAX_THICKNESS && 0 <= shift && shift \
                     <= XY_SHIFT";
    call.assert(holds, condition)?;
    let Some(target) = Target::of(&call)? else { return Ok(Value::None) };
    let side = |value: i64| pixel(value, style.shift);
    let bbox = [side(x - a), side(y - b), side(x + a), side(y + b)];
    arc(ctx, &target, &style, bbox, angles)?;
    Ok(image(&call))
}

/// Draws an ellipse or a part of it: angles are those of the axes, of the start and of the end.
fn arc(
    ctx: &mut Ctx,
    target: &Target,
    style: &Style,
    bbox: [f32; 4],
    [angle, start, end]: [i64; 3],
) -> PyResult<()> {
    let (fill, outline, width) = paint(style.thickness);
    let kind = match (start, end, fill) {
        (0, 360, _) => DrawKind::Ellipse { bbox, fill, outline, width },
        (_, _, None) => DrawKind::Arc { bbox, start: start as f32, end: end as f32, color: [0; 4], width },
        _ => DrawKind::Pieslice { bbox, start: start as f32, end: end as f32, fill, outline, width },
    };
    let angle = angle.rem_euclid(360) as i32;
    target.draw(ctx, style, kind, CvPen { angle, ..CvPen::default() })
}

fn rotated(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("ellipse", args, ["img", "box", "color", "thickness", "lineType"], 3)?;
    let wrong = || unparsable("ellipse", "Can't parse 'box'. Input argument is not a RotatedRect");
    let parts = call.need(1)?.as_sequence().unwrap_or_default();
    let [center, sides, angle] = &parts[..] else { return Err(wrong()) };
    let [x, y] = pair(ctx, center)?.ok_or_else(wrong)?;
    let [width, height] = pair(ctx, sides)?.ok_or_else(wrong)?;
    let angle = number(angle).ok_or_else(wrong)?;
    let color = call.color(ctx, 2)?;
    let style = Style { color, thickness: call.int(3, 1)?, line_type: call.int(4, 8)?, shift: 0 };
    let holds = width >= 0.0 && height >= 0.0 && style.thickness <= MOST;
    call.assert(holds, "box.size.width >= 0 && box.size.height >= 0 && thickness <= MAX_THICKNESS")?;
    let Some(target) = Target::of(&call)? else { return Ok(Value::None) };
    let (a, b) = (width / 2.0, height / 2.0);
    let bbox = [x - a, y - b, x + a, y + b].map(|side| side.clamp(-1e9, 1e9) as f32);
    // A place that is no number is nowhere.
    let bbox = if bbox.iter().all(|side| side.is_finite()) { bbox } else { [-1e9; 4] };
    arc(ctx, &target, &style, bbox, [round(angle), 0, 360])?;
    Ok(image(&call))
}

fn draw_marker(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["img", "position", "color", "markerType", "markerSize", "thickness", "line_type"];
    let call = Call::new("drawMarker", args, names, 3)?;
    let [x, y]: [i64; 2] = call.whole(ctx, 1)?;
    let color = call.color(ctx, 2)?;
    let (form, half) = (call.int(3, 0)?, call.int(4, 20)? / 2);
    let style = Style { color, thickness: call.int(5, 1)?, line_type: call.int(6, 8)?, shift: 0 };
    style.check_line("line", 1)?;
    let Some(target) = Target::of(&call)? else { return Ok(Value::None) };
    let (left, right, top, bottom) = (x - half, x + half, y - half, y + half);
    let cross = [[[left, y], [right, y]], [[x, top], [x, bottom]]];
    let tilted = [[[left, top], [right, bottom]], [[right, top], [left, bottom]]];
    let lines = match form {
        1 => tilted.to_vec(),
        2 => [cross, tilted].concat(),
        3 => around(&[[x, top], [right, y], [x, bottom], [left, y]]),
        4 => around(&[[left, top], [right, top], [right, bottom], [left, bottom]]),
        5 => around(&[[left, bottom], [right, bottom], [x, top]]),
        6 => around(&[[left, top], [right, top], [x, bottom]]),
        _ => cross.to_vec(),
    };
    for ends in lines {
        stroke(ctx, &target, &style, ends)?;
    }
    Ok(image(&call))
}

/// The sides of a polygon.
fn around(corners: &[[i64; 2]]) -> Vec<[[i64; 2]; 2]> {
    (0..corners.len()).map(|i| [corners[i], corners[(i + 1) % corners.len()]]).collect()
}

fn ellipse_to_poly(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call =
        Call::new("ellipse2Poly", args, ["center", "axes", "angle", "arcStart", "arcEnd", "delta"], 6)?;
    let center: [i64; 2] = call.whole(ctx, 0)?;
    let axes: [i64; 2] = call.whole(ctx, 1)?;
    let [angle, start, end, delta] = [call.int(2, 0)?, call.int(3, 0)?, call.int(4, 0)?, call.int(5, 0)?];
    call.assert(0 < delta && delta <= 180, "0 < delta && delta <= 180")?;
    ctx.burn(400)?;
    let exact =
        opencv::arc(center.map(|side| side as f64), axes.map(|side| side as f64), angle, (start, end), delta);
    let mut points: Vec<[i64; 2]> = Vec::new();
    for point in exact {
        let point = point.map(round);
        if points.last() != Some(&point) {
            points.push(point);
        }
    }
    if points.len() == 1 {
        points = vec![center; 2];
    }
    Array::from_lane(ctx, DType::Int32, &[points.len(), 2], &points.concat())?.object(ctx)
}

fn clip_line(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("clipLine", args, ["imgRect", "pt1", "pt2"], 3)?;
    let [x, y, width, height]: [i64; 4] = call.whole(ctx, 0)?;
    let ends: [[i64; 2]; 2] = [call.whole(ctx, 1)?, call.whole(ctx, 2)?];
    let [a, b] = ends.map(|[px, py]| [px - x, py - y]);
    let (a, b, inside) = opencv::cut([width, height], a, b);
    let mut parts = vec![Value::Bool(inside)];
    for [px, py] in [a, b] {
        parts.push(ctx.tuple(vec![Value::Int(px + x), Value::Int(py + y)])?);
    }
    ctx.tuple(parts)
}
