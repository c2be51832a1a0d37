//! Somebody at the keys, on a screen of any size, while another program writes the same file.
//!
//! The first bytes choose the draft, the size and the set of keys; each byte after them is a key that is typed, or something else
//! that happens. The world answers as the real one does, only later. What must hold:
//!
//! - Every save says how many entries of the journal it has in it.
//! - The journal's entries, made again on the draft as it was opened, give the draft as it is now.
//! - All of it taken back gives the draft as it was opened, by the state machine's undo and by the journal's.
//! - No cell of the screen holds anything hidden.

#![no_main]

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use arbitrary::Unstructured;
use assay::app::layout::Size;
use assay::app::{
    Code, Command, DraftCard, DraftStatus, Effect, Exit, FileContent, FileKind, FileNews,
    InspectionNews, JournalNote, Key, KeySet, Keymap, LibraryNews, Message, OpenedDraft,
    OpenedFile, PointerDeed, PointerEvent, ReadDraft, State, TABLE, Unfinished, update,
};
use assay::assessment::{Assessment, Descent, HistoryEntry, Inspection, JournalStanding};
use assay::config::Theme;
use assay::statement::NoticeDraft;
use assay::store::format::Draft;
use assay::store::journal::Replay;
use assay::tui::View;
use assay_fuzz::{COMMENTED, EXAMPLE, Hand, Texts, below, example, journal, read};
use libfuzzer_sys::fuzz_target;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fuzz_target!(|input: &[u8]| {
    let mut input = Unstructured::new(input);
    let mut runner = EffectRunner::new(&mut input);
    while !input.is_empty() && !runner.state.is_over() {
        runner.happens(&mut input);
    }
    runner.close();
});

fn which(input: &mut Unstructured<'_>) -> FileKind {
    FileKind::ALL[below(input, 2)]
}

/// Every key that does something.
fn keys() -> &'static [Key] {
    static KEYS: OnceLock<Vec<Key>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let of_set = |set: KeySet| TABLE.iter().flat_map(move |entry| entry.sequences(set));
        let all = KeySet::ALL.into_iter().flat_map(of_set);
        let mut keys: Vec<Key> = all.flat_map(|keys| keys.keys().to_vec()).collect();
        keys.retain(|key| key.typed().is_none());
        keys.sort();
        keys.dedup();
        assert!(keys.len() < 100);
        keys
    })
}

const PASTES: [&str; 8] = [
    "one \r\n two\r",
    "\u{1b}[2J\u{202e}",
    "👩\u{200d}🏫 café",
    "{people}",
    "e\u{301}\u{301}",
    "a\n\nb\n",
    "\t\u{0}\u{7f}\u{85}",
    "子供子供子供",
];

const CHARACTERS: [char; 8] = [
    'é', '子', '\u{301}', '\u{200d}', '🏫', '\u{202e}', '\u{0}', 'ع',
];

struct EffectRunner {
    state: State,
    view: View,
    terminal: Terminal<TestBackend>,
    /// The draft as it was opened.
    start: Assessment,
    entries: Vec<HistoryEntry>,
    /// What the file says, as far as it is known here; and what another program has made of it.
    file: Assessment,
    elsewhere: Option<Assessment>,
    /// What the inspection's file says.
    inspection: Inspection,
    /// The last saves: how many entries each says that it has in it, and what was saved.
    saves: VecDeque<(usize, Assessment)>,
    /// Whether the disk is full.
    full: bool,
    answers: VecDeque<Message>,
    taken: usize,
}

impl EffectRunner {
    fn new(input: &mut Unstructured<'_>) -> Self {
        let which = below(input, 4);
        let size = size(input);
        let theme = ["dark", "plain"][below(input, 2)];
        let set = KeySet::ALL[below(input, KeySet::ALL.len())];
        let mut runner = Self {
            state: State::new(size, Keymap::of(set)),
            view: View::new(&Theme::built_in(theme).expect("a theme")).with_mouse(true),
            terminal: Terminal::new(TestBackend::new(size.width, size.height)).expect("memory"),
            start: Assessment::default(),
            entries: Vec::new(),
            file: Assessment::default(),
            elsewhere: None,
            inspection: Inspection::default(),
            saves: VecDeque::new(),
            full: false,
            answers: VecDeque::new(),
            taken: 0,
        };
        let commented = || read(COMMENTED).expect("the draft is right");
        match which {
            0 | 1 => runner.open(example(), false),
            2 => runner.open(commented(), false),
            _ if below(input, 2) == 0 => runner.inspect("Inspected"),
            _ => drop(runner.does(Effect::List)),
        }
        runner
    }

