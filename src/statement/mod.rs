//! From findings to a statement: the weaving.
//!
//! An inspector writes findings as ordinary sentences. Weaving puts them in the order in which they
//! are read aloud, and adds what makes sentences into a statement: who is spoken of, a turn, an
//! "also", a frame, a join. It never adds a fact. The same draft gives the same bytes, always.
//!
//! This folder owns the way from an assessment to a [`Document`]. It must not know files or screens,
//! nor hold a word of a statement: words are the framework's, grammar is here.
//!
//! # The document
//!
//! Title; greeting; the whole (the chosen rung of the ladder, its grade where the framework speaks it, then
//! findings of heading `overall`); a paragraph for each group of the framework's plan, headed by the grades
//! that the framework has words for: of pillars, of what is carried over; at the end the stage in which the body is
//! monitored, the look-ahead, the closing that was chosen, and the draft's own last words. After each paragraph come those
//! that its findings asked for by name. A name makes one paragraph, where it is first asked for in the
//! order of headings and file. Inside a group a new paragraph begins with each finding that is marked so
//! (`begins-paragraph`) and goes on with what is written behind it, so that it keeps its place among the headings. The
//! framework's lists stand behind the paragraph that they name: topics of headings by their grade, or findings that name
//! the list as their paragraph, each with all its sentences. What is empty is left out.
//!
//! # The rules, in the order in which they act
//!
//! 1. **Values.** `{subject.name}`, `{subject.spoken}`, `{subject.noun}`, `{inspector.name}`, `{inspector.office}`,
//!    `{period.label}`, `{monitoring.since}`, `{remit}`, `{majesty}` (His or Her Majesty's, by the day of
//!    publication), `{concerns}` (the topics in which there are causes of concern), a figure `{id}`, `{id.period}`,
//!    `{id.label}` – in every text. What is not written yet reads "…"; an unknown name stays as typed. See
//!    [`spoken`].
//! 2. **Reading.** A text is split into sentences, each with its full stop, and each is read by [`crate::grammar`].
//!    Where the body is certainly the whole subject it is a subject and a predicate; any other sentence is a whole
//!    and stays as typed ("The force control room is slow", "It is victims who wait longest"). A text that
//!    certainly opens with its verb has the body put in as its subject ("understands victims" is "The force
//!    understands victims"); where that is not certain the check tells of it, by one law over every verb that is
//!    known. `reads` says otherwise, and a `refer` trusts a reading that is only likely. No rule below looks at
//!    words by itself: each asks the reading, and does nothing where that is not certain.
//! 3. **Order.** Under one heading as typed: what is praised may answer the need before it, and a need may be about what
//!    was praised, and no reading tells; headings, for the same reason, in the framework's order. Where an author
//!    gives a need of the paragraph its `order`, needs behind the strengths of their heading come together at the end, by
//!    their `order`, then by place; `needs-first` lets them lead. A finding that points back (this, them, "It", a turn at its
//!    head), stands behind a question, is understood only behind another ("Two left", "Vans aren't", "should cost it") or is context written behind
//!    a need under its heading, and has no `order`, is spoken behind the one that it was written behind under its
//!    heading; `follows` names another, and puts it straight behind that one.
//! 4. **Nothing twice.** A finding that says what an earlier one says is left out. Case, blanks, the stop and how
//!    the body is named make no difference. Two that open with "It" may be about two things, and both are spoken.
//! 5. **Subject.** "The force" (the draft's noun, and no other: "The constabulary" may be another body, and is told of); the spoken name where the author wrote the name; "It" for a
//!    strength straight after a sentence about the body that did not itself open with "It", of the same side, which names
//!    no other group of people ("works with the council") and brings in no thing ("has opened a suite").
//!    Needs and context are never "It" of themselves. `refer` overrides, behind a lead-in too ("Since 2016 it
//!    has"), but for an "it" behind a sentence that does not name the body. Beside an "it" that is a thing ("reviews it"), the body
//!    is none. A typed "It" or "Its" stays as typed, straight behind what it was typed behind, for it may be a thing or all that was
//!    said ("keeps children in cells. It should not happen"), and no rule leans on it: no "it" of the body's, no "also" and no join
//!    of itself. Its author says that it is the body by `refer` or `reads`; the check tells of one that is spoken behind something
//!    else. Only where `refer` asks, "its" stands for "the force's"
//!    behind a sentence about the body, and "they" for the plural subject that the sentence before has too; neither
//!    is ever put in of itself, for in "Officers protect victims. They …" only the author knows who is meant. The check
//!    tells of a "They", "This" or "She" of which the sentence before in its paragraph names nothing.
//! 6. **Frame.** What has become of a finding since the last inspection stands around it in the framework's words:
//!    where these lead in with a comma, only a perfect ("has improved") without a lead-in of its own takes them;
//!    the same words are not said in two sentences running.
//!    The finding is spoken in its frame, with its `adverb` where the frame has it, by its `person` and in its
//!    `tense`; the voice says who speaks where the finding does not, and whether "I am" is contracted. A frame that
//!    takes a clause is used once a statement, and falls away after that; one that takes a noun phrase cannot fall
//!    away. A frame that does not fit (a clause where it takes a noun phrase, a noun phrase or a question where it
//!    takes a clause, a demand where it praises or regrets a fact, a clause with "that" or a participle where the frame's last word
//!    takes none, what opens with "that" behind "that", an infinitive in any) is left out, and the check
//!    tells of it; so are the words of the look-ahead. What leads in inside "that" stands between commas. Person
//!    and tense are those of the frame's words; what was found is said as typed, for it still holds. Where the
//!    words do not say which of them a text is, its signs do: a capital and a stop, or neither. What opens with a
//!    turn, a quotation or "I" takes no frame.
//! 7. **Addition.** A need takes "also" where it is certain that it is one more beside the one spoken just before it: what
//!    the body is asked or lacks behind what it is asked, a frame of concern behind such a frame; a demand behind a fault
//!    answers it. So does whoever asks for it, at the
//!    main verb and nowhere else: after is, should, and has with a participle, in front of other verbs and their
//!    adverbs. Not under a negative or limiting subject, in a question or a quotation, where the text adds by
//!    itself (too, as well), nor where the main verb is not certain; of itself also not before a verb that is
//!    denied, in a third sentence running, where it counts without asking ("in 22 of 30 cases"), nor where a word leans
//!    on the sentence before or comments on it ("needs one", "do so", "Many give up", "So is"), nor where the same is asked
//!    once more ("needs to hire", "needs to hire 40"). A frame that is spoken twice running says it the second time. In a
//!    frame it goes into the frame's words. A sentence never has two; `also = false` forbids it.
//! 8. **Join.** Two neighbouring strengths share a sentence with ", and" where neither has a frame, both are read
//!    alike and are single clauses with a subject, the first has no comma, nothing leads in the second, no subject
//!    but the body's is said twice, and the whole is no longer than the voice allows; and where the second is not
//!    to be joined with the next, no "it" of either is a thing, and the second opens with no pronoun that may be
//!    one, nor is what the first is measured against ("In 2019 it was six in ten"); they are of one time ("used to be slow" and
//!    "is fast" are opposites). A first with a clause of its own ("told us that", "only when", "because") takes none, which would seem to belong to
//!    that. What two headings say is joined only where both sum up how well the body does ("protects most victims well"). `always` overrides these, but
//!    for what has no subject or no verb; `never` forbids it. With `always`, context joins
//!    strengths and context, and a need a need; two frames of one subject say it once ("I commend … and am
//!    confident that …"). `but`, `although` and `while` join a strength and a need, in either order, where both are single
//!    clauses without a turn (a likely one will do where it was typed as a sentence); nothing else does. Three
//!    findings never share a sentence, nor any finding of several sentences, nor what opens with "and", "which" or
//!    a turn.
//! 9. **Contrast.** The first change between strengths and needs in a paragraph takes the voice's word at its head, and
//!    so does the first of each later heading from what is praised there to a need that takes nothing up, each cause of
//!    concern behind praise, and praise behind a cause of concern of its heading
//!    (of several, each paragraph that turns takes the next); a need that finds no fault ("recognises that it should",
//!    "I look forward to seeing", "should keep it") is no change, and one that turns to its fault by itself
//!    ("Debriefs take place; formal ones seldom do") has turned, and so has praise that grants a fault ("although slowly",
//!    "knows that its data is poor"); behind a context nothing turns, nor to what is praised under another heading than
//!    the need, nor before a question, an order, what does as was said ("has promised to do so"), what may give the reason
//!    ("It was too big") and a first word that may be a name or a verb ("Reading is"); straight behind a turn another word turns; an opening is a side where its rung says so, and
//!    takes the first need into its last sentence where `join-need` asks for it and that need comes first; a
//!    finding with a turn of its own ("Its boats, though, leak", "Sadly, …") uses it up instead, as does one behind which
//!    the next turns, and so do words that an author
//!    puts before a finding (`begins-with`), where they take a side ("Worryingly,"); others give way to the
//!    framework's word. What links or goes on by itself at its head ("Finally, …", "Therefore, …", "No wonder …", "That is why …")
//!    takes no word before it, nor does what sums up, concedes or exclaims there ("In other words, …", "Slow as it is, …"); the word takes the place of an "Also," that adds a first need to praise. What turns inside (`but`, `although`, `while`, "…; however, it") is of no side, and neither is context; a
//!    grade that is spoken is one, where it is good or better, or below adequate, and that of the whole turns so from its
//!    opening.
//! 10. **Hand edits.** An override's words take the place of a sentence by its key; where what it stands on has
//!     changed since it was edited, or it would now say something else, the edit is stale ([`Document::stale`]). A
//!     whole paragraph can be written by hand in the same way.
//!
//! What an author asks and a rule cannot do with certainty is left as typed, and the check tells of it
//! (`asked-not-done`).
//!
//! # The voice
//!
//! What differs from one inspector and round to the next is no rule: it is the voice, data of the framework, of which a
//! draft names one or sets single words. `assets/frameworks/VOICES.md` explains what a voice may say.
//!
//! # Several bodies
//!
//! [`notice`](notice()) weaves the press notice of an inspection from the drafts of its bodies, by the same rules: a
//! finding as it reads by itself and with the body's name, a grade as the framework speaks it of one body or of several.
//!
//! # How it stays quick
//!
//! [`Weaver`] keeps what it wove. Rules 1 and 2 look at one finding alone, so readings are kept by pointer. Rules 5
//! to 9 pass a small state from sentence to sentence, so a paragraph is woven from the changed finding
//! on, and no further than until the state is as it was. [`weave`] is a weaver used once.

