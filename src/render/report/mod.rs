//! The report: everything that was judged and found, heading by heading, on what evidence.
//!
//! What it says is the draft's, the words around it are the framework's ([`ReportWords`]). A finding reads as
//! [`alone`] gives it. Nothing that was recorded goes missing: a finding stands under its heading, and what
//! the statement leaves out stands at the end with the reason. A sensitive finding is only counted there, and
//! the evidence and figures that nobody else uses are left out with it.

mod ledger;

use std::collections::BTreeSet;

use super::block::{Block, ListItem, Run, Table, TableRow, item, words};
use super::grades::capital;
use super::sources::{Sources, day};
use super::words::heading;
use super::{joined, line, printed};
use crate::assessment::{
    Assessment, Date, Finding, FindingField, Framework, Judgment, JudgmentState, Kind, List,
    OVERALL, Predecessor, Recommendation, ReportWords,
};
use crate::statement::{Document, ParagraphRole, Reason, Source, Values, alone, weave};
use ledger::Ledger;

/// The report, block by block.
pub(super) fn page(
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
    predecessor: &Predecessor,
) -> Vec<Block> {
    let mut report = ReportWriter::new(document, assessment, framework);
    report.alone = alone(document, assessment, framework);
    report.front();
    report.judgments();
    let chart = super::grades::chart(assessment, framework, predecessor);
    report.blocks.extend(chart);
    report.summary();
    report.headings();
    report.look_ahead();
    report.responses();
    report.data();
    report.unspoken();
    report.blocks
}

/// One body's part of a report on several, its headings a level lower under the body's name: the whole, each
/// heading with what was found, and the body's answer. Evidence is not listed there, so no numbers lead to it.
pub(super) fn section(assessment: &Assessment, framework: &Framework, name: &str) -> Vec<Block> {
    let document = weave(assessment, framework);
    let mut report = ReportWriter::new(&document, assessment, framework);
    report.alone = alone(&document, assessment, framework);
    report.blocks.push(Block::Heading(2, line(name)));
    report.part = true;
    report.headings();
    report.responses();
    report.blocks
}

/// The table of judgments of drafts under one framework: a row a body.
pub(super) fn judgments(bodies: &[(&str, &Assessment)], framework: &Framework) -> Block {
    let told = &framework.report;
    let mut columns = vec![line(&told.body)];
    if framework.graded_overall {
        columns.push(line(&told.overall));
    }
    // A heading that is only described has a column where somebody was judged under it all the same.
    let judged = |id: &String| {
        let mut drafts = bodies.iter();
        drafts.any(|(_, draft)| draft.grades.contains_key(id))
    };
    let headings = framework.headings.iter();
    let headings: Vec<_> = headings
        .filter(|each| each.graded || judged(&each.id))
        .collect();
    columns.extend(headings.iter().map(|each| line(&each.title)));
    let rows = bodies.iter().map(|(name, draft)| {
        let document = Document::default();
        let report = ReportWriter::new(&document, draft, framework);
        let mut cells = vec![line(name)];
        if framework.graded_overall {
            cells.push(capital(&report.judgment(&report.whole(), true)));
        }
        for heading in &headings {
            let judgment = draft.judgment(&heading.id);
            cells.push(capital(&report.judgment(&judgment, heading.graded)));
        }
        TableRow {
            cells,
            ..TableRow::default()
        }
    });
    Block::Table(Table {
        caption: line(&framework.title),
        rows: rows.collect(),
        columns,
    })
}

/// The numbers of several drafts in one table: the body, what it is, the number, its period, its source.
pub(super) fn figures(
    drafts: &[(&str, &Assessment, &Framework)],
    words: &ReportWords,
) -> Option<Block> {
    let mut rows = Vec::new();
    for (name, draft, framework) in drafts {
        let ledger = Ledger::new(draft, framework);
        for mut row in ledger.figures_by_title() {
            row.cells.insert(0, line(name));
            rows.push(row);
        }
    }
    let columns = [
        &words.body,
        &words.figure,
        &words.value,
        &words.period,
        &words.source,
    ];
    (!rows.is_empty()).then(|| {
        let table = Table {
            caption: line(&words.figures),
            columns: columns.iter().map(|column| line(column)).collect(),
            rows,
        };
        Block::Table(table.dense())
    })
}

