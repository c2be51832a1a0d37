//! The tree of tags: what each part of a page is to whoever does not see it.

use std::num::NonZeroU16;

use krilla::tagging::{
    Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

/// The meaning of a part of a document.
#[derive(Clone, Debug)]
pub(super) enum Role {
    Heading(u8, String),
    Paragraph,
    Quote,
    List,
    Item,
    Label,
    Body,
    Table(String),
    TableCaption,
    TableHead,
    TableBody,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Link,
    Reference,
    Note,
}

impl Role {
    fn tag(&self) -> TagKind {
        match self {
            Self::Heading(level, title) => {
                let level = NonZeroU16::new((*level).into()).unwrap_or(NonZeroU16::MIN);
                Tag::Hn(level, Some(title.clone())).into()
            }
            Self::Paragraph => Tag::P.into(),
            Self::Quote => Tag::BlockQuote.into(),
            Self::List => Tag::L(ListNumbering::Disc).into(),
            Self::Item => Tag::LI.into(),
            Self::Label => Tag::Lbl.into(),
            Self::Body => Tag::LBody.into(),
            Self::Table(summary) => Tag::Table.with_summary(Some(summary.clone())).into(),
            Self::TableCaption => Tag::Caption.into(),
            Self::TableHead => Tag::THead.into(),
            Self::TableBody => Tag::TBody.into(),
            Self::Row => Tag::TR.into(),
            Self::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
            Self::RowHead => Tag::TH(TableHeaderScope::Row).into(),
            Self::Cell => Tag::TD.into(),
            Self::Link => Tag::Link.into(),
            Self::Reference => Tag::Reference.into(),
            Self::Note => Tag::Note.into(),
        }
    }
}

/// A child of a node: another node, or a place for what is drawn.
#[derive(Clone, Copy, Debug)]
enum Child {
    Node(usize),
    Slot(usize),
}

/// The nodes of a document before anything is drawn. The first is the document itself.
pub(super) struct RoleTree {
    nodes: Vec<(Role, Vec<Child>)>,
    slots: usize,
}

/// The document.
pub(super) const ROOT: usize = 0;

impl RoleTree {
    pub(super) fn new() -> Self {
        Self {
            nodes: vec![(Role::Paragraph, Vec::new())],
            slots: 0,
        }
    }

    /// Adds a node at the end of another, and returns it.
    pub(super) fn node(&mut self, parent: usize, role: Role) -> usize {
        let own = self.nodes.len();
        self.nodes.push((role, Vec::new()));
        self.add(parent, Child::Node(own));
        own
    }

    /// Adds a place for what is drawn at the end of a node, and returns it.
    pub(super) fn slot(&mut self, parent: usize) -> usize {
        let own = self.slots;
        self.slots += 1;
        self.add(parent, Child::Slot(own));
        own
    }

    fn add(&mut self, parent: usize, child: Child) {
        if let Some((_, children)) = self.nodes.get_mut(parent) {
            children.push(child);
        }
    }

    /// Returns an empty list for each place.
    pub(super) fn empty_slots(&self) -> Vec<Vec<Identifier>> {
        vec![Vec::new(); self.slots]
    }

    /// Returns the tree with what was drawn in its places.
    pub(super) fn tags(&self, drawn: &[Vec<Identifier>]) -> TagTree {
        // From the last to the first: a node comes before what is in it.
        let mut groups: Vec<Option<TagGroup>> = vec![None; self.nodes.len()];
        for (at, (role, children)) in self.nodes.iter().enumerate().rev() {
            let children = filled(children, &mut groups, drawn);
            if at == ROOT {
                return children.into();
            }
            if let Some(group) = groups.get_mut(at) {
                *group = Some(TagGroup::with_children(role.tag(), children));
            }
        }
        TagTree::new()
    }
}

fn filled(
    children: &[Child],
    groups: &mut [Option<TagGroup>],
    drawn: &[Vec<Identifier>],
) -> Vec<Node> {
    let mut filled = Vec::new();
    for child in children {
        match child {
            Child::Node(node) => {
                let group = groups.get_mut(*node).and_then(Option::take);
                filled.extend(group.map(Node::from));
            }
            Child::Slot(slot) => {
                let drawn = drawn.get(*slot).into_iter().flatten();
                filled.extend(drawn.copied().map(Node::from));
            }
        }
    }
    filled
}
