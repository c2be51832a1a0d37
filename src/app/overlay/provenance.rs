//! The grounds of a sentence, and what rests on an item of evidence or a figure.

use crate::app::editor::{DraftEditor, EditorRow};
use crate::app::layout::Pane;
use crate::assessment::{Address, Assessment, Date, Evidence, Finding, List, OVERALL, Place};
use crate::check::{balance, grade_support};
use crate::render;
use crate::statement::{ParagraphRole, Sentence, Source, read_as, spoken};
use crate::text::{capital, listed};

/// Something that the page can be about.
enum Grounded {
    Ledger(Source),
    Grade(String),
    Sentence((usize, usize)),
}

/// Returns what the page would be about.
fn grounded(editor: &DraftEditor) -> Option<Grounded> {
    if editor.pane != Pane::Statement
        && let Some(source) = editor.source()
        && source.is_in_ledger()
    {
        return Some(Grounded::Ledger(source));
    }
    let heading = match (editor.pane, editor.current().and_then(EditorRow::place)) {
        (Pane::Headings, _) => editor.heading_id().map(str::to_owned),
        (Pane::Findings, Some(Place::Judgment(id, _))) => Some(id),
        _ => None,
    };
    if let Some(heading) = heading.filter(|id| id != OVERALL) {
        return Some(Grounded::Grade(heading));
    }
    let at = editor.lit()?;
    editor.document().sentence(at)?;
    Some(Grounded::Sentence(at))
}

/// Returns true where the cursor is on something that the page can be about.
pub(super) fn is_there(editor: &DraftEditor) -> bool {
    grounded(editor).is_some()
}

/// Returns title and lines of the page for what the cursor is on.
pub(super) fn of(editor: &DraftEditor) -> Option<(String, Vec<String>)> {
    let (title, lines) = match grounded(editor)? {
        Grounded::Ledger(source) => ("What leans on it", dependents(editor, &source)),
        Grounded::Grade(heading) => ("What the grade rests on", judged(editor, &heading)),
        Grounded::Sentence(at) => {
            let sentence = editor.document().sentence(at)?;
            ("What the sentence stands on", beneath(editor, at, sentence))
        }
    };
    Some((title.to_owned(), lines))
}