/// What a concern recommends, as a report has it.
pub(super) fn recommendations(
    finding: &Finding,
    draft: &Assessment,
    framework: &Framework,
) -> Vec<ListItem> {
    let document = Document::default();
    let report = ReportWriter::new(&document, draft, framework);
    let advice = finding.recommendations.iter();
    advice.map(|each| report.recommendation(each)).collect()
}

/// The answers of the body, in its own words.
pub(super) fn answers(draft: &Assessment) -> Vec<Block> {
    let responses = draft.responses.iter();
    responses
        .map(|each| (line(&each.text), [line(&each.by), day(&each.date)]))
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, by)| {
            let by = match list(&by) {
                by if by.is_empty() => line(&draft.subject.name),
                by => by,
            };
            Block::Quote(unquoted(&text).to_owned(), by)
        })
        .collect()
}

/// A report in the making.
struct ReportWriter<'a> {
    document: &'a Document,
    draft: &'a Assessment,
    framework: &'a Framework,
    words: &'a ReportWords,
    values: Values<'a>,
    /// Each finding as it reads by itself.
    alone: Vec<String>,
    ledger: Ledger<'a>,
    /// Whether it is a part of a report on several bodies.
    part: bool,
    blocks: Vec<Block>,
}

impl<'a> ReportWriter<'a> {
    fn new(document: &'a Document, draft: &'a Assessment, framework: &'a Framework) -> Self {
        Self {
            document,
            draft,
            framework,
            words: &framework.report,
            values: Values::new(draft, framework),
            alone: Vec::new(),
            ledger: Ledger::new(draft, framework),
            part: false,
            blocks: Vec::new(),
        }
    }
}

