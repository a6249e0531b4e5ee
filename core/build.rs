//! Turns `catalog/` into one validated JSON text, its SHA-256, and constants of Rust.
//!
//! The check lists become the text, the tables of the trade beside them the constants. A broken one stops the build.

use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

use anziping_seal::{Sha256, canonical, typed};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../catalog");
    println!("cargo::rerun-if-changed={}", folder.display());
    let catalogue = match anziping_catalog::source::read_folder(&folder) {
        Ok(catalogue) => catalogue,
        Err(fault) => {
            // Cargo shows these lines; a plain error would be printed with its Debug form only.
            for line in fault.to_string().lines() {
                println!("cargo::error={line}");
            }
            return Ok(());
        }
    };
    let text = canonical::write(&typed::to_value(&catalogue)?);
    let tables = match anziping_catalog::source::trade::read_folder(&folder.join("trade"), &catalogue) {
        Ok(tables) => tables,
        Err(fault) => {
            for line in fault.to_string().lines() {
                println!("cargo::error={line}");
            }
            return Ok(());
        }
    };
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("trade.rs"), tables)?;
    fs::write(out.join("catalogue.sha256"), Sha256::of(text.as_bytes()).to_string())?;
    fs::write(out.join("catalogue.json"), text)?;
    Ok(())
}
