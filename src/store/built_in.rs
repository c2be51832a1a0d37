//! The frameworks that come with the program, and an example of each.

/// Takes in both files of each framework: one with its id as a name in `assets/frameworks`, and one in
/// `assets/examples`.
macro_rules! built_in {
    ($($id:literal),+ $(,)?) => {
        const MANY: usize = [$($id),+].len();

        /// The built-in frameworks: id and text.
        pub(super) const FRAMEWORKS: [(&str, &str); MANY] =
            [$(($id, include_str!(concat!("../../assets/frameworks/", $id, ".toml")))),+];

        /// The examples by the ids of their frameworks, each about a body that is invented.
        pub const EXAMPLES: [(&str, &str); MANY] =
            [$(($id, include_str!(concat!("../../assets/examples/", $id, ".toml")))),+];
    };
}

// The one that is taken where nobody names another first, then the programmes by their years.
built_in![
    "annual",
    "peel-2014",
    "peel-2015",
    "peel-2016",
    "peel-2017",
    "peel-2018",
    "peel-2021",
    "peel-2023",
    "soc-2022",
    "frs-2018",
    "frs-2023",
];
