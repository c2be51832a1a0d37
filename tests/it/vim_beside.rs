//! The keys of vi beside those of the real program: what it makes of hundreds of texts and keys stands in
//! `tests/data/vim.tsv`, a row each: text, cursor, keys, then text, cursor and register as vim has them, and where
//! Assay is another on purpose, why.
//!
//! `ASSAY_VIM=new cargo test vim_beside` asks vim again for every row, `ASSAY_VIM=SEED` adds rows of keys at random.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use assay::text::grapheme::{prev, prev_word};
use assay::text::vim::{Vim, VimReply, VimView};
use assay::text::{self};

const FILE: &str = "tests/data/vim.tsv";

/// A text with a cursor, by characters, and what is in the register that is taken where none is named.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Outcome {
    text: String,
    at: usize,
    register: String,
}

struct Case {
    text: String,
    at: usize,
    keys: String,
    vim: Outcome,
    why: String,
}

/// Keys that are no characters.
const NAMED: [(&str, char); 6] = [
    ("<esc>", '\x1b'),
    ("<cr>", '\r'),
    ("<bs>", '\x08'),
    ("<c-r>", '\x12'),
    ("<c-w>", '\x17'),
    ("<c-u>", '\x15'),
];

fn sent(keys: &str) -> String {
    NAMED.iter().fold(keys.to_owned(), |keys, (name, sign)| {
        keys.replace(name, &sign.to_string())
    })
}

fn lines(text: &str) -> String {
    text.replace('⏎', "\n")
}

fn line(text: &str) -> String {
    text.replace('\n', "⏎")
}

fn cases(file: &str) -> Vec<Case> {
    let rows = file.lines().filter(|row| !row.starts_with('#'));
    let case = |row: &str| {
        let parts: Vec<&str> = row.split('\t').collect();
        let [text, at, keys, after, then, register, why] = parts[..] else {
            panic!("not seven parts: {row}");
        };
        Case {
            text: lines(text),
            at: at.parse().expect("a number"),
            keys: keys.to_owned(),
            vim: Outcome {
                text: lines(after),
                at: then.parse().expect("a number"),
                register: lines(register),
            },
            why: why.to_owned(),
        }
    };
    rows.map(case).collect()
}

/// A text that is typed in by the keys alone.
struct Typed {
    text: String,
    at: usize,
    vim: Vim,
    back: Vec<(String, usize)>,
    again: Vec<(String, usize)>,
    /// True while what is typed belongs to the last step.
    goes_on: bool,
}

impl Typed {
    fn press(&mut self, key: char) {
        let rows = text::rows(&self.text, usize::MAX);
        let inserts = self.vim.inserts();
        let before = (self.text.clone(), self.at);
        let view = VimView {
            text: &self.text,
            at: self.at,
            rows: &rows,
            lines: true,
        };
        match self.vim.press(key, view) {
            VimReply::Pass if inserts => {
                let from = match key {
                    '\x08' => prev(&self.text, self.at),
                    '\x17' => prev_word(&self.text, self.at),
                    _ => self.at,
                };
                let typed = if key >= ' ' {
                    key.to_string()
                } else {
                    String::new()
                };
                self.text.replace_range(from..self.at, &typed);
                self.at = from + typed.len();
                self.step((before.0, from));
                self.goes_on = true;
            }
            VimReply::Pass | VimReply::Waits => {}
            VimReply::Done(done) => {
                for splice in &done.splices {
                    splice.apply(&mut self.text).expect("it fits");
                }
                self.at = done.at;
                if let Some(first) = done.splices.first() {
                    // Taken back, the cursor stands where the change begins.
                    let newline = usize::from(first.removed.starts_with('\n'));
                    self.step((before.0, first.at + newline));
                }
                self.goes_on = self.vim.inserts() && (self.goes_on || !done.splices.is_empty());
                for _ in 0..done.undo {
                    self.turn(true);
                }
                for _ in done.undo..0 {
                    self.turn(false);
                }
            }
        }
        assert!(
            self.text.is_char_boundary(self.at),
            "{:?} {}",
            self.text,
            self.at
        );
    }

    fn step(&mut self, before: (String, usize)) {
        if !self.goes_on {
            self.back.push(before);
            self.again.clear();
        }
    }

