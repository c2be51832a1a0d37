//! Tables and folders of others that come into a draft, and tables that go out.

use proptest::prelude::*;

use assay::assessment::{Assessment, Item, List};
use assay::exchange::{SourceTable, Standing, TableColumns, csv_text, offers};

use crate::support::home::Home;
use crate::support::pty::Pty;

use super::{Run, err, out};

const DRAFT: &str = "# kept\nformat = 1\nid = \"d\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"  # and this\n\n[[evidence]]\nid = \"e7\"\nkind = \"interview\"\ntitle = \"Chief officer\"\ndate = 2024-03-04\n";

const INTERVIEWS: &str = "Interviewee;Type;Date of interview;Summary;Team\nSergeants of custody;Focus group;5/3/2024;\"Two lines\nof it\";Custody\n;;;;\nChief officer;;4 March 2024;;\n";

fn home() -> Home {
    let home = Home::new();
    home.write("d.toml", DRAFT);
    home.write("interviews.csv", INTERVIEWS);
    home
}

fn draft(home: &Home) -> String {
    std::fs::read_to_string(home.path().join("d.toml")).expect("the draft")
}

#[test]
fn a_table_is_shown_first_then_taken_in_and_never_twice() {
    let home = home();
    let shown = home.run(&["import", "d.toml", "interviews.csv"]).success();
    let told = out(&shown);
    assert!(told.contains("  Interviewee        title\n"), "{told}");
    assert!(
        told.contains("  Team               into the note"),
        "{told}"
    );
    assert!(
        told.contains("interviews.csv:2: Sergeants of custody: new"),
        "{told}"
    );
    assert!(
        told.contains("interviews.csv:5: Chief officer: there already, as e7"),
        "{told}"
    );
    assert!(
        err(&shown).contains("`--write` takes 1 item in"),
        "{}",
        err(&shown)
    );
    assert_eq!(draft(&home), DRAFT);

    home.run(&["import", "d.toml", "interviews.csv", "--write"])
        .success();
    let now = draft(&home);
    assert!(now.starts_with(DRAFT), "{now}");
    let new = "[[evidence]]\nid = \"e8\"\nkind = \"focus-group\"\ntitle = \"Sergeants of custody\"\ndate = 2024-03-05\nnote = \"\"\"\nTwo lines\nof it\nTeam: Custody\"\"\"\n";
    assert!(now.ends_with(new), "{now}");

    let again = home
        .run(&["import", "d.toml", "interviews.csv", "--write"])
        .success();
    assert!(out(&again).ends_with("Nothing new.\n"), "{}", out(&again));
    assert_eq!(draft(&home), now);
}

#[test]
fn what_says_something_else_than_the_draft_is_told_and_changes_nothing() {
    let home = home();
    home.write(
        "data.csv",
        "Title,Date,Kind\nChief officer,2024-03-04,survey\n",
    );
    let done = home
        .run(&["import", "d.toml", "data.csv", "--write"])
        .success();
    assert!(
        out(&done).contains("left as it is: e7 has another kind"),
        "{}",
        out(&done)
    );
    assert_eq!(draft(&home), DRAFT);
}

#[test]
fn two_rows_of_one_name_are_two_unless_they_are_the_same_and_no_two_have_one_identity() {
    let home = home();
    home.write(
        "t.csv",
        "Title,Day,Notes,ID\nPanel,5/3/2024,They wait,p1\nPanel,5/3/2024,They are trained,p1\nPanel,5/3/2024,They are trained,\nPanel,5/3/2024,They are trained,\n",
    );
    let done = home
        .run(&["import", "d.toml", "t.csv", "--write"])
        .success();
    let now = draft(&home);
    assert_eq!(now.matches("title = \"Panel\"").count(), 2, "{now}");
    assert_eq!(now.matches("id = \"p1\"").count(), 1, "{now}");
    assert!(
        out(&done).contains("the same as an earlier row"),
        "{}",
        out(&done)
    );
    assert!(
        err(&done).contains("is the identity of an earlier row"),
        "{}",
        err(&done)
    );
}

