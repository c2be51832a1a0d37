//! The words that stand in journals only, and where each is met again.

use std::io::Write as _;

use super::visible_path;
use crate::app::{CUT, box_told, has_box, is_search, is_search_by_key};
use crate::assessment::{is_earlier, is_prose, is_unplaced};
use crate::cli::{CliError, Session};
use crate::statement::weave;
use crate::store::journal::OUTSIDE;
use crate::store::recovery::{self, WaitingWords, Whereabouts};
use crate::store::{Frameworks, OutsideTextLeft, format, read_bytes};
use crate::text::visible_line;

/// How words are met again that no save has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MetAgain {
    /// In their box.
    Box,
    /// In the line that narrows a list.
    Line,
    /// By a key, in the line of a list that is opened empty.
    Key,
    /// Wherever the draft is opened, which is not where it was.
    Elsewhere,
    /// By the key that puts in what waits for a place.
    Place,
    /// In the list of what waits.
    List,
}

impl MetAgain {
    const ALL: [(Self, &str); 6] = [
        (
            Self::Box,
            "Typed into a box and not answered with; the box offers it when it is opened again:",
        ),
        (
            Self::Elsewhere,
            "Typed into a box of a draft that is not where it was; the box offers it when that draft is opened again:",
        ),
        (
            Self::Line,
            "Typed into the line of a list; it stands there when the list is opened again:",
        ),
        (
            Self::Key,
            "Typed last into the line of the keys or the commands, which are opened empty; Ctrl-R puts it in there:",
        ),
        (
            Self::Place,
            "Waiting for a place; Ctrl-V puts it in where you type, once the draft is open:",
        ),
        (
            Self::List,
            "Replaced in a box, cut earlier, or taken back; “what waits” among the commands lists it, once the draft is open:",
        ),
    ];

    fn of(one: &WaitingWords, frameworks: &Frameworks) -> Self {
        match &one.on {
            on if is_earlier(on) => Self::List,
            on if is_search_by_key(on) => Self::Key,
            on if is_search(on) => Self::Line,
            _ if is_in_box(one, frameworks) => match one.whereabouts {
                Whereabouts::There | Whereabouts::Moved(_) => Self::Box,
                Whereabouts::Trashed(_)
                | Whereabouts::MayBe(_)
                | Whereabouts::Replaced
                | Whereabouts::Gone => Self::Elsewhere,
            },
            _ => Self::Place,
        }
    }
}

/// Returns true where words are told of: what nobody waits for is told of with `all`, and of the line of a list only prose.
pub(super) fn is_told(one: &WaitingWords, all: bool) -> bool {
    let quiet = is_earlier(&one.on) || is_search(&one.on) && !is_prose(&one.words);
    all || !quiet
}

/// Tells of the words that stand in journals only, and where they are met again.
pub(super) fn tell_of_boxes(
    session: &mut Session<'_>,
    waiting: &[WaitingWords],
    all: bool,
) -> Result<(), CliError> {
    let frameworks = session.frameworks()?;
    let told = waiting.iter().filter(|one| is_told(one, all));
    let told: Vec<_> = told
        .map(|one| (MetAgain::of(one, &frameworks), one))
        .collect();
    for (met, lead) in MetAgain::ALL {
        let mut words = told.iter().filter(|(other, _)| *other == met).peekable();
        if words.peek().is_some() {
            writeln!(session.out, "{lead}")?;
        }
        for (_, one) in words {
            tell_of(session, one, &frameworks)?;
        }
    }
    Ok(())
}

fn tell_of(
    session: &mut Session<'_>,
    one: &WaitingWords,
    frameworks: &Frameworks,
) -> Result<(), CliError> {
    let of = match (&one.file, &one.whereabouts) {
        (None, _) => "the library".to_owned(),
        (Some(file), Whereabouts::MayBe(now)) => {
            let (file, now) = (visible_path(file), visible_path(now));
            format!("{file} (the draft is gone; {now} may be it)")
        }
        (Some(file), Whereabouts::Gone) => {
            format!("{} (the draft is gone)", visible_path(file))
        }
        (Some(file), Whereabouts::Replaced) => {
            format!("{} (another draft stands there now)", visible_path(file))
        }
        (Some(file), Whereabouts::Trashed(_)) => {
            format!("{} (the draft is in the trash)", visible_path(file))
        }
        (Some(file), _) => visible_path(file),
    };
    let on = match draft_of(one, frameworks) {
        Some(draft) => box_told(&one.on, &draft.assessment, &draft.framework),
        None => one.on.clone(),
    };
    let (on, words) = (visible_line(&on), visible_line(&one.words));
    writeln!(session.out, "  {of}, {on}: {words}")?;
    Ok(())
}

/// Tells of the texts that were edited in another program and are not taken in.
pub(super) fn tell_of_outside(
    session: &mut Session<'_>,
    left: &[OutsideTextLeft],
) -> Result<(), CliError> {
    let leads = [
        (
            false,
            "Edited in another program when Assay ended; it waits for a place when Assay is started next:",
        ),
        (
            true,
            "Edited in another program for an Assay that runs, which takes it in when its window is used again:",
        ),
    ];
    for (lives, lead) in leads {
        let mut of = left.iter().filter(|one| one.lives == lives).peekable();
        if of.peek().is_some() {
            writeln!(session.out, "{lead}")?;
        }
        for one in of {
            let open = if one.open { "still open there, " } else { "" };
            let words = visible_line(one.words.trim_end());
            writeln!(session.out, "  {open}{words}")?;
        }
    }
    Ok(())
}

/// Returns true where a box offers words when it is opened: what it is about is in the draft, as the draft's journal has
/// it. Where that cannot be known it is taken for granted.
fn is_in_box(one: &WaitingWords, frameworks: &Frameworks) -> bool {
    if one.on == CUT || is_unplaced(&one.on) {
        return false;
    }
    draft_of(one, frameworks).is_none_or(|draft| {
        let document = weave(&draft.assessment, &draft.framework);
        has_box(&one.on, (&draft.assessment, &draft.framework), &document)
    })
}

/// Returns the draft that words are about, as its journal has it; `None` where that cannot be known.
fn draft_of(one: &WaitingWords, frameworks: &Frameworks) -> Option<format::Draft> {
    let text = one.journal.as_ref().map(|journal| match &one.file {
        // Beside another journal's words the file has the draft itself.
        Some(file) if journal.extension().is_some_and(|it| it == OUTSIDE) => read_bytes(file)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .map_err(|_| ()),
        _ => recovery::text_of(journal, frameworks, None).map_err(|_| ()),
    });
    format::read("", &text?.ok()?, &|id| frameworks.get(id)).ok()
}
