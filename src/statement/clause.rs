//! One finding as a clause: its subject, its "also" and its frame.

use super::capitals::{lower_first, lower_known};
use super::context::WeavingContext;
use super::plan::{FrameUse, PlacedFinding};
use super::read::{ReadSentence, SentenceSubject};
use super::reference::{ClauseRequest, replacement};
use super::words::{has_also, in_words};
use super::{Source, WeavingRule};
use crate::assessment::{Change, List, Refer};
use crate::grammar::VerbForm;

/// A finding's first sentence, ready to stand inside a sentence: no capital but those that words
/// have of their own.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) text: String,
    /// The rules that shaped it.
    pub(super) rules: Vec<WeavingRule>,
    /// The fields, figures and framework words that it is made of.
    pub(super) uses: Vec<Source>,
    /// True where the body is its subject.
    pub(super) about_body: bool,
    /// True where it opens with "it".
    pub(super) opens_with_it: bool,
    /// The change whose words lead it in, or led in the sentence before.
    pub(super) led: Option<Change>,
}

/// Returns the name of the body in a clause, and the field that it comes from. What is `typed` as "The National Crime Agency"
/// keeps its article, however the draft spells the name.
fn body_name(
    context: &WeavingContext,
    (subject, typed): (SentenceSubject, &str),
    refer: Option<Refer>,
    request: ClauseRequest,
) -> (Refer, String, Option<Source>) {
    let can_be = |refer: &Refer| refer.names_body() && (*refer != Refer::It || request.named);
    let chosen = match refer.filter(can_be) {
        Some(refer) => refer,
        None if request.it => Refer::It,
        None if subject == SentenceSubject::Name => Refer::Name,
        None => Refer::Noun,
    };
    let (name, source) = context.named(chosen);
    let bare = typed.strip_prefix("The ").or(typed.strip_prefix("the "));
    let name = match bare {
        Some(bare) if chosen == Refer::Name && refer.is_none() && bare == name => {
            format!("the {bare}")
        }
        _ => name,
    };
    (chosen, name, source)
}

/// Makes a clause of a finding's first sentence.
pub(super) fn make_clause(
    context: &WeavingContext,
    placed: &PlacedFinding,
    sentence: &ReadSentence,
    request: ClauseRequest,
) -> Clause {
    let frame = match placed.frame_use {
        FrameUse::Clause(at) | FrameUse::Phrase(at) => context.framework.frames.get(at),
        FrameUse::Unframed | FrameUse::Spent(_) | FrameUse::Unfit(_) => None,
    };
    let mut clause = Clause {
        text: String::new(),
        rules: Vec::new(),
        uses: sentence.uses.clone(),
        about_body: placed.is_about_body() && !matches!(placed.frame_use, FrameUse::Phrase(_)),
        opens_with_it: false,
        led: None,
    };
    if sentence
        .uses
        .iter()
        .any(|source| source.id_in(List::Figures).is_some())
    {
        clause.rules.push(WeavingRule::Figure);
    }
    let wants_also = request.also && !has_also(&sentence.text) && !sentence.reading.adds;
    let also_here = wants_also && frame.is_none();
    write_core(
        context,
        placed,
        sentence,
        ClauseRequest {
            also: also_here,
            ..request
        },
        &mut clause,
    );
    add_change(context, placed, request.led, &mut clause);
    if let Some(frame) = frame {
        clause.opens_with_it = false;
        clause.rules.push(WeavingRule::Frame);
        clause
            .uses
            .push(Source::Framework(format!("frame.{}", frame.id)));
        let words = context.voice.frame(frame, &placed.finding);
        let slot = ["{clause}", "{phrase}"]
            .into_iter()
            .find_map(|slot| words.split_once(slot));
        let (before, after) = slot.unwrap_or((&words, ""));
        let (before, after) = (context.fill(before), context.fill(after));
        clause.uses.extend(before.uses);
        clause.uses.extend(after.uses);
        let before = lower_first(&before.text, context);
        let wants_also = wants_also && !has_also(&before);
        let also = wants_also.then(|| with_also(&before, context.read(&before).also));
        let also = also.flatten();
        if also.is_some() {
            clause.rules.push(WeavingRule::Addition);
        }
        let mut before = also.unwrap_or(before);
        if leads_in(context, placed, sentence, &clause) && before.trim_end().ends_with("that") {
            // "I am concerned that, as before, boats leak."
            before = format!("{},", before.trim_end());
        }
        clause.text = in_words(&before, &clause.text, &after.text);
    }
    clause.rules.extend(match placed.frame_use {
        FrameUse::Spent(_) => Some(WeavingRule::FrameSpent),
        FrameUse::Unfit(_) => Some(WeavingRule::FrameUnfit),
        _ => None,
    });
    clause
}

