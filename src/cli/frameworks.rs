//! `assay frameworks`: which there are, one in full, and those that people write themselves.

mod check;
mod new;

use std::fmt::Write as _;
use std::sync::Arc;

use clap::{Args, Subcommand};

use super::session::framework;
use super::{CliError, Session};
use crate::assessment::{Band, Complement, Framework, Heading, Voice, vocabulary};
use crate::statement::{frame_words_plainly, words_plainly};
use crate::text::{agreeing, counted, width};

/// `assay frameworks`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
pub(super) struct FrameworksArgs {
    /// The framework to show in full
    id: Option<String>,
    #[command(subcommand)]
    own: Option<FrameworksCommand>,
}

/// The commands for frameworks of one's own.
#[derive(Debug, Subcommand)]
enum FrameworksCommand {
    /// Tell every problem of a framework's file, each with its line
    Check(check::FrameworksCheckArgs),
    /// Write a framework of your own to begin with, with comments that explain it
    New(new::FrameworksNewArgs),
}

impl FrameworksArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        match &self.own {
            Some(FrameworksCommand::Check(check)) => return check.run(session),
            Some(FrameworksCommand::New(new)) => return new.run(session),
            None => {}
        }
        let frameworks = session.frameworks()?;
        let text = match &self.id {
            None => list(frameworks.all()),
            Some(id) => in_full(&*framework(&frameworks, id)?),
        };
        session.print(text)?;
        // Files that are refused are named where all are listed. A framework that somebody names is shown
        // whatever stands beside it.
        let broken: Vec<String> = match self.id {
            None => frameworks.broken().map(str::to_owned).collect(),
            Some(_) => Vec::new(),
        };
        CliError::of_all(&broken, false)
    }
}

/// Prints each with its id first, and beneath it what it is about.
fn list(frameworks: &[Arc<Framework>]) -> String {
    let ids = frameworks.iter().map(|framework| width(&framework.id));
    let wide = ids.max().unwrap_or(0);
    let mut text = String::new();
    for framework in frameworks {
        let gap = " ".repeat(wide - width(&framework.id));
        let _ = writeln!(
            text,
            "{}{gap}  {} ({}): {}, {}",
            framework.id,
            framework.title,
            framework.version,
            counted(framework.headings.len(), "heading"),
            counted(framework.scale.len(), "grade"),
        );
        if !framework.about.is_empty() {
            let _ = writeln!(text, "{}  {}", " ".repeat(wide), framework.about);
        }
    }
    text
}

/// Returns everything that somebody who writes under it may want to look up.
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
    if framework.graded_overall {
        let _ = writeln!(text, "  One grade is given for the whole.");
    }
    if !framework.pillars.is_empty() {
        let _ = writeln!(text, "\nPILLARS");
    }
    for pillar in &framework.pillars {
        judged(&mut text, pillar);
    }
    let _ = writeln!(text, "\nHEADINGS");
    for heading in &framework.headings {
        judged(&mut text, heading);
    }
    let _ = writeln!(text, "\nPARAGRAPHS");
    for group in &framework.plan {
        let _ = writeln!(text, "  {}", group.join(", "));
    }
    let _ = writeln!(text, "\nOPENINGS, warmest first");
    let nouns = framework.counts.nouns();
    for rung in &framework.ladder {
        let spoken = |words: &str| words_plainly(framework, words);
        let _ = writeln!(text, "  {}: {}", rung.id, spoken(&rung.words));
        for form in &rung.forms {
            let _ = writeln!(text, "    or as \"{}\": {}", form.id, spoken(&form.words));
        }
        let bands: Vec<String> = rung.bands.iter().map(|each| band(each, nouns)).collect();
        if !bands.is_empty() {
            let _ = writeln!(text, "    suggested by {}", bands.join("; or "));
        }
    }
    let _ = writeln!(text, "\nFRAMES");
    for frame in &framework.frames {
        let takes = match frame.takes {
            Complement::Clause => "before a sentence",
            Complement::Phrase => "before a noun phrase",
        };
        let words = frame_words_plainly(framework, frame);
        let adverbs = match frame.adverbs.as_slice() {
            [] => String::new(),
            adverbs => format!("; adverbs: {}", adverbs.join(", ")),
        };
        let _ = writeln!(text, "  {}: {words} ({takes}{adverbs})", frame.id);
    }
    before_and_lists(&mut text, framework);
    let _ = writeln!(text, "\nVOICES");
    voice(&mut text, "the framework's own", "", &own_voice(framework));
    for each in &framework.voices {
        voice(&mut text, &each.id, &each.about, each);
    }
    end(&mut text, framework);
    words(&mut text, framework);
    text
}

/// Writes the words that may stand before a sentence, and the lists.
fn before_and_lists(text: &mut String, framework: &Framework) {
    let known = vocabulary();
    let _ = writeln!(text, "\nWORDS BEFORE A SENTENCE, in any framework");
    for (of, words) in [
        ("of any finding", &known.openers),
        ("of praise", &known.openers_of_praise),
        ("of a need", &known.openers_of_need),
    ] {
        let _ = writeln!(text, "  {of}: {}", words.join(", "));
    }
    if !framework.lists.is_empty() {
        let _ = writeln!(text, "\nLISTS");
    }
    for list in &framework.lists {
        let voice = match list.voice.as_str() {
            "" => String::new(),
            voice => format!(", in the voice {voice}"),
        };
        let _ = writeln!(
            text,
            "  {}: {} (behind {}{voice})",
            list.id, list.words, list.after
        );
    }
}

