//! Words typed anywhere are words: what stands in a box that is not answered is there again, by whatever the box was
//! closed; and no field goes from under the hands of whoever types in it.

use std::fs;
use std::mem::discriminant;
use std::path::PathBuf;
use std::sync::Arc;

use assay::app::layout::Pane;
use assay::app::{
    EditorRow, FileKind, Key, LibraryFile, Message, OpenedDraft, Overlay, QuestionKind, TextField,
    update,
};
use assay::assessment::{Address, Assessment, FigureField, Framework, Kind, List, Place};
use assay::store::recovery::waiting_words;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "# ours\nformat = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\nnoun = \"constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The constabulary utilises {calls} from victims.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The constabulary answers.\"\n\n[[figures]]\nid = \"calls\"\nvalue = \"120\"\nunit = \"calls\"\n";
const INSPECTION: &str =
    "format = 1\nid = \"estuary\"\ntitle = \"Estuary\"\ndrafts = [\"draft.toml\"]\n";

/// What is typed, with a blank and a letter of more than one byte.
const WORDS: &str = " words über all";

fn home() -> Home {
    let home = Home::new();
    home.write("data/assay/draft.toml", DRAFT);
    home
}

fn draft(home: &Home) -> PathBuf {
    home.drafts().join("draft.toml")
}

fn file(home: &Home) -> LibraryFile {
    LibraryFile {
        path: draft(home),
        id: "wexmoor".to_owned(),
    }
}

/// A box of each kind, in a row: a new kind of question does not compile before it has its place here.
fn after(asked: Option<&QuestionKind>, home: &Home) -> Option<QuestionKind> {
    let Some(asked) = asked else {
        return Some(QuestionKind::NewDraft);
    };
    let finding = || Address::Item(List::Findings, "f1".to_owned());
    Some(match asked {
        QuestionKind::NewDraft => QuestionKind::SaveAs(FileKind::Draft),
        QuestionKind::SaveAs(FileKind::Draft) => QuestionKind::SaveAs(FileKind::Inspection),
        QuestionKind::SaveAs(FileKind::Inspection) => QuestionKind::NextYear(file(home)),
        QuestionKind::NextYear(_) => QuestionKind::NewInspection,
        QuestionKind::NewInspection => QuestionKind::Rename(file(home)),
        QuestionKind::Rename(_) => QuestionKind::Filter,
        QuestionKind::Filter => QuestionKind::Setting("inspector.name".to_owned()),
        QuestionKind::Setting(_) => QuestionKind::NewBody,
        QuestionKind::NewBody => QuestionKind::Title,
        QuestionKind::Title => QuestionKind::Published,
        QuestionKind::Published => QuestionKind::NewFigure,
        QuestionKind::NewFigure => {
            QuestionKind::RenameFigure(Address::Item(List::Figures, "calls".to_owned()))
        }
        QuestionKind::RenameFigure(_) => QuestionKind::FileNumber {
            text: Address::Value(
                Box::new(Address::Item(List::Findings, "f2".to_owned())),
                "text".to_owned(),
            ),
            number: "120".to_owned(),
        },
        QuestionKind::FileNumber { .. } => QuestionKind::Rewrite(String::new()),
        QuestionKind::Rewrite(_) => QuestionKind::Evidence {
            finding: finding(),
            against: false,
        },
        QuestionKind::Evidence { against: false, .. } => QuestionKind::Evidence {
            finding: finding(),
            against: true,
        },
        QuestionKind::Evidence { .. } => QuestionKind::LetStand {
            rule: String::new(),
            on: String::new(),
        },
        QuestionKind::LetStand { .. } => QuestionKind::WhyByHand(String::new()),
        QuestionKind::WhyByHand(_) => QuestionKind::Replace("the".to_owned()),
        QuestionKind::Replace(_) => QuestionKind::ImportFrom,
        QuestionKind::ImportFrom => QuestionKind::Passphrase(draft(home)),
        QuestionKind::Passphrase(_) => return None,
    })
}

