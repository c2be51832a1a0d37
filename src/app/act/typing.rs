//! What commands do while a text is typed in.

use super::bench::{save_now, wind};
use super::change::change;
use super::{Effects, erasing, motion};
use crate::app::bench::Row;
use crate::app::command::Command;
use crate::app::message::Effect;
use crate::app::state::State;
use crate::assessment::Shape;
use crate::text::{Erase, Motion};

pub(super) fn typing(state: &mut State, command: Command) -> Effects {
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
        Command::Next => next(state),
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

/// Goes on to a new item after the one that is typed in; splits it where the cursor stands inside it. A
/// field has nothing after it, and is done.
fn next(state: &mut State) -> Effects {
    let Some(bench) = &mut state.bench else {
        return Vec::new();
    };
    let taken = bench.take_offer(false);
    let Some(false) = state.heed(taken) else {
        return Vec::new();
    };
    let Some(bench) = &mut state.bench else {
        return Vec::new();
    };
    let goes_on = bench.is_typing_in_item();
    if goes_on && bench.is_inside_text() {
        let done = bench.split();
        state.heed(done);
        return state.save();
    }
    bench.stop_typing();
    let mut effects = state.save();
    if goes_on {
        effects.extend(change(state, Command::Add));
    }
    effects
}