#[test]
fn figures_come_with_their_units_and_a_column_is_led_to_a_field() {
    let home = home();
    home.write(
        "data.csv",
        "Measure,Number,Force\nCalls answered,\"12,345\",Wexmoor\nVictims told,45%,Wexmoor\nCost,\"£1,200.50\",Wexmoor\nRate,about half,Wexmoor\n",
    );
    let all = [
        "import",
        "d.toml",
        "data.csv",
        "--write",
        "--column",
        "Force=period",
    ];
    home.run(&all).success();
    let now = draft(&home);
    for right in [
        "value = 12345\nlabel = \"Calls answered\"\nperiod = \"Wexmoor\"",
        "value = 45\nunit = \"percent\"\nlabel = \"Victims told\"",
        "value = 1200.50\nunit = \"£\"\nlabel = \"Cost\"",
        "value = \"about half\"\nlabel = \"Rate\"",
    ] {
        assert!(now.contains(right), "{right}\n{now}");
    }
    let wrong = home
        .run(&["import", "d.toml", "data.csv", "--column", "Force=wheel"])
        .code(2);
    assert!(
        err(&wrong).contains("no field \"wheel\"; there are id, value"),
        "{}",
        err(&wrong)
    );
}

#[test]
fn the_files_of_a_folder_become_evidence_that_is_verified_afterwards() {
    let home = home();
    home.write("files/minutes.txt", "said\n");
    home.write("files/more/audit.csv", "1\n");
    home.write("files/.hidden", "x");
    home.run(&["import", "d.toml", "files", "--write"])
        .success();
    let verified = out(&home.run(&["verify", "d.toml"]).success());
    assert_eq!(
        verified,
        "d.toml: e8: files/minutes.txt: as it was\nd.toml: e9: files/more/audit.csv: as it was\n"
    );
    let again = out(&home
        .run(&["import", "d.toml", "files", "--write"])
        .success());
    assert!(again.ends_with("Nothing new.\n"), "{again}");
}

#[test]
fn notes_are_cut_at_their_headings_and_no_word_of_them_is_dropped() {
    let home = home();
    let notes = "Began at nine.\n\n# Custody sergeants\n\nThey wait too long.\n\n- no cells\n- no doctor\n\n# Call takers\n\nNothing to tell.\n";
    home.write("files/day one.md", notes);
    let shown = out(&home
        .run(&["import", "d.toml", "files/day one.md"])
        .success());
    assert!(
        shown.contains("files/day one.md:3: Custody sergeants: new"),
        "{shown}"
    );
    home.run(&["import", "d.toml", "files/day one.md", "--write"])
        .success();
    let now = draft(&home);
    for right in [
        "title = \"day one\"\nreference = \"files/day one.md\"",
        "title = \"Custody sergeants\"",
        "note = \"\"\"\nThey wait too long.\n• no cells\n• no doctor\"\"\"",
        "note = \"Began at nine.\"",
        "note = \"Nothing to tell.\"",
    ] {
        assert!(now.contains(right), "{right}\n{now}");
    }
    let again = out(&home
        .run(&["import", "d.toml", "files/day one.md", "--write"])
        .success());
    assert!(again.ends_with("Nothing new.\n"), "{again}");
    home.write("broken.docx", "PK\u{3}\u{4}no document");
    let refused = home.run(&["import", "d.toml", "broken.docx"]).code(2);
    assert!(
        err(&refused).contains("broken.docx: it is no document of Word"),
        "{}",
        err(&refused)
    );
}

#[test]
fn a_table_that_cannot_be_read_is_told_with_its_place_and_refused_whole() {
    let home = home();
    for (name, text, told) in [
        (
            "a.csv",
            "title,kind\none,survey,x\n",
            "a.csv:2:1: cell 3 stands under no column",
        ),
        ("b.csv", "title,,kind\n", "b.csv:1:1: column 2 has no name"),
        ("c.csv", "\n\n", "c.csv:1:1: the table is empty"),
        ("d2.toml", "[[evidence]]\ntitle = \"one\n", "d2.toml:2:13:"),
        (
            "e.toml",
            "[[findings]]\ntext = \"one\"\n",
            "e.toml:1:1: \"findings\" is no list",
        ),
        (
            "f.toml",
            "[[evidence]]\ntitle = [1]\n",
            "f.toml:2:9: \"title\" is no text",
        ),
    ] {
        home.write(name, text);
        let refused = home
            .run(&["import", "d.toml", "interviews.csv", name, "--write"])
            .code(2);
        assert!(err(&refused).contains(told), "{name}: {}", err(&refused));
        assert_eq!(draft(&home), DRAFT, "{name}");
    }
}

