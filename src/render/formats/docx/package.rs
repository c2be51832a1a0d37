//! The package that a document of Word is: its parts in one archive.

use std::borrow::Cow;
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

/// Additions to two of them where a document has comments: the ends before which they stand, and their words.
const OF_COMMENTS: [(&str, &str, &str); 2] = [
    (
        "[Content_Types].xml",
        "</Types>",
        "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>\n",
    ),
    (
        "word/_rels/document.xml.rels",
        "</Relationships>",
        "<Relationship Id=\"rId7\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/>\n",
    ),
];

/// Returns the package of the parts that a print has of its own, its comments, and the parts that all have.
pub(super) fn package(own: &[(&str, String)], comments: Option<String>) -> Vec<u8> {
    let own = own.iter().map(|(name, xml)| (*name, xml.into()));
    let mut fixed = FIXED.map(|(name, xml)| (name, Cow::Borrowed(xml)));
    if comments.is_some() {
        for (part, end, more) in OF_COMMENTS {
            for (_, xml) in fixed.iter_mut().filter(|(name, _)| *name == part) {
                *xml = xml.replace(end, &format!("{more}{end}")).into();
            }
        }
    }
    let comments = comments.map(|xml| ("word/comments.xml", Cow::Owned(xml)));
    // In memory nothing fails but a part of 4 GB, and a draft is far smaller.
    packed(fixed.into_iter().chain(own).chain(comments)).unwrap_or_default()
}

fn packed<'a>(parts: impl Iterator<Item = (&'a str, Cow<'a, str>)>) -> ZipResult<Vec<u8>> {
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
