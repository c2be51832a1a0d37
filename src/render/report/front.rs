//! The front of a report: its title, who inspected whom and when, and how the body is monitored.

use super::super::block::{Block, ListItem, Run, labelled};
use super::super::line;
use super::super::sources::day;
use super::super::words::fill;
use super::list;
use super::writer::ReportWriter;

/// Says whether a text opens with a year: "2015", "2018/19", "2023–25".
fn opens_with_year(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit);
    digits.count() == 4
}

/// Says whether a title says the years of a programme, and this year is one of them: "PEEL 2023–25", in 2024.
fn spans_year(title: &str, year: &str) -> bool {
    let Ok(year) = year.trim().parse::<u16>() else {
        return false;
    };
    let runs = title.split(|sign: char| !sign.is_ascii_digit());
    let runs: Vec<&str> = runs.filter(|run| !run.is_empty()).collect();
    runs.windows(2).any(|pair| match pair {
        [from, to] if from.len() == 4 && to.len() == 2 => {
            let from: u16 = from.parse().unwrap_or(u16::MAX);
            let to = from / 100 * 100 + to.parse().unwrap_or(0);
            (from..=to).contains(&year)
        }
        _ => false,
    })
}

impl ReportWriter<'_> {
    /// Returns the title, the year once.
    fn report_title(&self) -> String {
        const PROGRAMME: &str = "{framework.title}";
        let (title, framework) = (&self.words.title, self.framework);
        let year = self.draft.period.label.as_str();
        let twice = title.contains(PROGRAMME)
            && (framework.says_year(year) || spans_year(&framework.title, year));
        let words = title.replace(PROGRAMME, &framework.title);
        match twice {
            true => {
                let said = self.say(&words.replace("{period.label}", ""));
                said.trim_end_matches([' ', ',', ':', '–', '-']).to_owned()
            }
            false => self.say(&words),
        }
    }

    /// Adds the title, and who inspected whom and when.
    pub(super) fn front(&mut self) {
        let (draft, terms) = (self.draft, self.words);
        let title = Block::Title(vec![Run::Plain(self.report_title())]);
        self.blocks.push(title);
        let period = &draft.period;
        let fieldwork = match (day(&period.fieldwork_from), day(&period.fieldwork_to)) {
            (from, to) if from.is_empty() || to.is_empty() || from == to => {
                if from.is_empty() {
                    to
                } else {
                    from
                }
            }
            (from, to) => fill(&terms.span, &[("{from}", &from), ("{to}", &to)]),
        };
        let signed = [line(&draft.inspector.name), self.office()];
        let programme = match (line(&self.framework.title), line(&self.framework.version)) {
            // One named after a year would be read as the year of the inspection, which is told below.
            (title, edition) if edition.is_empty() || opens_with_year(&edition) => title,
            (title, edition) => fill(
                &terms.edition,
                &[("{programme}", &title), ("{edition}", &edition)],
            ),
        };
        let facts = [
            (&terms.body, line(&draft.subject.name)),
            (&terms.inspector, list(&signed)),
            (&terms.programme, programme),
            (&terms.period, line(&period.label)),
            (&terms.fieldwork, fieldwork),
            (&terms.published, day(&period.published)),
            (&terms.monitoring, self.monitoring()),
        ];
        let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
        let facts = facts.map(|(label, fact)| labelled(&self.say(label), fact));
        let facts: Vec<ListItem> = facts.collect();
        self.title(2, &terms.about);
        self.blocks.push(Block::List(facts));
    }

    /// Returns the inspector's office, the framework's where the draft names none; empty where neither does.
    fn office(&self) -> String {
        let words = [&self.draft.inspector.office, &self.framework.words.office];
        match words.iter().all(|words| words.trim().is_empty()) {
            true => String::new(),
            false => self.say("{inspector.office}"),
        }
    }

    /// Returns the stage in which the body is monitored, and since when.
    fn monitoring(&self) -> String {
        let monitoring = &self.draft.monitoring;
        let stage = self.framework.stage(&monitoring.stage);
        let stage = stage.map(|stage| line(&stage.title)).unwrap_or_default();
        match day(&monitoring.since) {
            since if since.is_empty() || stage.is_empty() => stage,
            since => fill(
                &self.words.monitored,
                &[("{stage}", &stage), ("{date}", &since)],
            ),
        }
    }
}
