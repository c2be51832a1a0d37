//! Reading a draft.

use std::sync::Arc;

use toml_edit::{Document, Item, TableLike};

use super::limits::MAX_ITEMS;
use super::near::one_of;
use super::parts;
use super::problem::{FileProblem, Refused, located, shown};
use super::reader::{Node, TomlReader, nodes, sort, start};
use super::source::{measured, parse_measured, refused};
use super::tables::{self, DRAFTS, FORMAT_KEY, GRADES};
use crate::assessment::{
    Assessment, Framework, Grade, Item as ListItem, Judgment, List, NO_OPENING, OVERALL, RecordAt,
    Single, TRAY,
};

/// The number of the format that is written. Older ones are read; a newer one is read as far as it is
/// known, and not written.
pub const FORMAT: i64 = 1;

/// A draft, read.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The content.
    pub assessment: Assessment,
    /// The framework that it is written under.
    pub framework: Arc<Framework>,
    /// The reason why it cannot be changed, where it cannot.
    pub read_only: Option<String>,
    /// Likely slips: keys that nothing reads but that are spelt almost like one that is.
    pub warnings: Vec<FileProblem>,
}

/// The reason why there is no framework of an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameworkMissing {
    /// There is none of this id.
    #[error("there is no such framework")]
    Unknown {
        /// Those that there are.
        known: Vec<String>,
    },
    /// There is one, and its file is refused.
    #[error("its file cannot be used: {reason}")]
    Broken {
        /// The problem with it.
        reason: String,
    },
}

/// A function that returns the framework of an id.
pub type FindFramework<'f> = dyn Fn(&str) -> Result<Arc<Framework>, FrameworkMissing> + 'f;

/// Reads a draft. `name` is the file as the user named it, for messages.
///
/// # Errors
/// Everything that is wrong with the file, each with its line and what would be right.
pub fn read(name: &str, text: &str, framework_of: &FindFramework<'_>) -> Result<Draft, Refused> {
    let headers = measured(name, text)?;
    if let Some(draft) = in_parts(text, &headers, framework_of) {
        return Ok(draft);
    }
    let document = parse_measured(name, text, MAX_ITEMS)?;
    read_parsed(name, &document, framework_of)
}

/// Reads a draft of which nothing is to be said.
fn in_parts(text: &str, headers: &[usize], framework_of: &FindFramework<'_>) -> Option<Draft> {
    let framework = |reader: &mut TomlReader<'_>, root: &dyn TableLike| {
        let newer = reader.format(root);
        reader
            .framework(root, framework_of)
            .filter(|_| newer.is_none())
    };
    let (assessment, framework) = parts::read(text, headers, framework)?;
    Some(Draft {
        assessment,
        framework,
        read_only: None,
        warnings: Vec::new(),
    })
}

/// Reads a draft from a text that is parsed.
pub(super) fn read_parsed(
    name: &str,
    document: &Document<&str>,
    framework_of: &FindFramework<'_>,
) -> Result<Draft, Refused> {
    let text = document.raw();
    let mut reader = TomlReader::new(text);
    let newer = reader.format(document.as_table());
    let framework = reader.framework(document.as_table(), framework_of);
    let assessment = reader.assessment(document, framework.as_deref());
    if newer.is_some() && framework.is_some() {
        // A newer Assay may know words that this one does not; none of them keeps it from being read.
        reader.warnings.append(&mut reader.problems);
    }
    let Some(framework) = framework.filter(|_| reader.problems.is_empty()) else {
        return Err(refused(name, text, reader.problems));
    };
    Ok(Draft {
        assessment,
        framework,
        read_only: newer.map(|newer| made_by_newer("draft", newer)),
        warnings: located(text, reader.warnings, usize::MAX).0,
    })
}

/// Returns why a file of a newer format cannot be changed.
pub(super) fn made_by_newer(what: &str, format: i64) -> String {
    format!(
        "made by a newer Assay (format {format}); this one writes format {FORMAT}, so the {what} can be read but not changed here"
    )
}

