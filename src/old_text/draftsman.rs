//! The walk through an old text: what each sentence of it is.

use std::collections::HashSet;

use super::MAX_SENTENCES;
use super::block::{BlockKind, OldText, SourceBlock};
use super::cues::{self, cues, has_any, is_any};
use super::fit::outlooks;
use super::names::Names;
use super::order;
use super::path::Waymark;
use super::piece::{PieceLayout, Recognised, TextPiece};
use super::topics::{Headed, Topics};
use super::unweave::{Before, Unweaver};
use super::{front, grades, headings};
use crate::assessment::{Assessment, Figure, Framework, Grade, Kind, OVERALL};
use crate::statement::sentences;
use crate::text::same;

/// Reads an old text piece by piece.
pub(super) struct Draftsman<'a> {
    text: &'a OldText,
    framework: &'a Framework,
    topics: Topics<'a>,
    /// The words of the look-ahead.
    outlooks: Vec<String>,
    pub(super) unweaver: Unweaver<'a>,
    /// The draft without its findings.
    pub(super) draft: Assessment,
    pub(super) ledger: Vec<Figure>,
    pub(super) pieces: Vec<TextPiece>,
    /// The findings whose headings are still to be found, by their places among the pieces.
    way: Vec<(usize, Waymark)>,
    section: TextSection,
}

/// The section that has been reached, and all that was said so far.
#[derive(Clone, Debug, Default)]
struct TextSection {
    headed: Option<Headed>,
    under: String,
    /// The kind that the heading of the text says.
    kind: Option<Kind>,
    recommends: bool,
    looks_ahead: bool,
    has_title: bool,
    has_opened: bool,
    has_outlook: bool,
    /// The last cause of concern, by its place among the pieces.
    concern: Option<usize>,
}

/// The place that has been reached in a paragraph.
#[derive(Clone, Copy, Debug, Default)]
struct ParagraphPlace {
    before: Before,
    /// True behind the opening.
    is_overall: bool,
}

impl<'a> Draftsman<'a> {
    pub(super) fn new(
        text: &'a OldText,
        names: &Names,
        framework: &'a Framework,
        id: &str,
    ) -> Self {
        let draft = front::draft(text, names, framework, id);
        let noun = draft.noun().to_owned();
        let bare = |name: &str| name.strip_prefix("the ").unwrap_or(name).to_owned();
        let mut all = vec![noun, bare(draft.spoken_name()), bare(&draft.subject.name)];
        all.dedup();
        all.retain(|name| !name.is_empty());
        Self {
            text,
            framework,
            topics: Topics::new(framework),
            outlooks: outlooks(framework),
            unweaver: Unweaver::new(framework, all),
            draft,
            ledger: Vec::new(),
            pieces: Vec::new(),
            way: Vec::new(),
            section: TextSection::default(),
        }
    }

    /// Recognises every piece of the text.
    pub(super) fn read(&mut self) {
        for (nth, block) in self.text.blocks.iter().enumerate() {
            if self.pieces.len() >= MAX_SENTENCES {
                self.push(nth, block, (0, &block.text), Recognised::Note);
                continue;
            }
            match block.kind {
                _ if front::is_marking(&block.text) => {
                    let is = self.marking(&block.text);
                    self.push(nth, block, (0, &block.text), is);
                }
                _ if let Some(is) = self.graded(&block.text) => {
                    self.push(nth, block, (0, &block.text), is);
                }
                BlockKind::Row => self.push(nth, block, (0, &block.text), Recognised::Note),
                BlockKind::Heading => self.heading(nth, block),
                BlockKind::Paragraph | BlockKind::Item => self.paragraph(nth, block),
            }
        }
        headings::take_way(&mut self.pieces, &self.way, &self.topics, self.framework);
        order::lay_out(&mut self.pieces, self.framework);
    }

    fn push(&mut self, nth: usize, block: &SourceBlock, (at, text): (usize, &str), is: Recognised) {
        self.pieces.push(TextPiece {
            line: block.line_at(at),
            block: nth,
            text: text.to_owned(),
            is,
            heading: String::new(),
            under: self.section.under.clone(),
            layout: PieceLayout::default(),
        });
    }

