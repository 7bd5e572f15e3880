//! Polygons and contours.

use super::arguments::Call;
use super::fault::assertion;
use super::shape_arguments::{MOST, Style, contours, points};
use super::stroke::{Target, UNSET, not_an_array, pixel};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::{CvMethod, CvPen, DrawKind};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "polylines", call: polylines },
    NativeFn { name: "fillPoly", call: fill_poly },
    NativeFn { name: "fillConvexPoly", call: fill_convex_poly },
    NativeFn { name: "drawContours", call: draw_contours },
];

/// Rings of more than these are recorded as one operation.
const APART: usize = 128;

type Ring = Vec<[i64; 2]>;

fn placed(ring: &[[i64; 2]], shift: i64) -> Vec<[f32; 2]> {
    ring.iter().map(|point| point.map(|side| pixel(side, shift))).collect()
}

fn polylines(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["img", "pts", "isClosed", "color", "thickness", "lineType", "shift"];
    let call = Call::new("polylines", args, names, 4)?;
    let rings = contours(ctx, &call, 1, "p.checkVector(2, CV_32S) >= 0")?;
    let closed = call.flag(ctx, 2, false)?;
    let color = call.color(ctx, 3)?;
    let style =
        Style { color, thickness: call.int(4, 1)?, line_type: call.int(5, 8)?, shift: call.int(6, 0)? };
    style.check_line("polylines", 0)?;
    if let Some(target) = Target::of(&call)? {
        for ring in rings {
            outline(ctx, &target, &style, &ring, closed)?;
        }
    }
    Ok(call.get(0).cloned().unwrap_or(Value::None))
}

/// Draws the sides of a ring in order, beginning with the one that closes it.
fn outline(ctx: &mut Ctx, target: &Target, style: &Style, ring: &[[i64; 2]], closed: bool) -> PyResult<()> {
    // A single point has a side to itself only if it is closed.
    if ring.is_empty() || (ring.len() == 1 && !closed) {
        return Ok(());
    }
    let points = placed(ring, style.shift);
    let width = style.thickness.max(1) as f32;
    let kind = if closed {
        DrawKind::Polygon { points, fill: None, outline: UNSET, width }
    } else {
        DrawKind::Line { points, color: [0; 4], width }
    };
    target.draw(ctx, style, kind, CvPen::default())
}

fn fill_poly(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("fillPoly", args, ["img", "pts", "color", "lineType", "shift", "offset"], 3)?;
    let condition = "p.checkVector(2, CV_32S) > 0";
    let rings = contours(ctx, &call, 1, condition)?;
    let color = call.color(ctx, 2)?;
    let style = Style { color, thickness: -1, line_type: call.int(3, 8)?, shift: call.int(4, 0)? };
    let offset = if call.has(5) { call.whole(ctx, 5)? } else { [0, 0] };
    call.assert(rings.iter().all(|ring| !ring.is_empty()), condition)?;
    style.check("fillPoly", false)?;
    if let Some(target) = Target::of(&call)? {
        fill(ctx, &target, &style, rings, offset)?;
    }
    Ok(call.get(0).cloned().unwrap_or(Value::None))
}

/// Fills rings by the even-odd rule. Rings that lie apart are operations of their own.
fn fill(
    ctx: &mut Ctx,
    target: &Target,
    style: &Style,
    mut rings: Vec<Ring>,
    [x, y]: [i64; 2],
) -> PyResult<()> {
    for point in rings.iter_mut().flatten() {
        *point = [point[0] + x, point[1] + y];
    }
    let groups: Vec<Vec<Ring>> = match rings.len() {
        0 => return Ok(()),
        count if count <= APART && apart(&rings, 1 << style.shift) => {
            rings.into_iter().map(|ring| vec![ring]).collect()
        }
        _ => vec![rings],
    };
    for group in groups {
        let counts = group.iter().map(|ring| ring.len() as u32).collect();
        let rings = if group.len() > 1 { counts } else { Vec::new() };
        let points = placed(&group.concat(), style.shift);
        let kind = DrawKind::Polygon { points, fill: UNSET, outline: None, width: 1.0 };
        target.draw(ctx, style, kind, CvPen { rings, ..CvPen::default() })?;
    }
    Ok(())
}

/// Whether no two boxes of rings come nearer than a few pixels of `one`.
fn apart(rings: &[Ring], one: i64) -> bool {
    let boxes: Vec<[[i64; 2]; 2]> = rings
        .iter()
        .map(|ring| {
            [0, 1].map(|axis| {
                let sides = || ring.iter().map(|point| point[axis]);
                [sides().min().unwrap_or(0) - 2 * one, sides().max().unwrap_or(0) + 2 * one]
            })
        })
        .collect();
    boxes.iter().enumerate().all(|(index, a)| {
        boxes[..index].iter().all(|b| (0..2).any(|axis| a[axis][1] < b[axis][0] || b[axis][1] < a[axis][0]))
    })
}

