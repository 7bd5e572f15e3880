//! Count the dots of a colour by covering one after the other, until the picture shows none.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "count",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 5,
    canvas: Canvas::Mini,
    knowledge: &["One mark each"],
    tools: &["count_marks"],
    draft,
    solve,
};

/// Radius that covers a dot, in pixels.
const COVER: i32 = 8;

fn draft(scene: &mut Scene) -> Option<Draft> {
    let asked = match scene.level {
        1 => scene.int(1, 3),
        // One round each and the answer: the paper's limit are five iterations.
        _ => scene.int(1, 4),
    } as usize;
    let others = match scene.level {
        1 => 0,
        2 => scene.int(1, 2),
        _ => scene.int(2, 4),
    } as usize;
    let places = scene.scatter(asked + others, 12, 24)?;
    let hues = scene.hues(3);
    let r = scene.int(5, 7);
    for (i, place) in places.iter().enumerate() {
        let hue = if i < asked { hues[0] } else { hues[1 + i % 2] };
        scene.dot(*place, hue, r);
    }
    let mut counted = places[..asked].to_vec();
    counted.sort_unstable();
    let draft = Draft::reasoning(
        format!("How many {} dots are there?", hues[0]),
        counted.into_iter().map(point).collect(),
        format!("I cover each {} dot. Dot 1.", hues[0]),
        format!("No {} dot is left. Dots: {asked}.", hues[0]),
        asked,
    )?;
    Some(draft.one_by_one((2..=asked).map(|dot| format!("Dot {dot}.")).collect(), COVER))
}

fn solve(seen: &Seen) -> Option<Solved> {
    let dots = seen.points(&format!("{} dot", seen.hues().first()?));
    Solved::reasoning(dots.len(), dots.into_iter().map(point_mark).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::palette::Hue;
    use crate::{Segment, problem_of};

    fn asked_pixels(problem: &crate::Problem, picture: &image::RgbImage) -> usize {
        let asked = Hue::ALL.into_iter().find(|hue| problem.question.contains(hue.name())).unwrap();
        let near = |pixel: &image::Rgb<u8>| pixel.0.iter().zip(asked.rgb()).all(|(a, b)| a.abs_diff(b) < 24);
        picture.pixels().filter(|pixel| near(pixel)).count()
    }

    #[test]
    fn every_round_covers_a_dot_and_the_last_leaves_none() {
        for index in 0..60 {
            let problem = problem_of(&[&FAMILY], 3, index).unwrap();
            let dots: usize = problem.answer.as_ref().unwrap().parse().unwrap();
            let rounds = problem.trajectory.iter().filter(|s| matches!(s, Segment::Code(_))).count();
            assert_eq!(rounds, dots, "{}", problem.id);
            assert!(
                rounds < Task::Reasoning.max_iterations(),
                "{}: no iteration is left to answer in",
                problem.id
            );
            assert!(asked_pixels(&problem, &problem.image().unwrap()) > 50 * dots, "{}", problem.id);
            assert_eq!(asked_pixels(&problem, &problem.edited_image().unwrap()), 0, "{}", problem.id);
        }
    }
}