    /// Takes the marking that a line is. The first stays: heads and feet of pages come behind the text.
    fn marking(&mut self, text: &str) -> Recognised {
        let marking = &mut self.draft.overall.marking;
        if marking.is_empty() {
            text.clone_into(marking);
        }
        match marking == text {
            true => Recognised::Marking,
            false => Recognised::Note,
        }
    }

    /// Takes the grade that a line is of; `None` where it is none. A second one that is another is a note, so that it is not
    /// lost.
    fn graded(&mut self, text: &str) -> Option<Recognised> {
        let under = match &self.section.headed {
            Some(Headed::Heading(id) | Headed::Pillar(id)) => Some(id.clone()),
            None => None,
        };
        let alone = || {
            let grade = grades::grade_alone(self.framework, text)?;
            let judged = self.framework.judged(&under?)?;
            Some((judged.id.clone(), grade))
        };
        let graded = grades::graded_line(self.framework, text).or_else(alone);
        graded.map(|(id, grade)| match self.grade(id, grade) {
            true => Recognised::Grade,
            false => Recognised::Note,
        })
    }

    /// Grades a heading that has no grade yet; returns true where it then has this one.
    fn grade(&mut self, heading: String, grade: Grade) -> bool {
        let judgment = self.draft.grades.entry(heading).or_default();
        *judgment.grade.get_or_insert(grade) == grade
    }

    fn heading(&mut self, nth: usize, block: &SourceBlock) {
        let text = block.text.as_str();
        if !self.section.has_title && self.pieces.is_empty() {
            self.section.has_title = true;
            return self.push(nth, block, (0, text), Recognised::Title);
        }
        let words = cues();
        let section = &mut self.section;
        let kinds = [
            (Kind::Concern, &words.concern_headings),
            (Kind::Improvement, &words.improvement_headings),
            (Kind::Practice, &words.practice_headings),
        ];
        let kind = kinds.into_iter().find(|(_, list)| is_any(text, list));
        section.recommends = is_any(text, &words.recommendation_headings);
        section.looks_ahead = is_any(text, &words.outlook_headings);
        section.kind = kind.map(|(kind, _)| kind);
        if kind.is_none() && !section.recommends {
            section.concern = None;
            section.under = text.to_owned();
            section.headed = match is_any(text, &words.overall_headings) {
                true => Some(Headed::Heading(OVERALL.to_owned())),
                false if section.looks_ahead => None,
                false => self.topics.headed(text),
            };
        }
        let judged = self
            .framework
            .headings
            .iter()
            .chain(&self.framework.pillars);
        let mut titles = judged.map(|it| it.title.as_str());
        let is = match titles.any(|title| same(title, text)) {
            true => Recognised::Heading,
            false => Recognised::Note,
        };
        self.push(nth, block, (0, text), is);
    }

    fn paragraph(&mut self, nth: usize, block: &SourceBlock) {
        let all = sentences(&block.text);
        let opening = match self.section.has_opened {
            true => None,
            false => front::opening(&mut self.draft, self.framework, &all),
        };
        let early =
            !self.section.has_opened && self.section.headed.is_none() && !self.has_findings();
        if opening.is_none() && early && (nth < 6) && has_any(&block.text, &cues().greetings) {
            for (at, sentence) in placed(&block.text, &all) {
                self.push(nth, block, (at, sentence), Recognised::Greeting);
            }
            return;
        }
        let mut place = ParagraphPlace::default();
        let mut ends = false;
        for (which, (at, sentence)) in placed(&block.text, &all).enumerate() {
            if let Some((from, many)) = opening
                && (from..from + many).contains(&which)
            {
                self.section.has_opened = true;
                self.push(nth, block, (at, sentence), Recognised::Opening);
                if nth + 1 < self.text.blocks.len() {
                    place.is_overall = true;
                }
                place.before.leads_it = true;
                continue;
            }
            if let Some(item) = front::outlook(&self.outlooks, sentence) {
                self.section.has_outlook = true;
                ends = true;
                self.push(nth, block, (at, sentence), Recognised::Outlook(item));
                continue;
            }
            if ends || self.section.looks_ahead {
                self.push(nth, block, (at, sentence), Recognised::Ending);
                continue;
            }
            self.finding(nth, block, (at, sentence), &mut place);
        }
    }