    fn turn(&mut self, back: bool) {
        let (from, to) = match back {
            true => (&mut self.back, &mut self.again),
            false => (&mut self.again, &mut self.back),
        };
        if let Some((text, at)) = from.pop() {
            to.push((std::mem::replace(&mut self.text, text), self.at));
            self.at = self.vim.place(&self.text, at);
        }
    }
}

fn ours(case: &Case) -> Outcome {
    let at = case.text.char_indices().nth(case.at);
    let mut typed = Typed {
        text: case.text.clone(),
        at: at.map_or(case.text.len(), |(at, _)| at),
        vim: Vim::default(),
        back: Vec::new(),
        again: Vec::new(),
        goes_on: false,
    };
    for key in sent(&case.keys).chars() {
        typed.press(key);
    }
    Outcome {
        at: typed.text[..typed.at].chars().count(),
        register: typed.vim.unnamed(),
        text: typed.text,
    }
}

/// Asks vim; `None` where it is not there or does not answer.
fn asked(folder: &Path, case: &Case) -> Option<Outcome> {
    let quoted = |text: &str| serde_json::to_string(text).expect("text");
    let before: String = case.text.chars().take(case.at).collect();
    let column = before.rsplit('\n').next().map_or(0, str::len) + 1;
    let script = format!(
        "set nocompatible encoding=utf-8 noswapfile viminfo= backspace=indent,eol,start ignorecase nojoinspaces startofline\n\
         set undolevels=-1\ncall setline(1, split({}, \"\\n\", 1))\nset undolevels=1000\n\
         call cursor({}, {column})\ncall setreg('\"', '')\ncall feedkeys(json_decode({}), 'tx')\n\
         call writefile([join(getline(1, '$'), \"\\n\"), line('.'), col('.'), getreg('\"')]->map('json_encode(v:val)'), 'out')\nqa!\n",
        quoted(&case.text),
        before.matches('\n').count() + 1,
        quoted(&quoted(&sent(&case.keys))),
    );
    std::fs::write(folder.join("script"), script).expect("written");
    let _ = std::fs::remove_file(folder.join("out"));
    let null = Stdio::null;
    let mut vim = Command::new("vim");
    vim.args([
        "-u", "NONE", "-N", "-i", "NONE", "-n", "-es", "-S", "script",
    ]);
    vim.current_dir(folder)
        .stdin(null())
        .stdout(null())
        .stderr(null());
    vim.status().ok()?;
    let out = std::fs::read_to_string(folder.join("out")).ok()?;
    let mut parts = out.lines();
    let mut text = || serde_json::from_str::<serde_json::Value>(parts.next()?).ok();
    let (after, row, column, register) = (text()?, text()?, text()?, text()?);
    let after = after.as_str()?.to_owned();
    let row = usize::try_from(row.as_u64()?).ok()?;
    let start: usize = after
        .split('\n')
        .take(row - 1)
        .map(|line| line.len() + 1)
        .sum();
    let at = start + usize::try_from(column.as_u64()?).ok()? - 1;
    Some(Outcome {
        at: after[..at].chars().count(),
        text: after,
        register: register.as_str()?.to_owned(),
    })
}

const HEAD: &str = "# What vim makes of a text, a cursor and keys; where a reason stands at the end, Assay is another on purpose.\n# Made by `ASSAY_VIM=new cargo test vim_beside`.\n";

fn written(all: &[Case]) -> String {
    let mut file = HEAD.to_owned();
    for Case {
        text,
        at,
        keys,
        vim,
        why,
    } in all
    {
        let (text, after, register) = (line(text), line(&vim.text), line(&vim.register));
        let _ = writeln!(
            file,
            "{text}\t{at}\t{keys}\t{after}\t{}\t{register}\t{why}",
            vim.at
        );
    }
    file
}

