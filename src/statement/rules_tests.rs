//! Each rule of the weaving, with examples.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use super::tests_support::*;
use super::*;
use crate::assessment::{Join, List, Refer};

fn joined(mut finding: Finding, join: Join) -> Finding {
    finding.join = Some(join);
    finding
}

fn framed(stance: &str, mut finding: Finding) -> Finding {
    finding.stance = stance.into();
    finding
}

fn rules_of(draft: &Assessment, id: &str) -> Vec<WeavingRule> {
    let document = weave(draft, &framework());
    let place = document.find(&Source::item(List::Findings, id)).unwrap();
    document.sentence(place).unwrap().rules.clone()
}

#[test]
fn strengths_come_by_heading_and_file_then_needs_by_their_order() {
    let mut second = need("second", "The force needs to rest.");
    second.order = Some(2);
    let mut care = strength("care", "Nobody is left out.");
    care.heading = "care".into();
    let mut first = need("first", "The force has to sleep longer.");
    first.order = Some(1);
    let all = vec![
        strength("stock", "There is food, and drink."),
        need("last", "The force must wait."),
        second,
        care,
        first,
    ];
    assert_eq!(
        group(all.clone()),
        "There is food, and drink. Nobody is left out. However, the force has to sleep longer. \
         The force also needs to rest. The force must also wait."
    );
    let mut draft = with(all);
    draft.statement.needs_first = vec!["care".into()];
    assert_eq!(
        paragraph(&draft, &ParagraphRole::Group(0)),
        "The force has to sleep longer. The force also needs to rest. The force must also wait. \
         However, there is food, and drink. Nobody is left out."
    );
    assert!(rules_of(&draft, "first").is_empty());
    assert_eq!(
        rules_of(&draft, "second"),
        [WeavingRule::Order, WeavingRule::Addition]
    );
}

#[test]
fn the_body_is_named_by_noun_name_or_it() {
    assert_eq!(
        group(vec![
            strength("a", "Mere Police knows its town, mostly."),
            strength("b", "The Mere Police has vans."),
            strength("c", "The force is kind, and quick."),
            strength("d", "It sings."),
        ]),
        "The Mere Police knows its town, mostly. It has vans. The force is kind, and quick. It sings."
    );
    let mut named = need("n", "It needs vans.");
    named.refer = Some(Refer::Name);
    let mut it = need("i", "The force must wash vans.");
    it.refer = Some(Refer::It);
    assert_eq!(
        group(vec![named, it]),
        "The Mere Police needs vans. It must also wash vans."
    );
}

#[test]
fn needs_and_context_never_become_it_of_themselves() {
    assert_eq!(
        group(vec![
            strength("a", "The force is kind, and quick."),
            context("b", "The force serves small towns."),
            need("c", "The force needs to rest."),
        ]),
        "The force is kind, and quick. The force serves small towns. The force needs to rest."
    );
}

#[test]
fn an_it_that_may_stand_for_something_else_is_kept_behind_what_it_was_written_behind() {
    assert_eq!(
        group(vec![
            need("a", "The boat is old."),
            need("b", "It leaks."),
            need("c", "It needs a roof."),
        ]),
        "The boat is old. It leaks. It needs a roof."
    );
    assert_eq!(
        group(vec![
            need("a", "The force keeps a log."),
            strength("b", "It is never lost."),
        ]),
        "The force keeps a log. However, it is never lost."
    );
}

#[test]
fn a_text_with_a_turn_of_its_own_takes_no_contrast_and_uses_it_up() {
    assert_eq!(
        group(vec![
            strength("a", "The force is kind, and quick."),
            need("b", "Its boats, though, are old."),
            need("c", "Its vans leak."),
        ]),
        "The force is kind, and quick. Its boats, though, are old. Its vans leak."
    );
}

#[test]
fn a_stop_of_initials_is_kept_and_nothing_is_joined_behind_it() {
    assert_eq!(
        group(vec![
            strength("a", "Desks open at 9 a.m."),
            strength("b", "Victims are believed."),
        ]),
        "Desks open at 9 a.m. Victims are believed."
    );
}

