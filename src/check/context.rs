//! The input of the families: the draft, its framework, its statement, and tables to look items up by id.

use std::collections::{HashMap, HashSet};

use crate::assessment::{
    Address, Assessment, Date, Evidence, Figure, Finding, Framework, List, Predecessor, by_id,
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
        let unspoken = document.unspoken.iter();
        Self {
            draft,
            framework,
            document,
            predecessor,
            findings: by_id(&draft.findings, |it| &it.id),
            evidence: by_id(&draft.evidence, |it| &it.id),
            figures: by_id(&draft.figures, |it| &it.id),
            unspoken: unspoken
                .filter_map(|it| it.source.id_in(List::Findings))
                .collect(),
        }
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
