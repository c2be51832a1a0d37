//! The choices for how a statement is spoken: its voice, its opening, and the frames of its findings.

use super::DraftEditor;
use super::choice::Choice;
use crate::assessment::{
    Assessment, FindingField, Frame, Framework, Kind, NO_OPENING, OverallField, Person, Place,
    Rung, StatementField, Tense, Tone, Value,
};
use crate::statement;
use crate::text::{agreeing, counted};

/// Returns a text as the value of a field; none where it is empty.
fn text(word: &str) -> Option<Value> {
    (!word.is_empty()).then(|| Value::Text(word.to_owned()))
}

/// Returns that no opening is chosen yet, the openings of the ladder in each of their forms, then none.
pub(super) fn ladder(assessment: &Assessment, framework: &Framework) -> Vec<Choice> {
    let now = &assessment.overall;
    let sets = |stance: &str, form: &str| {
        vec![
            (Place::Overall(OverallField::Stance), text(stance)),
            (Place::Overall(OverallField::Form), text(form)),
        ]
    };
    let one = |rung: &Rung, form: &str| {
        let label = match form {
            "" => rung.id.replace('-', " "),
            form => format!("{}, {form}", rung.id.replace('-', " ")),
        };
        let opening = statement::opening(assessment, framework, rung, form);
        let current = now.stance == rung.id && now.form == form;
        Choice {
            sets: sets(&rung.id, form),
            suggested: statement::suggested(assessment, framework, rung),
            ..Choice::plain(&label, &opening, current)
        }
    };
    let none = "The statement begins with what was found.";
    let open = "No opening has been chosen yet.";
    let without = |label: &str, stance: &str, meaning: &str| Choice {
        sets: sets(stance, ""),
        ..Choice::plain(label, meaning, now.stance == stance)
    };
    let rungs = framework.ladder.iter().flat_map(|rung| {
        let forms = rung.forms.iter().map(|form| form.id.as_str());
        std::iter::once("").chain(forms).map(|form| one(rung, form))
    });
    std::iter::once(without("not yet", "", open))
        .chain(rungs)
        .chain([without(NO_OPENING, NO_OPENING, none)])
        .collect()
}

/// Returns whether the opening and the first need share a sentence.
pub(super) fn join_need(assessment: &Assessment) -> Vec<Choice> {
    let place = Place::Overall(OverallField::JoinNeed);
    let one = |value: Option<Value>, label: &str, meaning: &str| Choice {
        sets: vec![(place.clone(), value.clone())],
        ..Choice::plain(label, meaning, value == assessment.get(&place))
    };
    vec![
        one(None, "no", "The opening is a sentence of its own."),
        one(
            Some(Value::Flag(true)),
            "yes",
            "The first area for improvement follows in the sentence of the opening.",
        ),
    ]
}

/// Returns the frames that fit the kind of a finding, lightest first, then all others, each also with its adverbs.
pub(super) fn frames(assessment: &Assessment, framework: &Framework, at: usize) -> Vec<Choice> {
    let Some(finding) = assessment.findings.get(at) else {
        return Vec::new();
    };
    let sets = |stance: &str, adverb: &str| {
        vec![
            (Place::Finding(at, FindingField::Stance), text(stance)),
            (Place::Finding(at, FindingField::Adverb), text(adverb)),
        ]
    };
    let one = |frame: &Frame, adverb: &str| {
        let label = match adverb {
            "" => frame.id.replace('-', " "),
            adverb => format!("{}, {adverb}", frame.id.replace('-', " ")),
        };
        let mut spoken = finding.as_ref().clone();
        adverb.clone_into(&mut spoken.adverb);
        let words = statement::frame_words(assessment, framework, frame, &spoken);
        // The finding itself is in the sentence that is shown of the choice.
        let words = ["{clause}", "{phrase}"]
            .iter()
            .fold(words, |words, slot| words.replace(slot, "…"));
        let current = finding.stance == frame.id && finding.adverb == adverb;
        Choice {
            sets: sets(&frame.id, adverb),
            unfit: unfit(finding.kind, frame.tone),
            ..Choice::plain(&label, &words, current)
        }
    };
    let mut frames: Vec<&Frame> = framework.frames.iter().collect();
    frames.sort_by_key(|frame| (!suits(finding.kind, frame.tone), frame.strength));
    let none = Choice {
        sets: sets("", ""),
        ..Choice::plain(
            "no frame",
            "The finding stands as it is.",
            finding.stance.is_empty(),
        )
    };
    let each = frames.into_iter().flat_map(|frame| {
        let adverbs = frame.adverbs.iter().map(move |adverb| one(frame, adverb));
        std::iter::once(one(frame, "")).chain(adverbs)
    });
    std::iter::once(none).chain(each).collect()
}

