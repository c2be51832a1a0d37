//! Sentences rewritten by hand: kept with what they replaced, and reported as stale when that changes.

use super::DraftEditor;
use crate::app::layout::Pane;
use crate::assessment::{
    Edit, FindingField, Item, List, Override, OverrideField, Place, Reads, Record, Value,
};
use crate::render;
use crate::statement::{self, Sentence, Stale};
use crate::text::{capital, stopped};

impl DraftEditor {
    /// Returns the hand edits that do not rest on what they were made on.
    pub fn stale(&self) -> &[Stale] {
        &self.document().stale
    }

    /// Returns the sentence as it would be woven now, where what was written by hand in its place is stale.
    pub(in crate::app) fn woven_beneath(&self, key: &str) -> Option<&str> {
        let stale = self.stale().iter().find(|stale| {
            let edit = self.assessment.overrides.get(stale.edit);
            edit.is_some_and(|edit| edit.sentence == key)
        });
        stale
            .map(|it| it.woven.as_str())
            .filter(|it| !it.is_empty())
    }

    /// Says how a sentence is read where the program cannot tell or is wrong: about the body, or as typed; once said,
    /// leaves it to the program again.
    pub(in crate::app) fn read_otherwise(&mut self) -> Result<String, String> {
        let (at, reads) = self.other_reading()?;
        let value = reads.map(|reads| Value::Text(reads.word().to_owned()));
        self.set_values(&[(Place::Finding(at, FindingField::Reads), value)])?;
        let finding = self.assessment.findings.get(at);
        let read = finding.and_then(|it| statement::read_as(&self.assessment, &self.framework, it));
        let words = read.map(|read| render::read_as(&read)).unwrap_or_default();
        Ok(stopped(&capital(&words)))
    }

    /// Returns how the finding of the sentence under the cursor, or the one under the cursor, would be read otherwise.
    ///
    /// # Errors
    /// There is no finding, or only one way to read it.
    pub(in crate::app) fn other_reading(&self) -> Result<(usize, Option<Reads>), String> {
        let of_sentence = || {
            let sentence = self.lit().and_then(|at| self.document().sentence(at))?;
            let sources = sentence.sources.iter();
            let ids: Vec<&str> = sources
                .filter_map(|source| source.id_in(List::Findings))
                .collect();
            // Of several that share a sentence, the one that was looked at.
            let spoken = |at: &usize| {
                let finding = self.assessment.findings.get(*at);
                finding.is_some_and(|it| ids.contains(&it.id.as_str()))
            };
            self.finding().filter(spoken).or_else(|| {
                let mut findings = self.assessment.findings.iter();
                findings.position(|it| Some(&it.id.as_str()) == ids.first())
            })
        };
        let at = match self.pane {
            Pane::Statement => of_sentence(),
            _ => self.finding().or_else(of_sentence),
        };
        let finding = at.and_then(|at| Some((at, self.assessment.findings.get(at)?)));
        let (at, finding) = finding.ok_or("Go to a finding, or to its sentence.")?;
        let other = statement::read_otherwise(&self.assessment, &self.framework, finding);
        match (finding.reads, other) {
            (Some(_), _) => Ok((at, None)),
            (None, Some(reads)) => Ok((at, Some(reads))),
            (None, None) => Err(
                "The body is certainly not its subject: there is one way to read it.".to_owned(),
            ),
        }
    }

