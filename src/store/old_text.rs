//! The files of old statements, from which drafts are made.

use std::io::{ErrorKind, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::disk;
use super::file::FileError;

/// The most bytes of an old file.
const MOST: u64 = 32 * 1024 * 1024;

/// The program that takes the text out of a PDF.
const PDF_READER: &str = "pdftotext";

/// How long that program is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Returns the bytes of an old file; of a PDF the bytes of its text.
///
/// # Errors
/// It cannot be read, is no regular file, or is larger than is read; or it is a PDF, and there is nothing that takes its text
/// out.
pub fn read_old(path: &Path) -> Result<Vec<u8>, FileError> {
    let fail = |error: &std::io::Error| FileError::of(path, "it cannot be read", error);
    let metadata = disk::metadata(path).map_err(|error| fail(&error))?;
    if !metadata.is_file() {
        let hint = "name the text of an old statement";
        return Err(FileError::new(path, "this is not a file", hint));
    }
    let bytes = disk::read(path, MOST + 1).map_err(|error| fail(&error))?;
    if exceeds(&bytes) {
        let what = format!("it is larger than {} MiB", MOST / (1024 * 1024));
        return Err(FileError::new(path, what, "save its text by itself"));
    }
    match bytes.starts_with(b"%PDF") {
        true => pdf_text(path, bytes),
        false => Ok(bytes),
    }
}

/// Returns the text of a PDF, as another program takes it out.
fn pdf_text(path: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, FileError> {
    let refused = |what: &str| {
        FileError::new(
            path,
            what,
            "open it in a viewer, and save its text by itself",
        )
    };
    let mut command = Command::new(PDF_READER);
    command.args(["-q", "-enc", "UTF-8", "-", "-"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let what = "it is a PDF, and there is no pdftotext on the PATH to read it with";
            let hint = "install it (it comes with Poppler), or save the text of the PDF by itself";
            return Err(FileError::new(path, what, hint));
        }
        Err(_) => return Err(refused("it is a PDF, and pdftotext cannot be run")),
    };
    let written = child.stdin.take().map(|mut input| {
        // It may have read enough before it has all.
        std::thread::spawn(move || input.write_all(&bytes).ok())
    });
    let output = child.stdout.take();
    let (sends, comes) = mpsc::channel();
    // It ends with its input: the program is killed where it says more than is read, or nothing for too long.
    std::thread::spawn(move || {
        let mut text = Vec::new();
        if let Some(output) = output {
            let _ = output.take(MOST + 1).read_to_end(&mut text);
        }
        let _ = sends.send(text);
    });
    let text = comes.recv_timeout(PATIENCE).ok();
    let is_whole = text.as_ref().is_some_and(|text| !exceeds(text));
    if !is_whole {
        let _ = child.kill();
    }
    let ended = child.wait();
    if let Some(written) = written {
        let _ = written.join();
    }
    let Some(text) = text else {
        return Err(refused("it is a PDF with which pdftotext comes to no end"));
    };
    let is_blank = text.iter().all(u8::is_ascii_whitespace);
    match ended {
        _ if !is_whole => Err(refused("it is a PDF with more text than is read")),
        _ if is_blank => Err(refused(
            "it is a PDF without a text that pdftotext can read; it may be a picture",
        )),
        Ok(status) if status.success() => Ok(text),
        // Half a statement would look like a whole one.
        _ => Err(refused(
            "it is a PDF of which pdftotext read only a part; it may be damaged",
        )),
    }
}

fn exceeds(bytes: &[u8]) -> bool {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST
}
