//! Problems of a framework that can be used and would still disappoint whoever writes under it.
//!
//! What keeps a framework from being used is reported where its file is read. These are warnings: nothing here
//! is wrong, but something will be missing, unreachable or said twice.

use crate::assessment::{Band, Counts, Framework, Grade, Heading};
use crate::statement::{GradeTally, holds};

/// A place in a framework file: a table of a list by its index, or a table by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameworkPart {
    /// The table or list: "headings", "judgments"; empty for the top of the file.
    pub table: &'static str,
    /// The place in the list; 0 where it is no list.
    pub at: usize,
    /// The key there; empty for the whole table. It may be one that is not there yet.
    pub key: &'static str,
}

/// Something in a framework that wants a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkProblem {
    /// The place in the file.
    pub part: FrameworkPart,
    /// A sentence on what is wrong.
    pub what: String,
    /// A sentence on what would put it right.
    pub remedy: String,
}

/// Returns every problem of a framework, list by list.
pub fn check_framework(framework: &Framework) -> Vec<FrameworkProblem> {
    let mut problems = FrameworkProblems(Vec::new());
    problems.statement(framework);
    problems.judgments(framework);
    for (at, point) in framework.scale.iter().enumerate() {
        if point.meaning.trim().is_empty() {
            let what = format!("nothing says what \"{}\" means", point.words);
            problems.add(("scale", at, "meaning"), what, "write its meaning in short");
        }
    }
    problems.judged(framework);
    problems.ladder(framework);
    problems.frames(framework);
    problems.0
}

struct FrameworkProblems(Vec<FrameworkProblem>);

