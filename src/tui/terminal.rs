//! The terminal itself: entered, written to in one piece a frame, and left as it was found.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste,
    EnableFocusChange, EnableMouseCapture,
};
use crossterm::style::Colored;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};

use crate::text::printable;

/// Whether the screen is ours now, so that leaving twice does no harm.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// A writer that keeps a whole frame together: what the screen library writes and flushes in pieces goes
/// out in a single write, between the marks of a synchronized update. Clones share the frame: one is
/// the library's to write to, another is kept to send it.
#[derive(Clone, Debug)]
pub(super) struct OneWrite {
    frame: Rc<RefCell<Vec<u8>>>,
}

impl OneWrite {
    /// An empty frame.
    pub(super) fn new() -> Self {
        Self {
            frame: Rc::new(RefCell::new(Vec::with_capacity(1 << 16))),
        }
    }

    /// Begins a frame.
    ///
    /// # Errors
    /// None in practice: it is written to memory.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        queue!(self, BeginSynchronizedUpdate)
    }

    /// Sends the frame in one write.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(super) fn send(&mut self) -> io::Result<()> {
        queue!(self, EndSynchronizedUpdate)?;
        let mut frame = self.frame.borrow_mut();
        let mut out = io::stdout().lock();
        let sent = out.write_all(&frame).and_then(|()| out.flush());
        frame.clear();
        sent
    }
}

impl Write for OneWrite {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Does nothing: a frame is sent whole.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The screen is ours until this is dropped.
#[derive(Debug)]
pub(super) struct Screen(());

impl Screen {
    /// Enters the screen.
    ///
    /// # Errors
    /// The terminal does not answer.
    pub(super) fn enter(mouse: bool) -> io::Result<Self> {
        // crossterm would otherwise, under NO_COLOR, answer a missing colour with a full reset that wipes
        // bold and reverse as well; the plain theme has no colours to begin with.
        Colored::set_ansi_color_disabled(false);
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let mut out = io::stdout();
        queue!(
            out,
            EnterAlternateScreen,
            EnableBracketedPaste,
            EnableFocusChange
        )?;
        if mouse {
            queue!(out, EnableMouseCapture)?;
        }
        out.flush()?;
        Ok(Self(()))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

/// Takes the screen again after the program was stopped: whoever had it meanwhile has left it in a state of
/// their own.
///
/// # Errors
/// The terminal does not answer.
pub(super) fn take_again(mouse: bool) -> io::Result<()> {
    leave();
    // The guard of the first time leaves for both.
    std::mem::forget(Screen::enter(mouse)?);
    Ok(())
}

/// Leaves the screen as it was found. Safe to call twice, and from a panic.
pub(super) fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    // Whatever fails here, the rest is still worth trying, and there is nobody left to tell.
    let _ = execute!(
        io::stdout(),
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::SetCursorStyle::DefaultUserShape,
        cursor::Show
    );
    let _ = disable_raw_mode();
}

/// Leaves the screen before a panic of this thread is told, so that it can be read. A panic of another
/// thread is told by whoever minds that thread, and not across the screen.
pub(super) fn leave_on_panic() {
    let before = std::panic::take_hook();
    let own = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == own {
            leave();
        }
        if !ENTERED.load(Ordering::SeqCst) {
            before(info);
        }
    }));
}

/// Copies text to the terminal's clipboard (OSC 52), which reaches the user's own machine over ssh. What is
/// hidden in it is copied as marks: nobody knows where it will be pasted.
///
/// # Errors
/// The terminal is gone.
pub(super) fn copy(text: &str) -> io::Result<()> {
    execute!(
        io::stdout(),
        CopyToClipboard::to_clipboard_from(printable(text).as_ref())
    )
}