/// Returns true where a clause opens with words that lead in, set apart by a comma: its own, or those of a change.
fn leads_in(
    context: &WeavingContext,
    placed: &PlacedFinding,
    sentence: &ReadSentence,
    clause: &Clause,
) -> bool {
    let opens_with_comma = |words: &str| {
        let before = words.split_once("{clause}");
        let before = before.map_or("", |(before, _)| before.trim_end());
        let head = clause.text.get(..before.len());
        before.ends_with(',') && head.is_some_and(|head| head.eq_ignore_ascii_case(before))
    };
    let change = placed.finding.change;
    let by_change = change.is_some_and(|change| opens_with_comma(change_words(context, change).1));
    let before_verb = sentence.subject_words().unwrap_or_default();
    // "In 2014, the force met": the body stands behind it.
    let behind = sentence.reading.body_behind.as_ref();
    let before_body = behind.and_then(|it| sentence.text.get(..it.range.start));
    by_change
        || before_body.is_some_and(|before| before.trim_end().ends_with(','))
        || sentence.reading.is_set_off
        || sentence.reading.has_lead_in && before_verb.contains(", ")
}

/// Writes the finding's own words into the clause: a subject and its predicate, or the whole.
fn write_core(
    context: &WeavingContext,
    placed: &PlacedFinding,
    sentence: &ReadSentence,
    request: ClauseRequest,
    clause: &mut Clause,
) {
    if !clause.about_body {
        let reading = &sentence.reading;
        let place = reading
            .also
            .filter(|_| request.also && !reading.is_empty_it());
        let also = with_also(&sentence.text, place);
        if also.is_some() {
            clause.rules.push(WeavingRule::Addition);
        }
        let mut text = also.unwrap_or_else(|| sentence.text.clone());
        if let Some(put_in) = replacement(context, placed, sentence, request) {
            clause.rules.push(WeavingRule::Subject(put_in.refer));
            clause.uses.extend(put_in.source);
            let framed = matches!(placed.frame_use, FrameUse::Phrase(_));
            clause.about_body = put_in.refer.names_body() && !framed;
            clause.opens_with_it = put_in.refer == Refer::It;
            if put_in.range.end <= text.len() {
                text.replace_range(put_in.range, &put_in.words);
            }
        }
        clause.text = lower_known(&text, reading.is_small, context);
        return;
    }
    let asked = placed.finding.refer;
    let predicate = sentence.predicate();
    let typed_len = sentence.text.len() - predicate.len();
    let typed = sentence.text.get(..typed_len);
    let typed = typed.unwrap_or_default().trim_end();
    let named = (sentence.subject, typed);
    let (refer, subject, source) = body_name(context, named, asked, request);
    clause.opens_with_it = refer == Refer::It;
    clause.uses.extend(source);
    let continued = continued(context, placed, &sentence.text);
    if continued.is_some() {
        clause.rules.push(WeavingRule::Change(Change::Continues));
        clause
            .uses
            .push(Source::Framework("changes.continues".to_owned()));
    }
    let changed = sentence.is_supplied || !typed.eq_ignore_ascii_case(&subject);
    if changed || asked == Some(refer) {
        clause.rules.push(WeavingRule::Subject(refer));
    }
    let place = match &continued {
        Some(_) => Some(0),
        None => sentence.reading.also.map(|at| at.saturating_sub(typed_len)),
    };
    let predicate = continued.as_deref().unwrap_or(predicate);
    let also = with_also(predicate, place.filter(|_| request.also));
    if also.is_some() {
        clause.rules.push(WeavingRule::Addition);
    }
    clause.text = format!("{subject} {}", also.as_deref().unwrap_or(predicate));
}

