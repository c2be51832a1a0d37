//! The words that a report adds to what was recorded: the titles of its sections and columns.
//!
//! They stand here once, with what they are where a framework says nothing else. A framework may say
//! otherwise under `[report]`, key by key.

/// Makes the words, their keys and their defaults out of one table.
macro_rules! report_words {
    ($($(#[doc = $doc:literal])+ $field:ident = $key:literal, $default:literal;)+) => {
        /// The words of a report. The names in braces that a statement knows stand for the draft's
        /// (`{subject.noun}`); what else may stand in braces is told with each.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct ReportWords {
            $($(#[doc = $doc])+ pub $field: String,)+
        }

        impl Default for ReportWords {
            fn default() -> Self {
                Self { $($field: $default.to_owned(),)+ }
            }
        }

        impl ReportWords {
            /// The keys of `[report]`, in order.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// The words of a key, to be read or written; nothing where there is no such key.
            pub fn words_mut(&mut self, key: &str) -> Option<&mut String> {
                match key {
                    $($key => Some(&mut self.$field),)+
                    _ => None,
                }
            }
        }
    };
}

report_words! {
    /// The title line. `{framework.title}` is the framework's.
    title = "title", "{subject.name}: {framework.title} {period.label}";
    /// Above who inspected whom, and when.
    about = "about", "About this inspection";
    /// The body inspected.
    body = "body", "Inspected";
    /// Who signs.
    inspector = "inspector", "Inspector";
    /// The framework.
    programme = "programme", "Programme";
    /// The framework and its edition: `{programme}`, `{edition}`.
    edition = "edition", "{programme} (edition {edition})";
    /// The year of the programme.
    period = "period", "Period";
    /// The days of fieldwork.
    fieldwork = "fieldwork", "Fieldwork";
    /// From the first day to the last: `{from}`, `{to}`.
    span = "span", "{from} to {to}";
    /// The day of publication.
    published = "published", "Published";
    /// Above the table of judgments, and over its last column.
    judgments = "judgments", "Judgments";
    /// What a judgment is on: the column's title.
    heading = "heading", "Heading";
    /// The pillar of a heading: the column's title.
    pillar = "pillar", "Pillar";
    /// The grade or state: the column's title.
    judgment = "judgment", "Judgment";
    /// The whole: its row, and the title of its section.
    overall = "overall", "Overall";
    /// Said in place of a grade where a heading is described only.
    narrative = "narrative", "narrative, not graded";
    /// Said in place of a grade where a heading was left out.
    not_inspected = "not-inspected", "not inspected";
    /// A grade of an earlier year: `{grade}`, `{year}`.
    carried_over = "carried-over", "{grade}, carried over from {year}";
    /// Said in place of a grade that is not yet given.
    not_graded = "not-graded", "not yet graded";
    /// Above the grades on their scale.
    scale = "scale", "Grades on their scale";
    /// This year, where the draft does not say which.
    this_year = "this-year", "now";
    /// Last year, where its draft does not say which.
    last_year = "last-year", "last year";
    /// What has become of last year's grade: the column's title.
    since = "since", "Since last year";
    /// Said where last year's grades are on another scale.
    two_scales = "two-scales", "Last year's grades are on another scale. The two do not compare.";
    /// In a notice or report on several bodies, which report it is and when it appears: `{title}`, `{date}`.
    appears = "appears", "The report “{title}” is published on {date}.";
    /// In a notice, a judgment that the framework has no sentence for: `{heading}`, `{grade}`, `{subjects}`.
    judged = "judged", "{heading} – {grade}: {subjects}.";
    /// In a notice, of whom no grade is given yet: `{subjects}`.
    ungraded = "ungraded", "No grade is given yet to {subjects}.";
    /// In a report on several bodies, how many have each grade: the table's caption.
    spread = "spread", "How the grades are spread";
    /// In a report on several bodies, above what leads it.
    introduction = "introduction", "Introduction";
    /// In a report on several bodies, above the numbers of them all.
    figures = "figures", "Figures";
    /// Above the statement's own paragraphs.
    summary = "summary", "Summary";
    /// Above one strength.
    strength = "strength", "Strength";
    /// Above strengths.
    strengths = "strengths", "Strengths";
    /// Above one area for improvement.
    improvement = "improvement", "Area for improvement";
    /// Above areas for improvement.
    improvements = "improvements", "Areas for improvement";
    /// Above one cause of concern.
    concern = "concern", "Cause of concern";
    /// Above causes of concern.
    concerns = "concerns", "Causes of concern";
    /// Above practice worth copying.
    practice = "practice", "Promising practice";
    /// Above what is neither praise nor blame.
    context = "context", "Context";
    /// Leads what was looked at for a finding.
    looked_at = "looked-at", "What we looked at";
    /// Leads what was found there.
    found = "found", "What we found";
    /// Leads how that compares.
    comparison = "comparison", "How that compares";
    /// Leads what it does to the people served.
    effect = "effect", "What it means for the public";
    /// Leads a recommendation.
    recommendation = "recommendation", "Recommendation";
    /// To whom: `{addressee}`.
    addressee = "addressee", "to {addressee}";
    /// By which day: `{date}`. A deadline in words stands as it is.
    by_date = "by-date", "by {date}";
    /// What a finding stands on: `{numbers}`.
    stands_on = "stands-on", "evidence {numbers}";
    /// What weighs against a finding: `{numbers}`.
    against = "against", "weighs against: {numbers}";
    /// Said where a heading has no findings.
    nothing = "nothing", "No findings are recorded here.";
    /// Above the look-ahead.
    look_ahead = "look-ahead", "We will look at this again";
    /// Above the answers of the body.
    responses = "responses", "What the {subject.noun} says";
    /// Above the figures.
    data = "data", "About the data";
    /// Leads the figures.
    data_lead = "data-lead", "The numbers in this report, each with the time that it covers and where it comes from.";
    /// What a number is: the column's title.
    figure = "figure", "Figure";
    /// The number: the column's title.
    value = "value", "Value";
    /// Where a number comes from: the column's title.
    source = "source", "Source";
    /// An item of the list of evidence: `{number}`.
    item = "item", "Evidence {number}";
    /// Above the list of evidence.
    evidence = "evidence", "Evidence";
    /// Leads the list of evidence.
    evidence_lead = "evidence-lead", "What the findings stand on. The numbers after a finding are those of this list.";
    /// The number of an item: the column's title.
    number = "number", "Number";
    /// What an item is: the column's title.
    what = "what", "Title";
    /// The kind of an item: the column's title.
    kind = "kind", "Kind";
    /// The day of an item: the column's title.
    date = "date", "Date";
    /// Where it was gathered: the column's title.
    place = "place", "Place";
    /// Where it can be found: the column's title.
    reference = "reference", "Reference";
    /// How far it can be relied on: the column's title.
    reliability = "reliability", "Reliability";
    /// Above what the statement does not say.
    unspoken = "unspoken", "What the summary does not say";
    /// Said where the statement says all.
    everything = "everything", "The summary speaks every finding.";
    /// A sensitive finding, of which nothing else is told: `{heading}`.
    sensitive = "sensitive", "{heading}: a finding that is sensitive, and is not printed";
    /// Said where evidence or figures are left out.
    withheld = "withheld", "Evidence and figures that only sensitive findings use are not listed.";
}
