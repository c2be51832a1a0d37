//! A draft that is taken over, and taken back: whoever had it can have it again, with every word of both.

use std::fs;
use std::path::PathBuf;

use crate::cli::{Run as _, out};
use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

fn path(home: &Home) -> PathBuf {
    home.drafts().join("draft.toml")
}

/// Somebody at the draft, at a finding.
fn at(home: &Home, finding: usize) -> Sitting {
    let mut sitting = Sitting::resume(120, 40, home.clone(), &path(home));
    to(&mut sitting, finding);
    sitting
}

fn to(sitting: &mut Sitting, finding: usize) {
    while sitting.editor().typing.is_some() || !sitting.state.overlays.is_empty() {
        sitting.keys("<esc>");
    }
    while sitting.editor().pane != assay::app::layout::Pane::Headings {
        sitting.keys("<left>");
    }
    sitting.keys("<home><down><down><down><tab><home>");
    while sitting.editor().finding() != Some(finding) {
        sitting.keys("<down>");
    }
}

fn home() -> Home {
    let home = Home::new();
    home.write("data/assay/draft.toml", DRAFT);
    home
}

#[test]
fn a_draft_that_was_taken_over_is_taken_back_by_the_same_key_while_the_other_has_it() {
    let home = home();
    let mut first = at(&home, 0);
    first.keys("<enter> One.");
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    to(&mut second, 1);
    second.keys("<enter> Two.");
    second.pause();
    first.focus();
    assert!(first.screen().contains("Taken over"), "{}", first.screen());
    assert!(
        first.screen().contains("T takes it back"),
        "{}",
        first.screen()
    );
    // What is typed in a box here meanwhile waits, and so does what the other has open.
    first.keys("<esc>T<down><enter>");
    assert_eq!(first.editor().file.read_only, None, "{}", first.screen());
    let texts = first.texts();
    assert_eq!(
        texts,
        ["The force answers. One.", "The force listens. Two."]
    );
    to(&mut first, 0);
    first.keys("<enter> Three.<esc>");
    second.focus();
    assert!(second.editor().file.read_only.is_some());
    first.leave();
    let file = fs::read_to_string(path(&home)).unwrap();
    for words in ["answers. One. Three.", "listens. Two."] {
        assert!(file.contains(words), "{words}: {file}");
    }
}

#[test]
fn a_box_that_is_typed_in_stays_when_the_draft_is_had_again() {
    let home = home();
    let mut first = at(&home, 0);
    first.keys("vAn inter");
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    first.keys("v");
    assert!(first.screen().contains("Taken over"), "{}", first.screen());
    second.leave();
    // It is free, and whoever types in the box goes on.
    for _ in 0..20 {
        first.focus();
        std::thread::park_timeout(std::time::Duration::from_millis(5));
    }
    first.keys("iew");
    let overlay = first.state.overlays.last().expect("the box");
    assert_eq!(overlay.field().expect("a text").text(), "An interview");
    first.keys("<esc>");
    first.until(|screen| screen.contains("yours to change now"));
    to(&mut first, 0);
    first.keys("v<enter><esc>");
    let evidence = &first.editor().assessment.evidence;
    assert!(
        evidence.iter().any(|it| it.title == "An interview"),
        "{evidence:?}"
    );
}

#[test]
fn a_draft_that_was_taken_over_is_writable_again_when_the_other_lets_go_of_it() {
    for at_rest in [false, true] {
        let home = home();
        let mut first = at(&home, 0);
        first.keys("<enter> One.");
        let mut second = at(&home, 1);
        second.keys("T<down><enter>");
        to(&mut second, 1);
        second.keys("<enter> Two.<esc>vAn interview");
        if at_rest {
            first.focus();
            first.keys("<enter>");
        }
        second.leave();
        first.focus();
        // What came between is acknowledged first.
        if !first.state.overlays.is_empty() {
            first.keys("<enter>");
        }
        first.until(|screen| screen.contains("yours to change now"));
        assert_eq!(first.editor().file.read_only, None);
        let texts = first.texts();
        assert_eq!(
            texts,
            ["The force answers. One.", "The force listens. Two."]
        );
        to(&mut first, 1);
        first.keys("v");
        let screen = first.screen();
        assert!(screen.contains("An interview"), "{screen}");
        first.keys("<esc><enter> Three.");
        let third = at(&first.leave(), 0);
        assert_eq!(third.texts()[1], "The force listens. Two. Three.");
    }
}

