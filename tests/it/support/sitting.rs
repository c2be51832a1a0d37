//! A sitting at the real loop: keys go in as a person types them, frames come out on a terminal in
//! memory, effects reach real files in a folder of the test's own.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use assay::app::layout::Size;
use assay::app::{
    DraftEditor, Effect, Key, KeySet, Keymap, Message, OutsideText, PrintForm, State, TextPage,
};
use assay::config::{Config, Theme};
use assay::tui::{EffectRunner, Environment, Folders, SettingsFile, View, run};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::frames;
use super::home::Home;

pub struct Sitting {
    pub home: Home,
    pub state: State,
    /// What was copied to the clipboard.
    pub copied: Vec<String>,
    /// Whether the draft is read for misspelt words while the keys go on.
    reads: bool,
    /// The texts that were handed to another program, to be edited there.
    pub outside: Vec<OutsideText>,
    /// Whether saves are only asked for, as where the program ends before the first of them.
    pub stalled: bool,
    /// Whether files that are to be opened wait until [`Sitting::opens`].
    pub holds_openings: bool,
    held: Vec<Effect>,
    view: View,
    terminal: Terminal<TestBackend>,
    runner: EffectRunner,
    post: Sender<Message>,
    inbox: Receiver<Message>,
}

impl Sitting {
    pub fn new(width: u16, height: u16) -> Self {
        Self::with(width, height, "dark", &Config::default())
    }

    pub fn with(width: u16, height: u16, theme: &str, config: &Config) -> Self {
        Self::in_home(width, height, theme, config, Home::new())
    }

    fn in_home(width: u16, height: u16, theme: &str, config: &Config, home: Home) -> Self {
        #[cfg(debug_assertions)]
        assay::store::seal::seal_quickly_in_tests();
        let (post, inbox) = channel();
        let folders = Folders {
            drafts: home.drafts(),
            frameworks: home.path().join("frameworks"),
            state: home.path().join("state/assay"),
        };
        let themes = assay::config::BUILT_IN.map(|(name, _)| {
            let theme = Theme::built_in(name).expect("a theme");
            (name.to_owned(), theme)
        });
        let settings = SettingsFile {
            path: home.path().join("config.toml"),
            themes: themes.iter().map(|(name, _)| name.clone()).collect(),
            colourless: false,
        };
        let runner = EffectRunner::new(&folders, config, post.clone(), || "10:42".to_owned())
            .with_settings(settings);
        let size = Size { width, height };
        let mut sitting = Self {
            state: State::new(size, Keymap::default()),
            copied: Vec::new(),
            reads: false,
            outside: Vec::new(),
            stalled: false,
            holds_openings: false,
            held: Vec::new(),
            view: View::new(&Theme::built_in(theme).expect("a theme"))
                .with_themes(&themes)
                .with_mouse(true),
            terminal: Terminal::new(TestBackend::new(width, height)).expect("memory"),
            runner,
            post,
            inbox,
            home,
        };
        sitting.perform(Effect::List);
        sitting
    }

    /// Somebody whose open file is looked at again and again, and at once.
    pub fn looking_on(home: Home, draft: &std::path::Path) -> Self {
        let mut sitting = Self::in_home(120, 40, "dark", &Config::default(), home);
        sitting.runner = sitting.runner.with_looks(Duration::from_millis(20));
        sitting.perform(Effect::Open(draft.to_owned()));
        sitting
    }

    /// Somebody at the library whose drafts are woven behind the frame, as the program does it.
    pub fn weaving_behind(home: Home) -> Self {
        let mut sitting = Self::in_home(120, 40, "dark", &Config::default(), home);
        sitting.runner = sitting.runner.with_weaving_behind();
        sitting
    }

    /// A sitting at the library of a home where somebody sat before.
    pub fn again(width: u16, height: u16, home: Home) -> Self {
        Self::in_home(width, height, "dark", &Config::default(), home)
    }

    /// A sitting at a draft with this text.
    pub fn at(width: u16, height: u16, draft: &str) -> Self {
        let mut sitting = Self::new(width, height);
        sitting.open(draft);
        sitting
    }

    /// The same with another set of keys.
    pub fn with_keys(mut self, set: KeySet) -> Self {
        self.state.keymap = Keymap::of(set).into();
        self
    }

    /// Opens a draft with this text.
    pub fn open(&mut self, draft: &str) {
        let path = self.home.write("data/assay/draft.toml", draft);
        self.perform(Effect::Open(path));
    }

