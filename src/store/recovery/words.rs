//! Words in boxes that stand in journals only.

use std::path::{Path, PathBuf};

use super::belonging::FileJournals;
use super::standing::{JOURNAL, KEPT, standing};
use super::unsaved::{Open, found, is_of_inspection, waiting};
use super::whereabouts::{Finder, Whereabouts};
use crate::assessment::{Assessment, Inspection, Unanswered, is_earlier};
use crate::store::edited::FileDocument;
use crate::store::file::{folder_of, read_bytes};
use crate::store::format;
use crate::store::journal::{JournalName, OUTSIDE, Replay};
use crate::store::seal::Passphrase;

/// Words that were typed into a box and that nobody has answered with.
#[derive(Clone, Debug)]
pub struct WaitingWords {
    /// The draft or inspection that they are about, where it is now, or was last; none where they were typed in the
    /// library.
    pub file: Option<PathBuf>,
    /// Where that file is now.
    pub whereabouts: Whereabouts,
    /// The journal that has them; none where it is sealed.
    pub journal: Option<PathBuf>,
    /// The name of the box: what it is about.
    pub on: String,
    /// The words.
    pub words: String,
}

/// Returns the words in every box that nobody has answered, those of the library last; with `all` also what was set
/// aside. Beside drafts they are looked for in the folders that are `near`, too. What is sealed tells nothing.
pub fn waiting_words(state: &Path, near: &[PathBuf], all: bool) -> Vec<WaitingWords> {
    let endings = [JOURNAL, OUTSIDE].into_iter().chain(all.then_some(KEPT));
    let journals = endings.flat_map(|ending| standing(state, near, ending));
    let library = FileJournals::library();
    let finder = Finder::new(state, near);
    let waiting =
        journals.filter_map(|path| {
            let at = |name: &JournalName, boxes: &Unanswered, find: &dyn Fn() -> Whereabouts| {
                match *name == library || boxes.is_empty() {
                    true => Whereabouts::There,
                    false => find(),
                }
            };
            let (name, whereabouts, boxes) = match Open::read(&path)? {
                Open::Draft(replay) => {
                    let at = at(&replay.name, &replay.boxes, &|| finder.find(&replay));
                    (replay.name, at, replay.boxes)
                }
                Open::Inspection(replay) => {
                    let at = at(&replay.name, &replay.boxes, &|| finder.find(&replay));
                    (replay.name, at, replay.boxes)
                }
            };
            let of_library = name == library;
            let file = match &whereabouts {
                Whereabouts::Moved(now) => now.clone(),
                _ => name.draft,
            };
            let file = (!of_library).then_some(file);
            let words = boxes.iter().map(|(on, words)| WaitingWords {
                file: file.clone(),
                whereabouts: whereabouts.clone(),
                journal: Some(path.clone()),
                on: on.to_owned(),
                words: words.to_owned(),
            });
            Some(words.collect::<Vec<_>>())
        });
    let mut waiting: Vec<WaitingWords> = waiting.flatten().collect();
    waiting.sort_by_key(|it| it.file.is_none());
    let all = waiting.clone();
    let mut nth = 0..;
    waiting.retain(|one| nth.next().is_some_and(|at| !is_had(one, at, &all)));
    waiting
}

/// Returns true where others of the same file have the words too: another box before it the same, or another journal the
/// same box with more in it.
fn is_had(one: &WaitingWords, at: usize, all: &[WaitingWords]) -> bool {
    let others = all.iter().enumerate();
    let mut others = others.filter(|(other, it)| *other != at && it.file == one.file);
    others.any(|(other, it)| match it.words == one.words {
        true => other < at,
        false => it.on == one.on && it.words.contains(&one.words),
    })
}

/// Returns the words that wait in boxes about a sealed draft or inspection, which has this text; with `all` also what was
/// set aside.
pub fn words_of_sealed(
    state: &Path,
    file: &Path,
    text: &str,
    passphrase: &Passphrase,
    all: bool,
) -> Vec<WaitingWords> {
    let opening = format::read_opening("", text).ok();
    let id = opening.map(|opening| opening.id).unwrap_or_default();
    let journals = FileJournals::of(state, file, &id, true);
    match is_of_inspection(&journals, text, Some(passphrase)) {
        true => words_in::<Inspection>(file, &journals, passphrase, all),
        false => words_in::<Assessment>(file, &journals, passphrase, all),
    }
}

fn words_in<D: FileDocument>(
    file: &Path,
    journals: &FileJournals,
    passphrase: &Passphrase,
    all: bool,
) -> Vec<WaitingWords> {
    let read = |path: PathBuf| Replay::<D>::read(&path, Some(passphrase)).ok().flatten();
    let found: Vec<Replay<D>> = match all {
        true => journals
            .all(Some(passphrase))
            .into_iter()
            .filter_map(read)
            .collect(),
        false => {
            let mut found = found::<D>(journals, Some(passphrase));
            let outside = journals.outside_candidates().into_iter().filter_map(read);
            found.extend(outside.filter(|replay| journals.is_ours(replay)));
            found
        }
    };
    let boxes = found.iter().flat_map(|replay| replay.boxes.iter());
    boxes
        .map(|(on, words)| WaitingWords {
            file: Some(file.to_owned()),
            whereabouts: Whereabouts::There,
            journal: None,
            on: on.to_owned(),
            words: words.to_owned(),
        })
        .collect()
}

/// Returns how many edits of an open file wait that it does not have, and the names of its boxes with words: what a copy of
/// the file leaves behind.
pub fn left_behind(state: &Path, file: &Path) -> (usize, Vec<String>) {
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let text = read_bytes(&file)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok());
    let edits = text.and_then(|text| waiting(state, &file, &text, None));
    let near = [folder_of(&file).to_owned()];
    let words = waiting_words(state, &near, false).into_iter();
    let waits = |it: &WaitingWords| !is_earlier(&it.on);
    let boxes = words.filter(|it| it.file.as_ref() == Some(&file) && waits(it));
    (
        edits
            .filter(|edits| !edits.asks)
            .map_or(0, |edits| edits.steps),
        boxes.map(|it| it.on).collect(),
    )
}

/// Returns how many edits the journals of a file have that it does not, and the boxes with words about it: what a list shows
/// of it before it is opened. No other file is looked at, and what is sealed tells nothing.
pub fn unfinished(state: &Path, file: &Path) -> (usize, Vec<(String, String)>) {
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let text = read_bytes(&file).ok();
    let Some(text) = text.and_then(|bytes| String::from_utf8(bytes).ok()) else {
        return (0, Vec::new());
    };
    let edits = waiting(state, &file, &text, None).filter(|edits| !edits.asks);
    let opening = format::read_opening("", &text).ok();
    let id = opening.map(|opening| opening.id).unwrap_or_default();
    let journals = FileJournals::of(state, &file, &id, false);
    let boxes = match is_of_inspection(&journals, &text, None) {
        true => boxes_in::<Inspection>(&journals),
        false => boxes_in::<Assessment>(&journals),
    };
    (edits.map_or(0, |edits| edits.steps), boxes)
}

fn boxes_in<D: FileDocument>(journals: &FileJournals) -> Vec<(String, String)> {
    let own = journals.own::<D>(None);
    let boxes = own.iter().flat_map(|replay| replay.boxes.iter());
    let waits = boxes.filter(|(on, _)| !is_earlier(on));
    waits
        .map(|(on, words)| (on.to_owned(), words.to_owned()))
        .collect()
}