#[test]
fn what_keys_make_of_a_text_is_what_vim_makes_of_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let mut all = cases(&std::fs::read_to_string(&path).expect("the rows"));
    if let Ok(wanted) = std::env::var("ASSAY_VIM") {
        let folder = tempfile::tempdir().expect("a folder");
        if let Ok(seed) = wanted.parse() {
            all.extend(random(seed));
        }
        for case in &mut all {
            match asked(folder.path(), case) {
                Some(vim) => case.vim = vim,
                None => return println!("left out: vim is not there, or does not answer"),
            }
        }
        std::fs::write(&path, written(&all)).expect("written");
    }
    assert!(all.len() > 500, "{}", all.len());
    let mut wrong = String::new();
    for case in &all {
        let ours = ours(case);
        if (ours == case.vim) != case.why.is_empty() {
            let _ = writeln!(
                wrong,
                "{:?} {} {}\n  vim  {:?}\n  ours {ours:?}",
                case.text, case.at, case.keys, case.vim
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Texts for keys at random.
const TEXTS: [&str; 6] = [
    "The force answers calls well. It has (since May) too few officers; leaders know this! Victims wait.",
    "Officers don't record risk, but \"most\" victims are safe. The chief's plan (a draft [v2]) isn't done...",
    "First line of it. Second one\nhere? Yes.\n\nA new paragraph starts here. It goes\n  on with an indent.\n\nLast words.",
    "one two  three\nfour five\nsix",
    "É bien – naïve and café noir, 12.5 per cent of £3 million.",
    "a b c d e f",
];

/// Chooses at random, the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, many: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % many as u64).expect("small")
    }

    fn of<'a>(&mut self, words: &'a str) -> &'a str {
        let words: Vec<&str> = words.split(' ').collect();
        words[self.below(words.len())]
    }

    fn count(&mut self) -> &'static str {
        ["", "", "", "2", "3"][self.below(5)]
    }

    fn motion(&mut self, text: &str) -> String {
        let signs: Vec<char> = text.chars().filter(|sign| !"\n<".contains(*sign)).collect();
        match self.below(5) {
            0 => format!("{}{}", self.of("f t F T"), signs[self.below(signs.len())]),
            1 => format!(
                "{}{}<cr>",
                self.of("/ ?"),
                self.of("victims it line two risk")
            ),
            _ => self
                .of("h l j k w b e ge W B E gE 0 ^ $ ( ) } gg G % ; , n N")
                .to_owned(),
        }
    }

    fn step(&mut self, text: &str) -> String {
        let count = self.count();
        match self.below(10) {
            0 | 1 => format!("{count}{}", self.motion(text)),
            2..=4 => {
                let operator = self.of("d c y g~ gu gU d c");
                let on = match self.below(8) {
                    0..=2 => self
                        .of("iw aw iW aW is as ip ap i\" i' a( i[ if")
                        .to_owned(),
                    3 => operator[operator.len() - 1..].to_owned(),
                    _ => format!("{}{}", self.count(), self.motion(text)),
                };
                let register = ["", "", "", "\"a", "\"A", "\"_"][self.below(6)];
                let typed = if operator == "c" { "new<esc>" } else { "" };
                format!("{register}{count}{operator}{on}{typed}")
            }
            5 => format!("{count}{}", self.of("x X D Y ~ rz x")),
            6 => format!(
                "{count}{}{}<esc>",
                self.of("i a I A o O s C S"),
                self.of("X a.b two<bs>")
            ),
            7 => format!(
                "{}{}",
                ["", "\"a", "\"0", "2"][self.below(4)],
                self.of("p P")
            ),
            8 => self.of(". . 2. u u <c-r>").to_owned(),
            _ => {
                let over = self.motion(text);
                let (select, does) = (self.of("v v V"), self.of("d cX<esc> y x ~ u U J rz <esc>"));
                format!("{select}{count}{over}{does}")
            }
        }
    }
}

fn random(seed: u64) -> Vec<Case> {
    let mut dice = Dice(seed);
    let case = |_| {
        let text = TEXTS[dice.below(TEXTS.len())];
        let places: Vec<usize> = (text.chars().enumerate())
            .filter(|(_, sign)| *sign != '\n')
            .map(|(at, _)| at)
            .collect();
        let at = places[dice.below(places.len())];
        let steps = 1 + dice.below(3);
        Case {
            text: text.to_owned(),
            at,
            keys: (0..steps).map(|_| dice.step(text)).collect(),
            vim: Outcome {
                text: String::new(),
                at: 0,
                register: String::new(),
            },
            why: String::new(),
        }
    };
    (0..300).map(case).collect()
}
