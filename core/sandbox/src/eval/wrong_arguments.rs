//! Messages about calls with the wrong arguments.

/// Too many positional arguments.
pub(super) fn too_many(name: &str, least: usize, most: usize, given: usize) -> String {
    let takes = if least == most { format!("{most}") } else { format!("from {least} to {most}") };
    let s = if most == 1 { "" } else { "s" };
    let were = if given == 1 { "was" } else { "were" };
    format!("{name}() takes {takes} positional argument{s} but {given} {were} given")
}

/// Required arguments that were not given.
pub(crate) fn missing_arguments(name: &str, kind: &str, missing: &[&str]) -> String {
    let quoted: Vec<String> = missing.iter().map(|n| format!("'{n}'")).collect();
    let list = match &quoted[..] {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    };
    let s = if missing.len() == 1 { "" } else { "s" };
    format!("{name}() missing {} required {kind} argument{s}: {list}", missing.len())
}
