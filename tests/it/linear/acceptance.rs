//! Whole statements made line by line, by a script that reads only what is said: it knows what it wants to write, and finds
//! every number and name in the answers.

use assay::assessment::{Assessment, Finding, Framework, Kind, OVERALL};
use assay::store::format;

use crate::support::home::Home;
use crate::support::listener::Listener;
use crate::support::needs::acceptance;
use crate::support::typist::shortest;

/// A script with its ear at the program.
struct Script {
    listener: Listener,
    lines: usize,
}

impl Script {
    fn start(home: &Home) -> Self {
        Self {
            listener: Listener::start(home, &[]),
            lines: 0,
        }
    }

    fn say(&mut self, line: &str) {
        self.lines += 1;
        self.listener.say(line);
    }

    /// Writes a text that goes on until a full stop stands alone.
    fn prose(&mut self, words: &str) {
        self.say(words);
        self.say(".");
    }

    /// Chooses from the list that was told what has these words.
    fn choose(&mut self, is: impl Fn(&str) -> bool) {
        loop {
            if let Some(number) = self.listener.find(&is) {
                return self.say(&number.to_string());
            }
            let heard = self.listener.heard();
            let more = heard
                .split_once("more: “")
                .and_then(|(_, more)| more.split_once('”'));
            let Some((more, _)) = more else {
                panic!("not to be chosen:\n{}", self.listener.transcript);
            };
            self.say(more);
        }
    }

    /// Chooses what is called so.
    fn choose_called(&mut self, words: &str) {
        let called = |row: &str| {
            let name = row.split(" – ").next().unwrap_or_default();
            name.trim_end_matches(" (now)")
                .trim_end_matches(" (suggested)")
                == words
        };
        self.choose(called);
    }

    /// All that is listed here.
    fn all_rows(&mut self) -> String {
        let mut all = String::new();
        let mut line = "list".to_owned();
        loop {
            self.say(&line);
            let heard = self.listener.heard();
            all.push_str(&heard);
            all.push('\n');
            let more = heard
                .split_once("more: “")
                .and_then(|(_, more)| more.split_once('”'));
            match more {
                Some((more, _)) => line = more.to_owned(),
                None => return all,
            }
        }
    }

    /// Changes the field of this label, the `nth` one of it on this page, with a command.
    fn at_field(&mut self, label: &str, nth: usize) {
        let begins = format!("{label}: ");
        let heard = self.all_rows();
        let rows = heard.lines().filter_map(|line| {
            let (number, row) = line.split_once(". ")?;
            row.starts_with(&begins).then(|| number.to_owned())
        });
        let number = rows.collect::<Vec<_>>().get(nth).cloned();
        let number = number.unwrap_or_else(|| panic!("no {label}:\n{heard}"));
        self.say(&format!("edit {number}"));
    }

    /// Fills in a field of one line. Names that it may mean are taken where they are just that.
    fn fill_in(&mut self, label: &str, nth: usize, words: &str) {
        if words.is_empty() {
            return;
        }
        self.at_field(label, nth);
        self.say(words);
        if self.listener.heard().contains("Names that this may mean") {
            self.say("");
        }
    }

    fn findings(&mut self, draft: &Assessment, framework: &Framework, heading: &str) {
        for (_, finding) in draft.under(heading) {
            self.finding(draft, framework, finding);
        }
    }