    /// Says of the needs that lead to a recommendation that they are a cause of concern: only those have one.
    fn concern_before(&mut self, block: usize) {
        let from = self.pieces.iter().rposition(|it| match &it.is {
            Recognised::Finding(unwoven) => it.block != block || !unwoven.kind.is_need(),
            _ => true,
        });
        let from = from.map_or(0, |it| it + 1);
        for piece in self.pieces.iter_mut().skip(from) {
            if let Recognised::Finding(unwoven) = &mut piece.is {
                unwoven.set_kind(Kind::Concern);
            }
        }
        self.section.concern = (from < self.pieces.len()).then_some(from);
    }

    fn has_findings(&self) -> bool {
        let mut pieces = self.pieces.iter();
        pieces.any(|it| matches!(it.is, Recognised::Finding(_)))
    }

    fn finding(
        &mut self,
        nth: usize,
        block: &SourceBlock,
        sentence: (usize, &str),
        place: &mut ParagraphPlace,
    ) {
        let text = sentence.1;
        if text.split(' ').count() < 3 {
            return self.push(nth, block, sentence, Recognised::Note);
        }
        let mut unwoven = self.unweaver.unweave(text, place.before, &mut self.ledger);
        let recommends = front::is_recommendation(text);
        if recommends && self.section.concern.is_none() {
            self.concern_before(nth);
        }
        if let Some(concern) = self.section.concern
            && (self.section.recommends || recommends)
        {
            let deadline = front::deadline(text);
            let is = Recognised::Recommendation(concern, deadline);
            return self.push(nth, block, sentence, is);
        }
        let (pillar, headed) = match &self.section.headed {
            Some(Headed::Pillar(id)) => (Some(id.clone()), None),
            Some(Headed::Heading(id)) => (None, Some(id.clone())),
            None => (None, None),
        };
        let waymark = Waymark {
            weights: self
                .topics
                .weights(text, &cues::spot(text), pillar.as_deref()),
            fixed: headed.as_deref().and_then(|id| self.topics.place(id)),
            leans: unwoven.leans,
            begins: place.before.kind.is_none(),
        };
        if let Some(kind) = self.section.kind {
            unwoven.set_kind(kind);
        }
        place.before = Before {
            kind: Some(unwoven.kind),
            leads_it: unwoven.leads_it,
        };
        let subject = &self.draft;
        let names = [subject.noun(), subject.spoken_name(), &subject.subject.name];
        if let Some((heading, grade)) = grades::graded_sentence(self.framework, &names, text) {
            self.grade(heading, grade);
        }
        if unwoven.kind == Kind::Concern {
            self.section.concern = Some(self.pieces.len());
        }
        self.push(nth, block, sentence, Recognised::Finding(Box::new(unwoven)));
        if place.is_overall && waymark.fixed.is_none() {
            self.pieces
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|it| it.set_heading(OVERALL));
        } else {
            self.way
                .push((self.pieces.len().saturating_sub(1), waymark));
        }
    }

    /// Returns the figures that texts name.
    pub(super) fn named_figures<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Vec<Figure> {
        let names = texts.flat_map(|text| {
            let opened = text.split('{').skip(1);
            opened.filter_map(|rest| rest.split('}').next())
        });
        let names: HashSet<&str> = names.collect();
        let named = self.ledger.iter();
        named
            .filter(|it| names.contains(it.id.as_str()))
            .cloned()
            .collect()
    }
}

/// Returns the sentences of a text with the bytes at which they begin.
fn placed<'t>(text: &'t str, all: &[&'t str]) -> impl Iterator<Item = (usize, &'t str)> {
    let begin = text.as_ptr() as usize;
    let all: Vec<(usize, &str)> = all
        .iter()
        .map(|sentence| {
            (
                (sentence.as_ptr() as usize).saturating_sub(begin),
                *sentence,
            )
        })
        .collect();
    all.into_iter()
}