/// Sits down where the box can be opened, and returns the keys that open it.
fn before(asked: &QuestionKind, home: Home) -> (Sitting, &'static str) {
    let path = draft(&home);
    let inspection = |home: Home| {
        let path = home.write("data/assay/inspection/estuary.toml", INSPECTION);
        Sitting::resume(120, 40, home, &path)
    };
    let library = |home| Sitting::again(120, 40, home);
    let in_draft = |home| Sitting::resume(120, 40, home, &path);
    match asked {
        QuestionKind::NewDraft => (library(home), "n"),
        QuestionKind::SaveAs(FileKind::Draft) => (in_draft(home), "S"),
        QuestionKind::SaveAs(FileKind::Inspection) => (inspection(home), "S"),
        QuestionKind::NextYear(_) => (library(home), "y"),
        QuestionKind::NewInspection => (library(home), "i"),
        QuestionKind::Rename(_) => (library(home), "r"),
        QuestionKind::Filter => (library(home), "/"),
        QuestionKind::Setting(_) => (library(home), ",inspector.name<enter>"),
        QuestionKind::Passphrase(_) => (library(home), ""),
        QuestionKind::NewBody => (inspection(home), "n"),
        QuestionKind::Title => (inspection(home), "t"),
        QuestionKind::Published => (inspection(home), "D"),
        QuestionKind::NewFigure => (at_figures(in_draft(home)), "a"),
        QuestionKind::ImportFrom => (at_figures(in_draft(home)), "I"),
        QuestionKind::RenameFigure(_) => {
            let mut sitting = at_figures(in_draft(home));
            sitting.keys("<space>");
            let name = Place::Figure(0, FigureField::Id);
            while !matches!(sitting.editor().current(), Some(EditorRow::Field(at)) if *at == name) {
                sitting.keys("<up>");
            }
            (sitting, "<enter>")
        }
        QuestionKind::Rewrite(_) => {
            let mut sitting = at_finding(in_draft(home), 0);
            sitting.keys("<tab>");
            assert_eq!(sitting.editor().pane, Pane::Statement);
            (sitting, "e")
        }
        QuestionKind::Evidence { against, .. } => {
            let key = if *against { "V" } else { "v" };
            (at_finding(in_draft(home), 0), key)
        }
        QuestionKind::FileNumber { .. } => {
            let mut sitting = at_finding(in_draft(home), 1);
            sitting.keys("<enter> 120");
            (sitting, "<alt-.>")
        }
        QuestionKind::LetStand { .. } => (at_finding(in_draft(home), 0), "A"),
        QuestionKind::WhyByHand(_) => {
            let mut sitting = at_finding(in_draft(home), 0);
            sitting.keys("<tab>e<end> So it is.<enter>");
            (sitting, "r")
        }
        QuestionKind::Replace(_) => {
            let mut sitting = at_finding(in_draft(home), 0);
            sitting.keys("/the");
            (sitting, "<ctrl-r>")
        }
    }
}

fn to_headings(sitting: &mut Sitting) {
    for _ in 0..4 {
        if sitting.editor().pane != Pane::Headings {
            sitting.keys("<tab>");
        }
    }
}

fn at_figures(mut sitting: Sitting) -> Sitting {
    to_headings(&mut sitting);
    sitting.keys("<end><tab>");
    sitting
}

/// To a finding under victims.
fn at_finding(mut sitting: Sitting, finding: usize) -> Sitting {
    to_headings(&mut sitting);
    sitting.keys("<home><down><down><down><tab><home>");
    while sitting.editor().finding() != Some(finding) {
        sitting.keys("<down>");
    }
    sitting
}

/// Opens the box.
fn open(sitting: &mut Sitting, asked: &QuestionKind, keys: &str) {
    match asked {
        // Only the world asks for it.
        QuestionKind::Passphrase(path) => {
            let path = path.clone();
            update(&mut sitting.state, Message::Sealed { path, why: None });
            sitting.focus();
        }
        // The list behind it stays open for the next setting.
        QuestionKind::Setting(_) => {
            while !sitting.state.overlays.is_empty() {
                sitting.keys("<esc>");
            }
            sitting.keys(keys);
        }
        _ => {
            sitting.keys(keys);
        }
    }
    let Some(Overlay::Question(question)) = sitting.state.overlays.last() else {
        panic!("{asked:?} is not asked:\n{}", sitting.screen());
    };
    assert_eq!(discriminant(&question.asked), discriminant(asked));
}

fn field(sitting: &Sitting) -> &TextField {
    let overlay = sitting.state.overlays.last().expect("a box is open");
    overlay.field().expect("words are typed in it")
}

/// A box of each kind, open.
pub fn each() -> Vec<Sitting> {
    let first = home();
    let mut asked = after(None, &first);
    let mut all = Vec::new();
    while let Some(now) = asked {
        let (mut sitting, keys) = before(&now, home());
        open(&mut sitting, &now, keys);
        asked = after(Some(&now), &first);
        all.push(sitting);
    }
    all
}

const BACK: &str = "What you typed here before is back";

