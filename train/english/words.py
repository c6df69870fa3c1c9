"""What the model sees of a word: the same few functions as src/network/words.cpp, to the bit. Change both or none."""

NGRAM_SLOTS = 32768
SHAPE_SLOTS = 128
NGRAM_REACH = 32  # bytes of a word that n-grams are taken from


def fnv(data, start=2166136261):
    h = start
    for byte in data:
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    return h


def mix(h):
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & 0xFFFFFFFF
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & 0xFFFFFFFF
    return h ^ (h >> 16)


def small(c):
    """The small letter of a code point, for the scripts of European names; curly quotes and dashes become plain."""
    if 0x41 <= c <= 0x5A or (0xC0 <= c <= 0xDE and c != 0xD7) or 0x391 <= c <= 0x3A9 or 0x410 <= c <= 0x42F:
        return c + 0x20
    if 0x400 <= c <= 0x40F:
        return c + 0x50
    if (0x100 <= c <= 0x137 or 0x14A <= c <= 0x177) and c % 2 == 0:
        return c + 1
    if (0x139 <= c <= 0x148 or 0x179 <= c <= 0x17E) and c % 2 == 1:
        return c + 1
    if c in (0x2018, 0x2019):
        return 0x27
    if c in (0x201C, 0x201D):
        return 0x22
    if c in (0x2013, 0x2014):
        return 0x2D
    return c


def lower(word):
    return "".join(chr(small(ord(c))) for c in word)


def no_digits(lowered):
    return "".join("0" if "0" <= c <= "9" else c for c in lowered)


def ngrams(word):
    """Slots of the n-grams of 2 to 5 bytes of ^word$."""
    data = b"^" + no_digits(lower(word)).encode("utf-8")[:NGRAM_REACH] + b"$"
    out = []
    for begin in range(len(data)):
        h = 2166136261
        for end in range(begin, min(begin + 5, len(data))):
            h = ((h ^ data[end]) * 16777619) & 0xFFFFFFFF
            if end > begin:
                out.append(mix(h) % NGRAM_SLOTS)
    return out


def letter_class(c):
    if small(c) != c and c < 0x2000:
        return "X"
    if 0x61 <= c <= 0x7A:
        return "x"
    if 0x30 <= c <= 0x39:
        return "d"
    if c < 0x80:
        return chr(c)
    return "p" if 0x2000 <= c < 0x2C00 else "x"


def shape(word):
    out = ""
    for c in word:
        k = letter_class(ord(c))
        if out[-2:] == k + k:
            continue
        out += k
        if len(out) == 8:
            break
    return out


def shape_slot(word):
    return mix(fnv(shape(word).encode("ascii"))) % SHAPE_SLOTS


def key(text):
    return mix(fnv(text.encode("utf-8")))


# Gazetteer: what a token may be part of. A match marks its first token B, the others I.
GAZETTEER_BITS = ["B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-CITY", "I-CITY", "first", "last"]
KINDS = ["PER", "ORG", "LOC", "CITY"]  # bits 0..3 of an entry; then 4: first name, 5: last name, 7: goes on
LONGEST = 8


def gazetteer_bits(forms, entries):
    """A mask over GAZETTEER_BITS for each token. Longest match from the left; it must begin with a capital."""
    out = [0] * len(forms)
    lowered = [no_digits(lower(f)) for f in forms]
    at = 0
    while at < len(forms):
        best, bits = 0, 0
        if any(letter_class(ord(c)) == "X" for c in forms[at][:3]):
            h = 2166136261
            for end in range(at, min(at + LONGEST, len(forms))):
                h = fnv(lowered[end].encode("utf-8") + b" ", h)
                found = entries.get(mix(h))
                if found is None:
                    break
                if found & 0x3F:
                    best, bits = end + 1 - at, found & 0x3F
                if not found & 0x80:
                    break
        for i in range(best):
            for kind in range(4):
                if bits >> kind & 1:
                    out[at + i] |= 1 << (2 * kind + (1 if i else 0))
            out[at + i] |= (bits >> 4 & 3) << 8
        at += max(1, best)
    return out
