//! The words that a single file shows before its program runs.
//!
//! Where the words of the hosted page would not be true, the build replaces them, so that the hosted page, whose first
//! load is weighed, carries none of these.

/// Words of the page shells, and what a file says in their place.
const REPLACED: [(&str, &str); 8] = [
    (
        "等了很久还没有打开？请连上网络后刷新本页，",
        "等了很久还没有打开？文件可能没有拷完整：请重新拷一份，放在原来的位置，再打开。",
    ),
    // A preview in a mail or a chat runs no scripts; Internet Explorer asks before it runs those of a file.
    (
        "请在浏览器设置中允许本网站使用 JavaScript，然后刷新页面。",
        "在邮件、聊天或网盘的预览里看到这段话的，请<strong>先把文件保存到电脑，再双击打开</strong>。双击打开后仍看到的：\
         浏览器提示“限制运行脚本”时点“允许”；或用鼠标右键点这个文件，选“打开方式”，换 Edge 或 Chrome。",
    ),
    ("请点右上角“…”，选择<strong>在浏览器中打开</strong>。", "请先把文件<strong>保存到电脑，再双击打开</strong>。"),
    // A double click opens what the system has set, which on an old computer is Internet Explorer.
    (
        "仍打不开的，请升级浏览器，或换用下列一种：",
        "电脑上另外装有下列浏览器的：用鼠标右键点这个文件，选<strong>打开方式</strong>，再选它。没有的，请装一种，或升级：",
    ),
    ("<h1>请单独打开本页</h1>", "<h1>请先把文件保存到电脑，再双击打开</h1>"),
    ("本页被嵌在另一个网站里。", "现在是在邮件、聊天或网盘的预览里，或在别的网页里。"),
    ("常见原因是网络中断，文件没有下载完整，或本机的离线副本损坏。", "常见原因是文件没有拷完整，或被改动过。"),
    ("请连上网络后点“重新打开”，程序文件会重新下载。", "请重新拷一份，放在原来的位置，再打开。"),
];
/// Begins the line that leads out of a frame; a file in a preview knows no page to lead to.
const WAY_OUT: &str = "<p><a href=\"./";

/// The page shell with the words of a file.
///
/// # Errors
/// Names the words that do not stand there exactly once.
pub fn of_file(shell: &str) -> Result<String, String> {
    let mut lines: Vec<&str> = shell.lines().collect();
    let before = lines.len();
    lines.retain(|line| !line.starts_with(WAY_OUT));
    let mut page = lines.iter().flat_map(|line| [line, "\n"]).collect::<String>();
    let once = |count: usize, words: &str| match count {
        1 => Ok(()),
        _ => Err(format!("`{words}` must stand there exactly once")),
    };
    once(before - lines.len(), WAY_OUT)?;
    for (hosted, file) in REPLACED {
        once(page.matches(hosted).count(), hosted)?;
        page = page.replacen(hosted, file, 1);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHELLS: [&str; 2] = [include_str!("../../../index.html"), include_str!("../../../office.html")];

    #[test]
    fn both_pages_say_as_files_what_is_true_of_files() {
        for shell in SHELLS {
            let page = of_file(shell).unwrap();
            for untrue in ["连上网络", "本网站", "另一个网站", "会重新下载", "在新窗口打开"] {
                assert!(!page.contains(untrue), "{untrue}");
            }
            assert_eq!(
                page.matches("先把文件保存到电脑，再双击打开").count(),
                2,
                "in a preview, with scripts and without"
            );
        }
    }

    #[test]
    fn words_that_are_not_in_a_page_any_more_stop_the_build() {
        let changed = SHELLS[0].replace("会重新下载", "重新下载");
        assert!(of_file(&changed).unwrap_err().contains("会重新下载"));
        assert!(of_file(&format!("{}{}", SHELLS[0], REPLACED[0].0)).is_err());
    }
}