    /// Opens an inspection of a good draft and of others that are not.
    fn inspect(&mut self, title: &str) {
        let named = |name: &&str| (*name).to_owned();
        let inspection = Inspection {
            id: "i".into(),
            title: title.into(),
            drafts: ["good.toml", "broken.toml", "gone.toml"]
                .iter()
                .map(named)
                .collect(),
            ..Inspection::default()
        };
        self.inspection = inspection.clone();
        let opened = OpenedFile::plain("i.toml".into(), inspection);
        self.take(Message::Inspection(InspectionNews::Opened {
            file: Box::new(opened),
            new: false,
        }));
    }

    fn open(&mut self, draft: Draft, new: bool) {
        self.close();
        self.start = draft.assessment.clone();
        self.file = draft.assessment.clone();
        self.entries.clear();
        self.elsewhere = None;
        self.saves.clear();
        let mut opened = OpenedDraft::plain(draft.assessment, draft.framework, "d.toml".into());
        opened.new = new;
        self.take(Message::OpenedDraft(Box::new(opened)));
    }

    /// What the input says happens next.
    fn happens(&mut self, input: &mut Unstructured<'_>) {
        let what = input.arbitrary::<u8>().unwrap_or_default();
        let message = match what {
            b'\n' => Message::Key(Key::plain(Code::Enter)),
            b'\t' => Message::Key(Key::plain(Code::Tab)),
            0x1b => Message::Key(Key::plain(Code::Esc)),
            b' '..=b'~' => Message::Key(Key::char(char::from(what))),
            0..8 => Message::Key(Key::char(CHARACTERS[usize::from(what)])),
            8..16 => Message::Paste(PASTES[usize::from(what - 8)].into()),
            16 => Message::Resize(size(input)),
            17 => Message::Pause,
            216 => Message::Due,
            18 => Message::Focus,
            19 => Message::Continued,
            200..=215 => Message::Pointer(pointer(input)),
            20 => Message::Stop,
            21 => Message::File(
                which(input),
                FileNews::Journal(match below(input, 4) {
                    0 => JournalStanding::Safe,
                    1 => JournalStanding::Elsewhere("\u{1b}there".into()),
                    2 => JournalStanding::Behind,
                    _ => JournalStanding::Nowhere("full\nno".into()),
                }),
            ),
            22 => match below(input, 2) {
                0 => Message::Failed("a\u{202e}b\nc".into()),
                _ => Message::NotOpened {
                    path: "a.toml.age".into(),
                    why: "a\u{202e}b\nc".into(),
                },
            },
            23 => Message::End,
            24 => {
                self.another_program(input);
                return;
            }
            25 => {
                self.full = !self.full;
                return;
            }
            26..=31 => match self.answers.pop_front() {
                Some(answer) => answer,
                None => return,
            },
            127..=255 => {
                let keys = keys();
                Message::Key(keys[usize::from(what - 127) % keys.len()])
            }
        };
        self.take(message);
    }

    fn another_program(&mut self, input: &mut Unstructured<'_>) {
        let Some(editor) = &self.state.editor else {
            return;
        };
        let mut theirs = self.elsewhere.take().unwrap_or_else(|| self.file.clone());
        let mut hand = Hand::new("x", &editor.framework, Texts::Hostile);
        for _ in 0..=below(input, 4) {
            if let Some(edit) = hand.edit(&theirs, input) {
                edit.apply(&mut theirs).expect("the edit fits");
            }
        }
        self.elsewhere = Some(theirs);
    }

    /// A message as the loop takes it in: then the journal, then a frame.
    fn take(&mut self, message: Message) {
        let before = self.state.editor.is_some();
        let resized = matches!(message, Message::Resize(_));
        let effects = update(&mut self.state, message);
        let mut todo: VecDeque<Effect> = effects.into();
        while let Some(effect) = todo.pop_front() {
            self.does(effect);
        }
        while let Some(effect) = self.state.settle() {
            self.does(effect);
        }
        // As much of a search as goes by before the next key.
        if self.state.looks_on() {
            let _ = self.state.look_on();
        }
        if before && self.state.editor.is_none() {
            // A draft is closed when all that was done is in its file.
            let all = replay(&self.entries);
            let mut draft = self.start.clone();
            all.apply_to(0, &mut draft)
                .expect("the journal fits the draft");
            // What another program wrote since is known by then, or its news is still to come. Then that program
            // has written on what was there before.
            let mut changes = self.answers.iter().filter_map(|answer| match answer {
                Message::ChangedElsewhere { base, .. } => Some(&**base),
                _ => None,
            });
            let file = changes.next().unwrap_or(&self.file);
            assert_eq!(draft, *file, "closed with words that are in no file");
            self.answers.retain(|answer| {
                matches!(
                    answer,
                    Message::Library(_)
                        | Message::Inspection(_)
                        | Message::File(FileKind::Inspection, _)
                )
            });
        }
        // What arrives together is drawn once.
        self.taken += 1;
        if resized || self.taken.is_multiple_of(4) {
            self.draw();
        }
        while self.answers.len() > 4 {
            let answer = self.answers.pop_front().expect("an answer");
            self.take(answer);
        }
    }

