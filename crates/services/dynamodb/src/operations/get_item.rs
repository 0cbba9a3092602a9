//! `GetItem`.

use crate::Dynamodb;
use crate::capacity::{Cost, Kind, Told};
use crate::forms;
use crate::rows::check;
use crate::search::scalars;
use crate::value::{check_item, item_size};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{GetItemInput, GetItemOutput};

impl Handler<ops::GetItem> for Dynamodb {
    async fn handle(&self, cx: &Context, mut input: GetItemInput) -> Result<GetItemOutput> {
        let projection = forms::projection(
            input.projection_expression.as_deref(),
            input.attributes_to_get,
            input.expression_attribute_names,
        )?;
        check_item(&mut input.key)?;
        let table = self.table(cx, &input.table_name).await?;
        let key = check::key(&table, &input.key)?;
        scalars(&table, projection.iter().flat_map(|it| it.paths()))?;
        let item = self.stored(&key).await?.map(|(item, _)| item);
        let kind = Kind::read(input.consistent_read);
        let cost = Cost::new(kind).item(item.as_ref().map_or(0, item_size));
        self.spend(&table, Some(key.spread), &cost)?;
        cost.count(cx, &table.name);
        let told = Told::of(input.return_consumed_capacity.as_deref());
        let consumed_capacity = cost.tell(told, &input.table_name);
        let item = match &projection {
            Some(projection) => item.map(|item| projection.of(&item)),
            None => item,
        };
        Ok(GetItemOutput { item, consumed_capacity })
    }
}
