//! Cuts the program of this page into parts.
//!
//! The functions marked here, with everything only they need, are fetched after the first page stands. The marks stand
//! in the binary because what they export would otherwise be part of every binary of the package.

use anziping::entry::{App, CodeSplit, FileFault, OpeningStep, ProgramPart, Route, Session, fetch_builtin, pages};
use leptos::prelude::AnyView;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The cuts of this binary.
pub(crate) static SPLIT: CodeSplit = CodeSplit {
    fetch: |part| match part {
        ProgramPart::Filling => Box::pin(fetch_all_of_filling()),
        ProgramPart::Closing => Box::pin(fetch_all_of_closing()),
    },
    take: |app, step| {
        Box::pin(async move {
            // A step puts a month on the screen: whatever shows it must be there at once then.
            fetch_all_of_filling().await?;
            take(app, step).await.ok()
        })
    },
    links: |app, session| Box::pin(async move { links(app, session).await.ok() }),
    messages: |app| Box::pin(async move { messages(app).await.ok() }),
    page: |part, session, route| match part {
        ProgramPart::Filling => Box::pin(async move {
            fetch_builtin().await.ok()?;
            filling(session, route).await.ok()
        }),
        ProgramPart::Closing => Box::pin(async move {
            fetch_builtin().await.ok()?;
            closing(session, route).await.ok()
        }),
    },
    export: |app| Box::pin(async move { export(app).await.ok() }),
};

/// Every marked function asks for its part by itself; the part is fetched once.
///
/// The pages of both parts show questions.
async fn fetch_all_of_filling() -> Option<()> {
    fetch_builtin().await.ok()?;
    fetch_filling().await.ok()?;
    fetch_take().await.ok()?;
    fetch_links().await.ok()?;
    fetch_messages().await.ok()
}

async fn fetch_all_of_closing() -> Option<()> {
    fetch_builtin().await.ok()?;
    fetch_closing().await.ok()?;
    fetch_export().await.ok()
}

#[wasm_split(filling, fallible, preload(fetch_filling))]
fn filling(session: Option<Session>, route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(pages::filling(session, route))
}

#[wasm_split(filling, fallible, preload(fetch_take))]
fn take(app: App, step: OpeningStep) -> Result<(), SplitLoaderError> {
    pages::take(app, step);
    Ok(())
}

#[wasm_split(filling, fallible, preload(fetch_links))]
fn links(app: App, session: Session) -> Result<AnyView, SplitLoaderError> {
    Ok(anziping::entry::links(app, session))
}

#[wasm_split(filling, fallible, preload(fetch_messages))]
fn messages(app: App) -> Result<AnyView, SplitLoaderError> {
    Ok(anziping::entry::messages(app))
}

#[wasm_split(closing, fallible, preload(fetch_closing))]
fn closing(session: Option<Session>, route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(pages::closing(session, route))
}

#[wasm_split(closing, fallible, preload(fetch_export))]
fn export(app: App) -> Result<Result<(), FileFault>, SplitLoaderError> {
    Ok(pages::export(app))
}
