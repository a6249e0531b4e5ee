//! People in tables: a row for each certificate, or one for somebody who needs none.

use anziping_catalog::Catalogue;

use super::words::{Words, areas, count, day, of_areas, of_day, one_of, word};
use super::{Entry, Identity, Unfit};
use crate::exchange::matching::Columns;
use crate::register::{Certificate, CertificateKind, Person, Post, Registers, Training};

/// What a column of a table of people can hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the field of Person or Certificate of the same name")]
pub enum PersonColumn {
    Id,
    Name,
    Post,
    Training,
    JoinedOn,
    Hours,
    Areas,
    Kind,
    Work,
    ValidUntil,
}

impl Columns for PersonColumn {
    const HEADINGS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Id, &["编号"]),
        (Self::Name, &["姓名", "人员姓名", "员工姓名", "持证人", "名字"]),
        (Self::Post, &["岗位", "人员类别", "岗位类别", "职务"]),
        (Self::Training, &["应做的培训", "培训类别", "培训类型"]),
        (Self::JoinedOn, &["到岗日期", "入职日期", "入厂日期", "进厂日期", "入职时间", "入厂时间"]),
        (Self::Hours, &["已完成学时", "完成学时", "培训学时", "学时"]),
        (Self::Areas, &["高风险作业", "参加的高风险作业", "涉及高风险作业"]),
        (Self::Kind, &["证书种类", "证书类别", "证书类型", "证书名称", "证件名称", "证件类型"]),
        (Self::Work, &["作业项目", "作业类别", "操作项目", "准操项目", "作业种类", "工种"]),
        (
            Self::ValidUntil,
            &["有效期至", "有效期", "有效期限", "证书有效期", "到期日期", "到期日", "复审日期", "应复审日期"],
        ),
    ];
    const ESSENTIAL: &'static [Self] = &[Self::Name];
}

const POSTS: Words<Post> = &[
    (Post::Principal, &["主要负责人", "法定代表人", "厂长", "总经理"]),
    (Post::Officer, &["安全生产管理人员", "安全管理", "安全员", "安管"]),
    (Post::Worker, &["其他从业人员", "从业人员", "工人", "员工", "操作工"]),
];
const TRAININGS: Words<Training> = &[
    (Training::Initial, &["初次培训或岗前三级教育", "初次", "岗前", "三级", "新员工"]),
    (Training::Yearly, &["每年再培训", "再培训", "年度", "复训", "继续教育"]),
];
const KINDS: Words<CertificateKind> = &[
    (CertificateKind::SpecialOperation, &["特种作业操作证", "特种作业"]),
    (CertificateKind::SpecialEquipment, &["特种设备作业人员证", "特种设备"]),
];

impl Entry for Person {
    type Column = PersonColumn;
    const NUMBER: PersonColumn = PersonColumn::Id;
    const NEEDED: PersonColumn = PersonColumn::Name;

    fn of(registers: &Registers) -> &Vec<Self> {
        &registers.people
    }

    fn of_mut(registers: &mut Registers) -> &mut Vec<Self> {
        &mut registers.people
    }

    fn number(&self) -> &str {
        &self.id
    }

    fn set_number(&mut self, number: String) {
        self.id = number;
    }

    fn identity(&self) -> Identity {
        vec![self.name.trim().to_owned()]
    }

    fn rows(&self) -> usize {
        self.certificates.len().max(1)
    }

    fn cell(&self, column: PersonColumn, row: usize, catalogue: &Catalogue) -> String {
        let certificate = self.certificates.get(row);
        match column {
            PersonColumn::Id => self.id.clone(),
            PersonColumn::Name => self.name.clone(),
            PersonColumn::Post => word(POSTS, self.post),
            PersonColumn::Training => word(TRAININGS, self.training),
            PersonColumn::JoinedOn => of_day(self.joined_on),
            PersonColumn::Hours => self.hours.clone(),
            PersonColumn::Areas => of_areas(&self.areas, catalogue),
            PersonColumn::Kind => certificate.map(|certificate| word(KINDS, certificate.kind)).unwrap_or_default(),
            PersonColumn::Work => certificate.map(|certificate| certificate.work.clone()).unwrap_or_default(),
            PersonColumn::ValidUntil => of_day(certificate.and_then(|certificate| certificate.valid_until)),
        }
    }

    fn put(&mut self, column: PersonColumn, text: &str, catalogue: &Catalogue) -> Result<(), Unfit> {
        match column {
            PersonColumn::Id => self.id = text.to_owned(),
            PersonColumn::Name => self.name = text.to_owned(),
            PersonColumn::Post => self.post = one_of(POSTS, text)?,
            PersonColumn::Training => self.training = one_of(TRAININGS, text)?,
            PersonColumn::JoinedOn => self.joined_on = day(text)?,
            PersonColumn::Hours => self.hours = count(text)?,
            PersonColumn::Areas => self.areas = areas(text, catalogue)?,
            PersonColumn::Kind => {
                let kind = one_of(KINDS, text)?;
                only(&mut self.certificates).kind = kind;
            }
            PersonColumn::Work => only(&mut self.certificates).work = text.to_owned(),
            PersonColumn::ValidUntil => {
                let day = day(text)?;
                only(&mut self.certificates).valid_until = day;
            }
        }
        Ok(())
    }

    fn take(&mut self, column: PersonColumn, row: &Self) {
        match column {
            PersonColumn::Id => {}
            PersonColumn::Name => self.name.clone_from(&row.name),
            PersonColumn::Post => self.post = row.post,
            PersonColumn::Training => self.training = row.training,
            PersonColumn::JoinedOn => self.joined_on = row.joined_on,
            PersonColumn::Hours => self.hours.clone_from(&row.hours),
            PersonColumn::Areas => self.areas.clone_from(&row.areas),
            // The three of them are one certificate.
            PersonColumn::Kind | PersonColumn::Work | PersonColumn::ValidUntil => {}
        }
    }

    /// Renews the certificate for the same work, or adds it. A list that does not say the kind means the one that is there.
    fn take_list(&mut self, given: &[PersonColumn], row: &Self) {
        let says_kind = given.contains(&PersonColumn::Kind);
        for certificate in &row.certificates {
            let same = |own: &&mut Certificate| {
                own.work.trim() == certificate.work.trim()
                    && (own.kind == certificate.kind || !says_kind && !own.work.trim().is_empty())
            };
            match self.certificates.iter_mut().find(same) {
                Some(own) => own.valid_until = certificate.valid_until.or(own.valid_until),
                None => self.certificates.push(certificate.clone()),
            }
        }
    }
}

/// The one certificate of a row.
fn only(certificates: &mut Vec<Certificate>) -> &mut Certificate {
    if certificates.is_empty() {
        certificates.push(Certificate::default());
    }
    &mut certificates[0]
}
