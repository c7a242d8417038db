//! How the program is linked.

#![allow(clippy::print_stdout)] // Cargo listens there.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // At an address of its own, the loader need not write a hundred thousand places of functions and
    // texts into two megabytes of tables first: two of the twelve milliseconds of a short run.
    let is = |name: &str, wanted: &str| std::env::var(name).is_ok_and(|value| value == wanted);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
