//! The knowledge tree and the visual tools: the embedded ones, and what is said of broken ones.

use std::collections::BTreeSet;

use vthinker_flywheel::families::{all, mini};
use vthinker_flywheel::{Knowledge, MAX_DEPTH, Tools};

#[test]
fn the_embedded_tree_has_its_size_and_form() {
    let tree = Knowledge::embedded().unwrap();
    assert_eq!(tree.domains().len(), 25);
    assert!(tree.principles().count() >= 600, "{}", tree.principles().count());
    assert!(tree.depth() <= MAX_DEPTH);
    for (id, node) in tree.iter() {
        assert_eq!(tree.at(&tree.path(id)), Some(id), "{}", node.name);
        assert_eq!(tree.path(id).len(), node.depth);
        assert!(node.is_principle() == tree.children(id).is_empty());
    }
    // Families name principles without their paths.
    let names: BTreeSet<&str> = tree.principles().map(|(_, node)| node.name.as_str()).collect();
    assert_eq!(names.len(), tree.principles().count(), "two principles have one name");
}

#[test]
fn a_tree_reads_what_it_writes() {
    let tree = Knowledge::embedded().unwrap();
    let again = Knowledge::parse(&tree.to_string()).unwrap();
    assert_eq!(tree, again);
    assert_eq!(tree.to_string(), again.to_string());
}

#[test]
fn every_broken_line_is_named() {
    let text = "Words.\n\n- A\n  - One: A sentence.\n  - One: Another.\n      - Orphan: Too deep.\n  - Empty\n  - Mute:\n\
                   - Odd: Three spaces.\n- Top: Says something.\n- B\n  - C: States.\n    - D: Below a principle.\n";
    let text = text.replace("Mute:\n- Odd", "Mute:\n   - Odd");
    let error = format!("{:#}", Knowledge::parse(&text).unwrap_err());
    for expected in [
        "line 5: `One` is a duplicate: `A` has one already",
        "line 6: `Orphan` is an orphan",
        "line 7: `Empty` has neither",
        "line 8: `Mute`: there is a colon but no sentence",
        "line 9: 3 spaces",
        "line 10: `Top` is outermost",
        "line 13: `D` lies below the principle `C`",
    ] {
        assert!(error.contains(expected), "{expected:?} is not in\n{error}");
    }
    let deep: String = (0..8).map(|layer| format!("{:1$}- N{layer}\n", "", 2 * layer)).collect();
    let error = Knowledge::parse(&deep).unwrap_err().to_string();
    assert!(error.contains("line 8: `N7` lies on layer 8, deeper than 7"), "{error}");
    assert!(Knowledge::parse("no bullets").is_err());
    assert!(Knowledge::parse("- A\n\t- B: A tab.").unwrap_err().to_string().contains("line 2"));
}

#[test]
fn principles_are_inserted_with_their_fields() {
    let mut tree = Knowledge::parse("- A\n  - B\n    - C: States.\n").unwrap();
    let id = tree.insert(&["A", "B", "New", "D"], "States more.").unwrap();
    assert_eq!(tree.path(id), ["A", "B", "New", "D"]);
    assert_eq!(tree.len(), 5);
    assert_eq!(tree.node(tree.domain_of(id)).name, "A");
    for (path, sentence, expected) in [
        (vec!["A", "B", "C"], "Again.", "exists already"),
        (vec!["A", "B", "C", "D"], "Below.", "is a principle"),
        (vec!["A"], "Alone.", "no path"),
        (vec!["A", "x: y"], "Colon.", "holds a colon"),
        (vec!["A", "x"], "", "no sentence"),
        (vec!["A", "1", "2", "3", "4", "5", "6", "7"], "Deep.", "more than 7"),
    ] {
        let error = tree.insert(&path, sentence).unwrap_err().to_string();
        assert!(error.contains(expected), "{expected:?} is not in {error:?}");
    }
    assert_eq!(tree.len(), 5);
    let only = tree.only(&[id]);
    assert_eq!(only.to_string(), "- A\n  - B\n    - New\n      - D: States more.\n");
}

#[test]
fn every_embedded_tool_changes_a_picture() {
    let tools = Tools::embedded().unwrap();
    assert!(tools.len() >= 61, "{}", tools.len());
    let faults: Vec<String> =
        tools.iter().filter_map(|tool| tool.try_out().err()).map(|error| format!("{error:#}")).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(Tools::parse(&tools.to_toml().unwrap()).unwrap(), tools);
}

#[test]
fn every_broken_table_is_named() {
    let table = |name: &str, snippet: &str| {
        format!(
            "[[tool]]\nname = \"{name}\"\ngroup = \"mark\"\ndoes = \"d\"\nneeds = \"n\"\nsnippet = \"{snippet}\"\n"
        )
    };
    let text = [table("a", "x"), table("a", "x"), table("B", "x"), table("c", "")].concat();
    let error = format!("{:#}", Tools::parse(&text).unwrap_err());
    for expected in ["line 7: `a` is a duplicate", "line 13: `B` is no name", "line 19: `c`: expected 1 to"] {
        assert!(error.contains(expected), "{expected:?} is not in\n{error}");
    }
    let error = format!("{:#}", Tools::parse("[[tool]]\nname = \"a\"\n").unwrap_err());
    assert!(error.contains("line 1") && error.contains("missing field"), "{error}");
}

#[test]
fn families_name_what_exists() {
    let (tree, tools) = (Knowledge::embedded().unwrap(), Tools::embedded().unwrap());
    let mut unknown = Vec::new();
    for family in all().skip(mini::FAMILIES.len()) {
        if tree.domain(family.domain).is_none() {
            unknown.push(format!("{}: domain {:?}", family.name, family.domain));
        }
        let names = family.knowledge.iter().filter(|name| tree.principle(name).is_none());
        unknown.extend(names.map(|name| format!("{}: principle {name:?}", family.name)));
        let names = family.tools.iter().filter(|name| tools.get(name).is_none());
        unknown.extend(names.map(|name| format!("{}: tool {name:?}", family.name)));
    }
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}
