//! The rules about what is said: the statement, its days and years, its words, and what was accepted of all that.

/// Declares the rules that are handed to it, and its own behind them.
macro_rules! and_rules_of_the_words {
    ($($record:tt)*) => {
rules! {
    $($record)*

    OpeningNotChosen "opening-not-chosen" Statement Advice
        "No opening is chosen of those that the framework offers."
        "The first sentence is the one that is quoted.";
    RungOutOfBand "rung-out-of-band" Statement Warning
        "The opening is warmer or cooler than the grades suggest."
        "Readers hear the opening before they see a grade.";
    OpeningStale "opening-stale" Statement Warning
        "Grades or concerns have changed since the opening was chosen."
        "The first sentence is the one that is quoted, and it must fit what follows.";
    FrameTwice "frame-twice" Statement Warning
        "Two findings ask for the same frame."
        "\"I am reassured\" said twice reassures nobody.";
    FrameUnfit "frame-unfit" Statement Warning
        "A frame or the words of the look-ahead do not fit what is said in them: a clause for a noun phrase, a demand as a fact."
        "\"I am impressed by the force has\" is no English, so it is spoken without them.";
    AskedNotDone "asked-not-done" Statement Warning
        "What a finding asks of its sentence cannot be done: a join, another name, words before it, a tense, a change."
        "Its words are spoken as typed, for a rule that is not certain leaves them alone.";
    NounPhrase "noun-phrase" Statement Warning
        "A finding is a noun phrase or half a sentence, and no frame makes a sentence of it."
        "Read aloud it is half a sentence.";
    NoSubject "no-subject" Statement Warning
        "A finding seems to open with its verb, without saying who does it."
        "\"Understands victims\" is said of the body where that is certain; where it is not, it is spoken as typed.";
    ItUnclear "it-unclear" Statement Advice
        "A finding opens with \"It\" or \"Its\", and is not spoken straight behind what was written before it."
        "It is spoken as typed, and a listener takes it for what was named last.";
    PointsToNothing "points-to-nothing" Statement Warning
        "A finding says \"They\", \"This\" or \"She\" of what the sentence before it in its paragraph does not name."
        "Whoever hears it cannot tell who or what is meant.";
    WaitsInTray "waits-in-tray" Statement Warning
        "Something waits in the tray since the framework was changed."
        "It was written and is in no print; it wants a place, or to be set aside.";
    SilentWithoutWhy "silent-without-why" Statement Advice
        "A finding is kept out of the statement, and nothing says why."
        "The next reader will put it back in.";
    Empty "empty" Statement Advice
        "A finding or an item of the look-ahead has no words."
        "Nothing can be spoken of it.";
    SaidTwice "said-twice" Statement Warning
        "A finding says what another says, so it is not spoken."
        "Published reports have had whole paragraphs twice.";
    NearlySaidTwice "nearly-said-twice" Statement Warning
        "A finding says nearly the same as another."
        "It was copied and changed a little, and will be heard twice.";
    SensitiveSpoken "sensitive-spoken" Statement Error
        "A sensitive finding is to be spoken, or its words are spoken elsewhere."
        "What was kept back for a reason would be read out.";
    LookAheadTooLong "look-ahead-too-long" Statement Warning
        "There are more items in the look-ahead than are read aloud."
        "Nobody remembers a third.";
    StatementTooLong "statement-too-long" Statement Warning
        "The statement takes more than four minutes to read aloud."
        "It is spoken on video, to people who have other things to do.";
    WrongTitle "wrong-title" Statement Warning
        "The title names another body or year, or not this one."
        "Assessments have been published under the title of another.";
    AnotherBody "another-body" Statement Warning
        "A finding opens with the name of another body."
        "It may have been copied from that body's draft.";
    StaleEdit "stale-edit" Statement Warning
        "What a hand-edited sentence stands on has changed since."
        "The old words hide what is found now.";
    EditUnused "edit-unused" Statement Warning
        "A hand edit is of no sentence that is spoken, or has no words."
        "Somebody's words are lost in it.";
    EditWithoutWhy "edit-without-why" Statement Advice
        "A hand edit does not say why it was made."
        "Nobody will dare to take it back.";

    Date "date" Time Warning
        "A date is no day of the calendar, or a year no year."
        "What is old or late cannot be told from it.";
    NoFieldworkDates "no-fieldwork-dates" Time Advice
        "The first or last day of fieldwork is not written."
        "Readers need to know when this was true.";
    FieldworkBackwards "fieldwork-backwards" Time Warning
        "Fieldwork ends before it begins."
        "One of the days is wrong.";
    MonitoringLater "monitoring-later" Time Warning
        "The body is in its stage of monitoring since a day after publication."
        "The date is wrong, or the statement could not have known.";
    PublishedTooEarly "published-too-early" Time Warning
        "The day of publication lies before the end of fieldwork."
        "One of the days is wrong.";
    ChangeUnrecorded "change-unrecorded" Time Advice
        "A finding speaks of progress or decline, and no earlier inspection is recorded for it."
        "Better than when? The reader may look it up.";
    PredecessorUnread "predecessor-unread" Time Warning
        "Last year's draft is named and cannot be read."
        "Nothing of last year stands beside this year's grades, and nobody may notice.";
    PredecessorOfAnother "predecessor-of-another" Time Warning
        "Last year's draft is about another body."
        "Two forces would be set side by side as two years of one.";
    PredecessorNotEarlier "predecessor-not-earlier" Time Warning
        "Last year's draft is not of an earlier year."
        "What is called better would be worse, or the other way round.";
    ChangeAcrossScales "change-across-scales" Time Warning
        "A finding or a carried-over grade compares years whose grades do not compare: of two scales, or of two programmes."
        "A move from good (of four) to adequate (of five) is no decline in itself.";

    WordsAgainstGrade "words-against-grade" Coherence Warning
        "A sentence uses the words of one grade under a heading of another."
        "Text and grade that disagree are the commonest complaint about published assessments.";
    FrameAgainstKind "frame-against-kind" Coherence Warning
        "A strength is spoken in a frame of concern, or a need in a frame of praise."
        "The listener hears the frame, not the finding.";
    ChangeAgainstKind "change-against-kind" Coherence Warning
        "A need is recorded as progress, or a strength as a decline."
        "What is asked for is no progress; the statement says nothing of it.";
    OpeningAgainstGrades "opening-against-grades" Coherence Warning
        "The opening was edited by hand into words that the grades do not suggest."
        "The band is there for the words, whoever wrote them.";
    EditAgainstFindings "edit-against-findings" Coherence Warning
        "A hand edit praises where only needs were found."
        "The sentence no longer says what was found.";

    LongSentence "long-sentence" Style Advice
        "A sentence has more than 35 words."
        "It is hard to hear; the longest of a good statement has 34.";
    VeryLongSentence "very-long-sentence" Style Warning
        "A sentence has more than 50 words."
        "Nobody can follow it by ear.";
    RepeatedWord "repeated-word" Style Warning
        "A word stands twice in a row."
        "It is read aloud twice.";
    RepeatedOpening "repeated-opening" Style Advice
        "Four sentences running open with the same two words."
        "It sounds like a list.";
    Passive "passive" Style Advice
        "What the body or its people did is said in the passive."
        "\"The force recorded\" is shorter than \"was recorded by the force\", and says who.";
    Agreement "agreement" Style Warning
        "Subject and verb do not agree."
        "\"Some aspects has declined\" has been published.";
    WordNotUsed "word-not-used" Style Advice
        "A word that the house does not use."
        "Plain words are understood by everybody.";
    PreferredWord "preferred-word" Style Advice
        "A word for which the house has another."
        "One word for one thing, in every statement.";
    HouseSpelling "house-spelling" Style Advice
        "A word that the house spells otherwise."
        "Judgment, -ise, re-offending: one spelling everywhere.";
    Capitals "capitals" Style Advice
        "A capital too many or too few."
        "Taser and Code of Ethics are names; chief constable and the grades are words.";
    AnotherNoun "another-noun" Style Advice
        "A text calls the body by another noun than the draft's: the force, where it is a constabulary."
        "One body is called by one noun. It may be another body that is meant, and so it is spoken as typed.";
    NumberInWords "number-in-words" Style Advice
        "A number up to ten in digits."
        "Numbers to ten are words, figures begin at 11.";
    Thousands "thousands" Style Advice
        "A number of thousands without a comma."
        "3,200 is read at a glance.";
    DateStyle "date-style" Style Advice
        "A day or a year of a programme that is not in house style."
        "19 May 2023, 2021/22: one form everywhere.";
    Contraction "contraction" Style Advice
        "A contraction other than I'm and I'll before 2018."
        "Statements took to them in 2018.";
    Ligature "ligature" Style Advice
        "A word holds a ligature: one character for several letters, as PDF readers copy them."
        "A search for the word passes over it, and a screen reader may spell it wrong.";
    HiddenCharacter "hidden-character" Style Warning
        "A character that cannot be seen."
        "It can turn words round, or hide some.";
    LostCharacter "lost-character" Style Warning
        "A text holds U+FFFD, the mark of a character that could not be read."
        "The character that stood there is gone, and the mark would be printed.";
    ConflictMarker "conflict-marker" Style Error
        "A text holds a conflict marker of a version control system."
        "Two versions of the words stand there, and nobody has chosen.";
    Spelling "spelling" Style Advice
        "A word that the dictionary does not know."
        "It is mistyped, or it is a name that the dictionary should learn.";

    AcceptedWithoutWhy "accepted-without-why" Accepted Warning
        "A problem was accepted, and no reason is recorded."
        "An acceptance without a reason is a switch that hides things.";
    AcceptedNothing "accepted-nothing" Accepted Advice
        "Something is accepted that is no problem, or no longer."
        "It would hide the next one that turns up there.";
    AcceptedUnknownRule "accepted-unknown-rule" Accepted Warning
        "An acceptance names a rule that there is not."
        "It accepts nothing.";
}
    };
}

pub(super) use and_rules_of_the_words;
