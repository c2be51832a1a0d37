//! The rows of a page, in the middle of the screen.

mod about;

use super::row::EditorRow;
use super::{DraftEditor, Page};
use crate::assessment::{
    Assessment, FigureField, FindingField, Framework, HeadField, Heading, JudgmentField,
    JudgmentState, Kind, OVERALL, OverallField, Place, Predecessor, RecommendationField,
    ResponseField, StatementField, TRAY, strip,
};

/// Returns the pages of a draft in the order of the left pane: the tray while something is in it, and each graded pillar
/// before the first of its headings.
pub(super) fn pages(assessment: &Assessment, framework: &Framework) -> Vec<Page> {
    let mut all = vec![Page::About, Page::Overall];
    if !assessment.tray.is_empty() || assessment.under(TRAY).next().is_some() {
        all.push(Page::Tray);
    }
    let mut pillars: Vec<usize> = Vec::new();
    let graded = |id: &str| {
        let mut pillars = framework.pillars.iter();
        pillars.position(|pillar| pillar.graded && pillar.id == id)
    };
    for (at, heading) in framework.headings.iter().enumerate() {
        if let Some(pillar) = graded(&heading.pillar)
            && !pillars.contains(&pillar)
        {
            pillars.push(pillar);
            all.push(Page::Pillar(pillar));
        }
        all.push(Page::Heading(at));
    }
    all.extend([Page::Outlook, Page::Answers, Page::Evidence, Page::Figures]);
    all
}

/// Returns the rows of a page.
pub(super) fn of_page(
    page: Page,
    assessment: &Assessment,
    framework: &Framework,
    prompts: bool,
) -> Vec<EditorRow> {
    match page {
        Page::About => {
            let mut rows = about::rows(assessment, framework);
            let field = EditorRow::Field(Place::Head(HeadField::Predecessor));
            if let Some(at) = rows.iter().position(|row| *row == field)
                && has_predecessor(assessment)
            {
                rows.insert(at, EditorRow::Predecessor);
            }
            rows
        }
        Page::Overall => overall(assessment, framework),
        Page::Tray => {
            let findings = assessment.under(TRAY).map(|(at, _)| EditorRow::Finding(at));
            let waiting = (0..assessment.tray.len()).map(EditorRow::TrayItem);
            let words = "What found no place when the framework was changed. Give it one, or set it aside; nothing of it is spoken.";
            std::iter::once(EditorRow::Question(words.to_owned()))
                .chain(findings)
                .chain(waiting)
                .collect()
        }
        Page::Pillar(at) => framework.pillars.get(at).map_or_else(Vec::new, |pillar| {
            let question = match pillar.question.as_str() {
                "" => &pillar.title,
                _ => &pillar.question,
            };
            judged(pillar, question, (assessment, framework), prompts)
        }),
        Page::Heading(at) => framework.headings.get(at).map_or_else(Vec::new, |heading| {
            let mut rows = judged(heading, &heading.question, (assessment, framework), prompts);
            rows.push(EditorRow::Section("Findings"));
            findings(&heading.id, assessment, &mut rows);
            rows
        }),
        Page::Outlook => match assessment.outlook.len() {
            0 => vec![EditorRow::NoItems(
                "What will you look at in the year ahead? Begin each with \"how\" and what the body is called here; at most two are read aloud.",
            )],
            many => (0..many).map(EditorRow::Outlook).collect(),
        },
        Page::Answers => answers(assessment.responses.len()),
        Page::Evidence => Vec::new(),
        Page::Figures => match assessment.figures.len() {
            0 => vec![EditorRow::NoItems(
                "Numbers, typed once. A text names one as {name} and always says its value.",
            )],
            many => (0..many).map(EditorRow::Figure).collect(),
        },
    }
}

fn has_predecessor(assessment: &Assessment) -> bool {
    !assessment.head.predecessor.trim().is_empty()
}

fn overall(assessment: &Assessment, framework: &Framework) -> Vec<EditorRow> {
    let opening = EditorRow::Field(Place::Overall(OverallField::Stance));
    let mut rows = vec![opening];
    if !framework.words.opening_joined.is_empty() {
        let joined = Place::Overall(OverallField::JoinNeed);
        rows.push(EditorRow::Field(joined));
    }
    if !framework.closings.is_empty() || !assessment.statement.closing.is_empty() {
        let closing = Place::Statement(StatementField::Closing);
        rows.push(EditorRow::Field(closing));
    }
    if framework.graded_overall {
        rows.push(EditorRow::Field(Place::Overall(OverallField::Grade)));
        if has_predecessor(assessment) {
            rows.push(EditorRow::LastYear(OVERALL.to_owned()));
        }
        rows.push(EditorRow::Field(Place::Overall(OverallField::Rationale)));
    }
    let graded = strip(assessment, framework, &Predecessor::None).rows;
    if !graded.is_empty() {
        rows.push(EditorRow::Section("Grades"));
        rows.push(EditorRow::Scale);
        rows.extend(graded.into_iter().map(|row| EditorRow::Graded(row.id)));
    }
    rows.push(EditorRow::Section("Findings about the whole"));
    findings(OVERALL, assessment, &mut rows);
    rows
}

/// Returns the rows of a page on which something is judged: the question, the prompts where they are shown, the judgment.
fn judged(
    heading: &Heading,
    question: &str,
    (assessment, framework): (&Assessment, &Framework),
    prompts: bool,
) -> Vec<EditorRow> {
    let asked = |words: &str| framework.asked_of(&assessment.subject.noun, words);
    let mut rows = vec![EditorRow::Question(asked(question))];
    if prompts {
        rows.extend(
            heading
                .prompts
                .iter()
                .map(|it| EditorRow::Prompt(asked(it))),
        );
        rows.extend(heading.good.iter().map(|it| EditorRow::Good(asked(it))));
    }
    judgment(&heading.id, assessment, &mut rows);
    rows
}

