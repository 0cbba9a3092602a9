// Written by `cargo xtask codegen`; changes made here are lost.

pub mod errors;
pub mod ops;
#[rustfmt::skip]
mod schemas;
mod types;

pub use types::*;

pub static SERVICE: crate::Service = crate::Service {
    id: "sts",
    title: "AWS Security Token Service",
    signing_name: "sts",
    protocol: crate::Protocol::Query,
    dialect: &crate::dialect::STS,
    json_version: "",
    target_prefix: "",
    api_version: "2011-06-15",
    xml_namespace: Some("https://sts.amazonaws.com/doc/2011-06-15/"),
    routes: &[
        crate::Route { name: "AssumeRole", method: "POST", uri: "/" },
        crate::Route { name: "AssumeRoleWithSAML", method: "POST", uri: "/" },
        crate::Route { name: "AssumeRoleWithWebIdentity", method: "POST", uri: "/" },
        crate::Route { name: "AssumeRoot", method: "POST", uri: "/" },
        crate::Route { name: "DecodeAuthorizationMessage", method: "POST", uri: "/" },
        crate::Route { name: "GetAccessKeyInfo", method: "POST", uri: "/" },
        crate::Route { name: "GetCallerIdentity", method: "POST", uri: "/" },
        crate::Route { name: "GetDelegatedAccessToken", method: "POST", uri: "/" },
        crate::Route { name: "GetFederationToken", method: "POST", uri: "/" },
        crate::Route { name: "GetSessionToken", method: "POST", uri: "/" },
        crate::Route { name: "GetWebIdentityToken", method: "POST", uri: "/" },
    ],
};
