//! What services do and their models do not say.

use super::model::Model;
use serde_json::json;

/// Amends a model by what its service is known to do beyond it.
pub fn amend(service: &str, model: &mut Model) {
    if service != "s3" {
        return;
    }
    // Listings tell the bucket's region, as HeadBucket does by its model.
    for output in ["ListObjectsOutput", "ListObjectsV2Output"] {
        if let Some(members) = model.members_mut(output) {
            let region = json!({
                "shape": "Region",
                "location": "header",
                "locationName": "x-amz-bucket-region",
            });
            members.insert("BucketRegion".to_owned(), region);
        }
    }
    // 202 where a copy is made, 200 where there is one.
    if let Some(members) = model.members_mut("RestoreObjectOutput") {
        let status = json!({
            "shape": "GetObjectResponseStatusCode",
            "location": "statusCode",
        });
        members.insert("Status".to_owned(), status);
    }
    // They are large, and a bucket has 50 at most.
    model.give_room("RoutingRules", 1000);
    // The owner comes before the buckets.
    if let Some(members) = model.members_mut("ListBucketsOutput")
        && let Some(owner) = members.shift_remove("Owner")
    {
        members.shift_insert(0, "Owner".to_owned(), owner);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_stands_first() {
        let member = json!({"shape": "S"});
        let members = json!({"Buckets": member, "Owner": member, "Prefix": member});
        let mut model = Model::of(json!({"shapes": {"ListBucketsOutput": {"members": members}}}));
        amend("s3", &mut model);
        let members = model.members_mut("ListBucketsOutput").expect("members");
        assert_eq!(members.keys().collect::<Vec<_>>(), ["Owner", "Buckets", "Prefix"]);
    }
}
