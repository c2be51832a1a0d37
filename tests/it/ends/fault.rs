//! A fault of Assay's own, and a terminal that refuses: neither costs a word.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use assay::app::layout::Size;
use assay::app::{Effect, Key, Keymap, Message, State};
use assay::assessment::Assessment;
use assay::config::{Config, Theme};
use assay::store::journal::{JournalName, Replay, places};
use assay::tui::{EffectRunner, Environment, Folders, View, guarded};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::{DRAFT, read};
use crate::support::home::Home;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Wrong {
    /// A fault while a frame is drawn.
    Drawing,
    /// A fault while something is noted in the journal, once.
    Noting,
    /// A fault while a save is asked for, once.
    Saving,
    /// The terminal is gone, as this error of the system says.
    Gone(i32),
}

const EIO: i32 = 5;
const ENOSPC: i32 = 28;

struct There {
    orders: Option<Sender<Effect>>,
    journal: assay::tui::JournalHandle,
    wrong: Wrong,
    /// How many frames, or effects, come before it goes wrong.
    before: usize,
    left: bool,
}

impl Environment<TestBackend> for There {
    fn perform(&mut self, effect: Effect) {
        let met = match self.wrong {
            Wrong::Noting => matches!(effect, Effect::Journal(_)),
            Wrong::Saving => matches!(effect, Effect::Save { .. }),
            _ => false,
        };
        if met {
            if self.before == 0 {
                self.before = usize::MAX;
                panic!("a fault for the test, while an effect is carried out");
            }
            self.before -= 1;
        }
        match effect {
            Effect::Journal(note) => self.journal.note(&note),
            effect => {
                let orders = self.orders.as_ref().expect("the desk");
                orders.send(effect).expect("the desk");
            }
        }
    }

    fn begin_frame(&mut self, _: &mut Terminal<TestBackend>) -> io::Result<bool> {
        assert!(!self.left, "nothing is drawn on a screen that was left");
        if matches!(self.wrong, Wrong::Noting | Wrong::Saving) {
            return Ok(false);
        }
        if self.before == 0 {
            match self.wrong {
                Wrong::Gone(error) => return Err(io::Error::from_raw_os_error(error)),
                _ => panic!("a fault for the test, in a frame"),
            }
        }
        self.before -= 1;
        Ok(false)
    }

    fn end_frame(&mut self, _: &mut Terminal<TestBackend>) -> io::Result<()> {
        Ok(())
    }

    fn leave_screen(&mut self) {
        self.left = true;
    }
}

/// Types 20 letters, in a frame each, while something goes wrong; gives what came of it.
fn sit(home: &Home, wrong: Wrong, before: usize) -> io::Result<()> {
    let draft = home.write("draft.toml", DRAFT);
    let (post, inbox) = channel();
    let folders = Folders {
        drafts: home.drafts(),
        frameworks: home.path().join("frameworks"),
        state: home.path().join("state"),
    };
    let mut runner = EffectRunner::new(&folders, &Config::default(), post.clone(), || {
        "10:42".to_owned()
    });
    runner.perform(Effect::Open(draft));
    let journal = runner.journal();
    let (orders, worker) = runner.on_a_thread();
    let mut world = There {
        orders: Some(orders),
        journal,
        wrong,
        before,
        left: false,
    };
    let (width, height) = (100, 30);
    let mut state = State::new(Size { width, height }, Keymap::default());
    let mut view = View::new(&Theme::built_in("dark").expect("a theme"));
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("memory");
    for key in Key::sequence("<home><down><down><tab>+abcdefghijklmnopqrst").expect("keys") {
        post.send(Message::Key(key)).expect("the inbox");
    }
    let pause = Duration::from_millis(50);
    let ended = guarded(
        &mut terminal,
        &mut state,
        &mut view,
        &inbox,
        &mut world,
        pause,
    );
    assert!(world.left);
    world.orders = None;
    worker.join().expect("the desk");
    ended
}

/// The entries of the journal, which must be whole.
fn entries(home: &Home) -> usize {
    let name = JournalName::new("wexmoor", &draft(home));
    let journal: PathBuf = places(&home.path().join("state"), &name).swap_remove(0);
    let replay = Replay::<Assessment>::read(&journal, None)
        .expect("a journal")
        .expect("a journal");
    assert!(!replay.torn);
    assert!(replay.marks.last().expect("a save").done);
    replay.entries.len()
}

fn draft(home: &Home) -> PathBuf {
    super::draft(home)
}

#[test]
fn a_fault_in_a_frame_is_told_after_the_words_are_saved() {
    let home = Home::new();
    let ended = sit(&home, Wrong::Drawing, 1);
    let why = ended.expect_err("a fault").to_string();
    assert!(why.contains("what was written is kept"), "{why}");
    assert_eq!(read(&draft(&home)), "abcdefghijklmnopqrst");
    assert!(entries(&home) >= 20);
}

#[test]
fn a_fault_before_the_first_frame_loses_no_key_that_waits() {
    let home = Home::new();
    sit(&home, Wrong::Drawing, 0).expect_err("a fault");
    assert_eq!(read(&draft(&home)), "abcdefghijklmnopqrst");
}

#[test]
fn a_fault_while_keys_are_taken_in_keeps_what_they_wrote() {
    for wrong in [Wrong::Noting, Wrong::Saving] {
        let home = Home::new();
        sit(&home, wrong, 0).expect_err("a fault");
        // The letters are in the state, whatever became of the note about them or of the save.
        assert_eq!(read(&draft(&home)), "abcdefghijklmnopqrst", "{wrong:?}");
    }
}

#[test]
fn a_terminal_that_hangs_up_is_a_quiet_end_and_one_that_fails_is_an_error() {
    for (error, quiet) in [(EIO, true), (ENOSPC, false)] {
        let home = Home::new();
        let ended = sit(&home, Wrong::Gone(error), 1);
        assert_eq!(ended.is_ok(), quiet, "{ended:?}");
        assert_eq!(read(&draft(&home)), "abcdefghijklmnopqrst");
        assert!(entries(&home) >= 20);
    }
}