#[test]
fn what_is_typed_in_a_box_of_whichever_kind_is_back_until_it_is_answered_or_cleared() {
    let first = home();
    let mut asked = after(None, &first);
    let mut met = 0;
    while let Some(now) = asked {
        kept(&now);
        asked = after(Some(&now), &first);
        met += 1;
    }
    assert_eq!(met, 22, "each was tried");
}

fn kept(asked: &QuestionKind) {
    let of = |sitting: &Sitting| field(sitting).text().to_owned();
    let (mut sitting, keys) = before(asked, home());
    open(&mut sitting, asked, keys);
    let begun = of(&sitting);
    assert!(!sitting.screen().contains(BACK), "{asked:?}");
    sitting.keys(WORDS);
    let typed = format!("{begun}{WORDS}");
    assert_eq!(of(&sitting), typed, "{asked:?}");
    if asked.is_secret() {
        return forgotten(sitting, asked, keys);
    }
    // Esc keeps it, and says so when it is opened again.
    sitting.keys("<esc>");
    open(&mut sitting, asked, keys);
    assert_eq!(of(&sitting), typed, "{asked:?}");
    let screen = sitting.screen();
    assert!(
        screen.contains(BACK) && screen.contains("über all"),
        "{screen}"
    );
    // It does so after a kill, typed to the last letter, and once more after an end in peace.
    sitting.keys("!");
    let typed = match asked {
        // Where a box opens empty what was kept gives way to what is typed next, and comes back by undo; what was cut last
        // has it too.
        _ if begun.is_empty() || *asked == QuestionKind::Filter => {
            assert_eq!(of(&sitting), "!", "{asked:?}");
            sitting.keys("<ctrl-z>");
            assert_eq!(of(&sitting), typed, "{asked:?}");
            sitting.keys("<end>?<ctrl-u>");
            if *asked != QuestionKind::Filter {
                sitting.keys("!<ctrl-v>");
                assert_eq!(of(&sitting), format!("!{typed}?"), "{asked:?}");
            }
            sitting.keys("<ctrl-u>!");
            "!".to_owned()
        }
        _ => format!("{typed}!"),
    };
    let (mut sitting, keys) = before(asked, sitting.kill());
    open(&mut sitting, asked, keys);
    assert_eq!(of(&sitting), typed, "{asked:?}");
    let (mut sitting, keys) = before(asked, sitting.leave());
    open(&mut sitting, asked, keys);
    assert_eq!(of(&sitting), typed, "{asked:?}");
    // What is cleared is forgotten, and stays forgotten.
    sitting.keys("<ctrl-u><esc>");
    open(&mut sitting, asked, keys);
    assert_eq!(of(&sitting), begun, "{asked:?}");
    let (mut sitting, keys) = before(asked, sitting.kill());
    open(&mut sitting, asked, keys);
    assert_eq!(of(&sitting), begun, "{asked:?}");
}

/// A file with which the words of a box are kept is taken over while they are typed, and the program is killed.
fn taken_over(asked: &QuestionKind, home: Home) -> (Home, PathBuf, String) {
    let of = |sitting: &Sitting| field(sitting).text().to_owned();
    let (mut sitting, keys) = before(asked, home);
    open(&mut sitting, asked, keys);
    let typed = format!("{}{WORDS}", of(&sitting));
    let (one, other) = WORDS.split_at(5);
    sitting.keys(one);
    let draft = sitting.state.editor.as_ref().map(|it| &it.file);
    let file = draft.or(sitting.state.grid.as_ref().map(|it| &it.file));
    let path = file.unwrap().path.clone();
    let mut second = Sitting::resume(120, 40, sitting.home.clone(), &path);
    second.keys("T<down><enter>");
    sitting.keys(other);
    assert_eq!(of(&sitting), typed, "{asked:?}");
    let home = sitting.kill();
    drop(second);
    // Whatever is about a file is kept with it, and so sealed as it is.
    let waiting = waiting_words(&home.path().join("state/assay"), &[home.drafts()], false);
    let mut waiting = waiting.iter().filter(|it| it.words == typed);
    let file = waiting.next().and_then(|it| it.file.clone());
    assert_eq!(file, Some(path.canonicalize().unwrap()), "{asked:?}");
    (home, path, typed)
}

