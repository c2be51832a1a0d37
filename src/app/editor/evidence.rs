//! The ledger of evidence: what is shown of it, and how findings come to stand on it.

use super::{DraftEditor, EditorRow, Page};
use crate::app::effect::Effect;
use crate::assessment::{
    Assessment, Date, Edit, Evidence, EvidenceField, FigureField, FindingField, Item, Kind, List,
    Place, Value,
};
use crate::text::{counted, fold, same};

/// The items of evidence that are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum EvidenceFilter {
    /// All.
    #[default]
    All,
    /// Those on which no finding stands and no figure.
    Unused,
    /// Those older than a year before the fieldwork ended, or before publication where that is not written.
    Old,
    /// Those that weigh against a finding.
    Against,
    /// Those of a kind.
    Kind(String),
    /// Those on which findings under a heading stand, by its id.
    Heading(String),
}

impl EvidenceFilter {
    /// Returns what is shown, in a word or two.
    pub fn title(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Unused => "unused".to_owned(),
            Self::Old => "old".to_owned(),
            Self::Against => "weighing against".to_owned(),
            Self::Kind(kind) => kind.clone(),
            Self::Heading(heading) => heading.clone(),
        }
    }

    pub(super) fn shows(&self, assessment: &Assessment, item: &Evidence) -> bool {
        match self {
            Self::All => true,
            Self::Unused => {
                let uses = uses(assessment, &item.id);
                uses.supports + uses.against + uses.figures == 0
            }
            Self::Against => uses(assessment, &item.id).against > 0,
            Self::Old => is_old(assessment, item),
            Self::Kind(kind) => same(&item.kind, kind),
            Self::Heading(heading) => assessment
                .under(heading)
                .any(|(_, it)| it.evidence.contains(&item.id) || it.against.contains(&item.id)),
        }
    }
}

/// The number of times that an item of evidence is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EvidenceUses {
    /// Findings that it supports.
    pub supports: usize,
    /// Findings that it weighs against.
    pub against: usize,
    /// Figures that come from it.
    pub figures: usize,
}

/// Returns how often the item of this id is used.
pub fn uses(assessment: &Assessment, id: &str) -> EvidenceUses {
    let named = |ids: &[String]| ids.iter().any(|other| other == id);
    let mut uses = EvidenceUses::default();
    for finding in &assessment.findings {
        uses.supports += usize::from(named(&finding.evidence));
        uses.against += usize::from(named(&finding.against));
    }
    uses.figures = assessment
        .figures
        .iter()
        .filter(|it| it.source == id)
        .count();
    uses
}

/// Returns true where an item dates from more than a year before the fieldwork ended.
pub fn is_old(assessment: &Assessment, item: &Evidence) -> bool {
    let period = &assessment.period;
    let until = Date::parse(&period.fieldwork_to).or_else(|| Date::parse(&period.published));
    match (Date::parse(&item.date), until) {
        (Some(date), Some(until)) => {
            (date.year + 1, date.month, date.day) < (until.year, until.month, until.day)
        }
        _ => false,
    }
}

/// Returns the rows of the page.
pub(super) fn rows(assessment: &Assessment, filter: &EvidenceFilter) -> Vec<EditorRow> {
    let items = assessment.evidence.iter().enumerate();
    let shown: Vec<EditorRow> = items
        .filter(|(_, item)| filter.shows(assessment, item))
        .map(|(at, _)| EditorRow::Evidence(at))
        .collect();
    match (shown.is_empty(), filter) {
        (false, _) => shown,
        (true, EvidenceFilter::All) => vec![EditorRow::NoItems(
            "What findings stand on: documents, data, interviews, audits. From a finding, the command “evidence” records it in a line.",
        )],
        (true, _) => vec![EditorRow::NoItems(
            "There is none like that; / shows others.",
        )],
    }
}