    /// The same, with somebody who reads along for misspelt words.
    pub fn read_along(width: u16, height: u16, draft: &str) -> Self {
        let mut sitting = Self::new(width, height);
        sitting.reads = true;
        let path = sitting.home.write("data/assay/draft.toml", draft);
        sitting.perform(Effect::Open(path));
        sitting
    }

    /// A sitting at the library in a home where somebody sits.
    pub fn at_library(width: u16, height: u16, home: Home) -> Self {
        Self::in_home(width, height, "dark", &Config::default(), home)
    }

    /// A sitting at a draft in a home where somebody sat before.
    pub fn resume(width: u16, height: u16, home: Home, draft: &std::path::Path) -> Self {
        let mut sitting = Self::in_home(width, height, "dark", &Config::default(), home);
        sitting.perform(Effect::Open(draft.to_owned()));
        sitting
    }

    /// The same, as the program does it: what is put in has ids that no other opening gives out.
    pub fn of_its_own(home: Home, draft: &std::path::Path) -> Self {
        static OPENINGS: AtomicUsize = AtomicUsize::new(0);
        let mut sitting = Self::in_home(120, 40, "dark", &Config::default(), home);
        sitting.runner = sitting
            .runner
            .with_marks(|| format!("m{}", OPENINGS.fetch_add(1, Ordering::Relaxed)));
        sitting.perform(Effect::Open(draft.to_owned()));
        sitting
    }

    /// Goes to the first finding of the draft, which stands under this heading.
    pub fn go_to_first(&mut self, heading: &str) -> &mut Self {
        self.keys("<home>");
        while self.editor().heading_id() != Some(heading) {
            self.keys("]");
        }
        self.keys("<tab><home>");
        while self.editor().finding() != Some(0) {
            self.keys("<down>");
        }
        self
    }

    /// The program ends between two keys, as by a kill: nothing more is saved.
    pub fn kill(self) -> Home {
        self.home
    }

    /// Waits for something that another thread tells.
    pub fn until(&mut self, mut is: impl FnMut(&str) -> bool) {
        for _ in 0..2000 {
            self.settle();
            if is(&self.screen()) {
                return;
            }
            std::thread::park_timeout(Duration::from_millis(5));
        }
        panic!("waited in vain; the screen is\n{}", self.screen());
    }

    /// The window is the one in use again.
    pub fn focus(&mut self) -> &mut Self {
        self.post.send(Message::Focus).expect("the inbox");
        self.settle();
        self
    }

    /// Opens a draft or an inspection by its file.
    pub fn open_file(&mut self, path: &std::path::Path) {
        self.perform(Effect::Open(path.to_owned()));
    }

    /// Lets something happen at the loop.
    pub fn send(&mut self, message: Message) {
        self.post.send(message).expect("the inbox");
        self.settle();
    }

    fn perform(&mut self, effect: Effect) {
        self.runner.perform(effect);
        self.settle();
    }

    /// Opens what was to be opened while that was held.
    pub fn opens(&mut self) {
        self.holds_openings = false;
        for effect in std::mem::take(&mut self.held) {
            self.perform(effect);
        }
    }

