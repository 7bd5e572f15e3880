//! Through how many doors from one room to another?

use std::collections::VecDeque;

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::crossing_of_lines;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "doors_between",
    task: Task::Reasoning,
    domain: "Architecture",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Way through rooms"],
    tools: &["grid_path", "arrowed_path"],
    draft,
    solve,
};

/// The edges of columns or rows that differ in size.
fn edges(scene: &mut Scene, n: i32, from: i32, to: i32) -> Vec<i32> {
    let mean = (to - from) / n;
    let mut all = vec![from];
    for i in 1..n {
        all.push(from + i * mean + scene.int(-mean / 5, mean / 5));
    }
    all.push(to);
    all
}

/// The only shortest way between two rooms of a plan.
pub(super) struct Way {
    /// The letters of the rooms on it.
    pub names: Vec<String>,
    pub mark: Mark,
}

/// Draws a plan of rooms with doors.
pub(super) fn way(scene: &mut Scene) -> Option<Way> {
    // Level 1: two rows of rooms; level 2: three by three; level 3: more, and a door that makes a ring.
    let (rows, columns) = match scene.level {
        1 => (2, 3),
        2 => (3, 3),
        _ => (3, scene.int(4, 5)),
    };
    let size = scene.letter_size();
    let margin = size;
    let xs = edges(scene, columns, margin, scene.width() - 1 - margin);
    let ys = edges(scene, rows, margin, scene.height() - 1 - margin);
    let small = |e: &[i32]| e.windows(2).any(|p| p[1] - p[0] < 3 * size);
    if small(&xs) || small(&ys) {
        return None;
    }
    let n = (rows * columns) as usize;
    let at = |room: usize| ((room as i32) % columns, (room as i32) / columns);
    let middle = |room: usize| -> Place {
        let (c, r) = at(room);
        ((xs[c as usize] + xs[c as usize + 1]) / 2, (ys[r as usize] + ys[r as usize + 1]) / 2)
    };
    let mut walls: Vec<(usize, usize)> = Vec::new();
    for room in 0..n {
        let (c, r) = at(room);
        if c + 1 < columns {
            walls.push((room, room + 1));
        }
        if r + 1 < rows {
            walls.push((room, room + columns as usize));
        }
    }
    // Doors until every room can be reached, and on level 3 another one or two.
    scene.shuffle(&mut walls);
    let mut group: Vec<usize> = (0..n).collect();
    let (mut doors, mut closed) = (Vec::new(), Vec::new());
    for (a, b) in walls {
        let (p, q) = (group[a], group[b]);
        if p == q {
            closed.push((a, b));
        } else {
            group.iter_mut().filter(|g| **g == q).for_each(|g| *g = p);
            doors.push((a, b));
        }
    }
    if scene.level == 3 {
        doors.extend(closed.split_off(closed.len() - scene.int(1, 2) as usize));
    }
    let mut order: Vec<usize> = (0..n).collect();
    scene.shuffle(&mut order);
    let (from, to) = (order[0], order[1]);
    let (length, ways, before) = search(n, &doors, from)?;
    let steps = length[to];
    if ways[to] != 1 || !(2..=8).contains(&steps) {
        return None;
    }
    let mut path = vec![to];
    while *path.last()? != from {
        path.push(before[*path.last()?]);
    }
    path.reverse();
    let ink = scene.figure.ink;
    let pen = scene.int(3, 5);
    let (left, right, top, bottom) = (xs[0], xs[columns as usize], ys[0], ys[rows as usize]);
    for (a, b) in [
        ((left, top), (right, top)),
        ((right, top), (right, bottom)),
        ((left, bottom), (right, bottom)),
        ((left, top), (left, bottom)),
    ] {
        scene.figure.line(a, b, pen + 1, ink, "wall");
    }
    let wood = scene.hues(1)[0];
    let wood = scene.shade(wood);
    for ((a, b), open) in doors.iter().map(|d| (*d, true)).chain(closed.iter().map(|d| (*d, false))) {
        let (c, r) = at(b);
        let across = b - a == 1;
        let (start, end): (Place, Place) = if across {
            ((xs[c as usize], ys[r as usize]), (xs[c as usize], ys[r as usize + 1]))
        } else {
            ((xs[c as usize], ys[r as usize]), (xs[c as usize + 1], ys[r as usize]))
        };
        if !open {
            scene.figure.line(start, end, pen, ink, "wall");
            continue;
        }
        let long = if across { end.1 - start.1 } else { end.0 - start.0 };
        let half = (long / 6).min(size);
        let center = ((start.0 + end.0) / 2, (start.1 + end.1) / 2);
        let (p, q, leaf) = if across {
            (
                (center.0, center.1 - half),
                (center.0, center.1 + half),
                (center.0 + half * 3 / 2, center.1 - half),
            )
        } else {
            (
                (center.0 - half, center.1),
                (center.0 + half, center.1),
                (center.0 - half, center.1 + half * 3 / 2),
            )
        };
        scene.figure.line(start, p, pen, ink, "wall");
        scene.figure.line(q, end, pen, ink, "wall");
        scene.figure.line(p, leaf, 2, wood, "leaf of a door");
    }
    let letters: Vec<char> = ('A'..='Z').take(n).collect();
    for (room, letter) in letters.iter().enumerate() {
        let (c, r) = at(room);
        let corner = (xs[c as usize] + size * 11 / 10, ys[r as usize] + size);
        scene.figure.name(middle(room), corner, &letter.to_string(), size);
    }
    let points = path.iter().map(|room| point(middle(*room)).map(|v| v as f32)).collect();
    let names = path.iter().map(|room| letters[*room].to_string()).collect();
    Some(Way { names, mark: Mark::Polyline { points } })
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    let Way { names, mark } = way(scene)?;
    let steps = names.len() - 1;
    Some(
        Draft::reasoning(
            format!(
                "Through how many doors must one walk at least to get from room {} to room {}?",
                names[0], names[steps]
            ),
            vec![mark],
            "I draw the shortest way that passes from room to room through the openings in the walls.",
            format!("It leads through {}, which takes {steps} doors.", names.join(", ")),
            steps,
        )?
        .wrong([steps + 1, steps - 1, steps + 2, steps + 3]),
    )
}

