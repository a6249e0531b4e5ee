//! Contents of the 四张清单 that do not follow from the check list itself: duties of the enterprise and of its posts, by article of the
//! Work Safety Law (安法). A row with a fact is printed only where the fact holds.

/// A duty: what, on what basis, and the fact it depends on (empty: always).
pub(crate) struct Duty {
    /// What has to be done.
    pub what: &'static str,
    /// Article.
    pub basis: &'static str,
    /// Id of the fact; empty where it always applies.
    pub fact: &'static str,
}

const fn duty(what: &'static str, basis: &'static str) -> Duty {
    Duty { what, basis, fact: "" }
}

const fn duty_if(fact: &'static str, what: &'static str, basis: &'static str) -> Duty {
    Duty { what, basis, fact }
}

/// 企业安全生产主体责任清单.
pub(crate) const ENTERPRISE: &[Duty] = &[
    duty("建立健全并落实全员安全生产责任制，明确各岗位责任人员、责任范围和考核标准，按标准考核", "安法 4、22"),
    duty("加强安全生产标准化、信息化建设，构建安全风险分级管控和隐患排查治理双重预防机制", "安法 4"),
    duty("具备法律、法规和国家标准、行业标准规定的安全生产条件，不具备的不从事生产经营活动", "安法 20"),
    duty("保证安全生产条件所必需的资金投入，有规定的按规定提取和使用安全生产费用", "安法 23"),
    duty("按规定设置安全生产管理机构或者配备专职、兼职安全生产管理人员", "安法 24"),
    duty("对从业人员（含被派遣劳动者、实习学生）进行安全生产教育和培训，不合格不上岗，建立培训档案", "安法 28"),
    duty("采用新工艺、新技术、新材料或者新设备时，掌握安全技术特性并专门培训", "安法 29"),
    duty_if("special_operations", "特种作业人员按规定经专门培训并取得相应资格后上岗", "安法 30"),
    duty_if(
        "new_project",
        "新建、改建、扩建工程项目的安全设施与主体工程同时设计、同时施工、同时投入生产和使用",
        "安法 31",
    ),
    duty("在有较大危险因素的场所和设施、设备上设置明显的安全警示标志", "安法 35"),
    duty("安全设备经常性维护、保养、定期检测，不关闭、破坏监控、报警、防护、救生设备设施", "安法 36"),
    duty("不使用应当淘汰的危及生产安全的工艺、设备", "安法 38"),
    duty_if("hazardous_chemicals", "生产、使用、储存危险物品建立专门的安全管理制度，采取可靠的安全措施", "安法 39"),
    duty_if("major_installation", "重大危险源登记建档，定期检测、评估、监控，制定应急预案并备案、告知", "安法 40"),
    duty("建立安全风险分级管控制度，按风险等级采取管控措施", "安法 41"),
    duty("建立并落实事故隐患排查治理制度，如实记录并向从业人员通报；重大事故隐患同时报告监管部门和职工大会", "安法 41"),
    duty_if(
        "hazardous_chemicals",
        "生产、经营、储存、使用危险物品的车间、商店、仓库不与员工宿舍在同一座建筑物内，并保持安全距离",
        "安法 42",
    ),
    duty("生产经营场所和员工宿舍的出口、疏散通道符合紧急疏散要求，标志明显、保持畅通，不占用、锁闭、封堵", "安法 42"),
    duty_if("shared_building", "住宿与生产、储存、经营设在同一建筑物内的，符合国家工程建设消防技术标准", "消防法 19"),
    duty("进行爆破、吊装、动火、临时用电等危险作业时，安排专门人员进行现场安全管理", "安法 43"),
    duty("教育、督促从业人员执行制度和操作规程，如实告知危险因素、防范措施和应急措施", "安法 44"),
    duty("提供符合标准的劳动防护用品，并监督、教育正确佩戴、使用", "安法 45"),
    duty("经常性检查，发现问题立即处理，不能处理的及时报告，检查和处理情况如实记录", "安法 46"),
    duty_if(
        "contractors",
        "不发包、出租给不具备安全生产条件或者相应资质的单位和个人；签订安全协议，统一协调、管理，定期检查",
        "安法 49",
    ),
    duty("依法参加工伤保险，为从业人员缴纳保险费", "安法 51"),
    duty("制定生产安全事故应急救援预案，定期组织演练，配备必要的应急救援器材、设备和物资", "安法 81、82"),
    duty("发生生产安全事故立即抢救并如实报告，落实整改措施", "安法 83、86"),
];

/// A post with its duties.
pub(crate) struct Post {
    /// Its name.
    pub name: &'static str,
    /// The fact it depends on (empty: always).
    pub fact: &'static str,
    /// Its duties.
    pub duties: &'static [Duty],
}

