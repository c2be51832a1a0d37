//! The one integration binary: everything that a user gains or must never lose, from outside.
mod architecture;
mod dev;
