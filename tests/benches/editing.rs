//! A draft open on the screen, with the terminal in memory.

use std::fmt::Write as _;
use std::sync::Arc;

use assay::app::layout::Size;
use assay::app::{Effect, JournalNote, Key, Keymap, Message, OpenedDraft, State, update};
use assay::assessment::Framework;
use assay::config::Theme;
use assay::store::format;
use assay::store::journal::JournalThread;
use assay::tui::{FrameBackend, FrameBuffer, View};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

pub fn framework() -> Arc<Framework> {
    let text = include_str!("../../assets/frameworks/annual.toml");
    Arc::new(format::framework::read("annual.toml", text).expect("the built-in framework"))
}

/// A draft of so many findings, spread over the headings, no two alike.
pub fn draft(findings: usize) -> String {
    let mut text = String::from(
        "format = 1\nid = \"bench\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\nnoun = \"constabulary\"\n\n[inspector]\nname = \"A N Inspector\"\n\n[overall]\nstance = \"pleased\"\n",
    );
    let headings = [
        "crime-prevention",
        "victims",
        "offenders",
        "finances",
        "legitimacy",
    ];
    for at in 0..findings {
        let heading = headings[at * headings.len() / findings];
        let kind = if at % 3 == 2 {
            "improvement"
        } else {
            "strength"
        };
        let verb = if at % 3 == 2 {
            "needs to review"
        } else {
            "understands"
        };
        writeln!(
            text,
            "\n[[findings]]\nid = \"f{at}\"\nheading = \"{heading}\"\nkind = \"{kind}\"\ntext = \"The constabulary {verb} how its team number {at} serves the people of the district.\""
        )
        .expect("memory");
    }
    text
}

pub struct DraftEditor {
    pub state: State,
    view: View,
    terminal: Terminal<FrameBackend>,
    frame: FrameBuffer,
    /// The journal that is written, where one is.
    pub journal_thread: Option<JournalThread>,
}

impl DraftEditor {
    pub fn new(findings: usize) -> Self {
        let framework = framework();
        let known = Arc::clone(&framework);
        let text = draft(findings);
        let read = format::read("bench.toml", &text, &move |_| Ok(Arc::clone(&known)));
        let size = Size {
            width: 120,
            height: 40,
        };
        let frame = FrameBuffer::new();
        let viewport = Viewport::Fixed(Rect::new(0, 0, size.width, size.height));
        let backend = FrameBackend::new(frame.clone());
        let mut bench = Self {
            state: State::new(size, Keymap::default()),
            view: View::new(&Theme::built_in("dark").expect("a theme")),
            terminal: Terminal::with_options(backend, TerminalOptions { viewport })
                .expect("memory"),
            frame,
            journal_thread: None,
        };
        let assessment = read.expect("the draft is right").assessment;
        let opened = OpenedDraft::plain(assessment, framework, "bench.toml".into());
        update(&mut bench.state, Message::OpenedDraft(Box::new(opened)));
        bench
    }

    /// All that happens between a draft that was read and its first frame, behind which it is woven.
    // Only what counts asks for it.
    #[allow(dead_code)]
    pub fn open_again(&mut self) {
        let before = self.state.editor.take().expect("a draft");
        let path = before.file.path.clone();
        let mut opened = OpenedDraft::plain(before.assessment, before.framework, path);
        opened.unwoven = true;
        update(&mut self.state, Message::OpenedDraft(Box::new(opened)));
        self.draw();
    }

    /// All that happens between keys and the frame that shows them. Returns the bytes of it.
    pub fn keys(&mut self, keys: &str) -> usize {
        for key in Key::sequence(keys).expect("keys") {
            update(&mut self.state, Message::Key(key));
        }
        // What is noted in the journal is written to a disk, and measured beside this.
        let noted = self.state.settle();
        if let (Some(journal_thread), Some(Effect::Journal(JournalNote::Draft(entries)))) =
            (&self.journal_thread, noted)
        {
            journal_thread.append(&entries, jiff::Timestamp::now());
        }
        self.draw()
    }

    /// All that happens behind that frame, when the hand rests.
    pub fn rest(&mut self) -> usize {
        match self.state.check() {
            true => self.draw(),
            false => 0,
        }
    }

    fn draw(&mut self) -> usize {
        let Self {
            state,
            view,
            terminal,
            ..
        } = self;
        view.draw(terminal, state).expect("memory");
        self.frame.take().len()
    }
}
