//! An open draft: its pages, the rows of one of them, the statement.

use super::rows::plain;
use super::{LinearLine, LinearView, OpenText, TextEnd};
use crate::app::layout::Pane;
use crate::app::shown::{
    self, PageState, figure_words, item_tags, item_words, judged_in_full, names_beside,
};
use crate::app::{Command, Detail, DraftEditor, EditorRow, Page, Scope, State};
use crate::assessment::{Direction, FindingField, OVERALL, Place, Shape};
use crate::statement::minutes_aloud;
use crate::text::{capital, counted};

pub(super) fn view(state: &State, editor: &DraftEditor) -> LinearView {
    let path = editor.file.path.display();
    let (page, pane) = (editor.page, editor.pane);
    let mut view = match pane {
        Pane::Headings => pages(editor),
        Pane::Findings => rows(state, editor),
        Pane::Statement => statement(editor, state.words_a_minute()),
    };
    // Going from page to page in their list is no other list.
    view.id = match pane {
        Pane::Headings => format!("draft {path} pages"),
        Pane::Findings => format!("draft {path} {page:?} {:?}", editor.detail()),
        Pane::Statement => format!("draft {path} statement"),
    };
    view.text = text(editor);
    view
}

/// Returns the name of a draft: its body, the year, the framework.
fn name(editor: &DraftEditor) -> String {
    let assessment = &editor.assessment;
    let (year, framework) = (&assessment.period.label, &editor.framework);
    let mut words = match assessment.subject.name.as_str() {
        "" => "a draft without a name".to_owned(),
        name => name.to_owned(),
    };
    for part in [year, &framework.title] {
        if !(part.is_empty() || part == year && framework.says_year(year)) {
            words = format!("{words}, {part}");
        }
    }
    words
}

/// Returns the pages with how it stands with each.
fn pages(editor: &DraftEditor) -> LinearView {
    let pages = editor.pages();
    let row = |page: &Page| LinearLine::Row(page_words(editor, *page));
    let progress = shown::progress(editor).join(", ");
    let mut lead = vec![format!("{progress}.")];
    let marking = &editor.document().marking;
    if !marking.is_empty() {
        lead.push(format!("Marked {marking}."));
    }
    LinearView {
        title: format!("The pages of {}.", name(editor)),
        lead,
        lines: pages.iter().map(row).collect(),
        at: pages.iter().position(|page| *page == editor.page),
        prompt: "pages".to_owned(),
        ..LinearView::default()
    }
}

fn page_words(editor: &DraftEditor, page: Page) -> String {
    let title = editor.page_title(page);
    let at = editor.pages().iter().position(|other| *other == page);
    let tally = at.and_then(|at| editor.tallies().get(at));
    let state = match shown::state_of(editor, page) {
        PageState::Said("", _) => String::new(),
        PageState::Said(words, _) => plain(words),
        PageState::Judged(judgment) => match page {
            Page::Heading(_) | Page::Pillar(_)
                if !is_graded(editor, page) && !settled(editor, page) =>
            {
                String::new()
            }
            _ => judged_in_full(&editor.framework, &judgment),
        },
    };
    let beside = editor.judged_id(page).and_then(|id| {
        let (draft, framework) = (&editor.assessment, &editor.framework);
        editor.predecessor.beside(draft, framework, id)
    });
    let beside = beside.filter(|it| it.direction != Direction::NotAnew);
    let beside = beside.map_or_else(String::new, |it| it.direction.words().to_owned());
    let other = match page {
        Page::Outlook | Page::Answers | Page::Figures | Page::Evidence => "item",
        _ => "other",
    };
    let found = tally.map_or_else(String::new, |tally| tally.in_full(other));
    let parts = [state, beside, found];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    match parts.is_empty() {
        true => title.to_owned(),
        false => format!("{title}: {}", parts.join(", ")),
    }
}

fn is_graded(editor: &DraftEditor, page: Page) -> bool {
    let judged = editor
        .judged_id(page)
        .and_then(|id| editor.framework.judged(id));
    judged.is_some_and(|heading| heading.graded)
}

fn settled(editor: &DraftEditor, page: Page) -> bool {
    editor
        .judged_id(page)
        .is_some_and(|id| editor.is_settled(id))
}

