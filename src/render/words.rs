//! The names of things in plain words.

use super::line;
use crate::assessment::{
    Address, Assessment, Change, Finding, Framework, Join, JudgmentState, List, OVERALL, Outlook,
    Refer, TRAY,
};
use crate::grammar::Certainty;
use crate::statement::{ReadAs, Reason, Source, Unspoken, WeavingRule};

/// The number of words of a text that are enough to know it by.
const FEW: usize = 8;

/// Returns one line on something that is not spoken: where it stands, its first words, and why. Ids are nobody's words.
///
/// The words of a sensitive finding are not among them: they are kept out of everything that is printed,
/// this list too.
///
/// ```
/// use std::sync::Arc;
/// use assay::assessment::{Assessment, Finding, Framework, Heading, List};
/// use assay::render;
/// use assay::statement::{Reason, Source, Unspoken};
///
/// let mut framework = Framework::default();
/// framework.headings.push(Heading { id: "money".into(), title: "Money".into(), ..Heading::default() });
/// let mut draft = Assessment::new("d", &framework);
/// draft.findings.push(Arc::new(Finding {
///     id: "f1".into(),
///     heading: "money".into(),
///     text: "The force has a plan.".into(),
///     ..Finding::default()
/// }));
/// let left = |reason| Unspoken { source: Source::item(List::Findings, "f1"), reason };
/// assert_eq!(
///     render::unspoken(&left(Reason::Silenced("too detailed".into())), &draft, &framework),
///     "Money: “The force has a plan.” – kept out by the author: too detailed",
/// );
/// assert_eq!(
///     render::unspoken(&left(Reason::Sensitive), &draft, &framework),
///     "Money: one finding – sensitive",
/// );
/// ```
pub fn unspoken(unspoken: &Unspoken, assessment: &Assessment, framework: &Framework) -> String {
    let mut outlook = assessment.outlook.iter();
    let id = |list| unspoken.source.id_in(list);
    let finding = id(List::Findings).and_then(|id| assessment.finding(id));
    let item = id(List::Outlook).and_then(|id| outlook.find(|each| each.id == id));
    let same = said_by(unspoken).and_then(|id| {
        let finding = assessment.finding(id).map(|it| &it.text);
        let mut outlook = assessment.outlook.iter();
        finding.or_else(|| Some(&outlook.find(|it| it.id == id)?.text))
    });
    describe(
        unspoken,
        framework,
        (finding, item.map(AsRef::as_ref)),
        same.map(String::as_str),
    )
}

/// Returns the id of what says the same as something that is not spoken.
pub(super) fn said_by(unspoken: &Unspoken) -> Option<&str> {
    match &unspoken.reason {
        Reason::SaidBy(id) => Some(id),
        _ => None,
    }
}

/// Returns the same, where the finding or item is at hand, and the text that says the same.
pub(super) fn describe(
    unspoken: &Unspoken,
    framework: &Framework,
    (finding, item): (Option<&Finding>, Option<&Outlook>),
    same: Option<&str>,
) -> String {
    let (place, one) = match &unspoken.source {
        Source::Draft(Address::Item(list, _)) => {
            let place = match list {
                List::Findings => "Finding",
                List::Figures => "Figure",
                List::Evidence => "Evidence",
                List::Outlook => "Look-ahead",
                _ => "Tray",
            };
            (place, format!("one {}", list.spec().one))
        }
        Source::Draft(address) => ("Draft", field(address)),
        Source::Framework(part) => ("Framework", self::part(part)),
    };
    let place = finding.map_or_else(|| place.to_owned(), |it| heading(framework, &it.heading));
    let text = finding.map(|it| &it.text).or(item.map(|it| &it.text));
    let first = text.map(|text| first_words(text, FEW)).unwrap_or_default();
    let what = match unspoken.reason {
        Reason::Sensitive => one,
        _ if first.is_empty() => one,
        _ => format!("“{first}”"),
    };
    let why = match same {
        Some(same) => format!("“{}” says the same", first_words(same, FEW)),
        None => line(&unspoken.reason.to_string()),
    };
    format!("{place}: {what} – {why}")
}

