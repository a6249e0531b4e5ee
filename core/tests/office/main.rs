//! From a filled month over the sealed file to the office's verdict and totals.

mod jobs;
mod sample;
