//! From one framework to another without losing a word.
//!
//! Each heading of the old framework is given one of the new one, or none. What it held moves with it; what finds
//! no place waits in the tray: findings under [`TRAY`], the rest as [`TrayItem`]. A grade never moves to a
//! programme with which it does not compare.

use std::collections::HashMap;
use std::sync::Arc;

use super::{
    Address, Assessment, Finding, Framework, Judgment, List, Mapping, NO_OPENING, OVERALL, TRAY,
    TrayItem,
};

/// Returns the draft under another framework.
pub fn reframe(
    draft: &Assessment,
    from: &Framework,
    to: &Framework,
    mappings: &[Mapping],
) -> Assessment {
    let to_of: HashMap<&str, &str> = mappings
        .iter()
        .filter_map(|mapping| Some((mapping.from.as_str(), mapping.to.as_deref()?)))
        .filter(|(_, new)| to.judged(new).is_some())
        .collect();
    let mut reframing = Reframing {
        from,
        to,
        to_of,
        before: draft,
        after: draft.clone(),
    };
    reframing.after.head.framework.clone_from(&to.id);
    if !draft.head.framework_version.is_empty() {
        reframing
            .after
            .head
            .framework_version
            .clone_from(&to.version);
    }
    reframing.judgments();
    reframing.whole();
    reframing.findings();
    reframing.paragraphs();
    reframing.remarks();
    reframing.after
}

struct Reframing<'a> {
    from: &'a Framework,
    to: &'a Framework,
    /// The new heading or pillar of each old one that has one.
    to_of: HashMap<&'a str, &'a str>,
    before: &'a Assessment,
    after: Assessment,
}

