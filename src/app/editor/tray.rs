//! The framework of the open draft, and what waits in the tray since it was changed.

use std::sync::Arc;

use super::{DraftEditor, EditorRow, Page};
use crate::app::effect::Effect;
use crate::assessment::{
    Address, Apart, Edit, FindingField, Framework, Item, JudgmentField, Mapping, OVERALL,
    OverallField, Place, TRAY, TrayItemField, Value, edits, reframe,
};

/// The reason why a finding that was set aside is not spoken.
const ASIDE: &str = "set aside when the framework was changed";

impl DraftEditor {
    /// Returns how much waits in the tray, without what was set aside.
    pub fn waiting(&self) -> usize {
        let findings = self.assessment.under(TRAY);
        let findings = findings.filter(|(_, finding)| finding.spoken != Some(false));
        let items = self.assessment.tray.iter().filter(|item| !item.aside);
        findings.count() + items.count()
    }

    /// Puts the draft under another framework, in one step.
    pub(in crate::app) fn change_framework(
        &mut self,
        to: &Arc<Framework>,
        mappings: &[Mapping],
    ) -> Result<(), String> {
        let after = reframe(&self.assessment, &self.framework, to, mappings);
        let edits = edits(&self.assessment, &after);
        self.learn(to);
        self.change(edits)?;
        let page = match self.waiting() {
            0 => Page::Overall,
            _ => Page::Tray,
        };
        self.turn_page(page);
        Ok(())
    }

    /// Takes note of a framework that the draft may come to have.
    fn learn(&mut self, framework: &Arc<Framework>) {
        if !self.known.iter().any(|known| known.id == framework.id) {
            self.known.push(Arc::clone(framework));
        }
    }

    /// Goes over to the framework that the draft names, where that is known.
    pub(super) fn follow_framework(&mut self) {
        let named = &self.assessment.head.framework;
        if *named == self.framework.id {
            return;
        }
        let Some(known) = self.known.iter().find(|known| known.id == *named) else {
            return;
        };
        let before = std::mem::replace(&mut self.framework, Arc::clone(known));
        self.learn(&before);
        // A page is a place in the framework, and that is another one now.
        if matches!(self.page, Page::Heading(_) | Page::Pillar(_)) {
            self.page = Page::Overall;
            self.detail = None;
        }
        self.unwoven = true;
    }

    /// Returns what is to be asked for because the draft names a framework that is not known: a change of it was taken
    /// back that was made before the draft was opened.
    pub(in crate::app) fn missing_framework(&mut self) -> Option<Effect> {
        let named = &self.assessment.head.framework;
        if *named == self.framework.id || *named == self.requested_framework {
            return None;
        }
        self.requested_framework.clone_from(named);
        Some(Effect::Framework(named.clone()))
    }

    /// Takes a framework that was asked for.
    pub(in crate::app) fn take_framework(&mut self, framework: &Arc<Framework>) {
        self.learn(framework);
        self.requested_framework.clear();
        self.follow_framework();
        self.settle();
        self.reshape();
    }

    /// Returns where what waits could go: the ids and titles of what is judged.
    pub(in crate::app) fn places_for(&self, at: usize) -> Vec<(String, String)> {
        let draft = &self.assessment;
        let judged = draft.tray.get(at).is_some_and(|item| {
            let of = Address::parse(&item.of, draft);
            item.of == OVERALL || matches!(of, Address::Judgment(_))
        });
        if !judged {
            return Vec::new();
        }
        let whole = (OVERALL.to_owned(), "Overall".to_owned());
        let whole = self.framework.graded_overall.then_some(whole);
        let pillars = self.framework.pillars.iter().filter(|pillar| pillar.graded);
        let judged = pillars.chain(&self.framework.headings);
        let judged = judged.map(|it| (it.id.clone(), it.title.clone()));
        whole.into_iter().chain(judged).collect()
    }

