use std::sync::Arc;

use assay::assessment::*;
use assay::store::format::*;
use assay::store::format::{decode, framework};

const CITY: &str = include_str!("../../data/drafts/city-of-london-2015.toml");
const ANNUAL: &str = include_str!("../../../assets/frameworks/annual.toml");

fn annual(id: &str) -> Result<Arc<Framework>, FrameworkMissing> {
    match id {
        "annual" => Ok(Arc::new(framework::read("annual", ANNUAL).unwrap())),
        "broken" => Err(FrameworkMissing::Broken {
            reason: "line 3 is wrong".into(),
        }),
        _ => Err(FrameworkMissing::Unknown {
            known: vec!["annual".into(), "soc-2022".into()],
        }),
    }
}

fn good(text: &str) -> Draft {
    read("d.toml", text, &annual).unwrap_or_else(|refused| panic!("{refused}"))
}

const HEAD: &str = "format = 1\nid = \"d\"\nframework = \"annual\"\n";

/// What is told of a draft with these lines after its head, which has three.
fn told(lines: &str) -> Vec<String> {
    let refused = read("d.toml", &format!("{HEAD}{lines}"), &annual).unwrap_err();
    refused.to_string().lines().map(str::to_owned).collect()
}

#[test]
fn the_accepted_draft_is_read_whole() {
    let draft = good(CITY);
    let it = &draft.assessment;
    assert_eq!(it.head.id, "city-of-london-2015");
    assert_eq!(it.subject.spoken, "the City of London Police");
    assert_eq!(it.overall.stance, "pleased");
    assert_eq!(it.grades.len(), 5);
    assert_eq!(it.grades["finances"].grade, Some(Grade::Good));
    assert_eq!(it.findings.len(), 21);
    assert_eq!(it.findings[2].order, Some(2));
    assert_eq!(it.findings[2].kind, Kind::Improvement);
    assert_eq!(it.findings[6].also, Some(true));
    assert_eq!(it.outlook.len(), 2);
    assert_eq!(it.figures[0].value, "50000");
    assert_eq!((draft.read_only, draft.warnings), (None, vec![]));
}

#[test]
fn values_are_kept_as_typed() {
    let draft = good(&format!(
        "{HEAD}[period]\nfieldwork-from = 2015-03-01\nfieldwork-to = \"half ty\"\n\
         [[figures]]\nid = \"a\"\nvalue = 50_000\nof = 10.30\n[[figures]]\nid = \"b\"\nvalue = \"about ten\"\n\
         [grades.victims]\nstate = \"carried-over\"\ngrade = \"good\"\nfrom = \"2014\"\n[grades.finances]\n\
         [[findings]]\nid = \"f\"\nheading = \"overall\"\nkind = \"concern\"\n\
         [[findings.recommendations]]\ntext = \"Do.\"\ndeadline = 2016-01-01\n"
    ));
    let it = draft.assessment;
    assert_eq!(it.period.fieldwork_from, "2015-03-01");
    assert_eq!(it.period.fieldwork_to, "half ty");
    assert_eq!(
        (it.figures[0].value.as_str(), it.figures[0].of.as_str()),
        ("50000", "10.30")
    );
    assert_eq!(it.figures[1].value, "about ten");
    assert_eq!(it.grades["victims"].state, Some(JudgmentState::CarriedOver));
    assert!(
        !it.grades.contains_key("finances"),
        "a table with nothing in it is no judgment"
    );
    assert_eq!(it.findings[0].recommendations[0].deadline, "2016-01-01");
}

#[test]
fn a_draft_may_be_written_in_braces_and_dots() {
    let draft = good(&format!(
        "{HEAD}subject = {{ name = \"X\" }}\ngrades.victims.grade = \"good\"\n\
         findings = [{{ id = \"a\", heading = \"victims\", kind = \"strength\", \
         recommendations = [{{ text = \"Do.\" }}] }}]\n"
    ));
    let it = draft.assessment;
    assert_eq!(it.subject.name, "X");
    assert_eq!(it.grades["victims"].grade, Some(Grade::Good));
    assert_eq!(it.findings[0].recommendations[0].text, "Do.");
}

