//! What the figures of V-Perception promise: numbers of elements, names, and answers as pixel dictionaries.

use vthinker_core::judge::Mark;
use vthinker_flywheel::families::all;
use vthinker_flywheel::{Problem, Writer, check, problem_of, read_dir};

const NAMES: [&str; 3] = ["perception_surface", "perception_semantic", "perception_integrated"];
/// Problems of each family.
const EACH: u64 = 50;

fn each(count: u64) -> impl Iterator<Item = Problem> {
    all()
        .filter(|family| NAMES.contains(&family.name))
        .flat_map(move |family| (0..count).map(move |index| problem_of(&[family], 8, index).unwrap()))
}

#[test]
fn elements_are_about_eight_and_places_have_names() {
    let mut counts = Vec::new();
    for problem in each(EACH) {
        let count = problem.elements.len();
        assert!((3..=14).contains(&count), "{} has {count} elements", problem.id);
        counts.push(count as f64);
        assert_eq!(problem.mark_names.len(), problem.marks.len(), "{}", problem.id);
        assert!((1..=3).contains(&problem.marks.len()), "{}", problem.id);
        for (name, mark) in problem.mark_names.iter().zip(&problem.marks) {
            let named = problem.question.split(|c: char| !c.is_alphanumeric()).any(|word| word == name);
            assert!(named, "{name} is not in {:?}", problem.question);
            assert!(matches!(mark, Mark::Point { x, y } if x.fract() == 0.0 && y.fract() == 0.0));
        }
    }
    let mean = counts.iter().sum::<f64>() / counts.len() as f64;
    let variance = counts.iter().map(|count| (count - mean).powi(2)).sum::<f64>() / counts.len() as f64;
    assert!((7.0..9.0).contains(&mean), "mean {mean}, variance {variance}");
    assert!((2.5..6.0).contains(&variance), "mean {mean}, variance {variance}");
}

#[test]
fn exchanged_names_are_found_out() {
    let mut exchanged = 0;
    for mut problem in each(30).filter(|problem| problem.marks.len() > 1) {
        exchanged += 1;
        problem.marks.rotate_left(1);
        assert!(check::solution(&problem).is_err(), "{}", problem.id);
    }
    assert!(exchanged > 10);
}

#[test]
fn answers_are_dictionaries_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let problems: Vec<Problem> = each(3).collect();
    let mut writer = Writer::create(folder.path()).unwrap();
    for problem in &problems {
        writer.write(problem).unwrap();
    }
    writer.finish().unwrap();
    let text = std::fs::read_to_string(folder.path().join("perception.jsonl")).unwrap();
    for (line, problem) in text.lines().zip(&problems) {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let answer = row["answer"].as_object().unwrap();
        assert_eq!(answer.len(), problem.marks.len(), "{}", problem.id);
        for (name, mark) in problem.mark_names.iter().zip(&problem.marks) {
            let [x, y] = mark.points()[0];
            assert_eq!(answer[name], serde_json::json!([x as i64, y as i64]), "{}", problem.id);
        }
    }
    let read = read_dir(folder.path()).unwrap();
    assert!(read.iter().zip(&problems).all(|(a, b)| a.mark_names == b.mark_names && a.marks == b.marks));
}
