//! What each command does. One arm a command; what takes more than a line lives with what it changes.

use super::bench::{Bench, Page, Row};
use super::command::{Command, Scope};
use super::layout::Pane;
use super::message::Effect;
use super::overlay::{
    Asked, Format, Overlay, Page as Sheet, PageKind, Palette, Picker, PrintForm, Question,
};
use super::state::State;
use crate::assessment::{
    FigureField, FindingField, JudgmentField, Kind, List, OverallField, Place, Shape,
};
use crate::text::{self, Erase, Motion};

type Effects = Vec<Effect>;

/// Does a command.
pub(super) fn act(state: &mut State, command: Command) -> Effects {
    match command {
        Command::Help => {
            let here = state.scope();
            if !matches!(state.overlays.last(), Some(Overlay::Page(page)) if page.kind == PageKind::Help)
            {
                let help = Sheet::help(&state.keymap, here);
                state.overlays.push(Overlay::Page(help));
            }
            Vec::new()
        }
        Command::Palette => {
            let palette = Palette::new(state.scope());
            state.overlays.push(Overlay::Palette(palette));
            Vec::new()
        }
        Command::Quit => state.end(),
        _ if !state.overlays.is_empty() => over(state, command),
        _ if state.bench.is_some() => on_bench(state, command),
        _ => in_library(state, command),
    }
}

/// Puts typed characters in.
pub(super) fn typed(state: &mut State, text: &str) -> Effects {
    match state.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => {
            picker.narrowing.narrow(text);
            if let Some(bench) = &state.bench {
                picker.look(bench);
            }
        }
        Some(Overlay::Palette(palette)) => {
            palette.narrowing.narrow(text);
            palette.look();
        }
        Some(Overlay::Question(question)) => {
            question.insert(text);
            live_filter(state);
        }
        Some(Overlay::Page(_)) => {}
        None => {
            let done = state
                .bench
                .as_mut()
                .map_or(Ok(()), |bench| bench.insert(text));
            state.heed(done);
        }
    }
    Vec::new()
}

/// Puts pasted text in where text is taken, cleaned of what a terminal could trip over.
pub(super) fn pasted(state: &mut State, pasted: &str) -> Effects {
    match state.scope() {
        Scope::Typing | Scope::Asking | Scope::Choosing => {
            typed(state, &text::paste(pasted, false))
        }
        _ => {
            state.warn("Begin typing somewhere first; then paste.");
            Vec::new()
        }
    }
}

fn live_filter(state: &mut State) {
    if let Some(Overlay::Question(question)) = state.overlays.last()
        && question.asked == Asked::Filter
    {
        state.library.filter.clone_from(&question.text);
        state.library.at = 0;
    }
}

/// How far a command moves in a list; nothing where it does not.
fn stride(command: Command, page: isize) -> Option<isize> {
    Some(match command {
        Command::Up | Command::CursorUp => -1,
        Command::Down | Command::CursorDown => 1,
        Command::PageUp => -page,
        Command::PageDown => page,
        Command::First => -1_000_000,
        Command::Last => 1_000_000,
        _ => return None,
    })
}

fn erasing(command: Command) -> Option<Erase> {
    Some(match command {
        Command::EraseBack => Erase::Back,
        Command::EraseForward => Erase::Forward,
        Command::EraseWordBack => Erase::WordBack,
        Command::EraseWordForward => Erase::WordForward,
        Command::EraseToStart => Erase::ToRowStart,
        Command::EraseToEnd => Erase::ToRowEnd,
        _ => return None,
    })
}

