//! The examples that come with the program, one a built-in framework.

/// The example under one framework: id and text.
macro_rules! examples {
    ($($id:literal),+ $(,)?) => {
        [$(($id, include_str!(concat!("../../assets/examples/", $id, ".toml")))),+]
    };
}

/// The examples by the ids of their frameworks, each about a body that is invented.
pub const EXAMPLES: [(&str, &str); 10] = examples![
    "annual",
    "peel-2014",
    "peel-2015",
    "peel-2016",
    "peel-2017",
    "peel-2018",
    "peel-2021",
    "peel-2023",
    "soc-2022",
    "frs-2023",
];
