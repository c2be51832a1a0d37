use assay::assessment::*;
use assay::store::format::Refused;
use assay::store::format::framework::*;

const ANNUAL: &str = include_str!("../../../assets/frameworks/annual.toml");

/// What is told when a piece of the annual framework is replaced by another.
fn told(piece: &str, by: &str) -> Vec<String> {
    assert!(ANNUAL.contains(piece), "{piece}");
    let text = ANNUAL.replacen(piece, by, 1);
    let refused = read("mine.toml", &text).unwrap_err();
    refused.to_string().lines().map(str::to_owned).collect()
}

#[test]
fn the_annual_framework_is_read_whole() {
    let annual = read("annual.toml", ANNUAL).unwrap_or_else(|refused| panic!("{refused}"));
    assert_eq!(annual.id, "annual");
    assert_eq!(annual.scale.len(), 4);
    assert_eq!(annual.headings.len(), 5);
    assert_eq!(annual.plan.len(), 3);
    assert_eq!(annual.words.join_words, 30);
    assert_eq!(annual.look_ahead.most, 2);
    assert!(annual.ladder.iter().all(|rung| rung.about_body));
    assert_eq!(annual.rung("congratulate").unwrap().bands.len(), 2);
    assert_eq!(
        annual.rung("congratulate").unwrap().bands[0].below_good,
        Some((0, 0))
    );
    assert_eq!(
        annual.frame("impressed-by").unwrap().takes,
        Complement::Phrase
    );
    assert_eq!(annual.frame("reassured").unwrap().takes, Complement::Clause);
}

#[test]
fn the_words_of_a_report_are_the_frameworks_where_it_has_any() {
    let text = format!("{ANNUAL}\n[report]\nsummary = \"In short\"\n");
    let mut report = read("mine.toml", &text).unwrap().report;
    assert_eq!(report.words_mut("summary").unwrap(), "In short");
    let evidence = report.words_mut("evidence").cloned();
    assert_eq!(
        evidence.as_ref(),
        ReportWords::default().words_mut("evidence").map(|it| &*it)
    );
    let refused = read("mine.toml", &text.replace("summary =", "sumary =")).unwrap_err();
    assert!(
        refused.to_string().contains("did you mean \"summary\"?"),
        "{refused}"
    );
}

#[test]
fn a_list_says_only_what_a_list_by_grade_can_say() {
    let list = "[[lists]]\nid = \"x\"\nafter = \"overall\"\nwords = \"It is judged:\"\n";
    let grades = "grades = [\"good\"]\n";
    for (more, told) in [
        (
            format!("{grades}voice = \"pages\"\n"),
            "there is no voice \"pages\"; did you mean \"page\"?",
        ),
        (
            "voice = \"page\"\n".to_owned(),
            "\"voice\" is for a list by grade, and this one has no grades; write grades = [\"good\"], or leave it out",
        ),
        (
            format!("{grades}item = \"well done\"\n"),
            "\"item\" has no place for the topic; write {topic} where it goes",
        ),
        (
            format!("{grades}item = \"{{is-grade}} at {{topic}}\"\n"),
            "[[scale]] has no \"is\", and {is-grade} is spoken; write is = \"is good\", or as it is said",
        ),
    ] {
        let text = format!("{ANNUAL}\n{list}{more}");
        let refused = read("mine.toml", &text).unwrap_err().to_string();
        assert!(refused.contains(told), "{refused}");
    }
}

