//! Small drafts and a small framework, for tests.

use std::sync::Arc;

use crate::assessment::*;

/// Returns a framework with three headings in two groups. "stock" and "care" share a paragraph.
pub(crate) fn framework() -> Framework {
    let heading = |id: &str, title: &str| Heading {
        id: id.into(),
        title: title.into(),
        graded: true,
        ..Heading::default()
    };
    let frame = |id: &str, words: &str, takes| Frame {
        id: id.into(),
        words: words.into(),
        takes,
        ..Frame::default()
    };
    let rung = |id: &str, words: &str, bands| Rung {
        id: id.into(),
        words: words.into(),
        about_body: true,
        bands,
        ..Rung::default()
    };
    let all_good = Band {
        outstanding: Some((0, 0)),
        below_good: Some((0, 0)),
        ..Band::default()
    };
    Framework {
        id: "small".into(),
        title: "Small".into(),
        noun: "force".into(),
        headings: vec![
            heading("stock", "Stock"),
            heading("care", "Care"),
            heading("money", "Money"),
        ],
        plan: vec![vec!["stock".into(), "care".into()], vec!["money".into()]],
        words: Wording {
            title: "What {inspector.name} found at {subject.name}".into(),
            greeting: "Good day. I'm {inspector.name}.".into(),
            remit: "in minding the town".into(),
            office: String::new(),
            contrast: vec!["However,".into()],
            join_words: 30,
            proper: vec!["Taser".into(), "Home".into()],
            opening_joined: "{opening}, but {clause}".into(),
            ..Wording::default()
        },
        voices: vec![Voice {
            id: "plural".into(),
            contrast: Some(vec!["But".into(), "That said,".into()]),
            join_words: Some(0),
            person: Some(Person::Plural),
            greeting: Some(String::new()),
            ..Voice::default()
        }],
        look_ahead: LookAhead {
            first: "Next I will see {item}.".into(),
            next: "I'll also see {item}.".into(),
            most: 2,
        },
        ladder: vec![
            rung(
                "glad",
                "I am glad of {subject.name} {remit}.",
                vec![all_good],
            ),
            rung("sorry", "I am sorry about {subject.spoken}.", Vec::new()),
        ],
        frames: vec![
            Frame {
                adverbs: vec!["very".into()],
                ..frame(
                    "sure",
                    "{I-am} {adverb} sure that {clause}",
                    Complement::Clause,
                )
            },
            frame("worried", "I am worried that {clause}", Complement::Clause),
            frame("struck", "I am struck by {phrase}", Complement::Phrase),
            frame("greet", "I welcome {phrase}", Complement::Phrase),
        ],
        monitoring: vec![MonitoringStage {
            id: "watched".into(),
            title: "Watched".into(),
            words: "{subject.spoken} is watched for {concerns} since {monitoring.since}.".into(),
            words_without_concern: "{subject.spoken} is watched since {monitoring.since}.".into(),
            for_concern: true,
        }],
        closings: vec![Closing {
            id: "farewell".into(),
            words: "That is all of {concerns}.".into(),
        }],
        ..Framework::default()
    }
}

/// Returns a list behind a heading: of the headings with these grades, or of findings.
pub(crate) fn list(id: &str, after: &str, grades: &[Grade]) -> StatementList {
    StatementList {
        id: id.into(),
        words: format!("The {{subject.noun}} is {id} at:"),
        after: after.into(),
        grades: grades.to_vec(),
        ..StatementList::default()
    }
}

/// Returns a draft about Mere Police, with nothing found yet.
pub(crate) fn draft() -> Assessment {
    let mut draft = Assessment::new("mere", &framework());
    draft.subject.name = "Mere Police".into();
    draft.subject.spoken = "the Mere Police".into();
    draft.inspector.name = "A. N. Rowe".into();
    draft
}

/// Returns a finding under "stock".
pub(crate) fn finding(id: &str, kind: Kind, text: &str) -> Finding {
    Finding {
        id: id.into(),
        heading: "stock".into(),
        kind,
        text: text.into(),
        ..Finding::default()
    }
}

/// Returns a strength under "stock".
pub(crate) fn strength(id: &str, text: &str) -> Finding {
    finding(id, Kind::Strength, text)
}

/// Returns an improvement under "stock".
pub(crate) fn need(id: &str, text: &str) -> Finding {
    finding(id, Kind::Improvement, text)
}

/// Returns context under "stock".
pub(crate) fn context(id: &str, text: &str) -> Finding {
    finding(id, Kind::Context, text)
}

/// Returns the draft with these findings.
pub(crate) fn with(findings: Vec<Finding>) -> Assessment {
    let mut draft = draft();
    draft.findings = findings.into_iter().map(Arc::new).collect();
    draft
}

/// Returns the first group's paragraph, woven from these findings.
pub(crate) fn group(findings: Vec<Finding>) -> String {
    paragraph(&with(findings), &super::ParagraphRole::Group(0))
}

/// Returns the text of the paragraph of this role.
pub(crate) fn paragraph(draft: &Assessment, role: &super::ParagraphRole) -> String {
    let document = super::weave(draft, &framework());
    let found = document.paragraphs.iter().find(|each| each.role == *role);
    found.map_or_else(String::new, |paragraph| paragraph.text())
}
