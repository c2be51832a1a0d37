//! THE table of print formats. The command line's choices, the screen's commands with their keys, the names of
//! files and the writers are all taken from it; a format stands nowhere else, but for the file of its writer.

mod anchors;
mod columns;
mod docx;
mod front;
mod html;
mod json;
mod markdown;
mod palette;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(not(feature = "pdf"))]
#[path = "unbuilt.rs"]
mod pdf;
mod plain;

pub use json::escape_hidden;

use super::print::{Edition, Print};

/// Hands the rows of the table to a macro, after the words that stand behind its name.
///
/// - `id`, `aliases`: its names on the command line; `words`: what it is, there and in the manual
/// - `title`: one word for the screen; `extension`: of a file's name
/// - `prints`: the editions that it can make; `writer`: what makes the print, as a text with the columns to wrap at, or as
///   bytes
/// - `command`, `key`, `footer`, `help`: the command that shows a print in it (see the command table)
macro_rules! print_formats {
    ($then:ident $($before:tt)*) => {
        $then! { $($before)*
            Text {
                id: "text", aliases: [], words: "Plain text",
                title: "text", extension: "txt",
                prints: Edition::ALL, writer: FormatWriter::Text(plain::write),
                command: PrintText, key: "t", footer: 3, help: "Show the print as plain text.",
            }
            Markdown {
                id: "markdown", aliases: ["md"], words: "Markdown",
                title: "Markdown", extension: "md",
                prints: Edition::ALL, writer: FormatWriter::Text(markdown::write),
                command: PrintMarkdown, key: "m", footer: 9, help: "Show the print as Markdown.",
            }
            Json {
                id: "json", aliases: [], words: "JSON, a statement always with all sources",
                title: "JSON", extension: "json",
                prints: Edition::ALL, writer: FormatWriter::Text(json::write),
                command: PrintJson, key: "J", footer: 10, help: "Show the print as JSON.",
            }
            Html {
                id: "html", aliases: [], words: "One page of HTML, for a browser or for paper",
                title: "HTML", extension: "html",
                prints: Edition::ALL, writer: FormatWriter::Text(html::write),
                command: PrintHtml, key: "h", footer: 8, help: "Show the print as a page of HTML.",
            }
            Docx {
                id: "docx", aliases: ["word"], words: "A document of Word",
                title: "Word", extension: "docx",
                prints: Edition::ALL, writer: FormatWriter::Bytes(docx::write),
                command: PrintDocx, key: "w", footer: 6, help: "Show the print as a document of Word.",
            }
            Pdf {
                id: "pdf", aliases: [], words: "PDF, with tags for those who do not see it",
                title: "PDF", extension: "pdf",
                prints: Edition::ALL, writer: pdf::WRITER,
                command: PrintPdf, key: "f", footer: 7, help: "Show the print as PDF.",
            }
        }
    };
}
pub(crate) use print_formats;

macro_rules! entries {
    ($($format:ident {
        id: $id:literal, aliases: [$($alias:literal),*], words: $words:literal,
        title: $title:literal, extension: $extension:literal,
        prints: $prints:expr, writer: $writer:expr,
        command: $command:ident, key: $key:literal, footer: $footer:literal, help: $help:literal,
    })*) => {
        /// The form of a print.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum PrintFormat { $(#[doc = $words] $format,)* }

        impl PrintFormat {
            /// All formats.
            pub const ALL: &'static [Self] = &[$(Self::$format),*];

            /// Returns the table's entry.
            pub fn entry(self) -> FormatEntry {
                match self {
                    $(Self::$format => FormatEntry {
                        id: $id,
                        aliases: &[$($alias),*],
                        words: $words,
                        title: $title,
                        extension: $extension,
                        prints: $prints,
                        writer: $writer,
                    },)*
                }
            }
        }
    };
}
print_formats!(entries);