#[test]
fn a_draft_of_which_edits_wait_is_not_written() {
    let home = home();
    let pty = Pty::start(&home, &["d.toml"], (100, 30));
    pty.see("Wexmoor");
    let refused = home
        .run(&["import", "d.toml", "interviews.csv", "--write"])
        .failure();
    assert!(err(&refused).contains("has it open"), "{}", err(&refused));
    drop(pty);
    assert_eq!(draft(&home), DRAFT);
}

#[test]
fn what_goes_out_comes_in_again_as_what_is_there() {
    let home = Home::new();
    for id in ["annual", "peel-2015", "peel-2023"] {
        let text = out(&home.run(&["example", id]).success());
        home.write("d.toml", &text);
        for table in ["figures", "evidence"] {
            let given = out(&home.run(&["export", table, "d.toml"]).success());
            home.write("out.csv", &given);
            let told = out(&home
                .run(&["import", "d.toml", "out.csv", "--list", table])
                .success());
            assert!(
                told.ends_with("Nothing new.\n") && !told.contains("another"),
                "{told}"
            );
            let rows = given.lines().count();
            assert!(
                told.matches("there already").count() > 0 || rows == 1,
                "{told}"
            );
        }
        let grades = out(&home
            .run(&["export", "grades", "d.toml", "d.toml"])
            .success());
        assert!(
            grades.starts_with("draft,body,year,framework,id,heading,"),
            "{grades}"
        );
    }
}

#[test]
fn a_text_that_a_spreadsheet_would_take_for_a_formula_goes_out_as_text() {
    let rows = vec![vec![
        "=1+1".to_owned(),
        "-5".to_owned(),
        "'quoted'".to_owned(),
    ]];
    let text = csv_text(&["title", "note", "place"], &rows);
    assert_eq!(text, "title,note,place\n'=1+1,-5,'quoted'\n");
    let table = SourceTable::from_csv(&text).expect("a table");
    let columns = TableColumns::of(&table, Some(List::Evidence));
    let found = offers(&table, &columns, &Assessment::default());
    let Some(Item::Evidence(item)) = found.first().map(|offer| &offer.item) else {
        panic!("one is offered");
    };
    assert_eq!(
        (item.title.as_str(), item.place.as_str()),
        ("=1+1", "'quoted'")
    );
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z0-9 ,;'\"€=+@.\\-]{0,12}",
        "[ -~é\\n\u{202e}\u{1b}]{0,10}",
        Just("4 March 2024".to_owned()),
        Just("£12,000".to_owned()),
    ]
}

fn name() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "Title", "kind", "Day", "Location", "Notes", "ID", "ref", "Value", "Label", "Unit",
    ];
    prop_oneof![
        proptest::sample::select(KNOWN).prop_map(str::to_owned),
        "[A-Z][a-z]{1,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Every word of a table is in what it offers as evidence, and of one of figures only what stands in a column that is
    /// told to have no place.
    #[test]
    fn no_word_of_a_table_is_dropped(
        names in proptest::collection::vec(name(), 1..6),
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 6), 0..5),
        figures in any::<bool>(),
    ) {
        let columns: Vec<&str> = names.iter().map(String::as_str).collect();
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| row.into_iter().take(columns.len()).collect())
            .collect();
        let table = SourceTable::from_csv(&csv_text(&columns, &rows)).expect("our own table");
        let list = if figures { List::Figures } else { List::Evidence };
        let uses = TableColumns::of(&table, Some(list));
        let found = offers(&table, &uses, &Assessment::default());
        prop_assert_eq!(found.len(), table.rows.len());
        for (row, offer) in table.rows.iter().zip(&found) {
            let fields = offer.item.fields();
            let all: Vec<String> = (0..fields.specs().len())
                .filter_map(|nth| fields.value(nth).map(|value| value.to_string()))
                .chain(offer.told.iter().cloned())
                .collect();
            let all = plain(&all.join(" "));
            for (nth, cell) in row.cells.iter().enumerate() {
                if uses.words(nth).starts_with("not taken") {
                    continue;
                }
                for word in assay::text::paste(cell, true).text.split_whitespace() {
                    let word = plain(word);
                    prop_assert!(
                        all.contains(&word) || day(cell) || offer.standing == Standing::Nameless,
                        "{:?} of {:?} in {:?}", word, row, all
                    );
                }
            }
        }
    }
}

/// A day is spelt anew.
fn day(cell: &str) -> bool {
    assay::assessment::Date::read(cell).is_some()
}

/// Letters and digits: a thousand's comma, a sign of a unit and the capitals of a kind are spelt anew.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|sign| sign.is_alphanumeric());
    letters.collect::<String>().to_lowercase()
}
