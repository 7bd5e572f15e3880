//! Where the panes, the grid, the ticks and the labels of axes in space stand on the page.

use super::Solid;
use super::project::{Point3, View, fraction};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::mpl::artist::Body;
use crate::mpl::axes::Axes;
use crate::mpl::axis_layout::{Placed, places};
use crate::mpl::geometry::{Point, Rect};
use crate::mpl::text::{Across, Down};

/// Corners of the box: of each axis whether it is the high end, in matplotlib's order.
const CORNERS: [[bool; 3]; 8] = [
    [false, false, false],
    [true, false, false],
    [true, true, false],
    [false, true, false],
    [false, false, true],
    [true, false, true],
    [true, true, true],
    [false, true, true],
];
/// Corners of the low and the high side along each axis.
const PLANES: [[[usize; 4]; 2]; 3] =
    [[[0, 3, 7, 4], [1, 2, 6, 5]], [[0, 1, 5, 4], [3, 2, 6, 7]], [[0, 1, 2, 3], [4, 5, 6, 7]]];
/// Of each axis, the direction in which its line leaves the far corner of the box, and its own.
const EDGES: [[usize; 2]; 3] = [[1, 0], [0, 1], [0, 2]];
/// The directions that ticks point in where z stands upright.
const TICKS: [usize; 3] = [1, 0, 0];
/// Lengths of ticks outwards and inwards, in parts of the pad of the box.
const TICK: [f64; 2] = [0.1, 0.2];
/// Room between the box and labels, in its sizes, and points that labels stand away, of ticks and of axes.
const PAD: f64 = 0.08;
const AWAY: [f64; 2] = [8.0, 21.0];
/// Points of both sides of axes that distances of labels are counted for.
const POINTS: f64 = 48.0;

/// One axis on the page, in pixels.
pub(super) struct Frame {
    pub pane: [Point; 4],
    pub grid: Vec<[Point; 3]>,
    pub line: [Point; 2],
    pub ticks: Vec<[Point; 2]>,
    /// Labels of ticks, the common offset, and the label of the axis.
    pub labels: Vec<Placed>,
}

/// The box that the axes show.
struct Space<'a> {
    axes: &'a Axes,
    view: &'a View,
    low: Point3,
    high: Point3,
    /// Whether the high side is the one behind.
    behind: [bool; 3],
}

impl Space<'_> {
    fn pixel(&self, point: Point3) -> Point {
        let [x, y, _] = self.view.project(point);
        self.axes.bbox.get().at([fraction(x), fraction(y)])
    }

    fn corner(&self, high: [bool; 3]) -> Point3 {
        std::array::from_fn(|axis| if high[axis] { self.high[axis] } else { self.low[axis] })
    }

    /// A point moved away from the middle of the box, but not along an axis.
    fn away(&self, point: Point3, by: Point3, along: usize) -> Point3 {
        std::array::from_fn(|axis| {
            let middle = 0.5 * (self.high[axis] + self.low[axis]);
            if axis == along {
                point[axis]
            } else {
                point[axis] + libm::copysign(by[axis], point[axis] - middle)
            }
        })
    }
}

/// Which sides of the box are behind.
fn behind(view: &View, low: Point3, high: Point3) -> [bool; 3] {
    let depths = CORNERS.map(|corner| {
        view.project(std::array::from_fn(|axis| if corner[axis] { high[axis] } else { low[axis] }))[2]
    });
    let mean = |plane: [usize; 4]| plane.iter().map(|corner| depths[*corner]).sum::<f64>() / 4.0;
    let means = PLANES.map(|[low, high]| [mean(low), mean(high)]);
    let mut behind = means.map(|[low, high]| low < high);
    let level = means.map(|[low, high]| (low - high).abs() <= f64::EPSILON);
    // Seen straight on, the axes stand where they are read best.
    match level {
        [true, true, false] => (behind[0], behind[1]) = (true, true),
        [true, false, true] => (behind[0], behind[2]) = (true, false),
        [false, true, true] => (behind[1], behind[2]) = (false, false),
        _ => {}
    }
    behind
}

