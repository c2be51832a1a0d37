//! The small grammar of a sentence: blanks, full stops, the place of "also", infinitives.

use crate::assessment::vocabulary;

/// Returns the text as one line, with single blanks and none at the ends.
pub(super) fn collapse(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Counts the words of a text.
pub fn count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// Returns the text without closing quotes and brackets at its end.
pub(super) fn without_closers(text: &str) -> &str {
    text.trim_end_matches(['"', '\'', '”', '’', ')', ']'])
}

/// Adds the full stop where none is.
pub(super) fn with_stop(mut text: String) -> String {
    if !without_closers(&text).ends_with(['.', '!', '?', '…']) {
        text.push('.');
    }
    text
}

/// Returns the text without the full stop at its very end; an ellipsis is none.
pub(super) fn without_stop(text: &str) -> &str {
    match text.strip_suffix('.') {
        Some(rest) if !rest.ends_with('.') => rest,
        _ => text,
    }
}

/// Puts a text into a slot of the framework's words: what stands before it, a blank where there is none, the text, and
/// what stands after it. The text gives up its full stop, and the whole takes it back.
pub(super) fn in_words(before: &str, text: &str, after: &str) -> String {
    let gap = if before.is_empty() || before.ends_with(' ') {
        ""
    } else {
        " "
    };
    with_stop(format!("{before}{gap}{}{after}", without_stop(text)))
}

/// Returns true where a text ends with a plain full stop, so that the sentence can be continued.
pub(super) fn ends_plainly(text: &str) -> bool {
    without_stop(text).len() < text.len()
}

/// Splits a text at its first blank: the first word, with the signs around it, and the rest.
pub(super) fn first_word(text: &str) -> (&str, &str) {
    text.split_once(' ').unwrap_or((text, ""))
}

/// Returns the word without the signs around it.
pub(super) fn bare_word(word: &str) -> &str {
    word.trim_matches(|sign: char| !sign.is_alphanumeric())
}

/// Returns true where the words already have an "also".
pub(super) fn has_also(text: &str) -> bool {
    text.split_whitespace()
        .any(|word| bare_word(word).eq_ignore_ascii_case("also"))
}

/// Puts "also" into a predicate ("needs to improve"): after an auxiliary, in front of other verbs. A
/// verb is never torn from its "not": "also does not", "also cannot".
pub(super) fn also_in_predicate(predicate: &str) -> String {
    let (verb, rest) = first_word(predicate);
    if also_follows(verb, rest) {
        format!("{verb} also {rest}")
    } else {
        format!("also {predicate}")
    }
}

/// Puts "also" into a whole sentence: at its first auxiliary or "needs to". `None` where there is no
/// such place, for a guess could change what is said.
pub(super) fn also_in_sentence(text: &str) -> Option<String> {
    let mut before = "";
    let mut start = 0;
    for run in text.split(' ') {
        let end = start + run.len();
        let rest = text.get(end + 1..).unwrap_or_default();
        // In "staff who are new" the verb is not the sentence's own.
        let own = !matches!(before, "who" | "that" | "which" | "whom" | "whose");
        let head = text.get(..start).unwrap_or_default();
        if start > 0 && own {
            if also_follows(run, rest) {
                return Some(format!("{head}{run} also {rest}"));
            }
            let need = matches!(run, "needs" | "need") && rest.starts_with("to ");
            if need || vocabulary().auxiliaries.contains(&run) && !rest.is_empty() {
                return Some(format!("{head}also {run} {rest}"));
            }
        }
        before = run;
        start = end + 1;
    }
    None
}

/// Returns a predicate with its verb in the infinitive: "listens to victims" → "listen to victims". `None` where
/// the verb is not certain, or where it cannot be continued: "has improved".
pub(super) fn infinitive(predicate: &str) -> Option<String> {
    let (verb, rest) = first_word(predicate);
    let plain = verb.len() > 1 && verb.bytes().all(|byte| byte.is_ascii_lowercase());
    let (next, _) = first_word(rest);
    if !plain || next.is_empty() || next == "not" || vocabulary().no_verbs.contains(&verb) {
        return None;
    }
    let owned = vocabulary().owned.contains(&bare_word(next))
        || next.starts_with(|sign: char| sign.is_numeric());
    let es = ["sses", "shes", "ches", "xes", "zzes", "oes"];
    let bare = match verb {
        "is" => "be".to_owned(),
        "has" if owned => "have".to_owned(),
        "has" => return None,
        "does" => "do".to_owned(),
        "focuses" => "focus".to_owned(),
        _ if verb.len() > 4 && verb.ends_with("ies") => {
            format!("{}y", verb.strip_suffix("ies")?)
        }
        _ if es.iter().any(|ending| verb.ends_with(ending)) => verb.strip_suffix("es")?.to_owned(),
        _ if verb.ends_with("ss") || verb.ends_with("us") || verb.ends_with("is") => return None,
        _ => verb.strip_suffix('s')?.to_owned(),
    };
    Some(format!("{bare} {rest}"))
}

/// Returns true where "also" follows this verb, and does not stand before it.
fn also_follows(verb: &str, rest: &str) -> bool {
    let (next, _) = first_word(rest);
    let whole_verb = matches!(verb, "has" | "have" | "had")
        && (vocabulary().owned.contains(&bare_word(next))
            || next.starts_with(|sign: char| sign.is_numeric()));
    vocabulary().auxiliaries.contains(&verb) && !next.is_empty() && next != "not" && !whole_verb
}
