//! The text of a new draft.

use super::draft::FORMAT;
use super::literal::{Style, key as literal_key};
use super::tables::{FORMAT_KEY, GRADES, ListTable, Single, for_each_list, for_each_single};
use crate::assessment::{Assessment, Framework};

const STYLE: Style = Style {
    eol: "\n",
    tall: true,
};

/// The text of a new draft: the tables in the order of the format, with a few comments for those who
/// open the file in an editor.
pub fn fresh(assessment: &Assessment, framework: &Framework) -> String {
    let mut text = Text(format!(
        "# {} – a draft for Assay.\n\
         # Edit it there or here: your comments, order, blank lines and keys of your own are kept.\n\
         {FORMAT_KEY} = {FORMAT}\n{}",
        framework.title.replace(char::is_control, " "),
        STYLE.lines(&assessment.head),
    ));
    for_each_single!(text.single(assessment));
    text.grades(assessment, framework);
    for_each_list!(text.list(assessment));
    text.0
}

struct Text(String);

impl Text {
    fn single<R: Single>(&mut self, assessment: &Assessment) {
        let record = R::of(assessment);
        if *record != R::default() {
            self.table(&format!("[{}]", R::TABLE), record);
        }
    }

    fn table<R: crate::assessment::Record>(&mut self, header: &str, record: &R) {
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

    fn list<R: ListTable>(&mut self, assessment: &Assessment) {
        for item in R::of(assessment) {
            self.table(&format!("[[{}]]", R::LIST), item.as_ref());
        }
    }

    fn comment(&mut self, words: &str) {
        self.0.push_str(&format!("\n# {words}\n"));
    }
}