/// Writes the words that stand in every statement.
fn words(text: &mut String, framework: &Framework) {
    let _ = writeln!(text, "\nWORDS");
    for (what, words) in [
        ("title", &framework.words.title),
        ("greeting", &framework.words.greeting),
        ("remit", &framework.words.remit),
        ("office", &framework.words.office),
        ("opening and need", &framework.words.opening_joined),
        ("grade of the whole", &framework.judgments.overall),
        (
            "grade behind an opening",
            &framework.judgments.overall_behind,
        ),
        ("grade of several", &framework.judgments.overall_many),
        ("grade of a pillar", &framework.judgments.pillar),
        ("carried over", &framework.judgments.carried_over),
        (
            "several carried over",
            &framework.judgments.carried_over_many,
        ),
        ("not inspected", &framework.judgments.not_inspected),
        ("look-ahead, first", &framework.look_ahead.first),
        ("look-ahead, next", &framework.look_ahead.next),
    ] {
        if !words.is_empty() {
            let _ = writeln!(text, "  {what}: {words}");
        }
    }
}

/// Returns the voice in which the framework speaks where a draft names none.
fn own_voice(framework: &Framework) -> Voice {
    let words = &framework.words;
    Voice {
        contrast: Some(words.contrast.clone()),
        join_words: Some(words.join_words),
        person: Some(words.person),
        contracted: Some(words.contracted),
        needs_say_it: Some(words.needs_say_it),
        ..Voice::default()
    }
}

/// Writes a voice: what it is for, and what is otherwise in it.
fn voice(text: &mut String, name: &str, about: &str, voice: &Voice) {
    let _ = match about {
        "" => writeln!(text, "  {name}"),
        about => writeln!(text, "  {name}: {about}"),
    };
    let mut says = Vec::new();
    says.extend(voice.contrast.as_ref().map(|words| match words.as_slice() {
        [] => "turns without a word".to_owned(),
        words => format!("turns with {}", words.join(" / ")),
    }));
    says.extend(voice.join_words.map(|most| match most {
        0 => "joins nothing".to_owned(),
        most => format!("joins up to {}", counted(most, "word")),
    }));
    says.extend(voice.person.map(|it| format!("frames say {}", it.word())));
    says.extend(voice.contracted.map(|short| match short {
        true => "contracted".to_owned(),
        false => "in full".to_owned(),
    }));
    says.extend(voice.needs_say_it.map(|it| match it {
        true => "needs say “it”".to_owned(),
        false => "needs name the body".to_owned(),
    }));
    says.extend(voice.lists_run_on.map(|run_on| match run_on {
        true => "lists run on in their sentence".to_owned(),
        false => "lists in rows".to_owned(),
    }));
    says.extend(voice.pillar_grades.map(|spoken| match spoken {
        true => "pillar grades spoken".to_owned(),
        false => "pillar grades not spoken".to_owned(),
    }));
    if !says.is_empty() {
        let _ = writeln!(text, "    {}", says.join("; "));
    }
    for (what, words) in [
        ("title", &voice.title),
        ("greeting", &voice.greeting),
        ("look-ahead, first", &voice.first),
        ("look-ahead, next", &voice.next),
    ] {
        if let Some(words) = words {
            let words = match words.as_str() {
                "" => "none",
                words => words,
            };
            let _ = writeln!(text, "    {what}: {words}");
        }
    }
}

/// Writes how bodies are monitored, how a statement ends, and with what its grades are never compared.
fn end(text: &mut String, framework: &Framework) {
    if !framework.monitoring.is_empty() {
        let _ = writeln!(text, "\nSTAGES OF MONITORING");
    }
    for stage in &framework.monitoring {
        let (id, title) = (&stage.id, &stage.title);
        let words = match stage.words.as_str() {
            "" => "not spoken",
            words => words,
        };
        let _ = writeln!(text, "  {title} ({id}): {words}");
    }
    if !framework.closings.is_empty() {
        let _ = writeln!(text, "\nCLOSINGS");
    }
    for closing in &framework.closings {
        let _ = writeln!(text, "  {}: {}", closing.id, closing.words);
    }
    if !framework.not_compared_with.is_empty() {
        let others = framework.not_compared_with.join(", ");
        let _ = writeln!(text, "\nNEVER COMPARED WITH\n  {others}");
    }
}

/// Writes a heading or a pillar, with its question and what to look for.
fn judged(text: &mut String, heading: &Heading) {
    let graded = match heading.graded {
        true => "graded",
        false => "narrative",
    };
    let pillar = match heading.pillar.as_str() {
        "" => String::new(),
        pillar => format!(", {pillar}"),
    };
    let _ = writeln!(
        text,
        "  {} ({}{pillar}, {graded})",
        heading.title, heading.id
    );
    for (mark, words) in std::iter::once(("", &heading.question))
        .chain(heading.prompts.iter().map(|prompt| ("? ", prompt)))
        .chain(heading.good.iter().map(|good| ("+ ", good)))
        .filter(|(_, words)| !words.is_empty())
    {
        let _ = writeln!(text, "    {mark}{words}");
    }
}

/// Returns a band in words: "1 group below good, no inadequate group".
fn band(band: &Band, (one, many): (&str, &str)) -> String {
    let count = |(least, most): (usize, usize), what: &str| {
        let noun = agreeing(most, one, many);
        match (least, most) {
            (0, 0) => format!("no {what} {one}"),
            (least, most) if least == most => format!("{least} {what} {noun}"),
            (least, most) => format!("{least} to {most} {what} {noun}"),
        }
    };
    let mut parts = Vec::new();
    for (bounds, what) in [
        (band.outstanding, "outstanding"),
        (band.below_good, "below-good"),
        (band.below_adequate, "below-adequate"),
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
