"""The SPARQL 1.1 Protocol, for queries only, with the graph's page beside it."""

from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.errors import QueryError
from kg.sparql.worker import LimitError, Workers

HOSTS = ("127.0.0.1", "localhost", "[::1]")
LONGEST = 100_000  # bytes of a query
FORM = "application/x-www-form-urlencoded"


def app(workers: Workers, page: bytes) -> Starlette:
    """Return the application: the page at `/`, the endpoint at `/sparql`.

    Requests for other hosts than the machine's own are refused: a page elsewhere cannot reach the graph by a name.
    """

    async def show(_: Request) -> Response:
        return Response(page, media_type="text/html")

    async def sparql(request: Request) -> Response:
        try:
            query = await _query(request)
            answer = await run_in_threadpool(workers.ask, query, _accepted(request.headers.get("accept", "")))
        except LimitError as error:
            return PlainTextResponse(f"{error}\n", 503)
        except QueryError as error:
            return PlainTextResponse(f"{error}\n", 400)
        return Response(answer.body, media_type=answer.media)

    routes = [Route("/", show), Route("/sparql", sparql, methods=["GET", "POST"])]
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS))])


async def _query(request: Request) -> str:
    """Return the query of a request, in any of the protocol's three ways."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "GET":
        fields = parse_qs(request.url.query)
    elif kind == FORM:
        fields = parse_qs(await _body(request))
    elif kind == "application/sparql-query":
        return await _body(request)
    else:
        raise QueryError(f"a query comes as application/sparql-query or {FORM}, not as {kind or 'nothing'}")
    if "update" in fields:
        raise QueryError("the graph cannot be changed: there are only queries")
    if fields.keys() & {"default-graph-uri", "named-graph-uri"}:
        raise QueryError("graphs are named in the query: FROM, FROM NAMED, GRAPH")
    if len(fields.get("query", ())) != 1:
        raise QueryError("one parameter named query is needed: /sparql?query=SELECT…")
    return fields["query"][0]


async def _body(request: Request) -> str:
    found = b""
    async for part in request.stream():
        found += part
        if len(found) > LONGEST:
            raise QueryError(f"the query takes more than {LONGEST:,} bytes")
    try:
        return found.decode()
    except UnicodeDecodeError:
        raise QueryError("the query is not UTF-8") from None


def _accepted(header: str) -> tuple[str, ...]:
    """Return the media types that a client accepts, the most wanted first.

    >>> _accepted("text/csv;q=0.5, application/sparql-results+json, */*;q=0.1")
    ('application/sparql-results+json', 'text/csv', '*/*')
    """
    wanted = []
    for part in header.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
        if media:
            wanted.append((-float(weight) if weight.replace(".", "", 1).isdigit() else 0.0, media))
    return tuple(media for _, media in sorted(wanted, key=lambda item: item[0]))
