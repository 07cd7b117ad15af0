"""Files of the pages, which a browser may keep."""

from __future__ import annotations

from fastapi.staticfiles import StaticFiles
from starlette.responses import Response
from starlette.types import Scope

FOR_GOOD = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"


class Files(StaticFiles):
    """Static files: what is asked for by a mark of its bytes is kept for good, the others for a day."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file with how long it may be kept."""
        response = await super().get_response(path, scope)
        if response.status_code in (200, 304):
            response.headers["Cache-Control"] = FOR_GOOD if scope["query_string"] else A_DAY
        return response