#[test]
fn what_is_typed_after_a_take_over_in_a_box_of_whichever_kind_is_kept() {
    let first = home();
    let kinds = std::iter::successors(after(None, &first), |now| after(Some(now), &first));
    let mut met = 0;
    for asked in kinds.filter(|asked| asked.kept_with(Some(FileKind::Draft)).is_some()) {
        for renamed in [false, true] {
            let (home, path, typed) = taken_over(&asked, home());
            if renamed {
                // Whoever opens it by its new name has the words, and by that they are in its own journal.
                let name = path.with_file_name("renamed.toml");
                fs::rename(&path, &name).unwrap();
                drop(Sitting::resume(120, 40, home.clone(), &name));
                fs::rename(&name, &path).unwrap();
            }
            for _ in 0..2 {
                let (mut third, keys) = before(&asked, home.clone());
                open(&mut third, &asked, keys);
                assert_eq!(field(&third).text(), typed, "{asked:?}, {renamed}");
            }
        }
        met += 1;
    }
    assert_eq!(met, 14, "each was tried");
}

#[test]
fn what_waits_outside_the_journal_of_a_draft_is_not_its_copys() {
    let asked = QuestionKind::Evidence {
        finding: Address::Item(List::Findings, "f1".to_owned()),
        against: false,
    };
    let (home, path, typed) = taken_over(&asked, home());
    let copy = path.with_file_name("copy.toml");
    fs::copy(&path, &copy).unwrap();
    let mut sitting = at_finding(Sitting::resume(120, 40, home.clone(), &copy), 0);
    sitting.keys("v");
    assert_eq!(field(&sitting).text(), "");
    drop(sitting);
    let mut sitting = at_finding(again(&home), 0);
    sitting.keys("v");
    assert_eq!(field(&sitting).text(), typed);
}

#[test]
fn what_was_typed_while_somebody_else_had_the_draft_is_there_when_it_is_free() {
    let first = again(&home());
    let mut second = again(&first.home);
    second.paste(" Pasted");
    first.leave();
    // The lock is free, and the draft is opened once more.
    second.until(|screen| screen.contains("yours to change now"));
    second.paste(" here.");
    let mut third = at_finding(again(&second.kill()), 1);
    third.keys("<enter><ctrl-v><ctrl-v>");
    assert!(
        third.texts()[1].ends_with("answers. here. Pasted"),
        "{:?}",
        third.texts()
    );
    let mut fourth = at_finding(again(&third.leave()), 1);
    fourth.keys("<enter><ctrl-v>");
    assert!(
        fourth.texts()[1].ends_with("answers. here. Pasted"),
        "put in once"
    );
}

#[test]
fn what_was_cut_is_put_back_after_a_kill_by_the_key_that_puts_it_back() {
    let mut sitting = at_finding(again(&home()), 1);
    sitting.keys("<enter><ctrl-alt-a><ctrl-x>");
    assert_eq!(sitting.texts()[1], "");
    let cut = "The constabulary answers.";
    let mut sitting = at_finding(again(&sitting.kill()), 1);
    let told = sitting.home.assay().arg("recover").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(
        told.contains(&format!("what was cut last: {cut}")),
        "{told}"
    );
    sitting.keys("<enter><ctrl-v>");
    assert_eq!(sitting.texts()[1], cut);
    // Back in the draft, it waits no more.
    let told = sitting.home.assay().arg("recover").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(!told.contains("what was cut last"), "{told}");
    // So is what was cut out of a box.
    sitting.keys("<esc>vAn interview<ctrl-alt-a><ctrl-x>");
    let mut sitting = at_finding(again(&sitting.kill()), 1);
    sitting.keys("V<ctrl-v>");
    assert_eq!(field(&sitting).text(), "An interview");
}

#[test]
fn what_was_cut_and_what_was_pasted_are_both_put_in_the_last_one_first() {
    let mut sitting = at_finding(again(&home()), 1);
    sitting
        .keys("<enter><ctrl-alt-a><ctrl-x><esc>")
        .paste(" Pasted.");
    sitting.keys("<enter><ctrl-v><ctrl-v>");
    assert_eq!(sitting.texts()[1], " Pasted.The constabulary answers.");
    sitting.keys("<esc>").paste(" Again.");
    sitting.keys("<enter><ctrl-alt-a><ctrl-x><ctrl-v><ctrl-v>");
    let both = " Pasted.The constabulary answers. Again.";
    assert_eq!(sitting.texts()[1], both);
    // And after a kill.
    sitting.keys("<ctrl-alt-a><ctrl-x><esc>").paste(" More.");
    let mut sitting = at_finding(again(&sitting.kill()), 1);
    sitting.keys("<enter><ctrl-v><ctrl-v>");
    assert_eq!(sitting.texts()[1], format!(" More.{both}"));
}

