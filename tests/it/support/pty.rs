//! The real binary in a pseudo-terminal, and the screen that a person would see.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::home::Home;

/// How long a screen may take on the slowest machine before the test gives up. Nothing is measured by it.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Pty {
    screen: Arc<Mutex<vt100::Parser>>,
    /// Everything that was written, as it was.
    written: Arc<Mutex<Vec<u8>>>,
    /// Nothing once the terminal is gone.
    keys: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    reader: Option<JoinHandle<()>>,
    /// Whether the terminal is to go away with the next that is written to it.
    going: Arc<AtomicBool>,
}

impl Pty {
    pub fn start(home: &Home, arguments: &[&str], size: (u16, u16)) -> Self {
        let program = OsStr::new(env!("CARGO_BIN_EXE_assay"));
        Self::start_by(home, program, arguments, size)
    }

    /// Starts another program, which may start Assay.
    pub fn start_by(
        home: &Home,
        program: &OsStr,
        arguments: &[impl AsRef<OsStr>],
        (columns, rows): (u16, u16),
    ) -> Self {
        Self::start_in(home, program, arguments, (columns, rows), (columns, rows))
    }

    /// Starts a program in a window that says that it has another size than it has.
    pub fn start_in(
        home: &Home,
        program: &OsStr,
        arguments: &[impl AsRef<OsStr>],
        (columns, rows): (u16, u16),
        claimed: (u16, u16),
    ) -> Self {
        let size = PtySize {
            rows: claimed.1,
            cols: claimed.0,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        for (name, value) in home.variables() {
            command.env(name, value);
        }
        command.env("TERM", "xterm-256color");
        command.cwd(home.path());
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(
            cells(rows),
            cells(columns),
            0,
        )));
        let mut output = pair.master.try_clone_reader().expect("a reader");
        let shown = Arc::clone(&screen);
        let written = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&written);
        let going = Arc::new(AtomicBool::new(false));
        let gone = Arc::clone(&going);
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(many) = output.read(&mut buffer) {
                if many == 0 || gone.load(Ordering::SeqCst) {
                    break;
                }
                log.lock().expect("the log").extend(&buffer[..many]);
                shown.lock().expect("the screen").process(&buffer[..many]);
            }
        });
        let keys = pair.master.take_writer().expect("a writer");
        Self {
            screen,
            written,
            keys: Some(keys),
            child,
            master: Some(pair.master),
            reader: Some(reader),
            going,
        }
    }

    /// Types bytes as a terminal would send them.
    pub fn send(&mut self, bytes: &str) {
        assert!(self.try_send(bytes), "the program reads");
    }

    /// Types bytes at a program that may have ended.
    pub fn try_send(&mut self, bytes: &str) -> bool {
        let keys = self.keys.as_mut().expect("a terminal");
        let sent = keys.write_all(bytes.as_bytes());
        sent.and_then(|()| keys.flush()).is_ok()
    }

    /// Another program writes to the terminal.
    pub fn scribble(&self, bytes: &str) {
        let mut screen = self.screen.lock().expect("the screen");
        screen.process(bytes.as_bytes());
    }

    /// Nobody looks at the screen any more. It takes one more key for that.
    pub fn look_away(&mut self) {
        self.going.store(true, Ordering::SeqCst);
        self.send(".");
        let reader = self.reader.take().expect("a terminal");
        reader.join().expect("the reader");
    }

    /// The terminal goes away, as when its window is closed.
    #[cfg(unix)]
    pub fn hang_up(&mut self) {
        if self.reader.is_some() {
            self.look_away();
        }
        // Else a last key would be sent, and wake a program that should hear of it by itself.
        let master = self.master.take().expect("a terminal");
        let terminal = master.tty_name().expect("the terminal has a name");
        let undefined = std::process::Command::new("stty")
            .args(["eof", "undef"])
            .stdin(std::fs::File::open(terminal).expect("the terminal"))
            .status();
        assert!(undefined.expect("stty").success());
        self.keys = None;
    }

    /// Waits until all that the program wrote before it ended is on the screen.
    pub fn finish(&mut self) {
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the reader");
        }
    }

    /// Whether the program has ended.
    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().expect("the child").is_some()
    }

    /// What stands left of the cursor.
    pub fn before_cursor(&self) -> String {
        let parser = self.screen.lock().expect("the screen");
        let (row, column) = parser.screen().cursor_position();
        parser.screen().contents_between(row, 0, row, column)
    }

    /// Whether lines are put together and shown by the terminal itself, as a shell expects.
    #[cfg(unix)]
    pub fn is_cooked(&self) -> bool {
        self.has_flag("ECHO") && self.has_flag("ICANON")
    }

    #[cfg(unix)]
    fn has_flag(&self, name: &str) -> bool {
        let master = self.master.as_ref().expect("a terminal");
        let settings = master.get_termios().expect("a terminal");
        // The names of the flags are the one thing that needs no crate of their own.
        let flags = format!("{:?}", settings.local_flags);
        let mut flags = flags.split(|c: char| !c.is_ascii_alphanumeric());
        flags.any(|flag| flag == name)
    }

    /// Has the terminal say that its window has this size, whatever it has.
    pub fn claim(&self, (columns, rows): (u16, u16)) {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let master = self.master.as_ref().expect("a terminal");
        master.resize(size).expect("the window has another size");
    }

    pub fn resize(&self, (columns, rows): (u16, u16)) {
        self.screen
            .lock()
            .expect("the screen")
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        self.claim((columns, rows));
    }

    /// Every byte that the terminal was sent so far.
    pub fn written(&self) -> Vec<u8> {
        self.written.lock().expect("the log").clone()
    }

    pub fn text(&self) -> String {
        self.screen.lock().expect("the screen").screen().contents()
    }

    /// Waits until words stand on the screen.
    pub fn see(&self, words: &str) {
        self.until(&format!("“{words}” on the screen"), || {
            self.text().contains(words)
        });
    }

    pub fn until(&self, what: &str, mut is: impl FnMut() -> bool) {
        let start = Instant::now();
        while !is() {
            assert!(
                start.elapsed() < PATIENCE,
                "waited for {what}; the screen is\n{}",
                self.text()
            );
            std::thread::yield_now();
            std::thread::park_timeout(Duration::from_millis(5));
        }
    }

    /// Waits for something that only comes while the program runs; false where it ended before.
    pub fn reach(&mut self, what: &str, is: impl Fn(&Self) -> bool) -> bool {
        let start = Instant::now();
        loop {
            let ended = self.has_ended();
            if ended {
                self.finish();
            }
            if is(self) {
                return true;
            }
            if ended {
                return false;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "waited for {what}; the screen is\n{}",
                self.text()
            );
            std::thread::park_timeout(Duration::from_millis(5));
        }
    }

    /// Waits until the terminal no longer shows what is typed.
    #[cfg(all(unix, feature = "seal"))]
    pub fn until_silent(&self) {
        self.until("a terminal that does not echo", || !self.has_flag("ECHO"));
    }

    /// Waits for the end; gives the exit status.
    pub fn end(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the child") {
                return status.exit_code();
            }
            assert!(
                start.elapsed() < PATIENCE,
                "the program does not end; the screen is\n{}",
                self.text()
            );
            std::thread::park_timeout(Duration::from_millis(5));
        }
    }

    pub fn process_id(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Whether the terminal is as it was found: no alternate screen, paste mode or mouse, cursor shown.
    pub fn is_left_clean(&self) -> bool {
        let parser = self.screen.lock().expect("the screen");
        let screen = parser.screen();
        !screen.alternate_screen()
            && !screen.bracketed_paste()
            && !screen.hide_cursor()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn cells(many: u16) -> NonZero<u16> {
    NonZero::new(many).expect("a window has cells")
}

/// The draft of most sittings at the real program.
pub const EXAMPLE: &str = include_str!("../../../assets/examples/annual.toml");

/// The window of most of them.
pub const SIZE: (u16, u16) = (100, 30);

/// Opens the example, as `draft.toml`, in the real program.
pub fn opened(home: &Home) -> Pty {
    home.write("draft.toml", EXAMPLE);
    let pty = Pty::start(home, &["draft.toml"], SIZE);
    pty.see("Wexmoor Constabulary");
    pty.see("Headings");
    pty
}

/// What stands in it.
pub fn draft(home: &Home) -> String {
    std::fs::read_to_string(home.path().join("draft.toml")).expect("the draft")
}
