//! The terminal itself: entered, written to in one piece a frame, and left as it was found.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
#[cfg(unix)]
use std::time::Instant;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste,
    EnableFocusChange, EnableMouseCapture,
};
use crossterm::style::Colored;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};

use crate::app::CaretShape;
use crate::app::layout::Size;
use crate::text::printable;

/// True where the screen is ours now, so that leaving twice does no harm.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// The time for which a terminal that takes nothing now is left alone.
const REFUSED: Duration = Duration::from_millis(5);

/// A writer that keeps a whole frame together: what the screen library writes and flushes in pieces goes
/// out in a single write, between the marks of a synchronized update. Clones share the frame: one is
/// the library's to write to, another is kept to send it.
#[derive(Clone, Debug)]
pub struct FrameBuffer {
    frame: Rc<RefCell<Vec<u8>>>,
}

impl Default for FrameBuffer {
    fn default() -> Self {
        Self::new()
    }
}

impl FrameBuffer {
    /// Returns an empty frame.
    pub fn new() -> Self {
        Self {
            frame: Rc::new(RefCell::new(Vec::with_capacity(1 << 16))),
        }
    }

    /// Empties the screen and undoes what another program, or one of ours that was killed, has left set.
    ///
    /// # Errors
    /// None in practice: it is written to memory.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        clear(self)
    }

    /// Sends the frame in one write, where there is anything in it.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(super) fn send(&mut self) -> io::Result<()> {
        let mut frame = self.frame.borrow_mut();
        if frame.is_empty() {
            return Ok(());
        }
        let mut begin = Vec::new();
        queue!(begin, BeginSynchronizedUpdate)?;
        frame.splice(..0, begin);
        queue!(&mut *frame, EndSynchronizedUpdate)?;
        let sent = write_patiently(&mut UnbufferedStdout, &frame);
        frame.clear();
        sent
    }

    /// Takes the bytes out of the frame, as for a terminal in memory.
    pub fn take(&self) -> Vec<u8> {
        self.frame.take()
    }
}

