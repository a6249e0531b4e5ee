//! Words about the program in whose window the page was opened.

use crate::platform::browser_support::HostApp;

pub(crate) fn name(app: HostApp) -> &'static str {
    match app {
        HostApp::WeChat => "微信",
        HostApp::Qq => "QQ",
        HostApp::Alipay => "支付宝",
        HostApp::DingTalk => "钉钉",
        HostApp::Feishu => "飞书",
        HostApp::Weibo => "微博",
    }
}

/// The sign of the menu and the entry in it.
pub(crate) fn menu(app: HostApp) -> (&'static str, &'static str) {
    match app {
        HostApp::WeChat | HostApp::DingTalk | HostApp::Feishu | HostApp::Weibo => ("…", "在浏览器打开"),
        HostApp::Qq => ("…", "用浏览器打开"),
        HostApp::Alipay => ("…", "在浏览器中打开"),
    }
}

/// Heading: what to do before anything is typed.
pub(crate) fn open_in_browser(app: HostApp) -> String {
    format!("现在是在{}里打开的，请先换到浏览器再填", name(app))
}

/// The first step.
pub(crate) fn first_step(button: &str) -> String {
    format!("点屏幕右上角的“{button}”")
}

/// The second step; iPhones name the browser.
pub(crate) fn second_step(entry: &str) -> String {
    format!("选“{entry}”（苹果手机上可能写“在 Safari 打开”或“默认浏览器”）")
}

pub(crate) const THIRD_STEP: &str = "在浏览器里填，以后也都用那个浏览器打开";
/// A warning to people who stay.
pub(crate) const OTHERWISE: &str = "不换也能填，但保存文件、打印、拍照可能点了没有反应；清理这个应用时，填的内容可能一起被删。在这里填的不会自己跑到浏览器里去，要用备份带过去。";
/// Warns beside the buttons that save a file.
pub(crate) fn files_may_be_lost(app: HostApp) -> String {
    let (button, entry) = menu(app);
    format!(
        "现在是在{}里打开的，点了保存也可能什么都没存下来。请点右上角“{button}”选“{entry}”，再存一次；那边是另一份数据，先到“备份和设置”用“用消息文字备份”带过去。",
        name(app)
    )
}
pub(crate) const COPY_ADDRESS: &str = "复制网址";
pub(crate) const COPIED: &str = "已复制，请粘贴到浏览器的地址栏。";
pub(crate) const NOT_COPIED: &str = "没有复制成功，请用上面的菜单。";

/// Describes the picture to those who do not see it.
pub(crate) fn picture(button: &str, entry: &str) -> String {
    format!("示意图：右上角的“{button}”，点开后选“{entry}”")
}

/// A page on the home screen of an iPhone.
pub(crate) const HOME_SCREEN: &str = "从主屏幕打开的安自评和 Safari 里的是两份数据，不会自动带过来。如果在 Safari 里填过，请先到那边的“备份和设置”备份（连签名密钥），再在这里恢复。";
