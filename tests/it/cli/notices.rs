//! Inspections of several bodies: the notice for the press and the thematic report, from outside.

use std::fs;

use super::{Run, err, out};
use crate::support::home::Home;
use crate::support::needs::acceptance;
use crate::support::snapshots::snapshot;

const INSPECTION: &str = include_str!("../../../assets/examples/inspection/estuary.toml");
const DRAFTS: [(&str, &str); 3] = [
    (
        "greyhaven.toml",
        include_str!("../../../assets/examples/inspection/greyhaven.toml"),
    ),
    (
        "saltmarsh.toml",
        include_str!("../../../assets/examples/inspection/saltmarsh.toml"),
    ),
    (
        "thornby.toml",
        include_str!("../../../assets/examples/inspection/thornby.toml"),
    ),
];

/// The files of the example of an inspection.
pub const FILES: [(&str, &str); 4] = [
    ("estuary.toml", INSPECTION),
    DRAFTS[0],
    DRAFTS[1],
    DRAFTS[2],
];

/// A home with the example of an inspection in it.
pub fn estuary() -> Home {
    let home = Home::new();
    for (name, text) in FILES {
        home.write(name, text);
    }
    home
}

#[test]
fn the_notice_on_london_says_what_the_press_was_told() {
    let home = Home::new();
    let files = [
        "inspection.toml",
        "city-of-london.toml",
        "metropolitan.toml",
        "british-transport.toml",
        "notice-must-say.txt",
    ];
    for file in files {
        let Some(text) = acceptance(&format!("london-soc/{file}")) else {
            return;
        };
        home.write(file, &text);
    }
    let said = out(&home.run(&["notice", "inspection.toml"]).success());
    let must = fs::read_to_string(home.path().join("notice-must-say.txt")).expect("the lines");
    for line in must.lines().filter(|line| !line.trim().is_empty()) {
        assert!(said.contains(line), "{line}\nis missing from\n{said}");
    }
    assert_eq!(
        said.lines().next(),
        must.lines().next(),
        "the hardest grade is the headline"
    );
}

#[test]
fn the_example_of_an_inspection_is_fit_for_the_press() {
    let home = estuary();
    for (name, command) in [("notice", "notice"), ("report", "print")] {
        for format in ["text", "markdown", "html"] {
            let print = [command, "estuary.toml", "--format", format];
            let done = home.run(&print).success();
            snapshot("notices", &format!("{name} as {format}"), &out(&done));
        }
    }
    for (name, _) in DRAFTS {
        let told = out(&home.run(&["check", name]).success());
        assert!(!told.contains(": error: "), "{told}");
    }
    let short = out(&home
        .run(&["notice", "estuary.toml", "--format", "md"])
        .success());
    assert!(short.starts_with("# "), "{short}");
}

#[test]
fn what_a_notice_keeps_back_is_told_to_whoever_prints_it() {
    let home = estuary();
    let told = err(&home.run(&["notice", "estuary.toml"]).success());
    assert!(
        told.contains("note: Saltmarsh Constabulary: 1 need is kept out"),
        "{told}"
    );
}

#[test]
fn a_broken_and_a_missing_draft_stop_nothing_and_are_told_with_their_place() {
    let home = estuary();
    home.write("thornby.toml", &DRAFTS[2].1.replace("adequate", "adequat"));
    fs::remove_file(home.path().join("saltmarsh.toml")).expect("a file");
    for command in ["notice", "print"] {
        let done = home.run(&[command, "estuary.toml"]).code(2);
        assert!(out(&done).contains("Greyhaven Police"), "{}", out(&done));
        let told = err(&done);
        assert!(told.contains("error: thornby.toml:"), "{told}");
        assert!(told.contains("error: saltmarsh.toml: "), "{told}");
    }
}

#[test]
fn a_notice_is_never_written_over_what_it_is_made_of() {
    let home = estuary();
    for file in ["estuary.toml", "thornby.toml"] {
        let before = fs::read(home.path().join(file)).expect("a file");
        for command in ["notice", "print"] {
            home.run(&[command, "estuary.toml", "--output", file])
                .code(1);
        }
        assert_eq!(fs::read(home.path().join(file)).expect("a file"), before);
    }
    home.run(&["notice", "estuary.toml", "--output", "n.txt"])
        .success()
        .stdout("");
    assert!(home.path().join("n.txt").exists());
}