#[test]
fn every_problem_is_told_with_its_place_and_what_would_be_right() {
    let finding = |lines: &str| {
        format!("[[findings]]\nid = \"f\"\nheading = \"victims\"\nkind = \"strength\"\n{lines}\n")
    };
    let cases = [
        (
            "[period]\nlabel = 2015\n".to_owned(),
            "d.toml:5:9: \"label\" is a number; write it in quotes: \"2015\"",
        ),
        (
            "[[findings]]\nid = \"f\"\nheadng = \"victims\"\nkind = \"strength\"\n".into(),
            "d.toml:6:1: [[findings]] has no \"heading\"; did you mean \"heading\" by \"headng\"?",
        ),
        (
            "[[findings]]\nheading = \"victims\"\n".into(),
            "d.toml:4:1: [[findings]] has no \"id\"; write id = \"…\" under [[findings]]",
        ),
        (
            "[[findings]]\nheading = \"victims\"\n".into(),
            "d.toml:4:1: [[findings]] has no \"kind\"; write kind = \"…\", one of strength, improvement, concern, practice, context under [[findings]]",
        ),
        (
            finding("stance = \"pleased-wth\""),
            "annual has no stance \"pleased-wth\"; did you mean \"pleased-with\"?",
        ),
        (
            finding("").replace("strength", "strenght"),
            "d.toml:7:8: \"strenght\" is not known as \"kind\"; did you mean \"strength\"? It may be strength, improvement",
        ),
        (
            finding("").replace("victims", "victim"),
            "d.toml:6:11: annual has no heading \"victim\"; did you mean \"victims\"? It may be overall, crime-prevention",
        ),
        (
            finding("also = \"yes\""),
            "\"also\" is a text; write true or false, without quotes",
        ),
        (
            finding("order = 1.5"),
            "\"order\" is a number; write a whole number, without quotes",
        ),
        (
            finding("evidence = \"e\""),
            "\"evidence\" is a text; write a list of ids",
        ),
        (
            finding("text = [\"a\"]"),
            "\"text\" is a list; write a text between",
        ),
        (
            finding("") + &finding(""),
            "two have the id \"f\": each finding needs its own; give this one another; the first is on line 4",
        ),
        (
            "[overall]\nstance = \"plaesed\"\n".into(),
            "d.toml:5:10: annual has no stance \"plaesed\"; did you mean \"pleased\"?",
        ),
        (
            "[grades.victim]\ngrade = \"good\"\n".into(),
            "d.toml:4:9: annual has no heading \"victim\"; did you mean \"victims\"?",
        ),
        (
            "[grades.overall]\ngrade = \"good\"\n".into(),
            "the grade for the whole stands in [overall]",
        ),
        (
            "[grades.victims]\ngrade = \"adequate\"\n".into(),
            "d.toml:5:9: the scale of annual has no grade \"adequate\"; write one of outstanding, good, requires-improvement, inadequate",
        ),
        (
            "[findings]\nid = \"f\"\n".into(),
            "\"findings\" is a list of tables; begin each of them with a line [[findings]]",
        ),
        (
            "subject = \"City\"\n".into(),
            "\"subject\" is not a table; begin it with a line [subject]",
        ),
        (
            "[grades]\nvictims = \"good\"\n".into(),
            "\"grades.victims\" is not a table; begin it with a line [grades.victims]",
        ),
        (
            "[[evidence]]\ntitle = \"x\"\n".into(),
            "[[evidence]] has no \"id\"",
        ),
        ("[[figures]]\nid = \"\"\n".into(), "\"id\" is empty"),
    ];
    for (lines, wanted) in cases {
        let told = told(&lines);
        assert!(
            told.iter().any(|line| line.contains(wanted)),
            "{lines}: {told:#?}"
        );
        assert_eq!(
            told.len(),
            told.iter()
                .filter(|line| line.starts_with("d.toml:"))
                .count()
        );
    }
}

#[test]
fn what_is_not_a_draft_is_told() {
    let refused = |text: &str| read("d.toml", text, &annual).unwrap_err().to_string();
    assert!(refused("").contains("d.toml:1:1: the file has no \"format\""));
    assert!(refused("").contains("has no \"framework\""));
    assert!(
        refused("format = 1\nid = \"x\"\ndrafts = []\n")
            .contains("d.toml:3:10: this is an inspection")
    );
    assert!(
        refused(&HEAD.replace("annual", "anual"))
            .contains("d.toml:3:13: there is no framework \"anual\"; did you mean \"annual\"?")
    );
    assert!(
        refused(&HEAD.replace("annual", "broken"))
            .contains("\"broken\" cannot be used; line 3 is wrong")
    );
    assert!(refused(&HEAD.replace("= 1", "= 0")).contains("there is no format 0"));
    assert!(refused(&HEAD.replace("= 1", "= \"1\"")).contains("\"format\" is a text"));
}

