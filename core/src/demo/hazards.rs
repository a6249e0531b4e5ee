//! Eight invented hazards: two major ones and six general ones in different stages.

use super::day;
use super::enterprise::{OFFICER, PRINCIPAL};
use crate::hazard::{Grade, Hazard, Reopening, Source, Stage};
use crate::value::period::{Period, Span};

/// The ledger: 3 carried over, 5 added (one of them reopened), 3 closed, 5 open.
pub(super) fn ledger(period: Period, span: Span) -> Vec<Hazard> {
    let old = |number: u32| format!("{}-{number:02}", period.previous());
    let new = |number: u32| format!("{period}-{number:02}");
    vec![
        Hazard { id: old(1), ..fire_watch(span) },
        Hazard { id: old(2), ..crane_hook(span) },
        Hazard { id: old(3), ..loose_cable(span) },
        Hazard { id: old(4), ..dust_collector(span) },
        Hazard { id: new(1), ..contractor(span) },
        Hazard { id: new(2), ..faded_sign(span) },
        Hazard { id: new(3), ..guard_left_off(span) },
        Hazard { id: new(4), ..goggles(span) },
    ]
}

/// Major, carried over, being rectified while the polishing line stands still.
fn dust_collector(span: Span) -> Hazard {
    Hazard {
        stage: Stage::Rectifying,
        grade: Some(Grade::Major),
        item: "X22".into(),
        area: "combustible-dust".into(),
        found_on: Some(day(span, -8)),
        finder: OFFICER.into(),
        place: "抛光车间铝件抛光线".into(),
        description: "铝件抛光线干式除尘器没有锁气卸灰装置，疑似重大事故隐患，已按重大管理".into(),
        criterion: "10号令 第十一条（六）".into(),
        lead: "GM10-11-6".into(),
        accident_type: "粉尘爆炸".into(),
        owner: "抛光车间主任".into(),
        measures: "请有资质的单位改造卸灰口，加装锁气卸灰装置，验收合格后恢复生产".into(),
        funds: "46000".into(),
        deadline: Some(day(span, 50)),
        plan: "粉尘火灾爆炸现场处置方案：发现冒烟先停风机、撤人、报警，不用水枪直冲积尘".into(),
        interim: "停用抛光线，断电上锁挂牌，清净积尘，车间拉警戒线".into(),
        reported_on: Some(day(span, -8)),
        regulator_on: Some(day(span, -7)),
        workers_on: Some(day(span, -6)),
        ..Hazard::default()
    }
}

/// Major, found this month, watched until it is put right.
fn contractor(span: Span) -> Hazard {
    Hazard {
        stage: Stage::Monitored,
        grade: Some(Grade::Major),
        item: "X20".into(),
        area: "contractors".into(),
        found_on: Some(day(span, 4)),
        finder: PRINCIPAL.into(),
        place: "外委检修单位作业现场".into(),
        description: "对外委检修单位签了安全协议，但连续两个月没有定期安全检查".into(),
        criterion: "10号令 第三条（一）".into(),
        lead: "GM10-3-1".into(),
        accident_type: "其他".into(),
        owner: "设备主管".into(),
        measures: "定出每周检查外委现场的计划和检查表，由设备主管执行，主要负责人每月抽查".into(),
        funds: "3000".into(),
        deadline: Some(day(span, 40)),
        plan: "外委作业出现险情立即停工撤人，由本厂统一报警和指挥".into(),
        interim: "检查补做之前，外委检修暂停动火和有限空间作业".into(),
        reported_on: Some(day(span, 4)),
        regulator_on: Some(day(span, 5)),
        workers_on: Some(day(span, 6)),
        ..Hazard::default()
    }
}

/// General, through all eight stages.
fn fire_watch(span: Span) -> Hazard {
    Hazard {
        stage: Stage::Appraised,
        grade: Some(Grade::General),
        area: "hot-work".into(),
        found_on: Some(day(span, -18)),
        finder: OFFICER.into(),
        place: "焊接工位".into(),
        description: "焊接工位旁堆放纸箱，没有配灭火器".into(),
        accident_type: "火灾".into(),
        owner: "焊接班班长".into(),
        measures: "清走纸箱，配两具灭火器，划线定置".into(),
        deadline: Some(day(span, 8)),
        reported_on: Some(day(span, -18)),
        rectification: "纸箱已移到仓库，灭火器已到位".into(),
        rectified_on: Some(day(span, 5)),
        accepted_by: OFFICER.into(),
        accepted_on: Some(day(span, 6)),
        acceptance: "现场复查合格".into(),
        closed_on: Some(day(span, 6)),
        appraisal: "焊接班班前会通报，工位定置写进点检表".into(),
        appraised_on: Some(day(span, 10)),
        ..Hazard::default()
    }
}

