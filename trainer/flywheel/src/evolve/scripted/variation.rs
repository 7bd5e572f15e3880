//! Principles and tools that vary known ones, some of them badly.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::{pick, principle_at};
use crate::teacher::Principle;
use crate::{Knowledge, Node, NodeId, Tool, Tools};

/// Conditions under which a principle is looked at anew, as a name's end and as the words that a sentence begins with.
const CONDITIONS: [(&str, &str); 24] = [
    ("seen in a mirror", "After a reflection of the whole figure"),
    ("after a quarter turn", "When everything is rotated by ninety degrees"),
    ("at double size", "If all lengths grow to twice their size"),
    ("with one part hidden", "Where a screen covers a part of the drawing"),
    ("as a limit", "When one quantity shrinks towards nothing"),
    ("in reverse", "Read backwards, from the result to the cause"),
    ("for equal parts", "In the special case of equal pieces"),
    ("for unequal parts", "In the general case of pieces that differ"),
    ("on a grid", "On squared paper with whole coordinates"),
    ("in perspective", "In a view with a vanishing point"),
    ("from above", "In a plan drawn from overhead"),
    ("in cross-section", "In a cut through the middle of the body"),
    ("over time", "In a row of snapshots taken one after another"),
    ("by elimination", "By crossing out whatever cannot be"),
    ("by counting pairs", "By joining things two by two"),
    ("with a moving point", "While one point slides along a curve"),
    ("at the border", "At the edge between two regions"),
    ("in a table", "With the values written into rows and columns"),
    ("as a graph", "With the relation plotted against axes"),
    ("for neighbours", "Between things that touch each other"),
    ("around a circle", "When the pieces are arranged in a ring"),
    ("with a known error", "If a measurement is off by a known amount"),
    ("for the extreme case", "For the largest and the smallest possible value"),
    ("by two ways", "Found once by calculation and once by drawing"),
];

/// Small drawings with what they are good for.
const SHAPES: [(&str, &str, &str); 8] = [
    (
        "zigzag",
        "a zigzag that marks an uncertain stretch",
        "d.line([({a}, {b}), ({a} + 8, {b} - 8), ({a} + 16, {b})], fill=\"{c}\", width={w})",
    ),
    (
        "hook",
        "a hook that confirms a finished step",
        "d.line([({a}, {b}), ({a} + 5, {b} + 6), ({a} + 15, {b} - 9)], fill=\"{c}\", width={w})",
    ),
    (
        "halo",
        "a halo around a thing that the question names",
        "d.circle(({a}, {b}), 14, outline=\"{c}\", width={w})",
    ),
    (
        "bracket",
        "a bracket that joins what belongs together",
        "d.line([({a}, {b}), ({a}, {b} + 20), ({a} + 40, {b} + 20), ({a} + 40, {b})], fill=\"{c}\", width={w})",
    ),
    (
        "ladder",
        "rungs that count equal steps along a way",
        "for i in range(6):\n    d.line(({a} + 7 * i, {b}, {a} + 7 * i, {b} + 10), fill=\"{c}\", width={w})",
    ),
    (
        "flag",
        "a flag that fixes a start or a goal",
        "d.line(({a}, {b}, {a}, {b} - 24), fill=\"{c}\", width={w})\nd.polygon([({a}, {b} - 24), ({a} + 12, {b} - 18), ({a}, {b} - 12)], fill=\"{c}\")",
    ),
    (
        "window",
        "a window that frames the region to look at",
        "d.rectangle(({a}, {b}, {a} + 30, {b} + 22), outline=\"{c}\", width={w})",
    ),
    (
        "stairs",
        "stairs that compare rises and runs",
        "d.line([({a}, {b}), ({a} + 10, {b}), ({a} + 10, {b} - 10), ({a} + 20, {b} - 10), ({a} + 20, {b} - 20)], fill=\"{c}\", width={w})",
    ),
];

/// What shapes may be used on.
const SUBJECTS: [&str; 20] = [
    "molecule",
    "orbit",
    "keyboard",
    "timetable",
    "contour",
    "lens",
    "circuit",
    "skeleton",
    "bridge",
    "calendar",
    "histogram",
    "spectrum",
    "crystal",
    "river",
    "facade",
    "stave",
    "chessboard",
    "pedigree",
    "gearbox",
    "galaxy",
];