impl FrameworkProblems {
    fn add(
        &mut self,
        (table, at, key): (&'static str, usize, &'static str),
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.0.push(FrameworkProblem {
            part: FrameworkPart { table, at, key },
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    fn statement(&mut self, framework: &Framework) {
        let words = &framework.words;
        for (key, text, without) in [("title", &words.title, "statements have no title")] {
            if text.trim().is_empty() {
                let remedy = format!("write {key} = \"…\" under [statement]");
                self.add(("statement", 0, key), without, remedy);
            }
        }
        if words.contrast.iter().all(|word| word.trim().is_empty()) {
            let remedy = "write contrast = \"…\", or a list of words, under [statement]";
            let what = "nothing turns from strengths to areas for improvement";
            self.add(("statement", 0, "contrast"), what, remedy);
        }
        if framework.look_ahead.most == 0 {
            let what = "nothing of the look-ahead is read aloud";
            self.add(
                ("look-ahead", 0, "most"),
                what,
                "write most = 2 under [look-ahead]",
            );
        }
        if framework.noun.trim().is_empty() {
            let remedy = "write noun = \"force\", or what the body is called after \"the\"";
            self.add(("", 0, "noun"), "no noun stands for the body", remedy);
        }
    }

    /// Reports words of grades that nothing can speak, or that leave out what they are for.
    fn judgments(&mut self, framework: &Framework) {
        let words = &framework.judgments;
        let pillars = framework.pillars.iter().any(|pillar| pillar.graded);
        let whole = framework.graded_overall;
        for (key, text, can) in [
            ("overall", &words.overall, whole),
            ("overall-behind", &words.overall_behind, whole),
            ("overall-many", &words.overall_many, whole),
            ("pillar", &words.pillar, pillars),
        ] {
            if !text.is_empty() && !can {
                let what = format!("\"{key}\" is never spoken: the framework gives no such grade");
                let remedy = match key {
                    "pillar" => "write out the pillars, with graded = true",
                    _ => "write graded-overall = true at the top of the file",
                };
                self.add(("judgments", 0, key), what, remedy);
            }
        }
        for (key, text, name) in [
            ("overall", &words.overall, "grade}"),
            ("overall-behind", &words.overall_behind, "grade}"),
            ("overall-many", &words.overall_many, "{subjects}"),
            ("pillar", &words.pillar, "grade}"),
            ("carried-over", &words.carried_over, "{from}"),
            ("carried-over", &words.carried_over, "{topic}"),
            ("carried-over-many", &words.carried_over_many, "{from}"),
            ("carried-over-many", &words.carried_over_many, "{topic}"),
            ("not-inspected", &words.not_inspected, "{topic}"),
        ] {
            if !text.is_empty() && !text.contains(name) {
                let name = match name {
                    "grade}" => "{grade}",
                    name => name,
                };
                let what = format!("\"{key}\" does not say {name}");
                self.add(
                    ("judgments", 0, key),
                    what,
                    format!("put {name} where it belongs"),
                );
            }
        }
    }

    fn judged(&mut self, framework: &Framework) {
        for (at, pillar) in framework.pillars.iter().enumerate() {
            if framework.headings_of(&pillar.id).next().is_none() {
                let what = format!("no heading belongs to the pillar \"{}\"", pillar.id);
                self.add(
                    ("pillars", at, "id"),
                    what,
                    "name it in a heading, or take it out",
                );
            }
            self.questions("pillars", at, pillar, &["question"]);
        }
        for (at, heading) in framework.headings.iter().enumerate() {
            self.questions("headings", at, heading, &["question", "prompts", "good"]);
        }
    }

    fn questions(&mut self, table: &'static str, at: usize, of: &Heading, wanted: &[&str]) {
        for (key, missing, remedy) in [
            (
                "question",
                of.question.trim().is_empty(),
                "write what the inspection asks",
            ),
            (
                "prompts",
                of.prompts.is_empty(),
                "write what to think of while writing",
            ),
            (
                "good",
                of.good.is_empty(),
                "write the characteristics of good",
            ),
        ] {
            if missing && wanted.contains(&key) {
                let what = format!("\"{}\" has no {key}", of.id);
                self.add((table, at, key), what, remedy);
            }
        }
    }

    /// Reports frames and closings with the same words as an earlier one: they are never needed.
    fn frames(&mut self, framework: &Framework) {
        for (at, closing) in framework.closings.iter().enumerate() {
            let mut earlier = framework.closings.iter().take(at);
            if let Some(same) = earlier.find(|other| other.words == closing.words) {
                let (id, same) = (&closing.id, &same.id);
                let what = format!("the closing \"{id}\" is of no use: \"{same}\" says the same");
                let remedy = "give it other words, or take it out";
                self.add(("closings", at, "words"), what, remedy);
            }
        }
        for (at, frame) in framework.frames.iter().enumerate() {
            let earlier = framework.frames.iter().take(at);
            if let Some(same) = earlier.into_iter().find(|other| other.words == frame.words) {
                let what = format!(
                    "the frame \"{}\" is of no use: \"{}\" says the same",
                    frame.id, same.id
                );
                self.add(
                    ("frames", at, "words"),
                    what,
                    "give it other words, or take it out",
                );
            }
        }
    }

    /// Reports combinations of grades for which no opening is suggested, and bands that can never be met.
    /// That several openings suit the same grades is as it should be.
    fn ladder(&mut self, framework: &Framework) {
        for (at, rung) in framework.ladder.iter().enumerate() {
            let earlier = framework.ladder.iter().take(at);
            if let Some(same) = earlier.into_iter().find(|other| other.words == rung.words) {
                let what = format!(
                    "the opening \"{}\" says the same as \"{}\"",
                    rung.id, same.id
                );
                self.add(
                    ("ladder", at, "words"),
                    what,
                    "give it other words, or take it out",
                );
            }
        }
        if framework.ladder.is_empty() {
            let what = "there is no opening to choose";
            self.add(
                ("", 0, "ladder"),
                what,
                "write a [[ladder]] with id and words for each",
            );
        }
        let banded = framework.ladder.iter().any(|rung| !rung.bands.is_empty());
        if !banded {
            return;
        }
        let many = counted(framework);
        if many == 0 {
            let what = format!(
                "bands count {}, and none is graded",
                framework.counts.nouns().1
            );
            self.add(
                ("", 0, "bands-count"),
                what,
                "let bands-count name what is graded",
            );
            return;
        }
        // Beyond this, there are more combinations than anybody waits for.
        if many > MOST_COUNTED {
            return;
        }
        let combinations = combinations(framework, many);
        self.gaps(framework, &combinations);
        for (at, rung) in framework.ladder.iter().enumerate() {
            let met = |band: &Band| {
                combinations
                    .iter()
                    .any(|combination| holds(band, &combination.tally))
            };
            if rung.bands.iter().any(|band| !met(band)) {
                let what = format!("no grades can suggest \"{}\" by one of its bands", rung.id);
                let remedy = format!("{many} are counted in all; correct its bounds");
                self.add(("ladder", at, "band"), what, remedy);
            }
            let twice = |combination: &&GradeCombination| {
                let bands = rung.bands.iter();
                bands.filter(|band| holds(band, &combination.tally)).count() > 1
            };
            if let Some(combination) = combinations.iter().find(twice) {
                let what = format!(
                    "two bands of \"{}\" overlap, as at {}",
                    rung.id, combination
                );
                self.add(
                    ("ladder", at, "band"),
                    what,
                    "let each cover what the others do not",
                );
            }
        }
    }

    fn gaps(&mut self, framework: &Framework, combinations: &[GradeCombination]) {
        let suggests = |combination: &&GradeCombination| {
            let mut rungs = framework.ladder.iter();
            rungs.any(|rung| {
                rung.bands.is_empty()
                    || rung
                        .bands
                        .iter()
                        .any(|band| holds(band, &combination.tally))
            })
        };
        let left: Vec<&GradeCombination> = combinations
            .iter()
            .filter(|combination| !suggests(combination))
            .collect();
        if let Some(first) = left.first() {
            let what = format!(
                "the ladder has a gap: nothing is suggested at {} ({} of {} ways in which grades can fall)",
                first,
                left.len(),
                combinations.len()
            );
            self.add(
                ("ladder", 0, ""),
                what,
                "widen the band of the opening that fits",
            );
        }
    }
}

/// The largest number of graded things for which the combinations are tried.
const MOST_COUNTED: usize = 24;

/// Returns the number of grades that the bands count.
fn counted(framework: &Framework) -> usize {
    let graded = |id: &String| framework.heading(id).is_some_and(|heading| heading.graded);
    match framework.counts {
        Counts::Groups => {
            let groups = framework.plan.iter();
            groups.filter(|ids| ids.iter().any(graded)).count()
        }
        Counts::Headings => framework.headings.iter().filter(|each| each.graded).count(),
        Counts::Pillars => framework.pillars.iter().filter(|each| each.graded).count(),
        Counts::Overall => usize::from(framework.graded_overall),
    }
}

/// A combination of grades: the number of each.
struct GradeCombination {
    grades: Vec<(Grade, usize)>,
    tally: GradeTally,
}

impl GradeCombination {
    fn new(grades: Vec<(Grade, usize)>, concern: bool) -> Self {
        let many = |which: fn(Grade) -> bool| -> usize {
            let those = grades.iter().filter(|(grade, _)| which(*grade));
            those.map(|(_, many)| many).sum()
        };
        let tally = GradeTally {
            outstanding: many(|grade| grade == Grade::Outstanding),
            below_good: many(Grade::is_below_good),
            below_adequate: many(|grade| grade > Grade::Adequate),
            inadequate: many(|grade| grade == Grade::Inadequate),
            concern,
            graded: many(|_| true),
            ungraded: 0,
            settled: 0,
        };
        Self { grades, tally }
    }
}

impl std::fmt::Display for GradeCombination {
    /// Writes it as "3 good, 1 inadequate, a cause of concern".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let given = self.grades.iter().filter(|(_, many)| *many > 0);
        let mut words: Vec<String> = given
            .map(|(grade, many)| format!("{many} {}", grade.word()))
            .collect();
        if self.tally.concern {
            words.push("a cause of concern".to_owned());
        }
        f.write_str(&words.join(", "))
    }
}

/// Returns every combination of this many grades of the scale, without a cause of concern and with one.
fn combinations(framework: &Framework, many: usize) -> Vec<GradeCombination> {
    let mut ways: Vec<Vec<(Grade, usize)>> = vec![Vec::new()];
    let last = framework.scale.len().saturating_sub(1);
    for (at, point) in framework.scale.iter().enumerate() {
        let mut next = Vec::new();
        for way in &ways {
            let used: usize = way.iter().map(|(_, many)| many).sum();
            let least = if at == last { many - used } else { 0 };
            for having in least..=many - used {
                let mut way = way.clone();
                way.push((point.grade, having));
                next.push(way);
            }
        }
        ways = next;
    }
    let both = |way: Vec<(Grade, usize)>| {
        [
            GradeCombination::new(way.clone(), false),
            GradeCombination::new(way, true),
        ]
    };
    ways.into_iter().flat_map(both).collect()
}

#[cfg(test)]
mod tests;
