//! Passphrases that people choose and that they should choose, judged as the pages do it.

use std::collections::BTreeSet;

use anziping_core::passphrase::{Weakness, judge};

/// Words that the file and the screen show anyway.
const CONTEXT: [&str; 4] = ["上海示例机械", "91310000MA1FL0000N", "张三", ""];

/// Habits, by the reason for which each is refused.
const HABITS: [(Weakness, &[&str]); 12] = [
    (Weakness::TooShort(9), &["k3#vQ9!xZ", "zhangsan1"]),
    (Weakness::TooShort(5), &["红旗渠水长", "红旗渠水8"]),
    (
        Weakness::Repeated,
        &[
            "aaaaaaaaaa",
            "啊啊啊啊啊啊啊啊啊啊",
            "abcabcabcabc",
            "1212121212",
            "AaAaAaAaAaA",
            "xkqxkqxkqxkq",
            "8888888888",
        ],
    ),
    (Weakness::DigitsOnly, &["8402957163", "40295716#3"]),
    (Weakness::Contained, &["上海示例机械2026", "x91310000ma1fl0000n", "张三abcxyzw77"]),
    (
        Weakness::Sequence,
        &[
            "1234567890",
            "0987654321",
            "abcdefghij",
            "qwertyuiop",
            "poiuytrewq",
            "1qaz2wsx3edc",
            "qwerty123456",
            "Admin123456",
            "nihao123456",
            "１２３４５６７８９０",
            "147258369abc",
            "qazwsxedc1",
            "zaq1xsw2cde3",
            "asdfghjkl123",
            "a123456789",
            "1234567890a",
            "qwer1234asdf",
            "zxcvbnm123",
            "Qwerty@12345",
            "1q2w3e4r5t",
            "a1b2c3d4e5",
            "789456123a",
            "abc123456789",
            "aa123456789",
            "abcd123456!",
            "!@#$%^&*()1",
        ],
    ),
    (
        Weakness::Date,
        &[
            "1990010119",
            "1990-01-01",
            "2026年11月21日",
            "2026.5.1ab",
            "19900101ab",
            "ab01011990",
            "1985年3月12日a",
            "19651103lw",
            "张伟19900101",
            "王建国1965年3月",
        ],
    ),
    (
        Weakness::Telephone,
        &[
            "13894027561",
            "13800138000a",
            "wx13800138000",
            "a13912345678",
            "8613800138000",
            "021-62704913a",
            "02162345678a",
            "310101199001010011",
            "31010119900101001x",
        ],
    ),
    (Weakness::Name, &["王建国张伟12"]),
    (
        Weakness::CommonWord,
        &[
            "password123",
            "Password2026",
            "P@ssw0rd!!!",
            "admin@12345",
            "anquan8888",
            "anquanshengchan",
            "woaini1314",
            "woaini520520",
            "安全生产第一12",
            "sunshine1234",
            "iloveyou520",
            "welcome2026",
            "princess88",
            "basketball1",
            "woaizhongguo",
            "gongsi2026!",
            "laoban8888",
            "北京上海广州8",
        ],
    ),
    (
        Weakness::KnownLine,
        &[
            "春眠不觉晓1",
            "床前明月光1",
            "好好学习天天向上1",
            "为人民服务2026",
            "恭喜发财888!!!",
            "白日依山尽123",
            "天道酬勤2026年!",
            "cqmygysdss1",
        ],
    ),
    (
        Weakness::FewWords,
        &[
            "wangwei19900101",
            "zhangxiaoming1985",
            "liqiang8866",
            "chenmeiling0203",
            "liuyang19880808!",
            "wangfang1314",
            "ZhangWei@2026",
            "zhaojianguo12",
            "liyunfei88888",
            "pineapple77!",
            "wodemimashi1",
            "beijing2026!",
            "shanghai2020",
            "woaibeijing",
            "fuzhou0591!",
            "Huawei2026!",
            "chejian2026",
            "gongxifacai888",
            "shengrikuaile",
            "xiamen2026!",
            "butterfly88",
            "chocolate99",
            "watermelon8",
            "liverpool2024",
            "manchester1",
            "zhongliu7kan",
            "feijidapao88",
            "tudouxianshu",
            "maodoubaozi1",
            "elizabeth1990",
        ],
    ),
];