    /// Types keys after a rest: `aThe force.<esc>`. They run through the loop that users run.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.post.send(Message::Rested).expect("the inbox");
        self.types_on(keys)
    }

    /// Types keys on, behind those before.
    pub fn types_on(&mut self, keys: &str) -> &mut Self {
        for key in Key::sequence(keys).expect("keys") {
            self.post.send(Message::Key(key)).expect("the inbox");
            self.settle();
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.message(Message::Paste(text.to_owned()))
    }

    pub fn message(&mut self, message: Message) -> &mut Self {
        self.post.send(message).expect("the inbox");
        self.settle();
        self
    }

    /// Waits for a pause, as long as it takes for the draft to be saved by itself.
    pub fn pause(&mut self) -> &mut Self {
        self.post.send(Message::Pause).expect("the inbox");
        self.settle();
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.post
            .send(Message::Resize(Size { width, height }))
            .expect("the inbox");
        self.settle();
        self
    }

    /// The window has another size for a moment, and the old one again before anything is drawn.
    pub fn flicks(&mut self, width: u16, height: u16) -> &mut Self {
        let Size {
            width: columns,
            height: rows,
        } = self.state.size;
        for (width, height) in [(width, height), (columns, rows)] {
            self.terminal.backend_mut().resize(width, height);
            let size = Size { width, height };
            self.post.send(Message::Resize(size)).expect("the inbox");
        }
        self.settle();
        self
    }

    /// Runs the loop until nothing waits.
    fn settle(&mut self) {
        let Self {
            state,
            view,
            terminal,
            inbox,
            runner,
            copied,
            outside,
            reads,
            stalled,
            holds_openings,
            held,
            ..
        } = self;
        let mut world = Here {
            runner,
            copied,
            outside,
            reads,
            stalled,
            held: holds_openings.then_some(held),
        };
        // The loop would wait for ever: it is stepped while there is something in the inbox.
        assay::tui::step(terminal, state, view, inbox, &mut world).expect("memory");
    }

    pub fn editor(&self) -> &DraftEditor {
        self.state.editor.as_deref().expect("a draft is open")
    }

    /// The text of each finding.
    pub fn texts(&self) -> Vec<String> {
        let findings = &self.editor().assessment.findings;
        findings
            .iter()
            .map(|finding| finding.text.clone())
            .collect()
    }

    /// The words on the screen.
    pub fn screen(&self) -> String {
        frames::words(self.terminal.backend().buffer())
    }

    /// The cells on the screen.
    pub fn buffer(&self) -> &ratatui::buffer::Buffer {
        self.terminal.backend().buffer()
    }

    /// The words on the screen with their styles.
    pub fn styled(&self) -> String {
        frames::styled(self.terminal.backend().buffer())
    }

    /// The place of the terminal's own cursor after the next frame, where it was put elsewhere before.
    pub fn cursor_after_a_frame(&mut self, away: (u16, u16)) -> (u16, u16) {
        use ratatui::backend::Backend;
        self.terminal
            .backend_mut()
            .set_cursor_position(away)
            .expect("memory");
        self.message(Message::Focus);
        self.cursor()
    }

    pub fn cursor(&mut self) -> (u16, u16) {
        let place = self.terminal.get_cursor_position().expect("memory");
        (place.x, place.y)
    }

    /// The statement as it would be printed.
    pub fn statement(&self) -> String {
        TextPage::printed(self.editor(), PrintForm::default(), |print, format| {
            assay::render::print_text(print, format, None)
        })
    }

    /// The one draft in the folder, as its file has it.
    pub fn file(&self) -> String {
        let mut drafts: Vec<_> = std::fs::read_dir(self.home.drafts())
            .expect("the folder of drafts")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
            .collect();
        assert_eq!(drafts.len(), 1, "{drafts:?}");
        std::fs::read_to_string(drafts.remove(0)).expect("a draft")
    }

    /// Leaves the program through the loop, as a person does.
    pub fn leave(self) -> Home {
        self.post
            .send(Message::Key(Key::parse("ctrl-q").expect("a key")))
            .expect("the inbox");
        let Self {
            mut state,
            mut view,
            mut terminal,
            inbox,
            mut runner,
            mut copied,
            mut outside,
            home,
            ..
        } = self;
        let mut world = Here {
            runner: &mut runner,
            reads: &false,
            stalled: &false,
            held: None,
            copied: &mut copied,
            outside: &mut outside,
        };
        run(
            &mut terminal,
            &mut state,
            &mut view,
            &inbox,
            &mut world,
            Duration::from_secs(3600),
        )
        .expect("memory");
        home
    }
}

struct Here<'a> {
    runner: &'a mut EffectRunner,
    copied: &'a mut Vec<String>,
    outside: &'a mut Vec<OutsideText>,
    reads: &'a bool,
    stalled: &'a bool,
    held: Option<&'a mut Vec<Effect>>,
}

impl Environment<TestBackend> for Here<'_> {
    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Copy(text) => self.copied.push(text),
            Effect::EditOutside(text) => self.outside.push(text),
            // What comes whenever it is ready would be on one frame or on the next.
            Effect::CheckDraft { .. } if !*self.reads => {}
            Effect::Save { .. } if *self.stalled => {}
            effect => match (&effect, &mut self.held) {
                (Effect::Open(_) | Effect::Unlock { .. }, Some(held)) => held.push(effect),
                _ => self.runner.perform(effect),
            },
        }
    }

    fn begin_frame(&mut self, _: &mut Terminal<TestBackend>) -> std::io::Result<bool> {
        Ok(false)
    }

    fn end_frame(&mut self, _: &mut Terminal<TestBackend>) -> std::io::Result<()> {
        Ok(())
    }
}
