//! Cuts the program of this page into parts.
//!
//! The functions marked here, with everything only they need, are fetched after the first page stands. The marks stand
//! in the binary because what they export would otherwise be part of every binary of the package.

use anziping::entry::{
    App, AppRequest, Awaited, CodeSplit, FileFault, FillingPage, FramePiece, PartPage, ProgramPart, RestPage, Route,
    Session, pages,
};
use leptos::prelude::{AnyView, RwSignal};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The cuts of this binary.
pub(crate) static SPLIT: CodeSplit = CodeSplit {
    fetch: |part| match part {
        ProgramPart::Filling => Box::pin(fetch_all_of_filling()),
        ProgramPart::Rest => Box::pin(fetch_all_of_rest()),
    },
    open: |route, session| Box::pin(async move { open(route, session).await.ok()?.await }),
    take: |app, request| Box::pin(async move { take(app, request).await.ok() }),
    frame: |app, piece| Box::pin(async move { frame(app, piece).await.ok() }),
    page: |page, route| match page {
        PartPage::Filling(page, session) => Box::pin(async move { filling(page, session, route).await.ok() }),
        PartPage::Rest(page) => Box::pin(async move { rest(page, route).await.ok() }),
    },
    export: |app| Box::pin(async move { export(app).await.ok() }),
};

/// Every marked function asks for its part by itself; the part is fetched once.
async fn fetch_all_of_filling() -> Option<()> {
    fetch_open().await.ok()?;
    fetch_take().await.ok()?;
    fetch_frame().await.ok()?;
    fetch_filling().await.ok()
}

async fn fetch_all_of_rest() -> Option<()> {
    fetch_rest().await.ok()?;
    fetch_export().await.ok()
}

#[wasm_split(filling, fallible, preload(fetch_open))]
fn open(route: RwSignal<Route>, session: RwSignal<Option<Session>>) -> Result<Awaited<App>, SplitLoaderError> {
    Ok(pages::open(route, session))
}

#[wasm_split(filling, fallible, preload(fetch_take))]
fn take(app: App, request: AppRequest) -> Result<(), SplitLoaderError> {
    pages::take(app, request);
    Ok(())
}

#[wasm_split(filling, fallible, preload(fetch_frame))]
fn frame(app: App, piece: FramePiece) -> Result<AnyView, SplitLoaderError> {
    Ok(match piece {
        FramePiece::Top => anziping::entry::top(app),
        FramePiece::Links => anziping::entry::links(app),
        FramePiece::Messages => anziping::entry::messages(app),
    })
}

#[wasm_split(filling, fallible, preload(fetch_filling))]
fn filling(page: FillingPage, session: Session, route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(pages::filling(page, session, route))
}

#[wasm_split(rest, fallible, preload(fetch_rest))]
fn rest(page: RestPage, route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(pages::rest(page, route))
}

#[wasm_split(rest, fallible, preload(fetch_export))]
fn export(app: App) -> Result<Result<(), FileFault>, SplitLoaderError> {
    Ok(pages::export(app))
}
