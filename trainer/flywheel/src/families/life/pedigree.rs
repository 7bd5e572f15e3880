//! Who is affected in a family tree?

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::write;
use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "pedigree_count",
    task: Task::Reasoning,
    domain: "Biology",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Generations as rows"],
    tools: &["circle_around", "count_marks"],
    draft,
    solve,
};

/// Pixels by which a ring stands off a sign.
const RING: i32 = 8;

#[derive(Clone, Copy)]
struct Person {
    at: Place,
    woman: bool,
    affected: bool,
    /// The generation from 0, and for grandchildren the family they come from.
    row: usize,
    family: Option<usize>,
}

/// Whether a person is asked for.
type Wanted = Box<dyn Fn(&Person) -> bool>;

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a generation; level 2: its men or women; level 3: nephews and nieces of somebody.
    let families: Vec<i32> = (0..scene.int(2, 2 + i32::from(scene.level))).map(|_| scene.int(0, 3)).collect();
    // A couple takes two places at least, a single person one.
    let slots: i32 = families.iter().map(|k| if *k == 0 { 1 } else { (*k).max(2) }).sum();
    let size = scene.letter_size();
    let left = size * 3;
    let slot = ((scene.width() - left - size) / slots).min(scene.height() / 4);
    let r = slot * 3 / 10;
    if r < 8 || families.iter().filter(|k| **k > 0).count() < 2 || slots > 10 {
        return None;
    }
    let rows = [scene.height() / 6, scene.height() / 2, scene.height() * 5 / 6];
    let share = f64::from(scene.int(30, 55)) / 100.0;
    let mut people: Vec<Person> = Vec::new();
    let mut lines: Vec<(Place, Place, &str)> = Vec::new();
    let mut x = left + (scene.width() - left - size - slots * slot) / 2;
    let mut born = Vec::new();
    let lift = (rows[1] - rows[0]) / 2;
    for (i, children) in families.iter().enumerate() {
        let wide = if *children == 0 { slot } else { slot * (*children).max(2) };
        let middle = x + wide / 2;
        let woman = scene.chance(0.5);
        let own = if *children == 0 { middle } else { middle - slot / 2 };
        let person = |scene: &mut Scene, at: Place, woman: bool, row: usize, family: Option<usize>| Person {
            at,
            woman,
            affected: scene.chance(share),
            row,
            family,
        };
        people.push(person(scene, (own, rows[1]), woman, 1, None));
        born.push(own);
        if *children > 0 {
            let other = middle + slot / 2;
            people.push(person(scene, (other, rows[1]), !woman, 1, None));
            lines.push(((own + r, rows[1]), (other - r, rows[1]), "line of a couple"));
            let first = middle - (children - 1) * slot / 2;
            let bar = rows[2] - lift;
            lines.push(((middle, rows[1]), (middle, bar), "line of descent"));
            lines.push((
                (first.min(middle), bar),
                ((first + (children - 1) * slot).max(middle), bar),
                "line of siblings",
            ));
            for k in 0..*children {
                let at = (first + k * slot, rows[2]);
                lines.push(((at.0, bar), (at.0, at.1 - r), "line of a child"));
                let woman = scene.chance(0.5);
                people.push(person(scene, at, woman, 2, Some(i)));
            }
        }
        x += wide;
    }
    let (low, high) = (*born.first()?, *born.last()?);
    let middle = (low + high) / 2;
    let bar = rows[1] - lift;
    lines.push(((low, bar), (high, bar), "line of siblings"));
    lines.extend(born.iter().map(|x| ((*x, bar), (*x, rows[1] - r), "line of a child")));
    lines.push(((middle, rows[0]), (middle, bar), "line of descent"));
    let parents = [(middle - slot / 2 - 4, rows[0]), (middle + slot / 2 + 4, rows[0])];
    let ends = ((parents[0].0 + r, rows[0]), (parents[1].0 - r, rows[0]));
    lines.push((ends.0, ends.1, "line of a couple"));
    for (at, woman) in parents.into_iter().zip([false, true]) {
        let affected = scene.chance(share);
        people.push(Person { at, woman, affected, row: 0, family: None });
    }
    let ink = scene.figure.ink;
    for (from, to, meaning) in lines {
        scene.figure.line(from, to, 2, ink, meaning);
    }
    let (hue, paper) = (scene.hues(1)[0], [255; 3]);
    let color = scene.shade(hue);
    for p in &people {
        let fill = if p.affected { color } else { paper };
        let sex = if p.woman { "woman" } else { "man" };
        let meaning =
            if p.affected { format!("filled sign of a {sex}") } else { format!("empty sign of a {sex}") };
        if p.woman {
            scene.figure.ring(p.at, r, fill, None, &meaning);
            scene.figure.ring(p.at, r, ink, Some(2), "outline of a sign");
        } else {
            let (from, to) = ((p.at.0 - r, p.at.1 - r), (p.at.0 + r, p.at.1 + r));
            scene.figure.frame(from, to, fill, None, &meaning);
            scene.figure.frame(from, to, ink, Some(2), "outline of a sign");
        }
    }
    for (row, y) in rows.into_iter().enumerate() {
        write(scene, (size * 3 / 2, y), ["I", "II", "III"][row], "number of a generation")?;
    }
    let row = scene.int(1, 2) as usize;
    let (wanted, question, name): (Wanted, String, String) = match scene.level {
        1 => {
            let name = format!("generation {}", ["I", "II", "III"][row]);
            (
                Box::new(move |p| p.row == row),
                format!("Filled signs stand for people with a trait. How many people in {name} have it?"),
                name,
            )
        }
        2 => {
            let woman = scene.chance(0.5);
            let name =
                format!("{} of generation {}", if woman { "women" } else { "men" }, ["I", "II", "III"][row]);
            (
                Box::new(move |p| p.row == row && p.woman == woman),
                format!(
                    "Squares are men, circles are women, filled signs stand for people with a trait. How many {name} have it?"
                ),
                name,
            )
        }
        _ => {
            let i = scene.int(0, families.len() as i32 - 1) as usize;
            let at = (born[i], rows[1]);
            let place = (at.0 - r - size * 2 / 3, at.1 - r - size / 3);
            if place.0 < left {
                return None;
            }
            scene.figure.name(at, place, "P", size);
            (
                Box::new(move |p| p.family.is_some_and(|f| f != i)),
                "Filled signs stand for people with a trait. How many nephews and nieces of the person P have it, children of \
                 brothers and sisters of P only?"
                    .to_owned(),
                "nephews and nieces of P".to_owned(),
            )
        }
    };
    let all: Vec<&Person> = people.iter().filter(|p| wanted(p)).collect();
    let rings: Vec<Mark> = all
        .iter()
        .filter(|p| p.affected)
        .map(|p| ring([f64::from(p.at.0), f64::from(p.at.1)], f64::from(r)))
        .collect();
    let n = rings.len();
    if n == 0 || r + RING > slot * 3 / 4 {
        return None;
    }
    Some(
        Draft::reasoning(
            question,
            rings,
            format!("I ring the filled signs among the {name}."),
            format!("Of {} people there {n} are filled. So the answer is {n}.", all.len()),
            n,
        )?
        .wrong([n + 1, n - 1, n + 2, people.iter().filter(|p| p.affected).count(), all.len()]),
    )
}

