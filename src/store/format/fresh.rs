//! The text of a new draft.

use super::draft::FORMAT;
use super::literal::{Style, key as literal_key};
use super::tables::{FORMAT_KEY, GRADES, singles};
use crate::assessment::{Assessment, Fields, Framework, List, RecordAt};

const STYLE: Style = Style {
    eol: "\n",
    tall: true,
};

/// Returns the text of a new draft: the tables in the order of the format, with a few comments for those who open the
/// file in an editor.
pub fn fresh(assessment: &Assessment, framework: &Framework) -> String {
    let mut text = NewDraftText(format!(
        "# {} – a draft for Assay.\n\
         # Edit it there or here: your comments, order, blank lines and keys of your own are kept.\n\
         {FORMAT_KEY} = {FORMAT}\n{}",
        framework.title.replace(char::is_control, " "),
        STYLE.lines(&assessment.head),
    ));
    for single in singles() {
        let record = assessment.record(RecordAt::Single(single));
        if let Some(record) = record.filter(|record| **record != *record.fresh()) {
            text.table(&format!("[{}]", single.word()), record);
        }
    }
    text.grades(assessment, framework);
    for list in List::ALL {
        for item in assessment.records(*list) {
            text.table(&format!("[[{}]]", list.word()), item);
        }
    }
    text.0
}

struct NewDraftText(String);

impl NewDraftText {
    fn table(&mut self, header: &str, record: &dyn Fields) {
        self.0.push('\n');
        self.0.push_str(&STYLE.table(header, record));
    }

    fn grades(&mut self, assessment: &Assessment, framework: &Framework) {
        let judged = framework.pillars.iter().chain(&framework.headings);
        let named = judged.map(|each| each.id.as_str());
        let others = assessment.grades.keys().map(String::as_str);
        let others = others.filter(|id| framework.judged(id).is_none());
        let mut first = true;
        for heading in named.chain(others) {
            let Some(judgment) = assessment.grades.get(heading) else {
                continue;
            };
            if std::mem::take(&mut first) {
                self.comment("What was judged under each heading, and why.");
            }
            let header = format!("[{GRADES}.{}]", literal_key(heading));
            self.0.push_str(&STYLE.table(&header, judgment));
            self.0.push('\n');
        }
        if !first {
            // Each table before put the blank line behind itself.
            self.0.pop();
        }
    }

    fn comment(&mut self, words: &str) {
        self.0.push_str(&format!("\n# {words}\n"));
    }
}
