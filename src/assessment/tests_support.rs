//! The parts that tests of several folders build frameworks from.

use super::{Framework, Grade, Heading, ScalePoint};

/// Returns a grade of a scale, called as its word is read.
pub(crate) fn point(grade: Grade) -> ScalePoint {
    ScalePoint {
        grade,
        words: grade.word().replace('-', " "),
        meaning: String::new(),
        is: String::new(),
        are: String::new(),
    }
}

/// Returns a framework of this id that grades each of these headings on a scale of these grades.
pub(crate) fn framework(id: &str, grades: &[Grade], headings: &[(&str, &str)]) -> Framework {
    let heading = |(id, title): &(&str, &str)| Heading {
        id: (*id).to_owned(),
        title: (*title).to_owned(),
        graded: true,
        ..Heading::default()
    };
    Framework {
        id: id.to_owned(),
        scale: grades.iter().copied().map(point).collect(),
        headings: headings.iter().map(heading).collect(),
        ..Framework::default()
    }
}
