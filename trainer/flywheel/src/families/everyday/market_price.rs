//! Price, quantity or shortage where the lines of supply and demand cross.

use vthinker_core::think::Task;

use super::crossing_lines::crossing;
use super::quadrant::{Scales, quadrant};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{crossing_of_lines, segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "market_price",
    task: Task::Reasoning,
    domain: "Economics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Market equilibrium", "Shortage"],
    tools: &["projection_to_axes", "segment"],
    draft,
    solve,
};

const GOODS: [&str; 5] = ["apples", "tickets", "chairs", "lamps", "loaves"];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let ticks = (scene.int(4, 7), scene.int(4, 7));
    let steps = (scene.pick(&[10, 20, 100]), scene.pick(&[2, 4, 10]));
    let area = quadrant(scene, ticks, steps, ["number a day", "price in coins"])?;
    let ((x, y), [rise, fall]) = crossing(scene, &area);
    let hues = scene.hues(2);
    let (supply, demand) = (hues[0], hues[1]);
    let width = scene.int(1, 3);
    for (hue, slope, name) in [(supply, rise, "supply"), (demand, fall, "demand")] {
        let color = scene.shade(hue);
        let [a, b] = area.through((x, y), slope);
        scene.figure.line(a, b, width, color, &format!("{hue} line of {name}"));
    }
    let good = scene.pick(&GOODS);
    let (at, (quantity, price)) = (area.place((x, y)), area.values((x, y)));
    let legend = format!("The {supply} line is the supply of {good} and the {demand} line the demand.");
    if scene.level == 3 {
        // A ceiling at a tick below the crossing; both quantities are read on halves of ticks.
        let down = scene.int(1, y - 1);
        let [low, high] = [rise, fall].map(|slope| f64::from(x) - f64::from(down) / slope);
        let place = |t: f64| {
            let p = area.place((0, y - down));
            let unit = area.place((1, 0)).0 - area.place((0, 0)).0;
            (p.0 + (t * f64::from(unit)).round() as i32, p.1)
        };
        let inside = (0.5..f64::from(2 * ticks.0)).contains(&low) && high < f64::from(2 * ticks.0);
        if !inside || (y - down) % 2 != 0 {
            return None;
        }
        // The shortage is given to the nearest tick, from which it must not be far.
        let ticks_short = (high - low) / 2.0;
        if (ticks_short - ticks_short.round()).abs() > 0.2 || ticks_short < 0.8 {
            return None;
        }
        let answer = ticks_short.round() as i32 * steps.0;
        let ceiling = area.values((x, y - down)).1;
        let near = steps.0;
        return Draft::reasoning(
            format!(
                "{legend} The price may not exceed {ceiling} coins. How many {good} a day are then missing, to the \
                 nearest {near}?"
            ),
            vec![segment(place(low), place(high))],
            format!("At the height of {ceiling} coins I draw a level segment from one line to the other."),
            format!("The segment is as long as {} ticks of the level axis, so about {answer} are missing.", answer / near),
            answer,
        )
        .map(|draft| draft.wrong([answer + near, answer - near, answer + 2 * near, quantity]));
    }
    let of_price = scene.level == 1 || scene.chance(0.5);
    let (axis, answer, unit) =
        if of_price { (area.place((0, y)), price, steps.1) } else { (area.place((x, 0)), quantity, steps.0) };
    let asked = if of_price {
        scene
            .pick(&[
                "At what price in coins is as much offered as is wanted?",
                "Which price in coins clears the market?",
            ])
            .to_owned()
    } else {
        format!("How many {good} a day are sold when the price settles?")
    };
    let way = if of_price { "level over to the price axis" } else { "straight down to the level axis" };
    Draft::reasoning(
        format!("{legend} {asked}"),
        vec![segment(at, axis)],
        format!("From the crossing of the two lines I go {way}."),
        format!("There the segment meets {answer}."),
        answer,
    )
    .map(|draft| draft.wrong([answer + unit, answer - unit, answer + unit / 2, answer - unit / 2]))
}

/// With the lines crossed by determinants, and the quantities by the scale.
fn solve(seen: &Seen) -> Option<Solved> {
    let scales = Scales::of(seen)?;
    let hues = seen.hues();
    let [supply, demand] = hues[..] else { return None };
    let supply = *seen.lines(&format!("{supply} line of supply")).first()?;
    let demand = *seen.lines(&format!("{demand} line of demand")).first()?;
    if let [ceiling, near] = seen.numbers()[..] {
        let y = scales.y(ceiling);
        let level = [[0.0, y], [1.0, y]];
        let (a, b) = (crossing_of_lines(supply, level)?, crossing_of_lines(demand, level)?);
        let short = scales.values(b)[0] - scales.values(a)[0];
        return Solved::reasoning((short / near).round() * near, vec![segment_mark(a, b)]);
    }
    let at = crossing_of_lines(supply, demand)?;
    let [quantity, price] = scales.values(at);
    let (value, end) = if seen.question.contains("How many") {
        (quantity, [at[0], scales.origin[1]])
    } else {
        (price, [scales.origin[0], at[1]])
    };
    // Readings are halves of ticks.
    let labels = seen.texts(if seen.question.contains("How many") { "level label" } else { "upright label" });
    let half = labels.get(1)?.0.parse::<f64>().ok()? / 2.0;
    Solved::reasoning((value / half).round() * half, vec![segment_mark(at, end)])
}
