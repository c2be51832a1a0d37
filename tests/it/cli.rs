//! The command line, from outside: the real binary, in a home of its own and never the user's.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::assert::Assert;
use assert_cmd::cargo::cargo_bin_cmd;
use tempfile::TempDir;

/// A home with nothing in it, and the program run in it.
struct Home {
    folder: TempDir,
}

impl Home {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }

    fn command(&self) -> assert_cmd::Command {
        let mut command = cargo_bin_cmd!("assay");
        let home = self.folder.path();
        command
            .env_clear()
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("ASSAY_CONFIG", home.join("settings.toml"))
            .current_dir(home);
        command
    }

    fn run(&self, arguments: &[&str]) -> Assert {
        self.command().args(arguments).assert()
    }
}

fn out(done: &Assert) -> String {
    String::from_utf8(done.get_output().stdout.clone()).expect("text")
}

fn err(done: &Assert) -> String {
    String::from_utf8(done.get_output().stderr.clone()).expect("text")
}

/// A file of the acceptance folder; nothing, with a note, where it is not to be had.
fn acceptance(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/acceptance");
    let path = folder.join(name);
    if !path.exists() {
        eprintln!("left out: {} is not there", path.display());
        return None;
    }
    Some(path)
}

fn example() -> String {
    let home = Home::new();
    out(&home.run(&["example"]).success())
}

#[test]
fn the_published_statement_is_printed_word_for_word() {
    let (Some(draft), Some(statement)) = (
        acceptance("city-of-london-2015.toml"),
        acceptance("statement.txt"),
    ) else {
        return;
    };
    let home = Home::new();
    let printed = home.command().arg("print").arg(&draft).assert().success();
    let wanted = fs::read_to_string(statement).expect("the statement");
    assert_eq!(out(&printed).trim(), wanted.trim());
    // The same through a pipe, and in a file.
    let text = fs::read_to_string(draft).expect("the draft");
    let piped = home
        .command()
        .args(["print", "-"])
        .write_stdin(text)
        .assert()
        .success();
    assert_eq!(out(&piped), out(&printed));
}

#[test]
fn the_example_prints_and_has_no_errors() {
    let home = Home::new();
    let file = home.write("example.toml", &example());
    let name = file.to_str().expect("a name");
    let printed = out(&home.run(&["print", name]).success());
    assert!(printed.contains("Wexmoor Constabulary"), "{printed}");
    assert!(
        !printed.contains("workshops"),
        "what is not spoken is not printed: {printed}"
    );
    home.run(&["check", name]).success();
}

#[test]
fn text_is_a_line_a_paragraph_unless_a_width_is_asked_for() {
    let home = Home::new();
    home.write("d.toml", &example());
    let long = out(&home.run(&["print", "d.toml"]).success());
    assert!(
        long.lines().any(|line| line.chars().count() > 100),
        "{long}"
    );
    let wrapped = out(&home.run(&["print", "d.toml", "--width", "60"]).success());
    assert!(
        wrapped.lines().all(|line| line.chars().count() <= 60),
        "{wrapped}"
    );
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(words(&long), words(&wrapped));
    home.run(&["print", "d.toml", "--width", "60", "--format", "json"])
        .code(2);
    home.run(&["print", "d.toml", "--width", "0"]).code(2);
}

#[test]
fn json_and_markdown_and_sources_are_printed() {
    let home = Home::new();
    home.write("d.toml", &example());
    let json = out(&home.run(&["print", "d.toml", "--format", "json"]).success());
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert!(value.is_object());
    let markdown = out(&home
        .run(&["print", "d.toml", "--format", "markdown"])
        .success());
    assert!(markdown.starts_with('#'), "{markdown}");
    let plain = out(&home.run(&["print", "d.toml"]).success());
    let sources = out(&home.run(&["print", "d.toml", "--sources"]).success());
    assert!(
        sources.len() > plain.len() && sources.contains("[1]"),
        "{sources}"
    );
    assert!(
        sources.contains("control-room") || sources.contains("Call handling return"),
        "{sources}"
    );
}

