//! Lists, questions and pages that lie over a place until they are answered.

use super::prints::heard;
use super::rows::{lines_of, plain, shortened};
use super::{LinearLine, LinearView, OpenText, TextEnd};
use crate::app::{
    Comparison, MappingTable, Overlay, PageKind, Palette, Picker, PickerPurpose, ProblemList,
    Question, QuestionKind, ReadAloud, ReplacementList, RowList, SearchList, State, TextField,
    TextPage,
};
use crate::text::counted;

pub(super) fn view(state: &State, overlay: &Overlay) -> LinearView {
    let depth = state.overlays.len();
    let mut view = match overlay {
        Overlay::Picker(picker) => of_picker(picker),
        Overlay::Palette(palette) => of_palette(state, palette),
        Overlay::Question(question) => of_question(state, question),
        Overlay::Page(page) => of_page(state, page),
        Overlay::Comparison(comparison) => of_comparison(comparison),
        Overlay::Mapping(table) => of_mapping(table),
        Overlay::Problems(list) => of_problems(list),
        Overlay::Aloud(reading) => of_aloud(state, reading),
        Overlay::Search(search) => of_search(search),
        Overlay::Replacement(list) => of_replacement(list),
    };
    view.id = format!("{depth} {}", view.id);
    view
}

/// Returns a list with the line that narrows it.
fn of_list(id: &str, field: Option<&TextField>, list: &RowList) -> LinearView {
    LinearView {
        id: id.to_owned(),
        lines: lines_of(list),
        at: list.at(),
        text: field.map(|field| OpenText {
            id: id.to_owned(),
            label: "words that narrow the list".to_owned(),
            words: field.text().to_owned(),
            end: TextEnd::Narrows,
            secret: false,
            offers: Vec::new(),
            lit: None,
        }),
        ..LinearView::default()
    }
}

/// Returns lines without those that have nothing in them.
fn said(lines: impl IntoIterator<Item = String>) -> Vec<String> {
    lines
        .into_iter()
        .filter(|line| !line.trim().is_empty())
        .collect()
}

fn of_picker(picker: &Picker) -> LinearView {
    let preview = match picker.lead {
        "" => picker.preview.clone(),
        lead => format!("{lead} “{}”", picker.preview),
    };
    let row = picker.list.lit_row();
    let list = of_list(
        &format!("list {}", picker.title),
        picker.field(),
        &picker.list,
    );
    // Of words that wait, as much is told as tells them apart: a page of them may be one row.
    let lines = match picker.purpose {
        PickerPurpose::Waiting { .. } => list.lines.iter().map(shortened).collect(),
        _ => list.lines.clone(),
    };
    // What a row says of itself is not said twice.
    let known = row.is_some_and(|row| row.note == picker.preview);
    LinearView {
        title: titled(&picker.title),
        lead: said([picker.note.replace('✓', "“suggested”")]),
        detail: match known || picker.preview.is_empty() || !picker.explains() {
            true => Vec::new(),
            false => vec![preview],
        },
        prompt: picker.title.trim_end_matches('?').to_owned(),
        lines,
        ..list
    }
}

fn of_palette(state: &State, palette: &Palette) -> LinearView {
    LinearView {
        title: titled(&palette.title),
        detail: state.sought_instead(palette).into_iter().collect(),
        prompt: plain(&palette.title),
        ..of_list(
            &format!("commands {}", palette.title),
            Some(&palette.field),
            &palette.list,
        )
    }
}

fn of_search(search: &SearchList) -> LinearView {
    LinearView {
        title: titled(&search.title()),
        lead: said([search.note()]),
        prompt: "find".to_owned(),
        ..of_list("find", Some(&search.field), &search.list)
    }
}

fn of_replacement(list: &ReplacementList) -> LinearView {
    LinearView {
        title: titled(&list.title()),
        lead: vec!["Those marked suggested are changed.".to_owned()],
        detail: said([format!("It would be: “{}”", list.after())]),
        prompt: "replace".to_owned(),
        ..of_list("replace", None, &list.list)
    }
}

fn of_question(state: &State, question: &Question) -> LinearView {
    let field = &question.field;
    let id = question.asked.name();
    let list = &field.offers.list;
    let secret = question.asked.is_secret();
    LinearView {
        id: format!("question {id}"),
        title: titled(&question.title),
        lead: said([
            state.asked_about(question).unwrap_or_default(),
            state.help_of(question),
        ]),
        text: Some(OpenText {
            id,
            label: question.title.clone(),
            words: match secret {
                true => String::new(),
                false => field.text().to_owned(),
            },
            end: TextEnd::Answer,
            secret,
            // They are rows here, each with its number.
            offers: Vec::new(),
            lit: list.at(),
        }),
        lines: match question.asked == QuestionKind::Filter {
            true => Vec::new(),
            false => lines_of(list),
        },
        at: list.at(),
        prompt: question.title.trim_end_matches('?').to_owned(),
        ..LinearView::default()
    }
}