/// 安全生产岗位责任清单: the posts that follow from the profile.
pub(crate) const POSTS: &[Post] = &[
    Post {
        name: "主要负责人",
        fact: "",
        duties: &[
            duty("建立健全并落实本单位全员安全生产责任制，加强安全生产标准化建设", "安法 21(一)"),
            duty("组织制定并实施安全生产规章制度和操作规程", "安法 21(二)"),
            duty("组织制定并实施安全生产教育和培训计划", "安法 21(三)"),
            duty("保证安全生产投入的有效实施", "安法 21(四)"),
            duty(
                "组织建立并落实双重预防机制，督促、检查安全生产工作，及时消除隐患；重大隐患亲自部署、亲自验收",
                "安法 21(五)",
            ),
            duty("组织制定并实施事故应急救援预案", "安法 21(六)"),
            duty("及时、如实报告生产安全事故", "安法 21(七)"),
        ],
    },
    Post {
        name: "其他负责人（生产、设备、采购等）",
        fact: "",
        duties: &[duty("对职责范围内的安全生产工作负责，管业务必须管安全", "安法 3、5")],
    },
    Post {
        name: "安全生产管理人员",
        fact: "",
        duties: &[
            duty("组织或者参与拟订制度、操作规程和应急救援预案", "安法 25(一)"),
            duty("组织或者参与教育和培训，如实记录培训情况", "安法 25(二)"),
            duty("组织开展危险源辨识和评估，督促落实重大危险源的安全管理措施", "安法 25(三)"),
            duty("组织或者参与应急救援演练", "安法 25(四)"),
            duty("检查安全生产状况，及时排查隐患，提出改进建议", "安法 25(五)"),
            duty("制止和纠正违章指挥、强令冒险作业、违反操作规程的行为", "安法 25(六)"),
            duty("督促落实安全生产整改措施", "安法 25(七)"),
        ],
    },
    Post {
        name: "车间主任、班组长",
        fact: "",
        duties: &[
            duty("班前讲清当天的危险和防范办法，班中巡查，班后检查", "安法 44、46"),
            duty("一般隐患当场组织整改，改不了的立即上报", "安法 41、46"),
        ],
    },
    Post {
        name: "一线岗位",
        fact: "",
        duties: &[
            duty("严格遵守制度和操作规程，服从管理，正确佩戴和使用劳动防护用品", "安法 57"),
            duty("接受教育和培训，掌握本岗位安全知识和应急处理能力", "安法 58"),
            duty(
                "发现事故隐患或者其他不安全因素，立即报告；发现直接危及人身安全的紧急情况，有权停止作业、撤离",
                "安法 55、59",
            ),
        ],
    },
    Post {
        name: "动火作业人员、监火人",
        fact: "hot_work",
        duties: &[duty("持证、持票作业，清理可燃物，备好灭火器材；监火人全程在场，收工后留观", "安法 43；消防法 21")],
    },
    Post {
        name: "有限空间作业审批人、监护人、作业人员",
        fact: "confined_space",
        duties: &[duty(
            "先通风、再检测、后作业；监护人全程监护、不离开；出事不盲目施救",
            "13号令 5、7、14、15；矿山参照",
        )],
    },
    Post {
        name: "电工、临时用电监护人",
        fact: "temporary_power",
        duties: &[duty("持证接电，谁接谁拆，一机一闸一漏，每日检查", "安法 43")],
    },
    Post {
        name: "起重机司机、指挥、司索（司机、指挥按规定持证，司索、地面操作人员由本单位培训）",
        fact: "lifting",
        duties: &[duty("班前检查吊索具和限位、制动、防脱钩装置，警戒区无人，执行“十不吊”", "特种设备安全法 14、39")],
    },
    Post {
        name: "危险化学品保管、使用人员",
        fact: "hazardous_chemicals",
        duties: &[duty(
            "专库、专人管理，出入库登记，禁忌物分开，看得懂安全技术说明书和标签",
            "安法 39；危化法 41、42、43、51",
        )],
    },
    Post {
        name: "粉尘涉爆岗位",
        fact: "combustible_dust",
        duties: &[duty(
            "按粉尘清理制度每班清理并如实记录，发生火灾或者粉尘爆炸立即撤离，不采用可能扬尘的处置办法",
            "6号令 6、10、18",
        )],
    },
    Post {
        name: "检维修人员",
        fact: "maintenance",
        duties: &[duty("检修前断电、验电、上锁挂牌、泄压、隔离，修完恢复防护装置，验收后开机", "安法 36、43")],
    },
    Post {
        name: "爆破员、安全员、保管员和爆破警戒人员（多为爆破承包单位人员）",
        fact: "blasting",
        duties: &[
            duty("持公安机关核发的许可证，按设计和规程作业；安全距离外设警戒，爆后检查、处理盲炮", "民爆条例 33、38"),
            duty("领用不超过当班用量，剩余的当班清退，登记如实", "民爆条例 37"),
        ],
    },
    Post {
        name: "挖掘机、装载机、矿用车辆司机",
        fact: "open_pit",
        duties: &[duty(
            "出车前检查制动、转向、灯光和报警，不搭乘人员，服从装卸点指挥，看不清时停运",
            "矿山安全法实施条例 15",
        )],
    },
    Post {
        name: "承包商（承租单位）管理人员",
        fact: "contractors",
        duties: &[duty("核对资质和人员，签订安全协议，入场培训和交底，定期检查并记录", "安法 48、49")],
    },
];