/// What is secret is kept nowhere: neither in the box nor in any file.
fn forgotten(mut sitting: Sitting, asked: &QuestionKind, keys: &str) {
    sitting.keys("<esc>");
    open(&mut sitting, asked, keys);
    assert_eq!(field(&sitting).text(), "");
    sitting.keys(WORDS);
    let home = sitting.leave();
    let mut files = 0;
    let mut folders = vec![home.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            assert!(!text.contains("über"), "{}", path.display());
            files += 1;
        }
    }
    assert!(files > 0);
}

#[test]
fn an_answer_that_is_taken_is_forgotten_and_one_that_comes_to_nothing_is_not() {
    let (mut sitting, _) = before(&QuestionKind::NewDraft, home());
    // The name is typed, and the list of frameworks that comes then is left.
    sitting.keys("nNorthmoor Police<enter><esc>n");
    assert_eq!(field(&sitting).text(), "Northmoor Police");
    sitting.keys("<enter><enter>");
    assert_eq!(sitting.editor().assessment.subject.name, "Northmoor Police");
    sitting.keys("<esc>qn");
    assert_eq!(field(&sitting).text(), "");
    // What cannot be done is no answer.
    sitting.keys("<esc>");
    while sitting
        .state
        .library
        .chosen()
        .unwrap()
        .path
        .file_name()
        .unwrap()
        != "draft.toml"
    {
        sitting.keys("<down>");
    }
    fs::rename(draft(&sitting.home), sitting.home.path().join("gone.toml")).unwrap();
    sitting.keys("r<ctrl-u>elsewhere<enter><down><enter>r");
    assert_eq!(field(&sitting).text(), "elsewhere");
}

#[test]
fn what_is_typed_to_narrow_a_list_is_offered_again_and_gives_way_to_the_next_letter() {
    let mut sitting = Sitting::again(120, 40, home());
    // The commands open empty: `room` has that.
    for keys in ["n<ctrl-u>Somewhere<enter>", "x"] {
        sitting.keys(keys).keys("per");
        sitting.keys("<esc>").keys(keys);
        assert_eq!(field(&sitting).text(), "per", "{keys}");
        assert!(sitting.screen().contains("typed here before"));
        sitting.keys("x");
        assert_eq!(field(&sitting).text(), "x", "{keys}");
        sitting.keys("<backspace><esc>");
    }
}

#[test]
fn a_box_has_the_keys_of_every_field() {
    let mut sitting = Sitting::again(120, 40, home());
    for keys in ["n", "/", ":"] {
        sitting.keys(keys).keys("one two");
        let text = |sitting: &Sitting| field(sitting).text().to_owned();
        sitting.keys("<ctrl-z>");
        assert_eq!(text(&sitting), "one ", "{keys}");
        sitting.keys("<ctrl-y>");
        assert_eq!(text(&sitting), "one two", "{keys}");
        sitting.keys("<ctrl-left>x<ctrl-right><shift-left><shift-left><ctrl-x>");
        assert_eq!(text(&sitting), "one xt", "{keys}");
        sitting.keys("<ctrl-v>");
        assert_eq!(text(&sitting), "one xtwo", "{keys}");
        sitting.keys("<ctrl-alt-a><backspace>");
        assert_eq!(text(&sitting), "", "{keys}");
        sitting.keys("<esc>");
    }
}

fn again(home: &Home) -> Sitting {
    Sitting::resume(120, 40, home.clone(), &draft(home))
}

#[test]
fn a_draft_that_is_taken_over_while_somebody_types_takes_no_letter_for_a_command() {
    let mut first = at_finding(again(&home()), 0);
    first.keys("<enter> And more.");
    let mut second = again(&first.home);
    second.keys("T<down><enter>");
    first.pause();
    let screen = first.screen();
    assert!(
        screen.contains("You were typing") && screen.contains("Taken over"),
        "{screen}"
    );
    let before = format!("{:?}", first.editor().current());
    first.keys("qdJupD?").paste("quit d");
    assert_eq!(first.state.overlays.len(), 1, "{}", first.screen());
    assert_eq!(format!("{:?}", first.editor().current()), before);
    first.keys("<esc>");
    assert!(first.state.overlays.is_empty() && first.state.editor.is_some());
    assert!(first.texts()[0].ends_with("And more."));
    second.focus();
    assert!(second.texts()[0].ends_with("And more."));
}

