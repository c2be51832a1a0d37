//! Somebody who uses the real binary line by line, and knows nothing but what it says.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::home::Home;

pub struct Listener {
    child: Child,
    /// Nothing once the lines have ended.
    lines: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    /// What was said since the last line, without the prompt.
    heard: Vec<String>,
    /// The prompt that is waited at.
    pub prompt: String,
    /// All that was typed and said, as it would stand on paper.
    pub transcript: String,
}

impl Listener {
    /// Starts the program and listens to what it says first.
    pub fn start(home: &Home, arguments: &[&str]) -> Self {
        let mut child = home
            .assay()
            .arg("--linear")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let output = BufReader::new(child.stdout.take().expect("its output"));
        let mut listener = Self {
            lines: child.stdin.take(),
            child,
            output,
            heard: Vec::new(),
            prompt: String::new(),
            transcript: String::new(),
        };
        listener.listen();
        listener
    }

    /// Types a line and listens to the answer.
    pub fn say(&mut self, line: &str) -> &[String] {
        let lines = self.lines.as_mut().expect("it still listens");
        lines
            .write_all(format!("{line}\n").as_bytes())
            .expect("a line can be typed");
        lines.flush().expect("a line can be typed");
        if self.transcript.ends_with(">\n") {
            self.transcript.pop();
        }
        self.transcript.push_str(&format!(" {line}\n"));
        self.listen();
        &self.heard
    }

    /// Types words without an Enter.
    pub fn begins(&mut self, words: &[u8]) {
        let lines = self.lines.as_mut().expect("it still listens");
        lines.write_all(words).expect("words can be typed");
        lines.flush().expect("words can be typed");
    }

    /// Types some lines, one after the other.
    pub fn say_all(&mut self, lines: &[&str]) {
        for line in lines {
            self.say(line);
        }
    }

    fn listen(&mut self) {
        self.heard.clear();
        self.prompt.clear();
        loop {
            let mut line = String::new();
            if self
                .output
                .read_line(&mut line)
                .expect("what it says is UTF-8")
                == 0
            {
                return;
            }
            assert!(!line.contains('\x1b'), "an escape sequence: {line:?}");
            self.transcript.push_str(&line);
            let line = line.trim_end_matches('\n');
            if line.ends_with('>') {
                line.clone_into(&mut self.prompt);
                return;
            }
            self.heard.push(line.to_owned());
        }
    }

    /// What was said last.
    pub fn heard(&self) -> String {
        self.heard.join("\n")
    }

    /// The number before the first thing that was listed with words like these.
    pub fn find(&self, words: impl Fn(&str) -> bool) -> Option<usize> {
        self.heard.iter().find_map(|line| {
            let (number, rest) = line.split_once(". ")?;
            let number = number.parse().ok()?;
            words(rest).then_some(number)
        })
    }

    /// The number before what was listed and begins so.
    pub fn number(&self, begins: &str) -> usize {
        self.find(|row| row.starts_with(begins))
            .unwrap_or_else(|| panic!("nobody said “{begins}”:\n{}", self.transcript))
    }

    /// Lets the lines end, and returns how the program ended.
    pub fn hang_up(mut self) -> (i32, String) {
        self.lines = None;
        self.listen();
        let status = self.child.wait().expect("it ends");
        (status.code().unwrap_or(-1), self.transcript)
    }

    /// Kills it.
    pub fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }

    /// Waits until it ends by itself.
    pub fn ended(mut self) -> i32 {
        self.listen();
        let status = self.child.wait().expect("it ends");
        status.code().unwrap_or(-1)
    }

    pub fn process_id(&self) -> u32 {
        self.child.id()
    }
}

/// Somebody who has begun a draft under the annual framework, by lines.
pub fn begin_draft(home: &Home) -> Listener {
    let mut listener = Listener::start(home, &[]);
    listener.say_all(&["new", "Wexmoor Constabulary"]);
    let annual = listener.number("Annual assessment");
    listener.say(&annual.to_string());
    listener
}

/// Somebody at the victims of an example.
pub fn at_victims(home: &Home) -> Listener {
    let example = include_str!("../../../assets/examples/annual.toml");
    home.write("data/assay/wexmoor.toml", example);
    let mut listener = Listener::start(home, &["wexmoor"]);
    listener.say("go Victims");
    listener
}

/// The file of the draft that was begun.
pub fn written(home: &Home) -> String {
    std::fs::read_to_string(home.drafts().join("wexmoor-constabulary.toml")).expect("the draft")
}

/// Sees that the last answer has these words.
pub fn hears(listener: &Listener, words: &str) {
    let heard = listener.heard();
    assert!(heard.contains(words), "{words:?}: {}", listener.transcript);
}

/// The file of the example.
pub fn example(home: &Home) -> String {
    std::fs::read_to_string(home.drafts().join("wexmoor.toml")).expect("the example")
}