fn fill_convex_poly(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("fillConvexPoly", args, ["img", "points", "color", "lineType", "shift"], 3)?;
    let array = super::arrays::given(call.need(1)?).ok_or_else(|| not_an_array(call.function, "points"))?;
    let ring = points(ctx, &array, call.function, "points.checkVector(2, CV_32S) >= 0")?;
    let color = call.color(ctx, 2)?;
    let style = Style { color, thickness: -1, line_type: call.int(3, 8)?, shift: call.int(4, 0)? };
    style.check("fillConvexPoly", false)?;
    if let Some(target) = Target::of(&call)?
        && !ring.is_empty()
    {
        let points = placed(&ring, style.shift);
        let kind = DrawKind::Polygon { points, fill: UNSET, outline: None, width: 1.0 };
        target.draw(ctx, &style, kind, CvPen { method: CvMethod::Convex, ..CvPen::default() })?;
    }
    Ok(call.get(0).cloned().unwrap_or(Value::None))
}

fn draw_contours(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = [
        "image",
        "contours",
        "contourIdx",
        "color",
        "thickness",
        "lineType",
        "hierarchy",
        "maxLevel",
        "offset",
    ];
    let call = Call::new("drawContours", args, names, 4)?;
    let filled = call.int(4, 1)? < 0;
    let condition = if filled { "p.checkVector(2, CV_32S) > 0" } else { "npoints > 0" };
    let rings = contours(ctx, &call, 1, condition)?;
    let index = call.need(2).and_then(|_| call.int(2, -1))?;
    let color = call.color(ctx, 3)?;
    let style = Style { color, thickness: call.int(4, 1)?, line_type: call.int(5, 8)?, shift: 0 };
    call.assert(style.thickness <= MOST, "thickness <= MAX_THICKNESS")?;
    style.check("drawContours", style.thickness > 1)?;
    let most = call.int(7, i64::from(i32::MAX))?;
    let [x, y] = if call.has(8) { call.whole(ctx, 8)? } else { [0, 0] };
    let links = hierarchy(ctx, &call, rings.len())?;
    let target = Target::of(&call)?;
    let image = call.get(0).cloned().unwrap_or(Value::None);
    let (Some(target), false) = (target, rings.is_empty()) else { return Ok(image) };
    let first = usize::try_from(index).ok();
    if first.is_some_and(|first| first >= rings.len()) {
        return Err(assertion("getMat_", "0 <= i && i < (int)v.size()"));
    }
    let order = match links.filter(|_| most != 0) {
        Some(links) => descend(ctx, &links, first, most)?,
        None => first.map_or_else(|| (0..rings.len()).collect(), |first| vec![first]),
    };
    let chosen: Vec<Ring> = order.iter().filter_map(|at| rings.get(*at)).cloned().collect();
    if filled {
        call.assert(chosen.iter().all(|ring| !ring.is_empty()), condition)?;
        fill(ctx, &target, &style, chosen, [x, y])?;
        return Ok(image);
    }
    for mut ring in chosen {
        for point in &mut ring {
            *point = [point[0] + x, point[1] + y];
        }
        // A closed polygon begins with its last side, a contour with its first.
        if !ring.is_empty() {
            ring.rotate_left(1);
        }
        outline(ctx, &target, &style, &ring, true)?;
    }
    Ok(image)
}

/// Next, previous, first child and parent of each contour.
fn hierarchy<const N: usize>(ctx: &mut Ctx, call: &Call<N>, count: usize) -> PyResult<Option<Vec<[i64; 4]>>> {
    if !call.has(6) {
        return Ok(None);
    }
    let array = call.array(6)?;
    if array.size() == 0 {
        return Ok(None);
    }
    call.assert(
        array.size() == 4 * count && array.shape.last() == Some(&4),
        "hierarchy.total() == ncontours",
    )?;
    let _links = ctx.charge(array.size() * 8)?;
    let lane = array.lane::<i64>(ctx)?;
    Ok(Some(lane.chunks_exact(4).map(|link| [link[0], link[1], link[2], link[3]]).collect()))
}

/// The contours to draw: those without a parent or the given one, and what is inside them, down to a level.
fn descend(ctx: &mut Ctx, links: &[[i64; 4]], first: Option<usize>, most: i64) -> PyResult<Vec<usize>> {
    let place = |number: i64| usize::try_from(number).ok().filter(|at| *at < links.len());
    let mut open: Vec<usize> = match first {
        Some(first) => vec![first],
        None => (0..links.len()).filter(|at| links[*at][3] < 0).collect(),
    };
    let mut order = Vec::new();
    let mut seen = vec![false; links.len()];
    while let Some(at) = open.pop() {
        // A hierarchy may be made up: each contour is visited once.
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        let mut level = -1;
        let mut parent = Some(at);
        while let Some(here) = parent
            && level <= links.len() as i64
        {
            ctx.burn(1)?;
            parent = place(links[here][3]);
            level += 1;
        }
        if level <= most {
            order.push(at);
        }
        let mut child = place(links[at][2]).filter(|child| *child > 0);
        let mut left = links.len();
        while let Some(next) = child
            && left > 0
        {
            ctx.burn(1)?;
            open.push(next);
            child = place(links[next][0]).filter(|child| *child > 0);
            left -= 1;
        }
    }
    Ok(order)
}
