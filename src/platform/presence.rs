//! Hears the other tabs of this site: what they say, and what they write to localStorage.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

use super::listen::Listening;
use super::{local, site};

/// The news of another tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TabNews {
    /// It announced this text.
    Said(String),
    /// It wrote or removed this key of ours in localStorage (name without the site's prefix).
    Stored {
        key: String,
        /// The new text; `None` when it was removed.
        text: Option<String>,
    },
    /// All of localStorage was cleared, by another site of the origin or by the person.
    Cleared,
}

/// Hears the other tabs for as long as it lives.
///
/// A tab never hears itself. News come late to tabs in the background and never to frozen ones: they inform, they do
/// not protect. What protects a draft is the revision check before each write, and the lock ([`super::lock`]) where
/// there is one.
pub(crate) struct TabChannel {
    channel: Option<BroadcastChannel>,
    _listening: Listening,
}

impl TabChannel {
    /// Starts listening. Where the browser has no BroadcastChannel only `Stored` and `Cleared` come.
    pub(crate) fn open(on_news: impl Fn(TabNews) + Clone + 'static) -> Self {
        let prefix = site::prefix();
        let channel = BroadcastChannel::new(&prefix).ok();
        let said = on_news.clone();
        let mut listening = channel.as_ref().map_or_else(Listening::none, |channel| {
            Listening::to(channel, "message", move |event| {
                let text = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                if let Some(text) = text {
                    said(TabNews::Said(text));
                }
            })
        });
        if let Some(window) = web_sys::window() {
            listening = listening.and(Listening::to(&window, "storage", move |event| {
                if let Some(news) =
                    event.dyn_ref::<StorageEvent>().and_then(|event| news(&prefix, event.key(), event.new_value()))
                {
                    on_news(news);
                }
            }));
        }
        Self { channel, _listening: listening }
    }

    /// Says this text to all other tabs of the site, pages of the office included.
    pub(crate) fn announce(&self, text: &str) {
        if let Some(channel) = &self.channel
            && let Err(thrown) = channel.post_message(&JsValue::from_str(text))
        {
            // Only a closed channel refuses, and this one is closed with its owner.
            web_sys::console::warn_1(&thrown);
        }
    }
}

impl Drop for TabChannel {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

fn news(prefix: &str, key: Option<String>, text: Option<String>) -> Option<TabNews> {
    let Some(key) = key else { return Some(TabNews::Cleared) };
    let key = key.strip_prefix(prefix)?;
    // A tab that has just opened tries whether it may write.
    (key != local::PROBE).then(|| TabNews::Stored { key: key.to_owned(), text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_keys_are_news() {
        let ours = news("anziping:/a/:", Some("anziping:/a/:draft.A".into()), Some("1".into()));
        assert_eq!(ours, Some(TabNews::Stored { key: "draft.A".into(), text: Some("1".into()) }));
        assert_eq!(news("anziping:/a/:", Some("anziping:/b/:draft.A".into()), None), None, "another folder");
        assert_eq!(news("anziping:/a/:", Some("anziping:/a/:probe".into()), None), None, "a tab that opens");
        assert_eq!(news("anziping:/a/:", None, None), Some(TabNews::Cleared), "clear() tells no key");
    }
}
