//! Encrypted connections.

use crate::cluster::{Cluster, own};
use std::fs;
use std::path::Path;
use std::process::Command;
use store::{Batch, Table, Tables};
use store_postgres::{Options, PostgresNotices, PostgresTables};

const T: Table = Table("t");

fn openssl(dir: &Path, arguments: &str) {
    let output = Command::new("openssl").current_dir(dir).args(arguments.split(' ')).output();
    let output = output.expect("the Debian package openssl");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// An authority, what it says of a server by the name `db.example`, and another authority.
fn certificates(dir: &Path) {
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    for authority in ["ca", "other"] {
        let files = format!("-keyout {authority}.key -out {authority}.pem");
        openssl(dir, &format!("req -x509 {key} {files} -days 30 -subj /CN={authority}"));
    }
    openssl(dir, &format!("req {key} -keyout server.key -out server.csr -subj /CN=server"));
    fs::write(dir.join("names"), "subjectAltName=DNS:db.example").unwrap();
    let signed = "-CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile names";
    openssl(dir, &format!("x509 -req -in server.csr -out server.pem {signed}"));
    own(&dir.join("server.key"));
    own(&dir.join("server.pem"));
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn what_is_encrypted_and_whom_it_trusts_goes_by_the_mode() {
    // An address that no other process of the machine listens at.
    let [_, _, high, low] = std::process::id().to_be_bytes();
    let address = format!("127.{}.{high}.{low}", 64 + (std::process::id() >> 16 & 63));
    let mut cluster = Cluster::start(&[]);
    certificates(cluster.dir());
    cluster.stop(rustix::process::Signal::INT);
    let file = |name: &str| cluster.dir().join(name).display().to_string();
    let listen = format!("listen_addresses={address}");
    let (certificate, key) = (
        format!("ssl_cert_file={}", file("server.pem")),
        format!("ssl_key_file={}", file("server.key")),
    );
    let (ca, other) = (file("ca.pem"), file("other.pem"));
    cluster.set(&["ssl=on", &listen, &certificate, &key]);
    cluster.run();

    let open = async |host: &str, rest: &str| {
        let url = format!("host={host} hostaddr={address} user=waterwheel dbname=postgres {rest}");
        PostgresTables::connect(&url, Options::default()).await
    };
    let encrypted = "SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
        WHERE application_name = 'waterwheel'";
    for (host, rest, is_encrypted) in [
        ("db.example", "sslmode=disable".to_owned(), "f"),
        ("db.example", String::new(), "t"),
        ("other.example", "sslmode=require".to_owned(), "t"),
        ("other.example", format!("sslmode=verify-ca sslrootcert={ca}"), "t"),
        ("db.example", format!("sslmode=verify-full sslrootcert='{ca}'"), "t"),
    ] {
        let tables = open(host, &rest).await.unwrap_or_else(|error| panic!("{rest}: {error}"));
        tables.commit(Batch::new().put(T, "k", vec![7; 100_000])).await.unwrap();
        assert_eq!(tables.get(T, b"k").await.unwrap().unwrap().len(), 100_000);
        assert_eq!(cluster.psql(encrypted), is_encrypted, "{rest}");
        tables.close().await;
        drop(tables);
        cluster.psql("SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE application_name = 'waterwheel'");
    }
    for (host, rest) in [
        ("db.example", format!("sslmode=require sslrootcert={other}")),
        ("db.example", format!("sslmode=verify-ca sslrootcert={other}")),
        ("db.example", format!("sslmode=verify-full sslrootcert={other}")),
        ("db.example", "sslmode=verify-full".to_owned()),
        ("other.example", format!("sslmode=verify-full sslrootcert={ca}")),
    ] {
        let error = open(host, &rest).await.err().expect("a refusal").to_string();
        assert!(error.contains("certificate"), "{rest}: {error}");
    }
    let url = format!("postgresql://waterwheel@{address}/postgres?sslmode=require");
    assert!(!PostgresNotices::open(&url).await.unwrap().is_silent());
}