/// Puts "also" in before a byte of a text.
fn with_also(text: &str, at: Option<usize>) -> Option<String> {
    let (before, after) = text.split_at_checked(at?)?;
    Some(format!("{before}also {after}"))
}

/// Returns what the body continues to do, where the finding records that it does and its verb has an infinitive:
/// "listens to victims" → "continues to listen to victims".
fn continued(context: &WeavingContext, placed: &PlacedFinding, text: &str) -> Option<String> {
    let words = &context.framework.changes.continues;
    let goes_on = placed.finding.change == Some(Change::Continues)
        && placed.is_about_body()
        && !words.is_empty()
        && !placed.finding.kind.is_need();
    let infinitive = goes_on.then(|| context.infinitive(text)).flatten()?;
    let (before, after) = words.split_once("{infinitive}")?;
    let (before, after) = (context.fill(before).text, context.fill(after).text);
    Some(in_words(before.trim_end(), &infinitive, after.trim_end()))
}

/// Returns true where words on what has changed can stand before the finding. A noun phrase says nothing by itself
/// that could have changed, what is asked for has not happened ("progress: the force should"), a need is no progress and
/// a strength no decline, and some texts say themselves that they go on.
pub(super) fn takes_change(context: &WeavingContext, placed: &PlacedFinding) -> bool {
    let Some(reading) = placed.reading.sentences.first().map(|it| &it.reading) else {
        return false;
    };
    let Some(change) = placed.finding.change else {
        return false;
    };
    // "since our last inspection, the force has": with a comma, the words lead in, which the text must not do itself.
    let words = change_words(context, change).1;
    let before = words
        .split_once("{clause}")
        .map_or("", |(before, _)| before);
    let leads_in = !before.trim_end().ends_with(':');
    let form = reading.verb.as_ref().map(|verb| verb.form);
    let since = match change {
        Change::Continues => true,
        Change::Progress | Change::Declined => form == Some(VerbForm::Perfect),
    };
    if leads_in && (reading.has_lead_in || !since) {
        return false;
    }
    let states = !reading.is_question && !reading.is_demand && !reading.opens_linked;
    let kind = placed.finding.kind;
    let fits = match change {
        Change::Continues => !reading.goes_on && !reading.opens_linked,
        Change::Progress => states && !kind.is_need(),
        Change::Declined => states && !kind.is_praise(),
    };
    !matches!(placed.frame_use, FrameUse::Phrase(_)) && fits
}

/// Returns the framework's words around a clause for a change, and their key.
fn change_words<'a>(context: &WeavingContext<'a>, change: Change) -> (&'static str, &'a str) {
    let words = &context.framework.changes;
    match change {
        Change::Progress => ("progress", &words.progress),
        Change::Declined => ("declined", &words.declined),
        Change::Continues => ("as-before", &words.as_before),
    }
}

/// Puts the change since the last inspection that the finding records around the clause, in the framework's
/// words. A verb in the words of `continues` has said so already, and the words that `led` in the sentence before lead in
/// this one too: "Since our last inspection, the force has improved its cells. The force has hired cooks."
fn add_change(
    context: &WeavingContext,
    placed: &PlacedFinding,
    led: Option<Change>,
    clause: &mut Clause,
) {
    let Some(change) = placed.finding.change else {
        return;
    };
    let rule = WeavingRule::Change(change);
    if clause.rules.contains(&rule) || !takes_change(context, placed) {
        return;
    }
    clause.led = Some(change);
    if led == Some(change) {
        clause.rules.push(rule);
        return;
    }
    let (key, words) = change_words(context, change);
    let Some((before, after)) = words.split_once("{clause}") else {
        return;
    };
    let (before, after) = (context.fill(before), context.fill(after));
    clause.uses.extend(before.uses);
    clause.uses.extend(after.uses);
    clause
        .uses
        .push(Source::Framework(format!("changes.{key}")));
    clause.rules.push(rule);
    clause.opens_with_it = false;
    let before = lower_first(&before.text, context);
    clause.text = in_words(&before, &clause.text, &after.text);
}
