//! What the middle pane shows.

/// A page of the middle pane, an entry of the left one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The body, the inspector, the period, the draft's own words.
    #[default]
    About,
    /// The opening and the findings about the whole.
    Overall,
    /// Items that wait for a place since the framework was changed.
    Tray,
    /// A graded pillar of the framework, by its place.
    Pillar(usize),
    /// A heading of the framework, by its place.
    Heading(usize),
    /// The look-ahead: what will be inspected next.
    Outlook,
    /// The answers of the body, in its own words.
    Answers,
    /// The ledger of figures.
    Figures,
    /// The ledger of evidence.
    Evidence,
}

/// Something whose every field is shown in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// A finding.
    Finding(usize),
    /// A figure.
    Figure(usize),
    /// An item of evidence.
    Evidence(usize),
}
