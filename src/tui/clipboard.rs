//! The clipboards that a copy is handed to: the terminal's own, tmux's, and that of the machine, where a program for
//! it is there. Nothing tells whether a terminal has taken it, so what is reported is what was done.

use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::Message;
use crate::text::{listed, printable};

/// The time that a program may take. None needs as much; one that hangs is given up.
const PATIENCE: Duration = Duration::from_secs(2);

/// The time between two looks whether a program is done.
const LOOK: Duration = Duration::from_millis(5);

/// A program that puts what it reads into a clipboard.
struct ClipboardProgram {
    /// The variable that says that there is such a clipboard; empty where the system itself says so.
    variable: &'static str,
    /// The program and its arguments.
    command: &'static [&'static str],
}

const fn program(variable: &'static str, command: &'static [&'static str]) -> ClipboardProgram {
    ClipboardProgram { variable, command }
}

/// The programs. Of each group the first that does it is enough.
const PROGRAMS: &[&[ClipboardProgram]] = &[
    &[
        program("TMUX", &["tmux", "load-buffer", "-w", "-"]),
        // Before 3.2 tmux hands nothing on.
        program("TMUX", &["tmux", "load-buffer", "-"]),
    ],
    &[
        program("WAYLAND_DISPLAY", &["wl-copy"]),
        program("DISPLAY", &["xclip", "-selection", "clipboard"]),
        program("DISPLAY", &["xsel", "--clipboard", "--input"]),
        program("WSL_DISTRO_NAME", &["clip.exe"]),
        #[cfg(target_os = "macos")]
        program("", &["pbcopy"]),
        #[cfg(windows)]
        program("", &["clip.exe"]),
    ],
];

/// Hands text to the programs that there are, and says to which; where there is none, that nothing was copied.
pub fn copy_to_programs(text: &str) -> Message {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|set| !set.is_empty());
    match hand_over(&printable(text), is_set).as_slice() {
        [] => Message::Failed(
            "There is no clipboard here; a print can be written to a file.".to_owned(),
        ),
        programs => {
            let many = text.chars().count();
            Message::Done(format!(
                "{many} characters handed to {}.",
                listed(programs, "and")
            ))
        }
    }
}

/// Hands text to the programs that there are; returns the names of those that took it.
pub(super) fn hand_over(text: &str, is_set: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let wanted =
        |program: &&ClipboardProgram| program.variable.is_empty() || is_set(program.variable);
    let took = PROGRAMS.iter().filter_map(|group| {
        let mut there = group.iter().filter(wanted);
        there.find_map(|program| take(program, text))
    });
    took.collect()
}

/// Returns the name of the program where it took the text.
fn take(program: &ClipboardProgram, text: &str) -> Option<&'static str> {
    let (name, arguments) = program.command.split_first()?;
    let bytes = match *name {
        // It takes other bytes for letters of the system's own.
        "clip.exe" => {
            let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        }
        _ => text.as_bytes().to_vec(),
    };
    let mut command = Command::new(name);
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Some stay, to hand the text out: they are not to stop when this program is stopped.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().ok()?;
    let mut input = child.stdin.take()?;
    // It may never read.
    thread::spawn(move || input.write_all(&bytes));
    let since = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success().then_some(name),
            Ok(None) if since.elapsed() < PATIENCE => thread::sleep(LOOK),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    }
}

/// Returns what was done, for people.
pub(super) fn report(text: &str, programs: &[&str]) -> String {
    let mut to = "the terminal".to_owned();
    for (nth, program) in programs.iter().enumerate() {
        let last = nth + 1 == programs.len();
        to.push_str(if last { " and " } else { ", " });
        to.push_str(program);
    }
    format!("{} characters handed to {to}.", text.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_reported_is_what_was_done() {
        let words = "é and more";
        assert_eq!(report(words, &[]), "10 characters handed to the terminal.");
        let both = report(words, &["tmux", "wl-copy"]);
        assert_eq!(
            both,
            "10 characters handed to the terminal, tmux and wl-copy."
        );
        let system = hand_over(words, |_| false);
        assert!(cfg!(any(windows, target_os = "macos")) || system.is_empty());
    }
}
