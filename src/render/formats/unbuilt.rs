//! The stand-in for PDF where Assay was built without it.

use super::FormatWriter;

/// The writer, as the table of formats has it.
pub(super) const WRITER: FormatWriter = FormatWriter::Unbuilt {
    why: "this Assay was built without PDF; build it with `--features pdf`",
};

#[cfg(test)]
mod tests {
    use crate::render::PrintFormat;

    #[test]
    fn it_says_how_it_is_built() {
        let why = PrintFormat::Pdf.unbuilt();
        assert!(
            why.is_some_and(|it| it.contains("--features pdf")),
            "{why:?}"
        );
    }
}
