//! Items that come into a draft together.

use std::collections::HashMap;

use super::{Assessment, Edit, Item, List, Shape, Value};

impl Assessment {
    /// Returns the edits that put items at the ends of their lists, in their order, those without an identity under new
    /// ones.
    pub fn insertions(&self, items: impl IntoIterator<Item = Item>) -> Vec<Edit> {
        let mut ends: HashMap<List, (usize, u64)> = HashMap::new();
        let items: Vec<Item> = items.into_iter().collect();
        // Numbers go on behind those that come with the items, too.
        let given = |list: List| {
            let ids = items.iter().filter(|item| item.list() == list);
            list.last_number(ids.filter_map(|item| item.fields().id()))
        };
        let given: HashMap<List, u64> =
            List::ALL.iter().map(|list| (*list, given(*list))).collect();
        let insertion = |mut item: Item| {
            let list = item.list();
            let (at, last) = ends.entry(list).or_insert_with(|| {
                let last = given.get(&list).copied().unwrap_or(0);
                (self.ids(list).count(), self.last_number(list).max(last))
            });
            if item.fields().id().is_none_or(str::is_empty) {
                *last += 1;
                let id = format!("{}{last}", list.id_prefix());
                let is_id = |spec: &super::FieldSpec| spec.shape == Shape::Id;
                let nth = item.fields().specs().iter().position(is_id);
                // An identity is a text, and takes one.
                let _ = nth.map(|nth| item.fields_mut().set_value(nth, Some(Value::Text(id))));
            }
            let edit = Edit::Insert { at: *at, item };
            *at += 1;
            edit
        };
        items.into_iter().map(insertion).collect()
    }
}