#[test]
fn words_that_come_where_others_wait_already_are_kept_when_the_draft_was_taken_over() {
    let home = home();
    let mut before = at(&home, 0);
    before.paste("Waiting since Monday.");
    before.leave();
    let mut first = at(&home, 0);
    first.keys("<enter> One two three.").pause();
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    first.keys(" Four").pause();
    first.focus();
    first.paste("And this.").paste("And that.");
    first.kill();
    second.kill();
    let told = out(&home.run(&["recover"]).success());
    for words in ["Waiting since Monday.", "And this.", "And that."] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let mut third = at(&home, 1);
    third.keys("<enter><end> <ctrl-v><ctrl-v><ctrl-v><ctrl-v>");
    let text = third.texts().concat();
    for words in ["Waiting since Monday.", "And this.", "And that."] {
        assert_eq!(text.matches(words).count(), 1, "{words}: {text}");
    }
}

/// The number of stories that a test has time for.
const STORIES: u64 = 12;

/// Two windows over one draft, each of which has it in turn.
struct TwoWindows {
    home: Home,
    windows: [Sitting; 2],
    /// The window that may write.
    writer: usize,
    words: Vec<String>,
    told: Vec<String>,
    now: u64,
}

impl TwoWindows {
    fn new(seed: u64) -> Self {
        let home = home();
        let first = Sitting::resume(120, 40, home.clone(), &path(&home));
        let second = Sitting::resume(120, 40, home.clone(), &path(&home));
        Self {
            home,
            windows: [first, second],
            writer: 0,
            words: Vec::new(),
            told: Vec::new(),
            now: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
        }
    }

    fn below(&mut self, many: usize) -> usize {
        self.now ^= self.now << 13;
        self.now ^= self.now >> 7;
        self.now ^= self.now << 17;
        (self.now >> 11) as usize % many
    }

    /// Presses keys in a window.
    fn keys(&mut self, window: usize, keys: &str) {
        self.told.push(format!("{window}: {keys}"));
        self.windows[window].keys(keys);
    }

    /// Types a word that nobody has typed, where a text is open; what is shown is to be kept.
    fn word(&mut self, window: usize) {
        let word = format!("word{}x", self.words.len());
        self.keys(window, &format!("{word} "));
        let sitting = &self.windows[window];
        let state = &sitting.state;
        let shown = match state.overlays.last() {
            Some(overlay) => overlay.field().is_some_and(|it| it.text().contains(&word)),
            None => format!("{:?}", sitting.editor().assessment).contains(&word),
        };
        if shown {
            self.words.push(word);
        }
    }

    /// Types something into an item of its own.
    fn types(&mut self) {
        let window = self.writer;
        to(&mut self.windows[window], 0);
        match self.below(8) {
            0 | 1 => self.keys(window, "+"),
            2 => self.keys(window, "r<end> "),
            3 => self.keys(window, "v"),
            4 => {
                self.keys(window, "<left><end>a");
                let id = self.words.len();
                self.keys(window, &format!("figure{id}<enter>{id}<tab><tab>"));
            }
            5 => self.keys(window, "<left><end><up>a"),
            6 => self.keys(window, "<left><end><up><up>a"),
            _ => self.keys(window, "<left><home><tab><down><down><down><enter><end> "),
        }
        for _ in 0..=self.below(2) {
            self.word(window);
        }
        match self.below(3) {
            0 => self.keys(window, "<enter>"),
            1 => self.keys(window, "<esc>"),
            _ => {}
        }
    }

