//! A typist: the keys with which a whole draft is typed in through the screen alone, from an empty folder.

use std::fmt::Write as _;

use assay::assessment::{Assessment, Finding, Framework, Kind, OVERALL};

/// The keys that type in a draft, for the default bindings.
pub fn keys(draft: &Assessment, framework: &Framework) -> String {
    let mut keys = String::new();
    let mut put = |words: &str| keys.push_str(words);
    put("n");
    put(&text(&draft.subject.name));
    // The new draft opens on its name; the inspector comes after the name's three rows.
    put("<enter><enter><down><down><down><enter>");
    put(&text(&draft.inspector.name));
    put("<tab>");
    put(&text(&draft.inspector.office));
    put("<tab>");
    put(&text(&draft.period.label));
    put("<esc>");
    if !draft.statement.greeting.is_empty() {
        put("<down><down><down><down><down><enter>");
        put(&text(&draft.statement.greeting));
        put("<esc>");
    }
    put("]");
    if !draft.overall.stance.is_empty() {
        put("o");
        put(&draft.overall.stance);
        put("<enter>");
    }
    findings(&mut keys, draft, OVERALL);
    for heading in &framework.headings {
        keys.push(']');
        if let Some(judgment) = draft.grades.get(&heading.id) {
            if let Some(point) = judgment
                .grade
                .and_then(|grade| framework.scale_point(grade))
            {
                let _ = write!(keys, "g{}<enter>", point.words);
            }
            if !judgment.rationale.is_empty() {
                let _ = write!(keys, "r{}<esc>", text(&judgment.rationale));
            }
        }
        findings(&mut keys, draft, &heading.id);
    }
    keys.push(']');
    for item in &draft.outlook {
        let _ = write!(keys, "a{}<esc>", text(&item.text));
    }
    // Answers and evidence stand between the look-ahead and the figures.
    keys.push_str("]]]");
    for figure in &draft.figures {
        // Value, unit, label.
        let _ = write!(
            keys,
            "a{}<enter>{}<tab>{}<tab>{}<esc><esc>",
            figure.id,
            figure.value,
            text(&figure.unit),
            text(&figure.label)
        );
    }
    keys
}

fn findings(keys: &mut String, draft: &Assessment, heading: &str) {
    let mut before: Option<&Finding> = None;
    for (_, finding) in draft.under(heading) {
        keys.push(match finding.kind {
            Kind::Strength => '+',
            Kind::Improvement => '-',
            Kind::Concern => '!',
            Kind::Practice => '*',
            Kind::Context => '=',
        });
        keys.push_str(&text(&finding.text));
        keys.push_str("<esc>");
        if !finding.stance.is_empty() {
            let _ = write!(keys, "f{}<enter>", finding.stance);
        }
        details(keys, finding, before);
        before = Some(finding);
    }
}

/// The rows of the details: text, kind, heading, status, frame and its adverb, person
/// and time, join, also, refer, order, paragraph.
fn details(keys: &mut String, finding: &Finding, before: Option<&Finding>) {
    let mut wanted: Vec<(usize, String)> = Vec::new();
    if finding.also == Some(true) {
        wanted.push((9, "<enter>yes<enter>".to_owned()));
    }
    if let Some(order) = finding.order {
        wanted.push((11, format!("<enter>{order}<enter>")));
    }
    // A new finding stands in the paragraph of the one before it.
    if before.map_or("", |before| before.paragraph.as_str()) != finding.paragraph {
        wanted.push((12, format!("<enter><ctrl-u>{}<esc>", finding.paragraph)));
    }
    if wanted.is_empty() {
        return;
    }
    keys.push(' ');
    let mut at = 0;
    for (row, what) in wanted {
        keys.push_str(&"<down>".repeat(row - at));
        keys.push_str(&what);
        at = row;
    }
    keys.push_str("<esc>");
}

/// Words as keys.
fn text(words: &str) -> String {
    words.replace('<', "<less>")
}
