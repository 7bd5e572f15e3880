//! Writing a tree in the form in which it is read.

use std::fmt::{self, Display, Write};

use super::tree::{Knowledge, NodeId};

impl Display for Knowledge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        for id in self.domains() {
            self.write(*id, &mut text)?;
        }
        f.write_str(&text)
    }
}

impl Knowledge {
    // Recursion is bounded by the number of layers.
    fn write(&self, id: NodeId, text: &mut String) -> fmt::Result {
        let node = self.node(id);
        let indent = 2 * (node.depth - 1);
        match &node.sentence {
            Some(sentence) => writeln!(text, "{:indent$}- {}: {sentence}", "", node.name)?,
            None => writeln!(text, "{:indent$}- {}", "", node.name)?,
        }
        for child in &node.children {
            self.write(*child, text)?;
        }
        Ok(())
    }
}
