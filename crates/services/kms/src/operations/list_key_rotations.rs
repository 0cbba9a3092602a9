//! `ListKeyRotations`.

use super::enable_key_rotation::check_rotates;
use crate::records::key::Material;
use crate::{Kms, paging};
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::kms::ops::ListKeyRotations;
use shapes::kms::{ListKeyRotationsRequest, ListKeyRotationsResponse, RotationsListEntry};

impl Handler<ListKeyRotations> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: ListKeyRotationsRequest,
    ) -> Result<ListKeyRotationsResponse> {
        let found = self.known(cx, &input.key_id).await?;
        check_rotates(&found)?;
        let shows_all = input.include_key_material.as_deref() == Some("ALL_KEY_MATERIAL");
        let all = found.key.materials.iter().enumerate();
        let all = all.skip(if shows_all { 0 } else { 1 }).collect();
        let place = |(index, _): &(usize, &Material)| format!("{index:05}");
        let page = paging::page(all, place, (input.limit, 100), input.marker.as_deref())?;
        let last = found.key.materials.len() - 1;
        let show = |(index, material): (usize, &Material)| {
            let kind = if material.on_demand { "ON_DEMAND" } else { "AUTOMATIC" };
            let state = if index == last { "CURRENT" } else { "NON_CURRENT" };
            RotationsListEntry {
                key_id: Some(found.key.id.clone()),
                key_material_id: Some(material.id.clone()),
                key_material_state: shows_all.then(|| state.to_owned()),
                rotation_date: (index > 0).then_some(Timestamp(material.since_ms)),
                rotation_type: (index > 0).then(|| kind.to_owned()),
                ..RotationsListEntry::default()
            }
        };
        Ok(ListKeyRotationsResponse {
            rotations: Some(page.list.into_iter().map(show).collect()),
            next_marker: page.next_marker,
            truncated: page.truncated,
        })
    }
}