mod alone;
mod antecedents;
mod by_hand;
mod capitals;
mod clause;
mod context;
mod document;
mod explain;
mod figures;
mod frame_fit;
mod front;
mod grades;
mod join_fit;
mod join_pairs;
mod joins;
mod judgment_basis;
mod ladder;
mod layout;
mod lists;
mod measures;
mod memory;
mod notice;
mod openers;
mod openings;
mod order;
mod paragraphs;
mod plan;
mod read;
mod reference;
mod sample;
mod sentence;
mod sentence_draft;
mod slot;
mod split;
mod state;
mod voice;
mod weaver;
mod words;

#[cfg(test)]
mod document_tests;
#[cfg(test)]
mod laws_tests;
#[cfg(test)]
mod random_tests;
#[cfg(test)]
mod rules_tests;
#[cfg(test)]
pub(crate) mod tests_support;
#[cfg(test)]
mod voice_tests;

pub use alone::{alone, alone_named};
pub use by_hand::{basis, grounds_kept, hand_edit};
pub(crate) use context::CONCERNS;
pub use context::Values;
pub use document::{
    Document, Paragraph, ParagraphRole, Reason, Sentence, SentencePart, Source, Stale, Unspoken,
    WeavingRule,
};
pub use explain::{ReadAs, read_as, read_otherwise};
pub use figures::{forms as figure_forms, group_thousands, number_word, recorded, spoken};
pub use frame_fit::takes_bare_verb;
pub use front::{closing_words, monitoring_words};
pub use grades::{graded_alone, graded_together};
pub use judgment_basis::{
    basis_changes, finding_hash, judgment_basis, judgment_basis_with, overall_basis,
    overall_basis_with,
};
pub use ladder::{GradeTally, holds, opening, suggested, suggested_words, tally};
pub use measures::{Measures, WORDS_A_MINUTE, minutes_aloud};
pub use notice::{
    Inspected, Notice, NoticeDraft, NoticeFigure, NoticeFinding, NoticeGroup, appears, is_release,
    marking, notice, release_words,
};
pub use paragraphs::{paragraph_key, whole_paragraph};
pub use sample::{opening_spoken, voice_spoken};
pub use split::sentences;
pub use voice::{frame_words, frame_words_plainly, words_plainly};
pub use weaver::Weaver;
pub use words::count as count_words;

use crate::assessment::{Assessment, Finding, Framework};

/// Weaves a draft into its statement.
pub fn weave(assessment: &Assessment, framework: &Framework) -> Document {
    let mut weaver = Weaver::new();
    weaver.weave(assessment, framework);
    weaver.into_document()
}

/// Returns the words in which a finding would be spoken if it were `changed`: its whole sentence, with what it is
/// joined to. Empty where it would not be spoken. Where a [`Weaver`] is at hand, ask it instead:
/// [`Weaver::preview`].
pub fn preview(
    assessment: &Assessment,
    framework: &Framework,
    finding: usize,
    changed: &Finding,
) -> String {
    Weaver::new().preview(assessment, framework, finding, changed)
}