fn of_page(state: &State, page: &TextPage) -> LinearView {
    let words = &|page: &TextPage| heard(&page.lines, judgment_title(state));
    let (lead, lines) = match page.kind {
        PageKind::Print(form) if form.is_laid_out() => (None, words(page)),
        // The marks of another form are for programs.
        PageKind::Print(form) if !form.left_out => {
            let told = state.print_in_words(form);
            let lead = "Its words are told without the marks of that form, which are in the file.";
            (
                Some(lead.to_owned()),
                told.as_ref().map_or_else(Vec::new, words),
            )
        }
        _ => (None, page.lines.clone()),
    };
    let lines = lines.into_iter().map(LinearLine::Plain);
    LinearView {
        id: format!("page {:?} {}", page.kind, page.title),
        title: titled(&page.title),
        lead: said(lead),
        lines: lines.collect(),
        prompt: titled(&plain(&page.title)).trim_end_matches('.').to_owned(),
        ..LinearView::default()
    }
}

/// Returns the title of the column in which a report has its judgments.
fn judgment_title(state: &State) -> &str {
    let editor = state.editor.as_deref();
    editor.map_or("", |editor| editor.framework.report.judgment.as_str())
}

fn of_comparison(comparison: &Comparison) -> LinearView {
    let (left, right) = comparison.sides();
    let words = |side: &Option<String>| plain(side.as_deref().unwrap_or_default());
    let row = comparison.pairs.iter().map(|pair| {
        let (one, other) = (words(&pair.left), words(&pair.right));
        LinearLine::Row(format!("{} – {left}: {one} – {right}: {other}", pair.what))
    });
    LinearView {
        id: format!("comparison {:?}", comparison.compared),
        title: titled(&comparison.title()),
        lines: row.collect(),
        at: (!comparison.pairs.is_empty()).then_some(comparison.at),
        prompt: "two versions".to_owned(),
        ..LinearView::default()
    }
}

fn of_mapping(table: &MappingTable) -> LinearView {
    let row = table.rows.iter().map(|row| {
        let holds = match row.holds.as_str() {
            "" => String::new(),
            holds => format!(" ({holds})"),
        };
        let to = table.goes_to(row).unwrap_or(match row.holds.as_str() {
            "" => "nowhere: it holds nothing",
            _ => "the tray",
        });
        LinearLine::Row(format!(
            "{}{holds} goes to {to} – {}",
            row.title,
            row.mapping.why.words()
        ))
    });
    LinearView {
        id: "mapping".to_owned(),
        title: titled(&table.title().replace(" → ", " to ")),
        lead: said([table.note()]),
        lines: row.collect(),
        at: (!table.rows.is_empty()).then_some(table.at),
        prompt: "the other framework".to_owned(),
        ..LinearView::default()
    }
}

fn of_problems(list: &ProblemList) -> LinearView {
    let detail = list.problem().map(|problem| {
        let entry = problem.rule.entry();
        [problem.remedy.clone(), entry.why.to_owned()]
    });
    LinearView {
        title: format!("What the checks tell: {} in all.", list.list.all().len()),
        detail: said(detail.into_iter().flatten()),
        prompt: "problems".to_owned(),
        ..of_list("problems", None, &list.list)
    }
}

fn of_aloud(state: &State, reading: &ReadAloud) -> LinearView {
    let due = reading.due().map(|due| due.at);
    let editor = state.editor.as_deref();
    let sentence = due
        .zip(editor)
        .and_then(|(at, it)| it.document().sentence(at));
    let pace = usize::try_from(reading.words_a_minute()).unwrap_or(usize::MAX);
    let pace = counted(pace, "word");
    LinearView {
        id: "aloud".to_owned(),
        title: format!("The statement, to be read aloud at {pace} a minute."),
        detail: sentence.into_iter().map(|it| it.text.clone()).collect(),
        prompt: "aloud".to_owned(),
        ..LinearView::default()
    }
}

/// Returns a title with an end of its own.
fn titled(title: &str) -> String {
    let title = title.replace(" · ", ", ").replace(" → ", " to ");
    match title.ends_with(['?', '.', '!', ':']) {
        true => title,
        false => format!("{title}."),
    }
}