impl ReportWriter<'_> {
    /// A text with the draft's values in it, on one line.
    fn say(&self, text: &str) -> String {
        line(&self.values.fill(text))
    }

    fn title(&mut self, level: u8, text: &str) {
        let title = Block::Heading(level + u8::from(self.part), self.say(text));
        self.blocks.push(title);
    }

    /// A table under its own title; nothing where it has no rows.
    fn table(&mut self, caption: &str, columns: &[&str], rows: Vec<TableRow>) {
        if rows.is_empty() {
            return;
        }
        let table = Table {
            caption: self.say(caption),
            columns: columns.iter().map(|column| self.say(column)).collect(),
            rows,
        };
        self.blocks.push(Block::Table(table.dense()));
    }

    /// The title, and who inspected whom and when.
    fn front(&mut self) {
        let (draft, told) = (self.draft, self.words);
        let title = told
            .title
            .replace("{framework.title}", &self.framework.title);
        let title = Block::Title(vec![Run::Plain(self.say(&title))]);
        self.blocks.push(title);
        let period = &draft.period;
        let fieldwork = match (day(&period.fieldwork_from), day(&period.fieldwork_to)) {
            (from, to) if from.is_empty() || to.is_empty() || from == to => {
                if from.is_empty() {
                    to
                } else {
                    from
                }
            }
            (from, to) => put(&told.span, &[("{from}", &from), ("{to}", &to)]),
        };
        let signed = [line(&draft.inspector.name), line(&draft.inspector.office)];
        let programme = match (line(&self.framework.title), line(&self.framework.version)) {
            (title, edition) if edition.is_empty() => title,
            (title, edition) => put(
                &told.edition,
                &[("{programme}", &title), ("{edition}", &edition)],
            ),
        };
        let facts = [
            (&told.body, line(&draft.subject.name)),
            (&told.inspector, list(&signed)),
            (&told.programme, programme),
            (&told.period, line(&period.label)),
            (&told.fieldwork, fieldwork),
            (&told.published, day(&period.published)),
        ];
        let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
        let facts = facts.map(|(label, fact)| ListItem {
            runs: vec![
                Run::Strong(format!("{}:", self.say(label))),
                Run::Plain(fact),
            ],
            items: Vec::new(),
        });
        let facts: Vec<ListItem> = facts.collect();
        self.title(2, &told.about);
        self.blocks.push(Block::List(facts));
    }

    /// Every heading with its pillar and what was judged; then what else was judged; then the whole.
    fn judgments(&mut self) {
        let mut rows = Vec::new();
        for heading in &self.framework.headings {
            let judgment = self.draft.judgment(&heading.id);
            rows.push(self.judged(
                line(&heading.title),
                line(&heading.pillar),
                &judgment,
                heading.graded,
            ));
        }
        for (id, judgment) in &self.draft.grades {
            if self.framework.heading(id).is_none() && id != OVERALL {
                let mut pillars = self.framework.headings.iter();
                let name = match pillars.any(|each| each.pillar == *id) {
                    true => line(id),
                    false => heading(self.framework, id),
                };
                rows.push(self.judged(name, String::new(), judgment, true));
            }
        }
        let whole = self.whole();
        if whole.is_settled() {
            rows.push(self.judged(self.say(&self.words.overall), String::new(), &whole, true));
        }
        let told = self.words;
        self.title(2, &told.judgments);
        let columns = [&*told.heading, &*told.pillar, &*told.judgment];
        self.table(&told.judgments, &columns, rows);
    }

    fn judged(&self, name: String, pillar: String, judgment: &Judgment, graded: bool) -> TableRow {
        TableRow {
            number: None,
            grade: judgment.grade,
            cells: vec![
                capital(&name),
                capital(&pillar),
                capital(&self.judgment(judgment, graded)),
            ],
        }
    }

    /// What was judged, in the framework's words.
    fn judgment(&self, judgment: &Judgment, graded: bool) -> String {
        let grade = judgment.grade.map(|grade| {
            let point = self.framework.scale_point(grade);
            point.map_or_else(
                || grade.word().replace('-', " "),
                |point| line(&point.words),
            )
        });
        let words = self.words;
        match (judgment.state, grade) {
            (Some(JudgmentState::CarriedOver), grade) => {
                let grade = grade.unwrap_or_else(|| self.say(&words.not_graded));
                let year = match line(&judgment.from) {
                    year if year.is_empty() => "…".to_owned(),
                    year => year,
                };
                put(
                    &words.carried_over,
                    &[("{grade}", &grade), ("{year}", &year)],
                )
            }
            (Some(JudgmentState::NotInspected), _) => self.say(&words.not_inspected),
            (Some(JudgmentState::Narrative), _) => self.say(&words.narrative),
            (None, Some(grade)) => grade,
            (None, None) if graded => self.say(&words.not_graded),
            (None, None) => self.say(&words.narrative),
        }
    }

    fn whole(&self) -> Judgment {
        let whole = &self.draft.overall;
        match whole.grade {
            Some(_) => Judgment {
                grade: whole.grade,
                rationale: whole.rationale.clone(),
                ..Judgment::default()
            },
            None => self.draft.judgment(OVERALL),
        }
    }

    /// The statement's own paragraphs.
    fn summary(&mut self) {
        let spoken = printed(self.document).filter(|(role, _)| **role != ParagraphRole::Title);
        let spoken: Vec<Block> = spoken
            .map(|(_, sentences)| words(joined(&sentences)))
            .collect();
        if !spoken.is_empty() {
            let told = self.words;
            self.title(2, &told.summary);
            self.blocks.extend(spoken);
        }
    }

    /// The whole, then each heading of the framework, then headings that only findings know.
    fn headings(&mut self) {
        let framework = self.framework;
        let whole = self.whole();
        let mut told = BTreeSet::from([OVERALL]);
        if whole.is_settled() || self.found(OVERALL).next().is_some() {
            let title = self.words.overall.clone();
            self.section(
                &title,
                "",
                OVERALL,
                whole.is_settled().then_some((&whole, true)),
            );
        }
        for heading in &framework.headings {
            if told.insert(&heading.id) {
                let judgment = self.draft.judgment(&heading.id);
                let judged = Some((&judgment, heading.graded));
                let empty = !heading.graded
                    && judgment == Judgment::default()
                    && self.found(&heading.id).next().is_none();
                if self.part && empty {
                    continue;
                }
                self.section(&heading.title, &heading.question, &heading.id, judged);
            }
        }
        for finding in &self.draft.findings {
            if !finding.sensitive && told.insert(&finding.heading) {
                let judgment = self.draft.judgment(&finding.heading);
                let judged = self.draft.grades.contains_key(&finding.heading);
                let title = heading(framework, &finding.heading);
                self.section(
                    &title,
                    "",
                    &finding.heading,
                    judged.then_some((&judgment, true)),
                );
            }
        }
    }

    /// The findings under a heading that may be printed, with their places.
    fn found<'r>(&'r self, heading: &'r str) -> impl Iterator<Item = (usize, &'r Finding)> {
        let found = self.draft.under(heading);
        let found = found.map(|(at, finding)| (at, finding.as_ref()));
        found.filter(|(_, finding)| !finding.sensitive)
    }

    fn section(
        &mut self,
        title: &str,
        question: &str,
        heading: &str,
        judged: Option<(&Judgment, bool)>,
    ) {
        self.title(2, title);
        if !question.trim().is_empty() && !self.part {
            let question = words(self.say(question));
            self.blocks.push(question);
        }
        if let Some((judgment, graded)) = judged {
            let grade = format!("{}.", capital(&self.judgment(judgment, graded)));
            let mut runs = vec![Run::Strong(grade)];
            if !judgment.rationale.trim().is_empty() {
                runs.push(Run::Plain(self.say(&judgment.rationale)));
            }
            self.blocks.push(Block::Words(runs));
        }
        let told = self.words;
        let kinds = [
            (Kind::Strength, &told.strength, &told.strengths),
            (Kind::Practice, &told.practice, &told.practice),
            (Kind::Concern, &told.concern, &told.concerns),
            (Kind::Improvement, &told.improvement, &told.improvements),
            (Kind::Context, &told.context, &told.context),
        ];
        let mut nothing = true;
        for (kind, one, many) in kinds {
            let items = self.items(heading, kind);
            if !items.is_empty() {
                nothing = false;
                self.title(3, if items.len() == 1 { one } else { many });
                self.blocks.push(Block::List(items));
            }
        }
        let why = judged.is_some_and(|(judgment, _)| !judgment.rationale.trim().is_empty());
        if nothing && !(self.part && why) {
            let nothing = words(self.say(&told.nothing));
            self.blocks.push(nothing);
        }
    }

    /// The findings of a kind, needs in the order in which they are spoken.
    fn items(&self, heading: &str, kind: Kind) -> Vec<ListItem> {
        let mut found: Vec<(usize, &Finding)> = self.found(heading).collect();
        found.retain(|(_, finding)| finding.kind == kind);
        if kind.is_need() {
            found.sort_by_key(|(_, finding)| (finding.order.is_none(), finding.order));
        }
        let items = found.into_iter().filter_map(|(at, finding)| {
            let said = self
                .alone
                .get(at)
                .map(|said| line(said))
                .unwrap_or_default();
            let said = match said.is_empty() {
                // Nothing is written: the end of the report tells so, unless something hangs on it.
                true if finding.recommendations.is_empty()
                    && self.ground(finding).next().is_none() =>
                {
                    return None;
                }
                true => "…".to_owned(),
                false => said,
            };
            let mut runs = vec![Run::Plain(said)];
            if !self.part {
                runs.extend(self.ledger.cited(finding, self.words));
            }
            let advice = finding.recommendations.iter();
            let advice = advice.map(|each| self.recommendation(each));
            Some(ListItem {
                runs,
                items: self.ground(finding).chain(advice).collect(),
            })
        });
        items.collect()
    }

    /// What a finding rests on, each under its own word.
    fn ground<'r>(&'r self, finding: &'r Finding) -> impl Iterator<Item = ListItem> + 'r {
        let told = self.words;
        let leads = [&told.looked_at, &told.found, &told.comparison, &told.effect];
        let fields = FindingField::GROUND.into_iter().zip(leads);
        fields.filter_map(|(field, lead)| {
            let text = self.say(finding.ground(field));
            (!text.is_empty()).then(|| ListItem {
                runs: vec![
                    Run::Strong(format!("{}:", self.say(lead))),
                    Run::Plain(text),
                ],
                items: Vec::new(),
            })
        })
    }

    fn recommendation(&self, advice: &Recommendation) -> ListItem {
        let told = self.words;
        let mut lead = self.say(&told.recommendation);
        if !advice.addressee.trim().is_empty() {
            let addressee = self.say(&advice.addressee);
            lead = format!(
                "{lead} {}",
                put(&told.addressee, &[("{addressee}", &addressee)])
            );
        }
        let deadline = match Date::parse(advice.deadline.trim()) {
            Some(date) => put(&told.by_date, &[("{date}", &date.spoken())]),
            None => self.say(&advice.deadline),
        };
        if !deadline.is_empty() {
            lead = format!("{lead}, {deadline}");
        }
        let text = match self.say(&advice.text) {
            text if text.is_empty() => "…".to_owned(),
            text => text,
        };
        ListItem {
            runs: vec![Run::Strong(format!("{lead}:")), Run::Plain(text)],
            items: Vec::new(),
        }
    }

    /// Every item of the look-ahead, those too that are not read aloud, in the framework's words.
    fn look_ahead(&mut self) {
        if self.draft.outlook.is_empty() {
            return;
        }
        let mut draft = self.draft.clone();
        draft.findings.clear();
        let mut framework = self.framework.clone();
        framework.look_ahead.most = usize::MAX;
        let woven = weave(&draft, &framework);
        let items: Vec<ListItem> = printed(&woven)
            .filter(|(role, _)| **role == ParagraphRole::LookAhead)
            .flat_map(|(_, sentences)| sentences)
            .map(|(said, _)| item(said))
            .collect();
        if !items.is_empty() {
            let told = self.words;
            self.title(2, &told.look_ahead);
            self.blocks.push(Block::List(items));
        }
    }

    /// The answers of the body, in its own words: nothing is put into them.
    fn responses(&mut self) {
        let quotes = answers(self.draft);
        if !quotes.is_empty() {
            let told = self.words;
            self.title(2, &told.responses);
            self.blocks.extend(quotes);
        }
    }

    /// The figures and the evidence.
    fn data(&mut self) {
        let told = self.words;
        let figures = self.ledger.figures(told);
        if !figures.is_empty() {
            self.title(2, &told.data);
            let lead = words(self.say(&told.data_lead));
            self.blocks.push(lead);
            let columns = [&told.figure, &told.value, &told.period, &told.source];
            self.table(&told.data, &columns.map(String::as_str), figures);
        }
        let evidence = self.ledger.evidence();
        if !evidence.is_empty() {
            self.title(2, &told.evidence);
            let lead = words(self.say(&told.evidence_lead));
            self.blocks.push(lead);
            let columns = [
                &told.number,
                &told.what,
                &told.kind,
                &told.date,
                &told.place,
                &told.reference,
                &told.reliability,
            ];
            self.table(&told.evidence, &columns.map(String::as_str), evidence);
        }
    }

    /// What the statement leaves out, and why. Of what is sensitive, only that there is something.
    fn unspoken(&mut self) {
        let told = self.words;
        self.title(2, &told.unspoken);
        let sources = Sources::new(self.draft, self.framework);
        // An id alone does not tell a sensitive finding from another of the same id, so the draft is asked.
        let mut sensitive = Vec::new();
        for finding in self.draft.findings.iter().filter(|each| each.sensitive) {
            let heading = heading(self.framework, &finding.heading);
            sensitive.push(item(put(&told.sensitive, &[("{heading}", &heading)])));
        }
        let hidden = |source: &Source| {
            let mut findings = self.draft.findings.iter();
            let id = source.id_in(List::Findings);
            id.is_some_and(|id| findings.any(|each| each.id == id && each.sensitive))
        };
        let others = self.document.unspoken.iter();
        let others =
            others.filter(|each| each.reason != Reason::Sensitive && !hidden(&each.source));
        let mut items: Vec<ListItem> = others.map(|each| item(sources.unspoken(each))).collect();
        items.extend(sensitive);
        let block = match items.is_empty() {
            true => words(self.say(&told.everything)),
            false => Block::List(items),
        };
        self.blocks.push(block);
        if self.ledger.withholds() {
            let withheld = words(self.say(&told.withheld));
            self.blocks.push(withheld);
        }
    }
}

/// Words with values in the place of names in braces, each on one line.
fn put(words: &str, values: &[(&str, &str)]) -> String {
    let mut told = line(words);
    for (name, value) in values {
        told = told.replace(name, value);
    }
    told
}

/// What is filled, with commas.
fn list(items: &[String]) -> String {
    let filled = items.iter().filter(|item| !item.is_empty());
    filled.cloned().collect::<Vec<_>>().join(", ")
}

/// An answer without the quotation marks around the whole of it: the report has its own.
fn unquoted(text: &str) -> &str {
    let inner = [('“', '”'), ('"', '"'), ('‘', '’')]
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    match inner {
        Some(inner) if !inner.contains(['“', '”', '"']) => inner,
        _ => text,
    }
}

#[cfg(test)]
mod tests;
