//! The texts of one draft, each looked up in a print.

use std::collections::{HashMap, HashSet};

use super::super::answers::{is_kept_out, is_sensitive};
use super::super::line;
use super::super::report::Ledger;
use super::super::review::open_notes;
use super::super::words::first_words;
use super::table::{Content, Printable, STATEMENTS, printable};
use super::words::PrintedWords;
use super::{FEW, LeftOut, Why, forms};
use crate::assessment::{
    Assessment, FigureField, Finding, FindingField, Framework, Kind, List, Place, RecordAt, Value,
};
use crate::statement::{Document, NoticeDraft, Reason, Source, Values, spoken};

/// The texts of a draft, and what is known of their printing.
pub(super) struct DraftTexts<'a> {
    content: Content,
    words: &'a PrintedWords,
    draft: &'a Assessment,
    framework: &'a Framework,
    values: Values<'a>,
    /// The sources of all sentences.
    sources: HashSet<&'a Source>,
    /// The sources of sentences that are worded by hand.
    by_hand: HashSet<&'a Source>,
    unspoken: HashMap<&'a Source, &'a Reason>,
    /// The reasons for which hand edits are not spoken, by their places.
    edits: HashMap<usize, String>,
    /// The figures and the evidence that the print lists or names.
    figures: HashSet<String>,
    evidence: HashSet<&'a str>,
    /// True where figures and evidence are kept back for what is sensitive.
    withholds: bool,
    /// The findings of a notice.
    noticed: HashSet<usize>,
    /// The review notes that are printed, where they are asked for.
    notes: Option<HashSet<usize>>,
}

impl<'a> DraftTexts<'a> {
    pub(super) fn new(
        content: Content,
        words: &'a PrintedWords,
        document: &'a Document,
        draft: &'a Assessment,
        framework: &'a Framework,
    ) -> Self {
        let sentences = document.sentences();
        let by_hand = sentences.clone().filter(|it| it.woven.is_some());
        let unspoken = document.unspoken.iter();
        let edits = document.stale.iter().filter(|it| it.sentence.is_none());
        let mut texts = Self {
            content,
            words,
            draft,
            framework,
            values: Values::new(draft, framework),
            sources: sentences.flat_map(|it| &it.sources).collect(),
            by_hand: by_hand.flat_map(|it| &it.sources).collect(),
            unspoken: unspoken.map(|it| (&it.source, &it.reason)).collect(),
            edits: edits.map(|it| (it.edit, it.reasons.join("; "))).collect(),
            figures: HashSet::new(),
            evidence: HashSet::new(),
            withholds: matches!(content, Content::Report | Content::Theme),
            noticed: HashSet::new(),
            notes: None,
        };
        match texts.withholds {
            true => texts.list(&Ledger::new(draft, framework)),
            false => texts.stood_on(),
        }
        texts
    }

    /// Takes the figures and the evidence that a report lists. One on several bodies names evidence as the source of
    /// figures.
    fn list(&mut self, ledger: &Ledger<'a>) {
        let evidence: HashSet<&str> = ledger.listed_evidence().collect();
        for figure in ledger.listed_figures() {
            self.figures.insert(figure.id.clone());
            if evidence.contains(figure.source.as_str()) {
                self.evidence.insert(&figure.source);
            }
        }
        if self.content == Content::Report {
            self.evidence = evidence;
        }
    }

    /// Takes the figures and the evidence that sentences stand on, and the evidence that weighs against them.
    fn stood_on(&mut self) {
        let has = |list, id: &str| self.sources.contains(&Source::item(list, id));
        let draft = self.draft;
        let figures = draft.figures.iter().filter(|it| has(List::Figures, &it.id));
        self.figures = figures.clone().map(|it| it.id.clone()).collect();
        let evidence = draft.evidence.iter().map(|it| it.id.as_str());
        let mut cited: HashSet<&str> = evidence.filter(|id| has(List::Evidence, id)).collect();
        let spoken = draft
            .findings
            .iter()
            .filter(|it| has(List::Findings, &it.id));
        cited.extend(spoken.flat_map(|it| it.against.iter().map(String::as_str)));
        if self.content == Content::Json {
            cited.extend(figures.map(|it| it.source.as_str()));
        }
        self.evidence = cited;
    }