/// Steps to every room, the number of shortest ways, and the room before.
fn search(n: usize, doors: &[(usize, usize)], from: usize) -> Option<(Vec<usize>, Vec<usize>, Vec<usize>)> {
    let (mut length, mut ways, mut before) = (vec![usize::MAX; n], vec![0; n], vec![from; n]);
    (length[from], ways[from]) = (0, 1);
    let mut queue = VecDeque::from([from]);
    while let Some(room) = queue.pop_front() {
        for (a, b) in doors {
            let next = if *a == room {
                *b
            } else if *b == room {
                *a
            } else {
                continue;
            };
            if length[next] == usize::MAX {
                length[next] = length[room] + 1;
                before[next] = room;
                queue.push_back(next);
            }
            if length[next] == length[room] + 1 {
                ways[next] += ways[room];
            }
        }
    }
    length.iter().all(|l| *l < usize::MAX).then_some((length, ways, before))
}

/// By the walls that bar the straight line between two neighbouring rooms.
fn solve(seen: &Seen) -> Option<Solved> {
    let (steps, mark) = found(seen)?;
    Solved::reasoning(steps, vec![mark])
}

/// The doors between the two rooms that the question names, and the way.
pub(super) fn found(seen: &Seen) -> Option<(usize, Mark)> {
    let rooms = seen.all_named();
    let walls = seen.lines("wall");
    let barred = |a: Point, b: Point| {
        walls.iter().any(|[p, q]| {
            let between = |at: Point, s: Point, t: Point| {
                (0..2).all(|k| at[k] >= s[k].min(t[k]) - 0.6 && at[k] <= s[k].max(t[k]) + 0.6)
            };
            crossing_of_lines([a, b], [*p, *q]).is_some_and(|at| between(at, a, b) && between(at, *p, *q))
        })
    };
    let mut links = Vec::new();
    for (i, (_, a)) in rooms.iter().enumerate() {
        for (k, (_, b)) in rooms.iter().enumerate().take(i) {
            let aligned = (a[0] - b[0]).abs() < 1.0 || (a[1] - b[1]).abs() < 1.0;
            if aligned && !barred(*a, *b) {
                let other = |(_, c): &(&str, Point)| {
                    c != a && c != b && (0..2).all(|k| c[k] >= a[k].min(b[k]) && c[k] <= a[k].max(b[k]))
                };
                if !rooms.iter().any(other) {
                    links.push((k, i));
                }
            }
        }
    }
    let letters = seen.letters();
    let place = |i: usize| rooms.iter().position(|(name, _)| letters.get(i) == Some(name));
    let (from, to) = (place(0)?, place(1)?);
    let (length, _, before) = search(rooms.len(), &links, from)?;
    let mut points = vec![to];
    while *points.last()? != from {
        points.push(before[*points.last()?]);
    }
    let points = points.iter().map(|i| rooms[*i].1.map(|v| v as f32)).collect();
    Some((length[to], Mark::Polyline { points }))
}
