"""One module per corpus family; load_all gathers training and development documents."""
from . import conll, raw, ud


def load_all(data, config):
    """(train, dev): dicts from source name to list of Document."""
    train, dev = {}, {}
    for module in (ud, raw, conll):
        module.load(data, config, train, dev)
    return train, dev