/// Returns the rows of the page that is open, or of the item whose every field is shown.
fn rows(state: &State, editor: &DraftEditor) -> LinearView {
    let title = editor.page_title(editor.page);
    let many = editor.rows.iter().take(editor.row);
    let at = many.filter(|row| row.is_selectable()).count();
    let on = editor.current().is_some_and(EditorRow::is_selectable);
    let details = match editor.detail() {
        None => "",
        Some(Detail::Finding(_)) => ", all of a finding",
        Some(Detail::Figure(_)) => ", all of a figure",
        Some(Detail::Evidence(_)) => ", all of an item of evidence",
    };
    LinearView {
        title: format!("{}{details}.", page_words(editor, editor.page)),
        lines: editor
            .rows
            .iter()
            .filter_map(|row| line(state, editor, row))
            .collect(),
        at: on.then_some(at),
        detail: detail(editor),
        prompt: format!("{title}{details}"),
        ..LinearView::default()
    }
}

/// Returns a row of a page as a line.
fn line(state: &State, editor: &DraftEditor, row: &EditorRow) -> Option<LinearLine> {
    let said = |words: String| Some(LinearLine::Plain(words));
    match row {
        EditorRow::Section(words) => return said(format!("{words}:")),
        EditorRow::Question(words) => return said(words.clone()),
        EditorRow::Prompt(words) => return said(format!("To look at: {words}")),
        EditorRow::Good(words) => return said(format!("Good is: {words}")),
        EditorRow::LastYear(id) => {
            return said(format!(
                "Last year: {}",
                plain(&shown::last_year(editor, id).0)
            ));
        }
        EditorRow::Predecessor => {
            return said(format!(
                "Last year's draft: {}",
                plain(&shown::predecessor(editor).0)
            ));
        }
        EditorRow::NoFindings => {
            let add = state.key(
                crate::app::Scope::Findings,
                crate::app::Command::AddStrength,
            );
            return said(format!("Nothing found yet. {add} adds a strength."));
        }
        EditorRow::NoItems(words) => {
            let add = state.key(Scope::Findings, Command::Add);
            return said(format!("{words} {add} adds one."));
        }
        EditorRow::Scale => return None,
        _ => {}
    }
    let words = row_words(editor, row);
    let gravest = editor
        .problems_of_row(row)
        .iter()
        .map(|it| it.severity)
        .min();
    Some(LinearLine::Row(match gravest {
        Some(severity) => format!("{words} – {}", severity.word()),
        None => words,
    }))
}

/// Returns the words of a row that one can go to.
fn row_words(editor: &DraftEditor, row: &EditorRow) -> String {
    let assessment = &editor.assessment;
    let tags = item_tags(editor, row);
    let beside = |words: String| match tags.is_empty() {
        true => words,
        false => format!("{words} ({})", plain(&tags)),
    };
    match row {
        EditorRow::Field(place) => {
            let label = place.shown_label().unwrap_or_default();
            format!("{label}: {}", plain(&shown::value(editor, place).0))
        }
        EditorRow::Finding(at) => {
            let kind = assessment
                .findings
                .get(*at)
                .map_or("", |it| it.kind.title());
            let marked = match editor.is_marked(*at) {
                true => "marked: ",
                false => "",
            };
            let words = plain(&item_words(editor, row).text);
            beside(format!("{marked}{kind}: {words}"))
        }
        EditorRow::Figure(at) => plain(&figure_words(editor, *at)),
        EditorRow::Graded(id) => {
            let judged = editor.framework.judged(id);
            let title = judged.map_or("The whole", |it| it.title.as_str());
            let judgment = match id.as_str() {
                OVERALL => assessment.overall.judgment(),
                id => assessment.judgment(id),
            };
            format!("{title}: {}", judged_in_full(&editor.framework, &judgment))
        }
        _ => beside(plain(&item_words(editor, row).text)),
    }
}

/// Returns what is said of the row at hand: what it is for, the sentence that it gives, what the checks tell.
fn detail(editor: &DraftEditor) -> Vec<String> {
    let mut lines = Vec::new();
    let row = editor.current();
    let item = row.and_then(|row| shown::item_help(editor, row));
    let help = row.and_then(EditorRow::help);
    lines.extend(item.or(help));
    if editor.typing.is_none() {
        lines.extend(spoken(editor));
        lines.extend(problems(editor));
    }
    lines
}

/// Returns what is spoken of the row at hand, where it has a say in that: all sentences of a finding, and not word for word
/// what was just told.
fn spoken(editor: &DraftEditor) -> Option<String> {
    let row = editor.current()?;
    let has_a_say = match row {
        EditorRow::Field(Place::Recommendation(..)) => false,
        EditorRow::Field(Place::Finding(_, FindingField::Text)) => true,
        // What is written beside a finding is for the report, or for whoever works on it.
        EditorRow::Field(place @ Place::Finding(..)) => matches!(
            place.shape(),
            Shape::Named | Shape::Choice(_) | Shape::Flag | Shape::Whole
        ),
        _ => true,
    };
    let sentences = editor.spoken_here().into_iter();
    let words: Vec<&str> = sentences.map(|it| it.text.as_str()).collect();
    if words.is_empty() || !has_a_say {
        return None;
    }
    let words = words.join(" ");
    let written = row
        .place()
        .and_then(|place| editor.assessment.text(&place))
        .unwrap_or_default();
    Some(match same_words(written, &words) {
        true => "Spoken as written.".to_owned(),
        false => format!("Spoken: “{words}”"),
    })
}

fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// Returns what the checks tell of what is at hand.
fn problems(editor: &DraftEditor) -> Vec<String> {
    let told = editor.problems_here().into_iter();
    told.map(|it| problem_words(it.severity.word(), &it.what, &it.remedy))
        .collect()
}

/// Returns what the checks tell of a row.
pub(in crate::linear) fn problems_of(editor: &DraftEditor, row: &EditorRow) -> Vec<String> {
    let told = editor.problems_of_row(row).into_iter();
    told.map(|it| problem_words(it.severity.word(), &it.what, &it.remedy))
        .collect()
}

fn problem_words(severity: &str, what: &str, remedy: &str) -> String {
    format!("{severity}: {what}: {remedy}")
}

/// Returns the statement, sentence by sentence.
fn statement(editor: &DraftEditor, pace: usize) -> LinearView {
    let document = editor.document();
    let mut lines = Vec::new();
    let (mut at, mut nth) = (None, 0);
    for (paragraph, each) in document.paragraphs.iter().enumerate() {
        let names = names_beside(editor, &each.role);
        if !names.is_empty() {
            lines.push(LinearLine::Plain(format!("{}:", names.join(", "))));
        } else if nth > 0 {
            lines.push(LinearLine::Plain("New paragraph:".to_owned()));
        }
        for (sentence, words) in each.sentences.iter().enumerate() {
            if (paragraph, sentence) == editor.sentence {
                at = Some(nth);
            }
            nth += 1;
            lines.push(LinearLine::Row(match words.woven {
                Some(_) => format!("{} (by hand)", words.text),
                None => words.text.clone(),
            }));
        }
    }
    let measures = document.measures();
    let mut lead = Vec::new();
    if nth == 0 {
        lead.push("The statement takes shape here as you write.".to_owned());
    }
    let mut detail: Vec<String> = document
        .sentence(editor.sentence)
        .map(|sentence| shown::sources_of(editor, sentence))
        .map(|sources| format!("It stands on: {}.", sources.join("; ")))
        .into_iter()
        .collect();
    detail.extend(problems(editor));
    LinearView {
        title: format!(
            "The statement: {}, {} aloud.",
            counted(measures.words, "word"),
            minutes_aloud(measures.words, pace)
        ),
        lead,
        lines,
        at,
        detail,
        prompt: "statement".to_owned(),
        ..LinearView::default()
    }
}

/// Returns the text that is typed in place.
fn text(editor: &DraftEditor) -> Option<OpenText> {
    let typing = editor.typing.as_ref()?;
    let place = &typing.place;
    let list = &typing.offers.list;
    let address = editor.assessment.address_of(place);
    Some(OpenText {
        id: match address {
            Some(address) => address.to_string(),
            None => format!("{place:?}"),
        },
        label: label(editor, place),
        words: editor.assessment.text(place).unwrap_or_default().to_owned(),
        end: match place.shape() {
            Shape::Prose => TextEnd::FullStop,
            _ => TextEnd::Line,
        },
        secret: false,
        offers: list.shown().map(super::rows::words_of).collect(),
        lit: list.at(),
    })
}

/// Returns true for a label that several fields of the page have.
fn is_told_twice(editor: &DraftEditor, label: &str) -> bool {
    let fields = editor.rows.iter().filter(|row| match row {
        EditorRow::Field(place) => place.shown_label() == Some(label),
        _ => false,
    });
    fields.count() > 1
}

fn label(editor: &DraftEditor, place: &Place) -> String {
    let kind = match editor.current() {
        Some(EditorRow::Finding(at)) => editor.assessment.findings.get(*at).map(|it| it.kind),
        _ => None,
    };
    match (kind, place.shown_label()) {
        (Some(kind), _) => kind.title().to_owned(),
        // Of two with one label each is told by what it is.
        (None, Some(label)) if !is_told_twice(editor, label) => label.to_owned(),
        (None, Some(_)) => capital(&place.named(&editor.assessment, &editor.framework)),
        (None, None) => place.named(&editor.assessment, &editor.framework),
    }
}
