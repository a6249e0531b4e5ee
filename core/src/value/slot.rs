//! Access to a value in a record, so that a table of fields can be a constant.

/// A member of `T`: reads it and lends it out to be changed.
///
/// [`slot!`](crate::value::slot) makes one from a name.
#[derive(Debug)]
pub struct Slot<T: 'static, V: 'static> {
    /// Reads the member.
    pub of: fn(&T) -> &V,
    /// Lends the member out.
    pub of_mut: fn(&mut T) -> &mut V,
}

impl<T, V> Clone for Slot<T, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, V> Copy for Slot<T, V> {}

/// The [`Slot`] of a member by its name; the record is named where it cannot be inferred.
macro_rules! slot {
    ($member:ident) => {
        $crate::value::slot::Slot { of: |record| &record.$member, of_mut: |record| &mut record.$member }
    };
    ($record:ty, $member:ident) => {
        $crate::value::slot::Slot {
            of: |record: &$record| &record.$member,
            of_mut: |record: &mut $record| &mut record.$member,
        }
    };
}
pub(crate) use slot;