fn ring([x, y]: Point, r: f64) -> Mark {
    Mark::Circle { x: x as f32, y: y as f32, r: r as f32 + RING as f32 }
}

/// By the heights of the signs and the lines that join parents with children.
fn solve(seen: &Seen) -> Option<Solved> {
    let rows: Vec<(&str, Point)> = seen.texts("number of a generation");
    let men = seen.symbols("filled sign of a man");
    let women: Vec<Point> = seen.circles("filled sign of a woman").into_iter().map(|c| c.0).collect();
    // The grandmother's circle is always there.
    let r = seen.circles("outline of a sign").first()?.1;
    let mut found: Vec<Point> = match seen.question {
        text if text.contains("How many women") => women,
        text if text.contains("How many men") => men,
        _ => men.into_iter().chain(women).collect(),
    };
    if let Some(person) = seen.named("P") {
        let low = rows.last()?.1[1];
        let couples = seen.lines("line of a couple");
        let own = couples.iter().find(|[a, b]| {
            (a[1] - person[1]).abs() < 2.0
                && (a[0] - r - person[0]).abs().min((b[0] + r - person[0]).abs()) < 3.0
        });
        let own = own.map(|[a, b]| (a[0] + b[0]) / 2.0);
        let bars = seen.lines("line of siblings");
        found.retain(|p| {
            let bar = bars.iter().find(|[a, b]| a[1] > person[1] && a[0] - 2.0 <= p[0] && p[0] <= b[0] + 2.0);
            let mine = bar.zip(own).is_some_and(|([a, b], x)| a[0] - 2.0 <= x && x <= b[0] + 2.0);
            (p[1] - low).abs() < 2.0 && !mine
        });
    } else {
        let (_, rest) = seen.question.split_once("generation ")?;
        let number: String = rest.chars().take_while(|c| *c == 'I').collect();
        let (_, at) = rows.into_iter().find(|(text, _)| *text == number)?;
        found.retain(|p| (p[1] - at[1]).abs() < 2.0);
    }
    Solved::reasoning(found.len(), found.into_iter().map(|p| ring(p, r)).collect())
}
