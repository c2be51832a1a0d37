//! What the values of a draft are called for people: THE list. Rows on the screen, lists of what a print leaves out and
//! messages have their words from here, so that what is named can be found.

use super::{
    Assessment, EvidenceField, FigureField, FindingField, Framework, HeadField, InspectorField,
    JudgmentField, List, MonitoringField, OutlookField, OverallField, OverrideField, PeriodField,
    Place, RecommendationField, RecordAt, ResponseField, Single, StatementField, SubjectField,
};
use crate::text::capital;

impl Place {
    /// Returns the label of the value; its key, with blanks, where no screen shows it by a label.
    pub fn label(&self) -> String {
        let label = self.shown_label();
        label.map_or_else(|| capital(&self.key().replace('-', " ")), str::to_owned)
    }

    /// Returns the label that stands before the value on the screen; `None` where none does.
    pub fn shown_label(&self) -> Option<&'static str> {
        use {InspectorField as I, PeriodField as P, StatementField as W, SubjectField as S};
        Some(match self {
            Self::Head(HeadField::Predecessor) => "Its draft",
            Self::Subject(S::Name) | Self::Inspector(I::Name) => "Name",
            Self::Subject(S::Spoken) => "In a sentence",
            Self::Subject(S::Noun) => "Noun",
            Self::Inspector(I::Office) => "Office",
            Self::Period(P::Label) => "Year",
            Self::Period(P::FieldworkFrom) => "Fieldwork from",
            Self::Period(P::FieldworkTo) => "Fieldwork to",
            Self::Period(P::Published) => "Published",
            Self::Monitoring(MonitoringField::Stage) => "Stage",
            Self::Monitoring(MonitoringField::Since) => "Since",
            Self::Statement(W::Title) => "Title",
            Self::Statement(W::Greeting) => "Greeting",
            Self::Statement(W::Remit) => "Remit",
            Self::Statement(W::Voice) => "Voice",
            Self::Statement(W::Contrast) => "Turns with",
            Self::Statement(W::JoinWords) => "Joined up to",
            Self::Statement(W::Person) => "Frames say",
            Self::Statement(W::Contracted) => "Contracted",
            Self::Statement(W::PillarGrades) => "Pillar grades",
            Self::Statement(W::NeedsSayIt) => "Says “it”",
            Self::Statement(W::Closing) => "Closing",
            Self::Statement(W::Ending) => "Last words",
            Self::Overall(OverallField::Stance) => "Opening",
            Self::Overall(OverallField::JoinNeed) => "Joined",
            Self::Overall(OverallField::Marking) => "Marking",
            Self::Overall(OverallField::Grade) | Self::Judgment(_, JudgmentField::Grade) => "Grade",
            Self::Overall(OverallField::Rationale)
            | Self::Judgment(_, JudgmentField::Rationale) => "Why",
            Self::Judgment(_, JudgmentField::From) => "From year",
            Self::Finding(_, field) => return of_finding(*field),
            Self::Recommendation(_, _, RecommendationField::Text) => "Recommended",
            Self::Recommendation(_, _, RecommendationField::Deadline) => "Deadline",
            Self::Recommendation(_, _, RecommendationField::Addressee) => "To",
            Self::Response(_, ResponseField::By) => "Who said it",
            Self::Response(_, ResponseField::Text) => "In its words",
            Self::Response(_, ResponseField::Date) => "When",
            Self::Response(_, ResponseField::Lead) => "Told as",
            Self::Response(_, ResponseField::On) => "To finding",
            Self::Outlook(_, OutlookField::Text) => "Text",
            Self::Override(_, OverrideField::Text) => "Words",
            Self::Figure(_, field) => of_figure(*field),
            Self::Evidence(_, field) => return of_evidence(*field),
            _ => return None,
        })
    }

    /// Returns where the value stands and what it is called, as a line of a list has it and the screen shows it: "Victims ·
    /// Why", "The period · Year", "Finding “The force …” · Effect".
    pub fn listed(&self, draft: &Assessment, framework: &Framework) -> String {
        let at = self.parts().0.listed(draft, framework);
        match self.is_name_of_item() {
            true => at,
            false => format!("{at} · {}", self.label()),
        }
    }

    /// Returns the same of something none of whose words may be said.
    pub fn listed_without_words(&self) -> String {
        let (list, recommended) = match self.parts().0 {
            RecordAt::Item(list, _) => (Some(list), false),
            RecordAt::Recommendation(..) => (Some(List::Findings), true),
            _ => (None, false),
        };
        let one = list.map_or_else(String::new, |list| capital(list.spec().one));
        match self.is_name_of_item() && !recommended {
            true => one,
            false => format!("{one} · {}", self.label()),
        }
    }

    /// Returns true where an item is called by these very words.
    pub fn is_name_of_item(&self) -> bool {
        let (record, nth) = self.parts();
        // A figure is called by its label where it has one.
        matches!(record, RecordAt::Item(list, _) if nth == list.spec().says && list != List::Figures)
    }
}

