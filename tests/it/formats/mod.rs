//! What files may say: drafts, frameworks, settings, each read from text.

mod drafts;
mod frameworks;
mod settings;
mod themes;