#[test]
fn a_print_goes_to_a_private_file_and_never_over_the_draft() {
    let home = Home::new();
    let draft = home.write("d.toml", &example());
    home.run(&["print", "d.toml", "--output", "s.txt"])
        .success()
        .stdout("");
    let plain = out(&home.run(&["print", "d.toml"]).success());
    assert_eq!(
        fs::read_to_string(home.path("s.txt")).expect("the print"),
        plain
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(home.path("s.txt"))
            .expect("the print")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let refused = home
        .run(&["print", "d.toml", "--output", "./d.toml"])
        .code(1);
    assert!(
        err(&refused).contains("the draft itself"),
        "{}",
        err(&refused)
    );
    assert_eq!(fs::read_to_string(draft).expect("the draft"), example());
}

#[test]
fn a_wrong_draft_is_told_with_its_place_and_what_would_be_right() {
    let home = Home::new();
    let wrong = example().replace("kind = \"practice\"", "kind = \"practise\"");
    let line = wrong
        .lines()
        .position(|line| line.contains("practise"))
        .expect("the line")
        + 1;
    home.write("d.toml", &wrong);
    let done = home.run(&["print", "d.toml"]).code(2).stdout("");
    let told = err(&done);
    assert!(
        told.starts_with(&format!("error: d.toml:{line}:")),
        "{told}"
    );
    assert!(told.contains("did you mean \"practice\""), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");

    let none = err(&home.run(&["print", "none.toml"]).code(2));
    assert!(none.starts_with("error: none.toml"), "{none}");
    home.run(&["check", "none.toml"]).code(2);
    home.run(&["frobnicate", "--x"]).code(2);
    home.run(&["print"]).code(2);
    let near = err(&home.run(&["prnt"]).code(2));
    assert!(near.contains("did you mean `assay print`?"), "{near}");
}

#[test]
fn control_characters_of_a_draft_do_not_reach_the_terminal() {
    let home = Home::new();
    let draft = example().replace(
        "name = \"Wexmoor Constabulary\"",
        "name = \"Wex\\u001b[2Jmoor\"",
    );
    home.write("d.toml", &draft);
    for arguments in [
        &["print", "d.toml"][..],
        &["print", "d.toml", "--format", "markdown"],
        &["print", "d.toml", "--format", "json"],
        &["check", "d.toml"],
        &["list", "."],
    ] {
        let done = home.command().args(arguments).output().expect("it runs");
        assert!(
            !done.stdout.contains(&0x1b) && !done.stderr.contains(&0x1b),
            "{arguments:?}"
        );
    }
    let bad = example().replace("framework = \"annual\"", "framework = \"\\u001b[2J\"");
    home.write("e.toml", &bad);
    let told = err(&home.run(&["print", "e.toml"]).code(2));
    assert!(!told.contains('\u{1b}'), "{told}");
}

#[test]
fn check_tells_its_result_by_its_status() {
    let home = Home::new();
    home.write("good.toml", &example());
    home.run(&["check", "good.toml"]).success();
    let json = out(&home
        .run(&["check", "good.toml", "--format", "json"])
        .success());
    serde_json::from_str::<serde_json::Value>(&json).expect("JSON");
    // A number that is nowhere would be read aloud as a gap.
    let gap = example().replace("{calls}", "{kalls}");
    let begins = gap
        .lines()
        .position(|line| line == "id = \"answering\"")
        .expect("the finding");
    home.write("gap.toml", &gap);
    let done = home.run(&["check", "good.toml", "gap.toml"]).code(1);
    let told = out(&done);
    assert!(
        told.contains(&format!("gap.toml:{begins}:1: error: ")),
        "{told}"
    );
    let json = out(&home.run(&["check", "gap.toml", "--format", "json"]).code(1));
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        value.pointer("/0/line"),
        Some(&serde_json::json!(begins)),
        "{json}"
    );
    // What cannot be read at all weighs more than what is wrong in it.
    home.run(&["check", "gap.toml", "none.toml"]).code(2);
}

#[test]
fn a_new_draft_is_made_once_and_never_over_another() {
    let home = Home::new();
    let made = home.run(&[
        "new",
        "d.toml",
        "--framework",
        "annual",
        "--subject",
        "city of london police",
        "--inspector",
        "Ann Other",
        "--office",
        "Inspector",
        "--year",
        "2015",
    ]);
    made.success();
    let text = fs::read_to_string(home.path("d.toml")).expect("the draft");
    for said in [
        "name = \"City of London Police\"",
        "spoken = \"the City of London Police\"",
        "noun = \"force\"",
        "name = \"Ann Other\"",
        "office = \"Inspector\"",
        "label = \"2015\"",
        "framework = \"annual\"",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    home.run(&["print", "d.toml"]).success();
    let again = home
        .run(&["new", "d.toml", "--subject", "Essex Police"])
        .code(1);
    assert!(err(&again).starts_with("error: d.toml"), "{}", err(&again));
    assert_eq!(
        fs::read_to_string(home.path("d.toml")).expect("the draft"),
        text
    );
}

#[test]
fn a_new_draft_without_a_name_goes_into_the_folder_of_the_settings() {
    let home = Home::new();
    let drafts = home.path("mine");
    home.write(
        "settings.toml",
        &format!(
            "drafts = {drafts:?}\n[inspector]\nname = \"Ann Other\"\noffice = \"Inspector\"\n"
        ),
    );
    let made = |wanted: &str| {
        let done = home
            .run(&[
                "new",
                "--subject",
                "Devon & Cornwall Police",
                "--year",
                "2021/22",
            ])
            .success();
        let path = out(&done).trim().to_owned();
        assert!(path.ends_with(wanted), "{path}");
        fs::read_to_string(path).expect("the draft")
    };
    let first = made("mine/devon-and-cornwall-police-2021-22.toml");
    assert!(
        first.contains("name = \"Ann Other\"") && first.contains("office = \"Inspector\""),
        "{first}"
    );
    // The same body and year again: a name of its own, and an identity of its own.
    let second = made("mine/devon-and-cornwall-police-2021-22-2.toml");
    let id = |text: &str| {
        text.lines()
            .find(|line| line.starts_with("id = "))
            .map(str::to_owned)
    };
    assert_ne!(id(&first), id(&second));
    let listed = out(&home.run(&["list"]).success());
    assert_eq!(
        listed.matches("Devon and Cornwall Police").count(),
        2,
        "{listed}"
    );
}

#[test]
fn the_library_lists_good_drafts_and_broken_ones() {
    let home = Home::new();
    home.write("drafts/good.toml", &example());
    home.write(
        "drafts/broken.toml",
        "format = 1\nframework = \"annual\"\n[subject\n",
    );
    let listed = out(&home.run(&["list", "drafts"]).success());
    let good = listed
        .lines()
        .find(|line| line.contains("Wexmoor"))
        .expect("the good one");
    assert!(
        good.contains("2023") && good.contains("GRGGO") && good.contains("good.toml"),
        "{good}"
    );
    assert!(
        listed.contains("drafts/broken.toml\n  broken.toml:3:"),
        "{listed}"
    );
    home.run(&["list", "nowhere"]).code(2);
}

#[test]
fn frameworks_are_listed_shown_and_refused_with_their_place() {
    let home = Home::new();
    let listed = out(&home.run(&["frameworks"]).success());
    assert!(listed.contains("annual"), "{listed}");
    let shown = out(&home.run(&["frameworks", "annual"]).success());
    for part in [
        "Crime prevention",
        "requires improvement",
        "impressed-by",
        "congratulate",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    let near = err(&home.run(&["frameworks", "anual"]).code(2));
    assert!(near.contains("did you mean \"annual\"?"), "{near}");
    let paths = out(&home.run(&["paths"]).success());
    let folder = paths
        .lines()
        .find_map(|line| line.strip_prefix("frameworks"))
        .expect("the folder");
    let folder = folder.trim().split("  ").next().expect("a path");
    fs::create_dir_all(folder).expect("the folder");
    fs::write(
        Path::new(folder).join("own.toml"),
        "format = 1\nid = \"own\"\ntitel = \"x\"\n",
    )
    .expect("a file");
    let told = err(&home.run(&["frameworks"]).code(2));
    assert!(told.contains("own.toml:3:1: "), "{told}");
    assert!(told.contains("title"), "{told}");
    // The others are still to be had.
    home.run(&["frameworks", "annual"]).success();
}

#[test]
fn settings_keys_paths_completions_and_the_manual_are_printed() {
    let home = Home::new();
    let keys = out(&home.run(&["keys"]).success());
    assert!(
        keys.contains("Ctrl-S") && keys.contains("Everywhere"),
        "{keys}"
    );
    let markdown = out(&home.run(&["keys", "--format", "markdown"]).success());
    assert!(
        markdown.contains("| --- | --- | --- |") && markdown.contains("`save`"),
        "{markdown}"
    );
    let example = out(&home.run(&["config", "--example"]).success());
    let file = include_str!("../../config.example.toml");
    assert_eq!(
        example, file,
        "`assay config --example > config.example.toml` makes it anew"
    );

    home.write(
        "settings.toml",
        "theme = \"light\"\n[keys]\nsave = [\"ctrl-o\"]\n",
    );
    let config = out(&home.run(&["config"]).success());
    assert!(config.contains("theme = \"light\"  # line 1"), "{config}");
    assert!(
        config.contains("framework = \"annual\"  # default"),
        "{config}"
    );
    assert!(out(&home.run(&["keys"]).success()).contains("Ctrl-O"));
    assert!(out(&home.run(&["keys", "--defaults"]).success()).contains("Ctrl-S"));

    home.write("settings.toml", "\ntheem = \"light\"\n");
    let told = err(&home.run(&["config"]).code(2));
    assert!(
        told.contains("settings.toml:2:1: \"theem\" is no setting; did you mean \"theme\"?"),
        "{told}"
    );
    // Where the settings are is told whatever is in them, and a statement needs none.
    assert!(out(&home.run(&["paths"]).code(2)).contains("settings.toml"));
    home.write("d.toml", &self::example());
    home.run(&["print", "d.toml"]).success();

    for shell in ["bash", "zsh", "fish"] {
        assert!(out(&home.run(&["completions", shell]).success()).contains("frameworks"));
    }
    let manual = out(&home.run(&["man"]).success());
    assert!(
        manual.contains(".TH assay") && manual.contains("EXIT STATUS"),
        "{manual}"
    );
}

#[test]
fn without_a_terminal_the_full_screen_says_so() {
    let home = Home::new();
    let told = err(&home.run(&[]).code(2).stdout(""));
    assert!(
        told.starts_with("error: the full screen needs a terminal"),
        "{told}"
    );
    home.write("d.toml", &example());
    home.run(&["d.toml"]).code(2).stdout("");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error_and_a_gone_reader_is_none() {
    use std::process::{Command, Stdio};
    let home = Home::new();
    let file = home.write("d.toml", &example());
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("/dev/full");
    let run = |out: Stdio| {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("assay"));
        command
            .args(["print"])
            .arg(&file)
            .env_clear()
            .env("HOME", home.folder.path());
        command
            .stdout(out)
            .stderr(Stdio::piped())
            .output()
            .expect("it runs")
    };
    let done = run(full.into());
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).starts_with("error: standard output: "));
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let done = run(writer.into());
    assert_eq!(done.status.code(), Some(0));
    assert!(done.stderr.is_empty());
}
