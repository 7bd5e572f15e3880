//! Runs the scripts of the gallery and compares what they give with what the real libraries gave. Used by the test
//! `gallery` and by the example of the same name, which makes a page of it.

#[path = "marks.rs"]
mod marks;
#[path = "ssim.rs"]
mod ssim;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use image::RgbaImage;
use serde::Deserialize;
use serde_json::Value;
use vthinker_sandbox::{Limits, Sandbox, replay};

use marks::Count;

/// The folders of scripts.
pub const CLASSES: [&str; 4] = ["pil", "opencv", "matplotlib", "mixed"];

/// One script with its input and what it gave in real Python.
pub struct Case {
    /// `class/name`.
    pub name: String,
    pub source: String,
    input: RgbaImage,
    golden: Golden,
    pictures: Vec<RgbaImage>,
}

#[derive(Deserialize)]
struct Golden {
    out: String,
    images: Vec<String>,
    #[serde(default)]
    marks: Vec<Value>,
    #[serde(default)]
    texts: Vec<Value>,
}

/// What the comparison of one script found.
pub struct Verdict {
    /// `class/name`.
    pub name: String,
    /// Whether matplotlib drew the pictures.
    pub is_plot: bool,
    /// The error that ended the script.
    pub error: Option<String>,
    /// What was printed, if it differs: the first line here and there.
    pub printed: Option<(String, String)>,
    /// Pairs of pictures: the sandbox's (if there is one) and the real one.
    pub pictures: Vec<(Option<RgbaImage>, RgbaImage)>,
    /// The lowest similarity of a pair.
    pub ssim: f64,
    /// Pixels that differ, in all pictures.
    pub different: usize,
    pub marks: Count,
    pub texts: Count,
    /// Whether replaying the operations gives the same pixels.
    pub replays: bool,
}

impl Verdict {
    /// The folder of the script.
    pub fn class(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    /// The least similarity that is right.
    pub fn least(&self) -> f64 {
        if self.is_plot { 0.93 } else { 0.98 }
    }

    /// Whether the script came to its end.
    pub fn runs(&self) -> bool {
        self.error.is_none()
    }

    /// What is wrong, if anything is.
    pub fn fault(&self) -> Option<String> {
        let mut faults = Vec::new();
        if let Some(error) = &self.error {
            faults.push(error.clone());
        } else {
            if let Some((own, real)) = &self.printed {
                faults.push(format!("prints {own:?}, not {real:?}"));
            }
            if self.ssim < self.least() {
                faults.push(format!("similarity {:.4}", self.ssim));
            }
            for (count, what) in [(&self.marks, "marks"), (&self.texts, "texts")] {
                if !count.is_right() {
                    let wrong = count.wrong.first().map_or("", |wrong| wrong);
                    faults.push(format!("{} of {} {what} in place: {wrong}", count.right, count.all));
                }
            }
            if !self.replays {
                faults.push("the replay differs".to_owned());
            }
        }
        (!faults.is_empty()).then(|| faults.join("; "))
    }
}

/// Where the gallery is.
pub fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/gallery")
}

fn picture(path: &Path) -> RgbaImage {
    image::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).into_rgba8()
}

/// All scripts in order, or those whose name contains one of `wanted`.
pub fn cases(wanted: &[String]) -> Vec<Case> {
    let mut cases = Vec::new();
    for class in CLASSES {
        let folder = directory().join("scripts").join(class);
        let entries = fs::read_dir(&folder).expect("the class has a folder of scripts");
        let mut paths: Vec<PathBuf> =
            entries.map(|entry| entry.expect("the folder can be read").path()).collect();
        paths.sort();
        for path in paths {
            let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
            let name = format!("{class}/{stem}");
            let is_script = path.extension().is_some_and(|ending| ending == "py");
            if is_script && (wanted.is_empty() || wanted.iter().any(|part| name.contains(&**part))) {
                cases.push(case(class, stem, &path));
            }
        }
    }
    cases
}