impl Reframing<'_> {
    /// Puts something in the tray.
    fn keep(&mut self, of: &Address, title: &str, item: TrayItem) {
        let item = TrayItem {
            id: self.after.free_id(List::Tray),
            of: of.path().into_owned(),
            title: title.to_owned(),
            framework: self.from.id.clone(),
            scale: item.grade.and(i64::try_from(self.from.scale.len()).ok()),
            ..item
        };
        self.after.tray.push(Arc::new(item));
    }

    fn judgments(&mut self) {
        self.after.grades.clear();
        // In the order of the framework, so that of two that come together the first keeps its place.
        let named = self.from.pillars.iter().chain(&self.from.headings);
        let mut ids: Vec<&str> = named.map(|heading| heading.id.as_str()).collect();
        let others = self.before.grades.keys().map(String::as_str);
        let others: Vec<&str> = others.filter(|id| !ids.contains(id)).collect();
        ids.extend(others);
        for id in ids {
            let Some(judgment) = self.before.grades.get(id).cloned() else {
                continue;
            };
            let fits = judgment.grade.is_none() || self.from.apart(self.to).is_none();
            match self.to_of.get(id) {
                Some(new) if fits && !self.after.grades.contains_key(*new) => {
                    self.after.grades.insert((*new).to_owned(), judgment);
                }
                _ => {
                    let title = self.from.judged(id).map_or(id, |heading| &heading.title);
                    let item = tray_item(judgment);
                    self.keep(&Address::Judgment(id.to_owned()), title, item);
                }
            }
        }
    }

    fn whole(&mut self) {
        let whole = self.before.overall.clone();
        let stance = &whole.stance;
        if !stance.is_empty() && stance != NO_OPENING && self.to.rung(stance).is_none() {
            self.after.overall.stance.clear();
            let value = stance.clone();
            let item = TrayItem {
                value,
                grade_stood_on: std::mem::take(&mut self.after.overall.stance_stood_on),
                ..TrayItem::default()
            };
            self.keep(&Address::Field("overall.stance".into()), "Opening", item);
        }
        // A form belongs to its opening: a file that names one which that has not is refused when it is read again.
        let rung = self.to.rung(&self.after.overall.stance);
        if !whole.form.is_empty() && rung.is_none_or(|rung| rung.form(&whole.form).is_none()) {
            self.after.overall.form.clear();
            self.keep_choice("overall.form", "Form of the opening", whole.form.clone());
        }
        let (voice, stage, closing) = (
            self.before.statement.voice.clone(),
            self.before.monitoring.stage.clone(),
            self.before.statement.closing.clone(),
        );
        if !voice.is_empty() && self.to.voice(&voice).is_none() {
            self.after.statement.voice.clear();
            self.keep_choice("statement.voice", "Voice", voice);
        }
        if !stage.is_empty() && self.to.stage(&stage).is_none() {
            self.after.monitoring.stage.clear();
            self.keep_choice("monitoring.stage", "Stage of monitoring", stage);
        }
        if !closing.is_empty() && self.to.closing(&closing).is_none() {
            self.after.statement.closing.clear();
            self.keep_choice("statement.closing", "Closing", closing);
        }
        let judged = whole.grade.is_some() || !whole.rationale.trim().is_empty();
        let fits =
            self.to.graded_overall && (whole.grade.is_none() || self.from.apart(self.to).is_none());
        if judged && !fits {
            self.after.overall.grade = None;
            self.after.overall.rationale.clear();
            let item = TrayItem {
                grade: whole.grade,
                rationale: whole.rationale,
                grade_stood_on: std::mem::take(&mut self.after.overall.grade_stood_on),
                rationale_stood_on: std::mem::take(&mut self.after.overall.rationale_stood_on),
                ..TrayItem::default()
            };
            self.keep(&Address::Field(OVERALL.into()), "Overall", item);
        }
    }

    /// Puts the name of something that was chosen of the framework's in the tray.
    fn keep_choice(&mut self, path: &str, title: &str, value: String) {
        let item = TrayItem {
            value,
            ..TrayItem::default()
        };
        self.keep(&Address::Field(path.into()), title, item);
    }

    fn findings(&mut self) {
        for (at, finding) in self.before.findings.iter().enumerate() {
            let heading = finding.heading.as_str();
            let moved = match heading {
                OVERALL | TRAY => heading,
                heading => self.to_of.get(heading).copied().unwrap_or(TRAY),
            };
            let framed = finding.stance.is_empty() || self.to.frame(&finding.stance).is_some();
            if moved == heading && framed {
                continue;
            }
            let mut changed: Finding = finding.as_ref().clone();
            moved.clone_into(&mut changed.heading);
            if moved == TRAY && heading != TRAY {
                let was = self.from.heading(heading);
                changed.was = was.map_or(heading, |was| &was.title).to_owned();
            }
            if !framed {
                changed.stance.clear();
                let value = finding.stance.clone();
                let item = TrayItem {
                    value,
                    ..TrayItem::default()
                };
                let title = format!("Frame of {}", finding.id);
                self.keep(
                    &Address::Item(List::Findings, finding.id.clone()),
                    &title,
                    item,
                );
            }
            if let Some(place) = self.after.findings.get_mut(at) {
                *place = Arc::new(changed);
            }
        }
    }

    /// Paragraphs that begin with their needs are named by headings too.
    fn paragraphs(&mut self) {
        let named = &self.before.statement.needs_first;
        let mut kept = Vec::new();
        for name in named {
            match (self.to_of.get(name.as_str()), self.from.heading(name)) {
                (Some(new), _) => kept.push((*new).to_owned()),
                (None, None) => kept.push(name.clone()),
                (None, Some(heading)) => {
                    let item = TrayItem {
                        value: name.clone(),
                        ..TrayItem::default()
                    };
                    let title = format!("Needs first: {}", heading.title);
                    self.keep(
                        &Address::Field("statement.needs-first".into()),
                        &title,
                        item,
                    );
                }
            }
        }
        self.after.statement.needs_first = kept;
    }

    /// Moves review notes and acceptances that are on a judgment along with it.
    fn remarks(&mut self) {
        let follow = |on: &str| {
            let item = Address::item_in(on);
            let Address::Judgment(heading) = Address::parse(item, self.before) else {
                return None;
            };
            let new = Address::Judgment((*self.to_of.get(heading.as_str())?).to_owned());
            Some(on.replacen(item, &new.to_string(), 1))
        };
        for note in &mut self.after.notes {
            if let Some(on) = follow(&note.on) {
                Arc::make_mut(note).on = on;
            }
        }
        for accepted in &mut self.after.accepted {
            if let Some(on) = follow(&accepted.on) {
                Arc::make_mut(accepted).on = on;
            }
        }
    }
}

fn tray_item(judgment: Judgment) -> TrayItem {
    TrayItem {
        grade: judgment.grade,
        state: judgment.state,
        from: judgment.from,
        rationale: judgment.rationale,
        grade_stood_on: judgment.grade_stood_on,
        rationale_stood_on: judgment.rationale_stood_on,
        ..TrayItem::default()
    }
}

#[cfg(test)]
mod tests;