#[test]
fn broken_syntax_is_told_in_plain_words() {
    let cases = [
        ("[subject]\nname = \"X\n", "d.toml:5:"),
        (
            "[subject]\nname = City\n",
            "d.toml:5:8: \"City\" is not in quotes; write it between",
        ),
        (
            "[subject]\nname = \"a\"\nname = \"b\"\n",
            "d.toml:6:1: \"name\" stands twice here",
        ),
        (
            "[subject]\n[subject]\n",
            "d.toml:5:2: \"subject\" stands twice here",
        ),
        ("[subject\nname = \"a\"\n", "the header is not closed"),
        ("[subject]\nname\n", "a key stands alone"),
        ("[subject]\nname = \n", "a key has no value"),
        ("[subject]\nname = \"\\q\"\n", "d.toml:5:"),
        ("[subject]\nname = \"a\u{0}\"\n", "d.toml:5:"),
        (
            "[subject]\n<<<<<<< HEAD\nname = \"a\"\n=======\nname = \"b\"\n>>>>>>> theirs\n",
            "d.toml:5:1: \"<<<<<<<\" is a conflict marker of a version control system; keep what is right",
        ),
    ];
    for (lines, wanted) in cases {
        let told = told(lines);
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(told[0].contains(wanted), "{lines}: {told:#?}");
    }
    let deep = format!("x = {}1{}\n", "[".repeat(5000), "]".repeat(5000));
    assert!(told(&deep)[0].contains("too deeply"), "{:?}", told(&deep));
    let deep = format!("[{}a]\n", "a.".repeat(5000));
    assert!(told(&deep)[0].contains("too deeply"), "{:?}", told(&deep));
}

#[test]
fn many_problems_are_told_up_to_a_number_and_then_counted() {
    let lines: String = (0..30)
        .map(|n| format!("[[findings]]\nid = \"{n}\"\nkind = \"context\"\n"))
        .collect();
    let told = told(&lines);
    assert_eq!(told.len(), Refused::MOST + 1);
    assert_eq!(told.last().unwrap(), "d.toml: and 10 more");
}

#[test]
fn what_a_message_quotes_can_do_no_harm() {
    let told = told(&format!(
        "[overall]\nstance = \"\\u001b[2J{}\"\n",
        "x".repeat(5000)
    ));
    assert!(!told[0].contains('\u{1b}'), "{told:?}");
    assert!(told[0].len() < 600, "{}", told[0].len());
}

#[test]
fn slips_in_keys_are_told_and_other_keys_are_left_alone() {
    let draft = good(&format!(
        "{HEAD}[subject]\nname = \"X\"\nspokn = \"the X\"\ncolour = \"blue\"\n[perod]\nlabel = \"2015\"\n"
    ));
    let told: Vec<String> = draft.warnings.iter().map(FileProblem::to_string).collect();
    assert_eq!(
        told,
        [
            "6:1: \"spokn\" in [subject] is not read; did you mean \"spoken\"?",
            "8:1: \"perod\" is not read; did you mean \"period\"?",
        ]
    );
}

#[test]
fn a_newer_format_is_read_as_far_as_it_is_known() {
    let draft = good(&format!(
        "{}[overall]\nstance = \"glad\"\ngrade = \"superb\"\n",
        HEAD.replace("= 1", "= 2")
    ));
    assert!(draft.read_only.unwrap().contains("newer Assay (format 2)"));
    assert_eq!(draft.assessment.overall.stance, "glad");
    assert_eq!(draft.assessment.overall.grade, None);
}

#[test]
fn line_ends_and_the_byte_order_mark_are_tolerated() {
    let text =
        format!("\u{feff}{HEAD}[subject]\nname = \"\"\"one\ntwo\"\"\"\n").replace('\n', "\r\n");
    assert_eq!(good(&text).assessment.subject.name, "one\ntwo");
    let escaped = format!("{HEAD}[subject]\nname = \"one\\r\\ntwo\"\n").replace('\n', "\r\n");
    assert_eq!(good(&escaped).assessment.subject.name, "one\r\ntwo");
    let wrong = read(
        "d.toml",
        &format!("\u{feff}{}", HEAD.replace("= 1", "= 0")),
        &annual,
    )
    .unwrap_err();
    assert!(wrong.to_string().starts_with("d.toml:1:10: "), "{wrong}");
}

#[test]
fn bytes_that_are_not_text_are_refused_with_their_place() {
    let error = decode("d.toml", b"format = 1\nid = \"\xff\"\n".to_vec()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "d.toml:2:7: the byte 0xff is not UTF-8 text; save the file as UTF-8"
    );
}

#[test]
fn an_opening_tells_drafts_from_other_files() {
    let opening = |text: &str| read_opening("d.toml", text).map(|opening| opening.is_draft());
    assert_eq!(opening(HEAD), Ok(true));
    assert_eq!(opening("format = 1\nid = \"x\"\ndrafts = []\n"), Ok(false));
    assert_eq!(opening("[package]\nname = \"x\"\n"), Ok(false));
}