    fn finding(&mut self, draft: &Assessment, framework: &Framework, finding: &Finding) {
        self.say(match finding.kind {
            Kind::Strength => "add-strength",
            Kind::Improvement => "add-improvement",
            Kind::Concern => "add-concern",
            Kind::Practice => "add-practice",
            Kind::Context => "add-context",
        });
        self.prose(&finding.text);
        if !finding.stance.is_empty() {
            let frame = framework.frame(&finding.stance).expect("a frame");
            let begins = frame.begins();
            self.say("frame");
            self.choose(|row| row.ends_with(&format!("– {begins}")));
        }
        if finding.begins_paragraph {
            self.say("begin-paragraph");
        }
        for id in &finding.evidence {
            let item = draft.evidence_item(id).expect("evidence");
            self.say("evidence");
            self.say(&item.title);
            if self.listener.heard().contains("Names that") {
                self.say(".");
            }
        }
        let paragraph = !finding.paragraph.is_empty();
        if finding.also.is_none() && finding.order.is_none() && !paragraph {
            return;
        }
        self.say("details");
        if finding.also == Some(true) {
            self.at_field("Also", 0);
            self.choose(|row| row.starts_with("yes"));
        }
        if let Some(order) = finding.order {
            self.at_field("Order", 0);
            self.choose(|row| row.starts_with(&order.to_string()));
        }
        if paragraph {
            self.fill_in("Own paragraph", 0, &finding.paragraph);
        }
        self.say("details");
    }

    fn grade(&mut self, draft: &Assessment, framework: &Framework, heading: &str) {
        let Some(judgment) = draft.grades.get(heading) else {
            return;
        };
        let point = judgment.grade.and_then(|it| framework.scale_point(it));
        if let Some(point) = point {
            self.say("grade");
            self.choose_called(&point.words);
        }
        if !judgment.rationale.is_empty() {
            self.say("rationale");
            self.prose(&judgment.rationale);
        }
    }

    fn figures(&mut self, draft: &Assessment) {
        if draft.figures.is_empty() {
            return;
        }
        self.say("go Figures");
        for figure in &draft.figures {
            self.say("add");
            self.say(&figure.id);
            self.say(&figure.value);
            self.fill_in("Unit", 0, &figure.unit);
            self.fill_in("What it is", 0, &figure.label);
            self.fill_in("Period", 0, &figure.period);
            if !figure.part_of.is_empty() {
                self.fill_in("Part of figure", 0, &figure.part_of);
            }
            self.say("details");
        }
    }
}

fn framework(id: &str) -> std::sync::Arc<Framework> {
    let all = assay::store::Frameworks::load(std::path::Path::new(""));
    all.get(id).expect("built in")
}

fn wanted(draft: &str, framework: &std::sync::Arc<Framework>) -> Assessment {
    let known = framework.clone();
    let draft = format::read("draft", draft, &move |_| Ok(known.clone())).expect("it is right");
    shortest(&draft.assessment, framework)
}

#[test]
fn the_whole_statement_is_made_line_by_line_from_an_empty_folder_and_printed() {
    let (Some(draft), Some(statement)) = (
        acceptance("city-of-london-2015.toml"),
        acceptance("statement.txt"),
    ) else {
        return;
    };
    let framework = framework("annual");
    let draft = wanted(&draft, &framework);
    let home = Home::new();
    let mut script = Script::start(&home);
    script.say("new");
    script.say(&draft.subject.name);
    script.choose_called(&framework.title);
    script.fill_in("Name", 1, &draft.inspector.name);
    script.fill_in("Office", 0, &draft.inspector.office);
    script.fill_in("Year", 0, &draft.period.label);
    if !draft.statement.greeting.is_empty() {
        script.at_field("Greeting", 0);
        script.prose(&draft.statement.greeting);
    }
    script.figures(&draft);
    script.say("go Overall");
    if !draft.overall.stance.is_empty() {
        script.say("opening");
        // The one whose words are to be read out.
        script.choose(|row| {
            let words = row.split_once(" – ").map(|(_, words)| words);
            words.is_some_and(|words| statement.contains(words))
        });
    }
    script.findings(&draft, &framework, OVERALL);
    for heading in &framework.headings {
        script.say(&format!("go {}", heading.title));
        script.grade(&draft, &framework, &heading.id);
        script.findings(&draft, &framework, &heading.id);
    }
    script.say("go Look-ahead");
    for item in &draft.outlook {
        script.say("add");
        script.prose(&item.text);
    }
    script.say("print");
    script.say("print-write");
    let said = script.listener.heard();
    assert!(
        said.contains("Printed to"),
        "{}",
        script.listener.transcript
    );
    println!("{} lines", script.lines);
    let (status, transcript) = script.listener.hang_up();
    assert_eq!(status, 0);
    let printed = std::fs::read_to_string(home.drafts().join("city-of-london-police.txt"));
    let printed = printed.expect("the print");
    assert_eq!(printed.trim(), statement.trim(), "{transcript}");
}

