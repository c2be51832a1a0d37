//! Grades that an old text says.

use super::cues::words_of;
use crate::assessment::{Framework, Grade, Heading};

/// Returns the heading or pillar and the grade of a line that says nothing else: "Effectiveness: Good", a row of a table.
pub(super) fn graded_line(framework: &Framework, text: &str) -> Option<(String, Grade)> {
    let words = words_of(text);
    let (grade, rest) = framework.scale.iter().find_map(|point| {
        let name = words_of(&point.words);
        let rest = words.strip_suffix(name.as_slice())?;
        Some((point.grade, rest))
    })?;
    let is_named = |heading: &&Heading| {
        let names = [&heading.title, &heading.topic, &heading.question];
        names
            .iter()
            .any(|name| !name.is_empty() && words_of(name) == rest)
    };
    judged(framework)
        .find(is_named)
        .map(|it| (it.id.clone(), grade))
}

/// Returns the grade that a line is.
pub(super) fn grade_alone(framework: &Framework, text: &str) -> Option<Grade> {
    let words = words_of(text);
    let mut scale = framework.scale.iter();
    scale
        .find(|it| words_of(&it.words) == words)
        .map(|it| it.grade)
}

/// Returns the heading and the grade that a sentence says of the body, which has these names: "The force is good at
/// investigating crime." It begins with the body; what others say, ask or deny of it is no grade.
pub(super) fn graded_sentence(
    framework: &Framework,
    names: &[&str],
    text: &str,
) -> Option<(String, Grade)> {
    let words = words_of(text);
    let without_article = |words: &[String]| match words.split_first() {
        Some((first, rest)) if first == "the" => rest.to_vec(),
        _ => words.to_vec(),
    };
    let words = without_article(&words);
    let said = names.iter().find_map(|name| {
        let name = without_article(&words_of(name));
        words
            .strip_prefix(name.as_slice())
            .filter(|_| !name.is_empty())
    })?;
    let said = format!(" {} ", said.join(" "));
    let mut found = framework.headings.iter().flat_map(|heading| {
        let topic = words_of(&heading.topic).join(" ");
        let said = &said;
        framework.scale.iter().filter_map(move |point| {
            let verb = match point.is.is_empty() {
                true => format!("is {}", point.words),
                false => point.is.clone(),
            };
            let verb = words_of(&verb).join(" ");
            let ways = ["at", "in"].map(|link| format!(" {verb} {link} {topic} "));
            let is = !topic.is_empty() && ways.iter().any(|way| said.starts_with(way));
            is.then(|| (heading.id.clone(), point.grade))
        })
    });
    found.next()
}

fn judged(framework: &Framework) -> impl Iterator<Item = &Heading> {
    framework.headings.iter().chain(&framework.pillars)
}