impl TomlReader<'_> {
    /// Checks the number of the format; returns it where it is newer than this program's.
    pub(super) fn format(&mut self, root: &dyn TableLike) -> Option<i64> {
        let hint = format!("write {FORMAT_KEY} = {FORMAT} at the top of the file");
        let Some(item) = root.get(FORMAT_KEY) else {
            if root.get(DRAFTS).is_some() {
                return None;
            }
            self.problem(
                0,
                "the file has no \"format\", so it is not known to be a draft",
                hint,
            );
            return None;
        };
        match item.as_integer() {
            Some(FORMAT) => None,
            Some(newer) if newer > FORMAT => Some(newer),
            Some(other) => {
                self.problem(start(item), format!("there is no format {other}"), hint);
                None
            }
            None => {
                self.problem(start(item), format!("\"format\" is {}", sort(item)), hint);
                None
            }
        }
    }

    pub(super) fn framework(
        &mut self,
        root: &dyn TableLike,
        framework_of: &FindFramework<'_>,
    ) -> Option<Arc<Framework>> {
        if let Some(drafts) = root.get(DRAFTS) {
            self.problem(
                start(drafts),
                "this is an inspection, which groups drafts, not a draft",
                "open one of the drafts that it names, or make its notice with assay notice",
            );
            return None;
        }
        // A missing or wrong key is reported where the head is read.
        let item = root.get("framework")?;
        let id = item.as_str()?;
        match framework_of(id) {
            Ok(framework) => Some(framework),
            Err(FrameworkMissing::Unknown { known }) => {
                let hint = one_of(id, known.iter().map(String::as_str));
                let what = format!("there is no framework \"{}\"", shown(id));
                self.problem(start(item), what, hint);
                None
            }
            Err(FrameworkMissing::Broken { reason }) => {
                let what = format!("the framework \"{}\" cannot be used", shown(id));
                self.problem(start(item), what, reason);
                None
            }
        }
    }

    /// Reads the whole of a draft.
    pub(super) fn assessment(
        &mut self,
        document: &Document<&str>,
        framework: Option<&Framework>,
    ) -> Assessment {
        let root = document.as_table();
        let mut assessment = Assessment::default();
        if root.get(DRAFTS).is_some() {
            return assessment;
        }
        assessment.head = self.record(&Node::root("the top of the file", root));
        self.singles(root, &mut assessment);
        self.grades(root, framework, &mut assessment);
        for list in List::ALL {
            let items = self.listed(*list, root);
            assessment.replace(*list, items);
        }
        self.stray_tables(root);
        if let Some(framework) = framework {
            let findings = assessment.items(List::Findings);
            self.finding_names(root, framework, &findings);
            self.overall_names(root, framework, &assessment);
            self.end_names(root, framework, &assessment);
        }
        assessment
    }

    fn singles(&mut self, root: &dyn TableLike, assessment: &mut Assessment) {
        for single in tables::singles() {
            let name = single.word();
            let item = root.get(name);
            let node = item.and_then(|item| self.node(&format!("[{name}]"), item));
            let record = assessment.record_mut(RecordAt::Single(single));
            if let (Some(node), Some(record)) = (node, record) {
                self.fill(&node, record);
            }
        }
    }

    pub(super) fn listed(&mut self, list: List, root: &dyn TableLike) -> Vec<ListItem> {
        let name = list.word();
        let nodes = self.nodes(&format!("[[{name}]]"), root.get(name));
        let read = nodes.iter().map(|node| {
            let mut item = ListItem::new(list);
            self.fill(node, item.fields_mut());
            (node.at, item)
        });
        let items: Vec<(usize, ListItem)> = read.collect();
        self.check_unique(list.spec().one, &items);
        items.into_iter().map(|(_, item)| item).collect()
    }

    fn grades(
        &mut self,
        root: &dyn TableLike,
        framework: Option<&Framework>,
        assessment: &mut Assessment,
    ) {
        let Some(item) = root.get(GRADES) else {
            return;
        };
        let Some(grades) = self.node("[grades.HEADING]", item) else {
            return;
        };
        for (heading, item) in grades.table.iter() {
            let label = format!("[grades.{}]", shown(heading));
            let Some(node) = self.node(&label, item) else {
                continue;
            };
            let judgment: Judgment = self.record(&node);
            if let Some(framework) = framework {
                // One that was moved away leaves its table behind, with whatever else was written there.
                if framework.judged(heading).is_none() && judgment != Judgment::default() {
                    let what = format!("{} has no heading \"{}\"", framework.id, shown(heading));
                    let hint = match heading {
                        OVERALL => "the grade for the whole stands in [overall]".into(),
                        _ => {
                            let judged = framework.pillars.iter().chain(&framework.headings);
                            one_of(heading, judged.map(|each| each.id.as_str()))
                        }
                    };
                    let key = grades.table.get_key_value(heading);
                    let at = key.and_then(|(key, _)| key.span());
                    self.problem(at.map_or(node.at, |span| span.start), what, hint);
                }
                self.on_scale(node.table, judgment.grade, framework);
            }
            // A table in which nothing is written is a heading not yet graded, like one without a table.
            if judgment != Judgment::default() {
                assessment.grades.insert(heading.to_owned(), judgment);
            }
        }
    }

    fn on_scale(&mut self, table: &dyn TableLike, grade: Option<Grade>, framework: &Framework) {
        let (Some(grade), Some(item)) = (grade, table.get("grade")) else {
            return;
        };
        if framework.scale_point(grade).is_none() {
            let what = format!(
                "the scale of {} has no grade \"{}\"",
                framework.id,
                grade.word()
            );
            let scale: Vec<_> = framework
                .scale
                .iter()
                .map(|point| point.grade.word())
                .collect();
            let hint = format!("write one of {}", scale.join(", "));
            self.unknown_word(item, what, hint, scale.iter().copied());
        }
    }

    pub(super) fn finding_names(
        &mut self,
        root: &dyn TableLike,
        framework: &Framework,
        findings: &[ListItem],
    ) {
        let headings: Vec<&str> = std::iter::once(OVERALL)
            .chain(framework.headings.iter().map(|heading| heading.id.as_str()))
            .collect();
        let frames: Vec<&str> = framework.frames.iter().map(|f| f.id.as_str()).collect();
        let item = root.get(List::Findings.word());
        let (tables, _) = item.map(|item| nodes("", item)).unwrap_or_default();
        for (item, Node { table, .. }) in findings.iter().zip(tables) {
            let ListItem::Finding(finding) = item else {
                continue;
            };
            if finding.heading != TRAY {
                self.named(table, "heading", &finding.heading, &headings, framework);
            }
            self.named(table, "stance", &finding.stance, &frames, framework);
        }
    }

    fn overall_names(&mut self, root: &dyn TableLike, framework: &Framework, draft: &Assessment) {
        let Some(table) = root
            .get(Single::Overall.word())
            .and_then(Item::as_table_like)
        else {
            return;
        };
        let rungs: Vec<&str> = framework
            .ladder
            .iter()
            .map(|rung| rung.id.as_str())
            .collect();
        let rungs: Vec<&str> = rungs.into_iter().chain([NO_OPENING]).collect();
        self.named(table, "stance", &draft.overall.stance, &rungs, framework);
        if let Some(rung) = framework.rung(&draft.overall.stance) {
            let forms: Vec<&str> = rung.forms.iter().map(|form| form.id.as_str()).collect();
            self.named(table, "form", &draft.overall.form, &forms, framework);
        }
        self.on_scale(table, draft.overall.grade, framework);
    }

    /// Refuses a voice, a stage of monitoring and a closing that the framework has not.
    fn end_names(&mut self, root: &dyn TableLike, framework: &Framework, draft: &Assessment) {
        let stages = framework.monitoring.iter().map(|stage| stage.id.as_str());
        let voices = framework.voices.iter().map(|voice| voice.id.as_str());
        let closings = framework.closings.iter().map(|closing| closing.id.as_str());
        for (single, key, name, known) in [
            (
                Single::Monitoring,
                "stage",
                &draft.monitoring.stage,
                stages.collect::<Vec<_>>(),
            ),
            (
                Single::Statement,
                "voice",
                &draft.statement.voice,
                voices.collect(),
            ),
            (
                Single::Statement,
                "closing",
                &draft.statement.closing,
                closings.collect(),
            ),
        ] {
            let table = root.get(single.word()).and_then(Item::as_table_like);
            if let Some(table) = table {
                self.named(table, key, name, &known, framework);
            }
        }
    }

    fn named(
        &mut self,
        table: &dyn TableLike,
        key: &str,
        name: &str,
        known: &[&str],
        framework: &Framework,
    ) {
        let Some(item) = table.get(key) else {
            return;
        };
        if name.is_empty() && key != "heading" || known.contains(&name) || !item.is_str() {
            return;
        }
        let what = format!("{} has no {key} \"{}\"", framework.id, shown(name));
        let hint = one_of(name, known.iter().copied());
        self.unknown_word(item, what, hint, known.iter().copied());
    }
}