/// Passphrases that nobody else thinks of.
const GOOD: [&str; 46] = [
    "k3#vQ9!xZ7",
    "correct horse battery",
    "红旗渠水长8",
    "红旗渠水长８",
    "老槐树下三只花猫晒太阳",
    "车间的password老槐树",
    // Four words of pinyin that have nothing to do with one another.
    "mayihuapinglaoshuyuecheng",
    "putaodianxianmuguatiewang",
    "qiaomaifengzhengzhushibolang",
    "lanmaozhuangtaiheshangyuyi",
    "bozhoumianbaohuochetuolaji",
    "haiou deng ta qiao ke li",
    "xiguapitengyibingxiangluosi",
    "yezishulianziqianbigangqin",
    "shamozhentouhuluobocaihong",
    "juhuakeyizixingchemianhua",
    // Sentences of one's own.
    "爷爷的烟斗掉进米缸里了",
    "二楼左边那台冲床总漏油3",
    "我家黑猫爱吃蒸南瓜7",
    "那年冬天河水没结冰9",
    "黄狗追着送货车跑了三条街",
    "隔壁铺子的豆腐脑不放糖5",
    "下雨天仓库门口有青蛙6",
    "小时候偷吃灶糖挨过打2",
    "马蜂窝在厂门左边的树上",
    "the second lathe hums in b flat",
    "my uncle sold nine umbrellas",
    "grey pigeons nest above line four",
    "no sugar in the tofu next door",
    "wet boots behind the kiln",
    // Drawn by a program.
    "xk7qmz2vtp9w",
    "t9rw4xkz8qpb",
    "Vq7!mZx2#kTw",
    "hZ4pLw9sQx3v",
    "mvqzkxwtrpbh",
    "7fk2xq9mzv4t",
    "nq8vzt3kxw6j",
    "B7x!q2Zm9#Lt",
    "wqzrtkvmxpln",
    "p4Xz9-kQ7m-Wt2",
    "kj39fmx0qpz7",
    "qb8x-t4vz-9mkw",
    "zrx7kq2pmv5w",
    "3vqk8zxw5tmp",
    "gx5tq8zvk2mr",
    "uw9zkq4xvt7b",
];

fn differing<'a>(all: impl Iterator<Item = (&'a str, Result<(), Weakness>)>) -> Vec<String> {
    all.map(|(passphrase, expected)| (passphrase, judge(passphrase, &CONTEXT), expected))
        .filter(|(_, judged, expected)| judged != expected)
        .map(|(passphrase, judged, expected)| format!("{passphrase:32} {judged:?}, expected {expected:?}"))
        .collect()
}

#[test]
fn habits_are_refused_each_for_its_own_reason() {
    let each =
        HABITS.into_iter().flat_map(|(weakness, habits)| habits.iter().map(move |habit| (*habit, Err(weakness))));
    let accepted: Vec<&str> =
        each.clone().map(|(habit, _)| habit).filter(|habit| judge(habit, &CONTEXT).is_ok()).collect();
    println!("{} habits, accepted: {accepted:?}", each.clone().count());
    let differing = differing(each);
    assert!(differing.is_empty(), "judged otherwise:\n{}", differing.join("\n"));
}

#[test]
fn words_lines_and_strings_of_ones_own_pass() {
    let differing = differing(GOOD.into_iter().map(|good| (good, Ok(()))));
    assert!(differing.is_empty(), "judged otherwise:\n{}", differing.join("\n"));
}

/// Words of two syllables, from which anybody could draw.
const DRAWN: &str = "mayi huaping laoshu yuecheng putao dianxian mugua tiewang qiaomai fengzheng zhushi bolang lanmao zhuangtai heshang \
yuyi bozhou mianbao huoche tuola haiou dengta qiaoke xigua pingguo yibing luosi yezi shulian ganglin shamo zhentou luobo caihong \
juhua keyi zixing chemian wuya maodou chuanghu shizi qianbi baicai";

#[test]
fn four_drawn_words_and_twelve_drawn_characters_pass() {
    let mut state = 7_u64;
    let mut draw = move |from: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % from
    };
    let words: Vec<&str> = DRAWN.split_ascii_whitespace().collect();
    let signs: Vec<char> = ('a'..='z').chain('0'..='9').collect();
    let mut refused = Vec::new();
    for _ in 0..1_000 {
        // Nobody keeps a draw with one word twice.
        let mut drawn = BTreeSet::new();
        while drawn.len() < 4 {
            drawn.insert(words[draw(words.len())]);
        }
        let phrase = drawn.into_iter().collect();
        let string: String = (0..12).map(|_| signs[draw(signs.len())]).collect();
        refused.extend([phrase, string].into_iter().filter(|drawn| judge(drawn, &CONTEXT).is_err()));
    }
    assert!(refused.is_empty(), "{} of 2000 refused: {refused:?}", refused.len());
}

#[test]
fn an_empty_context_word_is_in_no_passphrase() {
    assert_eq!(judge("k3#vQ9!xZ7", &["", " "]), Ok(()));
    assert_eq!(judge("", &[]), Err(Weakness::TooShort(0)));
}

#[test]
fn a_passphrase_of_any_length_is_judged_at_once() {
    let began = std::time::Instant::now();
    assert_eq!(judge(&"wangwei".repeat(70), &CONTEXT), Err(Weakness::Repeated));
    assert!(began.elapsed().as_secs() < 5, "{:?}", began.elapsed());
}