    /// Does in the world what is to be done there.
    fn does(&mut self, effect: Effect) {
        match effect {
            Effect::Journal(JournalNote::Draft(entries)) => self.entries.extend(entries),
            Effect::CheckFile(FileKind::Draft) => drop(self.look()),
            Effect::Save {
                content: FileContent::Draft(assessment),
                revision,
            } => {
                // What was done in the same breath after the save was asked for is in the journal too.
                assert!(revision <= self.entries.len() as u64, "no such entry");
                self.saves.truncate(3);
                self.saves
                    .push_front((revision as usize, *assessment.clone()));
                if self.full {
                    let why = "the disk is full".into();
                    let news = FileNews::NotSaved { why };
                    self.answers.push_back(Message::File(FileKind::Draft, news));
                } else if !self.look() {
                    self.file = *assessment;
                    let at = "10:42".into();
                    let news = FileNews::Saved { revision, at };
                    self.answers.push_back(Message::File(FileKind::Draft, news));
                }
            }
            Effect::List => {
                let (cards, first, last) = (cards(), true, true);
                let waits = cards.iter().map(|card: &DraftCard| {
                    let (edits, texts) = (card.findings % 3, card.findings % 2);
                    (card.path.clone(), Unfinished { edits, texts })
                });
                let waits = LibraryNews::Unfinished(waits.collect());
                let news = LibraryNews::Listed { cards, first, last };
                self.answers.push_back(Message::Library(news));
                self.answers.push_back(Message::Library(waits));
            }
            Effect::LookInside { words, .. } => {
                let (found, last) = (Vec::new(), true);
                let news = LibraryNews::FoundInside { words, found, last };
                self.answers.push_back(Message::Library(news));
            }
            Effect::CreateInspection(title) => self.inspect(&title),
            Effect::SaveAs { content, name, .. } => {
                let why = "it is there already".into();
                let news = FileNews::NotSavedAs { name, why };
                self.answers.push_back(Message::File(content.kind(), news));
            }
            Effect::GoOnAt(..) | Effect::WriteAnew(_) | Effect::KeepPlace { .. } => {}
            Effect::ReadDrafts { inspection, named } => {
                let read = named.into_iter().map(|named| {
                    let standing = standing(&named);
                    (named, standing)
                });
                let read = read.collect();
                self.answers
                    .push_back(Message::Inspection(InspectionNews::Read {
                        inspection,
                        read,
                    }));
            }
            Effect::Save {
                content: FileContent::Inspection(inspection),
                revision,
            } => {
                let file = |news| Message::File(FileKind::Inspection, news);
                self.answers.push_back(match self.full {
                    true => file(FileNews::NotSaved {
                        why: "the disk is full".into(),
                    }),
                    // Now and then another program was there first.
                    false if revision % 5 == 4 => {
                        let mut theirs = self.inspection.clone();
                        theirs.title.push('x');
                        let base = std::mem::replace(&mut self.inspection, theirs.clone());
                        Message::Inspection(InspectionNews::ChangedElsewhere {
                            descent: Descent::FromFile,
                            base: Box::new(base),
                            theirs: Box::new(theirs),
                        })
                    }
                    false => {
                        self.inspection = *inspection;
                        let at = "10:42".into();
                        file(FileNews::Saved { revision, at })
                    }
                });
            }
            Effect::Beside(_) => {
                let beside = cards().into_iter().enumerate();
                let beside = beside.map(|(nth, card)| (format!("{nth}.toml"), card));
                self.answers
                    .push_back(Message::Inspection(InspectionNews::Beside(
                        beside.collect(),
                    )));
            }
            Effect::CreateBeside { .. } => {
                self.answers
                    .push_back(Message::Inspection(InspectionNews::Made(
                        "made.toml".into(),
                    )))
            }
            Effect::OpenNamed { .. } => self.open(example(), false),
            Effect::Open(_)
            | Effect::ReadOld(_)
            | Effect::BeginOld(_)
            | Effect::CreateExample(_)
            | Effect::Succeed { .. } => {
                self.open(example(), false);
            }
            Effect::Frameworks(purpose) => {
                let mut other = (*example().framework).clone();
                other.id = "other".to_owned();
                other.headings.rotate_left(1);
                other.headings.truncate(2);
                other.frames.clear();
                let all = vec![example().framework, std::sync::Arc::new(other)];
                self.answers.push_back(Message::Frameworks {
                    purpose,
                    all,
                    likely: "other".to_owned(),
                    refused: 0,
                });
            }
            Effect::ReadEarlier(named) => {
                let why = "it is not there".to_owned();
                let predecessor = assay::assessment::Predecessor::Unread(why);
                let earlier = Message::Earlier { named, predecessor };
                self.answers.push_back(earlier);
            }
            Effect::Framework(_) => {
                let found = Message::Framework(Ok(example().framework));
                self.answers.push_back(found);
            }
            Effect::FindEarlier => self.answers.push_back(Message::EarlierFound(Vec::new())),
            Effect::Create { subject, .. } => {
                let mut draft = example();
                draft.assessment = Assessment::about("new", &draft.framework, &subject);
                self.open(draft, true);
            }
            Effect::Trash(from) => {
                let to = PathBuf::from("trash");
                self.answers.push_back(Message::Trashed { from, to });
            }
            Effect::Copy(text) => assert!(assay::text::printable(&text) == text),
            Effect::WritePrints { prints, .. } => {
                for print in &prints {
                    // What is no text is shown to nobody.
                    let text = std::str::from_utf8(&print.bytes).unwrap_or_default();
                    assert!(!assay::text::has_hidden(text));
                }
            }
            Effect::Duplicate(_)
            | Effect::Rename(..)
            | Effect::Restore { .. }
            | Effect::Redraw
            | Effect::Shape(_)
            | Effect::CatchMouse(_)
            | Effect::Suspend
            | Effect::Journal(JournalNote::Inspection(_) | JournalNote::Boxes(..))
            | Effect::CheckFile(FileKind::Inspection)
            | Effect::TakeOver(_)
            | Effect::WaitFor(_)
            | Effect::OpenAgain(_)
            | Effect::SetAside(_)
            | Effect::Close(_)
            | Effect::Hash { .. }
            | Effect::ReadImport { .. }
            | Effect::WeaveDraft { .. }
            | Effect::CheckDraft { .. }
            | Effect::Suggest(_)
            | Effect::AddHouseWord(_)
            | Effect::EditOutside(_)
            | Effect::LookOutside
            | Effect::OutsideKept(..)
            | Effect::Unlock { .. }
            | Effect::Preview(_)
            | Effect::Settings
            | Effect::ChangeSetting { .. }
            | Effect::Quit => {}
        }
    }

