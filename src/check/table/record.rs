//! The rules about what is recorded: names, grades, evidence, figures and needs.

/// Hands its rows to the macro that has the others.
macro_rules! rules_of_the_record {
    ($others:ident) => {
$others! {
    MissingName "missing-name" Names Error
        "The body inspected, or the inspector, has no name."
        "The statement names both in its first breath.";
    IdTwice "id-twice" Names Error
        "Two items of a list have one id."
        "Whatever names the id then names two things, and nobody can tell which was meant.";
    UnknownHeading "unknown-heading" Names Error
        "A finding stands under a heading that the framework has not."
        "It has no paragraph, so it is not spoken.";
    UnknownHeadingGraded "unknown-heading-graded" Names Warning
        "A judgment is of a heading that the framework has not."
        "The grade is in the file and in no print.";
    UnknownRung "unknown-rung" Names Error
        "The opening is one that the framework has not."
        "The statement begins without its opening sentence.";
    UnknownFrame "unknown-frame" Names Error
        "A finding is to be spoken in a frame that the framework has not."
        "It is spoken without the weight that was meant.";
    UnknownAdverb "unknown-adverb" Names Error
        "A finding has an adverb that its frame has not."
        "It is spoken without the adverb that was meant.";
    UnknownForm "unknown-form" Names Error
        "A form is chosen that the opening has not, or without an opening."
        "The opening is spoken in its own words, and not in those that were meant.";
    UnknownVoice "unknown-voice" Names Error
        "The draft names a voice that the framework has not."
        "It is spoken in the framework's own voice.";
    UnknownFigure "unknown-figure" Names Error
        "A text names a figure or field in braces that there is not."
        "The statement would be read out with the braces in it.";
    UnknownEvidence "unknown-evidence" Names Error
        "A finding stands on evidence that is not recorded."
        "Whoever asks for it will find nothing.";
    UnknownSource "unknown-source" Names Error
        "A figure comes from evidence that is not recorded."
        "A figure that cannot be traced cannot be defended.";
    UnknownWhole "unknown-whole" Names Error
        "A figure is part of a figure that there is not."
        "A part without its whole says nothing.";
    UnknownParagraph "unknown-paragraph" Names Warning
        "needs-first names a paragraph that there is not."
        "The order that was asked for is not kept.";
    DraftUnread "draft-unread" Names Error
        "An inspection names a draft that cannot be read."
        "The notice and the thematic report leave its body out.";
    UnknownStage "unknown-stage" Names Error
        "The stage of monitoring is one that the framework has not."
        "The statement and the report say nothing of it.";
    UnknownClosing "unknown-closing" Names Error
        "The closing is one that the framework has not."
        "The statement ends without its last sentence.";
    OfficeOfAnotherReign "office-of-another-reign" Names Warning
        "An office says Her Majesty's of a day since 8 September 2022, or His of one before."
        "The office follows the day on which the assessment is published.";
    NoteOnNothing "note-on-nothing" Names Advice
        "A review note is about something that there is not."
        "Nobody will meet it where it was meant to be met.";

    GradeOffScale "grade-off-scale" Grades Error
        "A grade is not on the framework's scale."
        "The four grades to 2018/19 and the five since 2021/22 do not compare; a draft uses one of the two.";
    GradeWithoutRationale "grade-without-rationale" Grades Warning
        "Nothing says why a grade was given."
        "A moderation panel and the body itself will ask for the reason first.";
    GradeWithoutEvidence "grade-without-evidence" Grades Warning
        "No finding under a graded heading stands on evidence."
        "A grade that rests on no evidence falls at the first challenge.";
    InadequateWithoutConcern "inadequate-without-concern" Grades Warning
        "A heading is inadequate, and there is no cause of concern under it."
        "Inadequate means that there are causes of concern.";
    RequiresImprovementWithoutNeed "requires-improvement-without-need" Grades Warning
        "A heading requires improvement, and nothing under it asks for any."
        "Published text has been called not congruent with its grade for just this.";
    AdequateWithoutImprovement "adequate-without-improvement" Grades Warning
        "A heading is adequate, and there is no area for improvement under it."
        "Adequate means that something falls short of good.";
    GoodWithConcern "good-with-concern" Grades Warning
        "A heading is good or better, and there is a cause of concern under it."
        "A concern is a serious or systemic shortcoming; good has none.";
    GoodWithoutStrength "good-without-strength" Grades Warning
        "A heading is good or better, and no strength is recorded under it."
        "Good shows the characteristics of good, and the draft shows none.";
    OutstandingWithNeed "outstanding-with-need" Grades Warning
        "A heading is outstanding, and something under it needs to improve."
        "Outstanding goes well beyond good; an area for improvement beside it will be asked about.";
    HeadingNotSettled "heading-not-settled" Grades Advice
        "A heading that the framework grades has no grade, and nothing says that it has none."
        "Readers take silence for an oversight.";
    GradeStale "grade-stale" Grades Warning
        "What stood under a heading has changed since its grade was chosen."
        "A grade that nobody has looked at again may no longer be the one that the findings bear out.";
    RationaleStale "rationale-stale" Grades Warning
        "What stood under a heading has changed since the reason for its grade was written."
        "The reason is read beside the findings, and the two must tell the same story.";
    CarriedOverWithoutYear "carried-over-without-year" Grades Warning
        "A grade is carried over, and the year that it comes from is not written."
        "An old grade that looks like this year's misleads the public.";
    CarriedOverWithoutGrade "carried-over-without-grade" Grades Warning
        "A heading is carried over, and there is no grade to carry."
        "Nothing is carried.";
    GradeWhereNoneBelongs "grade-where-none-belongs" Grades Warning
        "A heading that is narrative or was not inspected has a grade."
        "One of the two is wrong, and the reader cannot tell which.";
    GradeNotAskedFor "grade-not-asked-for" Grades Warning
        "A grade is given where the programme gives none."
        "It cannot be set beside those of other bodies, which have none.";
    FindingNotInspected "finding-not-inspected" Grades Warning
        "A finding stands under a heading that was not inspected."
        "What was not inspected was not found.";

    NoEvidence "no-evidence" Evidence Warning
        "The draft has grades, and no evidence at all."
        "Every claim is tied to evidence, or it is an opinion.";
    FindingWithoutEvidence "finding-without-evidence" Evidence Advice
        "A strength or an area for improvement stands on no evidence, where others do."
        "It is the one that will be challenged.";
    OnlyAgainst "only-against" Evidence Warning
        "The only evidence recorded for a finding weighs against it."
        "As it stands, the record says the opposite of the finding.";
    EvidenceBothWays "evidence-both-ways" Evidence Warning
        "The same evidence is for and against one finding."
        "It can be, in parts; then each part is an item of its own.";
    AgainstUnanswered "against-unanswered" Evidence Advice
        "Evidence weighs against a finding, and neither the finding, the reason for the grade nor a note says a word of it."
        "Balance that is recorded and never spoken of looks like context ignored.";
    EvidenceUnused "evidence-unused" Evidence Advice
        "Nothing stands on an item of evidence."
        "Either a finding has lost its ground, or there is a finding still to be written.";
    EvidenceOnTwoHeadings "evidence-on-two-headings" Evidence Advice
        "One item of evidence carries the judgments of two headings."
        "One weakness counted twice is a grade too low; one strength counted twice, a grade too high.";
    EvidenceOld "evidence-old" Evidence Warning
        "Evidence is older than a year when fieldwork ends, or when the assessment is published."
        "Assessments have been out of date on the day that they appeared.";
    EvidenceLater "evidence-later" Evidence Warning
        "Evidence is dated after the day of publication."
        "The date is wrong, or the statement could not have known.";
    EvidenceUndated "evidence-undated" Evidence Advice
        "Evidence has no date."
        "Nobody can tell whether it still holds.";
    EvidenceNamesPerson "evidence-names-person" Evidence Advice
        "The title of evidence looks like a person's name."
        "People speak freely where their role is recorded and not their name.";
    EvidenceKindUnknown "evidence-kind-unknown" Evidence Advice
        "Evidence is of a kind that is not one of the known ones."
        "Kinds tell how much it can carry, and whether it was carried by more than paper.";

    MissingValue "missing-value" Figures Warning
        "The statement speaks a value that is not written yet."
        "It would be read out as a gap.";
    BareNumber "bare-number" Figures Warning
        "A number stands in prose that is none of the figures."
        "A figure typed once, with its source, cannot be right in one place and wrong in another.";
    FigureRetyped "figure-retyped" Figures Advice
        "A number of the figures is typed again in prose."
        "When the figure changes, this one stays behind.";
    FigureTwoValues "figure-two-values" Figures Warning
        "Two figures of the same label and period have different values."
        "One of them is wrong, and both may be spoken.";
    PartLargerThanWhole "part-larger-than-whole" Figures Warning
        "A figure is larger than the whole that it is a part of."
        "One of the two was mistyped.";
    PartOfItself "part-of-itself" Figures Warning
        "A figure is part of itself, directly or by way of others."
        "There is no whole to compare it with.";
    PercentDoesNotFollow "percent-does-not-follow" Figures Warning
        "A percentage is not what its numbers give."
        "Readers do the sum, and so do journalists.";
    FigureUnused "figure-unused" Figures Advice
        "Nothing speaks a figure."
        "A finding may have lost its number.";
    FigureWithoutSource "figure-without-source" Figures Advice
        "A figure says no evidence that it comes from."
        "A force that checks facts will ask where it is from.";

    ConcernWithoutRecommendation "concern-without-recommendation" Needs Warning
        "A cause of concern has no recommendation."
        "A concern always says what is to be done.";
    RecommendationWithoutDeadline "recommendation-without-deadline" Needs Warning
        "A recommendation has no deadline."
        "Without a day nobody can be held to it.";
    DeadlineUnclear "deadline-unclear" Needs Warning
        "A deadline is not \"immediately\", \"within N months\" or a day."
        "\"Soon\" is no day that anybody can check.";
    DeadlineTwice "deadline-twice" Needs Warning
        "A recommendation has a deadline, and its words say another."
        "The report prints both, and the body keeps the later.";
    DeadlinePassed "deadline-passed" Needs Warning
        "A deadline is a day before the assessment is published."
        "The body would have failed before it could read what is asked of it.";
    RecommendationEmpty "recommendation-empty" Needs Warning
        "A recommendation has no words."
        "Nothing is recommended.";
    RecommendationWithoutConcern "recommendation-without-concern" Needs Advice
        "A finding that is no cause of concern has a recommendation."
        "An area for improvement carries none; what needs one may be a concern.";
    NeedNotAsked "need-not-asked" Needs Advice
        "An area for improvement does not say what should improve."
        "\"Should\" or \"needs to\" is what tells a body that something is asked of it.";
    NeedWithoutFinding "need-without-finding" Needs Warning
        "The statement asks something of the body, and no improvement or concern stands behind it."
        "A need that nobody recorded has no evidence, and no grade has counted it.";
    MonitoringWithoutConcern "monitoring-without-concern" Needs Warning
        "The body is in a stage of monitoring that follows from causes of concern, and there is none."
        "A body is told what would take it out of that stage.";
    MonitoringIncomplete "monitoring-incomplete" Needs Advice
        "A stage of monitoring has no day since when, or there is a day and no stage."
        "The public is told when such monitoring began.";
    ConcernWithoutResponse "concern-without-response" Needs Advice
        "There is a cause of concern, and the body's answer is not on record."
        "A recommendation that a body cannot afford is best known before it is published.";
    ImprovementHeadlineOnly "improvement-headline-only" Needs Advice
        "Under a scale of five grades an area for improvement says neither what was looked at nor what was found."
        "Since 2021 each is published with what was looked at, what was found, and what it does to the public.";
    ResponseIncomplete "response-incomplete" Needs Advice
        "A response has no words, or does not say whose they are."
        "Words in quotes belong to somebody.";
}
    };
}

pub(super) use rules_of_the_record;