#[test]
fn a_sentence_that_only_seems_to_open_with_the_body_is_kept_whole() {
    for whole in [
        "The force and its partners meet.",
        "The force's vans are new.",
        "It is clear that vans help.",
        "It seems that vans help.",
        "The service victims receive is good.",
        "The force, as always, is quick.",
    ] {
        assert_eq!(
            group(vec![
                strength("a", "The force is kind, and quick."),
                strength("b", whole)
            ]),
            format!("The force is kind, and quick. {whole}")
        );
    }
}

#[test]
fn two_neighbouring_strengths_share_a_sentence() {
    assert_eq!(
        group(vec![
            strength("a", "The force listens."),
            strength("b", "The force learns."),
            strength("c", "Staff are happy."),
            strength("d", "There is cake."),
            strength("e", "Cake is good."),
        ]),
        "The force listens, and it learns. Staff are happy, and there is cake. Cake is good."
    );
}

#[test]
fn a_join_needs_like_readings_no_comma_and_few_words() {
    let long = "The force has one two three four five six seven eight nine ten eleven twelve more.";
    assert_eq!(
        group(vec![
            strength("a", "The force sings."),
            strength("b", "Staff hum.")
        ]),
        "The force sings. Staff hum."
    );
    assert_eq!(
        group(vec![
            strength("a", "Staff sing, at times."),
            strength("b", "Cars hum.")
        ]),
        "Staff sing, at times. Cars hum."
    );
    assert_eq!(
        group(vec![
            strength("a", long),
            strength("b", &long.replace("one", "none"))
        ]),
        format!(
            "{long} The force has none two three four five six seven eight nine ten eleven twelve more."
        )
    );
}

#[test]
fn the_author_can_ask_for_a_join_or_forbid_it() {
    let never = joined(strength("b", "The force learns."), Join::Never);
    assert_eq!(
        group(vec![strength("a", "The force sings."), never]),
        "The force sings. It learns."
    );
    let always = joined(strength("a", "Staff sing, at times."), Join::Always);
    assert_eq!(
        group(vec![always, strength("b", "The force hums.")]),
        "Staff sing, at times, and the force hums."
    );
    let always = joined(context("a", "The town is small."), Join::Always);
    assert_eq!(
        group(vec![always, context("b", "The sea is near.")]),
        "The town is small, and the sea is near."
    );
    let always = joined(need("a", "The force needs to rest."), Join::Always);
    assert_eq!(
        group(vec![always.clone(), need("b", "The force needs to eat.")]),
        "The force needs to rest, and it also needs to eat."
    );
    assert_eq!(
        group(vec![strength("z", "The force sings."), always]),
        "The force sings. However, the force needs to rest."
    );
}

#[test]
fn a_finding_of_several_sentences_is_never_joined() {
    let draft = with(vec![
        strength("a", "The force sings. Mr. Poe hums."),
        joined(strength("b", "The force learns."), Join::Always),
    ]);
    assert_eq!(
        paragraph(&draft, &ParagraphRole::Group(0)),
        "The force sings. Mr. Poe hums. The force learns."
    );
    let document = weave(&draft, &framework());
    let keys: Vec<&str> = document
        .paragraphs
        .last()
        .unwrap()
        .sentences
        .iter()
        .map(|s| s.key.as_str())
        .collect();
    assert_eq!(keys, ["a", "a.2", "b"]);
}

#[test]
fn the_first_turn_takes_the_contrast_word_and_context_is_no_side() {
    assert_eq!(
        group(vec![
            context("a", "The town is small."),
            need("b", "Staff need to rest."),
        ]),
        "The town is small. Staff need to rest."
    );
    assert_eq!(
        group(vec![
            strength("a", "Staff sing, at times."),
            context("b", "The town is small."),
            need("c", "Action Fraud needs more staff."),
            need("d", "I want more."),
        ]),
        "Staff sing, at times. The town is small. Action Fraud needs more staff. I want more."
    );
}