/// Returns every field of one item of evidence.
pub(super) fn of_evidence(at: usize) -> Vec<EditorRow> {
    use EvidenceField as F;
    let field = |field| EditorRow::Field(Place::Evidence(at, field));
    vec![
        field(F::Title),
        field(F::Kind),
        field(F::Date),
        field(F::Place),
        field(F::Reference),
        field(F::Reliability),
        field(F::Note),
        field(F::Sha256),
    ]
}

impl DraftEditor {
    /// Returns true where the cursor is on a finding that says something and stands on no evidence; context needs none.
    pub(in crate::app) fn lacks_evidence(&self) -> bool {
        let finding = self.finding();
        let finding = finding.and_then(|at| self.assessment.findings.get(at));
        finding.is_some_and(|it| {
            it.evidence.is_empty() && it.kind != Kind::Context && !it.text.trim().is_empty()
        })
    }

    /// Asks for the hash of the file that an item names, where none is kept.
    pub(super) fn wants_hash(&mut self, at: usize) {
        let Some(item) = self.assessment.evidence.get(at) else {
            return;
        };
        let reference = item.reference.trim();
        let address = reference.contains("://");
        if item.sha256.is_empty()
            && !reference.is_empty()
            && !address
            && self.file.read_only.is_none()
        {
            self.to_hash.push((item.id.clone(), reference.to_owned()));
        }
    }

    /// Returns the next file whose hash is asked for.
    pub(in crate::app) fn next_to_hash(&mut self) -> Option<Effect> {
        let (id, reference) = self.to_hash.pop()?;
        Some(Effect::Hash { id, reference })
    }

    /// Keeps the hash of the file that an item names, where it still names it. True where it does.
    pub(in crate::app) fn was_hashed(&mut self, id: &str, reference: &str, hash: String) -> bool {
        let mut items = self.assessment.evidence.iter();
        let at = items.position(|item| {
            item.id == id && item.reference.trim() == reference && item.sha256.is_empty()
        });
        let Some(at) = at else {
            return false;
        };
        let place = Place::Evidence(at, EvidenceField::Sha256);
        let edits = self.setting(&[(place, Some(Value::Text(hash)))]);
        // Whoever types meanwhile goes on typing.
        let made = edits.into_iter().all(|edit| self.make(edit, false).is_ok());
        self.history.close();
        made
    }

    /// Returns the filters that would show something, the plain ones first.
    pub(in crate::app) fn evidence_filters(&self) -> Vec<(EvidenceFilter, String, usize)> {
        let mut filters = vec![
            (EvidenceFilter::All, "Everything on record.".to_owned()),
            (EvidenceFilter::Unused, "Nothing stands on it.".to_owned()),
            (
                EvidenceFilter::Old,
                "Older than a year before the fieldwork ended.".to_owned(),
            ),
            (
                EvidenceFilter::Against,
                "Weighs against a finding.".to_owned(),
            ),
        ];
        let mut kinds: Vec<&str> = self
            .assessment
            .evidence
            .iter()
            .map(|it| it.kind.as_str())
            .collect();
        kinds.sort_by_cached_key(|kind| fold(kind));
        kinds.dedup_by(|one, other| same(one, other));
        for kind in kinds.into_iter().filter(|kind| !kind.is_empty()) {
            filters.push((EvidenceFilter::Kind(kind.to_owned()), "A kind.".to_owned()));
        }
        for (id, title) in super::headings(&self.framework) {
            let filter = EvidenceFilter::Heading(id.to_owned());
            filters.push((filter, format!("What findings under {title} stand on.")));
        }
        let many = |filter: &EvidenceFilter| {
            let items = self.assessment.evidence.iter();
            items
                .filter(|item| filter.shows(&self.assessment, item))
                .count()
        };
        filters
            .into_iter()
            .map(|(filter, meaning)| {
                let many = many(&filter);
                (filter, meaning, many)
            })
            .filter(|(filter, _, many)| *many > 0 || *filter == EvidenceFilter::All)
            .collect()
    }