impl Single {
    /// Returns the title of the part of the screen that has its values.
    pub fn title(self) -> &'static str {
        match self {
            Self::Head => "The year before",
            Self::Subject => "The body inspected",
            Self::Inspector => "The inspector",
            Self::Period => "The period",
            Self::Statement => "The statement",
            Self::Overall => "Overall",
            Self::Monitoring => "How the body is monitored",
        }
    }
}

impl RecordAt<'_> {
    /// Returns what the record is, in capitals of a line of its own and without ids.
    fn listed(self, draft: &Assessment, framework: &Framework) -> String {
        match self {
            Self::Single(single) => single.title().to_owned(),
            Self::Judgment(id) => match framework.judged(id) {
                Some(heading) if !heading.title.trim().is_empty() => heading.title.clone(),
                _ => "The whole".to_owned(),
            },
            Self::Item(list, at) => {
                let item = draft.item(list, at);
                let named = item.map_or_else(|| list.spec().one.to_owned(), |item| item.named());
                capital(&named)
            }
            Self::Recommendation(at, _) => Self::Item(List::Findings, at).listed(draft, framework),
        }
    }
}

fn of_finding(field: FindingField) -> Option<&'static str> {
    use FindingField as F;
    Some(match field {
        F::Text => "Finding",
        F::Kind => "Kind",
        F::Heading => "Heading",
        F::Status => "Status",
        F::Stance => "Frame",
        F::Adverb => "Adverb",
        F::Person => "Frame says",
        F::Tense => "Frame's time",
        F::Join => "Join",
        F::Also => "Also",
        F::Refer => "Body named",
        F::Order => "Order",
        F::Paragraph => "Own paragraph",
        F::BeginsParagraph => "New paragraph",
        F::BeginsWith => "Begins with",
        F::Reads => "Read",
        F::Follows => "Spoken behind",
        F::Change => "Since last year",
        F::Spoken => "Spoken",
        F::Why => "If not, why",
        F::Sensitive => "Sensitive",
        F::Evidence => "Evidence",
        F::Against => "Against it",
        F::LookedAt => "Looked at",
        F::Found => "Found",
        F::Comparison => "Comparison",
        F::Effect => "Effect",
        _ => return None,
    })
}

fn of_figure(field: FigureField) -> &'static str {
    use FigureField as F;
    match field {
        F::Id => "Name in text",
        F::Value => "Value",
        F::Unit => "Unit",
        F::Label => "What it is",
        F::Period => "Period",
        F::Of => "Out of",
        F::PartOf => "Part of figure",
        F::Source => "Evidence",
    }
}

fn of_evidence(field: EvidenceField) -> Option<&'static str> {
    use EvidenceField as F;
    Some(match field {
        F::Title => "What it is",
        F::Kind => "Kind",
        F::Date => "Date",
        F::Place => "Place",
        F::Reference => "Reference",
        F::Reliability => "Reliability",
        F::Note => "What it says",
        F::Sha256 => "Fingerprint",
        _ => return None,
    })
}