/// One to three principles: a known one, and perhaps a new one that varies another.
pub(super) fn principles(rng: &mut ChaCha8Rng, tree: &Knowledge, tools: &[Tool]) -> Vec<Principle> {
    let all: Vec<(NodeId, &Node)> = tree.principles().collect();
    if all.is_empty() {
        return vec![];
    }
    let (known, node) = *pick(rng, &all);
    let sentence = node.sentence.clone().unwrap_or_default();
    let mut principles =
        vec![Principle { path: tree.path(known).into_iter().map(str::to_owned).collect(), sentence }];
    for _ in 0..rng.random_range(1..=2u32) {
        let (id, node) = *pick(rng, &all);
        principles.push(vary(rng, tree, (id, node), tools));
    }
    principles
}

fn vary(rng: &mut ChaCha8Rng, tree: &Knowledge, (id, node): (NodeId, &Node), tools: &[Tool]) -> Principle {
    let path = tree.path(id);
    let fields = &path[..path.len() - 1];
    let said = node.sentence.clone().unwrap_or_default();
    let (suffix, condition) = *pick(rng, &CONDITIONS);
    let tool = tools.first().map_or_else(String::new, |tool| tool.name.replace('_', " "));
    let name = format!("{} {suffix}", node.name);
    let sentence = format!("{condition}, the {tool} shows that the rule still holds: {said}");
    match rng.random_range(0..20u32) {
        // Reworded: the same with its words turned round, which must not come in.
        0..=2 => principle_at(fields, format!("On {}", node.name.to_lowercase()), said),
        // Too deep.
        3 => {
            let deep: Vec<&str> = fields.iter().copied().chain(["Inner"; 7]).collect();
            principle_at(&deep, name, sentence)
        }
        // No such domain: it is placed beside what is nearest.
        4 => principle_at(&["Everything", "Else"], name, sentence),
        // Says nothing.
        5 => principle_at(fields, name, String::new()),
        // A field of its own.
        6..=8 if path.len() < 6 => {
            let field = format!("Cases of {}", fields.last().unwrap_or(&"this").to_lowercase());
            let way: Vec<&str> = fields.iter().copied().chain([field.as_str()]).collect();
            principle_at(&way, name, sentence)
        }
        _ => principle_at(fields, name, sentence),
    }
}

/// Perhaps a new tool.
pub(super) fn tool(rng: &mut ChaCha8Rng, tools: &Tools) -> Option<Tool> {
    if !rng.random_bool(0.35) {
        return None;
    }
    let (shape, does, drawing) = *pick(rng, &SHAPES);
    let (subject, color) = (*pick(rng, &SUBJECTS), *pick(rng, &["red", "blue", "magenta", "orange"]));
    let (x, y) = (rng.random_range(30..=180), rng.random_range(40..=140));
    let drawing = drawing
        .replace("{a}", &x.to_string())
        .replace("{b}", &y.to_string())
        .replace("{c}", color)
        .replace("{w}", &rng.random_range(2..=4).to_string());
    let snippet = format!(
        "from PIL import Image, ImageDraw\n\nim = Image.open(image_path)\nd = ImageDraw.Draw(im)\n{drawing}\n\
         im.save(\"out.png\")\nprint(\"out.png\")\n"
    );
    let mut tool = Tool {
        name: format!("{subject}_{shape}"),
        group: "subject".to_owned(),
        does: format!("Draws on the picture of a {subject} {does}."),
        needs: format!("A place on the {subject}, in pixels."),
        snippet,
    };
    match rng.random_range(0..12u32) {
        0 => tool.snippet = "im = Image.open(image_path".to_owned(),
        1 => tool.snippet = "print(\"nothing drawn\")".to_owned(),
        2 => tool.name = format!("{subject} {shape}"),
        // A known tool under another name.
        3 => {
            let known: Vec<&Tool> = tools.iter().collect();
            let other = *pick(rng, &known);
            tool = Tool { name: format!("{}_again", other.name.trim_end_matches("_again")), ..other.clone() };
        }
        _ => {}
    }
    Some(tool)
}