#[test]
fn a_draft_is_no_inspection_and_an_inspection_no_draft() {
    let home = estuary();
    let told = err(&home.run(&["notice", "thornby.toml"]).code(2));
    assert!(told.contains("it is no inspection"), "{told}");
    let told = err(&home.run(&["print", "estuary.toml", "--sources"]).code(2));
    assert!(told.contains("no print with sources; print one"), "{told}");
    home.run(&[
        "notice",
        "estuary.toml",
        "--format",
        "html",
        "--width",
        "60",
    ])
    .code(2);
}

#[test]
fn an_inspection_is_listed_and_no_path_leads_out_of_its_folder() {
    let home = estuary();
    let listed = out(&home.run(&["list", "."]).success());
    let line = listed.lines().find(|line| line.contains("estuary.toml"));
    let line = line.expect("its line");
    assert!(line.contains("How the forces of the estuary"), "{line}");
    assert!(line.contains("inspection of 3"), "{line}");
    home.write("secret.toml", "password = \"cockles\"\n");
    for path in ["../secret.toml", "/etc/passwd", "a/../../secret.toml"] {
        let text = INSPECTION.replace("greyhaven.toml", path);
        home.write("inner/estuary.toml", &text);
        for command in ["notice", "print"] {
            let told = err(&home.run(&[command, "inner/estuary.toml"]).code(2));
            assert!(told.contains("error: inner/estuary.toml:15:5: "), "{told}");
            assert!(!told.contains("cockles"), "{told}");
        }
    }
}

/// The example with more in its own file and in the first of its drafts.
fn fuller(inspection: &str, draft: &str) -> Home {
    let home = estuary();
    home.write("estuary.toml", &format!("{INSPECTION}{inspection}"));
    home.write("greyhaven.toml", &format!("{}{draft}", DRAFTS[0].1));
    home
}

#[test]
fn a_notice_says_when_it_may_be_used_who_inspected_and_whom_to_ask() {
    let plain = out(&estuary().run(&["notice", "estuary.toml"]).success());
    for words in ["Embargoed", "immediate", "Contact"] {
        assert!(!plain.contains(words), "{words}: {plain}");
    }
    let more = "notes = \"\"\"\nThe fieldwork was in the spring.\n\nAll names are invented.\"\"\"\ncontact = \"Press office, 020 7946 0000\"\n";
    let notice = |release: &str| {
        let home = fuller(&format!("release = \"{release}\"\n{more}"), "");
        let checked = out(&home.run(&["check", "estuary.toml"]));
        (
            out(&home.run(&["notice", "estuary.toml"]).success()),
            checked,
        )
    };
    for (release, said, known) in [
        ("immediate", "For immediate release", true),
        (
            "2023-06-22 00:01",
            "Embargoed until 00:01 on 22 June 2023",
            true,
        ),
        (
            "2023-06-22T09:30",
            "Embargoed until 09:30 on 22 June 2023",
            true,
        ),
        ("2023-06-22", "Embargoed until 22 June 2023", true),
        (
            "22 June 2023 9:00",
            "Embargoed until 09:00 on 22 June 2023",
            true,
        ),
        ("Immediately", "Immediately", false),
        (
            "2023-06-31 00:01",
            "Embargoed until 2023-06-31 00:01",
            false,
        ),
        (
            "2023-06-22 24:00",
            "Embargoed until 2023-06-22 24:00",
            false,
        ),
    ] {
        let (text, checked) = notice(release);
        assert_eq!(text.lines().nth(2), Some(said), "{text}");
        assert_eq!(
            !checked.contains("no day or time"),
            known,
            "{release}: {checked}"
        );
    }
    let (text, _) = notice("immediate");
    for line in [
        "Between January and March 2023 we inspected the three forces of the estuary, on their own and together.",
        "- The inspection was made by His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS).",
        "- Programme: police effectiveness, efficiency and legitimacy inspections (PEEL)",
        "- The fieldwork was in the spring.",
        "- All names are invented.",
        "Press office, 020 7946 0000",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}: {text}");
    }
    let left = fuller(&format!("release = \"2023-06-22 00:01\"\n{more}"), "");
    let left = out(&left
        .run(&["notice", "estuary.toml", "--left-out"])
        .success());
    for words in ["Release", "Notes", "Contact", "Introduction"] {
        assert!(!left.lines().any(|line| line.starts_with(words)), "{left}");
    }
}

