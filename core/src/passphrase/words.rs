//! Common passwords and words, in short lists, since the page carries them.

/// Words on every list of passwords, of the trade, and places.
///
/// What letters and syllables do not give away by themselves. Folded as the comparison folds them.
pub(super) const WORDS: &str = "passphrase password passwd administrator admin welcome iloveyou letmein dragon monkey \
master secret default changeme test root user login guest sunshine princess football basketball superman computer \
woaini woai mima nihao zhongguo anquan shengchan gongsi laoban 5201314 1314 520 888 666 168 安全生产 安全第一 预防为主 综合治理 安全员 \
安全 生产 第一 密码 口令 管理员 我爱你 你好 中国 公司 企业 老板 工厂 车间 我们 大家 快乐 幸福 平安 健康 生日 宝贝 老婆 老公 加油 祖国 北京 上海 \
广州 深圳 天津 重庆 成都 杭州 南京 武汉 西安 苏州 福州 厦门 浙江 江苏 福建 广东 山东 河南 四川";

/// Lines and sayings that everybody knows.
pub(super) const LINES: &str = "床前明月光 疑是地上霜 举头望明月 低头思故乡 春眠不觉晓 处处闻啼鸟 夜来风雨声 花落知多少 白日依山尽 黄河入海流 \
欲穷千里目 更上一层楼 锄禾日当午 汗滴禾下土 谁知盘中餐 粒粒皆辛苦 红豆生南国 离离原上草 一岁一枯荣 野火烧不尽 春风吹又生 鹅鹅鹅 \
曲项向天歌 千山鸟飞绝 松下问童子 海内存知己 天涯若比邻 会当凌绝顶 一览众山小 两个黄鹂鸣翠柳 飞流直下三千尺 朝辞白帝彩云间 清明时节雨纷纷 \
但愿人长久 千里共婵娟 明月几时有 天生我材必有用 海上生明月 人之初 性本善 天行健 千里之行始于足下 失败是成功之母 好好学习 天天向上 \
为人民服务 恭喜发财 身体健康 万事如意 心想事成 一帆风顺 马到成功 步步高升 新年快乐 生日快乐 天下无敌 自强不息 厚德载物 上善若水 天道酬勤 \
宁静致远 难得糊涂 吉祥如意 芝麻开门 cqmyg ysdss";

/// The commonest family names.
pub(super) const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏\
钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎";

/// Beginnings of syllables of pinyin, the longer first.
pub(super) const INITIALS: &str = "zh ch sh b p m f d t n l g k h j q x r z c s y w";

/// Their ends. Any beginning is taken with any end: syllables that there are not harm nobody.
pub(super) const FINALS: &str =
    "iang iong uang ang eng ing ong iao ian uai uan ue ve ai ei ao ou an en in un ia ie iu ua uo ui a o e i u v";

/// Which letters usually follow `a` to `z` in words of English and in pinyin.
const FOLLOWERS: [&str; 26] = [
    "bcdfgiklmnoprstuvy",
    "aeiloruy",
    "acehiklortu",
    "aeiorsu",
    "acdefgilmnprstvwxy",
    "aefilortu",
    "aehinorux",
    "aeiortu",
    "abcdefglmnoprstv",
    "aeiou",
    "eiu",
    "adeilostuy",
    "abeimopsuy",
    "acdeginostuy",
    "bcdfgiklmnoprstuvw",
    "aehiloprtu",
    "iu",
    "acdegiklmnorstuy",
    "acehimopstu",
    "aehilorstuwy",
    "abcdegilmnoprst",
    "aeio",
    "aehinou",
    "iu",
    "aeiosu",
    "aehiou",
];

/// The same as bits, of which the page carries a hundred bytes.
pub(super) const USUAL: [u32; 26] = {
    let mut usual = [0; 26];
    let mut letter = 0;
    while letter < usual.len() {
        let followers = FOLLOWERS[letter].as_bytes();
        let mut at = 0;
        while at < followers.len() {
            usual[letter] |= 1 << (followers[at] - b'a');
            at += 1;
        }
        letter += 1;
    }
    usual
};