/// Empties the whole screen, also outside a part that somebody has set to scroll, in nobody's colours or characters.
fn clear(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\x1b(B\x0f\x1b[r\x1b[m")?;
    queue!(out, Clear(ClearType::All))
}

/// Standard output without a buffer in between: what a terminal refused would stay in the buffer and be sent
/// again later, to whoever has the terminal then.
pub(super) struct UnbufferedStdout;

impl Write for UnbufferedStdout {
    #[cfg(unix)]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(rustix::stdio::stdout(), bytes)?)
    }

    #[cfg(not(unix))]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes all of it, even to a terminal that another program has left in a state in which it refuses what it
/// cannot take at once.
fn write_patiently(out: &mut impl Write, mut bytes: &[u8]) -> io::Result<()> {
    loop {
        if bytes.is_empty() {
            return Ok(());
        }
        match out.write(bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(many) => bytes = bytes.get(many..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                std::thread::sleep(REFUSED);
            }
            Err(error) => return Err(error),
        }
    }
}

impl Write for FrameBuffer {
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
        let mut out = UnbufferedStdout;
        queue!(
            out,
            EnterAlternateScreen,
            EnableBracketedPaste,
            EnableFocusChange
        )?;
        // A program that was killed has left its picture: whoever is on the alternate screen already finds it there.
        clear(&mut out)?;
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
    let shape = SHAPE.lock().map_or(CaretShape::Usual, |shape| *shape);
    if shape != CaretShape::Usual {
        shape_cursor(shape);
    }
    Ok(())
}

/// The shape that the cursor was given, to be given it again where another program had the screen.
static SHAPE: Mutex<CaretShape> = Mutex::new(CaretShape::Usual);

/// Gives the cursor a shape, where the terminal can.
pub(super) fn shape_cursor(shape: CaretShape) {
    if let Ok(mut given) = SHAPE.lock() {
        *given = shape;
    }
    let style = match shape {
        CaretShape::Usual => cursor::SetCursorStyle::DefaultUserShape,
        CaretShape::Block => cursor::SetCursorStyle::SteadyBlock,
        CaretShape::Bar => cursor::SetCursorStyle::SteadyBar,
    };
    // It only says again what the line at the bottom says.
    let _ = execute!(UnbufferedStdout, style);
}

/// Leaves the screen as it was found. Safe to call twice, and from a panic.
pub(super) fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    // Whatever fails here, the rest is still worth trying, and nobody is left to read a report.
    let _ = execute!(
        UnbufferedStdout,
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

/// Waits until the terminal is gone. Not every process gets a signal: that goes to whoever began the session, a
/// shell for example, which may not pass it on.
///
/// # Errors
/// It cannot be waited for.
#[cfg(unix)]
pub(super) fn wait_for_hang_up() -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let out = rustix::stdio::stdout();
    loop {
        // A hang-up is reported even where nothing is asked for.
        let mut asked = [PollFd::new(&out, PollFlags::empty())];
        match poll(&mut asked, None) {
            Ok(_) => return Ok(()),
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// True while another program has the terminal: what is typed is for it.
static LENT: AtomicBool = AtomicBool::new(false);

/// The time between two looks whether the terminal is ours again.
const LENT_LOOK: std::time::Duration = std::time::Duration::from_millis(20);

/// Lets another program have the terminal for as long as something takes.
pub(super) fn lend<T>(while_lent: impl FnOnce() -> T) -> T {
    LENT.store(true, Ordering::SeqCst);
    leave();
    let done = while_lent();
    LENT.store(false, Ordering::SeqCst);
    done
}

/// Returns true while another program has the terminal.
pub(super) fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}

/// Reads what the terminal has sent, waiting for it until a time where one is given; `None` where nothing came.
///
/// # Errors
/// The terminal is gone.
#[cfg(unix)]
pub(super) fn read(buffer: &mut [u8], until: Option<Instant>) -> io::Result<Option<usize>> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    let keys = rustix::stdio::stdin();
    let wait = until.map(|until| until.saturating_duration_since(Instant::now()));
    let wait = wait.map(Timespec::try_from).transpose();
    let wait = wait.map_err(io::Error::other)?;
    let mut asked = [PollFd::new(&keys, PollFlags::IN)];
    match poll(&mut asked, wait.as_ref()) {
        Ok(0) | Err(Errno::INTR) => return Ok(None),
        Ok(_) => {}
        Err(error) => return Err(error.into()),
    }
    if is_lent() {
        std::thread::sleep(LENT_LOOK);
        return Ok(None);
    }
    match rustix::io::read(keys, buffer) {
        Ok(many) => Ok(Some(many)),
        // Another program may have left the terminal in a state in which it says that nothing is there.
        Err(Errno::AGAIN) => {
            std::thread::sleep(REFUSED);
            Ok(None)
        }
        Err(Errno::INTR) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Returns the size to draw in.
pub(super) fn size() -> Size {
    let (width, height) = crossterm::terminal::size().unwrap_or_default();
    Size::of_terminal(width, height)
}

/// Returns true for a terminal that says that it has no rows, or no columns: nothing can be drawn where that is so.
pub fn has_no_room() -> bool {
    matches!(crossterm::terminal::size(), Ok((0, _) | (_, 0)))
}

/// Gives the thread that waits for keys nothing more to read. A terminal that is gone says at once, and again
/// and again, that there is nothing: asked for ever, it would keep a processor busy while the words are still
/// to be saved.
pub(super) fn stop_reading() {
    #[cfg(unix)]
    if let Ok((nothing, end)) = io::pipe() {
        // Open for as long as the program runs: an end of file is something to read too.
        std::mem::forget(end);
        let _ = rustix::stdio::dup2_stdin(nothing);
    }
}

/// Leaves the screen before a panic of this thread is reported, so that it can be read. A panic of another
/// thread is reported by the code that runs that thread, and not across the screen.
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
        UnbufferedStdout,
        CopyToClipboard::to_clipboard_from(printable(text).as_ref())
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Takes three bytes at a time, and nothing every other time.
    #[derive(Default)]
    struct SlowWriter {
        took: Vec<u8>,
        asked: usize,
    }

    impl Write for SlowWriter {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.asked += 1;
            match self.asked % 3 {
                0 => {
                    let many = bytes.len().min(3);
                    self.took.extend(bytes.iter().take(many));
                    Ok(many)
                }
                1 => Err(io::ErrorKind::WouldBlock.into()),
                _ => Err(io::ErrorKind::Interrupted.into()),
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_terminal_that_takes_little_at_a_time_gets_the_whole_frame() {
        let mut slow = SlowWriter::default();
        write_patiently(&mut slow, b"a whole frame").unwrap();
        assert_eq!(slow.took, b"a whole frame");
        assert!(write_patiently(&mut [0; 3].as_mut_slice(), b"gone").is_err());
    }
}