fn motion(command: Command) -> Option<(Motion, bool)> {
    Some(match command {
        Command::CursorLeft => (Motion::Left, false),
        Command::CursorRight => (Motion::Right, false),
        Command::CursorUp => (Motion::Up, false),
        Command::CursorDown => (Motion::Down, false),
        Command::WordLeft => (Motion::WordLeft, false),
        Command::WordRight => (Motion::WordRight, false),
        Command::RowStart => (Motion::RowStart, false),
        Command::RowEnd => (Motion::RowEnd, false),
        Command::TextStart => (Motion::Start, false),
        Command::TextEnd => (Motion::End, false),
        Command::SelectLeft => (Motion::Left, true),
        Command::SelectRight => (Motion::Right, true),
        Command::SelectUp => (Motion::Up, true),
        Command::SelectDown => (Motion::Down, true),
        Command::SelectWordLeft => (Motion::WordLeft, true),
        Command::SelectWordRight => (Motion::WordRight, true),
        Command::SelectRowStart => (Motion::RowStart, true),
        Command::SelectRowEnd => (Motion::RowEnd, true),
        _ => return None,
    })
}

// Over the screen

fn over(state: &mut State, command: Command) -> Effects {
    if matches!(command, Command::Back | Command::Close) {
        return back_from_overlay(state);
    }
    let page = isize::try_from(state.size.height / 2).unwrap_or(1).max(1);
    match state.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => {
            if let Some(by) = stride(command, page) {
                let many = picker.shown().count();
                picker.narrowing.step(by, many);
            } else if let Some(erase) = erasing(command) {
                picker.narrowing.erase(erase);
            } else if command == Command::Choose {
                return choose(state);
            }
            if let Some(bench) = &state.bench {
                picker_look(state.overlays.last_mut(), bench);
            }
            Vec::new()
        }
        Some(Overlay::Palette(palette)) => {
            if let Some(by) = stride(command, page) {
                let many = palette.shown.len();
                palette.narrowing.step(by, many);
            } else if let Some(erase) = erasing(command) {
                palette.narrowing.erase(erase);
                palette.look();
            } else if command == Command::Choose
                && let Some(chosen) = palette.chosen()
            {
                state.overlays.pop();
                return act(state, chosen);
            }
            Vec::new()
        }
        Some(Overlay::Question(_)) => ask(state, command),
        Some(Overlay::Page(sheet)) => {
            if let Some(by) = stride(command, page) {
                sheet.scroll(by);
                return Vec::new();
            }
            match sheet.kind {
                PageKind::Print(form) => print(state, form, command),
                PageKind::Help => Vec::new(),
            }
        }
        None => Vec::new(),
    }
}

fn picker_look(overlay: Option<&mut Overlay>, bench: &Bench) {
    if let Some(Overlay::Picker(picker)) = overlay {
        picker.look(bench);
    }
}

fn back_from_overlay(state: &mut State) -> Effects {
    let gone = state.overlays.pop();
    if let Some(Overlay::Question(question)) = gone
        && question.asked == Asked::Filter
    {
        state.library.filter.clear();
    }
    Vec::new()
}

fn choose(state: &mut State) -> Effects {
    let Some(Overlay::Picker(picker)) = state.overlays.pop() else {
        return Vec::new();
    };
    let (Some(choice), Some(bench)) = (picker.chosen(), &mut state.bench) else {
        return Vec::new();
    };
    let sets = choice.sets.clone();
    let edits = bench.setting(&sets);
    let finding = match &picker.place {
        Place::Finding(at, FindingField::Heading) => Some(*at),
        _ => None,
    };
    let done = bench.change(edits);
    if done.is_ok()
        && let Some(at) = finding
        && bench.detail.is_none()
    {
        bench.show(&Place::Finding(at, FindingField::Text));
    }
    state.heed(done);
    state.save()
}

fn ask(state: &mut State, command: Command) -> Effects {
    let Some(Overlay::Question(question)) = state.overlays.last_mut() else {
        return Vec::new();
    };
    match command {
        Command::CursorUp => question.choose(false),
        Command::CursorDown => question.choose(true),
        Command::TakeOffer => {
            question.take(true);
        }
        Command::Answer => {
            if question.take(false) {
                return Vec::new();
            }
            return answer(state);
        }
        _ => {
            if let Some((motion, _)) = motion(command) {
                question.go(motion);
            } else if let Some(erase) = erasing(command) {
                question.erase(erase);
            }
        }
    }
    live_filter(state);
    Vec::new()
}

