//! Draw the offside line of a football scene.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{line, line_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "offside_line",
    task: Task::Instruction,
    domain: "Sport",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Offside line"],
    tools: &["upright_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let (w, h) = (scene.width(), scene.height());
    let size = scene.letter_size();
    let edge = size;
    let (right, bottom) = (w - 1 - edge, h - 1 - edge);
    let at_right = scene.level == 1 || scene.chance(0.5);
    let goal = if at_right { right } else { edge };
    let defenders = 2 + usize::from(scene.level);
    let attackers = 1 + usize::from(scene.level);
    let r = size / 3;
    let places = scene.scatter(defenders + attackers + 1, edge + 2 * r, 3 * r)?;
    // All stand in the half of the goal.
    let places: Vec<_> = places
        .into_iter()
        .map(|(x, y)| {
            let half = w / 2 - 2 * edge;
            let share = (x - edge) * half / (right - edge);
            (if at_right { right - r - half + share } else { edge + r + half - share }, y)
        })
        .collect();
    let apart = places.iter().enumerate().all(|(i, p)| {
        places[i + 1..].iter().all(|q| distance(*p, *q) > f64::from(5 * r / 2) && (p.0 - q.0).abs() > 4)
    });
    if !apart {
        return None;
    }
    let depth = |x: i32| (x - goal).abs();
    let mut depths: Vec<i32> = places[..defenders].iter().map(|p| p.0).collect();
    depths.sort_by_key(|x| depth(*x));
    let ball = places[defenders + attackers];
    // The ball decides only at level 3.
    let nearer = depth(ball.0) < depth(depths[1]);
    if nearer && scene.level < 3 {
        return None;
    }
    let x = if nearer { ball.0 } else { depths[1] };
    let grass = [205, 232, 200];
    let (ink, white) = (scene.figure.ink, [120, 150, 120]);
    scene.figure.rectangle((edge, edge), (right, bottom), grass, true, "pitch");
    scene.figure.frame((edge, edge), (right, bottom), white, Some(2), "touch lines");
    let box_depth = w / 8;
    let inner = if at_right { right - box_depth } else { edge + box_depth };
    let (y0, y1) = (h / 2 - h / 5, h / 2 + h / 5);
    scene.figure.line((inner, y0), (inner, y1), 2, white, "edge of the penalty area");
    for y in [y0, y1] {
        scene.figure.line((inner, y), (goal, y), 2, white, "side of the penalty area");
    }
    scene.figure.line((w / 2, edge), (w / 2, bottom), 2, white, "halfway line");
    scene.figure.line((goal, h / 2 - h / 12), (goal, h / 2 + h / 12), 5, ink, "goal");
    let hues = {
        let mut hues = vec![crate::Hue::Red, crate::Hue::Blue, crate::Hue::Purple, crate::Hue::Orange];
        scene.shuffle(&mut hues);
        hues
    };
    let colors = [scene.shade(hues[0]), scene.shade(hues[1])];
    for (i, place) in places[..defenders + attackers].iter().enumerate() {
        let team = usize::from(i >= defenders);
        scene.figure.dot(*place, r, colors[team], &format!("{} player", hues[team]));
    }
    scene.figure.dot(ball, r * 2 / 3, [20, 20, 20], "ball");
    let defending = hues[0];
    let question = scene.pick(&[
        "The {} team defends the goal that is drawn, and the small black dot is the ball. Draw the offside line across \
         the pitch.",
        "Draw the offside line for an attack on the goal of the {} team. The ball is the small black dot.",
    ]);
    Draft::drawing(question.replace("{}", defending.name()), vec![line((x, edge), (x, bottom))])
}

/// By ranking the distances from the goal of defenders; the ball counts where it is nearer.
fn solve(seen: &Seen) -> Option<Solved> {
    let [goal, _] = *seen.lines("goal").first()?;
    let mut defenders: Vec<f64> =
        seen.points(&format!("{} player", seen.hues().first()?)).into_iter().map(|p| p[0]).collect();
    defenders.sort_by(|a, b| (a - goal[0]).abs().total_cmp(&(b - goal[0]).abs()));
    let ball = seen.points("ball").first()?[0];
    let second = *defenders.get(1)?;
    let x = if (ball - goal[0]).abs() < (second - goal[0]).abs() { ball } else { second };
    let [top, bottom] = *seen.lines("halfway line").first()?;
    Solved::drawing(vec![line_mark([x, top[1]], [x, bottom[1]])])
}