fn judgment(heading: &str, assessment: &Assessment, rows: &mut Vec<EditorRow>) {
    let field = |field| EditorRow::Field(Place::Judgment(heading.to_owned(), field));
    rows.push(field(JudgmentField::Grade));
    let judgment = assessment.grades.get(heading);
    if judgment.is_some_and(|judgment| judgment.state == Some(JudgmentState::CarriedOver)) {
        rows.push(field(JudgmentField::From));
    }
    if has_predecessor(assessment) {
        rows.push(EditorRow::LastYear(heading.to_owned()));
    }
    rows.push(field(JudgmentField::Rationale));
}

fn findings(heading: &str, assessment: &Assessment, rows: &mut Vec<EditorRow>) {
    let before = rows.len();
    rows.extend(
        assessment
            .under(heading)
            .map(|(at, _)| EditorRow::Finding(at)),
    );
    if rows.len() == before {
        rows.push(EditorRow::NoFindings);
    }
}

/// Returns every field of one finding.
pub(super) fn of_finding(at: usize, assessment: &Assessment) -> Vec<EditorRow> {
    use FindingField as F;
    let field = |field| EditorRow::Field(Place::Finding(at, field));
    let mut rows = vec![
        field(F::Text),
        EditorRow::Section("What it is"),
        field(F::Kind),
        field(F::Heading),
        field(F::Status),
    ];
    recommendations(at, assessment, &mut rows);
    rows.extend([
        EditorRow::Section("How it is spoken"),
        field(F::Stance),
        field(F::Adverb),
        field(F::Person),
        field(F::Tense),
        field(F::Join),
        field(F::Also),
        field(F::Refer),
        field(F::Order),
        field(F::Paragraph),
        field(F::BeginsParagraph),
        field(F::BeginsWith),
        field(F::Reads),
        field(F::Follows),
        field(F::Change),
        field(F::Spoken),
        field(F::Why),
        field(F::Sensitive),
        EditorRow::Section("What it stands on"),
        field(F::Evidence),
        field(F::Against),
    ]);
    // Strengths and context are said in a sentence; whatever is written of them all the same is shown.
    let rests = assessment.findings.get(at).is_some_and(|finding| {
        let in_full = finding.kind.is_need() || finding.kind == Kind::Practice;
        in_full || F::GROUND.iter().any(|it| !finding.ground(*it).is_empty())
    });
    if rests {
        let ground = [
            EditorRow::Section("What it rests on, for the report"),
            field(F::LookedAt),
            field(F::Found),
            field(F::Comparison),
            field(F::Effect),
        ];
        rows.extend(ground);
    }
    rows
}

/// Adds what is to be done about a finding: what a cause of concern wants first, and no form long enough to hide it.
fn recommendations(at: usize, assessment: &Assessment, rows: &mut Vec<EditorRow>) {
    let many = assessment
        .findings
        .get(at)
        .map_or(0, |finding| finding.recommendations.len());
    let concern = assessment.findings.get(at);
    let concern = concern.is_some_and(|finding| finding.kind == Kind::Concern);
    if many > 0 || concern {
        rows.push(EditorRow::Section("Recommendations"));
    }
    if many == 0 && concern {
        rows.push(EditorRow::NoItems(
            "What is to be done about it, by when, and by whom.",
        ));
    }
    for nth in 0..many {
        use RecommendationField as R;
        let field = |field| EditorRow::Field(Place::Recommendation(at, nth, field));
        rows.push(field(R::Text));
        rows.push(field(R::Deadline));
        rows.push(field(R::Addressee));
    }
}

/// Returns the answers of the body: who said it, in which words, when.
fn answers(many: usize) -> Vec<EditorRow> {
    const TITLES: [&str; 3] = ["First answer", "Second answer", "A further answer"];
    if many == 0 {
        return vec![EditorRow::NoItems(
            "What does the body answer? Its own words are printed in quotes, with who said them.",
        )];
    }
    let one = |at: usize| {
        use ResponseField as R;
        let field = move |field| EditorRow::Field(Place::Response(at, field));
        let title = if many == 1 {
            "The answer"
        } else {
            TITLES
                .get(at)
                .or(TITLES.last())
                .copied()
                .unwrap_or_default()
        };
        [
            EditorRow::Section(title),
            field(R::By),
            field(R::Text),
            field(R::Date),
            field(R::Lead),
            field(R::On),
        ]
    };
    (0..many).flat_map(one).collect()
}

/// Returns every field of one figure.
pub(super) fn of_figure(at: usize) -> Vec<EditorRow> {
    use FigureField as F;
    let field = |field| EditorRow::Field(Place::Figure(at, field));
    vec![
        field(F::Id),
        field(F::Value),
        field(F::Unit),
        field(F::Label),
        field(F::Period),
        field(F::Of),
        field(F::PartOf),
        field(F::Source),
    ]
}

impl DraftEditor {
    /// Returns the fields of the whole draft, in the order of its pages, each with the title that it stands under there.
    pub(in crate::app) fn fields_of_whole(&self) -> Vec<(Place, &str)> {
        let mut fields = Vec::new();
        for page in [Page::About, Page::Overall] {
            let mut on = self.page_title(page);
            for row in of_page(page, &self.assessment, &self.framework, false) {
                match row {
                    EditorRow::Section(title) => on = title,
                    EditorRow::Field(place) => fields.push((place, on)),
                    _ => {}
                }
            }
        }
        fields
    }
}