#[test]
fn every_rule_is_told_with_its_line_and_what_would_be_right() {
    let cases = [
        (
            "about = ",
            "abuot = ",
            "mine.toml:8:1: the framework has no key \"abuot\"; did you mean \"about\"?",
        ),
        (
            "format = 1",
            "format = 7",
            "mine.toml:4:10: the framework's format is not known; write format = 1 at the top of the file",
        ),
        (
            "id = \"annual\"",
            "id = \"An nual\"",
            "mine.toml:5:6: \"An nual\" cannot be an id; write it with a–z, 0–9 and -: \"an-nual\"",
        ),
        (
            "headings = [\"finances\"]",
            "headings = [\"victims\"]",
            "the heading \"victims\" stands twice in the plan; name it in one [[plan]] only",
        ),
        (
            "headings = [\"finances\"]",
            "headings = [\"victims\"]",
            "the heading \"finances\" stands in no plan; name it in the headings of a [[plan]]",
        ),
        (
            "headings = [\"finances\"]",
            "headings = [\"finance\"]",
            "the plan names the heading \"finance\", which there is not; did you mean \"finances\"?",
        ),
        (
            "grade = \"good\"",
            "grade = \"outstanding\"",
            "the grade \"outstanding\" stands twice on the scale; keep one of the two",
        ),
        (
            "grade = \"good\"",
            "grade = \"god\"",
            "there is no grade \"god\"; did you mean \"good\"?",
        ),
        (
            "outstanding = [2, 3]",
            "outstanding = [3, 2]",
            "the bounds of \"outstanding\" are the wrong way round; write the fewest first: [2, 3]",
        ),
        (
            "outstanding = [2, 3]",
            "outstanding = [2]",
            "\"outstanding\" is not a pair of bounds",
        ),
        (
            "[changes]",
            "[[frames]]\nid = \"satisfied\"\nwords = \"I am satisfied\"\n\n[changes]",
            "the frame has no place for what was found",
        ),
        (
            "[changes]",
            "[[frames]]\nid = \"satisfied\"\nwords = \"I {clause} that {phrase}\"\n\n[changes]",
            "the frame has more than one place",
        ),
        (
            "\"I am very pleased with the performance of {subject.name}",
            "\"{subject.nam}",
            "names {subject.nam}, which there is not; did you mean {subject.name}?",
        ),
        (
            "\"I am very pleased with the performance of {subject.name}",
            "\"{oh",
            "a brace in \"words\" is not closed",
        ),
        (
            "id = \"very-pleased\"",
            "id = \"pleased\"",
            "\"pleased\" stands twice among the ladder",
        ),
        (
            "[changes]",
            "[[frames]]\nid = \"sure\"\nwords = \"I am {adverb} sure that {clause}\"\n\n[changes]",
            "the frame has a place for an adverb, and none to choose; write adverbs = [\"very\"], or take {adverb} out",
        ),
        (
            "[changes]",
            "[[frames]]\nid = \"sure\"\nwords = \"Yes, {clause}\"\n\n[[frames]]\nid = \"sure\"\nwords = \"No, {clause}\"\n\n[changes]",
            "\"sure\" stands twice among the frames",
        ),
        (
            "[changes]",
            "[[voices]]\nid = \"press\"\nlook-ahead-first = \"We will look.\"\n\n[changes]",
            "\"look-ahead-first\" has no place for the item; write {item} where it goes",
        ),
        (
            "[changes]",
            "[[voices]]\nid = \"press\"\nperson = \"they\"\n\n[changes]",
            "\"person\" cannot be \"they\"; write one of I, we",
        ),
        (
            "opening-joined = \"{opening}, but {clause}\"",
            "opening-joined = \"{opening}, but it needs more\"",
            "\"opening-joined\" has no place for both; write {opening} at its head, and {clause} where the need goes",
        ),
        (
            "id = \"very-pleased\"",
            "id = \"none\"",
            "\"none\" is what drafts say that have no opening; give it another id",
        ),
        (
            "to see {item}.\"\nnext",
            "to see.\"\nnext",
            "\"first\" of [look-ahead] has no place for the item; write {item} where it goes",
        ),
        (
            "graded = true",
            "graded = \"yes\"",
            "\"graded\" is a text; write true or false, without quotes",
        ),
        (
            "most = 2",
            "most = -2",
            "\"most\" is a number that does not fit; write a whole number, 0 or more",
        ),
        (
            "version = \"2015\"",
            "version = 2015",
            "\"version\" is a number that does not fit; write a text between \"…\"",
        ),
        (
            "id = \"victims\"",
            "id = \"overall\"",
            "\"overall\" is the opening paragraph's own id",
        ),
    ];
    for (piece, by, wanted) in cases {
        let told = told(piece, by);
        assert!(
            told.iter().any(|line| line.contains(wanted)),
            "{by}: {told:#?}"
        );
        assert!(
            told.iter().all(|line| line.starts_with("mine.toml:")),
            "{told:#?}"
        );
    }
}

#[test]
fn an_empty_framework_lacks_everything() {
    let refused = read("mine.toml", "").unwrap_err().to_string();
    for wanted in [
        "no \"id\"",
        "no \"title\"",
        "no scale",
        "no headings",
        "format is not known",
    ] {
        assert!(refused.contains(wanted), "{refused}");
    }
}

#[test]
fn a_scale_out_of_order_is_refused() {
    let text = ANNUAL
        .replacen("grade = \"outstanding\"", "grade = \"x\"", 1)
        .replacen("grade = \"good\"", "grade = \"outstanding\"", 1)
        .replacen("grade = \"x\"", "grade = \"good\"", 1);
    let refused = read("mine.toml", &text).unwrap_err().to_string();
    assert!(refused.contains("out of order"), "{refused}");
}

const GRADED_PILLARS: &str = include_str!("../../../assets/frameworks/peel-2018.toml");
/// One that says how bodies are monitored and how a statement ends.
const ENDED: &str = include_str!("../../../assets/frameworks/peel-2023.toml");
const GRADED_OVERALL: &str = include_str!("../../../assets/frameworks/soc-2022.toml");