fn answer(state: &mut State) -> Effects {
    let Some(Overlay::Question(question)) = state.overlays.last_mut() else {
        return Vec::new();
    };
    let text = question.text.trim().to_owned();
    let asked = question.asked.clone();
    let refused = match &asked {
        Asked::NewDraft(_) | Asked::Rename(_) if text.is_empty() => {
            Some("A name is wanted.".to_owned())
        }
        Asked::NewFigure => state
            .bench
            .as_ref()
            .and_then(|bench| bench.refuse_id(List::Figures, &text, None)),
        Asked::RenameFigure(at) => state
            .bench
            .as_ref()
            .and_then(|bench| bench.refuse_id(List::Figures, &text, Some(*at))),
        _ => None,
    };
    if refused.is_some() {
        question.refused = refused;
        return Vec::new();
    }
    state.overlays.pop();
    match asked {
        Asked::NewDraft(framework) => vec![Effect::Create {
            subject: text,
            framework,
        }],
        Asked::Rename(path) => vec![Effect::Rename(path, text)],
        Asked::NewFigure => {
            let done = state
                .bench
                .as_mut()
                .map_or(Ok(()), |bench| bench.add_figure(&text));
            state.heed(done);
            Vec::new()
        }
        Asked::RenameFigure(at) => {
            let done = state
                .bench
                .as_mut()
                .map_or(Ok(()), |bench| bench.rename_figure(at, &text));
            state.heed(done);
            state.save()
        }
        Asked::Filter => Vec::new(),
    }
}

fn print(state: &mut State, form: PrintForm, command: Command) -> Effects {
    let Some(bench) = &state.bench else {
        return Vec::new();
    };
    let form = match command {
        Command::PrintText => PrintForm {
            format: Format::Text,
            ..form
        },
        Command::PrintMarkdown => PrintForm {
            format: Format::Markdown,
            ..form
        },
        Command::PrintJson => PrintForm {
            format: Format::Json,
            ..form
        },
        Command::PrintSources => PrintForm {
            sources: !form.sources,
            ..form
        },
        Command::PrintCopy => return vec![Effect::Copy(Sheet::printed(bench, form))],
        Command::PrintWrite => {
            return vec![Effect::WritePrint {
                text: Sheet::printed(bench, form),
                ending: form.format.ending(),
            }];
        }
        _ => return Vec::new(),
    };
    let sheet = Sheet::print(bench, form);
    state.overlays.pop();
    state.overlays.push(Overlay::Page(sheet));
    Vec::new()
}

// In the library