/// Returns the first words of a text, with "…" where there are more.
pub(super) fn first_words(text: &str, many: usize) -> String {
    let text = line(text);
    let mut words = text.split(' ');
    let first: Vec<&str> = words.by_ref().take(many).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    first.join(" ") + more
}

/// Returns the name of a kind of evidence: as in files, but for the hyphens that only files have.
pub(super) fn evidence_kind(kind: &str) -> String {
    match kind {
        "self-assessment" | "third-party" => kind.to_owned(),
        _ => line(kind).replace('-', " "),
    }
}

/// Returns the title of a heading.
pub(super) fn heading(framework: &Framework, id: &str) -> String {
    match (framework.heading(id), id) {
        (Some(heading), _) if !heading.title.trim().is_empty() => line(&heading.title),
        (_, OVERALL) => "Overall".to_owned(),
        (_, TRAY) => "Tray".to_owned(),
        (_, "") => "No heading".to_owned(),
        (_, id) => format!("Heading “{}”", line(id)),
    }
}

/// Returns a description of what a rule did to a sentence.
pub fn rule(rule: WeavingRule) -> &'static str {
    match rule {
        WeavingRule::Order => {
            "spoken after what stands below it, by the order of headings and needs"
        }
        WeavingRule::Subject(Refer::It) => "says “it” for the body",
        WeavingRule::Subject(Refer::Noun) => "calls the body by its noun",
        WeavingRule::Subject(Refer::Name) => "calls the body by its spoken name",
        WeavingRule::Subject(Refer::Its) => "says “its” for what is the body's",
        WeavingRule::Subject(Refer::They) => "says “they” for the subject of the sentence before",
        WeavingRule::Join(Join::But) => "joins a strength and a need by “but”",
        WeavingRule::Join(Join::Although) => "concedes its first half by “although”",
        WeavingRule::Join(Join::While) => "concedes its first half by “while”",
        WeavingRule::Join(_) => "joins two neighbours",
        WeavingRule::TwoFrames => "says the subject of two frames once",
        WeavingRule::Contrast => "turns between strengths and needs",
        WeavingRule::BeginsWith => "puts words before it, as its author asks",
        WeavingRule::BeginsParagraph => "begins a paragraph, as its author asks",
        WeavingRule::List => "stands in a list of the framework's",
        WeavingRule::Addition => "adds “also”",
        WeavingRule::Frame => "spoken in a frame",
        WeavingRule::FrameSpent => "its frame was used before, so spoken without one",
        WeavingRule::FrameUnfit => "its frame does not fit its words, so spoken without one",
        WeavingRule::Figure => "filled in from the figures",
        WeavingRule::Ladder => "says the rung that was chosen",
        WeavingRule::Grade(Some(JudgmentState::CarriedOver)) => {
            "says a grade that is carried over from an earlier year"
        }
        WeavingRule::Grade(Some(JudgmentState::NotInspected)) => "says that it was not inspected",
        WeavingRule::Grade(_) => "says a grade",
        WeavingRule::Change(Change::Progress) => {
            "says that this is progress since the last inspection"
        }
        WeavingRule::Change(Change::Continues) => {
            "says that this is as it was at the last inspection"
        }
        WeavingRule::Change(Change::Declined) => {
            "says that this has declined since the last inspection"
        }
        WeavingRule::Monitoring => "says in which stage the body is monitored",
        WeavingRule::LookAhead => "speaks of the year ahead",
        WeavingRule::Closing => "says the closing that was chosen",
        WeavingRule::ByHand => "worded by hand",
    }
}