#[test]
fn words_in_a_box_go_along_when_the_draft_is_taken_over_and_what_is_typed_after_it_is_kept() {
    let mut first = at_finding(again(&home()), 0);
    first.keys("vAn inter");
    let mut second = again(&first.home);
    second.keys("T<down><enter>");
    first.keys("v");
    let screen = first.screen();
    assert!(screen.contains("Taken over"), "told at once: {screen}");
    assert_eq!(field(&first).text(), "An interv", "the box stays");
    first.keys("iew");
    let mut second = at_finding(second, 0);
    second.keys("v");
    assert_eq!(field(&second).text(), "An inter", "as far as it was then");
    let home = first.kill();
    drop(second);
    let told = home.assay().arg("recover").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(
        told.contains("evidence for finding “The") && told.contains("An interview"),
        "{told}"
    );
    // Both are met by whoever opens the box next, and one is the beginning of the other.
    let mut third = at_finding(again(&home), 0);
    third.keys("v");
    assert_eq!(field(&third).text(), "An interview");
    third.keys("<enter><esc>");
    let mut third = at_finding(again(&third.leave()), 0);
    third.keys("v");
    assert_eq!(field(&third).text(), "", "answered, and forgotten by both");
}

#[test]
fn a_window_in_which_nothing_was_typed_yet_keeps_what_is_typed_after_a_take_over() {
    for keys in ["vAn interview", "<enter> More."] {
        let mut first = at_finding(again(&home()), 0);
        let mut second = again(&first.home);
        second.keys("T<down><enter>");
        let (begin, rest) = keys.split_at(keys.find(|it| "AM".contains(it)).unwrap() + 1);
        first.keys(begin);
        let screen = first.screen();
        assert!(screen.contains("Taken over"), "{keys}: {screen}");
        first.keys(rest);
        let mut second = at_finding(second, 1);
        second.keys("<enter> Theirs.<esc>");
        let home = first.kill();
        drop(second);
        let mut third = at_finding(again(&home), 0);
        assert!(third.texts()[1].ends_with("Theirs."));
        match keys.starts_with('v') {
            true => {
                third.keys("v");
                assert_eq!(field(&third).text(), "An interview");
            }
            // The first letter told of it, and those behind it did nothing.
            false => assert!(
                third.texts()[0].ends_with("victims. "),
                "{:?}",
                third.texts()
            ),
        }
    }
}

#[test]
fn words_are_kept_where_somebody_deletes_the_journal_while_they_are_typed() {
    for keys in ["vAn inter", "<enter> Mo"] {
        let mut sitting = at_finding(again(&home()), 0);
        sitting.keys(keys);
        fs::remove_dir_all(sitting.home.path().join("state/assay/journals")).unwrap();
        sitting.keys("xy");
        let mut sitting = at_finding(again(&sitting.kill()), 0);
        match keys.starts_with('v') {
            true => {
                sitting.keys("v");
                assert_eq!(field(&sitting).text(), "An interxy");
            }
            false => assert!(
                sitting.texts()[0].ends_with(" Moxy"),
                "{:?}",
                sitting.texts()
            ),
        }
    }
}

#[test]
fn words_that_wait_elsewhere_know_their_draft_by_whatever_path_it_is_opened() {
    let home = home();
    // By a path with a detour.
    let detour = home.drafts().join("../assay/draft.toml");
    let mut first = at_finding(Sitting::resume(120, 40, home.clone(), &detour), 0);
    let mut second = again(&home);
    second.keys("T<down><enter>");
    first.keys("vAn interview");
    drop(first.kill());
    drop(second);
    let mut third = at_finding(again(&home), 0);
    third.keys("v");
    assert_eq!(field(&third).text(), "An interview");
}

#[test]
fn a_finding_that_is_removed_elsewhere_while_it_is_typed_in_takes_no_letter_for_a_command() {
    let mut sitting = at_finding(again(&home()), 0);
    sitting.keys("<enter> And more.").pause();
    let saved = fs::read_to_string(draft(&sitting.home)).unwrap();
    let (from, to) = (saved.find("[[findings]]"), saved.rfind("[[findings]]"));
    let without = format!("{}{}", &saved[..from.unwrap()], &saved[to.unwrap()..]);
    fs::write(draft(&sitting.home), without).unwrap();
    sitting.focus();
    if sitting.editor().typing.is_some() {
        // It stays: then it is typed in still.
        sitting.keys(" Yes.");
        assert!(sitting.texts()[0].ends_with("And more. Yes."));
        return;
    }
    let screen = sitting.screen();
    assert!(
        screen.contains("You were typing")
            && screen.contains("no longer in the draft")
            && screen.contains("And more."),
        "{screen}"
    );
    sitting.keys("dJq");
    assert_eq!(sitting.texts().len(), 1);
    sitting.keys("<enter>u");
    assert!(
        sitting.texts()[0].ends_with("And more."),
        "{:?}",
        sitting.texts()
    );
}

