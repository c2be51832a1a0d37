//! `assay man`: the manual page. The commands are described in the words of `--help`; what a user must know besides
//! stands in `assets/manual.roff`.

use clap::CommandFactory;
use clap_mangen::Man;

use super::{Arguments, CliError, Session};

/// The part of the page that is about no one command.
const MANUAL: &str = include_str!("../../assets/manual.roff");

/// A short sitting line by line, as a test has it from the program.
const SITTING: &str = include_str!("../../assets/sitting.txt");

/// The place of the sitting in the manual.
const SITTING_HERE: &str = "@SITTING@\n";

const EXIT: &str = r#".SH "EXIT STATUS"
.TP
0
Fine. Also where the reader of the output has had enough.
.TP
1
A check found an error, or the work was refused.
.TP
2
Wrong usage, a file that cannot be used, or output that cannot be written.
.SH FILES
.PP
\fBassay paths\fR tells where settings, drafts, themes and frameworks are kept, and \fBASSAY_CONFIG\fR names
another settings file. \fBassay config --example\fR has every setting with its default. Journals, earlier versions
and locks stand in the state folder. Frameworks of your own go into the folder of frameworks. \fBNO_COLOR\fR is
respected, and nothing is told by colour alone. Lines of errors begin with FILE:LINE:COLUMN, which editors can follow.
"#;

pub(super) fn run(session: &mut Session<'_>) -> Result<(), CliError> {
    session.print(page()?)
}

fn page() -> std::io::Result<Vec<u8>> {
    let mut command = Arguments::command();
    command.build();
    let main = Man::new(command.clone());
    let mut page = Vec::new();
    main.render_title(&mut page)?;
    main.render_name_section(&mut page)?;
    main.render_synopsis_section(&mut page)?;
    main.render_description_section(&mut page)?;
    main.render_options_section(&mut page)?;
    page.extend_from_slice(b".SH COMMANDS\n");
    for sub in command.get_subcommands() {
        if sub.get_name() == "help" {
            continue;
        }
        let mut part = Vec::new();
        let man = Man::new(sub.clone());
        man.render_synopsis_section(&mut part)?;
        part.extend_from_slice(b".PP\n");
        man.render_description_section(&mut part)?;
        man.render_options_section(&mut part)?;
        // Each command is a part of the one page: its own headings would cut that in pieces, and what
        // they say of quotes has been said.
        let part = String::from_utf8_lossy(&part);
        let mut body = format!(".SS \"assay {}\"\n", sub.get_name());
        let quoted = |line: &str| {
            [".SH ", ".ie ", ".el "]
                .iter()
                .any(|part| line.starts_with(part))
        };
        for line in part.lines().filter(|line| !quoted(line)) {
            body.push_str(line);
            body.push('\n');
        }
        page.extend_from_slice(body.as_bytes());
    }
    let manual = MANUAL.replace(SITTING_HERE, &verbatim(SITTING));
    page.extend_from_slice(manual.as_bytes());
    page.extend_from_slice(EXIT.as_bytes());
    Ok(page)
}

/// Returns lines as a manual page shows them as they are.
fn verbatim(text: &str) -> String {
    let escaped = |line: &str| {
        let line = line.replace('\\', "\\e").replace('-', "\\-");
        match line.starts_with(['.', '\'']) {
            true => format!("\\&{line}\n"),
            false => format!("{line}\n"),
        }
    };
    let lines: String = text.lines().map(escaped).collect();
    format!(".PP\n.nf\n{lines}.fi\n")
}
