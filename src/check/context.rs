//! The input of the families: the draft, its framework, its statement, and tables to look items up by id.

use std::collections::{HashMap, HashSet};

use crate::assessment::{
    Address, Assessment, Date, Evidence, Figure, Finding, Framework, List, Predecessor,
};
use crate::statement::Document;
use crate::text::year_in;

/// The draft under check, with its items by id.
pub(super) struct CheckContext<'a> {
    pub(super) draft: &'a Assessment,
    pub(super) framework: &'a Framework,
    pub(super) document: &'a Document,
    /// Findings by id, the first of each; so with the next two.
    pub(super) findings: HashMap<&'a str, &'a Finding>,
    pub(super) evidence: HashMap<&'a str, &'a Evidence>,
    pub(super) figures: HashMap<&'a str, &'a Figure>,
    /// Last year's draft.
    pub(super) predecessor: &'a Predecessor,
    /// The ids of findings that are not spoken.
    pub(super) unspoken: HashSet<&'a str>,
}

impl<'a> CheckContext<'a> {
    /// Looks up the items of a draft.
    pub(super) fn new(
        draft: &'a Assessment,
        framework: &'a Framework,
        document: &'a Document,
        predecessor: &'a Predecessor,
    ) -> Self {
        let mut context = Self {
            draft,
            framework,
            document,
            predecessor,
            findings: HashMap::with_capacity(draft.findings.len()),
            evidence: HashMap::with_capacity(draft.evidence.len()),
            figures: HashMap::with_capacity(draft.figures.len()),
            unspoken: HashSet::new(),
        };
        for finding in &draft.findings {
            context.findings.entry(&finding.id).or_insert(finding);
        }
        for evidence in &draft.evidence {
            context.evidence.entry(&evidence.id).or_insert(evidence);
        }
        for figure in &draft.figures {
            context.figures.entry(&figure.id).or_insert(figure);
        }
        for item in &document.unspoken {
            if let Some(id) = item.source.id_in(List::Findings) {
                context.unspoken.insert(id);
            }
        }
        context
    }

    /// Returns true if the framework's scale is the one of five grades, in use since 2021/22.
    pub(super) fn has_five_grades(&self) -> bool {
        let five = crate::assessment::Grade::Adequate;
        self.framework.scale_point(five).is_some()
    }
}

/// Returns the year whose house style a draft follows: that of publication, else of fieldwork, else of its label.
pub(super) fn year(draft: &Assessment) -> Option<u16> {
    let period = &draft.period;
    let day = Date::parse(&period.published).or_else(|| Date::parse(&period.fieldwork_to));
    day.map(|day| day.year).or_else(|| year_in(&period.label))
}

/// Returns the address of a finding.
pub(super) fn at(finding: &Finding) -> Address {
    Address::Item(List::Findings, finding.id.clone())
}

/// Returns the address of a field.
pub(super) fn field(path: &str) -> Address {
    Address::Field(path.to_owned())
}
