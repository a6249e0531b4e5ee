//! The costs of a month to a person stay within limits.
//!
//! The replay of `cargo xtask bench effort` is held against the limits of its scenario.

use anziping_tests::bench::effort::{self, scenario, sum};
use anziping_tests::journey;

#[test]
fn two_months_cost_no_more_taps_than_the_scenario_allows() {
    let limits = scenario::read().limits;
    journey("effort", |page| {
        let measured = effort::measure(page);
        println!("{measured}");
        let (first, second) = (sum(&measured.first).taps, sum(&measured.second).taps);
        assert!(first <= limits.first_month_taps, "first month: {first} taps\n{measured}");
        assert!(second <= limits.second_month_taps, "second month: {second} taps\n{measured}");
        for spot in &measured.on_the_spot {
            assert!(spot.taps <= limits.on_the_spot_taps, "{spot:?}\n{measured}");
        }
        assert_eq!(measured.on_the_spot.len(), 3, "every hazard put right on the spot was recorded so");
    });
}
