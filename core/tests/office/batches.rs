//! Files that come in batches get the verdicts that they would get all at once.

use std::sync::{Arc, LazyLock};

use anziping_core::document::report::{DocumentRef, MonthlyReport};
use anziping_core::month::draft::NoPrevious;
use anziping_core::office::desk::{Accepted, Desk, Grounds, Inbox, Verdict, Verdicts};
use anziping_core::office::intake::Checked;
use anziping_core::registry::Registry;
use anziping_core::value::uscc::UnifiedCode;
use proptest::prelude::*;

use crate::registry::registered;
use anziping_fixtures::sample::{CODES, Person, check, draft, enterprise, period, previous, report_of, sign, today};

/// Files that ask for each other in every way there is, of two enterprises.
///
/// The first's key is registered.
static FILES: LazyLock<Vec<Checked>> = LazyLock::new(|| {
    let (own, other, stranger, preparer) =
        (Person::principal(1), Person::principal(3), Person::principal(7), Person::preparer(2));
    let of = |code: usize, month: &str, people: &[&Person]| {
        let mut report = report_of(&enterprise(), &draft(&enterprise(), month), people);
        report.enterprise.uscc = UnifiedCode::parse(CODES[code]).unwrap();
        report
    };
    let file = |report: &MonthlyReport, person: &Person| check(&sign(report, &[person]));
    let sha256 = |checked: &Checked| checked.report().unwrap().document_sha256;
    let naming = |mut report: MonthlyReport, month: &str, document: &Checked| {
        (report.prev, report.prev_reason) = (previous(month, sha256(document)), None);
        report
    };
    let correcting = |report: MonthlyReport, document: &Checked| MonthlyReport {
        revision: 2,
        supersedes: Some(DocumentRef { sha256: sha256(document) }),
        ..report
    };
    let october = file(&of(0, "2026-10", &[&own]), &own);
    let of_other = file(&of(1, "2026-10", &[&other]), &other);
    let both = of(0, "2026-11", &[&own, &preparer]);
    let november = check(&sign(&both, &[&own]));
    vec![
        check(&sign(&both, &[&own, &preparer])),
        file(&naming(of(0, "2026-11", &[&own]), "2026-10", &october), &own),
        file(&correcting(of(0, "2026-11", &[&own]), &november), &own),
        file(&correcting(of(0, "2026-11", &[&stranger]), &november), &stranger),
        file(&correcting(of(1, "2026-11", &[&other]), &of_other), &other),
        // It names a document of somebody else as its own.
        file(&naming(of(1, "2026-11", &[&other]), "2026-10", &october), &other),
        file(&naming(of(0, "2026-12", &[&own]), "2026-11", &of_other), &own),
        file(&MonthlyReport { demo: true, ..of(0, "2026-11", &[&own]) }, &own),
        file(&MonthlyReport { prev_reason: Some(NoPrevious::First), ..of(0, "2026-12", &[&own]) }, &own),
        check("{}"),
        october,
        of_other,
        november,
    ]
});

/// A copy under a name of its own.
fn named(at: usize, copy: usize) -> Checked {
    Checked { file_name: format!("{at} ({copy}).json"), ..FILES[at].clone() }
}

fn accepted(checked: &Checked) -> Option<Accepted> {
    let found = checked.report()?;
    Some(Accepted {
        uscc: found.report.enterprise.uscc.clone(),
        period: found.report.period,
        revision: found.report.revision,
        document_sha256: found.document_sha256,
        received_on: None,
    })
}

proptest! {
    #[test]
    fn verdicts_do_not_depend_on_the_batches_in_which_files_come(
        order in Just((0..FILES.len()).chain([0, 3]).collect::<Vec<_>>()).prop_shuffle(),
        sizes in prop::collection::vec(1_usize..5, 15),
        taken_in in prop::collection::vec(any::<bool>(), FILES.len()),
    ) {
        let registry = registered(&Person::principal(1));
        let accepted: Vec<Accepted> = FILES.iter().zip(taken_in).filter(|(_, taken_in)| *taken_in).filter_map(|(file, _)| accepted(file)).collect();
        let desk = Desk { registry: &registry, expected: Some(period("2026-11")), accepted: &accepted, today: today(), due_day: 0 };
        let grounds = Arc::new(Grounds::of(&desk));
        let (mut inbox, mut verdicts) = (Inbox::default(), Verdicts::default());
        let mut rest = order.as_slice();
        for size in sizes {
            let (batch, later) = rest.split_at(size.min(rest.len()));
            rest = later;
            inbox.take_in(batch.iter().map(|at| named(*at, inbox.len())).collect());
            verdicts = verdicts.go_on(&desk, &grounds, &inbox);
            prop_assert_eq!(&*verdicts, desk.verdicts(&inbox));
        }
    }
}

#[test]
fn everything_is_judged_anew_when_places_or_the_desk_change() {
    let (nobody, known) = (Registry::new(String::new()), registered(&Person::principal(1)));
    let judge = |verdicts: Verdicts, registry: &Registry, month: &str, inbox: &Inbox| {
        let desk = Desk { registry, expected: Some(period(month)), accepted: &[], today: today(), due_day: 0 };
        let verdicts = verdicts.go_on(&desk, &Arc::new(Grounds::of(&desk)), inbox);
        assert_eq!(*verdicts, desk.verdicts(inbox));
        verdicts
    };
    let mut inbox = Inbox::default();
    inbox.take_in(FILES.clone());
    let unknown = judge(Verdicts::default(), &nobody, "2026-11", &inbox);
    assert!(!unknown.iter().any(|judged| judged.verdict == Verdict::Trusted));
    let of_november = judge(unknown, &known, "2026-11", &inbox);
    assert!(of_november.iter().any(|judged| judged.verdict == Verdict::Trusted));
    let of_december = judge(of_november, &known, "2026-12", &inbox);
    inbox.retain(|checked| checked.report().is_some_and(|found| found.report.period == period("2026-10")));
    let fewer = judge(of_december, &known, "2026-12", &inbox);
    assert_eq!(fewer.len(), 2);
    let kept = inbox.clear();
    let none = judge(fewer, &known, "2026-12", &inbox);
    assert!(none.is_empty());
    inbox.put_back(kept);
    assert_eq!(judge(none, &known, "2026-12", &inbox).len(), 2);
}
