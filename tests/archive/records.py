"""WARC records of an invented page, for the tests of archives."""

import base64
import hashlib

BODY = b"<html><h1>Panen raya di Desa Ciharum</h1><p>Petani memanen padi.</p></html>"
URL = "https://kabar.example/read/"
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def record(kind="response", url=URL + "1", block=HTML + BODY, date="2023-09-13T07:05:00Z", **fields):
    """One WARC record; a field that is None is left out."""
    head = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": date,
        "WARC-Record-ID": f"<urn:uuid:{hashlib.md5((kind + url + date).encode()).hexdigest()}>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
    }
    head |= {name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"{name}: {value}\r\n" for name, value in head.items() if value is not None]
    return b"WARC/1.0\r\n" + "".join(lines).encode() + b"\r\n" + block + b"\r\n\r\n"


DIGEST = "sha1:" + base64.b32encode(hashlib.sha1(BODY).digest()).decode()
LATER = "2023-09-20T01:00:00Z"


def revisit(url, **fields):
    return record("revisit", url, HTML, LATER, **fields)