    /// Whether another program has changed the file: then what it says is the new ground.
    fn look(&mut self) -> bool {
        let Some(theirs) = self.elsewhere.take() else {
            return false;
        };
        let base = std::mem::replace(&mut self.file, theirs.clone());
        self.answers.push_back(Message::ChangedElsewhere {
            descent: Descent::FromFile,
            base: Box::new(base),
            theirs: Box::new(theirs),
        });
        true
    }

    fn draw(&mut self) {
        let Self {
            state,
            view,
            terminal,
            ..
        } = self;
        terminal
            .backend_mut()
            .resize(state.size.width, state.size.height);
        view.draw(terminal, state).expect("memory");
        for cell in &terminal.backend().buffer().content {
            let symbol = cell.symbol();
            assert!(
                !assay::text::has_hidden(symbol) && !symbol.contains('\n'),
                "hidden: {symbol:?}"
            );
        }
    }

    /// The laws of the journal and of undo.
    fn close(&mut self) {
        let Some(editor) = &self.state.editor else {
            return;
        };
        let all = replay(&self.entries);
        let mut draft = self.start.clone();
        let mut history = all
            .apply_to(0, &mut draft)
            .expect("the journal fits the draft");
        assert_eq!(draft, editor.assessment, "the journal has something else");
        for (entries, saved) in &self.saves {
            let mut first = all.clone();
            first.entries.truncate(*entries);
            let mut draft = self.start.clone();
            first
                .apply_to(0, &mut draft)
                .expect("the journal fits the draft");
            assert_eq!(
                draft, *saved,
                "a save says that it has {entries} entries in it"
            );
        }
        while history.depth() > 0 {
            history
                .undo(&mut draft)
                .expect("each step can be taken back");
        }
        assert_eq!(draft, self.start, "the journal's undo");

        self.state.overlays.clear();
        // Keys mean nothing while a save is waited for that is to be the last.
        self.state.exit = Exit::Stay;
        let undo = Keymap::default().keys(Command::Undo)[1].keys()[0];
        assert_eq!(undo.typed(), None);
        // A key that waits for another takes the first.
        let _ = update(&mut self.state, Message::Key(undo));
        self.state.overlays.clear();
        while let Some(depth) = self.depth() {
            let _ = update(&mut self.state, Message::Key(undo));
            // Where it would leave a text it stops once, and says so.
            if self.depth() == Some(depth) {
                self.state.overlays.clear();
                let _ = update(&mut self.state, Message::Key(undo));
            }
            assert!(self.depth().is_none_or(|now| now < depth), "undo is stuck");
            self.state.overlays.clear();
        }
        let _ = self.state.settle();
        let editor = self.state.editor.as_ref().expect("the draft is open");
        assert_eq!(editor.assessment, self.start, "undo");
        self.draw();
    }