    /// Lets the other window take the draft over, while whoever has it goes on typing for a while.
    fn changes_hands(&mut self) {
        let (loser, winner) = (self.writer, 1 - self.writer);
        for _ in 0..4 {
            let rests = self.windows[winner].state.overlays.is_empty();
            let types = self.windows[winner].editor().typing.is_some();
            if rests && !types {
                break;
            }
            self.keys(winner, "<esc>");
        }
        self.keys(winner, "T<down><enter>");
        self.writer = winner;
        let taken = &self.windows[winner].editor().file.read_only;
        assert_eq!(*taken, None, "{}", self.windows[winner].screen());
        for _ in 0..self.below(3) {
            match self.below(3) {
                0 => {
                    self.told.push("the winner pauses".into());
                    self.windows[winner].pause();
                }
                1 => self.types(),
                _ => {}
            }
            if self.below(2) == 0 {
                self.word(loser);
            }
        }
        self.told.push("the loser looks".into());
        self.windows[loser].focus();
    }

    /// Both are killed, and the draft is opened again.
    fn are_killed(&mut self) {
        self.told.push("both are killed".into());
        let open = |home: &Home| Sitting::resume(120, 40, home.clone(), &path(home));
        // The locks go with their programs.
        self.windows = [0, 1].map(|_| Sitting::again(120, 40, self.home.clone()));
        self.windows[0] = open(&self.home);
        self.windows[1] = open(&self.home);
        self.writer = 0;
    }

    /// Lets things happen, and returns what is wrong with what comes of it.
    fn story(&mut self) -> Option<String> {
        for _ in 0..=self.below(4) {
            for _ in 0..=self.below(3) {
                self.types();
                if self.below(3) == 0 {
                    self.told.push("the writer pauses".into());
                    self.windows[self.writer].pause();
                }
            }
            self.changes_hands();
            if self.below(4) == 0 {
                self.are_killed();
            }
        }
        for _ in 0..3 {
            for window in [1 - self.writer, self.writer] {
                self.windows[window].focus();
                self.windows[window].pause();
            }
        }
        let file = fs::read_to_string(path(&self.home)).unwrap();
        let waiting = assay::store::recovery::waiting_words(
            &self.home.path().join("state/assay"),
            &[self.home.drafts()],
            false,
        );
        // What both changed in one text is in it, and in a note.
        let (items, notes) = file.split_once("[[notes]]").unwrap_or((&file, ""));
        for word in &self.words {
            let waits = waiting.iter().any(|it| it.words.contains(word));
            match items.matches(word).count() {
                0 if waits || notes.contains(word) => {}
                1 => {}
                times => return Some(format!("{word} is there {times} times\n{file}")),
            }
        }
        None
    }
}

#[test]
fn whoever_has_the_draft_and_whatever_is_typed_when_it_changes_hands_each_word_is_there_once() {
    let first = std::env::var("ASSAY_SEED").ok();
    let first: u64 = first.and_then(|seed| seed.parse().ok()).unwrap_or(1);
    for seed in first..first + STORIES {
        let mut two = TwoWindows::new(seed);
        if let Some(wrong) = two.story() {
            panic!("ASSAY_SEED={seed}\n{}\n{wrong}", two.told.join("\n"));
        }
    }
}

#[test]
fn a_finding_that_is_typed_on_while_another_takes_the_draft_over_is_one_finding() {
    for saves_first in [false, true] {
        let home = home();
        let mut first = at(&home, 0);
        first.keys("+Alpha beta");
        let mut second = at(&home, 1);
        second.keys("T<down><enter>");
        if saves_first {
            second.pause();
        }
        first.paste(" gamma.").pause();
        second.focus();
        second.pause();
        first.focus();
        let once = [
            "The force answers.",
            "Alpha beta gamma.",
            "The force listens.",
        ];
        assert_eq!(second.texts(), once, "{saves_first}");
        assert_eq!(first.texts(), once, "{saves_first}");
        let notes = &second.editor().assessment.notes;
        assert!(notes.is_empty(), "{notes:?}");
    }
}

#[test]
fn a_draft_that_another_program_changed_and_that_is_then_taken_over_comes_back_after_a_kill() {
    let home = home();
    let mut first = at(&home, 0);
    first.keys("<enter> One.");
    let theirs = "[[findings]]\nid = \"f0\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"Theirs.\"\n\n[[findings]]";
    fs::write(path(&home), DRAFT.replacen("[[findings]]", theirs, 1)).unwrap();
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    let all = ["Theirs.", "The force answers. One.", "The force listens."];
    assert_eq!(second.texts(), all);
    drop(first.kill());
    drop(second.kill());
    let third = Sitting::resume(120, 40, home.clone(), &path(&home));
    assert_eq!(third.texts(), all);
}

