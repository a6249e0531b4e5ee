//! Words of the status bar, which never says more than is true.

/// Saved and durable.
pub fn saved(time: &str) -> String {
    format!("已保存 {time}")
}

/// Written to localStorage only; a power cut may lose the last seconds.
pub fn written(time: &str) -> String {
    format!("已写入 {time}，本浏览器不能保证断电不丢")
}

/// A change is on its way.
pub const SAVING: &str = "正在保存…";
/// Nothing was typed yet.
pub const UNTOUCHED: &str = "填写后自动保存在本机";
/// Storage is full.
pub const FULL: &str = "未保存：浏览器存储空间已满";
/// Storage is blocked.
pub const BLOCKED: &str = "未保存：浏览器不允许本网站保存数据（无痕窗口或禁用了 Cookie）";
/// Any other failure.
pub fn failed(detail: &str) -> String {
    format!("未保存：{detail}")
}
/// Button beside a failure.
pub const EXPORT_NOW: &str = "立即导出";
/// Read-only because the data is newer than the program.
pub const NEWER: &str = "数据由更新版本的程序保存，只能查看。请更新程序。";
/// Offline copy is complete.
pub const OFFLINE_READY: &str = "已离线可用";
/// A new version waits.
pub const UPDATE: &str = "有新版本";
/// Button that switches to it.
pub const UPDATE_NOW: &str = "更新";
/// Durable, but localStorage has no room left.
pub fn nearly_full(time: &str) -> String {
    format!("已保存 {time}，但本机空间快满了")
}
