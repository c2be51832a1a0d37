//! From one framework to another without losing a word.
//!
//! Each heading of the old framework is given one of the new one, or none. What it held moves with it; what finds
//! no place waits in the tray: findings under [`TRAY`], the rest as [`TrayItem`]. A grade never moves to another
//! scale.

use std::collections::{BTreeMap, BTreeSet};
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
    let mut taken = BTreeSet::new();
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
fn weighty(text: &str) -> BTreeSet<String> {
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
    let to_of: BTreeMap<&str, &str> = mappings
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
    to_of: BTreeMap<&'a str, &'a str>,
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
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;
    use crate::assessment::{Grade, ScalePoint, Value, edits};
    use proptest::prelude::*;

    fn framework(id: &str, grades: &[Grade], headings: &[(&str, &str)]) -> Framework {
        let point = |grade: &Grade| ScalePoint {
            grade: *grade,
            words: grade.word().to_owned(),
            meaning: String::new(),
            is: String::new(),
            are: String::new(),
        };
        let heading = |(id, title): &(&str, &str)| Heading {
            id: (*id).to_owned(),
            title: (*title).to_owned(),
            graded: true,
            ..Heading::default()
        };
        Framework {
            id: id.to_owned(),
            scale: grades.iter().map(point).collect(),
            headings: headings.iter().map(heading).collect(),
            ..Framework::default()
        }
    }

    fn old() -> Framework {
        let four = [Grade::Outstanding, Grade::Good, Grade::Inadequate];
        framework(
            "old",
            &four,
            &[
                ("victims", "Victims"),
                ("money", "Money"),
                ("prevention", "Crime prevention"),
            ],
        )
    }

    fn draft() -> Assessment {
        let mut draft = Assessment::new("d", &old());
        for (heading, grade) in [("victims", Grade::Good), ("money", Grade::Inadequate)] {
            let judgment = Judgment {
                grade: Some(grade),
                rationale: format!("Because of {heading}."),
                ..Judgment::default()
            };
            draft.grades.insert(heading.into(), judgment);
        }
        for (id, heading) in [
            ("f1", "victims"),
            ("f2", "money"),
            ("f3", "prevention"),
            ("f4", OVERALL),
        ] {
            draft.findings.push(Arc::new(Finding {
                id: id.into(),
                heading: heading.into(),
                stance: "pleased".into(),
                text: format!("Text of {id}."),
                ..Finding::default()
            }));
        }
        draft.overall.stance = "warm".into();
        draft.overall.rationale = "On the whole.".into();
        draft.statement.needs_first = vec!["money".into(), "own".into()];
        draft
    }

    #[test]
    fn headings_are_suggested_by_id_then_title_then_words_and_none_twice() {
        let new = framework(
            "new",
            &[Grade::Good],
            &[
                ("finances", "money"),
                (
                    "prevention-and-deterrence",
                    "Preventing crime and deterring it",
                ),
                ("victims", "Service for victims"),
            ],
        );
        let told: Vec<_> = suggest(&old(), &new)
            .into_iter()
            .map(|mapping| (mapping.from, mapping.to.unwrap_or_default(), mapping.why))
            .collect();
        assert_eq!(
            told,
            [
                ("victims".into(), "victims".into(), Likeness::Id),
                ("money".into(), "finances".into(), Likeness::Title),
                (
                    "prevention".into(),
                    "prevention-and-deterrence".into(),
                    Likeness::Words
                ),
            ]
        );
    }

    #[test]
    fn what_has_a_place_moves_and_what_has_none_waits_with_where_it_stood() {
        let mut new = old();
        new.id = "new".into();
        new.headings.retain(|heading| heading.id != "money");
        let after = reframe(&draft(), &old(), &new, &suggest(&old(), &new));
        assert_eq!(after.head.framework, "new");
        assert_eq!(after.grades["victims"].grade, Some(Grade::Good));
        assert!(!after.grades.contains_key("money"));
        let money = after
            .tray
            .iter()
            .find(|item| item.of == "grades.money")
            .unwrap();
        assert_eq!(
            (money.grade, money.title.as_str()),
            (Some(Grade::Inadequate), "Money")
        );
        assert_eq!(money.rationale, "Because of money.");
        let finding = &after.findings[1];
        assert_eq!(
            (finding.heading.as_str(), finding.was.as_str()),
            (TRAY, "Money")
        );
        assert_eq!(after.statement.needs_first, ["own"]);
    }

    #[test]
    fn a_grade_never_moves_to_another_scale() {
        let mut new = old();
        new.scale = framework("", Grade::ALL, &[]).scale;
        let after = reframe(&draft(), &old(), &new, &suggest(&old(), &new));
        assert!(after.grades.is_empty());
        assert_eq!(
            after
                .tray
                .iter()
                .filter(|item| item.grade.is_some())
                .count(),
            2
        );
        assert!(after.findings.iter().all(|finding| finding.heading != TRAY));
    }

    /// Every word of a draft that somebody chose or wrote.
    fn said(draft: &Assessment) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for judgment in draft.grades.values() {
            all.extend(judgment.grade.map(|grade| grade.word().to_owned()));
            all.push(judgment.rationale.clone());
        }
        for finding in &draft.findings {
            all.extend([finding.text.clone(), finding.stance.clone()]);
        }
        all.extend([
            draft.overall.stance.clone(),
            draft.overall.rationale.clone(),
        ]);
        all.extend(draft.statement.needs_first.clone());
        for item in &draft.tray {
            all.extend(item.grade.map(|grade| grade.word().to_owned()));
            all.extend([item.rationale.clone(), item.value.clone()]);
        }
        all.retain(|words| !words.is_empty());
        all.sort();
        all
    }

    proptest! {
        #[test]
        fn whatever_goes_where_no_word_is_lost_and_one_step_back_brings_all_back(
            choices in proptest::collection::vec(0..4usize, 3),
            keeps in proptest::bits::u8::ANY,
        ) {
            let mut new = framework("new", &[Grade::Good], &[("a", "A"), ("b", "B"), ("money", "M")]);
            if keeps & 1 == 1 {
                new.scale = old().scale;
            }
            if keeps & 2 == 2 {
                new.frames.push(crate::assessment::Frame { id: "pleased".into(), ..Default::default() });
            }
            new.graded_overall = keeps & 4 == 4;
            let mut mappings = suggest(&old(), &new);
            for (mapping, choice) in mappings.iter_mut().zip(choices) {
                mapping.to = new.headings.get(choice).map(|heading| heading.id.clone());
            }
            let before = draft();
            let after = reframe(&before, &old(), &new, &mappings);
            let (mut was, mut is) = (said(&before), said(&after));
            // A heading that begins with its needs is named anew with it.
            was.retain(|words| words != "money");
            is.retain(|words| !["a", "b", "money"].contains(&words.as_str()));
            prop_assert_eq!(was, is);
            prop_assert!(after.findings.iter().all(|finding|
                [OVERALL, TRAY].contains(&finding.heading.as_str()) || new.heading(&finding.heading).is_some()));
            let steps = edits(&before, &after);
            let mut draft = before.clone();
            for edit in &steps {
                prop_assert!(edit.apply(&mut draft).is_ok());
            }
            prop_assert_eq!(&draft, &after);
            for edit in steps.iter().rev() {
                prop_assert!(edit.inverse().apply(&mut draft).is_ok());
            }
            prop_assert_eq!(&draft, &before);
        }
    }

    #[test]
    fn a_value_in_the_tray_can_be_reached_like_any_other() {
        let mut new = old();
        new.headings.clear();
        let after = reframe(&draft(), &old(), &new, &[]);
        let place = crate::assessment::Place::from_address("tray/0/rationale").unwrap();
        let value = after.get(&place);
        assert!(matches!(value, Some(Value::Text(_))), "{value:?}");
    }
}