    /// Shows only some of the evidence.
    pub(in crate::app) fn filter_evidence(&mut self, filter: EvidenceFilter) {
        self.evidence_filter = filter;
        self.turn_page(Page::Evidence);
    }

    /// Adds an item to the ledger and begins typing its title.
    pub(super) fn add_evidence(&mut self) -> Result<(), String> {
        self.evidence_filter = EvidenceFilter::All;
        let at = match self.current() {
            Some(EditorRow::Evidence(at)) => at + 1,
            _ => self.assessment.evidence.len(),
        };
        let item = Evidence {
            id: self.new_id(List::Evidence),
            ..Evidence::default()
        };
        self.insert_and_type(at, item, Place::Evidence(at, EvidenceField::Title))
    }

    /// Lets a finding stand on the evidence of this title, or has that weigh against it; what is not in the
    /// ledger yet is put there. Returns what was done, in words.
    pub(in crate::app) fn record_evidence(
        &mut self,
        findings: &[usize],
        title: &str,
        against: bool,
    ) -> Result<String, String> {
        let field = if against {
            FindingField::Against
        } else {
            FindingField::Evidence
        };
        // The very title before one that only reads alike.
        let called = |title: &dyn Fn(&str) -> bool| {
            let mut items = self.assessment.evidence.iter();
            items.find(|item| title(&item.title))
        };
        let known = called(&|own| own == title).or_else(|| called(&|own| same(own, title)));
        let title = known.map_or_else(|| title.to_owned(), |item| item.title.clone());
        let known = known.map(|item| item.id.clone());
        let mut edits = Vec::new();
        let id = known.clone().unwrap_or_else(|| {
            let id = self.new_id(List::Evidence);
            edits.push(Edit::Insert {
                at: self.assessment.evidence.len(),
                item: Item::from(Evidence {
                    id: id.clone(),
                    title: title.clone(),
                    ..Evidence::default()
                }),
            });
            id
        });
        let sets = findings.iter().filter_map(|at| {
            let place = Place::Finding(*at, field);
            let mut ids = self.assessment.ids_at(&place);
            if ids.contains(&id) {
                return None;
            }
            ids.push(id.clone());
            Some((place, Some(Value::List(ids))))
        });
        let sets: Vec<_> = sets.collect();
        let many = sets.len();
        if many == 0 {
            return Ok("It stands on that already.".to_owned());
        }
        edits.extend(self.setting(&sets));
        // What a finding rests on is no other finding; what weighs against it is news to whoever judged it.
        match against {
            true => self.change(edits)?,
            false => self.reword(edits)?,
        }
        let what = match (against, many) {
            (true, 1) => "Weighs against it".to_owned(),
            (false, 1) => "It stands on".to_owned(),
            (true, many) => format!("Weighs against {}", counted(many, "finding")),
            (false, many) => format!("{} stand on", counted(many, "finding")),
        };
        Ok(match known {
            Some(_) => format!("{what}: {title}"),
            None => format!("{what}: {title} (new on record; its details can come later)"),
        })
    }

    /// Returns the edits that let nothing stand on this item any more.
    pub(super) fn without_evidence(&self, id: &str) -> Vec<Edit> {
        let mut sets = Vec::new();
        for (at, finding) in self.assessment.findings.iter().enumerate() {
            let lists = [
                (FindingField::Evidence, &finding.evidence),
                (FindingField::Against, &finding.against),
            ];
            for (field, ids) in lists {
                if ids.iter().any(|other| other == id) {
                    let left: Vec<String> = ids.iter().filter(|it| *it != id).cloned().collect();
                    let left = (!left.is_empty()).then_some(Value::List(left));
                    sets.push((Place::Finding(at, field), left));
                }
            }
        }
        for (at, figure) in self.assessment.figures.iter().enumerate() {
            if figure.source == id {
                sets.push((Place::Figure(at, FigureField::Source), None));
            }
        }
        self.setting(&sets)
    }
}
