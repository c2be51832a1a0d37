#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::assessment::*;

/// Ends of ids: whoever writes a file by hand may put anything into one.
const ENDS: [&str; 7] = ["", ".1", "/b", "/text", "+f9", " é", "/recommendations"];

/// Drafts with a few items in each list, the ids of all of them different.
fn drafts() -> impl Strategy<Value = Assessment> {
    let ends = || prop::collection::vec(select(&ENDS[..]), 0..4);
    let lists = prop::collection::vec(ends(), List::ALL.len());
    (lists, ends()).prop_map(|(lists, headings)| {
        let mut draft = Assessment::default();
        for (at, end) in headings.iter().enumerate() {
            let judgment = Judgment::default();
            draft.grades.insert(format!("heading-{at}{end}"), judgment);
        }
        for (list, ends) in List::ALL.iter().zip(lists) {
            for (at, end) in ends.iter().enumerate() {
                add(&mut draft, *list, format!("{}{at}{end}", list.id_prefix()));
            }
        }
        draft
    })
}

fn add(draft: &mut Assessment, list: List, id: String) {
    macro_rules! push {
        ($list:ident, $record:ident) => {
            draft.$list.push(Arc::new($record {
                id,
                ..$record::default()
            }))
        };
    }
    match list {
        List::Findings => draft.findings.push(Arc::new(Finding {
            id,
            recommendations: vec![Recommendation::default(); 2],
            ..Finding::default()
        })),
        List::Evidence => push!(evidence, Evidence),
        List::Figures => push!(figures, Figure),
        List::Outlook => push!(outlook, Outlook),
        List::Tray => push!(tray, TrayItem),
        List::Responses => draft.responses.push(Arc::default()),
        List::Notes => draft.notes.push(Arc::default()),
        List::Accepted => draft.accepted.push(Arc::default()),
        List::Overrides => draft.overrides.push(Arc::new(Override {
            sentence: id,
            ..Override::default()
        })),
    }
}

/// Returns the place of every value of a draft.
fn places(draft: &Assessment) -> Vec<Place> {
    fn all<R: Record>(make: impl Fn(R::Field) -> Place) -> Vec<Place> {
        R::FIELDS.iter().copied().map(make).collect()
    }
    fn items<R: Record>(many: usize, make: impl Fn(usize, R::Field) -> Place) -> Vec<Place> {
        let item = |at| all::<R>(|field| make(at, field));
        (0..many).flat_map(item).collect()
    }
    let headings = draft.grades.keys();
    let graded = headings.flat_map(|id| all::<Judgment>(|it| Place::Judgment(id.clone(), it)));
    let demand = |at| items::<Recommendation>(2, |nth, it| Place::Recommendation(at, nth, it));
    [
        all::<Head>(Place::Head),
        all::<Subject>(Place::Subject),
        all::<Inspector>(Place::Inspector),
        all::<Period>(Place::Period),
        all::<StatementWords>(Place::Statement),
        all::<Overall>(Place::Overall),
        graded.collect(),
        (0..draft.findings.len()).flat_map(demand).collect(),
        items::<Finding>(draft.findings.len(), Place::Finding),
        items::<Evidence>(draft.evidence.len(), Place::Evidence),
        items::<Figure>(draft.figures.len(), Place::Figure),
        items::<Outlook>(draft.outlook.len(), Place::Outlook),
        items::<Response>(draft.responses.len(), Place::Response),
        items::<Note>(draft.notes.len(), Place::Note),
        items::<Acceptance>(draft.accepted.len(), Place::Acceptance),
        items::<TrayItem>(draft.tray.len(), Place::TrayItem),
        items::<Override>(draft.overrides.len(), Place::Override),
    ]
    .concat()
}

