//! A small sound catalogue for tests.

use serde_json::{Value, json};

/// One element with an item of each kind, and one area.
pub(crate) fn json() -> Value {
    let basis = json!([{ "document": "awsl", "at": "22①", "confidence": "verified" }]);
    let target = |code: &str| {
        json!({
            "code": code, "done_label": "已做", "total_label": "应做",
            "points": [{ "id": format!("hot-work.{code}.1"), "text": "有审批制度", "note": "参照执行", "confidence": "secondary" }],
        })
    };
    let veto = json!({
        "on": "no", "when": "hot_work", "criterion": "10号令 第三条", "condition": "没有审批",
        "fires": { "found": "动火没有审批", "answer": "no", "facts": ["hot_work"] },
        "does_not_fire": { "found": "都有审批", "answer": "yes", "facts": ["hot_work"] },
    });
    let readings = json!([
        { "document": "awsl", "at": "20–30、43", "address": "https://flk.npc.gov.cn/", "read_on": "2026-11-28" },
    ]);
    json!({
        "id": "sample", "version": "2026.11", "title": "样例", "issued": "2026-11-01", "notice": "以现行有效文本为准",
        "facts": [
            { "id": "hot_work", "group": "area", "label": "有动火作业", "question": "厂里会动火吗？", "hint": "电焊也算" },
            { "id": "dormitory", "group": "asked", "label": "有员工宿舍", "question": "有宿舍吗？", "hint": "值班房也算" },
            { "id": "smelting", "group": "asked", "label": "从事金属冶炼", "question": "有冶炼吗？", "hint": "对照目录" },
        ],
        "documents": [{
            "id": "awsl", "title": "中华人民共和国安全生产法", "short": "安法", "number": "主席令第88号", "in_force_since": "2021-09-01",
            "replaces": "2014版", "note": "共119条", "checked_on": "2026-10", "confidence": "verified",
            "address": "https://flk.npc.gov.cn/",
        }],
        "elements": [{
            "number": 1, "clause": "5.1", "name": "目标职责", "weight": 100,
            "sub_elements": [{ "clause": "5.1.1", "name": "目标" }, { "clause": "5.1.3", "name": "全员参与" }, { "clause": "5.1.4", "name": "安全生产投入" }],
            "items": [
                {
                    "id": "Z01", "sub_element": "5.1.1", "question": "目标写下来了吗？", "how": "看文件。", "evidence": ["目标文件"],
                    "basis": basis.clone(), "kind": "level", "done_label": "", "total_label": "", "interval": "year",
                    "interval_when": [{ "when": "workers > 100", "interval": "quarter" }], "weight": 2,
                    "applies": "always", "scope_note": "小微企业",
                },
                {
                    "id": "Z06", "sub_element": "5.1.3", "question": "本人签了字吗？", "how": "抽查。", "evidence": ["签字页"],
                    "basis": basis.clone(), "kind": "ratio", "done_label": "已签人数", "total_label": "在岗人数", "interval": "month",
                    "interval_when": [], "weight": 5, "applies": "always", "scope_note": "",
                },
                {
                    "id": "Z07", "sub_element": "5.1.3", "question": "有审批吗？", "how": "看单子。", "evidence": ["审批单"],
                    "basis": basis.clone(), "kind": "yes_no", "done_label": "", "total_label": "", "interval": "month",
                    "interval_when": [], "weight": 5, "applies": "hot_work and not dormitory", "scope_note": "",
                    "veto": veto,
                },
            ],
        }],
        "areas": [{
            "id": "hot-work", "fact": "hot_work", "name": "动火", "basis": basis,
            "targets": [target("P1"), target("P2"), target("P3"), target("P4")],
        }],
        "readings": readings,
        "changes": [{ "ids": ["Z07"], "what": "题目改了。", "why": "原来问得太宽。" }],
    })
}
