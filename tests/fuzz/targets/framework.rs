//! A framework, a theme and settings from a stranger; and a statement woven under that framework.

#![no_main]

use std::sync::Arc;

use assay::assessment::{Assessment, Finding, Judgment, Kind, Outlook};
use assay::config::{self, Theme};
use assay::store::format::{self, framework};
use assay_fuzz::print_all;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Ok(text) = format::decode("f.toml", input.to_vec()) else {
        return;
    };
    if let Ok(config) = config::load(&text, "f.toml") {
        drop(config.keymap());
    }
    drop(Theme::parse(&text, "f", "f.toml"));
    let framework = match framework::read("f.toml", &text) {
        Ok(framework) => framework,
        Err(refused) => {
            assert!(!refused.to_string().is_empty());
            return;
        }
    };
    let mut draft = Assessment::about("d", &framework, "Wexmoor Constabulary");
    print_all(&draft, &framework);
    draft.inspector.name = "A N Inspector".into();
    draft.overall.stance = framework
        .ladder
        .first()
        .map_or(String::new(), |rung| rung.id.clone());
    draft.outlook.push(Arc::new(Outlook {
        id: "l1".into(),
        text: "how the constabulary listens".into(),
    }));
    // Lists can be long: what is spoken under the first headings is spoken under the others too.
    for (nth, heading) in framework.headings.iter().take(8).enumerate() {
        let point = framework.scale.get(nth % framework.scale.len().max(1));
        let judgment = Judgment {
            grade: point.map(|point| point.grade),
            ..Judgment::default()
        };
        draft.grades.insert(heading.id.clone(), judgment);
        for kind in Kind::ALL {
            let frame = framework
                .frames
                .get(draft.findings.len() % (framework.frames.len() + 1));
            draft.findings.push(Arc::new(Finding {
                id: format!("f{}", draft.findings.len()),
                heading: heading.id.clone(),
                kind: *kind,
                stance: frame.map_or(String::new(), |frame| frame.id.clone()),
                text: "The constabulary knows its people well.".into(),
                ..Finding::default()
            }));
        }
    }
    print_all(&draft, &framework);
    let text = format::fresh(&draft, &framework);
    let framework = Arc::new(framework);
    let again = format::read("d.toml", &text, &|_| Ok(Arc::clone(&framework)));
    let again = again
        .unwrap_or_else(|refused| panic!("{refused}\n{text}"))
        .assessment;
    draft.grades.retain(|_, it| *it != Judgment::default());
    assert_eq!(again, draft, "{text}");
});