    /// Takes the findings of a notice, and the figures that they name.
    pub(super) fn noticed(mut self, part: &NoticeDraft) -> Self {
        if self.content != Content::Notice {
            return self;
        }
        self.noticed = part.findings().collect();
        let findings = self
            .noticed
            .iter()
            .filter_map(|at| self.draft.findings.get(*at));
        let advice = findings.clone().flat_map(|it| &it.recommendations);
        let advice = advice.flat_map(|it| [&it.text, &it.deadline, &it.addressee]);
        let edits = self.draft.overrides.iter().map(|it| &it.text);
        let texts = findings.flat_map(|it| [&it.text, &it.looked_at, &it.found]);
        let texts = texts.chain(advice).chain(edits);
        self.figures = texts.flat_map(|text| self.values.figures(text)).collect();
        self
    }

    /// Takes the review notes that are printed, where they are asked for.
    pub(super) fn with_notes(mut self, asked: bool) -> Self {
        let open = || open_notes(self.draft, self.framework);
        self.notes = asked.then(|| open().map(|(at, _)| at).collect());
        self
    }

    /// Returns the texts that are not printed, in the order of a file.
    pub(super) fn left_out(&self, body: &str) -> Vec<LeftOut> {
        let left = self.unprinted().map(|(place, text, why)| {
            let address = self.draft.address_of(&place);
            // Words that are the item's name are not said twice, and those of a sensitive one not at all.
            let (named, first) = match why {
                Why::Sensitive => (place.listed_without_words(), String::new()),
                _ => {
                    let named = place.listed(self.draft, self.framework);
                    let first = match place.is_name_of_item() {
                        true => String::new(),
                        false => first_words(&text, FEW),
                    };
                    (named, first)
                }
            };
            LeftOut {
                body: body.to_owned(),
                address: address.map_or_else(|| place.address(), |it| it.to_string()),
                place: line(&named),
                first,
                told: why.is_told(self.content, place.shape()),
                why: why.to_string(),
            }
        });
        left.collect()
    }

    /// Returns the number of those that whoever prints is told of unasked.
    pub(super) fn told(&self) -> usize {
        let is_told =
            |(place, _, why): &(Place, String, Why)| why.is_told(self.content, place.shape());
        self.unprinted().filter(is_told).count()
    }

    /// Returns each text that is not printed, with its place and the reason.
    fn unprinted(&self) -> impl Iterator<Item = (Place, String, Why)> {
        let records = self.draft.records_of(|_| true);
        let records = records.into_iter().flat_map(|(at, _)| {
            let advice = match at {
                RecordAt::Item(List::Findings, at) => self.draft.findings.get(at),
                _ => None,
            };
            let many = advice.map_or(0, |finding| finding.recommendations.len());
            let advice = (0..many).filter_map(move |nth| match at {
                RecordAt::Item(_, at) => Some(RecordAt::Recommendation(at, nth)),
                _ => None,
            });
            std::iter::once(at).chain(advice)
        });
        let places = records.flat_map(RecordAt::places);
        places.filter_map(|place| {
            let Some(Value::Text(text)) = self.draft.get(&place) else {
                return None;
            };
            let why = (!text.trim().is_empty()).then(|| self.why(&place, &text));
            let why = why.flatten()?;
            Some((place, text, why))
        })
    }

    /// Returns the reason for which a text is not printed; `None` where it is.
    fn why(&self, place: &Place, text: &str) -> Option<Why> {
        let printable = printable(place);
        if printable == Printable::NoText {
            return None;
        }
        let finding = match place {
            Place::Finding(at, _) | Place::Recommendation(at, ..) => self
                .draft
                .findings
                .get(*at)
                .map(|finding| (*at, finding.as_ref())),
            _ => None,
        };
        let answered = match place {
            Place::Response(at, _) => self.draft.responses.get(*at).map(|it| it.on.as_str()),
            _ => None,
        };
        let answers_sensitive = answered.is_some_and(|on| is_sensitive(on, self.draft));
        let answers_kept_out = answered.is_some_and(|on| is_kept_out(on, self.draft));
        if answers_kept_out && self.content == Content::Notice {
            return Some(Why::NotNoticed);
        }
        if answers_sensitive || finding.is_some_and(|(_, finding)| finding.sensitive) {
            return Some(Why::Sensitive);
        }
        match printable {
            Printable::InTray => return Some(Why::InTray),
            Printable::WithNotes => return self.of_note(place, text),
            Printable::In(prints) if !prints.contains(&self.content) => {
                return Some(Why::Elsewhere(prints));
            }
            Printable::In(_) | Printable::NoText => {}
        }
        if !self.lists(place) {
            return Some(match self.withholds {
                true => Why::Withheld,
                false => Why::NotCalledFor,
            });
        }
        if let Some((at, finding)) = finding {
            return self.of_finding(at, finding, place, text);
        }
        (!self.has(place, text)).then(|| self.reason(place))
    }