#[test]
fn what_is_not_one_clause_is_quoted_and_an_answer_to_what_is_kept_out_is_kept_out_too() {
    let draft = "
[[findings]]
id = \"cell\"
heading = \"tackling\"
kind = \"improvement\"
text = \"The force should watch one cell.\"
spoken = false
why = \"too detailed\"

[[responses]]
by = \"Commander Roe\"
lead = \"He added that\"
text = \"the force had acted at once. The inspection was unfair.\"

[[responses]]
by = \"Commander Roe\"
lead = \"He asked why\"
text = \"did nobody ask?\"

[[responses]]
by = \"Commander Roe\"
text = \"Nobody was left in a cell.\"
on = \"cell\"
";
    let home = fuller("", draft);
    let text = out(&home.run(&["notice", "estuary.toml"]).success());
    for said in [
        "“the force had acted at once. The inspection was unfair.”",
        "“did nobody ask?”",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(!text.contains("left in a cell"), "{text}");
    let left = out(&home
        .run(&["notice", "estuary.toml", "--left-out"])
        .success());
    assert!(
        left.contains("Nobody was left in a cell") || left.contains("Response"),
        "{left}"
    );
}

#[test]
fn a_notice_tells_strengths_and_what_was_found_and_answers_stand_where_they_belong() {
    let draft = "
[[findings]]
id = \"bright\"
heading = \"tackling\"
kind = \"strength\"
text = \"The force shares what it learns.\"
found = \"Every shift reads the log.\"

[[findings]]
id = \"copied\"
heading = \"tackling\"
kind = \"practice\"
text = \"The force trains others at its port.\"

[[findings]]
id = \"hidden\"
heading = \"tackling\"
kind = \"improvement\"
text = \"The force should watch one officer.\"
sensitive = true

[[responses]]
by = \"Commander Roe\"
lead = \"He added that\"
text = \"the force is committed to sharing more\"
on = \"bright\"

[[responses]]
by = \"Commander Roe\"
text = \"We are glad.\"

[[responses]]
by = \"Commander Roe\"
lead = \"He added that\"
text = \"others can come and see.\"

[[responses]]
by = \"Commander Roe\"
lead = \"He said that\"
text = \"we will do more\"

[[responses]]
by = \"Commander Roe\"
text = \"The officer has left.\"
on = \"hidden\"
";
    let home = fuller("", draft);
    let text = out(&home.run(&["notice", "estuary.toml"]).success());
    for said in [
        "\nStrengths\n- Greyhaven Police works well with Border Force at the port.\n- Greyhaven Police shares what it learns.\n  - What we found: Every shift reads the log.\n  - He added that the force is committed to sharing more. (Commander Roe)\n",
        "\nPromising practice\n- Greyhaven Police trains others at its port.\n",
        "  “We are glad.”\n  – Commander Roe\n\nHe added that others can come and see.\n\n  “we will do more”\n  – Commander Roe\n",
    ] {
        assert!(text.contains(said), "{said}\nis missing from\n{text}");
    }
    assert!(!text.contains("officer"), "{text}");
    let left = out(&home
        .run(&["notice", "estuary.toml", "--left-out"])
        .success());
    assert!(
        left.contains("Greyhaven Police: Response · In its words – sensitive")
            || left.contains("Greyhaven Police: Response – sensitive"),
        "{left}"
    );
    assert!(!left.contains("has left"), "{left}");
    let report = out(&home.run(&["print", "greyhaven.toml", "--report"]).success());
    assert!(
        report.contains(
            "  - He added that the force is committed to sharing more. (Commander Roe)\n"
        ),
        "{report}"
    );
    assert!(!report.contains("The officer has left"), "{report}");
}