#[test]
fn what_comes_up_over_a_field_takes_no_letter_that_was_meant_for_it() {
    let mut sitting = at_finding(again(&home()), 0);
    sitting.keys("<enter> And");
    let path = draft(&sitting.home);
    update(&mut sitting.state, Message::Sealed { path, why: None });
    sitting.keys(" more.");
    let words = |sitting: &Sitting| sitting.texts()[0].clone();
    assert!(words(&sitting).ends_with(" And"), "{}", words(&sitting));
    sitting.keys("<enter>");
    assert_eq!(
        field(&sitting).text(),
        "",
        "no letter of it became a secret"
    );
    sitting.keys("<esc> more.");
    assert!(words(&sitting).ends_with(" And more."));
}

#[test]
fn a_draft_that_is_opened_while_a_box_is_typed_in_keeps_its_words() {
    let mut sitting = Sitting::again(120, 40, home());
    sitting.keys("nNorth");
    // A draft that was asked for before comes from a disk that is slow.
    let opened = OpenedDraft::plain(
        Assessment::default(),
        Arc::new(Framework::default()),
        PathBuf::from("elsewhere.toml"),
    );
    update(&mut sitting.state, Message::OpenedDraft(Box::new(opened)));
    sitting.keys("moor");
    assert_eq!(sitting.state.overlays.len(), 1, "{}", sitting.screen());
    // It has no file here, so it is closed at the second word.
    sitting.keys("<enter>qq");
    assert!(sitting.state.editor.is_none(), "{}", sitting.screen());
    sitting.keys("n");
    assert_eq!(field(&sitting).text(), "North");
}