    /// How many steps can be taken back, where there are any.
    fn depth(&self) -> Option<usize> {
        let editor = self.state.editor.as_ref()?;
        Some(editor.undo_depth()).filter(|depth| *depth > 0)
    }
}

/// The entries as a journal gives them back.
fn replay(entries: &[HistoryEntry]) -> Replay {
    let bytes = match entries {
        // A journal is begun with its first entry.
        [] => return Replay::of(Path::new("j"), &journal_head(), None).expect("a journal"),
        some => journal(EXAMPLE, some, &[]),
    };
    let replay = Replay::of(Path::new("j"), &bytes, None).expect("a whole journal");
    assert_eq!(replay.entries.len(), entries.len());
    replay
}

/// A journal without entries.
fn journal_head() -> Vec<u8> {
    let undo = journal(EXAMPLE, &[HistoryEntry::Undo], &[]);
    let mut ends = undo.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let (end, _) = ends.nth(1).expect("a head and a base");
    undo[..=end].to_vec()
}

fn pointer(input: &mut Unstructured<'_>) -> PointerEvent {
    let deed = match below(input, 6) {
        turn @ 0..=1 => PointerDeed::Wheel { down: turn == 1 },
        2 => PointerDeed::Drag,
        times => PointerDeed::Click {
            times: u8::try_from(times - 2).unwrap_or(1),
        },
    };
    let mut cell = || input.arbitrary::<u8>().map_or(0, u16::from);
    PointerEvent {
        deed,
        cell: (cell(), cell()),
        on: None,
    }
}

fn size(input: &mut Unstructured<'_>) -> Size {
    Size {
        width: 1 + below(input, 128) as u16,
        height: 1 + below(input, 40) as u16,
    }
}

fn cards() -> Vec<DraftCard> {
    let card = |subject: &str, broken: Option<&str>| DraftCard {
        path: PathBuf::from(format!("{subject}.toml")),
        id: subject.to_owned(),
        subject: subject.to_owned(),
        year: "2023".into(),
        framework: "Annual assessment".into(),
        inspector: assay::assessment::Inspector::default(),
        sealed: false,
        grades: Vec::new(),
        lacks_opening: true,
        findings: 3,
        changed: "1 Mar 2023 10:42".into(),
        broken: broken.map(str::to_owned),
        inspection: None,
    };
    vec![
        card("Wexmoor Constabulary", None),
        card("\u{1b}[2J子供\u{202e}", None),
        card("Mere", Some("d.toml:1:1: no\nmore")),
    ]
}

/// How it stands with a draft of the inspection: two of three have something wrong.
fn standing(named: &str) -> DraftStatus {
    match named {
        "broken.toml" => DraftStatus::Broken("d.toml:1:1: \u{1b}[2J no\nmore".into()),
        "gone.toml" => DraftStatus::Missing,
        "1.toml" => DraftStatus::Sealed,
        _ => {
            let draft = example();
            DraftStatus::Read(Arc::new(ReadDraft {
                notice: NoticeDraft::of(&draft.assessment, &draft.framework),
                assessment: draft.assessment,
                framework: draft.framework,
            }))
        }
    }
}