#[test]
fn whoever_lost_a_draft_or_whose_file_was_changed_is_told_without_a_key() {
    let home = home();
    let path = home.drafts().join("draft.toml");
    let mut first = Sitting::looking_on(home.clone(), &path);
    // Another program.
    let text = fs::read_to_string(&path).expect("the draft");
    fs::write(&path, text.replace("listens", "hears all that is said")).expect("it is written");
    first.until(|screen| screen.contains("it hears all"));
    // Somebody else takes it over.
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    first.until(|screen| screen.contains("Your words are saved"));
    first.keys("<down>");
    let screen = first.screen();
    assert!(screen.contains("read only"), "{screen}");
    second.kill();
}

#[test]
fn a_box_that_is_open_when_the_draft_is_taken_over_says_why_it_cannot_be_answered() {
    let home = home();
    let mut first = at(&home, 0);
    first.keys("vAn interview");
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    first.keys("s<enter>");
    let field = first.state.overlays.last().and_then(|it| it.field());
    assert_eq!(field.map(|it| it.text()), Some("An interviews"));
    let screen = first.screen();
    assert!(
        screen.contains("What you typed stays") && screen.contains("T takes"),
        "{screen}"
    );
    second.kill();
}

#[test]
fn where_words_are_is_said_truly_when_a_draft_is_taken_over() {
    let home = home();
    let mut first = at(&home, 0);
    first.keys("<enter> One two").pause();
    let mut second = at(&home, 0);
    second.keys("T<down><enter>");
    first.keys(" three");
    let screen = first.screen();
    assert!(screen.contains("You were typing"), "{screen}");
    assert!(
        !screen.contains("What you typed is in the draft."),
        "{screen}"
    );
    assert!(screen.contains("review note"), "{screen}");
    second.kill();
}

#[test]
fn what_was_taken_back_waits_for_a_place_where_something_came_in_and_it_cannot_be_made_again() {
    let mut sitting = at(&home(), 1);
    sitting.keys("=Gamma words.<esc>").pause();
    sitting.keys("uu");
    assert!(
        !sitting.statement().contains("Gamma"),
        "{}",
        sitting.statement()
    );
    let text = sitting.file();
    let path = sitting.home.drafts().join("draft.toml");
    fs::write(&path, text.replace("The force", "The whole force")).expect("it is written");
    sitting.focus();
    let list = sitting
        .home
        .assay()
        .arg("recover")
        .output()
        .expect("it runs");
    let list = String::from_utf8(list.stdout).expect("text");
    assert!(list.contains("Gamma words."), "{list}");
}

#[test]
fn what_was_undone_in_a_draft_that_another_took_is_had_when_it_is_taken_back() {
    let home = home();
    let mut first = at(&home, 0);
    first.keys("<enter> Radios fail at sea.<esc>");
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    // What was typed here is not known to be taken yet.
    first.keys("u");
    first.focus();
    first.keys("<esc>T<down><enter>");
    assert_eq!(first.editor().file.read_only, None, "{}", first.screen());
    assert!(!first.texts().concat().contains("sea."));
    let waits = crate::earlier::listed(&mut first).concat();
    assert!(waits.contains("sea."), "{waits}");
}