#[test]
fn undo_that_takes_a_new_finding_away_takes_no_letter_for_a_command() {
    let mut sitting = at_finding(again(&home()), 1);
    sitting.keys("a<ctrl-z>");
    assert_eq!(sitting.texts().len(), 2);
    sitting.keys("dq");
    assert_eq!(sitting.texts().len(), 2, "{}", sitting.screen());
    assert!(
        sitting.screen().contains("You were typing"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn esc_never_changes_a_text_and_takes_no_offer() {
    let mut sitting = at_finding(again(&home()), 0);
    let before = sitting.texts();
    sitting.keys("<enter><ctrl-home>");
    let inside = "The constabulary utilises {ca".chars().count();
    for _ in 0..inside {
        sitting.keys("<right>");
    }
    sitting.keys("<down>");
    let offers = &sitting.editor().typing.as_ref().unwrap().offers;
    assert_eq!(offers.list.at(), Some(0), "{}", sitting.screen());
    sitting.keys("<esc>");
    assert_eq!(sitting.texts(), before);
    assert!(
        sitting.editor().typing.is_some(),
        "the offer was left first"
    );
    sitting.keys("<esc>");
    assert_eq!(sitting.texts(), before);
    assert!(sitting.editor().typing.is_none());
}

#[test]
fn an_offer_that_is_taken_inside_a_name_takes_the_place_of_all_of_it() {
    let mut sitting = at_finding(again(&home()), 0);
    let before = sitting.texts();
    sitting.keys("<enter><ctrl-home>");
    for _ in 0.."The constabulary utilises {ca".chars().count() {
        sitting.keys("<right>");
    }
    sitting.keys("<down><enter>");
    assert_eq!(sitting.texts(), before, "the same name once more");
}

#[test]
fn undo_closes_what_was_offered_for_what_it_takes_back() {
    let mut sitting = at_finding(again(&home()), 1);
    sitting.keys("<enter> {");
    let many = |sitting: &Sitting| {
        sitting
            .editor()
            .typing
            .as_ref()
            .unwrap()
            .offers
            .list
            .all()
            .len()
    };
    assert!(many(&sitting) > 0);
    sitting.keys("<ctrl-z>");
    assert_eq!(many(&sitting), 0, "{}", sitting.screen());
}

#[test]
fn undo_that_makes_a_name_whole_again_lays_no_list_over_the_text() {
    let mut sitting = at_finding(again(&home()), 0);
    let before = sitting.texts();
    sitting.keys("<enter><ctrl-home>");
    for _ in 0.."The constabulary utilises {ca".chars().count() {
        sitting.keys("<right>");
    }
    sitting.keys("<backspace>");
    assert_ne!(sitting.texts(), before);
    sitting.keys("<ctrl-z>");
    assert_eq!(sitting.texts(), before);
    let offers = &sitting.editor().typing.as_ref().unwrap().offers;
    assert_eq!(offers.list.all().len(), 0, "{}", sitting.screen());
}

#[test]
fn however_often_esc_is_pressed_to_leave_a_field_the_draft_stays_open() {
    let mut sitting = at_finding(again(&home()), 0);
    sitting.keys("<enter> More.<esc><esc><esc><esc><esc>");
    assert!(sitting.state.editor.is_some());
    assert!(
        sitting.screen().contains("q closes the draft"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<down><esc>");
    assert!(sitting.state.editor.is_some(), "Esc never leaves a draft");
    sitting.keys("q");
    assert!(sitting.state.editor.is_none());
}

#[test]
fn a_list_that_is_open_stays_with_the_finding_that_it_is_about() {
    let mut sitting = at_finding(again(&home()), 1);
    sitting.keys("t");
    let (from, to) = (DRAFT.find("[[findings]]"), DRAFT.rfind("[[findings]]"));
    let without = format!("{}{}", &DRAFT[..from.unwrap()], &DRAFT[to.unwrap()..]);
    fs::write(draft(&sitting.home), without).unwrap();
    sitting.focus();
    sitting.keys("concern<enter>");
    let findings = &sitting.editor().assessment.findings;
    let kinds = findings.iter().map(|it| (it.id.as_str(), it.kind));
    let kinds: Vec<_> = kinds.collect();
    assert_eq!(kinds, [("f2", Kind::Concern)]);
}

#[test]
fn another_name_that_was_typed_for_one_draft_is_not_offered_for_another() {
    let home = Home::new();
    let one = home.write("data/assay/one.toml", DRAFT);
    let other = home.write(
        "data/assay/other.toml",
        &DRAFT.replace("id = \"", "id = \"b"),
    );
    let mut sitting = Sitting::resume(120, 40, home, &one);
    sitting.keys("SWexmoor");
    let mut sitting = Sitting::resume(120, 40, sitting.kill(), &other);
    sitting.keys("S");
    assert!(sitting.screen().contains("other"), "{}", sitting.screen());
    let typed = |sitting: &Sitting| sitting.screen().contains("tomlWexmoor");
    assert!(!typed(&sitting), "{}", sitting.screen());
    let mut sitting = Sitting::resume(120, 40, sitting.kill(), &one);
    sitting.keys("S");
    assert!(typed(&sitting), "{}", sitting.screen());
}

#[test]
fn undo_goes_on_behind_the_page_that_says_what_it_took_away() {
    let mut sitting = at_finding(again(&home()), 0);
    let (before, depth) = (sitting.texts(), sitting.editor().undo_depth());
    let mut pages = 0;
    // Three kinds of new findings, and words in two of them.
    sitting.keys("a<esc>aMo<esc>!In");
    while sitting.editor().undo_depth() > depth {
        let steps = sitting.editor().undo_depth();
        sitting.keys("<ctrl-z>");
        let screen = sitting.screen();
        assert_eq!(sitting.editor().undo_depth(), steps - 1, "{screen}");
        if screen.contains("no longer in the draft") {
            pages += 1;
            assert!(screen.contains("then U brings it back"), "{screen}");
        }
    }
    assert_eq!(sitting.texts(), before);
    assert!(pages > 0);
    // And so does the step the other way: nothing is lost by it. What was left empty was none.
    sitting.keys("<ctrl-y>");
    assert_eq!(sitting.editor().undo_depth(), depth + 2);
    // What a step that is made again takes away, undo brings back.
    let mut sitting = at_finding(again(&home()), 0);
    sitting.keys("du<enter><ctrl-y>");
    let screen = sitting.screen();
    assert!(screen.contains("then u brings it back"), "{screen}");
}

#[test]
fn what_comes_of_something_else_takes_no_answer_for_given() {
    let mut sitting = Sitting::new(120, 40);
    sitting.keys("nWexmoor and the coast<enter>");
    // The frameworks are asked for, and a copy made before comes about.
    sitting.message(Message::Done("12 characters copied.".to_owned()));
    sitting.keys("<esc>n");
    let screen = sitting.screen();
    assert!(screen.contains("Wexmoor and the coast"), "{screen}");
}

#[test]
fn a_title_that_is_not_answered_yet_is_kept_when_another_inspection_opens_meanwhile() {
    let mut sitting = Sitting::at_library(120, 40, Home::new());
    sitting.keys("iNorthern<space>forces");
    for key in Key::sequence("<enter>").unwrap() {
        // What is asked of the disk is still under way.
        let effects = update(&mut sitting.state, Message::Key(key));
        assert!(!effects.is_empty());
    }
    sitting.open(INSPECTION);
    assert!(sitting.state.grid.is_some());
    sitting.keys("<esc>qi");
    assert!(
        sitting.screen().contains("Northern forces"),
        "{}",
        sitting.screen()
    );
}