#[test]
fn pillars_the_grade_of_the_whole_and_the_words_for_them_are_read() {
    let pillars = read("peel-2018.toml", GRADED_PILLARS).unwrap();
    assert_eq!(pillars.counts, Counts::Pillars);
    assert_eq!(pillars.graded().count(), 12);
    assert!(pillars.judged("legitimacy").is_some() && pillars.heading("legitimacy").is_none());
    assert_eq!(pillars.headings_of("legitimacy").count(), 3);
    assert!(pillars.judgments.carried_over.contains("{from}"));
    let whole = read("soc-2022.toml", GRADED_OVERALL).unwrap();
    assert!(whole.graded_overall && whole.graded().count() == 0);
    assert_eq!(whole.scale.len(), 5);
    assert_eq!(whole.scale[3].are, "require improvement");
    assert_eq!(whole.words.office, "{majesty} Inspector of Constabulary");
}

#[test]
fn what_is_wrong_with_pillars_and_the_words_for_grades_is_told() {
    let cases = [
        (
            GRADED_PILLARS,
            "id = \"legitimacy\"",
            "id = \"specialist\"",
            "\"specialist\" is the id of a heading too; give the pillar another",
        ),
        (
            GRADED_PILLARS,
            "pillar = \"efficiency\"",
            "pillar = \"eficiency\"",
            "there is no pillar \"eficiency\"; did you mean \"efficiency\"?",
        ),
        (
            GRADED_PILLARS,
            "bands-count = \"pillars\"",
            "bands-count = \"pilars\"",
            "bands cannot count \"pilars\"; did you mean \"pillars\"?",
        ),
        (
            GRADED_PILLARS,
            "{is-grade} at {topic}",
            "{from} at {topic}",
            "\"pillar\" names {from}, which there is not",
        ),
        (
            GRADED_OVERALL,
            "are = \"are good\"\n",
            "",
            "[[scale]] has no \"are\", and {are-grade} is spoken; write are = \"are good\"",
        ),
        (
            GRADED_OVERALL,
            "office = \"{majesty}",
            "office = \"{inspector.office}",
            "\"office\" names {inspector.office}, which there is not",
        ),
        (
            ENDED,
            "[\"peel-2021\", \"peel-2025\"]",
            "[\"peel-2021\", \"peel-2023\"]",
            "a programme compares with itself; name others only",
        ),
        (
            ENDED,
            "[\"peel-2021\", \"peel-2025\"]",
            "[\"peel-2021\", \"peel-2021\"]",
            "\"peel-2021\" stands twice in not-compared-with; name it once",
        ),
        (
            ENDED,
            "[\"peel-2021\", \"peel-2025\"]",
            "[\"PEEL 2021/22\"]",
            "\"PEEL 2021/22\" is no framework's id; name the framework by its id",
        ),
        (
            ENDED,
            "id = \"engage\"",
            "id = \"scan\"",
            "\"scan\" stands twice among the monitoring; give each its own id",
        ),
        (
            ENDED,
            "{monitoring.month}",
            "{monitoring.mouth}",
            "\"words\" names {monitoring.mouth}, which there is not; did you mean {monitoring.month}?",
        ),
        (
            ENDED,
            "id = \"look-forward\"",
            "id = \"monitor\"",
            "\"monitor\" stands twice among the closings; give each its own id",
        ),
        (
            ENDED,
            "topic = \"preventing crime\"\n",
            "",
            "the heading has no topic, by which {concerns} would name it; write topic",
        ),
        (
            ENDED,
            "remit = \"in keeping people safe",
            "remit = \"in {concerns}, keeping people safe",
            "\"remit\" names {concerns}, which there is not",
        ),
        (
            GRADED_OVERALL,
            "graded-overall = true",
            "graded-overall = \"yes\"",
            "\"graded-overall\" is a text; write true or false, without quotes",
        ),
    ];
    for (text, piece, by, wanted) in cases {
        assert!(text.contains(piece), "{piece}");
        let refused = read("mine.toml", &text.replacen(piece, by, 1)).unwrap_err();
        let told = refused.to_string();
        assert!(told.contains(wanted), "{wanted}\n{told}");
    }
}

#[test]
fn every_problem_is_told_where_that_is_asked_for() {
    let many = (0..40).map(|n| format!("k{n} = 1\n")).collect::<String>();
    let few = read("mine.toml", &many).unwrap_err();
    assert!(few.problems.len() == Refused::MOST && few.more > 20);
    let all = read_at_most("mine.toml", &many, usize::MAX).unwrap_err();
    assert!(all.problems.len() > 40 && all.more == 0);
}

#[test]
fn a_part_is_found_by_its_key_its_table_or_not_at_all() {
    let text = "format = 1\n[statement]\ntitle = \"x\"\n[[frames]]\nid = \"a\"\n[[frames]]\nid = \"b\"\nwords = \"c\"\n";
    assert_eq!(place(text, "frames", 1, "words"), (8, 1));
    assert_eq!(place(text, "frames", 0, "words"), (4, 1));
    assert_eq!(place(text, "statement", 0, "title"), (3, 1));
    assert_eq!(place(text, "", 0, "format"), (1, 1));
    assert_eq!(place(text, "ladder", 0, "band"), (1, 1));
}