    /// Gives a judgment that waits its place. A grade that does not compare stays behind. Returns what was done, in words.
    pub(in crate::app) fn place_waiting(&mut self, at: usize, id: &str) -> Result<String, String> {
        let item = self.assessment.tray.get(at).cloned();
        let item = item.ok_or("It is gone already.")?;
        let title = match id {
            OVERALL => "Overall".to_owned(),
            id => self
                .framework
                .judged(id)
                .map_or(id, |it| &it.title)
                .to_owned(),
        };
        let judgment = self.assessment.judgment(id);
        let overall = &self.assessment.overall;
        let taken = match id {
            OVERALL => overall.grade.is_some() || !overall.rationale.is_empty(),
            _ => judgment != crate::assessment::Judgment::default(),
        };
        if taken {
            return Err(format!(
                "{title} is judged already; set this aside, or clear what stands there first."
            ));
        }
        let apart = item.grade.and(self.framework.apart_from_waiting(&item));
        let fits = apart.is_none();
        let text = |words: &str| (!words.is_empty()).then(|| Value::Text(words.to_owned()));
        let grade = item.grade.filter(|_| fits).and_then(|it| text(it.word()));
        let rationale = text(&item.rationale);
        let list = |ids: &[String]| (!ids.is_empty()).then(|| Value::List(ids.to_vec()));
        let reasons = list(&item.rationale_stood_on);
        let grounds = list(&item.grade_stood_on).filter(|_| fits);
        let sets = match id {
            OVERALL => vec![
                (Place::Overall(OverallField::Grade), grade),
                (Place::Overall(OverallField::Rationale), rationale),
                (Place::Overall(OverallField::GradeStoodOn), grounds),
                (Place::Overall(OverallField::RationaleStoodOn), reasons),
            ],
            id => {
                let place = |field| Place::Judgment(id.to_owned(), field);
                let state = item.state.filter(|_| fits);
                vec![
                    (place(JudgmentField::Grade), grade),
                    (
                        place(JudgmentField::State),
                        state.and_then(|it| text(it.word())),
                    ),
                    (
                        place(JudgmentField::From),
                        state.and_then(|_| text(&item.from)),
                    ),
                    (place(JudgmentField::Rationale), rationale),
                    (place(JudgmentField::GradeStoodOn), grounds),
                    (place(JudgmentField::RationaleStoodOn), reasons),
                ]
            }
        };
        let mut edits = self.setting(&sets);
        if fits {
            let item = Item::TrayItem(item);
            edits.push(Edit::Remove { at, item });
            self.change(edits)?;
            return Ok(format!("{title} has it now."));
        }
        let left = Place::TrayItem(at, TrayItemField::Rationale);
        edits.extend(self.setting(&[(left, None)]));
        self.change(edits)?;
        let of = match apart {
            Some(Apart::Programmes) => "of a programme that does not compare",
            Some(Apart::Scales) | None => "of another scale",
        };
        Ok(format!(
            "{title} has the reason; the grade is {of} and stays here."
        ))
    }

    /// Sets what is under the cursor aside, or takes it up again. Returns what was done, in words.
    pub(in crate::app) fn set_waiting_aside(&mut self) -> Result<String, String> {
        let nothing = "Only what waits in the tray can be set aside.";
        let (sets, aside) = match self.current() {
            Some(EditorRow::TrayItem(at)) => {
                let item = self.assessment.tray.get(*at).ok_or(nothing)?;
                let value = (!item.aside).then_some(Value::Flag(true));
                let place = Place::TrayItem(*at, TrayItemField::Aside);
                (vec![(place, value)], !item.aside)
            }
            Some(EditorRow::Finding(at)) if self.page == Page::Tray => {
                let finding = self.assessment.findings.get(*at).ok_or(nothing)?;
                let aside = finding.spoken != Some(false);
                let place = |field| Place::Finding(*at, field);
                let why = aside.then(|| Value::Text(ASIDE.to_owned()));
                let spoken = aside.then_some(Value::Flag(false));
                (
                    vec![
                        (place(FindingField::Spoken), spoken),
                        (place(FindingField::Why), why),
                    ],
                    aside,
                )
            }
            _ => return Err(nothing.to_owned()),
        };
        let edits = self.setting(&sets);
        self.change(edits)?;
        Ok(match aside {
            true => "Set aside: it stays in the file, and waits no longer.".to_owned(),
            false => "It waits for a place again.".to_owned(),
        })
    }
}
