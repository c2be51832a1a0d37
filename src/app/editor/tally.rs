//! The number of findings of each page, counted when one comes, goes or changes its kind.

use super::Page;
use crate::assessment::{Assessment, Framework, Kind, OVERALL, TRAY};
use crate::text::counted;

/// The numbers of findings of a page that speak for the body and that are needs, and of items beside those.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageTally {
    /// Strengths and practices.
    pub praise: usize,
    /// Areas for improvement.
    pub needs: usize,
    /// Causes of concern.
    pub concerns: usize,
    /// Context.
    pub other: usize,
    /// The items of a page without findings.
    pub items: usize,
}

impl PageTally {
    /// Counts a finding of this kind.
    pub(in crate::app) fn add(&mut self, kind: Kind) {
        match kind {
            kind if kind.is_praise() => self.praise += 1,
            Kind::Concern => self.concerns += 1,
            kind if kind.is_need() => self.needs += 1,
            _ => self.other += 1,
        }
    }
}

impl PageTally {
    /// Returns what there is of each in words: "2 strengths, 1 area for improvement"; `other` is the name of what is none of these.
    pub fn in_full(&self, other: &str) -> String {
        let counts = [
            ("strength", "", self.praise),
            ("area", " for improvement", self.needs),
            ("cause", " of concern", self.concerns),
            (other, "", self.other + self.items),
        ];
        let parts = counts.iter().filter(|(_, _, many)| *many > 0);
        let parts: Vec<String> = parts
            .map(|(noun, of, many)| counted(*many, noun) + of)
            .collect();
        parts.join(", ")
    }
}

impl std::fmt::Display for PageTally {
    /// Writes what there is of each, behind the signs that findings have: `+2 −1 ▼1 =3`; what is no finding has none.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let counts = [
            (Kind::Strength.sign(), self.praise),
            (Kind::Improvement.sign(), self.needs),
            (Kind::Concern.sign(), self.concerns),
            (Kind::Context.sign(), self.other),
            ("", self.items),
        ];
        let parts = counts.iter().filter(|(_, many)| *many > 0);
        let parts: Vec<String> = parts.map(|(sign, many)| format!("{sign}{many}")).collect();
        f.write_str(&parts.join(" "))
    }
}

/// Returns the tallies of these pages, in their order, in one walk over the findings.
pub(super) fn tallies(
    assessment: &Assessment,
    framework: &Framework,
    pages: &[Page],
) -> Vec<PageTally> {
    let place = |wanted: Page| pages.iter().position(|page| *page == wanted);
    let overall = place(Page::Overall);
    let of_heading = |id: &str| {
        if id == TRAY {
            return place(Page::Tray);
        }
        let mut headings = framework.headings.iter();
        let at = headings.position(|heading| heading.id == id);
        at.and_then(|at| place(Page::Heading(at))).or(overall)
    };
    let mut tallies = vec![PageTally::default(); pages.len()];
    // Findings of one heading mostly stand together, so the last answer is mostly the next.
    let mut last: (&str, Option<usize>) = (OVERALL, overall);
    for finding in &assessment.findings {
        if finding.heading != last.0 {
            last = (&finding.heading, of_heading(&finding.heading));
        }
        if let Some(tally) = last.1.and_then(|at| tallies.get_mut(at)) {
            tally.add(finding.kind);
        }
    }
    let items = [
        (Page::Tray, assessment.tray.len()),
        (Page::Outlook, assessment.outlook.len()),
        (Page::Answers, assessment.responses.len()),
        (Page::Evidence, assessment.evidence.len()),
        (Page::Figures, assessment.figures.len()),
    ];
    for (page, many) in items {
        if let Some(tally) = place(page).and_then(|at| tallies.get_mut(at)) {
            tally.items += many;
        }
    }
    tallies
}