/// Returns the name of a field of the draft.
pub fn field(address: &Address) -> String {
    let name = match address {
        Address::Item(List::Overrides, _) => {
            return "the words that were written by hand".to_owned();
        }
        Address::Judgment(id) => return format!("the judgment of “{}”", line(id)),
        address => address.path(),
    };
    let known = match name.as_ref() {
        "subject.name" => "the name of the body",
        "subject.spoken" => "the spoken name of the body",
        "subject.noun" => "the noun for the body",
        "inspector.name" => "the inspector's name",
        "inspector.office" => "the inspector's office",
        "period.label" => "the period",
        "period.published" => "the day of publication",
        "period.fieldwork-to" => "the last day of fieldwork",
        "monitoring.stage" => "the stage of monitoring",
        "monitoring.since" => "the day since which the body is monitored",
        "statement.closing" => "the closing that was chosen",
        "overall.grade" => "the grade of the whole",
        "overall.stance" => "the opening that was chosen",
        "statement.title" => "the draft's own title",
        "statement.greeting" => "the draft's own greeting",
        "statement.remit" => "the draft's own remit",
        "statement.ending" => "the draft's own last words",
        "statement.contrast" => "the draft's own words that turn",
        name => return line(name),
    };
    known.to_owned()
}

/// Returns the name of a part of a framework.
pub fn part(name: &str) -> String {
    match (name, name.split_once('.')) {
        ("title", _) => "the title".to_owned(),
        ("greeting", _) => "the greeting".to_owned(),
        ("remit", _) => "the remit".to_owned(),
        ("office", _) => "the inspector's office".to_owned(),
        ("concerns", _) => "the causes of concern, of which there are none".to_owned(),
        ("contrast", _) => "the word that turns".to_owned(),
        ("opening-joined", _) => "the opening and the first need in one sentence".to_owned(),
        ("look-ahead", _) => "the words of the look-ahead".to_owned(),
        (_, Some(("changes", _))) => "the words in which changes are spoken".to_owned(),
        (_, Some(("judgments", _))) => "the words in which grades are spoken".to_owned(),
        (_, Some(("monitoring", stage))) => format!("the stage “{}”", line(stage)),
        (_, Some(("closings", closing))) => format!("the closing “{}”", line(closing)),
        (_, Some(("ladder", rung))) => format!("the opening “{}”", line(rung)),
        (_, Some(("list", list))) => format!("the list “{}”", line(list)),
        (_, Some(("frame", frame))) => format!("the frame “{}”", line(frame)),
        _ => line(name),
    }
}

/// Returns words with values in the place of names in braces, each on one line.
pub(super) fn fill(words: &str, values: &[(&str, &str)]) -> String {
    let mut filled = line(words);
    for (name, value) in values {
        filled = filled.replace(name, value);
    }
    filled
}

/// Returns how a sentence was read, as a clause in small letters: of whom it is, and by which main verb.
pub fn read_as(read: &ReadAs) -> String {
    let said = if read.is_said { ", as you say" } else { "" };
    let reading = &read.reading;
    let verb = match (&read.verb, reading.is_clause) {
        (Some(verb), _) => format!("main verb “{verb}”"),
        (None, _) if reading.is_question => "a question".to_owned(),
        (None, Certainty::No) => "a phrase without a verb".to_owned(),
        (None, _) => "main verb not certain".to_owned(),
    };
    match &read.subject {
        Some(subject) if read.is_supplied => {
            format!("read as: “{subject}” put in{said}, for no subject was typed; {verb}")
        }
        Some(subject) => format!("read as: subject “{subject}”{said}; {verb}"),
        None if reading.is_question || reading.is_clause == Certainty::No => {
            format!("read as: {verb}{said}")
        }
        None if read.is_said => format!("read as: a whole sentence, as you say; {verb}"),
        None if reading.lacks_subject == Certainty::Unsure => {
            format!("read as: a whole, for it may have no subject; {verb}")
        }
        None if reading.can_be_body() => {
            format!("read as: a whole sentence, for its subject may be more than the body; {verb}")
        }
        None => format!("read as: a whole sentence; {verb}"),
    }
}
