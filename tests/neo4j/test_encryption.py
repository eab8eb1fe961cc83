"""A server that speaks TLS alone: which of the schemes reach it, and what is said where one does not."""

import pytest
import trustme
from examples import GRAPH

from kg import store
from kg.errors import StoreError

HOST = "localhost"


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture(scope="module")
def encrypted_server(make_server, authority):
    server = make_server(certificate=authority.issue_cert(HOST))
    server.start()
    return server


@pytest.fixture
def url(encrypted_server, monkeypatch):
    """How to name the server: `url(scheme)`."""
    for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    return lambda scheme, host=HOST: f"{scheme}://{host}:{encrypted_server.port}"


def refusal(url):
    with pytest.raises(StoreError) as caught:
        store.open(url)
    return str(caught.value)


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_that_no_known_authority_signed_is_refused(url, scheme):
    said = refusal(url(scheme))
    assert f"cannot be reached encrypted (tried {url(scheme)}): its certificate is not trusted here: " in said
    assert "SSL_CERT_FILE names a file of authorities to trust" in said
    assert f"{scheme}sc:// takes any certificate, whoever answers with it" in said


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_of_a_trusted_authority_is_taken(url, authority, monkeypatch, tmp_path, scheme):
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    with store.open(url(scheme)) as opened:
        opened.write(GRAPH)
        assert opened.read() == GRAPH
    assert "certificate is not valid for '127.0.0.1'" in refusal(url(scheme, "127.0.0.1"))


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_any_certificate_is_taken_where_the_user_says_so(url, scheme):
    with store.open(url(scheme)) as opened:
        opened.write(GRAPH)
        assert opened.read() == GRAPH


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_without_encryption_its_scheme_is_named(url, scheme):
    assert "with TLS it is neo4j+s://" in refusal(url(scheme))
