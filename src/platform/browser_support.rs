//! Tells what kind of browser this is, as far as it changes what a person should be told.
//!
//! Capabilities are always tried, never derived from a name. The name is only asked where trying tells nothing: an
//! in-app browser drops downloads silently, and Safari does not announce its seven days.

use wasm_bindgen::JsCast;
use web_sys::Window;

use super::js;

/// The program whose window this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Within another app: downloads of made files are often dropped without a word, printing is missing.
    ///
    /// Offer sharing, copying and "在浏览器中打开".
    InApp(HostApp),
    /// Safari, or any browser on an iPhone or iPad (all are WebKit).
    ///
    /// Deletes what a site keeps after seven days without a visit, unless the page was put on the home screen.
    Safari,
    /// Any other.
    Other,
}

/// Apps that open links in a window of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HostApp {
    /// 微信, and 企业微信, which names itself the same way.
    WeChat,
    /// QQ (not QQ浏览器, which is a browser).
    Qq,
    /// 支付宝.
    Alipay,
    /// 钉钉.
    DingTalk,
    /// 飞书.
    Feishu,
    /// 微博.
    Weibo,
}

impl HostApp {
    /// The name in the public hook of the notice.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::WeChat => "WeChat",
            Self::Qq => "QQ",
            Self::Alipay => "Alipay",
            Self::DingTalk => "DingTalk",
            Self::Feishu => "Feishu",
            Self::Weibo => "Weibo",
        }
    }
}

/// How the page was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Display {
    /// A tab of a browser.
    Tab,
    /// From the home screen or as an installed app: Safari's seven days do not count here.
    Installed,
}

/// The place of a file that a page hands to the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Downloads {
    /// It goes where downloads go, as far as a page can know.
    Somewhere,
    /// In-app browsers drop it; a page on the home screen of an iPhone shows it without a way back.
    Nowhere,
}

/// How the page came over the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// https or this machine: everything works.
    Secure,
    /// Plain http: no offline use, no sharing, no lock between tabs, no promise to keep data.
    Plain,
}

/// Returns whether a text field can show dots instead of the typed text.
///
/// With such a field nothing looks like a password to the browser, which would offer to store it, and input methods
/// work.
pub(crate) fn masks_text() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let supports = js::get(&window, "CSS").and_then(|css| Some((js::method(&css, "supports")?, css)));
    supports.is_some_and(|(supports, css)| {
        let (property, value) = ("-webkit-text-security".into(), "disc".into());
        supports.call2(&css, &property, &value).is_ok_and(|answer| answer.is_truthy())
    })
}

/// Recognises the browser.
pub(crate) fn browser() -> Browser {
    let navigator = web_sys::window().map(|window| window.navigator());
    let name = navigator.as_ref().and_then(|navigator| navigator.user_agent().ok()).unwrap_or_default();
    let fingers =
        navigator.and_then(|navigator| js::get(&navigator, "maxTouchPoints")).and_then(|points| points.as_f64());
    browser_of(&name, fingers.unwrap_or_default())
}

/// Tells how the page was opened.
pub(crate) fn display() -> Display {
    let installed = |window: &Window| {
        let standalone =
            window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|query| query.matches());
        // Safari on iOS before 17.
        standalone || js::get(&window.navigator(), "standalone").is_some_and(|value| value.is_truthy())
    };
    if web_sys::window().as_ref().is_some_and(installed) { Display::Installed } else { Display::Tab }
}

/// Tells where a saved file goes.
pub(crate) fn downloads() -> Downloads {
    let standalone = web_sys::window()
        .and_then(|window| js::get(&window.navigator(), "standalone"))
        .is_some_and(|standalone| standalone.is_truthy());
    if standalone || matches!(browser(), Browser::InApp(_)) { Downloads::Nowhere } else { Downloads::Somewhere }
}

/// Tells how the page came over the network.
pub(crate) fn origin() -> Origin {
    let secure = js::get(js_sys::global().unchecked_ref(), "isSecureContext").is_some_and(|value| value.is_truthy());
    if secure { Origin::Secure } else { Origin::Plain }
}

/// `fingers`: how many the screen tells apart.
///
/// An iPad calls itself a Mac, but a Mac has no touch screen.
fn browser_of(name: &str, fingers: f64) -> Browser {
    let has = |part: &str| name.contains(part);
    // 钉钉 and 支付宝 on Android carry other marks as well: the specific ones first.
    let app = [
        ("DingTalk", HostApp::DingTalk),
        ("AlipayClient", HostApp::Alipay),
        ("MicroMessenger", HostApp::WeChat),
        ("Lark/", HostApp::Feishu),
        ("Feishu", HostApp::Feishu),
        ("Weibo", HostApp::Weibo),
    ];
    if let Some((_, app)) = app.into_iter().find(|(mark, _)| has(mark)) {
        return Browser::InApp(app);
    }
    // QQ浏览器 says MQQBrowser/ or QQBrowser/, and QQ itself says both that and QQ/.
    if has(" QQ/") {
        return Browser::InApp(HostApp::Qq);
    }
    let ios = has("iPhone") || has("iPad") || (has("Macintosh") && fingers > 1.0);
    let safari = has("Safari/") && has("Version/") && !["Chrome/", "Chromium/", "Android"].into_iter().any(has);
    if ios || safari { Browser::Safari } else { Browser::Other }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WECHAT: &str = "Mozilla/5.0 (Linux; Android 14; V2309A Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
        Chrome/130.0.6723.103 Mobile Safari/537.36 XWEB/1300467 MMWEBSDK/20250201 MicroMessenger/8.0.57.2820(0x28003956) WeChat/arm64";
    const DINGTALK: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 \
        AliApp(DingTalk/7.6.30) com.laiwang.DingTalk/39283 Channel/201200 language/zh-Hans-CN UT4Aplus/0.0.6 WK";
    const QQ: &str = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/109.0.5414.86 \
        MQQBrowser/6.2 TBS/046805 Mobile Safari/537.36 V1_AND_SQ_9.0.75 QQ/9.0.75.17060 NetType/WIFI";
    const QQ_BROWSER: &str = "Mozilla/5.0 (Linux; U; Android 13; zh-cn) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
        Chrome/109.0.5414.86 MQQBrowser/15.2 Mobile Safari/537.36 COVC/046805";
    const MAC: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";
    const CHROME: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
    const FIREFOX_ON_IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
        FxiOS/127.0 Mobile/15E148 Safari/605.1.15";

    #[test]
    fn apps_with_windows_of_their_own_are_known() {
        assert_eq!(browser_of(WECHAT, 5.0), Browser::InApp(HostApp::WeChat));
        assert_eq!(browser_of(DINGTALK, 5.0), Browser::InApp(HostApp::DingTalk));
        assert_eq!(browser_of(QQ, 5.0), Browser::InApp(HostApp::Qq));
    }

    #[test]
    fn the_browser_of_the_same_house_is_a_browser() {
        assert_eq!(browser_of(QQ_BROWSER, 5.0), Browser::Other);
    }

    #[test]
    fn the_seven_days_concern_safari_and_every_browser_of_an_iphone() {
        assert_eq!(browser_of(MAC, 0.0), Browser::Safari);
        assert_eq!(browser_of(FIREFOX_ON_IPHONE, 5.0), Browser::Safari);
        assert_eq!(browser_of(CHROME, 0.0), Browser::Other);
    }

    #[test]
    fn an_ipad_that_calls_itself_a_mac_is_found_by_its_touch_screen() {
        let chrome_on_ipad = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Safari/604.1";
        assert_eq!(browser_of(chrome_on_ipad, 5.0), Browser::Safari);
    }
}