fn in_library(state: &mut State, command: Command) -> Effects {
    let page = isize::try_from(state.size.height)
        .unwrap_or(1)
        .saturating_sub(4)
        .max(1);
    if let Some(by) = stride(command, page) {
        state.library.step(by);
        return Vec::new();
    }
    let chosen = state.library.chosen().map(|card| card.path.clone());
    match command {
        Command::NewDraft => {
            let question = Question::new(
                Asked::NewDraft(None),
                "Which body is the assessment about?",
                "A few letters find it; any other name will do as well.",
                "",
            );
            state.overlays.push(Overlay::Question(question));
            Vec::new()
        }
        Command::OpenExample => vec![Effect::CreateExample],
        Command::Filter => {
            let now = state.library.filter.clone();
            let question = Question::new(Asked::Filter, "Show drafts with these words", "", &now);
            state.overlays.push(Overlay::Question(question));
            Vec::new()
        }
        Command::Reload => vec![Effect::List],
        Command::RestoreDraft => match state.library.trashed.pop() {
            Some((to, from)) => vec![Effect::Restore { from, to }],
            None => {
                state.tell("Nothing was put in the trash here since you started.");
                Vec::new()
            }
        },
        Command::Back if !state.library.filter.is_empty() => {
            state.library.filter.clear();
            Vec::new()
        }
        Command::Back => {
            let key = state
                .keymap
                .label(Scope::Library, Command::Close)
                .unwrap_or_default();
            state.tell(format!("{key} leaves Assay."));
            Vec::new()
        }
        Command::Close => state.end(),
        Command::OpenDraft => chosen.map(Effect::Open).into_iter().collect(),
        Command::DuplicateDraft => chosen.map(Effect::Duplicate).into_iter().collect(),
        Command::TrashDraft => chosen.map(Effect::Trash).into_iter().collect(),
        Command::RenameDraft => {
            if let Some(path) = chosen {
                let stem = path
                    .file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned());
                let question = Question::new(
                    Asked::Rename(path),
                    "What is the file to be called?",
                    "The draft itself stays as it is.",
                    &stem.unwrap_or_default(),
                );
                state.overlays.push(Overlay::Question(question));
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

// On a draft

fn on_bench(state: &mut State, command: Command) -> Effects {
    let size = state.size;
    let page = isize::try_from(size.height / 3).unwrap_or(1).max(1);
    let Some(bench) = &mut state.bench else {
        return Vec::new();
    };
    if bench.typing.is_some() {
        return typing(state, command);
    }
    if let Some(by) = stride(command, page) {
        match (bench.pane, command) {
            (Pane::Headings, Command::First | Command::Last) => {
                let pages = bench.pages();
                let end = if command == Command::First {
                    pages.first()
                } else {
                    pages.last()
                };
                bench.turn_page(end.copied().unwrap_or_default());
            }
            (Pane::Headings, _) => bench.turn(by > 0),
            (Pane::Findings, Command::First | Command::Last) => bench.step_to_end(by > 0),
            (Pane::Findings, _) => bench.step(by),
            (Pane::Statement, Command::First | Command::Last) => bench.sentence_to_end(by > 0),
            (Pane::Statement, _) => bench.step_sentence(by),
        }
        return Vec::new();
    }
    match command {
        Command::NextPane => bench.go_to_pane(match bench.pane {
            Pane::Headings => Pane::Findings,
            Pane::Findings => Pane::Statement,
            Pane::Statement => Pane::Headings,
        }),
        Command::PreviousPane => bench.go_to_pane(match bench.pane {
            Pane::Headings => Pane::Statement,
            Pane::Findings => Pane::Headings,
            Pane::Statement => Pane::Findings,
        }),
        Command::OpenHeading => bench.go_to_pane(Pane::Findings),
        Command::NextHeading => bench.turn(true),
        Command::PreviousHeading => bench.turn(false),
        Command::Prompts => bench.toggle_prompts(),
        Command::ShowSource => {
            if !bench.go_to_source() {
                state.tell(
                    "These words are the framework's; the draft's own can be set under About.",
                );
            }
        }
        Command::Undo | Command::Redo => return wind(state, command),
        Command::Save => return save_now(state),
        Command::Back => return back(state),
        Command::Close => return state.close_draft(),
        Command::Print => {
            let sheet = Sheet::print(bench, PrintForm::default());
            state.overlays.push(Overlay::Page(sheet));
        }
        Command::CopyStatement => {
            return vec![Effect::Copy(Sheet::printed(bench, PrintForm::default()))];
        }
        _ => return change(state, command),
    }
    Vec::new()
}

fn back(state: &mut State) -> Effects {
    let Some(bench) = &mut state.bench else {
        return Vec::new();
    };
    if bench.pane == Pane::Findings && bench.leave_details() {
        return state.save();
    }
    match bench.pane {
        Pane::Headings => state.close_draft(),
        _ => {
            bench.go_to_pane(Pane::Headings);
            state.save()
        }
    }
}

fn wind(state: &mut State, command: Command) -> Effects {
    let size = state.size;
    let back = command == Command::Undo;
    let done = state
        .bench
        .as_mut()
        .is_some_and(|bench| bench.wind(back, size));
    if !done {
        state.tell(if back {
            "Nothing to take back."
        } else {
            "Nothing to make again."
        });
    }
    Vec::new()
}

fn save_now(state: &mut State) -> Effects {
    let effects = state.save();
    if effects.is_empty() {
        let saved = state
            .bench
            .as_ref()
            .is_some_and(|bench| !bench.is_unsaved());
        if saved {
            state.tell("Everything is saved.");
        }
    }
    effects
}

/// Commands that change the draft, or ask how.
fn change(state: &mut State, command: Command) -> Effects {
    let Some(bench) = &mut state.bench else {
        return Vec::new();
    };
    if let Some(why) = bench.read_only.clone() {
        state.warn(why);
        return Vec::new();
    }
    let kind = match command {
        Command::AddStrength => Some(Kind::Strength),
        Command::AddImprovement => Some(Kind::Improvement),
        Command::AddConcern => Some(Kind::Concern),
        Command::AddPractice => Some(Kind::Practice),
        Command::AddContext => Some(Kind::Context),
        _ => None,
    };
    let done = match command {
        Command::Add if bench.page == Page::Figures => {
            ask_for_figure(state);
            return Vec::new();
        }
        Command::Add => bench.add(None),
        _ if kind.is_some() => bench.add(kind),
        Command::Edit => return edit(state),
        Command::Details => {
            bench.toggle_details();
            Ok(())
        }
        Command::MoveUp | Command::MoveDown => bench.shift(command == Command::MoveUp),
        Command::Delete => match bench.delete() {
            Ok(words) => {
                let key = state
                    .keymap
                    .label(Scope::Findings, Command::Undo)
                    .unwrap_or_default();
                let words = text::truncate(&words, 40).into_owned();
                state.tell(format!("Deleted “{words}”; {key} brings it back."));
                return state.save();
            }
            Err(why) => Err(why),
        },
        Command::NeedsFirst => match bench.toggle_needs_first() {
            Ok(told) => {
                state.tell(told);
                return state.save();
            }
            Err(why) => Err(why),
        },
        _ => return pick_for(state, command),
    };
    state.heed(done);
    Vec::new()
}

/// Commands that open a list for a field of the finding or heading.
fn pick_for(state: &mut State, command: Command) -> Effects {
    let Some(bench) = &mut state.bench else {
        return Vec::new();
    };
    let finding = bench.finding();
    let of_finding = |field| finding.map(|at| Place::Finding(at, field));
    let heading = bench
        .heading_id()
        .filter(|id| *id != crate::assessment::OVERALL);
    let of_heading = |field| heading.map(|id| Place::Judgment(id.to_owned(), field));
    let (title, place, missing) = match command {
        Command::Kind => (
            "Kind",
            of_finding(FindingField::Kind),
            "Go to a finding first.",
        ),
        Command::Frame => (
            "Frame",
            of_finding(FindingField::Stance),
            "Go to a finding first.",
        ),
        Command::MoveTo => (
            "Move to",
            of_finding(FindingField::Heading),
            "Go to a finding first.",
        ),
        Command::SetGrade => (
            "Grade",
            of_heading(JudgmentField::Grade),
            "Go to a heading first.",
        ),
        Command::Opening => ("Opening", Some(Place::Overall(OverallField::Stance)), ""),
        Command::Rationale => {
            if let Some(place) = of_heading(JudgmentField::Rationale) {
                bench.pane = Pane::Findings;
                bench.detail = None;
                bench.show(&place);
                let done = bench.type_here();
                state.heed(done);
            } else {
                state.tell("Go to a heading first.");
            }
            return Vec::new();
        }
        _ => return Vec::new(),
    };
    match place {
        Some(place) => open_picker(state, title, place),
        None => state.tell(missing),
    }
    Vec::new()
}

fn open_picker(state: &mut State, title: &str, place: Place) {
    let Some(bench) = &state.bench else { return };
    if let Some(picker) = Picker::new(title, bench, place) {
        state.overlays.push(Overlay::Picker(picker));
    }
}

fn ask_for_figure(state: &mut State) {
    let question = Question::new(
        Asked::NewFigure,
        "What is the figure called in texts?",
        "Small letters, digits and hyphens; a text then names it in curly brackets: {followers}.",
        "",
    );
    state.overlays.push(Overlay::Question(question));
}

/// Edits what is under the cursor in the way that fits it: a list, a question, or typing in place.
fn edit(state: &mut State) -> Effects {
    let Some(bench) = &mut state.bench else {
        return Vec::new();
    };
    let Some(row) = bench.current().cloned() else {
        return Vec::new();
    };
    match &row {
        Row::Figure(_) => bench.toggle_details(),
        Row::Field(Place::Figure(at, FigureField::Id), _) => {
            let now = bench
                .assessment
                .figures
                .get(*at)
                .map(|figure| figure.id.clone());
            let question = Question::new(
                Asked::RenameFigure(*at),
                "What is the figure called in texts?",
                "Every text that names it is changed with it.",
                &now.unwrap_or_default(),
            );
            state.overlays.push(Overlay::Question(question));
        }
        Row::Field(place, label) => {
            let (place, label) = (place.clone(), *label);
            let picked = !matches!(
                place.shape(),
                Shape::Prose | Shape::Line | Shape::Date | Shape::Amount
            ) || matches!(place, Place::Finding(_, FindingField::Status));
            if picked {
                open_picker(state, label, place);
            } else {
                let done = bench.type_here();
                state.heed(done);
            }
        }
        _ => {
            let done = bench.type_here();
            state.heed(done);
        }
    }
    Vec::new()
}

// While typing

fn typing(state: &mut State, command: Command) -> Effects {
    let size = state.size;
    let Some(bench) = &mut state.bench else {
        return Vec::new();
    };
    if let Some((motion, extend)) = motion(command) {
        let offered = !extend && matches!(motion, Motion::Up | Motion::Down);
        if !(offered && bench.choose_offer(matches!(motion, Motion::Down))) {
            bench.move_cursor(motion, extend, size);
        }
        return Vec::new();
    }
    if let Some(erase) = erasing(command) {
        let done = bench.erase(erase, size);
        state.heed(done);
        return Vec::new();
    }
    match command {
        Command::Done => match bench.take_offer(false) {
            Ok(true) => Vec::new(),
            Ok(false) => {
                bench.stop_typing();
                state.save()
            }
            Err(why) => {
                state.warn(why);
                Vec::new()
            }
        },
        Command::DoneAndAdd => {
            bench.stop_typing();
            let mut effects = state.save();
            effects.extend(change(state, Command::Add));
            effects
        }
        Command::NextField => match bench.take_offer(true) {
            Ok(true) => Vec::new(),
            Ok(false) => {
                bench.stop_typing();
                bench.step(1);
                let typed = matches!(bench.current(), Some(Row::Field(place, _)) if place.is_text() && !matches!(place.shape(), Shape::Named | Shape::Id));
                if typed {
                    let done = bench.type_here();
                    state.heed(done);
                }
                state.save()
            }
            Err(why) => {
                state.warn(why);
                Vec::new()
            }
        },
        Command::Split => {
            let done = bench.split();
            state.heed(done);
            Vec::new()
        }
        Command::SelectAll => {
            bench.select_all();
            Vec::new()
        }
        Command::Copy | Command::Cut => {
            let Some(selected) = bench.selected().map(str::to_owned) else {
                return Vec::new();
            };
            bench.clipboard.clone_from(&selected);
            if command == Command::Cut {
                let done = bench.erase(Erase::Back, size);
                state.heed(done);
            }
            vec![Effect::Copy(selected)]
        }
        Command::PasteBack => {
            let text = bench.clipboard.clone();
            let done = bench.insert(&text);
            state.heed(done);
            Vec::new()
        }
        Command::Undo | Command::Redo => wind(state, command),
        Command::Save => save_now(state),
        _ => Vec::new(),
    }
}
