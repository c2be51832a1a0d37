#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use super::*;
use crate::store::format::{framework, fresh, read};

fn annual() -> Arc<Framework> {
    let annual = include_str!("../../../../assets/frameworks/annual.toml");
    Arc::new(framework::read("annual", annual).unwrap())
}

/// A draft of so many findings, with other lists and tables before, between and behind them.
fn draft(findings: usize) -> String {
    let mut text = String::from(
        "# A draft.\nformat = 1\nid = \"d\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n",
    );
    for at in 0..findings {
        text += &format!(
            "\n# Finding {at}.\n[[findings]] # [[findings]]\nid = \"f{at}\"\nheading = \"victims\"\nkind = \"improvement\"\ntext = \"\"\"\nIt [[evidence]]\n[[findings]]\nhas {at}.\"\"\"\n"
        );
        if at % 7 == 3 {
            text += "[[findings.recommendations]]\ntext = \"Look.\"\n";
        }
        if at % 50 == 9 {
            text += &format!("\n[[evidence]]\nid = \"e{at}\"\nkind = \"interview\"\n");
        }
        if at == findings / 2 {
            text += "\n[grades.victims]\ngrade = \"good\"\n";
        }
    }
    text + "\n[inspector]\nname = \"A N Inspector\"\n"
}

/// What is read of a text in its parts; `None` where it is to be read whole.
fn in_parts(text: &str) -> Option<Assessment> {
    let annual = annual();
    let framework = |_: &mut TomlReader<'_>, _: &dyn TableLike| Some(annual.as_ref().clone());
    read_parts(text, &headers(text).unwrap(), framework)
}

fn read_parts(
    text: &str,
    headers: &[usize],
    framework: impl FnOnce(&mut TomlReader<'_>, &dyn TableLike) -> Option<Framework>,
) -> Option<Assessment> {
    super::read(text, headers, framework).map(|(content, _)| content)
}

/// What is read of a text in one tree, whatever is wrong with it.
fn whole(text: &str) -> Assessment {
    let document = parse_known(text).unwrap();
    TomlReader::new(text).assessment(&document, Some(&annual()))
}

#[test]
fn a_draft_that_is_read_in_parts_says_what_it_says_whole() {
    let unread = with(40, 5, "[findings.own]\nkey = 1");
    for findings in [0, 1, 2, 40, 1_000] {
        let text = match findings {
            40 => unread.clone(),
            many => draft(many),
        };
        assert!(in_parts(&text) == Some(whole(&text)), "{findings} findings");
        let windows = text.replace('\n', "\r\n");
        assert!(in_parts(&windows) == Some(whole(&windows)));
        let annual = annual();
        let draft = read("d.toml", &text, &|_| Ok(annual.clone())).unwrap();
        assert!(draft.assessment == whole(&text));
        let written = fresh(&draft.assessment, &annual);
        assert!(in_parts(&written) == Some(draft.assessment));
    }
}

#[test]
fn the_trees_of_a_large_draft_are_small() {
    let text = draft(2_000);
    let parts = DraftParts::of(&text, &headers(&text).unwrap()).unwrap();
    let longest = parts.stretches.iter().map(|it| it.len()).max().unwrap();
    assert!(longest < STRETCH + 1_000, "{longest}");
    assert!(parts.rest.len() < 1_000, "{}", parts.rest.len());
    let all: usize = parts.stretches.iter().map(|it| it.len()).sum();
    assert_eq!(all + parts.rest.len(), text.len());
}

/// Puts something behind the finding of this number.
fn with(findings: usize, behind: usize, words: &str) -> String {
    let mut text = draft(findings);
    let at = text.find(&format!("# Finding {}.", behind + 1)).unwrap();
    text.insert_str(at, &format!("{words}\n"));
    text
}

#[test]
fn whatever_there_is_to_say_is_said_of_the_whole() {
    let finding = |id: &str| {
        format!("[[findings]]\nid = \"{id}\"\nheading = \"victims\"\nkind = \"strength\"")
    };
    for words in [
        // The same id far away, and near.
        finding("f900"),
        finding("f5"),
        // Words that the framework has not, and what is misspelt.
        finding("x").replace("victims", "nowhere"),
        finding("x") + "\nstance = \"nowhere\"",
        finding("x") + "\ntxet = \"\"",
        finding("x").replace("kind", "knid"),
        // What is no list, and a list that stands in two ways.
        "[[evidence]]\nid = \"e\"\nkind = \"interview\"\n[[findings.recommendations]]".to_owned(),
        "[[\"findings\"]]\nid = \"x\"\nheading = \"victims\"\nkind = \"strength\"".to_owned(),
        "[ findings ]".to_owned(),
        "[subject]\nname = \"Twice\"".to_owned(),
        "[perod]\nlabel = \"Misspelt\"".to_owned(),
        // What is no TOML.
        "[[findings]".to_owned(),
        "text = ".to_owned(),
    ] {
        let text = with(1_000, 5, &words);
        assert!(in_parts(&text).is_none(), "{words}");
    }
    let text = format!("findings = []\n{}", draft(3));
    assert!(in_parts(&text).is_none());
}
