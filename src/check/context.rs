//! What the families look at: the draft, its framework, its statement, and tables to look things up in.

use std::collections::{HashMap, HashSet};

use crate::assessment::{
    Address, Assessment, Date, Evidence, Figure, Finding, Framework, List, Predecessor,
};
use crate::statement::Document;

pub(super) struct CheckContext<'a> {
    pub(super) draft: &'a Assessment,
    pub(super) framework: &'a Framework,
    pub(super) document: &'a Document,
    /// The first of each id.
    pub(super) findings: HashMap<&'a str, &'a Finding>,
    pub(super) evidence: HashMap<&'a str, &'a Evidence>,
    pub(super) figures: HashMap<&'a str, &'a Figure>,
    /// Last year's draft.
    pub(super) predecessor: &'a Predecessor,
    /// Findings that are not spoken.
    pub(super) silent: HashSet<&'a str>,
}

impl<'a> CheckContext<'a> {
    pub(super) fn new(
        draft: &'a Assessment,
        framework: &'a Framework,
        document: &'a Document,
        predecessor: &'a Predecessor,
    ) -> Self {
        let mut case = Self {
            draft,
            framework,
            document,
            predecessor,
            findings: HashMap::with_capacity(draft.findings.len()),
            evidence: HashMap::with_capacity(draft.evidence.len()),
            figures: HashMap::with_capacity(draft.figures.len()),
            silent: HashSet::new(),
        };
        for finding in &draft.findings {
            case.findings.entry(&finding.id).or_insert(finding);
        }
        for evidence in &draft.evidence {
            case.evidence.entry(&evidence.id).or_insert(evidence);
        }
        for figure in &draft.figures {
            case.figures.entry(&figure.id).or_insert(figure);
        }
        for unspoken in &document.unspoken {
            if let Some(id) = unspoken.source.id_in(List::Findings) {
                case.silent.insert(id);
            }
        }
        case
    }

    /// Whether the framework's scale is the one of five grades, in use since 2021/22.
    pub(super) fn has_five_grades(&self) -> bool {
        let five = crate::assessment::Grade::Adequate;
        self.framework.scale_point(five).is_some()
    }
}

/// The year of whose house style a draft is: that of publication, else of fieldwork, else of its label.
pub(super) fn year(draft: &Assessment) -> Option<u16> {
    let period = &draft.period;
    let day = Date::parse(&period.published).or_else(|| Date::parse(&period.fieldwork_to));
    day.map(|day| day.year).or_else(|| year_in(&period.label))
}

/// The first year that a text names: "2021/22" → 2021.
pub(super) fn year_in(text: &str) -> Option<u16> {
    text.split(|sign: char| !sign.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .find_map(|digits| digits.parse().ok())
}

/// Where a finding is.
pub(super) fn at(finding: &Finding) -> Address {
    Address::Item(List::Findings, finding.id.clone())
}

/// A field.
pub(super) fn field(path: &str) -> Address {
    Address::Field(path.to_owned())
}
