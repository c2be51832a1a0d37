//! `assay frameworks`: which there are, and one in full.

use std::fmt::Write as _;
use std::sync::Arc;

use clap::Args;

use super::session::framework;
use super::{Fault, Session};
use crate::assessment::{Band, Framework, Takes};
use crate::text::width;

/// `assay frameworks`
#[derive(Debug, Args)]
pub struct Frameworks {
    /// The framework to show in full
    id: Option<String>,
}

impl Frameworks {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), Fault> {
        let frameworks = session.frameworks()?;
        let text = match &self.id {
            None => list(frameworks.all()),
            Some(id) => in_full(&*framework(&frameworks, id)?),
        };
        session.out.write_all(text.as_bytes())?;
        // Files that are refused are told where all are listed. A framework that somebody names is shown
        // whatever stands beside it.
        let broken: Vec<&str> = match self.id {
            None => frameworks.broken().collect(),
            Some(_) => Vec::new(),
        };
        match broken.is_empty() {
            true => Ok(()),
            false => Err(Fault::Unusable(broken.join("\n"))),
        }
    }
}

/// Each with its id first, and beneath it what it is about.
fn list(frameworks: &[Arc<Framework>]) -> String {
    let ids = frameworks.iter().map(|framework| width(&framework.id));
    let wide = ids.max().unwrap_or(0);
    let mut text = String::new();
    for framework in frameworks {
        let gap = " ".repeat(wide - width(&framework.id));
        let _ = writeln!(
            text,
            "{}{gap}  {} ({}): {} headings, {} grades",
            framework.id,
            framework.title,
            framework.version,
            framework.headings.len(),
            framework.scale.len(),
        );
        if !framework.about.is_empty() {
            let _ = writeln!(text, "{}  {}", " ".repeat(wide), framework.about);
        }
    }
    text
}

/// Everything that somebody who writes under it may want to look up.
fn in_full(framework: &Framework) -> String {
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{} ({}, {})",
        framework.title, framework.id, framework.version
    );
    let _ = writeln!(text, "{}", framework.about);
    let _ = writeln!(text, "\nSCALE");
    for point in &framework.scale {
        let _ = writeln!(text, "  {}: {}", point.words, point.meaning);
    }
    let _ = writeln!(text, "\nHEADINGS");
    for heading in &framework.headings {
        let graded = if heading.graded {
            "graded"
        } else {
            "narrative"
        };
        let _ = writeln!(
            text,
            "  {} ({}, {}, {graded})",
            heading.title, heading.id, heading.pillar
        );
        let _ = writeln!(text, "    {}", heading.question);
        for prompt in &heading.prompts {
            let _ = writeln!(text, "    ? {prompt}");
        }
        for good in &heading.good {
            let _ = writeln!(text, "    + {good}");
        }
    }
    let _ = writeln!(text, "\nPARAGRAPHS");
    for group in &framework.plan {
        let _ = writeln!(text, "  {}", group.join(", "));
    }
    let _ = writeln!(text, "\nOPENINGS, warmest first");
    for rung in &framework.ladder {
        let _ = writeln!(text, "  {}: {}", rung.id, rung.words);
        let bands: Vec<String> = rung.bands.iter().map(band).collect();
        if !bands.is_empty() {
            let _ = writeln!(text, "    suggested by {}", bands.join("; or "));
        }
    }
    let _ = writeln!(text, "\nFRAMES");
    for frame in &framework.frames {
        let takes = match frame.takes {
            Takes::Clause => "before a sentence",
            Takes::Phrase => "before a noun phrase",
        };
        let _ = writeln!(text, "  {}: {} ({takes})", frame.id, frame.words);
    }
    let _ = writeln!(text, "\nWORDS");
    for (what, words) in [
        ("title", &framework.words.title),
        ("greeting", &framework.words.greeting),
        ("remit", &framework.words.remit),
        ("contrast", &framework.words.contrast),
        ("look-ahead, first", &framework.look_ahead.first),
        ("look-ahead, next", &framework.look_ahead.next),
    ] {
        let _ = writeln!(text, "  {what}: {words}");
    }
    text
}

/// A band in words: "1 group below good, no inadequate group".
fn band(band: &Band) -> String {
    let count = |(least, most): (usize, usize), what: &str| {
        let groups = if most == 1 { "group" } else { "groups" };
        match (least, most) {
            (0, 0) => format!("no {what} group"),
            (least, most) if least == most => format!("{least} {what} {groups}"),
            (least, most) => format!("{least} to {most} {what} {groups}"),
        }
    };
    let mut parts = Vec::new();
    for (bounds, what) in [
        (band.outstanding, "outstanding"),
        (band.below_good, "below-good"),
        (band.inadequate, "inadequate"),
    ] {
        parts.extend(bounds.map(|bounds| count(bounds, what)));
    }
    parts.extend(band.concern.map(|concern| match concern {
        true => "a cause of concern".to_owned(),
        false => "no cause of concern".to_owned(),
    }));
    parts.join(", ")
}