/// Returns why a frame of this tone contradicts a finding of this kind, where it does.
fn unfit(kind: Kind, tone: Option<Tone>) -> Option<&'static str> {
    match tone? {
        Tone::Praise if kind.is_need() => Some("praises, and this is a need"),
        Tone::Concern if kind.is_praise() => Some("regrets, and this is praise"),
        Tone::Praise | Tone::Concern => None,
    }
}

/// Returns true where a frame of this tone speaks as a finding of this kind does.
fn suits(kind: Kind, tone: Option<Tone>) -> bool {
    match tone {
        Some(Tone::Praise) => kind.is_praise(),
        Some(Tone::Concern) => kind.is_need(),
        None => kind == Kind::Context,
    }
}

/// Returns the adverbs of the frame that a finding has.
pub(super) fn adverbs(assessment: &Assessment, framework: &Framework, at: usize) -> Vec<Choice> {
    let finding = assessment.findings.get(at);
    let frame = finding.and_then(|finding| framework.frame(&finding.stance));
    let adverbs = frame.map_or(&[][..], |frame| &frame.adverbs);
    let place = Place::Finding(at, FindingField::Adverb);
    let now = finding.map_or("", |finding| finding.adverb.as_str());
    let one = |adverb: &str, label: &str, meaning: &str| Choice {
        sets: vec![(place.clone(), text(adverb))],
        ..Choice::plain(label, meaning, now == adverb)
    };
    let none = match frame {
        None => "The finding has no frame that could take one.",
        Some(_) => "The frame stands as it is.",
    };
    std::iter::once(one("", "none", none))
        .chain(adverbs.iter().map(|adverb| one(adverb, adverb, "")))
        .collect()
}

/// Returns what can be chosen for the voice of a draft and for single words of it.
pub(super) fn voice(
    assessment: &Assessment,
    framework: &Framework,
    field: StatementField,
) -> Vec<Choice> {
    let place = Place::Statement(field);
    let now = assessment.get(&place);
    let one = |value: Option<Value>, label: &str, meaning: &str| Choice {
        sets: vec![(place.clone(), value.clone())],
        ..Choice::plain(label, meaning, value == now)
    };
    let unset = one(None, "as the voice has it", "Nothing of it is set here.");
    let flags = |yes: &str, no: &str| {
        vec![
            unset.clone(),
            one(Some(Value::Flag(true)), "yes", yes),
            one(Some(Value::Flag(false)), "no", no),
        ]
    };
    match field {
        StatementField::Voice => {
            let own = one(None, "the framework's own", "As the framework speaks.");
            let voices = framework.voices.iter();
            let voices = voices.map(|voice| {
                let label = voice.id.replace('-', " ");
                one(text(&voice.id), &label, &voice.about)
            });
            std::iter::once(own).chain(voices).collect()
        }
        StatementField::Contrast => {
            let lists = contrasts(framework);
            let lists = lists.iter().map(|words| {
                let meaning = match words.len() {
                    1 => "At every turn.",
                    _ => "In turn, from paragraph to paragraph.",
                };
                let label = words.join(" / ");
                one(Some(Value::List(words.clone())), &label, meaning)
            });
            std::iter::once(unset.clone()).chain(lists).collect()
        }
        StatementField::JoinWords => {
            let many = [0, 20, 25, 30, 35, 40].map(|most| {
                let meaning = match most {
                    0 => "No sentences are joined of themselves.".to_owned(),
                    most => {
                        let words = counted(usize::try_from(most).unwrap_or(0), "word");
                        format!("Two are joined where they have {words} at most.")
                    }
                };
                one(Some(Value::Whole(most)), &most.to_string(), &meaning)
            });
            std::iter::once(unset.clone()).chain(many).collect()
        }
        StatementField::Person => {
            let persons = persons().map(|(value, label, meaning)| one(value, label, meaning));
            std::iter::once(unset.clone()).chain(persons).collect()
        }
        StatementField::Contracted => flags("I'm, I'll, we're.", "I am, I will, we are."),
        StatementField::PillarGrades => flags(
            "Said at the head of their paragraphs.",
            "Not said in the statement.",
        ),
        StatementField::NeedsSayIt => flags(
            "“It needs to”, behind a sentence about the body.",
            "“The force needs to”, in each sentence that asks.",
        ),
        _ => Vec::new(),
    }
}

/// Returns the words that turn in this framework and its voices: each list, then each word by itself, and none twice.
fn contrasts(framework: &Framework) -> Vec<Vec<String>> {
    let voices = framework.voices.iter();
    let of_voices = voices.filter_map(|voice| voice.contrast.as_ref());
    let lists: Vec<&Vec<String>> = std::iter::once(&framework.words.contrast)
        .chain(of_voices)
        .collect();
    let words = lists.iter().flat_map(|list| list.iter());
    let words = words.map(|word| vec![word.clone()]);
    let lists = lists.iter().map(|list| (*list).clone());
    let mut all: Vec<Vec<String>> = Vec::new();
    for list in lists.chain(words) {
        if !list.is_empty() && !all.contains(&list) {
            all.push(list);
        }
    }
    all
}