#[test]
fn the_london_inspection_is_made_line_by_line_and_its_notice_printed() {
    let names = ["city-of-london", "metropolitan", "british-transport"];
    let drafts = names.map(|name| acceptance(&format!("london-soc/{name}.toml")));
    let Some(must) = acceptance("london-soc/notice-must-say.txt") else {
        return;
    };
    let framework = framework("soc-2022");
    let home = Home::new();
    let mut script = Script::start(&home);
    script.say("new-inspection");
    script.say("The London regional response to serious and organised crime");
    if script.listener.prompt.contains("day") {
        script.say("2023-05-19");
    } else {
        script.say("publication");
        script.say("2023-05-19");
    }
    if script.listener.heard().contains("Names that") {
        script.say("1");
    }
    for (nth, draft) in drafts.iter().enumerate() {
        let draft = wanted(draft.as_deref().expect("the draft"), &framework);
        script.body(&draft, &framework, nth == 0);
        script.say("close");
        assert!(
            script.listener.prompt.starts_with("inspection"),
            "{}",
            script.listener.transcript
        );
    }
    script.say("print");
    script.say("print-write");
    let said = script.listener.heard();
    assert!(
        said.contains("Printed to"),
        "{}",
        script.listener.transcript
    );
    println!("{} lines", script.lines);
    let (status, transcript) = script.listener.hang_up();
    assert_eq!(status, 0);
    let folder = std::fs::read_dir(home.drafts()).expect("the folder");
    let notice = folder
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.to_string_lossy().ends_with("notice.txt"));
    let notice = std::fs::read_to_string(notice.expect("the notice")).expect("the notice");
    for line in must.lines().filter(|line| !line.trim().is_empty()) {
        assert!(
            notice.contains(line.trim()),
            "{line:?} is missing from\n{notice}\n{transcript}"
        );
    }
}

impl Script {
    /// Makes the draft of a body of the inspection.
    fn body(&mut self, draft: &Assessment, framework: &Framework, first: bool) {
        self.say("new-body");
        self.say(&draft.subject.name);
        if first {
            // The first body decides under which framework the inspection is.
            self.choose_called(&framework.title);
        }
        if self.listener.prompt.starts_with("inspection") {
            self.say("open");
        }
        self.say("go About");
        self.fill_in("In a sentence", 0, &draft.subject.spoken);
        self.fill_in("Name", 1, &draft.inspector.name);
        self.fill_in("Office", 0, &draft.inspector.office);
        self.fill_in("Year", 0, &draft.period.label);
        self.say("go Overall");
        let grade = draft.overall.grade.expect("a grade");
        self.say("grade");
        self.choose_called(&grade.word().replace('-', " "));
        self.say("rationale");
        self.prose(&draft.overall.rationale);
        self.figures(draft);
        for heading in &framework.headings {
            if draft.under(&heading.id).count() > 0 {
                self.say(&format!("go {}", heading.title));
                self.findings(draft, framework, &heading.id);
            }
        }
        if !draft.responses.is_empty() {
            self.say("go Answers");
        }
        for (nth, response) in draft.responses.iter().enumerate() {
            self.say("add");
            if self.listener.prompt.ends_with(">") && self.listener.prompt.starts_with("Answers") {
                self.at_field("By", nth);
            }
            self.say(&response.by);
            self.at_field("In its words", nth);
            self.prose(&response.text);
        }
    }
}
