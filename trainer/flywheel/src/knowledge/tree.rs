//! The tree itself: nodes by number, so that walks and insertions are cheap and the order is that of the file.

use anyhow::{Result, bail, ensure};

use super::parse::{MAX_DEPTH, check_name, check_sentence};

/// A node of one tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) usize);

/// A domain, a field or a principle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The name, different from those of its siblings.
    pub name: String,
    /// What a principle states; fields have none.
    pub sentence: Option<String>,
    /// The layer: 1 for a domain, at most [`MAX_DEPTH`].
    pub depth: usize,
    pub(super) parent: Option<NodeId>,
    pub(super) children: Vec<NodeId>,
}

impl Node {
    /// Whether it states something, so that nothing lies below it.
    pub fn is_principle(&self) -> bool {
        self.sentence.is_some()
    }
}

/// Domains, fields and principles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Knowledge {
    pub(super) nodes: Vec<Node>,
    pub(super) domains: Vec<NodeId>,
}

impl Knowledge {
    /// The node of a number that this tree gave.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    /// Number of nodes: domains, fields and principles.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The deepest layer that is used.
    pub fn depth(&self) -> usize {
        self.nodes.iter().map(|node| node.depth).max().unwrap_or_default()
    }

    /// The outermost nodes.
    pub fn domains(&self) -> &[NodeId] {
        &self.domains
    }

    /// The nodes right below one.
    pub fn children(&self, id: NodeId) -> &[NodeId] {
        &self.node(id).children
    }

    /// The node right above one.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).parent
    }

    /// All nodes, in the order in which they came into the tree.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate().map(|(place, node)| (NodeId(place), node))
    }

    /// All principles, in the order in which they came into the tree.
    pub fn principles(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.iter().filter(|(_, node)| node.is_principle())
    }

    /// The principle of a name; the first if several fields have one so called.
    pub fn principle(&self, name: &str) -> Option<NodeId> {
        self.principles().find(|(_, node)| node.name == name).map(|(id, _)| id)
    }

    /// The domain of a name.
    pub fn domain(&self, name: &str) -> Option<NodeId> {
        self.child(None, name)
    }

    /// The domain above a node, or the node itself if it is one.
    pub fn domain_of(&self, id: NodeId) -> NodeId {
        let mut at = id;
        while let Some(parent) = self.node(at).parent {
            at = parent;
        }
        at
    }

    /// The names from the domain to a node.
    pub fn path(&self, id: NodeId) -> Vec<&str> {
        let mut names = vec![self.node(id).name.as_str()];
        let mut at = id;
        while let Some(parent) = self.node(at).parent {
            names.push(&self.node(parent).name);
            at = parent;
        }
        names.reverse();
        names
    }

    /// The node at the end of a path of names that starts with a domain.
    pub fn at<S: AsRef<str>>(&self, path: &[S]) -> Option<NodeId> {
        let mut at = None;
        for name in path {
            at = Some(self.child(at, name.as_ref())?);
        }
        at
    }

    /// How far a path exists: the last node on it and the number of its names up to there.
    pub fn along<S: AsRef<str>>(&self, path: &[S]) -> Option<(NodeId, usize)> {
        let mut found = None;
        for (place, name) in path.iter().enumerate() {
            match self.child(found.map(|(id, _)| id), name.as_ref()) {
                Some(id) => found = Some((id, place + 1)),
                None => break,
            }
        }
        found
    }

    /// Adds a principle at the end of a path of names, with the fields that are missing above it.
    ///
    /// # Errors
    /// If the path is too short or too deep, leads through a principle, ends on a node that exists, or a name or the
    /// sentence does not have the form of the file.
    pub fn insert<S: AsRef<str>>(&mut self, path: &[S], sentence: &str) -> Result<NodeId> {
        let shown = path.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" > ");
        ensure!(path.len() >= 2, "`{shown}` is no path: a principle lies below a domain");
        ensure!(path.len() <= MAX_DEPTH, "`{shown}` has {} layers, more than {MAX_DEPTH}", path.len());
        for name in path {
            check_name(name.as_ref())?;
        }
        check_sentence(sentence)?;
        let (at, known) = match self.along(path) {
            Some((id, known)) => (Some(id), known),
            None => (None, 0),
        };
        if known == path.len() {
            bail!("`{shown}` exists already");
        }
        if let Some(id) = at {
            let node = self.node(id);
            ensure!(
                !node.is_principle(),
                "`{}` on the path `{shown}` is a principle, not a field",
                node.name
            );
        }
        let mut at = at;
        for name in &path[known..path.len() - 1] {
            at = Some(self.push(at, name.as_ref(), None));
        }
        Ok(self.push(at, path[path.len() - 1].as_ref(), Some(sentence)))
    }

    /// The part of the tree that some principles and the nodes above them make.
    pub fn only(&self, principles: &[NodeId]) -> Self {
        let mut kept = vec![false; self.nodes.len()];
        for id in principles {
            let mut at = Some(*id);
            while let Some(id) = at {
                kept[id.0] = true;
                at = self.node(id).parent;
            }
        }
        let mut part = Self::default();
        let mut moved = vec![None; self.nodes.len()];
        // A parent comes before its children, so its new number is known.
        for (id, node) in self.iter().filter(|(id, _)| kept[id.0]) {
            let parent = node.parent.and_then(|parent| moved[parent.0]);
            moved[id.0] = Some(part.push(parent, &node.name, node.sentence.as_deref()));
        }
        part
    }

    pub(super) fn child(&self, parent: Option<NodeId>, name: &str) -> Option<NodeId> {
        let among = match parent {
            Some(id) => &self.node(id).children,
            None => &self.domains,
        };
        among.iter().copied().find(|id| self.node(*id).name == name)
    }

    pub(super) fn push(&mut self, parent: Option<NodeId>, name: &str, sentence: Option<&str>) -> NodeId {
        let id = NodeId(self.nodes.len());
        let depth = parent.map_or(1, |parent| self.node(parent).depth + 1);
        match parent {
            Some(parent) => self.nodes[parent.0].children.push(id),
            None => self.domains.push(id),
        }
        let sentence = sentence.map(str::to_owned);
        self.nodes.push(Node { name: name.to_owned(), sentence, depth, parent, children: vec![] });
        id
    }
}