    /// Puts words by hand in the place of a woven sentence. The woven words themselves, or none, take the hand
    /// edit away.
    pub(in crate::app) fn rewrite(&mut self, key: &str, words: &str) -> Result<String, String> {
        let Some(sentence) = self
            .sentence_of(key)
            .cloned()
            .or_else(|| self.paragraph_of(key))
        else {
            return Err("That sentence is spoken no more.".to_owned());
        };
        let woven = sentence.woven.as_deref().unwrap_or(&sentence);
        let known = self.override_of(key);
        let words = words.trim();
        if words.is_empty() || words == woven.text {
            return match known {
                Some(at) => self.without_override(at),
                None => Ok("The sentence stays as it is woven.".to_owned()),
            };
        }
        match known {
            Some(at) => {
                let text = Place::Override(at, OverrideField::Text);
                let mut sets = vec![(text, Some(Value::Text(words.to_owned())))];
                sets.extend(self.based(at, &sentence, words));
                self.set_values(&sets)?;
            }
            None => {
                let item = self.hand_edit(&sentence, words);
                self.insert_item(self.assessment.overrides.len(), item)?;
            }
        }
        Ok("Written by hand; you are told when what it stands on changes.".to_owned())
    }

    /// Sets the reason why a sentence is worded by hand; none takes it out.
    pub(in crate::app) fn say_why_by_hand(
        &mut self,
        key: &str,
        why: &str,
    ) -> Result<String, String> {
        let Some(at) = self.override_of(key) else {
            return Err("That sentence is worded by hand no more.".to_owned());
        };
        let place = Place::Override(at, OverrideField::Why);
        let value = (!why.is_empty()).then(|| Value::Text(why.to_owned()));
        self.set_values(&[(place, value)])?;
        Ok(String::new())
    }

    /// Returns what the sentence at the cursor is known by where it is worded by hand, with the reason for that.
    pub(in crate::app) fn by_hand_here(&self) -> Option<(&str, &str)> {
        let key = &self.document().sentence(self.sentence)?.key;
        let edit = self.assessment.overrides.get(self.override_of(key)?)?;
        Some((&edit.sentence, &edit.why))
    }

    /// Lets a hand edit stand on what its sentence stands on now.
    pub(in crate::app) fn rebase(&mut self, at: usize) -> Result<String, String> {
        let by_hand = self.assessment.overrides.get(at);
        let sentence = by_hand.and_then(|it| Some((self.sentence_of(&it.sentence)?, &it.text)));
        let Some((sentence, words)) = sentence else {
            return Err(
                "Its sentence is spoken no more; take the other, or write it anew.".to_owned(),
            );
        };
        let sets = self.based(at, sentence, words);
        self.set_values(&sets)?;
        Ok("Your words stay.".to_owned())
    }

    /// Takes a hand edit away: the woven words are spoken again.
    pub(in crate::app) fn without_override(&mut self, at: usize) -> Result<String, String> {
        let item = self.assessment.overrides.get(at).cloned();
        let item = item.ok_or("It is gone already.")?;
        self.change(vec![Edit::Remove {
            at,
            item: Item::Override(item),
        }])?;
        Ok("Spoken as it is woven; undo brings your words back.".to_owned())
    }

    fn based(&self, at: usize, sentence: &Sentence, words: &str) -> [(Place, Option<Value>); 2] {
        let edit = self.hand_edit(sentence, words);
        let place = |field| Place::Override(at, field);
        [OverrideField::Basis, OverrideField::StoodOn].map(|field| (place(field), edit.get(field)))
    }

    fn hand_edit(&self, sentence: &Sentence, words: &str) -> Override {
        statement::hand_edit(&self.assessment, &self.framework, sentence, words)
    }

    fn override_of(&self, key: &str) -> Option<usize> {
        let mut overrides = self.assessment.overrides.iter();
        // Where two have one key, the last is spoken.
        overrides.rposition(|it| it.sentence == key)
    }

    /// Returns the paragraph that a key names, as one sentence.
    fn paragraph_of(&self, key: &str) -> Option<Sentence> {
        let mut paragraphs = self.weaver.document().paragraphs.iter();
        let named = |role| statement::paragraph_key(&self.framework, role) == key;
        let paragraph = paragraphs.find(|paragraph| named(&paragraph.role))?;
        Some(statement::whole_paragraph(&self.framework, paragraph))
    }

    fn sentence_of(&self, key: &str) -> Option<&Sentence> {
        let mut sentences = self.weaver.document().sentences();
        sentences.find(|it| it.key == key).map(AsRef::as_ref)
    }
}
