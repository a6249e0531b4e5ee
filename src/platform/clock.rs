//! Reads the device's clock in its time zone.
//!
//! The clock may be wrong or set back between two visits: nothing that decides which draft is newer reads it, only what
//! is shown to people and written as a time into files.

use anziping_core::value::day::Day;
use anziping_core::value::moment::Moment;
use anziping_core::value::timestamp::Timestamp;
use js_sys::Date;

/// Local time with its offset, to the second.
pub(crate) fn now() -> Timestamp {
    Local::now().timestamp()
}

/// Now in UTC as iCalendar writes it: `20261121T024205Z`.
pub(crate) fn utc_stamp() -> String {
    let text = String::from(Date::new_0().to_iso_string());
    let seconds = text.split('.').next().unwrap_or_default();
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

/// Today in the device's time zone.
///
/// A clock outside the years 1 to 9999, which no browser shows, reads as [`Day::epoch`].
pub(crate) fn today() -> Day {
    Local::now().day()
}

/// The minute of now in the device's time zone.
pub(crate) fn moment() -> Moment {
    let now = Local::now();
    let minute = i64::from(now.hour) * 60 + i64::from(now.minute);
    Moment::new(now.day(), minute).unwrap_or_else(|| Moment::midnight(now.day()))
}

/// Local time of day, `10:42`.
pub(crate) fn time_hhmm() -> String {
    let now = Local::now();
    format!("{:02}:{:02}", now.hour, now.minute)
}

/// Milliseconds of work or waiting since some fixed moment; never jumps. For measuring spans only.
pub(crate) fn stopwatch_ms() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or_else(Date::now, |clock| clock.now())
}

struct Local {
    year: u32,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
    /// Minutes east of UTC.
    offset: i32,
}

impl Local {
    fn now() -> Self {
        let date = Date::new_0();
        // Each is in the range of `u8` by the definition of Date; JavaScript counts months from 0.
        let small = |value: u32| u8::try_from(value).unwrap_or_default();
        Self {
            year: date.get_full_year(),
            month: small(date.get_month() + 1),
            day: small(date.get_date()),
            hour: small(date.get_hours()),
            minute: small(date.get_minutes()),
            second: small(date.get_seconds()),
            // Whole minutes: RFC 3339 knows no seconds of offset (Shanghai before 1901 had +08:05:43).
            // JavaScript counts west of UTC.
            offset: -(date.get_timezone_offset() as i32),
        }
    }

    fn day(&self) -> Day {
        i32::try_from(self.year).ok().and_then(|year| Day::new(year, self.month, self.day)).unwrap_or_else(Day::epoch)
    }

    fn timestamp(&self) -> Timestamp {
        Timestamp::of_clock(self.day(), [self.hour, self.minute, self.second], self.offset)
            .unwrap_or_else(|| Timestamp::midnight(self.day()))
    }
}
