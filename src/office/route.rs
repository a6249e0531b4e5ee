//! Names the pages of the office desk, and the hashes of the address that lead there.

/// A page of the office desk.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum OfficeRoute {
    /// Received files and their verdicts.
    #[default]
    Inbox,
    /// Enterprises and their keys.
    Registry,
    Rollup,
    /// The office's papers.
    Papers,
    /// The months of many streets.
    County,
}

impl OfficeRoute {
    anziping_core::listed! {
        /// All pages in order.
        pub(crate) ALL: Inbox, Registry, Rollup, Papers, County
    }

    /// Reads a location hash; `None` when it is an ordinary anchor.
    pub(crate) fn parse(hash: &str) -> Option<Self> {
        match hash {
            "" | "#" => Some(Self::Inbox),
            _ => hash
                .strip_prefix("#/")
                .map(|path| Self::ALL.into_iter().find(|route| route.page() == path).unwrap_or_default()),
        }
    }

    /// The hash that leads here.
    pub(crate) fn href(self) -> String {
        format!("#/{}", self.page())
    }

    /// The name of the page in `main[data-page]`.
    pub(crate) fn page(self) -> &'static str {
        match self {
            Self::Inbox => "inbox",
            Self::Registry => "registry",
            Self::Rollup => "rollup",
            Self::Papers => "papers",
            Self::County => "county",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_and_href_are_inverse() {
        for route in OfficeRoute::ALL {
            assert_eq!(OfficeRoute::parse(&route.href()), Some(route));
        }
    }
}
