//! The package that a document of Word is: its parts in one archive.

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The parts that are the same in every print.
const FIXED: [(&str, &str); 7] = [
    ("[Content_Types].xml", include_str!("content_types.xml")),
    ("_rels/.rels", include_str!("package.rels.xml")),
    ("docProps/app.xml", include_str!("app.xml")),
    (
        "word/_rels/document.xml.rels",
        include_str!("document.rels.xml"),
    ),
    ("word/styles.xml", include_str!("styles.xml")),
    ("word/settings.xml", include_str!("settings.xml")),
    ("word/numbering.xml", include_str!("numbering.xml")),
];

/// Returns the package of the parts that a print has of its own and of those that all have.
pub(super) fn package(own: &[(&str, String)]) -> Vec<u8> {
    let own = own.iter().map(|(name, xml)| (*name, xml.as_str()));
    // In memory nothing fails but a part of 4 GB, and a draft is far smaller.
    packed(FIXED.into_iter().chain(own)).unwrap_or_default()
}

fn packed<'a>(parts: impl Iterator<Item = (&'a str, &'a str)>) -> ZipResult<Vec<u8>> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, xml) in parts {
        package.start_file(name, options)?;
        package.write_all(xml.as_bytes())?;
    }
    Ok(package.finish()?.into_inner())
}
