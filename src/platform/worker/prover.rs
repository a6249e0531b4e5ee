//! The equations of signatures, computed by the browser's own cryptography where it is there and agrees with ours.
//!
//! It is several times faster and runs beside the worker. It is absent without a secure context (plain http), and before Chromium 137,
//! Firefox 129 and Safari 17; then, and whenever it says no, our own arithmetic decides.

use std::cell::RefCell;
use std::rc::Rc;

use anziping_seal::envelope::Equation;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use crate::platform::{js, task};

/// Computes equations, once it has shown that it can.
#[derive(Default)]
pub(super) struct Prover {
    trusted: RefCell<Option<SubtleCrypto>>,
}

impl Prover {
    /// A prover that proves nothing until the browser has answered all probes as we do. Nobody waits for that.
    pub(super) fn on_trial() -> Rc<Self> {
        let prover = Rc::new(Self::default());
        let subtle = js::get(&js_sys::global(), "crypto").and_then(|crypto| js::get(&crypto, "subtle"));
        if let Some(subtle) = subtle.and_then(|subtle| subtle.dyn_into::<SubtleCrypto>().ok()) {
            let tried = Rc::clone(&prover);
            task::spawn(async move {
                let (equations, expected): (Vec<Equation>, Vec<bool>) = Equation::probes().into_iter().unzip();
                if !expected.is_empty() && answers(&subtle, &equations).await.is_ok_and(|given| given == expected) {
                    tried.trusted.replace(Some(subtle));
                }
            });
        }
        prover
    }

    /// Which of the equations are known to hold. A `false` says nothing.
    pub(super) async fn proven(&self, equations: &[Equation]) -> Vec<bool> {
        let trusted = self.trusted.borrow().clone();
        match trusted {
            // What the browser cannot answer it has not proven.
            Some(subtle) => answers(&subtle, equations).await.unwrap_or_default(),
            None => Vec::new(),
        }
    }
}

/// All of them under way at once: the browser has threads of its own for them.
async fn answers(subtle: &SubtleCrypto, equations: &[Equation]) -> Result<Vec<bool>, JsValue> {
    let imports = equations.iter().map(|equation| import(subtle, equation)).collect::<Result<Vec<_>, _>>()?;
    let mut verifications = Vec::with_capacity(equations.len());
    for (equation, key) in equations.iter().zip(imports) {
        let key: CryptoKey = JsFuture::from(key).await?.dyn_into()?;
        let message = equation.message();
        let verifying = subtle.verify_with_str_and_u8_array_and_u8_array(
            equation.algorithm(),
            &key,
            equation.signature(),
            message.as_bytes(),
        )?;
        verifications.push(verifying);
    }
    let mut answers = Vec::with_capacity(equations.len());
    for verifying in verifications {
        answers.push(JsFuture::from(verifying).await? == JsValue::TRUE);
    }
    Ok(answers)
}

fn import(subtle: &SubtleCrypto, equation: &Equation) -> Result<Promise, JsValue> {
    let key = Uint8Array::from(equation.key().to_bytes().as_slice());
    subtle.import_key_with_str("raw", &key, equation.algorithm(), false, &Array::of1(&JsValue::from_str("verify")))
}
