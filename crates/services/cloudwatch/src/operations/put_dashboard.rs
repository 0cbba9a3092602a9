//! `PutDashboard`.

use crate::records::dashboard::{DASHBOARDS, Dashboard, key};
use crate::{CloudWatch, dashboard, errors, tags};
use platform::{Context, Handler, Result};
use shapes::cloudwatch::ops::PutDashboard;
use shapes::cloudwatch::{DashboardInvalidInputError, PutDashboardInput, PutDashboardOutput};

/// The longest body, in bytes.
const LONGEST: usize = 1 << 20;

impl Handler<PutDashboard> for CloudWatch {
    async fn handle(&self, cx: &Context, input: PutDashboardInput) -> Result<PutDashboardOutput> {
        let (name, body) = (input.dashboard_name, input.dashboard_body);
        let is_letter = |it: u8| it.is_ascii_alphanumeric() || it == b'-' || it == b'_';
        if name.is_empty() || name.len() > 255 || !name.bytes().all(is_letter) {
            let words = format!(
                "The value {name} for field DashboardName contains invalid characters. It can only contain alphanumerics, dash (-) and underscore (_)."
            );
            return Err(errors::bad_dashboard(words));
        }
        if body.len() > LONGEST {
            return Err(errors::bad_dashboard("The dashboard body is too long."));
        }
        let messages = dashboard::check(&body).map_err(|broken| {
            let told = broken.iter().map(|it| {
                format!(
                    "{}: {}",
                    it.data_path.as_deref().unwrap_or_default(),
                    it.message.as_deref().unwrap_or_default()
                )
            });
            let words = told.collect::<Vec<_>>().join("; ");
            let words =
                format!("The dashboard body is invalid, there are validation errors: {words}");
            let detail = DashboardInvalidInputError {
                dashboard_validation_messages: Some(broken),
                ..Default::default()
            };
            errors::bad_dashboard(words).with_detail(detail)
        })?;
        let tags = tags::checked(input.tags.as_deref().unwrap_or_default())?;
        let key = key(cx, &name);
        let arn = arn(cx, &name);
        let kept = Dashboard { name, body, modified_ms: cx.now().millis() };
        let changed = DASHBOARDS.change(cx.tables(), &key, |found, batch| {
            let batch = match found {
                None => platform::tags::given(batch, cx, &arn, &tags)?,
                Some(_) => batch,
            };
            Ok((batch.put(DASHBOARDS.table, key.clone(), DASHBOARDS.encode(&kept)?), ()))
        });
        changed.await?;
        Ok(PutDashboardOutput { dashboard_validation_messages: Some(messages) })
    }
}

/// The ARN of a dashboard, which has no region.
pub fn arn(cx: &Context, name: &str) -> String {
    platform::Arn::new("cloudwatch", "", &cx.account, format_args!("dashboard/{name}")).text()
}
