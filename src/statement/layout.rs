//! The paragraphs of a statement, and which findings stand in each.

use std::collections::HashMap;

use super::ParagraphRole;
use crate::assessment::{Assessment, Framework, OVERALL, StatementList};

/// The paragraphs of a group of headings, each with the indices of its findings.
#[derive(Clone, Default)]
struct GroupParagraphs<'a> {
    main: Vec<usize>,
    /// Those that a finding begins, by its id.
    begun: Vec<(&'a str, Vec<usize>)>,
    /// Those that are asked for by name, in the order in which they are.
    named: Vec<(&'a str, Vec<usize>)>,
}

/// Returns the slots in order, each with the indices of its findings, which are `ranked` by heading and file.
pub(super) fn slots(
    draft: &Assessment,
    framework: &Framework,
    ranked: &[(usize, usize, usize)],
) -> Vec<(ParagraphRole, Vec<usize>)> {
    let mut groups = vec![GroupParagraphs::default(); framework.plan.len() + 1];
    let mut listed: Vec<Vec<usize>> = vec![Vec::new(); framework.lists.len()];
    // The group that first asks for a name, and the place there.
    let mut known: HashMap<&str, (usize, usize)> = HashMap::new();
    for &(group, _, at) in ranked {
        let Some(finding) = draft.findings.get(at) else {
            continue;
        };
        let name = finding.paragraph.trim();
        let mut lists = framework.lists.iter();
        let list = lists.position(|list| list.id == name && list.grades.is_empty());
        if let Some(members) = list.and_then(|list| listed.get_mut(list)) {
            members.push(at);
            continue;
        }
        if name.is_empty() {
            if let Some(group) = groups.get_mut(group) {
                if finding.begins_paragraph {
                    group.begun.push((&finding.id, Vec::new()));
                }
                let last = group.begun.last_mut().map(|(_, members)| members);
                last.unwrap_or(&mut group.main).push(at);
            }
            continue;
        }
        let next = groups.get(group).map_or(0, |group| group.named.len());
        let &mut (group, nth) = known.entry(name).or_insert((group, next));
        if let Some(group) = groups.get_mut(group) {
            if nth == group.named.len() {
                group.named.push((name, Vec::new()));
            }
            if let Some((_, members)) = group.named.get_mut(nth) {
                members.push(at);
            }
        }
    }
    let mut slots = vec![
        (ParagraphRole::Title, Vec::new()),
        (ParagraphRole::Greeting, Vec::new()),
    ];
    for (at, group) in groups.into_iter().enumerate() {
        let role = match at {
            0 => ParagraphRole::Overall,
            _ => ParagraphRole::Group(at - 1),
        };
        slots.push((role, group.main));
        let begun = group.begun.into_iter();
        slots.extend(begun.map(|(id, members)| (ParagraphRole::Begun(id.to_owned()), members)));
        for (list, members) in framework.lists.iter().zip(&mut listed) {
            if group_of(&framework.plan, list) == Some(at) {
                let role = ParagraphRole::List(list.id.clone());
                slots.push((role, std::mem::take(members)));
            }
        }
        let named = group.named.into_iter();
        slots.extend(named.map(|(name, members)| (ParagraphRole::Named(name.to_owned()), members)));
    }
    slots.push((ParagraphRole::LookAhead, Vec::new()));
    slots
}

/// Returns true where the author asks for a paragraph's needs before its strengths.
pub(super) fn needs_first(draft: &Assessment, framework: &Framework, role: &ParagraphRole) -> bool {
    let asked = |name: &str| draft.statement.needs_first.iter().any(|each| each == name);
    match role {
        ParagraphRole::Overall => asked(OVERALL),
        ParagraphRole::Named(name) => asked(name),
        ParagraphRole::Begun(id) => {
            let finding = draft.findings.iter().find(|finding| finding.id == *id);
            let heading = finding.map_or("", |finding| finding.heading.as_str());
            let mut plan = framework.plan.iter();
            let group = plan.find(|ids| ids.iter().any(|id| id == heading));
            asked(heading) || group.is_some_and(|ids| ids.iter().any(|id| asked(id)))
        }
        ParagraphRole::Group(at) => framework
            .plan
            .get(*at)
            .is_some_and(|ids| ids.iter().any(|id| asked(id))),
        ParagraphRole::Title
        | ParagraphRole::Greeting
        | ParagraphRole::List(_)
        | ParagraphRole::LookAhead => false,
    }
}

/// Returns the group of the plan behind which a list stands: 0 for the whole.
fn group_of(plan: &[Vec<String>], list: &StatementList) -> Option<usize> {
    let has = |ids: &Vec<String>| ids.contains(&list.after);
    match list.after.as_str() {
        OVERALL => Some(0),
        _ => Some(plan.iter().position(has)? + 1),
    }
}
