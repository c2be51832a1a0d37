//! What a test needs that a machine may lack. A test that is left out for the lack of it says so on standard
//! error, where it is seen though the test passes, and fails where `ASSAY_TESTS_MUST_RUN` is 1.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A file of the acceptance set, which lies beside the repository and not in it. Where the set is there, none of
/// its files may be missing; without it the test is left out, and no setting makes that an error.
pub fn acceptance(name: &str) -> Option<String> {
    let set = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/acceptance");
    if !set.is_dir() {
        say("../shared/acceptance");
        return None;
    }
    let text = std::fs::read_to_string(set.join(name));
    Some(text.unwrap_or_else(|error| panic!("{name} of the acceptance set: {error}")))
}

/// A browser that prints without a window.
pub fn chromium() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    needed(
        "chromium",
        names
            .into_iter()
            .find_map(|name| starts(name, &["--version"])),
    )
}

/// What reads the words of a page of PDF.
pub fn pdftotext() -> Option<PathBuf> {
    needed("pdftotext", starts("pdftotext", &["-v"]))
}

/// What looks for faults in a file of PDF.
pub fn qpdf() -> Option<PathBuf> {
    needed("qpdf", starts("qpdf", &["--version"]))
}

/// A reader of Word's documents, in a program of its own.
pub fn python_docx() -> Option<PathBuf> {
    needed("python3-docx", starts("python3", &["-c", "import docx"]))
}

/// What holds a file of JSON to a schema, in a program of its own.
pub fn python_jsonschema() -> Option<PathBuf> {
    needed(
        "python3-jsonschema",
        starts(
            "python3",
            &[
                "-W",
                "ignore",
                "-c",
                "import jsonschema; jsonschema.Draft202012Validator",
            ],
        ),
    )
}

/// What makes calls of the system fail; it must be allowed to.
pub fn strace() -> Option<PathBuf> {
    needed(
        "strace",
        starts("strace", &["-qq", "-o", "/dev/null", "true"]),
    )
}

/// A folder whose file system keeps extended attributes and access lists.
#[cfg(target_os = "linux")]
pub fn attributes(folder: &Path) -> Option<PathBuf> {
    use rustix::fs::{XattrFlags, fsetxattr};
    let probe = folder.join("probe");
    let file = std::fs::File::create(&probe).expect("a file");
    // An access list that says what a mode of 0600 says.
    let list = [
        2, 0, 0, 0, 1, 0, 6, 0, 255, 255, 255, 255, 4, 0, 0, 0, 255, 255, 255, 255,
    ];
    let list = [&list[..], &[32, 0, 0, 0, 255, 255, 255, 255]].concat();
    let set = |name, value| fsetxattr(&file, name, value, XattrFlags::empty()).is_ok();
    let kept = set("user.probe", b"1") && set("system.posix_acl_access", &list);
    std::fs::remove_file(probe).expect("it goes");
    needed(
        "a file system with attributes",
        kept.then(|| folder.to_owned()),
    )
}

fn needed(what: &str, found: Option<PathBuf>) -> Option<PathBuf> {
    if found.is_none() {
        say(what);
        let must_run = std::env::var("ASSAY_TESTS_MUST_RUN").is_ok_and(|value| value == "1");
        assert!(!must_run, "{what} is missing, and this test must run");
    }
    found
}

/// Where a program is, if it does what is asked.
fn starts(name: &str, arguments: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())?;
    let quiet = Command::new(&found)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    quiet.is_ok_and(|done| done.success()).then_some(found)
}

fn say(what: &str) {
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    // `eprintln!` would be kept back with what a test that passes prints.
    let line = format!("left out: {test}: {what} is missing\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
}
