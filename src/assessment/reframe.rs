//! From one framework to another without losing a word.
//!
//! Each heading of the old framework is given one of the new one, or none. What it held moves with it; what finds
//! no place waits in the tray: findings under [`TRAY`], the rest as [`TrayItem`]. A grade never moves to another
//! scale.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{
    Address, Assessment, Finding, Framework, Heading, Judgment, List, OVERALL, TRAY, TrayItem,
    vocabulary,
};

/// Why a heading is suggested for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// It has the same id.
    Id,
    /// It has the same title.
    Title,
    /// It asks the same question.
    Question,
    /// Title or question have words in common.
    Words,
    /// Somebody chose it.
    Chosen,
    /// Nothing is like it.
    Nothing,
}

impl Likeness {
    /// It in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Id => "same id",
            Self::Title => "same title",
            Self::Question => "same question",
            Self::Words => "similar words",
            Self::Chosen => "your choice",
            Self::Nothing => "nothing like it",
        }
    }
}

/// Where a heading of the old framework goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The old heading or pillar.
    pub from: String,
    /// The new one; nothing sends what it holds to the tray.
    pub to: Option<String>,
    /// Why.
    pub why: Likeness,
}

/// What is likely for each pillar and heading of the old framework, pillars first. No new heading is suggested
/// twice.
pub fn suggest(from: &Framework, to: &Framework) -> Vec<Mapping> {
    let mut taken = HashSet::new();
    let mut all: Vec<Mapping> = from
        .pillars
        .iter()
        .chain(&from.headings)
        .map(|heading| Mapping {
            from: heading.id.clone(),
            to: None,
            why: Likeness::Nothing,
        })
        .collect();
    // The surest first, so that a likeness of words never takes what another has by name.
    for why in [
        Likeness::Id,
        Likeness::Title,
        Likeness::Question,
        Likeness::Words,
    ] {
        for mapping in all.iter_mut().filter(|mapping| mapping.to.is_none()) {
            let Some(old) = from.judged(&mapping.from) else {
                continue;
            };
            let among = match from.heading(&mapping.from) {
                Some(_) => &to.headings,
                None => &to.pillars,
            };
            let free = among.iter().filter(|new| !taken.contains(&new.id));
            let like = free
                .map(|new| (likeness(old, new, why), new))
                .filter(|(like, _)| *like > 0)
                .max_by_key(|(like, _)| *like);
            if let Some((_, new)) = like {
                taken.insert(new.id.clone());
                mapping.to = Some(new.id.clone());
                mapping.why = why;
            }
        }
    }
    all
}

/// How like two headings are in one respect; 0 is not.
fn likeness(old: &Heading, new: &Heading, by: Likeness) -> usize {
    let same = |one: &str, other: &str| {
        let (one, other) = (one.trim().to_lowercase(), other.trim().to_lowercase());
        usize::from(!one.is_empty() && one == other)
    };
    match by {
        Likeness::Id => same(&old.id, &new.id),
        Likeness::Title => same(&old.title, &new.title),
        Likeness::Question => same(&old.question, &new.question),
        Likeness::Words => {
            let (one, other) = (weighty(&old.title), weighty(&new.title));
            let titles = one.intersection(&other).count();
            let questions = weighty(&old.question);
            let questions = questions.intersection(&weighty(&new.question)).count();
            let whole = titles > 0 && titles == one.len().min(other.len());
            // One word of a title says more than one of a question.
            match titles * 2 + questions {
                enough if enough >= 3 || whole => enough,
                _ => 0,
            }
        }
        Likeness::Chosen | Likeness::Nothing => 0,
    }
}

/// The words of weight in a text, by how they begin: "prevention" and "preventing" are one.
fn weighty(text: &str) -> HashSet<String> {
    let words = text.split(|sign: char| !sign.is_alphabetic());
    let words = words.map(str::to_lowercase);
    words
        .filter(|word| word.len() > 3 && !vocabulary().light.contains(&word.as_str()))
        .map(|word| word.chars().take(6).collect())
        .collect()
}

/// The draft under another framework.
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
    fn wait(&mut self, of: &Address, title: &str, what: TrayItem) {
        let item = TrayItem {
            id: self.after.free_id(List::Tray),
            of: of.path().into_owned(),
            title: title.to_owned(),
            framework: self.from.id.clone(),
            scale: what.grade.and(i64::try_from(self.from.scale.len()).ok()),
            ..what
        };
        self.after.tray.push(Arc::new(item));
    }

    fn same_scale(&self) -> bool {
        let scale = |framework: &Framework| -> Vec<_> {
            framework.scale.iter().map(|point| point.grade).collect()
        };
        scale(self.from) == scale(self.to)
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
            let fits = judgment.grade.is_none() || self.same_scale();
            match self.to_of.get(id) {
                Some(new) if fits && !self.after.grades.contains_key(*new) => {
                    self.after.grades.insert((*new).to_owned(), judgment);
                }
                _ => {
                    let title = self.from.judged(id).map_or(id, |heading| &heading.title);
                    let waiting = waiting(judgment);
                    self.wait(&Address::Judgment(id.to_owned()), title, waiting);
                }
            }
        }
    }

    fn whole(&mut self) {
        let whole = self.before.overall.clone();
        let stance = &whole.stance;
        if !stance.is_empty() && self.to.rung(stance).is_none() {
            self.after.overall.stance.clear();
            let value = stance.clone();
            let waiting = TrayItem {
                value,
                grade_stood_on: std::mem::take(&mut self.after.overall.stance_stood_on),
                ..TrayItem::default()
            };
            self.wait(&Address::Field("overall.stance".into()), "Opening", waiting);
        }
        let judged = whole.grade.is_some() || !whole.rationale.trim().is_empty();
        let fits = self.to.graded_overall && (whole.grade.is_none() || self.same_scale());
        if judged && !fits {
            self.after.overall.grade = None;
            self.after.overall.rationale.clear();
            let waiting = TrayItem {
                grade: whole.grade,
                rationale: whole.rationale,
                grade_stood_on: std::mem::take(&mut self.after.overall.grade_stood_on),
                rationale_stood_on: std::mem::take(&mut self.after.overall.rationale_stood_on),
                ..TrayItem::default()
            };
            self.wait(&Address::Field(OVERALL.into()), "Overall", waiting);
        }
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
                let waiting = TrayItem {
                    value,
                    ..TrayItem::default()
                };
                let title = format!("Frame of {}", finding.id);
                self.wait(
                    &Address::Item(List::Findings, finding.id.clone()),
                    &title,
                    waiting,
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
                    let waiting = TrayItem {
                        value: name.clone(),
                        ..TrayItem::default()
                    };
                    let title = format!("Needs first: {}", heading.title);
                    self.wait(
                        &Address::Field("statement.needs-first".into()),
                        &title,
                        waiting,
                    );
                }
            }
        }
        self.after.statement.needs_first = kept;
    }

    /// Review notes and acceptances that are on a judgment go with it.
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

fn waiting(judgment: Judgment) -> TrayItem {
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
