# The app, run from its folder as from a clone. Built by docker compose; starts on the embedded store by itself:
# docker run --rm -p 127.0.0.1:8000:8000 -e TIENGVANG_API_KEY=… tiengvang (the key that every write needs)
FROM python:3.11-slim

RUN useradd --create-home --uid 10001 tiengvang
WORKDIR /srv/tiengvang

# The locked dependencies first: they change less often than the code.
COPY requirements/core.txt requirements/core.txt
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements/core.txt

COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY ingest ingest
COPY app app
COPY cypher cypher
COPY corpus corpus
RUN pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation -e . \
    && mkdir data && chown tiengvang: data

USER tiengvang
ENV PYTHONUNBUFFERED=1
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["tiengvang", "serve", "--host", "0.0.0.0", "--port", "8000"]