fn case(class: &str, stem: &str, path: &Path) -> Case {
    let source = fs::read_to_string(path).expect("the script can be read");
    let input = source.lines().find_map(|line| line.strip_prefix("# input: ")).unwrap_or("triangle");
    let input = picture(&directory().join("inputs").join(format!("{input}.png")));
    let goldens = directory().join("goldens").join(class);
    let text = fs::read_to_string(goldens.join(format!("{stem}.json")))
        .unwrap_or_else(|error| panic!("{class}/{stem} has no golden, make it: {error}"));
    let golden: Golden = serde_json::from_str(&text).expect("the golden is of this form");
    let file = |index: usize| match index {
        0 => format!("{stem}.png"),
        index => format!("{stem}-{}.png", index + 1),
    };
    let pictures = (0..golden.images.len()).map(|index| picture(&goldens.join(file(index)))).collect();
    Case { name: format!("{class}/{stem}"), source, input, golden, pictures }
}

/// Compares many scripts, on all processors; in the order of the cases.
pub fn compare_all(cases: &[Case]) -> Vec<Verdict> {
    let next = Mutex::new(0);
    let verdicts = Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let index = {
                        let mut next = next.lock().expect("no worker fails holding it");
                        *next += 1;
                        *next - 1
                    };
                    let Some(case) = cases.get(index) else { break };
                    let verdict = compare(case);
                    verdicts.lock().expect("no worker fails holding it").push((index, verdict));
                }
            });
        }
    });
    let mut verdicts = verdicts.into_inner().expect("no worker fails holding it");
    verdicts.sort_by_key(|(index, _)| *index);
    verdicts.into_iter().map(|(_, verdict)| verdict).collect()
}

/// Runs a script in a fresh sandbox and compares.
pub fn compare(case: &Case) -> Verdict {
    let mut sandbox = Sandbox::with_image(case.input.clone(), "/input/image.png", Limits::default());
    let execution = sandbox.run(&case.source);
    let golden = &case.golden;
    let is_plot = !golden.marks.is_empty();
    let mut verdict = Verdict {
        name: case.name.clone(),
        is_plot,
        error: execution.error.as_ref().map(ToString::to_string),
        printed: first_difference(&execution.stdout, &golden.out),
        pictures: Vec::new(),
        ssim: 1.0,
        different: 0,
        marks: Count::default(),
        texts: Count::default(),
        replays: true,
    };
    for (index, real) in case.pictures.iter().enumerate() {
        let name = &golden.images[index];
        // The name decides, as a script may save pictures in a different order of first use.
        let same_name = |path: &str| path.rsplit('/').next() == Some(name);
        let own = execution.images.iter().find(|own| same_name(&own.path)).or(execution.images.get(index));
        let (similarity, different) = match own {
            Some(own) => (ssim::ssim(&own.image, real), differing(&own.image, real)),
            None => (0.0, real.pixels().len()),
        };
        verdict.ssim = verdict.ssim.min(similarity);
        verdict.different += different;
        if let Some(own) = own {
            verdict.replays &= replay(&case.input, &execution.ops, own.canvas) == *own.image;
            if is_plot && let Some(wanted) = golden.marks.get(index) {
                verdict.marks.add(marks::marks(&execution.ops, own.canvas, wanted));
            }
            if is_plot && let Some(wanted) = golden.texts.get(index) {
                verdict.texts.add(marks::texts(&execution.ops, Some(own.canvas), wanted));
            }
        }
        verdict.pictures.push((own.map(|own| own.image.clone().into_image()), real.clone()));
    }
    if !is_plot && let Some(wanted) = golden.texts.first() {
        verdict.texts = marks::texts(&execution.ops, None, wanted);
    }
    verdict
}

/// Pixels that differ; those without any alpha have no colour.
fn differing(own: &RgbaImage, real: &RgbaImage) -> usize {
    if own.dimensions() != real.dimensions() {
        return real.pixels().len();
    }
    let same = |a: &[u8; 4], b: &[u8; 4]| a == b || (a[3] == 0 && b[3] == 0);
    own.pixels().zip(real.pixels()).filter(|(a, b)| !same(&a.0, &b.0)).count()
}

/// The first line that differs, here and in real Python.
fn first_difference(own: &str, real: &str) -> Option<(String, String)> {
    let (mut own, mut real) = (own.lines(), real.lines());
    loop {
        let pair = (own.next(), real.next());
        if pair == (None, None) {
            return None;
        }
        if pair.0 != pair.1 {
            return Some((pair.0.unwrap_or("").to_owned(), pair.1.unwrap_or("").to_owned()));
        }
    }
}