#[test]
fn whoever_has_a_draft_keeps_the_place_of_their_words_whatever_comes_late_from_who_had_it() {
    for (late, lets_go) in [(false, false), (true, false), (true, true)] {
        let home = home();
        let mut first = at(&home, 0);
        first.keys("<enter> Stopped");
        // The first window stands still while the other takes the draft, writes and saves.
        let mut second = at(&home, 0);
        second.keys("T<down><enter>");
        to(&mut second, 0);
        second.keys("<enter> taker.<esc>").pause();
        let theirs = second.texts();
        assert_eq!(theirs[0], "The force answers. Stopped taker.");
        let mut second = Some(second);
        if lets_go {
            second.take().map(Sitting::leave);
        }
        match late {
            true => first.paste(" late words"),
            false => first.keys(" late words"),
        };
        let screen = first.screen();
        assert!(screen.contains("You were typing"), "{screen}");
        let told = screen.contains("theirs stand,");
        assert_eq!(told, late, "{screen}");
        first.pause();
        if let Some(second) = &mut second {
            second.focus().pause();
            assert_eq!(second.texts(), theirs, "{}", second.screen());
            let notes = &second.editor().assessment.notes;
            let noted = notes.iter().filter(|it| it.text.contains("late words"));
            assert_eq!(noted.count(), usize::from(late), "{notes:?}");
            assert_eq!(notes.len(), usize::from(late), "{notes:?}");
        }
        drop(second.map(Sitting::leave));
        first.kill();
        let file = fs::read_to_string(path(&home)).unwrap();
        assert!(file.contains(&theirs[0]), "{file}");
        let told = out(&home.run(&["recover"]).success());
        let kept = file.contains("late words") || told.contains("late words");
        assert!(kept, "{file}\n{told}");
    }
}

