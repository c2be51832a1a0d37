//! The look of a page in HTML: colours with enough contrast, and one sheet of style.

use std::fmt::Write as _;

/// A pair of colours: words on their ground.
pub(super) struct ColourPair {
    /// The name in the sheet.
    name: &'static str,
    /// The words and the ground in light; then in dark.
    light: [u32; 2],
    dark: [u32; 2],
}

/// Every pair that words are set in. Each has a contrast of 7:1 or more, in light and in dark.
pub(super) const PAIRS: [ColourPair; 8] = [
    pair("page", [0x1a1a1a, 0xffffff], [0xececec, 0x16181a]),
    pair("quiet", [0x3f4448, 0xffffff], [0xc4c8cc, 0x16181a]),
    pair("link", [0x123f8f, 0xffffff], [0xa9c8ff, 0x16181a]),
    pair("outstanding", [0x0f3d3a, 0xd5f0ec], [0xc9f2ec, 0x12403b]),
    pair("good", [0x12401f, 0xdff2e1], [0xd3f3d8, 0x184024]),
    pair("adequate", [0x1c3560, 0xe2ecfb], [0xd5e5ff, 0x1d3459]),
    pair(
        "requires-improvement",
        [0x533200, 0xfdeed2],
        [0xffe9c2, 0x4a3206],
    ),
    pair("inadequate", [0x6b1217, 0xfde3e3], [0xffdcdc, 0x541a1d]),
];

const fn pair(name: &'static str, light: [u32; 2], dark: [u32; 2]) -> ColourPair {
    ColourPair { name, light, dark }
}

/// The sheet. On paper the page is a table whose head and foot are the marking: every sheet repeats them, and no words
/// can come to lie on them. Browsers repeat what may not be broken.
const SHEET: &str = "
body { margin: 0 auto; padding: 1rem; max-width: 46rem; background: var(--page-on); color: var(--page);
  font: 1.06rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: break-word; }
h1, h2, h3, h4, th, caption, .marking { font-family: 'Helvetica Neue', Arial, sans-serif; line-height: 1.25; }
h1 { font-size: 1.8rem; margin: 1rem 0; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 0.6rem; border-bottom: 1px solid; padding-bottom: 0.2rem; }
h3 { font-size: 1.05rem; margin: 1.2rem 0 0.3rem; }
h4 { font-size: 0.98rem; margin: 1rem 0 0.3rem; }
p, ul, ol { margin: 0.5rem 0; }
ul, ol { padding-left: 1.6rem; }
li { margin: 0.35rem 0; }
a { color: var(--link); }
blockquote { margin: 0.8rem 0; padding-left: 1rem; border-left: 3px solid; }
table { border-collapse: collapse; width: 100%; margin: 0.8rem 0; font-size: 0.94rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: 0.3rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.5rem; border-bottom: 1px solid; }
sup { line-height: 0; }
.number { color: var(--quiet); }
.cited { color: var(--quiet); font-size: 0.86rem; }
.marking { text-align: center; font-weight: bold; letter-spacing: 0.04em; margin: 0.5rem 0; }
@page { size: A4; margin: 14mm 18mm; }
@media print {
  body { display: table; table-layout: fixed; width: 100%; max-width: none; padding: 0; font-size: 10.5pt; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  tr, li, blockquote { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
  .marking { break-inside: avoid; line-height: 12mm; }
  .marking-top { display: table-header-group; }
  .marking-foot { display: table-footer-group; }
}
";

/// Returns the colours of words and ground by this name, in light.
pub(super) fn on_paper(name: &str) -> Option<[u32; 2]> {
    let pair = PAIRS.iter().find(|pair| pair.name == name)?;
    Some(pair.light)
}

/// Returns the whole sheet of style.
pub(super) fn sheet() -> String {
    let mut sheet = String::from("\n:root { color-scheme: light dark;");
    colours(&mut sheet, |pair| pair.light);
    sheet.push_str(" }\n@media screen and (prefers-color-scheme: dark) { :root {");
    colours(&mut sheet, |pair| pair.dark);
    sheet.push_str(" } }\n");
    for ColourPair { name, .. } in PAIRS.iter().skip(3) {
        let _ = writeln!(
            sheet,
            ".{name} {{ color: var(--{name}); background: var(--{name}-on); }}"
        );
    }
    sheet.push_str(SHEET.trim_start());
    sheet
}

fn colours(sheet: &mut String, of: fn(&ColourPair) -> [u32; 2]) {
    for pair in &PAIRS {
        let [words, ground] = of(pair);
        let name = pair.name;
        // Writing to a text cannot fail.
        let _ = write!(
            sheet,
            " --{name}: #{words:06x}; --{name}-on: #{ground:06x};"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the relative luminance of WCAG 2.
    fn luminance(colour: u32) -> f64 {
        let part = |shift: u32| {
            let part = f64::from((colour >> shift) & 0xff) / 255.0;
            match part <= 0.03928 {
                true => part / 12.92,
                false => ((part + 0.055) / 1.055).powf(2.4),
            }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    #[test]
    fn words_are_easy_to_see_in_light_and_in_dark() {
        for pair in &PAIRS {
            for [words, ground] in [pair.light, pair.dark] {
                let (one, other) = (luminance(words), luminance(ground));
                let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                assert!(contrast >= 7.0, "{}: {contrast:.2}", pair.name);
            }
        }
    }
}