proptest! {
    #[test]
    fn every_address_is_read_as_it_is_printed_and_leads_to_its_place_and_back(draft in drafts()) {
        for place in places(&draft) {
            let address = draft.address_of(&place).unwrap();
            prop_assert_eq!(&Address::parse(&address.to_string(), &draft), &address);
            prop_assert_eq!(draft.place_of(&address), Some(place.clone()));
            let owner = address.owner();
            prop_assert_eq!(&Address::parse(&owner.to_string(), &draft), owner);
            let main = draft.address_of(&draft.place_of(owner).unwrap()).unwrap();
            prop_assert_eq!(main.owner(), owner);
            prop_assert_eq!(address == main && owner != &main, address.is_main());
        }
    }
}

#[test]
fn addresses_are_spelt_as_files_have_them() {
    let mut draft = Assessment::default();
    for (list, id) in [
        (List::Findings, "f1"),
        (List::Figures, "n1"),
        (List::Tray, "w1"),
        (List::Responses, ""),
        (List::Overrides, "f1+f2"),
    ] {
        add(&mut draft, list, id.to_owned());
    }
    let item = |list, id: &str| Address::Item(list, id.into());
    let value = |of, key: &str| Address::Value(Box::new(of), key.into());
    for (on, address) in [
        ("f1", item(List::Findings, "f1")),
        ("f1/kind", value(item(List::Findings, "f1"), "kind")),
        (
            "f1/recommendations.2/text",
            value(item(List::Findings, "f1"), "recommendations.2/text"),
        ),
        ("n1", item(List::Figures, "n1")),
        ("tray/w1", item(List::Tray, "w1")),
        ("w1/rationale", value(item(List::Tray, "w1"), "rationale")),
        ("overrides.f1+f2", item(List::Overrides, "f1+f2")),
        (
            "overrides.f1+f2/text",
            value(item(List::Overrides, "f1+f2"), "text"),
        ),
        ("grades.victims", Address::Judgment("victims".into())),
        (
            "grades.victims/grade",
            value(Address::Judgment("victims".into()), "grade"),
        ),
        ("responses.1", Address::Nth(List::Responses, 0)),
        ("subject/name", Address::Field("subject.name".into())),
        ("statement", Address::Field("statement".into())),
        ("evidence", Address::Field("evidence".into())),
        ("predecessor", Address::Field("predecessor".into())),
        ("f1+f3", Address::Sentence("f1+f3".into())),
        ("overall.stance", Address::Sentence("overall.stance".into())),
    ] {
        assert_eq!(Address::parse(on, &draft), address);
        assert_eq!(address.to_string(), on);
    }
}

#[test]
fn places_that_are_counted_are_read_too() {
    let mut draft = Assessment::default();
    add(&mut draft, List::Findings, "f1".into());
    let named = Address::parse("findings/0/text", &draft);
    assert_eq!(named.to_string(), "f1/text");
    assert_eq!(
        Address::parse("findings/1/text", &draft),
        Address::Sentence("findings/1/text".into())
    );
}

#[test]
fn what_is_not_there_has_no_place() {
    let draft = Assessment::default();
    for on in [
        "",
        "f1",
        "f1/text",
        "f1/recommendations.0/text",
        "overrides.f1",
        "responses.1",
        "grades.a/b",
        "subject",
    ] {
        let address = Address::parse(on, &draft);
        let judged = matches!(address, Address::Judgment(_));
        assert_eq!(draft.place_of(&address).is_some(), judged, "{on}");
    }
}

#[test]
fn of_two_items_with_one_id_the_value_tells_which_is_meant() {
    let mut draft = Assessment::default();
    let id = || "a".to_owned();
    draft.findings.push(Arc::new(Finding {
        id: id(),
        ..Finding::default()
    }));
    draft.evidence.push(Arc::new(Evidence {
        id: id(),
        ..Evidence::default()
    }));
    let place = |on: &str| draft.place_of(&Address::parse(on, &draft));
    assert_eq!(place("a/text"), Some(Place::Finding(0, FindingField::Text)));
    assert_eq!(
        place("a/title"),
        Some(Place::Evidence(0, EvidenceField::Title))
    );
    assert_eq!(place("a"), Some(Place::Finding(0, FindingField::Text)));
}