#[test]
fn whoever_has_an_inspection_keeps_its_title_whatever_comes_late_from_who_had_it() {
    let home = home();
    let text = "format = 1\nid = \"moor\"\ntitle = \"On the moor\"\ndrafts = [\"draft.toml\"]\n";
    let path = home.write("data/assay/moor.toml", text);
    let mut first = Sitting::resume(120, 40, home.clone(), &path);
    first.keys("t<ctrl-u>A late title");
    let mut second = Sitting::resume(120, 40, home.clone(), &path);
    second.keys("T<down><enter>");
    second.keys("t<ctrl-u>The taker's title<enter>").pause();
    let screen = second.screen();
    assert!(screen.contains("The taker's title"), "{screen}");
    first.keys("<enter>").pause();
    let screen = first.screen();
    assert!(screen.contains("theirs stands, and yours"), "{screen}");
    second.focus().pause();
    let file = fs::read_to_string(&path).unwrap();
    assert!(file.contains("The taker's title"), "{file}\n{screen}");
    drop((first.kill(), second.kill()));
    let told = out(&home.run(&["recover"]).success());
    assert!(told.contains("A late title"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_file_of_two_names_is_one_draft_to_whoever_opens_it_by_the_other() {
    let home = home();
    let other = home.path().join("elsewhere.toml");
    fs::hard_link(path(&home), &other).unwrap();
    let mut first = at(&home, 0);
    first.keys("<enter> First.<esc>").pause();
    let mut second = Sitting::resume(120, 40, home.clone(), &other);
    let screen = second.screen();
    assert!(screen.contains("Open elsewhere"), "{screen}");
    to(&mut second, 1);
    second.keys("<enter>x<esc>");
    assert_eq!(second.texts()[1], "The force listens.");
    // Nor does a command write it.
    let refused = home.run(&["history", other.to_str().unwrap(), "--restore", "1"]);
    let told = crate::cli::err(&refused.failure());
    assert!(told.contains("has it open"), "{told}");
    // It is taken over by either name, and free when the other ends.
    second.keys("T<down><enter>");
    to(&mut second, 1);
    second.keys("<enter> Second.<esc>").pause();
    first.focus();
    assert!(
        first.editor().file.read_only.is_some(),
        "{}",
        first.screen()
    );
    second.leave();
    first.until(|screen| screen.contains("yours to change now"));
    let texts = ["The force answers. First.", "The force listens. Second."];
    assert_eq!(first.texts(), texts);
    first.leave();
    assert_eq!(fs::read(path(&home)).unwrap(), fs::read(&other).unwrap());
}

#[cfg(unix)]
#[test]
fn a_file_that_is_given_another_name_while_it_is_open_has_one_writer_all_the_same() {
    for looks_first in [true, false] {
        let home = home();
        let other = home.path().join("elsewhere.toml");
        let mut first = at(&home, 0);
        fs::hard_link(path(&home), &other).unwrap();
        if looks_first {
            first.focus();
        }
        let mut second = Sitting::resume(120, 40, home.clone(), &other);
        first.focus();
        let [one, two] = [&first, &second].map(|it| it.editor().file.read_only.is_none());
        assert_eq!((one, two), (looks_first, !looks_first));
        let reader = if looks_first { &mut second } else { &mut first };
        let screen = reader.screen();
        assert!(screen.contains("read only"), "{screen}");
    }
}

#[test]
fn whoever_waits_for_a_file_that_is_given_another_name_does_not_take_it() {
    let home = home();
    let other = home.path().join("elsewhere.toml");
    let mut first = at(&home, 0);
    fs::hard_link(path(&home), &other).unwrap();
    // By the same name, it is read there until it is free.
    let mut second = at(&home, 0);
    second.focus();
    first.focus().keys("<enter> Still here.<esc>").pause();
    assert_eq!(first.editor().file.read_only, None, "{}", first.screen());
    assert!(second.editor().file.read_only.is_some());
}

#[test]
fn a_lock_that_is_deleted_is_made_again_for_a_file_of_two_names_too() {
    let home = home();
    fs::hard_link(path(&home), home.path().join("elsewhere.toml")).unwrap();
    let mut first = at(&home, 0);
    fs::remove_file(home.drafts().join(".draft.toml.lock")).unwrap();
    first.focus().keys("<enter> Still here.<esc>").pause();
    assert_eq!(first.editor().file.read_only, None, "{}", first.screen());
    let file = fs::read_to_string(path(&home)).unwrap();
    assert!(file.contains("Still here."), "{file}");
    assert!(home.drafts().join(".draft.toml.lock").exists());
}

#[test]
fn a_file_of_two_names_that_is_moved_is_followed() {
    let home = home();
    fs::hard_link(path(&home), home.path().join("elsewhere.toml")).unwrap();
    let mut first = at(&home, 0);
    let moved = home.drafts().join("moved.toml");
    fs::rename(path(&home), &moved).unwrap();
    first.focus();
    assert!(first.screen().contains("moved.toml"), "{}", first.screen());
    first.keys("<ctrl-s><enter>");
    assert_eq!(first.editor().file.path, moved, "{}", first.screen());
    assert_eq!(first.editor().file.read_only, None);
}

#[test]
fn a_draft_that_could_not_be_read_when_it_was_free_is_writable_when_it_can() {
    let home = home();
    let mut first = at(&home, 0);
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    first.focus();
    assert!(first.editor().file.read_only.is_some());
    let good = fs::read_to_string(path(&home)).unwrap();
    fs::write(path(&home), "text = [").unwrap();
    drop(second.kill());
    first.until(|screen| screen.contains("the list is not closed"));
    assert!(first.editor().file.read_only.is_some());
    fs::write(path(&home), good).unwrap();
    first.focus();
    first.until(|screen| !screen.contains("read only"));
    first.keys("<enter> Here again.<esc>").pause();
    let file = fs::read_to_string(path(&home)).unwrap();
    assert!(file.contains("Here again."), "{file}");
}

/// Whoever asks in a window that may only look what a key does is told that, and behind it why it does not do it.
#[test]
fn help_says_what_each_key_does_in_a_window_that_may_only_look() {
    let home = home();
    let mut first = at(&home, 0);
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    first.focus();
    first.keys("?");
    let screen = first.screen();
    assert!(
        screen.contains("Add a strength: something done well. Taken over"),
        "{screen}"
    );
    assert_eq!(
        screen.matches("Edit the text, or choose a value.").count(),
        2,
        "{screen}"
    );
    second.kill();
}

#[test]
fn prose_in_a_window_that_reads_only_does_nothing_to_what_the_other_saves_meanwhile() {
    let home = home();
    let mut first = at(&home, 0);
    first.keys("<enter> One.");
    let mut second = at(&home, 1);
    for prose in ["delay is common", "under pressure", "calls wait"] {
        let (begun, rest) = prose.split_at(3);
        first.keys(" more").pause();
        second.keys(begun);
        first.keys(" of it").pause();
        second.focus().types_on(rest);
        let screen = second.screen();
        assert!(!screen.contains("cannot be written"), "{prose}: {screen}");
        assert_eq!(second.texts(), first.texts(), "{prose}: {screen}");
        second.keys("<esc><esc>");
        to(&mut second, 1);
    }
}