#[test]
fn words_keep_the_capitals_that_mean_something() {
    for (typed, said) in [
        ("Police officers need rest.", "police officers need rest."),
        ("Mere needs rest.", "Mere needs rest."),
        (
            "Mere Police's staff need rest.",
            "Mere Police's staff need rest.",
        ),
        (
            "The Mere Police's staff need rest.",
            "the Mere Police's staff need rest.",
        ),
        ("Taser's use is high.", "Taser's use is high."),
        ("HMIC needs rest.", "HMIC needs rest."),
        ("May was bad.", "May was bad."),
        ("In May it was bad.", "in May it was bad."),
        ("The Home Office asks.", "the Home Office asks."),
        ("Overall, I see little.", "overall, I see little."),
        ("I'm not sure.", "I'm not sure."),
        ("A few are bad.", "a few are bad."),
    ] {
        let all = vec![strength("a", "Cars are new, nearly."), need("b", typed)];
        assert_eq!(group(all), format!("Cars are new, nearly. However, {said}"));
    }
}

#[test]
fn also_goes_after_an_auxiliary_and_in_front_of_other_verbs() {
    for (typed, said) in [
        ("The force should rest.", "The force should also rest."),
        ("The force has rested.", "The force has also rested."),
        ("The force has a plan.", "The force also has a plan."),
        ("The force has to rest.", "The force also has to rest."),
        ("The force works.", "The force also works."),
        ("The force does not rest.", "The force also does not rest."),
        ("The force cannot rest.", "The force also cannot rest."),
        ("The force is also tired.", "The force is also tired."),
        ("There are vans.", "There are also vans."),
        (
            "Staff who are new need to rest.",
            "Staff who are new also need to rest.",
        ),
        ("Vans break.", "Vans break."),
    ] {
        let mut also = strength("a", typed);
        also.also = Some(true);
        let draft = with(vec![also]);
        assert_eq!(paragraph(&draft, &ParagraphRole::Group(0)), said);
        assert_eq!(
            rules_of(&draft, "a").contains(&WeavingRule::Addition),
            typed != said
        );
    }
}

#[test]
fn a_frame_takes_the_finding_and_the_also_goes_into_the_frame() {
    assert_eq!(
        group(vec![
            framed("sure", strength("a", "The force sings.")),
            strength("b", "The force hums."),
            framed("struck", strength("c", "The force's songs.")),
            strength("d", "The force rests."),
            need("e", "The force must eat."),
            framed("worried", need("f", "Vans break.")),
            framed("greet", need("g", "a plan for vans")),
        ]),
        "I am sure that the force sings. It hums. I am struck by the force's songs. The force rests. \
         However, the force must eat. I am worried that vans break. I welcome a plan for vans."
    );
}

#[test]
fn a_frame_for_clauses_is_spent_after_one_use_and_one_for_phrases_is_not() {
    let draft = with(vec![
        framed("sure", strength("a", "The force sings, at times.")),
        framed("sure", strength("b", "The force hums.")),
        framed("struck", strength("c", "the songs")),
        framed("struck", strength("d", "the vans")),
    ]);
    assert_eq!(
        paragraph(&draft, &ParagraphRole::Group(0)),
        "I am sure that the force sings, at times. It hums. I am struck by the songs. I am also struck by the vans."
    );
    assert_eq!(
        rules_of(&draft, "b"),
        [WeavingRule::Subject(Refer::It), WeavingRule::FrameSpent]
    );
}

#[test]
fn what_comes_to_lean_while_it_is_typed_is_put_behind_what_it_leans_on_at_once() {
    let mut draft = with(vec![
        need("first", "The force needs to train its cooks."),
        strength("second", "The force cleans its cells."),
    ]);
    let mut weaver = Weaver::new();
    for text in ["The force cleans them.", "The force cleans its cells."] {
        weaver.weave(&draft, &framework());
        let mut second = strength("second", text);
        second.heading = draft.findings[1].heading.clone();
        draft.findings[1] = second.into();
        weaver.weave(&draft, &framework());
        assert_eq!(weaver.document(), &weave(&draft, &framework()), "{text}");
    }
}