/// A print format as the table has it.
#[derive(Clone, Copy, Debug)]
pub struct FormatEntry {
    /// Its name on the command line.
    pub id: &'static str,
    /// Other names there.
    pub aliases: &'static [&'static str],
    /// Its description, for the command line.
    pub words: &'static str,
    /// Its name on the screen.
    pub title: &'static str,
    /// The extension of a file's name.
    pub extension: &'static str,
    /// The editions that it can make.
    pub prints: &'static [Edition],
    writer: FormatWriter,
}

/// The maker of a print.
#[derive(Clone, Copy, Debug)]
enum FormatWriter {
    /// Of a text.
    Text(fn(&Print<'_>, Option<usize>) -> String),
    /// Of a file that is no text.
    Bytes(fn(&Print<'_>) -> Vec<u8>),
    /// Of pages that are set with a font.
    #[cfg_attr(
        not(feature = "pdf"),
        expect(dead_code, reason = "nothing else is set with a font")
    )]
    Pages {
        write: fn(&Print<'_>) -> Vec<u8>,
        /// Returns the characters of a text that the font lacks.
        lacking: fn(&str) -> Vec<char>,
    },
    /// None: this Assay was built without it.
    #[cfg_attr(feature = "pdf", expect(dead_code, reason = "everything is built"))]
    Unbuilt {
        /// The reason, with how it is built.
        why: &'static str,
    },
}

impl Default for PrintFormat {
    fn default() -> Self {
        Self::Text
    }
}

impl PrintFormat {
    /// Returns the formats that can make an edition.
    pub fn of(edition: Edition) -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(move |format| format.can(edition))
    }

    /// Returns the edition that it prints where this one is asked for: some know of one only, with all in it.
    pub fn edition(self, asked: Edition) -> Edition {
        match self {
            Self::Json if matches!(asked, Edition::Sources | Edition::Grades) => Edition::Statement,
            Self::Json => asked,
            Self::Text | Self::Markdown | Self::Html | Self::Docx | Self::Pdf => asked,
        }
    }

    /// Returns true where a print of it is a text.
    pub fn is_text(self) -> bool {
        matches!(self.entry().writer, FormatWriter::Text(_))
    }

    /// Returns why there is no print of it in this build, and how there is one; none where there is.
    pub fn unbuilt(self) -> Option<&'static str> {
        match self.entry().writer {
            FormatWriter::Unbuilt { why } => Some(why),
            FormatWriter::Text(_) | FormatWriter::Bytes(_) | FormatWriter::Pages { .. } => None,
        }
    }

    /// Returns what finds the characters of a text that its font lacks; none where it has no font.
    pub(super) fn lacking(self) -> Option<fn(&str) -> Vec<char>> {
        match self.entry().writer {
            FormatWriter::Pages { lacking, .. } => Some(lacking),
            FormatWriter::Text(_) | FormatWriter::Bytes(_) | FormatWriter::Unbuilt { .. } => None,
        }
    }

    /// Says whether it can make an edition.
    pub fn can(self, edition: Edition) -> bool {
        self.entry().prints.contains(&edition)
    }
}

/// Makes a print, as the bytes of a file; none of a format that is not in this build, which is not asked for. `width` is the number of columns that a text is wrapped to (at least 20); a format
/// that has no columns takes no notice of it.
pub fn print(print: &Print<'_>, format: PrintFormat, width: Option<usize>) -> Vec<u8> {
    match format.entry().writer {
        FormatWriter::Text(write) => write(print, width).into_bytes(),
        FormatWriter::Bytes(write) | FormatWriter::Pages { write, .. } => write(print),
        FormatWriter::Unbuilt { .. } => Vec::new(),
    }
}

/// Returns a print as a text, to be shown or copied: where a format is none, the words of it.
pub fn print_text(print: &Print<'_>, format: PrintFormat, width: Option<usize>) -> String {
    match format.entry().writer {
        FormatWriter::Text(write) => write(print, width),
        FormatWriter::Bytes(_) | FormatWriter::Pages { .. } | FormatWriter::Unbuilt { .. } => {
            plain::write(print, width)
        }
    }
}