/// General, open after its deadline.
fn crane_hook(span: Span) -> Hazard {
    Hazard {
        stage: Stage::Rectifying,
        grade: Some(Grade::General),
        item: "X02".into(),
        area: "lifting".into(),
        found_on: Some(day(span, -11)),
        finder: "行车工".into(),
        place: "二号跨5吨行车".into(),
        description: "吊钩防脱钩装置变形，不能回位".into(),
        accident_type: "起重致害".into(),
        owner: "设备主管".into(),
        measures: "更换防脱钩装置，更换前该行车停用".into(),
        deadline: Some(day(span, 15)),
        reported_on: Some(day(span, -11)),
        interim: "行车断电挂牌停用".into(),
        ..Hazard::default()
    }
}

/// General, closed last month and found again.
fn loose_cable(span: Span) -> Hazard {
    Hazard {
        stage: Stage::Monitored,
        grade: Some(Grade::General),
        item: "X07".into(),
        area: "temporary-power".into(),
        found_on: Some(day(span, -24)),
        finder: OFFICER.into(),
        place: "下料区".into(),
        description: "临时电缆拖地，过道处没有穿管".into(),
        accident_type: "触电".into(),
        owner: "维修电工".into(),
        measures: "电缆架空，过道加过线槽，停用即拆".into(),
        deadline: Some(day(span, 35)),
        reported_on: Some(day(span, -24)),
        rectification: "电缆已架空".into(),
        accepted_by: OFFICER.into(),
        acceptance: "现场复查合格".into(),
        reopenings: vec![Reopening {
            closed_on: day(span, -9),
            on: day(span, 12),
            reason: "复查发现同一位置又有临时电缆拖地".into(),
        }],
        ..Hazard::default()
    }
}

/// General, reported by a worker.
fn faded_sign(span: Span) -> Hazard {
    Hazard {
        stage: Stage::Monitored,
        grade: Some(Grade::General),
        source: Source::Worker,
        item: "X16".into(),
        area: "confined-space".into(),
        found_on: Some(day(span, 9)),
        finder: "污水站操作工".into(),
        place: "污水站沉淀池".into(),
        description: "有限空间告知牌褪色，看不清危险因素和审批要求".into(),
        accident_type: "中毒".into(),
        owner: "设备主管".into(),
        measures: "按台账重做告知牌，盖板上锁".into(),
        deadline: Some(day(span, 34)),
        interim: "盖板已临时上锁，钥匙由安全员保管".into(),
        reported_on: Some(day(span, 9)),
        ..Hazard::default()
    }
}

/// General, closed within the month.
fn guard_left_off(span: Span) -> Hazard {
    Hazard {
        stage: Stage::Closed,
        grade: Some(Grade::General),
        area: "maintenance".into(),
        found_on: Some(day(span, 7)),
        finder: OFFICER.into(),
        place: "三号数控车床".into(),
        description: "检修后传动部位防护罩没有装回".into(),
        accident_type: "机械致害".into(),
        owner: "维修班班长".into(),
        measures: "装回防护罩，检修验收单增加防护罩一栏".into(),
        deadline: Some(day(span, 14)),
        reported_on: Some(day(span, 7)),
        rectification: "防护罩已装回，验收单已改版".into(),
        rectified_on: Some(day(span, 8)),
        accepted_by: OFFICER.into(),
        accepted_on: Some(day(span, 12)),
        acceptance: "现场复查合格".into(),
        closed_on: Some(day(span, 12)),
        ..Hazard::default()
    }
}

/// General, closed within the month, in none of the high-risk areas.
fn goggles(span: Span) -> Hazard {
    Hazard {
        stage: Stage::Closed,
        grade: Some(Grade::General),
        found_on: Some(day(span, 16)),
        finder: OFFICER.into(),
        place: "砂轮机工位".into(),
        description: "两名员工打磨时没有戴护目镜".into(),
        accident_type: "物体打击".into(),
        owner: "机加工车间主任".into(),
        measures: "当场纠正，工位旁挂备用护目镜".into(),
        deadline: Some(day(span, 23)),
        reported_on: Some(day(span, 16)),
        rectification: "备用护目镜已挂出，两人已重新培训".into(),
        rectified_on: Some(day(span, 17)),
        accepted_by: OFFICER.into(),
        accepted_on: Some(day(span, 21)),
        acceptance: "抽查四次都戴好".into(),
        closed_on: Some(day(span, 21)),
        ..Hazard::default()
    }
}
