//! A text as messages of a chat.
//!
//! Cut into pieces to be copied one by one, and put together from what is pasted.

use anziping_core::record::pieces::{self, Packed, PiecesFault};
use leptos::prelude::*;

use crate::platform::deflate;
use crate::platform::{clipboard, task};
use crate::words::pieces as words;

/// The pieces of a text, compressed where the browser can.
///
/// # Errors
/// [`PiecesFault::TooLong`].
pub(crate) async fn cut(text: &str) -> Result<Vec<String>, PiecesFault> {
    let packed = match deflate::deflate(text.as_bytes()).await {
        Some(small) => Packed::Compressed(small),
        None => Packed::Plain(text.as_bytes().to_vec()),
    };
    pieces::cut(&packed)
}

/// The text that pieces among what was pasted make, of at most so many bytes.
///
/// Without pieces, what was pasted.
///
/// # Errors
/// A sentence that says what is missing.
pub(crate) async fn whole(pasted: String, limit: usize) -> Result<String, String> {
    if !pieces::has_pieces(&pasted) {
        return Ok(pasted);
    }
    let bytes = match pieces::gather(&pasted).map_err(|fault| words::fault(&fault))? {
        Packed::Plain(bytes) => bytes,
        Packed::Compressed(bytes) => deflate::inflate(&bytes, limit).await.map_err(words::inflate)?,
    };
    String::from_utf8(bytes).map_err(|_| words::fault(&PiecesFault::Damaged))
}

/// A button for each piece, and which were copied.
#[component]
pub(crate) fn Pieces(
    pieces: Vec<String>,
    /// Called once all were copied.
    on_copied: Callback<()>,
) -> impl IntoView {
    let copied = RwSignal::new(vec![false; pieces.len()]);
    let by_hand = RwSignal::new(None::<usize>);
    let (count, characters) = (pieces.len(), pieces.iter().map(String::len).sum::<usize>());
    let pieces = StoredValue::new(pieces);
    let copy = move |at: usize| {
        let Some(piece) = pieces.with_value(|pieces| pieces.get(at).cloned()) else { return };
        task::spawn(async move {
            let done = clipboard::copy(&piece).await.is_ok();
            // The page may be gone by now; then there is nobody to tell.
            by_hand.try_set((!done).then_some(at));
            let all = copied.try_update(|copied| {
                copied.iter_mut().skip(at).take(1).for_each(|one| *one = done);
                copied.iter().all(|one| *one)
            });
            if done && all == Some(true) {
                on_copied.run(());
            }
        });
    };
    let row = move |at: usize| {
        view! {
            <li>
                <button
                    type="button"
                    class="button button-small"
                    data-action="copy-piece"
                    data-piece=at + 1
                    on:click=move |_| copy(at)
                >
                    {words::copy(at + 1)}
                </button>
                <span class="status-good">
                    {move || {
                        let is_copied = copied.with(|copied| copied.get(at) == Some(&true));
                        is_copied.then(|| format!(" {}", words::copied(at + 1)))
                    }}
                </span>
            </li>
        }
    };
    let field = move || {
        by_hand.get().map(|at| {
            let text = pieces.with_value(|pieces| pieces.get(at).cloned()).unwrap_or_default();
            view! {
                <div class="field">
                    <label for="piece-text">{words::TEXT}</label>
                    <p class="hint">{words::by_hand(at + 1)}</p>
                    <textarea id="piece-text" readonly prop:value=text></textarea>
                </div>
            }
        })
    };
    view! {
        <div class="stack-tight" data-pieces=count data-characters=characters>
            <p>{words::cut(count, characters)}</p>
            <ol class="plain">{(0..count).map(row).collect_view()}</ol>
            <div aria-live="polite">{field}</div>
        </div>
    }
    .into_any()
}