/// Returns who can speak in a frame.
fn persons() -> impl Iterator<Item = (Option<Value>, &'static str, &'static str)> {
    let meaning = |person: &Person| match person {
        Person::Singular => "The inspector speaks: I am.",
        Person::Plural => "The inspectorate speaks: we are.",
    };
    let persons = Person::ALL.iter();
    persons.map(move |it| (text(it.word()), it.word(), meaning(it)))
}

/// Returns who speaks in the frame of a finding, or when.
pub(super) fn manner(assessment: &Assessment, place: &Place) -> Vec<Choice> {
    let now = assessment.get(place);
    let one = |(value, label, meaning): (Option<Value>, &str, &str)| Choice {
        sets: vec![(place.clone(), value.clone())],
        ..Choice::plain(label, meaning, value == now)
    };
    let tense =
        |(tense, meaning): (Tense, &'static str)| (text(tense.word()), tense.word(), meaning);
    match place {
        Place::Finding(_, FindingField::Person) => {
            let unset = (None, "as the voice has it", "I or we, as the voice speaks.");
            std::iter::once(unset).chain(persons()).map(one).collect()
        }
        Place::Finding(_, FindingField::Tense) => {
            let tenses = [
                (Tense::Present, "I am pleased."),
                (Tense::Past, "I was pleased."),
            ];
            let unset = (None, "as the frame has it", "Now, as frames mostly speak.");
            let tenses = tenses.into_iter().map(tense);
            std::iter::once(unset).chain(tenses).map(one).collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the framework's closings as they would be spoken, and none.
pub(super) fn closings(
    assessment: &Assessment,
    framework: &Framework,
    place: &Place,
) -> Vec<Choice> {
    let now = assessment.statement.closing.as_str();
    let all = framework.closings.iter().map(|it| {
        let words = statement::closing_words(assessment, framework, it);
        named(place, &it.id, &it.id.replace('-', " "), &words, now)
    });
    let none = named(place, "", "none", "Nothing is said at the end.", now);
    all.chain([none]).collect()
}

/// Returns the framework's stages of monitoring as they would be spoken, and none.
pub(super) fn stages(assessment: &Assessment, framework: &Framework, place: &Place) -> Vec<Choice> {
    let now = assessment.monitoring.stage.as_str();
    let all = framework.monitoring.iter().map(|it| {
        let words = statement::monitoring_words(assessment, framework, &it.id);
        let words = if words.is_empty() {
            "Not spoken."
        } else {
            &words
        };
        named(place, &it.id, &it.title, words, now)
    });
    let none = named(place, "", "none", "No stage is recorded.", now);
    all.chain([none]).collect()
}

/// Returns the choice of a name, or of none where it is empty.
fn named(place: &Place, id: &str, label: &str, meaning: &str, now: &str) -> Choice {
    let value = (!id.is_empty()).then(|| Value::Text(id.to_owned()));
    Choice {
        sets: vec![(place.clone(), value)],
        ..Choice::plain(label, meaning, id == now)
    }
}

/// Returns what a choice of opening or voice would sound like in this draft. Empty where nothing would be spoken.
pub(in crate::app) fn sample(editor: &DraftEditor, place: &Place, choice: &Choice) -> String {
    let mut draft = editor.assessment.clone();
    for edit in editor.setting(&choice.sets) {
        if edit.apply(&mut draft).is_err() {
            return String::new();
        }
    }
    match place {
        Place::Statement(StatementField::Closing) => choice.meaning.clone(),
        Place::Statement(_) => statement::voice_spoken(&draft, &editor.framework),
        _ => statement::opening_spoken(&draft, &editor.framework),
    }
}

/// Returns how many headings the grades say nothing of yet, for people.
pub(in crate::app) fn ungraded(editor: &DraftEditor) -> String {
    let tally = statement::tally(&editor.assessment, &editor.framework);
    match tally.ungraded {
        0 => "✓ marks what the grades suggest.".to_owned(),
        _ if tally.graded == 0 => {
            "Nothing is graded yet: ✓ will mark what the grades suggest.".to_owned()
        }
        many => {
            let (headings, are) = (counted(many, "heading"), agreeing(many, "is", "are"));
            let marks = match tally.has_say() {
                true => "✓ marks what the others suggest.",
                false => "✓ will mark what the grades suggest once half of them stand.",
            };
            format!("{headings} {are} not yet graded: {marks}")
        }
    }
}
