//! The cases: hostile programs, the language's snippets, and the gallery's drawing scripts.

use std::path::{Path, PathBuf};

use base64::{Engine, engine::general_purpose::STANDARD};
use vthinker_everywhere::Case;
use vthinker_sandbox::Limits;

use crate::hostile;

/// All of them, in an order that does not change.
pub fn all() -> impl Iterator<Item = Case> {
    hostile_programs().chain(snippets()).chain(gallery())
}

fn hostile_programs() -> impl Iterator<Item = Case> {
    hostile::topics().into_iter().flat_map(|(topic, programs)| {
        let mut cases = Vec::new();
        programs(&mut |name, source, _| {
            cases.push(Case {
                name: format!("hostile: {topic}: {name}"),
                source: source.to_owned(),
                image: None,
                limits: hostile::limits(),
            });
        });
        cases
    })
}

/// Every file `snippets/TOPIC.py` holds snippets, each after a line `#%% name`.
fn snippets() -> impl Iterator<Item = Case> {
    files("snippets").into_iter().filter(|path| stem(path) != "make_snippets").flat_map(|path| {
        let text = read(&path);
        let parts = text.split("#%% ").skip(1).filter_map(|part| part.split_once('\n'));
        let case = |(name, source): (&str, &str)| Case {
            name: format!("snippet: {}: {name}", stem(&path)),
            source: source.to_owned(),
            image: None,
            limits: Limits::default(),
        };
        parts.map(case).collect::<Vec<_>>()
    })
}

/// Every script `gallery/scripts/CLASS/NAME.py` on the input picture that a line `# input: NAME` may name.
pub fn gallery() -> impl Iterator<Item = Case> {
    let classes = ["pil", "opencv", "matplotlib", "mixed"];
    classes.into_iter().flat_map(|class| files(&format!("gallery/scripts/{class}"))).map(|path| {
        let source = read(&path);
        let named = source.lines().find_map(|line| line.strip_prefix("# input: ")).unwrap_or("triangle");
        let picture = suites().join(format!("gallery/inputs/{}.png", named.trim()));
        let bytes = std::fs::read(&picture).unwrap_or_else(|e| panic!("{}: {e}", picture.display()));
        Case {
            name: format!("gallery: {}", stem(&path)),
            source,
            image: Some(STANDARD.encode(bytes)),
            limits: Limits::default(),
        }
    })
}

fn suites() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../core/sandbox/tests")
}

/// The Python files of a folder, by name.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = suites().join(folder);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder's entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "py"));
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