/// Lays one axis out.
pub(super) fn frame(
    ctx: &mut Ctx,
    axes: &Axes,
    solid: &Solid,
    view: &View,
    number: usize,
) -> PyResult<Frame> {
    let ends: [[f64; 2]; 3] = std::array::from_fn(|axis| {
        let (low, high) = axes.domain(axis).sorted();
        [view.scales[axis].forward(low), view.scales[axis].forward(high)]
    });
    let (low, high) = (ends.map(|[low, _]| low), ends.map(|[_, high]| high));
    let space = Space { axes, view, low, high, behind: behind(view, low, high) };
    let hidden = space.corner(space.behind);
    let near = space.corner(space.behind.map(|high| !high));
    let plane = PLANES[number][usize::from(space.behind[number])];
    let pane = plane.map(|corner| space.pixel(space.corner(CORNERS[corner])));
    let upright = solid.camera.get().upright;
    // Where another axis stands upright, some axes leave from the near corner.
    let (from, to) = match (upright, number) {
        (0, 1 | 2) | (1, 0 | 1) => (near, hidden),
        _ => (hidden, near),
    };
    let [side, along] = EDGES[number];
    let mut edge = [from; 2];
    edge[0][side] = to[side];
    edge[1] = edge[0];
    edge[1][along] = to[along];
    let line = edge.map(|point| space.pixel(point));
    let turn = upright + 1;
    let tick_axis = (TICKS[(number + 3 - turn % 3) % 3] + turn) % 3;
    let pads: Point3 = std::array::from_fn(|axis| (high[axis] - low[axis]) * PAD);
    let outwards = if space.behind[tick_axis] { pads[tick_axis] } else { -pads[tick_axis] };
    let axis = axes.axis_at(number);
    let (bbox, scale) = (axes.bbox.get(), axes.page().map_or(1.0, |figure| figure.scale()));
    let per_point = POINTS * scale / (bbox.width() + bbox.height());
    let style = axis.major.borrow().clone();
    let domain = axis.domain();
    let (major, _) = places(ctx, axes, axis)?;
    let format = domain.format.borrow().clone();
    let texts = format.labels(ctx, &domain, &major)?;
    let mut out = Frame { pane, grid: Vec::new(), line, ticks: Vec::new(), labels: Vec::new() };
    let own = axis.labels.borrow().clone();
    for (index, (value, words)) in major.iter().zip(&texts.ticks).enumerate() {
        if !domain.shows(*value) {
            continue;
        }
        ctx.burn(50)?;
        let place = view.scales[number].forward(*value);
        let mut knee = hidden;
        knee[number] = place;
        let mut bent = [knee; 3];
        let (first, last) = ((number + 1) % 3, (number + 2) % 3);
        bent[0][first] = near[first];
        bent[2][last] = near[last];
        out.grid.push(bent.map(|point| space.pixel(point)));
        let mut at = edge[0];
        at[number] = place;
        let tick = [TICK[0], -TICK[1]].map(|part| {
            let mut end = at;
            end[tick_axis] += part * outwards;
            space.pixel(end)
        });
        out.ticks.push(tick);
        let artist = own.get(index).cloned();
        if words.is_empty() || artist.as_ref().is_some_and(|artist| !artist.visible.get()) || !style.labels[0]
        {
            continue;
        }
        let mut text = match artist.as_ref().map(|artist| artist.body.borrow()).as_deref() {
            Some(Body::Text(text)) => text.clone(),
            _ => axis.tick_text(ctx, &style, false)?,
        };
        text.text.clone_from(words);
        let by = pads.map(|pad| (style.pad + AWAY[0]) * per_point * pad);
        let at = space.pixel(space.away(at, by, number));
        let bbox = text.layout(ctx, scale)?.bbox.shifted(at);
        out.labels.push(Placed { text, at, bbox, artist });
    }
    let by = pads.map(|pad| (axis.label_pad.get() + AWAY[1]) * per_point * pad);
    let angle =
        super::flat::upright(libm::atan2(line[1][1] - line[0][1], line[1][0] - line[0][0]).to_degrees());
    if !texts.offset.is_empty() {
        let mut text = axis.tick_text(ctx, &style, false)?;
        text.text = texts.offset.clone();
        (text.down, text.angle, text.anchored) = (Down::Center, angle, true);
        let outer = usize::from(number == 2);
        text.across = offset_side(&space, edge[outer], number);
        let at = space.pixel(space.away(edge[outer], by, number));
        let bbox = text.layout(ctx, scale)?.bbox.shifted(at);
        out.labels.push(Placed { text, at, bbox, artist: None });
    }
    if let Body::Text(text) = &*axis.label.body.borrow()
        && !text.text.is_empty()
        && axis.label.visible.get()
    {
        let mut text = text.clone();
        (text.across, text.down, text.anchored) = (Across::Center, Down::Center, true);
        if solid.turned[number].get().unwrap_or(text.text.chars().count() > 4) {
            text.angle = angle;
        }
        let middle = std::array::from_fn(|axis| 0.5 * (edge[0][axis] + edge[1][axis]));
        let at = space.pixel(space.away(middle, by, number));
        let bbox = text.layout(ctx, scale)?.bbox.shifted(at);
        out.labels.push(Placed { text, at, bbox, artist: Some(axis.label.clone()) });
    }
    Ok(out)
}

/// How a common offset stands to its point; matplotlib found the rule by trying.
fn offset_side(space: &Space, outer: Point3, number: usize) -> Across {
    let middle = std::array::from_fn(|axis| 0.5 * (space.high[axis] + space.low[axis]));
    let (middle, outer) = (space.view.project(middle), space.view.project(outer));
    let even = space.behind.iter().filter(|high| **high).count().is_multiple_of(2);
    let before = middle[TICKS[number]] > outer[TICKS[number]];
    let below = middle[number] <= outer[number];
    let left = match (before, below) {
        (true, true) if even => space.behind == [false, true, true] && number > 0,
        (false, false) if even => number != 2,
        (before, _) => before,
    };
    if left { Across::Left } else { Across::Right }
}

impl Frame {
    /// The box around all but the pane and the grid.
    pub fn bbox(&self) -> Rect {
        let start = Rect::around(self.line);
        self.labels.iter().fold(start, |all, placed| all.union(&placed.bbox))
    }
}