    /// Returns the reason for which a text of a review note is not printed.
    fn of_note(&self, place: &Place, text: &str) -> Option<Why> {
        let Place::Note(at, _) = place else {
            return None;
        };
        let note = self.draft.notes.get(*at)?;
        let Some(printed) = &self.notes else {
            return Some(Why::WithNotes);
        };
        if note.resolved {
            return Some(Why::DealtWith);
        }
        match printed.contains(at) || note.text.trim().is_empty() {
            true => (!self.has(place, text)).then(|| self.reason(place)),
            false => Some(Why::Sensitive),
        }
    }

    /// Says whether the print lists or names the figure or item of evidence that a text is of.
    fn lists(&self, place: &Place) -> bool {
        match place {
            Place::Evidence(at, _) => {
                let item = self.draft.evidence.get(*at);
                item.is_some_and(|item| self.evidence.contains(item.id.as_str()))
            }
            Place::Figure(at, _) => {
                let figure = self.draft.figures.get(*at);
                figure.is_some_and(|figure| self.figures.contains(&figure.id))
            }
            _ => true,
        }
    }

    /// Returns true where the print has a text, in one of the ways in which it may be printed.
    fn has(&self, place: &Place, text: &str) -> bool {
        let have = |form: &String| self.words.have(form);
        if let Place::Figure(at, field @ (FigureField::Value | FigureField::Unit)) = place {
            let figure = self.draft.figures.get(*at);
            let mut forms: Vec<String> = figure.map(|it| spoken(it)).into_iter().collect();
            if *field == FigureField::Value {
                forms.extend(super::forms(text));
            }
            return forms.iter().any(have);
        }
        self.words.have(text) || forms(&self.values.fill(text)).iter().any(have)
    }

    fn of_finding(&self, at: usize, finding: &Finding, place: &Place, text: &str) -> Option<Why> {
        let source = Source::item(List::Findings, &finding.id);
        let is_text = matches!(place, Place::Finding(_, FindingField::Text));
        let noticed = self.content != Content::Notice || self.noticed.contains(&at);
        let unspoken = self.unspoken.get(&source).copied();
        // The words are woven: only what stands around them is another.
        let woven = is_text && noticed && unspoken.is_none() && !self.by_hand.contains(&source);
        if woven || noticed && self.has(place, text) {
            return None;
        }
        let in_statement = matches!(
            self.content,
            Content::Statement | Content::Sources | Content::Json
        );
        Some(match unspoken {
            _ if !noticed && finding.kind == Kind::Context => Why::NoNeed,
            Some(Reason::Silenced(_)) if !noticed => Why::NotNoticed,
            Some(reason) if !noticed || in_statement => Why::Unspoken(reason.clone()),
            _ if is_text && self.by_hand.contains(&source) => Why::ByHand,
            _ if is_text => return None,
            _ => Why::NotCalledFor,
        })
    }

    /// Returns the reason for which a text that could be printed is not.
    fn reason(&self, place: &Place) -> Why {
        match place {
            Place::Override(at, _) => match self.edits.get(at) {
                _ if !STATEMENTS.contains(&self.content) => Why::Elsewhere(STATEMENTS),
                Some(why) => Why::EditUnspoken(why.clone()),
                None => Why::NotCalledFor,
            },
            Place::Outlook(at, _) => {
                let item = self.draft.outlook.get(*at);
                let source = item.map(|item| Source::item(List::Outlook, &item.id));
                match source {
                    Some(source) if self.by_hand.contains(&source) => Why::ByHand,
                    Some(source) => match self.unspoken.get(&source) {
                        Some(reason) => Why::Unspoken((*reason).clone()),
                        None => Why::NotCalledFor,
                    },
                    None => Why::NotCalledFor,
                }
            }
            Place::Statement(_) if !self.by_hand.is_empty() => Why::ByHand,
            _ => Why::NotCalledFor,
        }
    }
}
