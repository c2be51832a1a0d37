//! Sentences as they are read, against sentences that were labelled by hand.

use assay::grammar::{Certainty, VerbForm, read};

use crate::support::needs::acceptance;

/// A labelled sentence.
struct Labelled<'t> {
    text: &'t str,
    noun: &'t str,
    body_is_subject: bool,
    /// The index of the main verb among the words; `None` where it has none.
    verb: Option<usize>,
    form: &'t str,
    is_small: &'t str,
}

fn labelled(table: &str) -> Vec<Labelled<'_>> {
    let rows = table.lines().skip(1).filter(|line| !line.is_empty());
    rows.map(|row| {
        let columns: Vec<&str> = row.split('\t').collect();
        Labelled {
            text: columns[0],
            noun: columns[1],
            body_is_subject: columns[2] == "yes",
            verb: columns[3].parse().ok(),
            form: columns[4],
            is_small: columns[5],
        }
    })
    .collect()
}

fn word(form: VerbForm) -> &'static str {
    match form {
        VerbForm::Be => "be",
        VerbForm::Modal => "modal",
        VerbForm::Do => "do",
        VerbForm::Perfect => "have-part",
        VerbForm::HasObject => "have-np",
        VerbForm::HasTo => "have-to",
        VerbForm::Third => "lex-s",
        VerbForm::Plural => "lex-pl",
        VerbForm::Past => "past",
        VerbForm::Unsure => "unsure",
    }
}

#[derive(Default)]
struct Score {
    false_subjects: Vec<String>,
    missed: Vec<String>,
    subjects: usize,
    taken: usize,
    verbs: usize,
    answered: usize,
    wrong_verbs: Vec<String>,
    wrong_forms: Vec<String>,
    lost_capitals: Vec<String>,
    kept_capitals: usize,
}

fn score(table: &str) -> Score {
    let mut score = Score::default();
    for labelled in labelled(table) {
        let reading = read(labelled.text, &[labelled.noun]);
        let yes = reading.body_is_subject == Certainty::Yes;
        score.subjects += usize::from(labelled.body_is_subject);
        match (yes, labelled.body_is_subject) {
            (true, true) => score.taken += 1,
            (true, false) => score.false_subjects.push(labelled.text.to_owned()),
            (false, true) => score.missed.push(labelled.text.to_owned()),
            (false, false) => {}
        }
        score.verbs += usize::from(labelled.form != "none");
        if let Some(verb) = reading.verb {
            score.answered += 1;
            let before = &labelled.text[..verb.range.start];
            let at = before.split_whitespace().count()
                - usize::from(!before.is_empty() && !before.ends_with(' '));
            if Some(at) != labelled.verb {
                score
                    .wrong_verbs
                    .push(format!("{}: word {at}", labelled.text));
            } else if word(verb.form) != "unsure" && word(verb.form) != labelled.form {
                score
                    .wrong_forms
                    .push(format!("{}: {:?}", labelled.text, verb.form));
            }
        }
        match (reading.is_small, labelled.is_small) {
            (Certainty::Yes, "no") => score.lost_capitals.push(labelled.text.to_owned()),
            (Certainty::No | Certainty::Unsure, "yes") => score.kept_capitals += 1,
            _ => {}
        }
    }
    score
}

#[test]
fn labelled_sentences_are_read_right_or_not_at_all() {
    let Some(table) = acceptance("weaving/labelled.tsv") else {
        return;
    };
    let score = score(&table);
    println!(
        "the body as whole subject: {} of {} taken, {} false; main verb: {} of {} answered, {} wrong, {} of the wrong \
         form; capitals: {} lost by names, {} kept by ordinary words",
        score.taken,
        score.subjects,
        score.false_subjects.len(),
        score.answered,
        score.verbs,
        score.wrong_verbs.len(),
        score.wrong_forms.len(),
        score.lost_capitals.len(),
        score.kept_capitals,
    );
    assert!(
        score.false_subjects.is_empty(),
        "{:#?}",
        score.false_subjects
    );
    assert!(score.wrong_verbs.is_empty(), "{:#?}", score.wrong_verbs);
    assert!(score.wrong_forms.is_empty(), "{:#?}", score.wrong_forms);
    assert!(score.lost_capitals.is_empty(), "{:#?}", score.lost_capitals);
    assert!(
        score.taken * 100 >= score.subjects * 95,
        "{:#?}",
        score.missed
    );
    assert!(
        score.answered * 100 >= score.verbs * 80,
        "{} of {}",
        score.answered,
        score.verbs
    );
}