/// Returns what a grade rests on, what speaks against it, and what would leave it unsupported.
fn judged(editor: &DraftEditor, heading: &str) -> Vec<String> {
    let (draft, framework) = (&editor.assessment, &editor.framework);
    let judgment = draft.judgment(heading);
    let title = framework.judged(heading).map_or(heading, |it| &it.title);
    let grade = judgment
        .grade
        .and_then(|grade| framework.scale_point(grade));
    let mut lines = vec![match grade {
        Some(point) => format!("{title}: {} – {}", point.words, point.meaning),
        None => format!("{title}: not graded"),
    }];
    if !judgment.rationale.trim().is_empty() {
        lines.push(format!("  {}", judgment.rationale));
    }
    let counts = balance(draft, heading);
    lines.extend([String::new(), format!("{}.", capital(&counts.to_string()))]);
    type EvidenceSide = (&'static str, fn(&Finding) -> bool);
    let sides: [EvidenceSide; 2] = [
        ("What is done well", |it| it.kind.is_praise()),
        ("What is to improve", |it| it.kind.is_need()),
    ];
    for (side, stands) in sides {
        let found: Vec<_> = draft.under(heading).filter(|(_, it)| stands(it)).collect();
        if found.is_empty() {
            continue;
        }
        lines.extend([String::new(), side.to_owned()]);
        for (_, finding) in found {
            lines.push(format!("  {}", finding.text));
            lines.extend(ground(draft, finding, "    "));
        }
    }
    if let Some(support) = grade_support(draft, framework, heading) {
        lines.extend([String::new(), "What would leave it unsupported".to_owned()]);
        if support.losses.is_empty() {
            lines.push("  ! The rules speak against it as it is.".to_owned());
        }
        for loss in support.losses.iter().filter(|loss| !loss.lost.is_empty()) {
            let why = loss.rule.entry().seeks;
            let lost = loss.named(draft, framework);
            lines.push(format!("  Without {lost}: {why}"));
        }
    }
    lines
}

fn beneath(editor: &DraftEditor, at: (usize, usize), sentence: &Sentence) -> Vec<String> {
    let draft = &editor.assessment;
    let mut lines = vec![format!("“{}”", sentence.text), String::new()];
    let ids = sentence.sources.iter();
    let ids = ids.filter_map(|source| source.id_in(List::Findings));
    for finding in ids.filter_map(|id| draft.finding(id)) {
        lines.push(finding.kind.title().to_owned());
        lines.push(format!("  {}", finding.text));
        let read = read_as(draft, &editor.framework, finding);
        lines.extend(read.map(|read| format!("  {}", render::read_as(&read))));
        lines.extend(ground(draft, finding, "  "));
        if finding.evidence.is_empty() {
            lines.push("  ! no evidence is recorded".to_owned());
        }
        lines.push(String::new());
    }
    let mut others = Vec::new();
    for source in &sentence.sources {
        match source {
            Source::Draft(Address::Item(List::Findings | List::Evidence, _)) => {}
            Source::Draft(Address::Item(List::Figures, id)) => {
                others.push(format!("Figure {}", figure(draft, id)));
            }
            Source::Draft(Address::Item(List::Outlook, id)) => {
                let item = draft.outlook.iter().find(|it| it.id == *id);
                let words = item.map_or("", |it| &it.text);
                others.push(format!("Look-ahead: {words}"));
            }
            Source::Draft(address) => {
                others.push(format!("Your words: {}", render::field(address)))
            }
            Source::Framework(name) => {
                others.push(format!("The framework's words: {}", render::part(name)));
            }
        }
    }
    if !others.is_empty() {
        lines.append(&mut others);
        lines.push(String::new());
    }
    if !sentence.rules.is_empty() {
        let rules: Vec<&str> = sentence
            .rules
            .iter()
            .map(|rule| render::rule(*rule))
            .collect();
        lines.push(format!("Rules: {}", rules.join("; ")));
    }
    lines.extend(place_of_paragraph(editor, at.0));
    let mut edits = draft.overrides.iter().rev();
    let edit = edits.find(|it| sentence.woven.is_some() && it.sentence == sentence.key);
    if let Some(edit) = edit.filter(|it| !it.why.trim().is_empty()) {
        lines.push(format!("Worded by hand because: {}", edit.why));
    }
    if let Some(stale) = editor.document().stale_at(at) {
        let since = stale.reasons.join("; ");
        lines.push(format!(
            "! Edited by hand, and what it stood on has changed since: {since}"
        ));
    }
    lines
}

/// Says why a paragraph stands where it does: the framework has an order of its own for what is spoken, which need not be
/// that of the list of headings. `None` for what stands where every statement has it.
fn place_of_paragraph(editor: &DraftEditor, at: usize) -> Option<String> {
    let framework = &editor.framework;
    let titles = |ids: &[String]| {
        let titles = ids.iter().filter_map(|id| framework.heading(id));
        let titles: Vec<&str> = titles.map(|it| it.title.as_str()).collect();
        listed(&titles, "and")
    };
    let role = &editor.document().paragraphs.get(at)?.role;
    Some(match role {
        ParagraphRole::Group(nth) => {
            let here = titles(framework.plan.get(*nth)?);
            let before = nth.checked_sub(1).and_then(|nth| framework.plan.get(nth));
            let behind = before.map_or_else(String::new, |ids| format!(", behind {}", titles(ids)));
            format!(
                "Its place: {} speaks of {here} here{behind}.",
                framework.title
            )
        }
        ParagraphRole::Overall => {
            "Its place: what is said of the whole comes before all headings.".to_owned()
        }
        ParagraphRole::Begun(_) => {
            "Its place: its first finding begins a paragraph, behind the rest of its heading's."
                .to_owned()
        }
        ParagraphRole::Named(name) => {
            format!(
                "Its place: its findings name the paragraph “{name}”, behind that of the first of them."
            )
        }
        ParagraphRole::List(_) => {
            "Its place: a list of the framework's, which comes behind its heading.".to_owned()
        }
        ParagraphRole::Title | ParagraphRole::Greeting | ParagraphRole::LookAhead => return None,
    })
}

fn dependents(editor: &DraftEditor, source: &Source) -> Vec<String> {
    let draft = &editor.assessment;
    let (item, number) = (source.id_in(List::Evidence), source.id_in(List::Figures));
    let head = item.map(|id| evidence(draft, id));
    let head = head.or(number.map(|id| figure(draft, id)));
    let mut lines: Vec<String> = head
        .into_iter()
        .flat_map(|it| [it, String::new()])
        .collect();
    let title = lines.len();
    let spoken = editor.document().sentences();
    let spoken = spoken.filter(|sentence| sentence.sources.contains(source));
    lines.extend(spoken.map(|sentence| format!("  “{}”", sentence.text)));
    if lines.len() == title {
        lines.push("No sentence of the statement.".to_owned());
    } else {
        lines.insert(title, "Spoken in".to_owned());
    }
    if let Some(id) = item {
        let against = draft.findings.iter();
        let against = against.filter(|it| it.against.iter().any(|other| other == id));
        let against: Vec<String> = against.map(|it| format!("  {}", it.text)).collect();
        if !against.is_empty() {
            lines.extend([String::new(), "Weighs against".to_owned()]);
            lines.extend(against);
        }
        let from: Vec<String> = draft
            .figures
            .iter()
            .filter(|it| it.source == id)
            .map(|it| format!("  {}", figure(draft, &it.id)))
            .collect();
        if !from.is_empty() {
            lines.extend([String::new(), "Figures from it".to_owned()]);
            lines.extend(from);
        }
    }
    lines
}

/// Returns the evidence for a finding and against it, a line each.
fn ground(draft: &Assessment, finding: &Finding, indent: &str) -> Vec<String> {
    let lines = |ids: &[String], words: &str| -> Vec<String> {
        let line = |id: &String| format!("{indent}{words}: {}", evidence(draft, id));
        ids.iter().map(line).collect()
    };
    let mut all = lines(&finding.evidence, "stands on");
    all.extend(lines(&finding.against, "against it"));
    all
}

/// Returns words with what there is of these in brackets behind them.
fn with_more(head: String, parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    match parts.is_empty() {
        true => head,
        false => format!("{head} ({})", parts.join(", ")),
    }
}

fn evidence(draft: &Assessment, id: &str) -> String {
    let Some(item) = draft.evidence_item(id) else {
        return format!("{id} (not on record)");
    };
    let Evidence {
        title,
        kind,
        date,
        place,
        reference,
        reliability,
        ..
    } = item;
    let date = Date::parse(date).map_or(date.clone(), Date::spoken);
    let kind = kind.replace('-', " ");
    let title = if title.is_empty() { id } else { title };
    with_more(
        title.to_owned(),
        &[&kind, &date, place, reference, reliability],
    )
}

fn figure(draft: &Assessment, id: &str) -> String {
    let Some(figure) = draft.figure(id) else {
        return format!("{{{id}}} (not on record)");
    };
    let head = format!("{{{id}}} {}", spoken(figure));
    with_more(head, &[&figure.label, &figure.period])
}
