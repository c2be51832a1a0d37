//! The words in which a framework speaks grades, and what has changed since the last inspection.

/// The words in which grades are spoken. What is empty is not spoken. Beside the names of [`super::Wording`],
/// `{grade}` stands for the grade's words, `{is-grade}` for what is said of one body, `{are-grade}` for what
/// is said of several, `{topic}` for what was judged and `{from}` for the year of an earlier grade.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgments {
    /// Of the whole, behind the opening.
    pub overall: String,
    /// Of the whole, behind an opening that names the body and what was judged, where neither is to be said twice. Empty
    /// where the words of `overall` are spoken there too.
    pub overall_behind: String,
    /// Of the whole, where several bodies have the same grade; `{subjects}` stands for their names.
    pub overall_many: String,
    /// Of a pillar, at the head of the first paragraph with a heading of it.
    pub pillar: String,
    /// Of a heading or pillar whose grade is carried over, at the head of its paragraph.
    pub carried_over: String,
    /// Of several that have the same grade of one year. Empty where the words for one are spoken of several too.
    pub carried_over_many: String,
    /// Of a heading or pillar that was not inspected, at the head of its paragraph.
    pub not_inspected: String,
}

/// The words in which a change since the last inspection is spoken, of findings that record one. What is empty
/// is not spoken. `{clause}` stands for the finding, `{infinitive}` for what the body does, from its verb on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// It is better than it was.
    pub progress: String,
    /// The body goes on doing it: takes the place of its verb.
    pub continues: String,
    /// It is as it was, of what has no verb that can be gone on with.
    pub as_before: String,
    /// It is worse than it was.
    pub declined: String,
}
