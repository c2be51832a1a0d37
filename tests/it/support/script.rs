//! A script of what happens at the real loop: keys as they are typed, and in angle brackets what comes between them.
//!
//! `To go.<esc><pause>`: whatever is no happening is the name of a key. What can be read as neither is left out, so
//! that any bytes are a script.

use assay::app::{Code, Key};

/// Something that happens to somebody at the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A key is typed.
    Key(Key),
    /// Text is pasted, in brackets of the terminal's.
    Paste(&'static str),
    /// A sentence comes faster than any hand types, which has not come before.
    Prose,
    /// Nothing is typed for a while.
    Pause,
    /// The window is the one in use again.
    Focus,
    /// Another program adds a finding to the draft's file.
    Rewritten,
    /// Another program takes the first finding out of it.
    Shortened,
    /// A sync tool puts the file back as it was at first.
    Older,
    /// Another program deletes the file.
    Deleted,
    /// Another program gives the file another name.
    Renamed,
    /// Somebody on another machine takes the draft over.
    TakenOver,
    /// The folder of drafts cannot be written, or can again.
    Broken,
    /// The program is killed, and started again.
    Killed,
    /// It is killed, and the file is opened by another name before it has its own again.
    KilledAndRenamed,
    /// It is killed, the file is moved, and another draft comes to where it was.
    KilledAndMoved,
    /// An inspection is opened.
    Inspection,
    /// What is open is closed, and the library is shown.
    Library,
    /// The draft is opened from there.
    Draft,
    /// A draft that was taken over is taken back.
    TakenBack,
    /// Whoever has taken the draft over types in it.
    OtherTypes,
    /// They let go of it.
    OtherLeaves,
    /// Another draft is opened.
    Second,
    /// Another draft that is sealed is opened.
    Third,
    /// The same is tried with another passphrase, and given up.
    ThirdWrong,
    /// So is the draft itself, where that is sealed.
    DraftWrong,
    /// A sentence comes while the other sealed draft is being opened.
    Arriving,
    /// The same, and it is given up.
    ArrivingGivenUp,
    /// Undo is pressed again and again.
    Undos,
    /// Redo is.
    Redos,
    /// Another program changes the title of the inspection.
    Retitled,
    /// Somebody on another machine takes the inspection over and gives it another title, or lets go of it again.
    InspectionTaken,
    /// The disk does not answer any more: saves are only asked for.
    Stalled,
    /// At the beginning only: the draft is sealed.
    Sealed,
    /// At the beginning only: somebody else has the draft.
    ReadOnly,
}

impl Happening {
    /// Every happening that is no key, by name.
    pub const NAMED: [(&'static str, Self); 36] = [
        ("paste", Self::Paste("pasted in one go")),
        ("rows", Self::Paste("two\nrows")),
        ("braces", Self::Paste("{disruptions}")),
        ("pause", Self::Pause),
        ("focus", Self::Focus),
        ("rewritten", Self::Rewritten),
        ("shortened", Self::Shortened),
        ("older", Self::Older),
        ("deleted", Self::Deleted),
        ("renamed", Self::Renamed),
        ("taken-over", Self::TakenOver),
        ("broken", Self::Broken),
        ("killed", Self::Killed),
        ("killed-and-renamed", Self::KilledAndRenamed),
        ("killed-and-moved", Self::KilledAndMoved),
        ("prose", Self::Prose),
        ("inspection", Self::Inspection),
        ("library", Self::Library),
        ("draft", Self::Draft),
        ("taken-back", Self::TakenBack),
        ("other-types", Self::OtherTypes),
        ("other-leaves", Self::OtherLeaves),
        ("", Self::Focus),
        ("second", Self::Second),
        ("third", Self::Third),
        ("third-wrong", Self::ThirdWrong),
        ("draft-wrong", Self::DraftWrong),
        ("arriving", Self::Arriving),
        ("arriving-given-up", Self::ArrivingGivenUp),
        ("undos", Self::Undos),
        ("redos", Self::Redos),
        ("retitled", Self::Retitled),
        ("inspection-taken-over", Self::InspectionTaken),
        ("stalled", Self::Stalled),
        ("sealed", Self::Sealed),
        ("read-only", Self::ReadOnly),
    ];

    /// How a draft may stand when a script begins: words wait already, it is sealed, somebody else has it, or has taken it
    /// over, it is opened by a name that it has not had before; and some of these at once.
    pub const BEGINNINGS: [&'static str; 9] = [
        "",
        "<paste><killed>",
        "<sealed>",
        "<sealed><paste><killed>",
        "<read-only>",
        "<paste><taken-over>",
        "<taken-over>",
        "<killed-and-renamed>",
        "<paste><killed-and-renamed>",
    ];

    /// The number of happenings that may come at any time.
    pub const ANY_TIME: usize = 34;

    /// Returns true where the program is killed.
    pub fn is_kill(&self) -> bool {
        matches!(
            self,
            Self::Killed | Self::KilledAndRenamed | Self::KilledAndMoved
        )
    }

    /// Returns true where the person at the keys does it.
    pub fn is_by_hand(&self) -> bool {
        matches!(
            self,
            Self::Key(_)
                | Self::Paste(_)
                | Self::Prose
                | Self::Inspection
                | Self::Library
                | Self::Draft
                | Self::TakenBack
                | Self::Second
                | Self::Third
                | Self::ThirdWrong
                | Self::DraftWrong
                | Self::Arriving
                | Self::ArrivingGivenUp
                | Self::Undos
                | Self::Redos
        )
    }

    /// Returns true if this is the key.
    pub fn is_key(&self, code: Code) -> bool {
        *self == Self::Key(Key::plain(code))
    }
}

/// Reads a script.
pub fn read(script: &str) -> Vec<Happening> {
    let mut all = Vec::new();
    let mut rest = script;
    while let Some(character) = rest.chars().next() {
        let after = &rest[character.len_utf8()..];
        let named = (character == '<').then(|| after.split_once('>')).flatten();
        rest = named.map_or(after, |(_, after)| after);
        match named {
            Some((name, _)) => {
                let mut happenings = Happening::NAMED.into_iter();
                let happening = happenings.find(|(other, _)| *other == name);
                let key = || Key::parse(name).ok().map(Happening::Key);
                all.extend(happening.map(|(_, it)| it).or_else(key));
            }
            None if character == '\n' || character == '<' => {}
            None => all.push(Happening::Key(Key::char(character))),
        }
    }
    all
}
