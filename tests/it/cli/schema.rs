//! What is written as JSON, held to the schema that the program prints.

use std::process::Command;

use assay::store::EXAMPLES;

use crate::support::home::Home;
use crate::support::needs;

use super::{Run, out};

/// Holds each file to the definition that is named before it, and says which do not fit; where `!` leads, it must not.
const HOLD: &str = "
import json, sys
from jsonschema import Draft202012Validator
schema = json.load(open('schema.json'))
Draft202012Validator.check_schema(schema)
for name, file in zip(sys.argv[1::2], sys.argv[2::2]):
    refused = name.startswith('!')
    part = {'$ref': '#/$defs/' + name.lstrip('!'), '$defs': schema['$defs']}
    for validator in [Draft202012Validator(part), Draft202012Validator(schema)]:
        problems = [f'{list(each.path)}: {each.message}'[:400] for each in validator.iter_errors(json.load(open(file)))]
        if bool(problems) != refused:
            print(name, file, problems[:3])
";

/// A file of JSON with the definition that it is held to.
struct Held {
    home: Home,
    arguments: Vec<String>,
}

impl Held {
    fn new() -> Self {
        let home = Home::new();
        let schema = out(&home.run(&["schema"]).success());
        home.write("schema.json", &schema);
        Self {
            home,
            arguments: Vec::new(),
        }
    }

    fn add(&mut self, definition: &str, text: &str) {
        let file = format!("{}.json", self.arguments.len());
        self.home.write(&file, text);
        self.arguments.extend([definition.to_owned(), file]);
    }

    fn run(&mut self, definition: &str, arguments: &[&str]) -> serde_json::Value {
        let text = out(&self.home.run(arguments));
        self.add(definition, &text);
        serde_json::from_str(&text).expect("JSON")
    }

    /// Returns what does not fit.
    fn told(&self) -> Option<String> {
        let python = needs::python_jsonschema()?;
        let told = Command::new(python)
            .args(["-c", HOLD])
            .args(&self.arguments)
            .current_dir(self.home.path())
            .output()
            .expect("it runs");
        let wrong = String::from_utf8_lossy(&told.stderr).into_owned();
        Some(wrong + &String::from_utf8_lossy(&told.stdout))
    }
}

#[test]
fn all_that_is_written_as_json_fits_its_schema() {
    let mut held = Held::new();
    for (name, _) in EXAMPLES {
        let draft = out(&held.home.run(&["example", name]).success());
        held.home.write("d.toml", &draft);
        let print = ["print", "d.toml", "--format", "json"];
        held.run("statement", &print);
        held.run(
            "statement",
            &[&print[..], &["--with-notes", "--sources"]].concat(),
        );
        let report = held.run(
            "report",
            &[&print[..], &["--report", "--with-notes"]].concat(),
        );
        assert!(
            !report["judgments"].as_array().expect("a list").is_empty(),
            "{name}"
        );
        held.run("check", &["check", "d.toml", "--format", "json", "--all"]);
    }
    for (name, text) in super::notices::FILES {
        held.home.write(name, text);
    }
    let notice = held.run("notice", &["notice", "estuary.toml", "--format", "json"]);
    assert_eq!(notice["bodies"].as_array().expect("a list").len(), 3);
    held.run("theme", &["print", "estuary.toml", "--format", "json"]);
    held.run("check", &["check", "estuary.toml", "--format", "json"]);
    held.run("rules", &["check", "--rules", "--format", "json"]);
    held.home.write(
        "drafts/broken.toml",
        "format = 1\nframework = \"annual\"\n[subject\n",
    );
    held.home.write(
        "drafts/empty.toml",
        "format = 1\nid = \"e\"\nframework = \"annual\"\n",
    );
    for (name, text) in super::notices::FILES {
        held.home.write(&format!("drafts/{name}"), text);
    }
    let list = held.run("list", &["list", "drafts", "--format", "json"]);
    assert_eq!(list.as_array().expect("a list").len(), 6, "{list}");
    let empty = held.run("list", &["list", "--format", "json"]);
    assert_eq!(empty, serde_json::json!([]));
    let draft = "format = 1\nid = \"d\"\nframework = \"annual\"\n";
    held.home.write("d.toml", draft);
    held.run("statement", &["print", "d.toml", "--format", "json"]);
    held.run(
        "report",
        &["print", "d.toml", "--report", "--format", "json"],
    );
    if let Some(told) = held.told() {
        assert_eq!(told, "");
    }
}

#[test]
fn the_schema_refuses_what_lacks_a_key_and_what_has_one_more() {
    let mut held = Held::new();
    let draft = out(&held.home.run(&["example", "annual"]).success());
    held.home.write("d.toml", &draft);
    for (definition, arguments, key) in [
        (
            "statement",
            &["print", "d.toml", "--format", "json"][..],
            "paragraphs",
        ),
        (
            "report",
            &["print", "d.toml", "--report", "--format", "json"],
            "blocks",
        ),
    ] {
        let whole = held.run(definition, arguments);
        let mut more = whole.clone();
        more["new"] = true.into();
        held.add(&format!("!{definition}"), &more.to_string());
        let mut less = whole;
        less.as_object_mut().expect("an object").remove(key);
        held.add(&format!("!{definition}"), &less.to_string());
    }
    if let Some(told) = held.told() {
        assert_eq!(told, "");
    }
}

#[test]
fn a_report_as_json_has_the_blocks_of_the_text_and_the_numbers_of_its_sentences() {
    let home = Home::new();
    home.write("d.toml", &out(&home.run(&["example", "annual"]).success()));
    let json = ["print", "d.toml", "--report", "--format", "json"];
    let report: serde_json::Value = serde_json::from_str(&out(&home.run(&json))).expect("JSON");
    let numbered = out(&home.run(&["print", "d.toml", "--report", "--numbered"]));
    let mut many = 0;
    for block in report["blocks"].as_array().expect("blocks") {
        let items = block["items"].as_array().into_iter().flatten();
        for runs in items.chain([block]).filter_map(|it| it["runs"].as_array()) {
            for run in runs.iter().filter(|it| it["number"].is_u64()) {
                let words = format!(
                    "[{}] {}",
                    run["number"],
                    run["text"].as_str().expect("a text")
                );
                assert!(numbered.contains(&words), "{words}: {numbered}");
                many += 1;
            }
        }
    }
    assert!(many > 30, "{many}");
    let victims = report["judgments"].as_array().expect("a list").iter();
    let victims = victims
        .clone()
        .find(|it| it["heading"] == "victims")
        .expect("a judgment");
    assert_eq!(victims["grade"], "requires-improvement");
}
